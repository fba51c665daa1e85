import type { WorkingCalendar } from '../calendar/calendar.ts';
import { type Instant, localDateOf } from '../time.ts';
import type { ClockTrigger, DeadlineRule, DurationUnit } from './rule.ts';

/** A rough length in hours, only for telling which of two rules is tighter. */
const HOURS: Readonly<Record<DurationUnit, number>> = { hours: 1, days: 24, workingDays: (24 * 7) / 5 };

const lengthOf = (rule: DeadlineRule): number => rule.amount * HOURS[rule.unit];

/**
 * The rules that start a clock at a moment: of each clock the version in force on that day whose conditions hold. An
 * organisation's own promise stands in for the law only where it is tighter, never where it is looser. Of several
 * versions that apply, the one with more conditions is meant for the case.
 */
export function selectRules(options: {
  readonly rules: readonly DeadlineRule[];
  readonly trigger: ClockTrigger;
  readonly at: Instant;
  /** Flat facts of the complaint, which conditions ask about. */
  readonly facts: Readonly<Record<string, string>>;
  readonly calendar: Pick<WorkingCalendar, 'timeZone'>;
}): DeadlineRule[] {
  const { rules, trigger, at, facts, calendar } = options;
  const day = localDateOf(at, calendar.timeZone);
  const applicable = rules.filter(
    (rule) =>
      rule.startsOn === trigger &&
      rule.effectiveFrom <= day &&
      (rule.effectiveTo === undefined || day <= rule.effectiveTo) &&
      (rule.appliesWhen ?? []).every(({ field, in: among }) => among.includes(facts[field] ?? '')),
  );
  const byClock = Map.groupBy(applicable, ({ clock }) => clock);
  return [...byClock.values()].flatMap((versions) => {
    const own = versions.filter(({ origin }) => origin === 'organization');
    const law = versions
      .filter(({ origin }) => origin !== 'organization')
      .sort((a, b) => (b.appliesWhen?.length ?? 0) - (a.appliesWhen?.length ?? 0))[0];
    const tightest = own.sort((a, b) => lengthOf(a) - lengthOf(b))[0];
    if (!law) return tightest ? [tightest] : [];
    return [tightest && lengthOf(tightest) < lengthOf(law) ? tightest : law];
  });
}
