import type { TenantActor } from '../access/actor.ts';
import type { WorkingCalendar } from '../calendar/calendar.ts';
import type { DeadlineRule, RuleCorrection } from '../clocks/rule.ts';
import type { Sector } from '../sectors/contract.ts';
import type { Instant } from '../time.ts';

/** What an organisation has set for itself; a sector's defaults stand in for what it has not. */
export interface OfficeSettings {
  readonly reopenWithinDays: number;
  readonly untouchedDays: number;
  readonly answerNeedsApproval: boolean;
  readonly numberPrefix: string;
  /** Promises of the organisation's own, tighter than law. */
  readonly ownRules: readonly DeadlineRule[];
  /** What the organisation has found of rules whose text was not checked at its source. */
  readonly ruleCorrections: readonly RuleCorrection[];
}

/** Everything a decision depends on besides the complaint and the command. */
export interface DecisionContext {
  readonly actor: TenantActor;
  /** When it is decided. */
  readonly now: Instant;
  /** When it happened: `now`, or the day on the paper for imported history. */
  readonly at: Instant;
  readonly newId: () => string;
  readonly sector: Sector;
  readonly calendar: WorkingCalendar;
  /** All rules that may start a clock: of the sector, of every sector, and the organisation's own. */
  readonly rules: readonly DeadlineRule[];
  readonly settings: OfficeSettings;
  /** The department of a member of staff, for who must be recused with it. */
  readonly departmentOf: (memberId: string) => string | undefined;
  /** The cell of the map (H3) in which a place lies; WGS-84 degrees, resolution 0–15. */
  readonly cellOf: (place: {
    readonly longitude: number;
    readonly latitude: number;
    readonly resolution: number;
  }) => string;
  /** Imported history keeps its own dates, and what it did not meet is recorded instead of refused. */
  readonly historic: boolean;
}
