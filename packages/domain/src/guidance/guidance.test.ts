import { describe, expect, test } from 'vitest';
import { OPEN_STATUSES } from '../complaint/words.ts';
import { SECTORS } from '../sectors/index.ts';
import { allCodes } from '../sectors/options.ts';
import { type CardConditions, cardsFor, MOST_CARDS_SHOWN } from './cards.ts';
import { guidanceOf } from './guidance.ts';

const card = (name: string, when: CardConditions = {}) => ({ name, when });
const COVERAGE = ['NETWORK', 'COVERAGE'];
const shown = (cards: readonly ReturnType<typeof card>[], category: readonly string[] = COVERAGE) =>
  cardsFor({ cards, status: 'IN_PROGRESS', category }).map(({ name }) => name);

describe('the cards beside a case', () => {
  test('are those of its state and of its category, or of what is above it', () => {
    expect(
      shown([
        card('any'),
        card('this state', { statuses: ['ACCEPTED', 'IN_PROGRESS'] }),
        card('another state', { statuses: ['REGISTERED'] }),
        card('above it', { categories: ['NETWORK'] }),
        card('another category', { categories: ['CHARGES'] }),
        card('its category in another state', { categories: ['NETWORK'], statuses: ['REGISTERED'] }),
      ]),
    ).toEqual(['above it', 'any', 'this state']);
  });

  test('begin with what is said of the very category; equals keep their order', () => {
    expect(
      shown([
        card('first of all'),
        card('above', { categories: ['NETWORK'] }),
        card('its own', { categories: ['CHARGES', 'COVERAGE'] }),
        card('second of all'),
      ]),
    ).toEqual(['its own', 'above', 'first of all', 'second of all']);
  });

  test('while it has no category are those of any', () => {
    expect(shown([card('any'), card('above', { categories: ['NETWORK'] })], [])).toEqual(['any']);
  });

  test('are no more than are read', () => {
    const many = Array.from({ length: MOST_CARDS_SHOWN + 2 }, (_, index) => card(`card ${index}`));
    expect(shown(many)).toHaveLength(MOST_CARDS_SHOWN);
  });
});

describe.each(SECTORS.map((sector) => [sector.code, sector] as const))('the cards of %s', (_, sector) => {
  const cards = guidanceOf(sector);

  test('say something in every open state, and nothing of a closed case without a category', () => {
    for (const status of OPEN_STATUSES) expect(cardsFor({ cards, status, category: [] })).not.toEqual([]);
    expect(cardsFor({ cards, status: 'CLOSED', category: [] })).toEqual([]);
  });

  test('name categories that there are, and are short in both languages', () => {
    const codes = allCodes(sector.categories);
    for (const { title, text, when } of cards) {
      expect(codes).toEqual(expect.arrayContaining([...(when.categories ?? [])]));
      for (const words of [title, text])
        expect(Math.min(words.zh.length, words.en.length)).toBeGreaterThan(2);
      expect(title.zh.length).toBeLessThanOrEqual(15);
      expect(text.zh.length).toBeLessThanOrEqual(80);
      expect(text.en.length).toBeLessThanOrEqual(200);
    }
  });
});
