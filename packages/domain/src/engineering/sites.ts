import type { Status } from '../complaint/words.ts';
import type { Instant } from '../time.ts';

/** What was measured, by the key of the field: `{ rsrp: -118 }`. Of all of them less is worse. */
export type Readings = Readonly<Record<string, number>>;

/** A complaint that waits on a list of engineers. */
export interface WaitingCase {
  readonly complaintId: string;
  readonly number: string;
  /** Whoever complained is masked in it. */
  readonly title: string;
  readonly status: Status;
  readonly receivedAt: Instant;
  readonly joinedAt: Instant;
  /** Absent: nobody knows who complained. */
  readonly complainantId?: string;
  readonly groupSize: number;
  readonly site?: string;
  readonly address?: string;
  readonly readings: Readings;
  /** The item of the list that it is already part of. */
  readonly itemId?: string;
}

/** The complaints that wait at one site. */
export interface EngineeringSite {
  /** Absent: those that do not say where. */
  readonly site?: string;
  readonly cases: readonly WaitingCase[];
  /** Distinct people: somebody who complained twice is one, whoever gave no name is one each. */
  readonly people: number;
  readonly worst: Readings;
  readonly waitingSince: Instant;
}

/**
 * The sites at which complaints wait, where they are needed most first: by complaints, then people, then the worse first
 * reading, then the longer wait. Those that do not say where come last.
 */
export function sitesOf(
  cases: readonly WaitingCase[],
  readings: readonly string[],
): readonly EngineeringSite[] {
  const [ranking = ''] = readings;
  return [...Map.groupBy(cases, ({ site }) => site)]
    .map(([site, here]): EngineeringSite => {
      const ordered = [...here].sort((a, b) => (a.joinedAt < b.joinedAt ? -1 : 1));
      return {
        ...(site === undefined ? {} : { site }),
        cases: ordered,
        people: peopleOf(here),
        worst: worstOf(here, readings),
        waitingSince: ordered[0]?.joinedAt ?? '',
      };
    })
    .sort(
      (a, b) =>
        Number(a.site === undefined) - Number(b.site === undefined) ||
        b.cases.length - a.cases.length ||
        b.people - a.people ||
        (a.worst[ranking] ?? 0) - (b.worst[ranking] ?? 0) ||
        (a.waitingSince < b.waitingSince ? -1 : 1),
    );
}

/** A group counts with its size, and its largest where the same people came more than once. */
function peopleOf(cases: readonly WaitingCase[]): number {
  const known = new Map<string, number>();
  for (const { complainantId, complaintId, groupSize } of cases) {
    const who = complainantId ?? complaintId;
    known.set(who, Math.max(known.get(who) ?? 0, groupSize));
  }
  return [...known.values()].reduce((sum, size) => sum + size, 0);
}

/** The worst of each reading that was taken at all. */
export function worstOf(cases: readonly Pick<WaitingCase, 'readings'>[], keys: readonly string[]): Readings {
  const worst: Record<string, number> = {};
  for (const key of keys) {
    const taken = cases.flatMap(({ readings }) => readings[key] ?? []);
    if (taken.length > 0) worst[key] = Math.min(...taken);
  }
  return worst;
}

/** Whether it got better, by the first reading that was taken both times; undefined where none was. */
export function improvedBetween(options: {
  readonly before: Readings;
  readonly after: Readings;
  readonly keys: readonly string[];
}): boolean | undefined {
  const { before, after, keys } = options;
  const key = keys.find((each) => before[each] !== undefined && after[each] !== undefined);
  return key === undefined ? undefined : (after[key] ?? 0) > (before[key] ?? 0);
}
