import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { reasonOfRise, risesOf, watchedQueries } from './rises.ts';

const groups = (counts: Readonly<Record<string, number>>) =>
  Object.entries(counts).map(([value, count]) => ({ values: [value], count, amount: 0 }));

describe('what rises beyond chance', () => {
  test('is called by name, with what was to be expected and how likely it is', () => {
    const rises = risesOf(groups({ 急诊科: 7, 普外科: 2 }), groups({ 急诊科: 13, 普外科: 24 }));
    expect(rises).toHaveLength(1);
    expect(rises[0]).toMatchObject({ value: '急诊科', now: 7, before: 13, expected: 1 });
    expect(rises[0]?.chance).toBeLessThan(0.001);
    expect(rises.map(reasonOfRise)[0]?.zh).toContain(
      '近 4 周收到 7 件；此前一年共 13 件，平均每 4 周 1.0 件',
    );
  });

  test('is not two complaints, nor a third in a department that has many', () => {
    expect(risesOf(groups({ 急诊科: 2 }), groups({}))).toEqual([]);
    expect(risesOf(groups({ 急诊科: 3 }), groups({ 急诊科: 26 }))).toEqual([]);
    expect(risesOf(groups({ NONE: 40 }), groups({}))).toEqual([]);
  });

  test('takes more where many are looked at: among fifty, one that seldom happens by chance will', () => {
    const quiet = Object.fromEntries(Array.from({ length: 50 }, (_, index) => [`科${index}`, 13]));
    const now = groups({ 科0: 5 });
    expect(risesOf(now, groups({ 科0: 13 }))).toHaveLength(1);
    expect(risesOf(now, groups(quiet))).toEqual([]);
  });

  test('is nothing where every week is like the last', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(20), { minLength: 1, maxLength: 30 }), (rates) => {
        const at = (weeks: number) =>
          groups(Object.fromEntries(rates.map((rate, index) => [`科${index}`, (rate * weeks) / 4])));
        expect(risesOf(at(4), at(52))).toEqual([]);
      }),
    );
  });

  test('is looked for in four whole weeks and the fifty-two before them', () => {
    const { now, before } = watchedQueries({ where: {} }, '2026-11-25');
    expect([now.from, now.to]).toEqual(['2026-10-29', '2026-11-25']);
    expect([before.from, before.to]).toEqual(['2025-10-30', '2026-10-28']);
  });
});
