import type { Localized } from '@huiyin/shared';
import { addDays, type LocalDate } from '../time.ts';

/** From when on a party of the register is a repeat offender: by what was received, or by what of it was found valid. */
export interface RepeatRule {
  readonly withinDays: number;
  readonly received: number;
  readonly valid: number;
}

/** Complaints about one party within the days of the rule. */
export interface RepeatCounts {
  readonly received: number;
  readonly valid: number;
}

/** Why a party stands out; `undefined` where it does not. */
export function repeatReason(
  { withinDays, received: most, valid: mostValid }: RepeatRule,
  { received, valid }: RepeatCounts,
): Localized | undefined {
  if (valid >= mostValid) {
    return {
      zh: `${withinDays} 天内有效投诉 ${valid} 件（达 ${mostValid} 件即列入）`,
      en: `${valid} valid complaints within ${withinDays} days (${mostValid} are enough)`,
    };
  }
  if (received >= most) {
    return {
      zh: `${withinDays} 天内被投诉 ${received} 件（达 ${most} 件即列入）`,
      en: `${received} complaints within ${withinDays} days (${most} are enough)`,
    };
  }
  return undefined;
}

/** The rule as people are told it. */
export function repeatRuleWords({ withinDays, received, valid }: RepeatRule): Localized {
  return {
    zh: `${withinDays} 天内被投诉 ${received} 件以上，或有效投诉 ${valid} 件以上的，列为重复被投诉单位。`,
    en: `Whoever is complained about ${received} times within ${withinDays} days, or ${valid} times with reason, is a repeat offender.`,
  };
}

/** The first day that counts for the rule on a day. */
export function repeatsFrom({ withinDays }: RepeatRule, today: LocalDate): LocalDate {
  return addDays(today, 1 - withinDays);
}
