import type { Localized } from '@huiyin/shared';
import { chanceOfRise } from '../figures/poisson.ts';
import { addDays, daysBetween, type LocalDate } from '../time.ts';

/**
 * Bursts: more complaints of one kind at one place, or about one party, than chance brings. The last days are held
 * against the organisation's own year before by an exact test of two Poisson counts, corrected for how many such
 * comparisons are made at once (Bonferroni).
 */

/** What a complaint can have in common with others of one event. */
export interface Cell {
  readonly category: string;
  readonly by: 'RESPONDENT' | 'DEPARTMENT' | 'DETAIL';
  /** Of DETAIL: the sector's field. */
  readonly field?: string;
  /** By what equals are known: a name, an id, the square of a map. */
  readonly value: string;
  /** What people call it; a department by its id. */
  readonly label: string;
}

/** A complaint as far as bursts are found by it. */
export interface Occurrence {
  readonly complaintId: string;
  /** The person in the register; absent where nobody is known. */
  readonly complainantId?: string | null;
  readonly on: LocalDate;
  readonly cells: readonly Cell[];
  /** It belongs to an incident already: it counts among what is usual, and raises no further one. */
  readonly linked: boolean;
}

export interface Burst {
  readonly cell: Cell;
  /** First and last day of the window in which it rose. */
  readonly from: LocalDate;
  readonly to: LocalDate;
  readonly complaintIds: readonly string[];
  /** Different people among them; each stranger counts as one. */
  readonly people: number;
  /** Complaints of the cell in the time before, and how many days that was. */
  readonly before: number;
  readonly daysBefore: number;
  /** P(as many people or more, had the rate not changed). */
  readonly chance: number;
  /** Comparisons made at the same time. */
  readonly comparisons: number;
}

/** Days of the windows looked at: a breakdown comes in hours, a bad batch in a week. */
const WINDOWS = [1, 3, 7] as const;
const YEAR = 365;
/** With less of a past nobody knows what is usual. */
const LEAST_DAYS_BEFORE = 28;
/** Fewer people are no mass, however unusual. */
const LEAST_PEOPLE = 5;
/** The chance that a quiet office is told of anything at all by one look. */
const FALSE_ALARM = 0.001;

/** The first day of which a look on this day must know. */
export function firstDayLookedAt(today: LocalDate): LocalDate {
  return addDays(today, -(YEAR + Math.max(...WINDOWS)));
}

/**
 * The bursts of an organisation, the least likely to be chance first; of several that are the same complaints, one.
 * @param options.since the day of its first complaint: a year that it was not there is no quiet year
 */
export function burstsIn(options: {
  readonly occurrences: readonly Occurrence[];
  readonly today: LocalDate;
  readonly since: LocalDate;
}): readonly Burst[] {
  const { occurrences, today, since } = options;
  const cells = new Map<string, { readonly cell: Cell; readonly of: Occurrence[] }>();
  for (const occurrence of occurrences) {
    for (const cell of occurrence.cells) {
      const known = cells.get(cellKey(cell));
      if (known) known.of.push(occurrence);
      else cells.set(cellKey(cell), { cell, of: [occurrence] });
    }
  }
  const comparisons = cells.size * WINDOWS.length;
  const found = [...cells.values()].flatMap(({ cell, of }) =>
    WINDOWS.flatMap((days) => burstOf({ cell, of, days, today, since, comparisons }) ?? []),
  );
  return distinct(found.sort((a, b) => a.chance - b.chance));
}

/** One name for a cell, the same whenever it is looked at. */
export function cellKey({ category, by, field = '', value }: Cell): string {
  return [category, by, field, value].join('|');
}

function burstOf(options: {
  readonly cell: Cell;
  readonly of: readonly Occurrence[];
  readonly days: number;
  readonly today: LocalDate;
  readonly since: LocalDate;
  readonly comparisons: number;
}): Burst | undefined {
  const { cell, of, days, today, since, comparisons } = options;
  const from = addDays(today, 1 - days);
  const begin = latest(addDays(from, -YEAR), since);
  const daysBefore = daysBetween(begin, from);
  if (daysBefore < LEAST_DAYS_BEFORE) return undefined;
  const now = of.filter(({ on, linked }) => on >= from && on <= today && !linked);
  const people = new Set(now.map(({ complainantId, complaintId }) => complainantId ?? complaintId)).size;
  if (people < LEAST_PEOPLE) return undefined;
  const before = of.filter(({ on }) => on >= begin && on < from).length;
  // One person's ten calls are no mass: now each counts once, before every complaint does.
  const chance = chanceOfRise({ now: people, before, share: days / (days + daysBefore) });
  if (chance * comparisons >= FALSE_ALARM) return undefined;
  const complaintIds = now.map(({ complaintId }) => complaintId);
  return { cell, from, to: today, complaintIds, people, before, daysBefore, chance, comparisons };
}

/** Without those most of whose complaints stand in one that is less likely to be chance. */
function distinct(bursts: readonly Burst[]): readonly Burst[] {
  const kept: Burst[] = [];
  for (const burst of bursts) {
    const same = kept.some(({ complaintIds }) => {
      const shared = burst.complaintIds.filter((id) => complaintIds.includes(id)).length;
      return shared * 2 > Math.min(complaintIds.length, burst.complaintIds.length);
    });
    if (!same) kept.push(burst);
  }
  return kept;
}

function latest(a: LocalDate, b: LocalDate): LocalDate {
  return a > b ? a : b;
}

/** Why it is proposed, in words with the figures behind it. */
export function burstWords(
  burst: Omit<Burst, 'cell' | 'complaintIds'> & { readonly complaints: number },
  names: { readonly category: Localized; readonly where: Localized },
): Localized {
  const { from, to, people, before, daysBefore, chance, comparisons, complaints } = burst;
  const days = daysBetween(from, to) + 1;
  const usual = ((before / daysBefore) * days).toFixed(1);
  const { category, where } = names;
  return {
    zh:
      `“${category.zh}”反映集中于“${where.zh}”：最近 ${days} 天 ${complaints} 件、${people} 人；` +
      `此前 ${daysBefore} 天共 ${before} 件，平均每 ${days} 天 ${usual} 件。` +
      `若发生率未变，纯属偶然的概率为 ${inTen(chance)}（精确检验，同时比较 ${comparisons} 项，已作校正）。`,
    en:
      `“${category.en}” at “${where.en}”: ${complaints} complaints by ${people} people in the last ${days === 1 ? 'day' : `${days} days`}, ` +
      `against ${before} in the ${daysBefore} days before, which is ${usual} in as long a time. ` +
      `Had the rate not changed, chance would bring so many with a probability of ${inTen(chance)} (exact test, corrected for ${comparisons} comparisons).`,
  };
}

const SUPERSCRIPTS = '⁰¹²³⁴⁵⁶⁷⁸⁹';

/** `0.0003` as `3×10⁻⁴`. */
function inTen(chance: number): string {
  const [digits = '0', power = '0'] = chance.toExponential(0).split('e');
  const raised = [...power.replace(/^[+-]/, '')].map((digit) => SUPERSCRIPTS[Number(digit)]).join('');
  return `${digits}×10⁻${raised}`;
}
