import type { Localized } from '@huiyin/shared';
import type { LocalDate } from '../time.ts';

/** Preventive visits: where complaints gather somebody goes and looks, before more of them come (domain.md 2). */

const t = (zh: string, en: string): Localized => ({ zh, en });

export const VISIT_TARGETS = ['RESPONDENT', 'DEPARTMENT', 'PLACE'] as const;
/** What is visited: a party complained about, a department of one's own, or a place. */
export type VisitTarget = (typeof VISIT_TARGETS)[number];
export const VISIT_TARGET_LABELS: Readonly<Record<VisitTarget, Localized>> = {
  RESPONDENT: t('被投诉方', 'Party complained about'),
  DEPARTMENT: t('本单位部门', 'Own department'),
  PLACE: t('地点', 'Place'),
};

export const VISIT_REASONS = ['HOT_SPOT', 'RECORD', 'BY_HAND'] as const;
/** Why it was planned: a rise beyond chance, the record of who is visited, or somebody's own judgement. */
export type VisitReason = (typeof VISIT_REASONS)[number];
export const VISIT_REASON_LABELS: Readonly<Record<VisitReason, Localized>> = {
  HOT_SPOT: t('投诉热点', 'Hot spot'),
  RECORD: t('被投诉记录', 'Record of complaints'),
  BY_HAND: t('工作安排', 'By hand'),
};

export const VISIT_STATES = ['PLANNED', 'OVERDUE', 'DONE'] as const;
export type VisitState = (typeof VISIT_STATES)[number];
export const VISIT_STATE_LABELS: Readonly<Record<VisitState, Localized>> = {
  PLANNED: t('待走访', 'Planned'),
  OVERDUE: t('已逾期', 'Overdue'),
  DONE: t('已走访', 'Done'),
};

export interface VisitPlan {
  readonly target: VisitTarget;
  /** The party of the register, the department or the site that is meant; absent: none that the office keeps. */
  readonly subjectId?: string | undefined;
  /** As it is called when the visit is planned. */
  readonly name: string;
  readonly reason: VisitReason;
  /** What spoke for it, kept as it was known then. */
  readonly why: string;
  readonly visitorId: string;
  readonly plannedOn: LocalDate;
}

/** Something to be put right after a visit. */
export interface FollowUpPlan {
  readonly text: string;
  readonly ownerId: string;
  readonly dueOn: LocalDate;
}

export interface VisitRecord {
  readonly doneOn: LocalDate;
  /** What was found, one by one; none: all was well. */
  readonly findings: readonly string[];
  readonly followUps: readonly FollowUpPlan[];
}

/** A visit is overdue from the day after the one it was planned for. */
export function visitStateOf(
  { plannedOn, doneOn }: { readonly plannedOn: LocalDate; readonly doneOn: LocalDate | null },
  today: LocalDate,
): VisitState {
  if (doneOn !== null) return 'DONE';
  return plannedOn < today ? 'OVERDUE' : 'PLANNED';
}
