import type { Localized } from '@huiyin/shared';
import type { LocalDate } from '../time.ts';

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

export const PAUSE_REASONS = ['testing', 'appraisal', 'waitingForComplainant', 'mediation'] as const;
export type PauseReason = (typeof PAUSE_REASONS)[number];

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
}
