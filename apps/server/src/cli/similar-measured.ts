import { type ComparedMatter, countWords, likenessOf } from '@huiyin/domain';
import type { Labelled } from './labelled.ts';

/** How well similar complaints are found among labelled ones, beside the share of words that was the rule before. */

/** A later matter and an earlier one of the same office, as it is looked at when the later is registered. */
export interface Pair {
  readonly same: boolean;
  readonly likeness: number;
  /** The same before the later has been given a category. */
  readonly withoutCategory: number;
  readonly sharedWords: number;
}

/** Every pair of each sector's matters: of a half of the topics by itself, or of all. */
export function pairsOf(matters: readonly Labelled[], half: 'TUNING' | 'HELD_OUT' | 'ALL'): readonly Pair[] {
  const own = matters.filter(
    ({ topic }) => half === 'ALL' || (topic % 2 === 1 ? 'TUNING' : 'HELD_OUT') === half,
  );
  return [...Map.groupBy(own, ({ sector }) => sector.code).values()].flatMap(pairsOfOffice);
}

function pairsOfOffice(matters: readonly Labelled[]): readonly Pair[] {
  const inOrder = matters.toSorted((a, b) => (a.matter.receivedAt < b.matter.receivedAt ? -1 : 1));
  const counts = countWords(inOrder.map(({ matter }) => matter.words));
  return inOrder.flatMap((later, place) =>
    inOrder.slice(0, place).map((earlier) => ({
      same: later.group !== undefined && later.group === earlier.group,
      likeness: likenessOf(later.matter, earlier.matter, counts).score,
      withoutCategory: likenessOf(uncategorized(later.matter), earlier.matter, counts).score,
      sharedWords: sharedWords(later.matter, earlier.matter),
    })),
  );
}

function uncategorized(matter: ComparedMatter): ComparedMatter {
  return { ...matter, category: undefined };
}

/** The rule before: of the 16 longest words of the one, how many stand in the other. */
export const BASELINE_FROM = 0.3;

function sharedWords({ words }: ComparedMatter, other: ComparedMatter): number {
  const longest = words.toSorted((a, b) => b.length - a.length).slice(0, 16);
  if (longest.length < 2) return 0;
  return longest.filter((word) => other.words.includes(word)).length / longest.length;
}

export interface Quality {
  readonly found: number;
  readonly right: number;
  /** Of those found, how many are right. */
  readonly precision: number;
  /** Of those that there are, how many are found. */
  readonly recall: number;
  /** The harmonic mean of both. */
  readonly f1: number;
}

export function qualityOf(pairs: readonly Pair[], isFound: (pair: Pair) => boolean): Quality {
  const found = pairs.filter(isFound);
  const right = found.filter(({ same }) => same).length;
  const all = pairs.filter(({ same }) => same).length;
  const precision = found.length === 0 ? 0 : right / found.length;
  const recall = all === 0 ? 0 : right / all;
  const f1 = precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall);
  return { found: found.length, right, precision, recall, f1 };
}
