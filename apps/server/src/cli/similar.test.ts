import { LIKE_FROM, LIKELY_FROM } from '@huiyin/domain';
import { expect, test } from 'vitest';
import { readLabelled } from './labelled.ts';
import { BASELINE_FROM, pairsOf, qualityOf } from './similar-measured.ts';

/** What is measured is what is used, on matters that can tell the two rules apart. */

const MATTERS = readLabelled();

test('the labelled matters are of every sector, by its own categories, with near misses in every topic', () => {
  expect(MATTERS.length).toBeGreaterThanOrEqual(200);
  for (const [, own] of Map.groupBy(MATTERS, ({ sector }) => sector.code)) {
    expect(own.length).toBeGreaterThanOrEqual(40);
    for (const [, topic] of Map.groupBy(own, ({ topic }) => topic)) {
      expect(topic.filter(({ group }) => group !== undefined).length).toBeGreaterThanOrEqual(3);
      expect(topic.some(({ group }) => group === undefined)).toBe(true);
    }
  }
  const known = (sector: (typeof MATTERS)[number]['sector']) => JSON.stringify(sector.categories);
  const strange = MATTERS.filter(({ sector, category }) => !known(sector).includes(`"code":"${category}"`));
  expect(strange.map(({ sector, category }) => `${sector.code} ${category}`)).toEqual([]);
});

test('no group of one half stands in the other', () => {
  const groups = (odd: number) =>
    new Set(MATTERS.flatMap(({ topic, group }) => (group && topic % 2 === odd ? group : [])));
  expect([...groups(0)].filter((group) => groups(1).has(group))).toEqual([]);
});

test("at the product's threshold the held-out half is found better than by the share of words", () => {
  const pairs = pairsOf(MATTERS, 'HELD_OUT');
  const used = qualityOf(pairs, ({ likeness }) => likeness >= LIKE_FROM);
  const before = qualityOf(pairs, ({ sharedWords }) => sharedWords >= BASELINE_FROM);
  expect(used.f1).toBeGreaterThan(before.f1);
  expect(used.precision).toBeGreaterThan(before.precision);
  expect(used.recall).toBeGreaterThan(before.recall);
  const early = qualityOf(pairs, ({ withoutCategory }) => withoutCategory >= LIKE_FROM);
  expect(early.f1).toBeGreaterThan(before.f1);
});

test('what is called likely is right more often than what is a perhaps, on the blind matters too', () => {
  const blind = readLabelled('blind');
  expect(blind.length).toBeGreaterThanOrEqual(150);
  expect(new Set(blind.map(({ sector }) => sector.code)).size).toBe(5);
  const texts = new Set(MATTERS.map(({ matter }) => matter.text));
  expect(blind.filter(({ matter }) => texts.has(matter.text))).toEqual([]);
  for (const pairs of [pairsOf(MATTERS, 'HELD_OUT'), pairsOf(blind, 'ALL')]) {
    const likely = qualityOf(pairs, ({ likeness }) => likeness >= LIKELY_FROM);
    const perhaps = qualityOf(pairs, ({ likeness: l }) => l >= LIKE_FROM && l < LIKELY_FROM);
    expect(likely.found).toBeGreaterThan(10);
    expect(likely.precision).toBeGreaterThan(perhaps.precision);
  }
});

test('precision, recall and F1 are counted over the pairs', () => {
  const pair = (same: boolean, likeness: number) => ({
    ...{ same, likeness, withoutCategory: likeness, sharedWords: 0 },
  });
  const pairs = [pair(true, 0.9), pair(true, 0.1), pair(true, 0.1), pair(false, 0.9), pair(false, 0)];
  const { found, right, precision, recall, f1 } = qualityOf(pairs, ({ likeness }) => likeness > 0.5);
  expect([found, right, precision]).toEqual([2, 1, 0.5]);
  expect(recall).toBeCloseTo(1 / 3);
  expect(f1).toBeCloseTo(0.4);
});
