import type { Localized } from '@huiyin/shared';
import { addDays, type LocalDate } from '../time.ts';
import type { Dimension, Where } from './measures.ts';
import { NOT_STATED } from './measures.ts';
import { chanceOfRise } from './poisson.ts';
import type { FigureQuery, Group } from './query.ts';

/** What a sector watches: a count that rises among these beyond chance is said before the quarter ends. */
export interface Watch {
  /** SCREAMING_SNAKE_CASE. */
  readonly code: string;
  readonly label: Localized;
  /** Which complaints are counted … */
  readonly where: Where;
  /** … and by what they are told apart: each value is looked at by itself. */
  readonly by: Dimension;
}

/** A value whose count rose beyond chance. */
export interface Rise {
  readonly value: string;
  /** Received in the last weeks, and in the year before them. */
  readonly now: number;
  readonly before: number;
  /** What the year before lets expect of so many weeks. */
  readonly expected: number;
  /** How likely chance alone brings so many. */
  readonly chance: number;
}

/** The weeks that are looked at, and those that they are compared with. */
export const WATCHED_WEEKS = 4;
export const BASE_WEEKS = 52;
/** Fewer are never called a rise, whatever the past. */
const LEAST = 3;
/** How likely a false alarm may be at any one look, over all values looked at together (Bonferroni). */
const FALSE_ALARMS = 0.05;

/** The queries of the last weeks and of the year before them, counted back from a day. */
export function watchedQueries(
  { where }: Pick<Watch, 'where'>,
  to: LocalDate,
): { readonly now: FigureQuery; readonly before: FigureQuery } {
  const from = addDays(to, 1 - WATCHED_WEEKS * 7);
  const last = addDays(from, -1);
  return {
    now: { measure: 'RECEIVED', where, from, to },
    before: { measure: 'RECEIVED', where, from: addDays(last, 1 - BASE_WEEKS * 7), to: last },
  };
}

/**
 * The values that rose beyond chance, the least likely first: the exact conditional test of two Poisson counts, the last
 * weeks against the year before.
 */
export function risesOf(now: readonly Group[], before: readonly Group[]): readonly Rise[] {
  const countOf = (groups: readonly Group[], value: string) =>
    groups.find(({ values }) => values[0] === value)?.count ?? 0;
  const values = [...new Set([...now, ...before].flatMap((group) => group.values))].filter(
    (value) => value !== NOT_STATED,
  );
  const share = WATCHED_WEEKS / (WATCHED_WEEKS + BASE_WEEKS);
  return values
    .map((value): Rise => {
      const counts = { now: countOf(now, value), before: countOf(before, value) };
      const expected = (counts.before * WATCHED_WEEKS) / BASE_WEEKS;
      return { value, ...counts, expected, chance: chanceOfRise({ ...counts, share }) };
    })
    .filter(({ now: count, chance }) => count >= LEAST && chance < FALSE_ALARMS / values.length)
    .sort((a, b) => a.chance - b.chance || (a.value < b.value ? -1 : 1));
}

/** Why it stands before the supervisor, in words with its figures. */
export function reasonOfRise({ now, before, expected, chance }: Rise): Localized {
  const mean = expected.toFixed(1);
  const likely = chance < 0.0001 ? '0.01' : (chance * 100).toPrecision(2);
  const below = chance < 0.0001;
  return {
    zh: `近 ${WATCHED_WEEKS} 周收到 ${now} 件；此前一年共 ${before} 件，平均每 ${WATCHED_WEEKS} 周 ${mean} 件。若投诉率未变，偶然达到这一件数的可能性${below ? '不到' : '约'} ${likely}%（泊松计数精确检验）。`,
    en: `${now} received in the last ${WATCHED_WEEKS} weeks; ${before} in the year before, which is ${mean} in ${WATCHED_WEEKS} weeks. If nothing had changed, chance would bring so many ${below ? 'less than ' : ''}${likely} % of the time (exact test of Poisson counts).`,
  };
}
