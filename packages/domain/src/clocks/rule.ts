import type { Localized } from '@huiyin/shared';
import type { Instant, LocalDate } from '../time.ts';

/** Where a limit stands written. */
export interface Basis {
  readonly regulation: Localized;
  readonly article?: Localized;
  readonly url?: string;
}

export type DurationUnit = 'hours' | 'days' | 'workingDays';

/** Moments of a complaint's life that start or end a clock. */
export const CLOCK_TRIGGERS = [
  'received',
  'accepted',
  'declined',
  'transferred',
  /** Accepted, declined or transferred. */
  'decided',
  'decisionNotified',
  'answered',
  'concluded',
  'closed',
  'mediationAsked',
  'mediationAccepted',
  'mediationEnded',
  'mediationResultNotified',
  'clueFound',
  'clueVerified',
  'faultReported',
  'faultRestored',
  'arrearsPaid',
  'serviceRestored',
  'petitionRegistered',
  'petitionHandled',
  'hotlineReceived',
] as const;
export type ClockTrigger = (typeof CLOCK_TRIGGERS)[number];

/** Moments that nothing else records: somebody says that they came about. */
export const MILESTONES = [
  'mediationAsked',
  'mediationAccepted',
  'mediationResultNotified',
  'clueFound',
  'clueVerified',
  'faultReported',
  'faultRestored',
  'arrearsPaid',
  'serviceRestored',
] as const satisfies readonly ClockTrigger[];
export type Milestone = (typeof MILESTONES)[number];

/** The milestones that some of these rules wait for. */
export function milestonesOf(
  rules: readonly Pick<DeadlineRule, 'startsOn' | 'endsOn'>[],
): readonly Milestone[] {
  const moments = new Set<ClockTrigger>(rules.flatMap(({ startsOn, endsOn }) => [startsOn, ...endsOn]));
  return MILESTONES.filter((milestone) => moments.has(milestone));
}

export const PAUSE_REASONS = ['testing', 'appraisal', 'waitingForComplainant', 'mediation'] as const;
export type PauseReason = (typeof PAUSE_REASONS)[number];

/** Whether somebody stops clocks for this, rather than the state of the complaint. */
export function isPausedByHand(reason: PauseReason): boolean {
  return reason === 'testing' || reason === 'appraisal';
}

/** Holds when the complaint's flat fact `field` (`kind`, `channel`, `details.area` …) is one of the values. */
export interface RuleCondition {
  readonly field: string;
  readonly in: readonly string[];
}

/** One version of one limit: from what until what, how long, and where it stands written. */
export interface DeadlineRule {
  /** Stable: `drug-regulation.acceptance@2026-04-15`. */
  readonly id: string;
  /** Which clock of the sector this is a version of: `acceptance`, `mediation` … */
  readonly clock: string;
  readonly label: Localized;
  readonly startsOn: ClockTrigger;
  readonly endsOn: readonly ClockTrigger[];
  readonly amount: number;
  readonly unit: DurationUnit;
  readonly pausesWhile?: readonly PauseReason[];
  readonly extension?: { readonly amount: number; readonly unit: DurationUnit; readonly approval: Localized };
  /** All must hold. */
  readonly appliesWhen?: readonly RuleCondition[];
  readonly basis: Basis;
  /** First day in force. */
  readonly effectiveFrom: LocalDate;
  /** Last day in force; absent while it is. */
  readonly effectiveTo?: LocalDate;
  /** Checked at the source; shown as unconfirmed otherwise. */
  readonly confirmed: boolean;
  readonly origin: 'law' | 'contract' | 'local' | 'organization';
  /** Gives way where law allows more time for the same thing. */
  readonly yieldsToLaw?: boolean;
}

/** What an organisation found of a rule whose text was not checked at its source: that it is right, or what is. */
export interface RuleCorrection {
  readonly ruleId: string;
  /** Absent: as it stood. */
  readonly amount?: number;
  readonly unit?: DurationUnit;
  readonly effectiveFrom?: LocalDate;
  readonly effectiveTo?: LocalDate;
  /** Where the organisation found it written. */
  readonly source: string;
  /** Member who says so, and when. */
  readonly by: string;
  readonly at: Instant;
}

/** Rules as the organisation has confirmed or corrected them; only a rule that was not confirmed can be. */
export function corrected(
  rules: readonly DeadlineRule[],
  corrections: readonly RuleCorrection[],
): readonly DeadlineRule[] {
  const found = new Map(corrections.map((correction) => [correction.ruleId, correction]));
  return rules.map((rule) => {
    const correction = rule.confirmed ? undefined : found.get(rule.id);
    if (!correction) return rule;
    const { amount, unit, effectiveFrom, effectiveTo } = correction;
    return {
      ...rule,
      ...(amount === undefined ? {} : { amount }),
      ...(unit === undefined ? {} : { unit }),
      ...(effectiveFrom === undefined ? {} : { effectiveFrom }),
      ...(effectiveTo === undefined ? {} : { effectiveTo }),
      confirmed: true,
    };
  });
}
