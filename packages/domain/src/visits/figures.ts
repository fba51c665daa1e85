import { VISIT_TARGETS, type VisitTarget } from './visit.ts';

/** What the visits to one kind of target came to in a period; everything adds up over the kinds. */
export interface VisitCounts {
  readonly target: VisitTarget;
  /** Planned for a day of the period, whether made or not. */
  readonly planned: number;
  /** Made in the period, whenever they were planned for. */
  readonly made: number;
  /** Planned for a day up to the end of the period, and not made by then. */
  readonly missed: number;
  /** Of the visits made in the period: what was found, and what is to be put right. */
  readonly findings: number;
  readonly followUps: number;
  /** Of these follow-ups, those done by the end of the period. */
  readonly followUpsDone: number;
}

export type VisitSums = Omit<VisitCounts, 'target'>;

const NOTHING: VisitSums = { planned: 0, made: 0, missed: 0, findings: 0, followUps: 0, followUpsDone: 0 };

/** One for each kind of target, in their order. */
export function everyTarget(counts: readonly VisitCounts[]): readonly VisitCounts[] {
  return VISIT_TARGETS.map(
    (target) => counts.find((each) => each.target === target) ?? { target, ...NOTHING },
  );
}

/** All visits together. */
export function visitTotal(counts: readonly VisitCounts[]): VisitSums {
  const sum = (key: keyof VisitSums): number => counts.reduce((total, each) => total + each[key], 0);
  return {
    ...{ planned: sum('planned'), made: sum('made'), missed: sum('missed'), findings: sum('findings') },
    ...{ followUps: sum('followUps'), followUpsDone: sum('followUpsDone') },
  };
}
