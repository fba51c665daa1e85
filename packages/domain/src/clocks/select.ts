import type { WorkingCalendar } from '../calendar/calendar.ts';
import { type Instant, localDateOf } from '../time.ts';
import { startClock } from './clock.ts';
import type { ClockTrigger, DeadlineRule, DurationUnit } from './rule.ts';

/** A rough length in hours, for telling which of two limits that start at different moments allows more. */
const HOURS: Readonly<Record<DurationUnit, number>> = { hours: 1, days: 24, workingDays: (24 * 7) / 5 };

const lengthOf = (rule: DeadlineRule): number => rule.amount * HOURS[rule.unit];

/**
 * The rules that start a clock at a moment: of each clock the version in force on that day whose conditions hold. An
 * organisation's own promise stands in for the law only where it falls due earlier, never where it is looser. Of several
 * versions that apply, the one with more conditions is meant for the case. A rule that yields to law is left out where
 * law allows more time for the same end.
 */
export function selectRules(options: {
  readonly rules: readonly DeadlineRule[];
  readonly trigger: ClockTrigger;
  readonly at: Instant;
  /** Flat facts of the complaint, which conditions ask about. */
  readonly facts: Readonly<Record<string, string>>;
  readonly calendar: WorkingCalendar;
}): DeadlineRule[] {
  const { rules, trigger, at, facts, calendar } = options;
  const day = localDateOf(at, calendar.timeZone);
  const inForce = rules.filter(
    (rule) =>
      rule.effectiveFrom <= day &&
      (rule.effectiveTo === undefined || day <= rule.effectiveTo) &&
      (rule.appliesWhen ?? []).every(({ field, in: among }) => among.includes(facts[field] ?? '')),
  );
  const dueAt = (rule: DeadlineRule): Instant => startClock({ id: '', rule, at, calendar }).dueAt;
  const byClock = Map.groupBy(
    inForce.filter(({ startsOn }) => startsOn === trigger),
    ({ clock }) => clock,
  );
  return [...byClock.values()].flatMap((versions) => {
    const own = versions.filter(({ origin }) => origin === 'organization');
    const law = versions
      .filter((rule) => rule.origin !== 'organization' && !givesWay(rule, inForce))
      .sort((a, b) => (b.appliesWhen?.length ?? 0) - (a.appliesWhen?.length ?? 0))[0];
    const tightest = own.sort((a, b) => (dueAt(a) < dueAt(b) ? -1 : 1))[0];
    if (!law) return tightest ? [tightest] : [];
    return [tightest && dueAt(tightest) < dueAt(law) ? tightest : law];
  });
}

/** Whether law in force allows more time for what the rule ends on, from the receipt or from the acceptance. */
function givesWay(rule: DeadlineRule, inForce: readonly DeadlineRule[]): boolean {
  return (
    rule.yieldsToLaw === true &&
    inForce.some(
      (other) =>
        other.origin === 'law' &&
        (other.startsOn === 'received' || other.startsOn === 'accepted') &&
        other.endsOn.includes('answered') &&
        rule.endsOn.includes('answered') &&
        lengthOf(other) > lengthOf(rule),
    )
  );
}
