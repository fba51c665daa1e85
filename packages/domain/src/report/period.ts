import type { Localized } from '@huiyin/shared';
import { HOLIDAY_LABELS, type Holiday, holidayDays } from '../calendar/holidays.ts';
import { addDays, daysBetween, type LocalDate } from '../time.ts';

export const PERIOD_KINDS = ['MONTH', 'QUARTER', 'HALF_YEAR', 'YEAR', 'HOLIDAY', 'SPAN'] as const;
export type PeriodKind = (typeof PERIOD_KINDS)[number];

/** Which period a report is about. */
export type PeriodChoice =
  | { readonly kind: 'MONTH'; readonly year: number; readonly number: number }
  | { readonly kind: 'QUARTER'; readonly year: number; readonly number: number }
  | { readonly kind: 'HALF_YEAR'; readonly year: number; readonly number: number }
  | { readonly kind: 'YEAR'; readonly year: number }
  | { readonly kind: 'HOLIDAY'; readonly year: number; readonly holiday: Holiday }
  | { readonly kind: 'SPAN'; readonly from: LocalDate; readonly to: LocalDate };

/** A period with its first and last day, both inclusive. */
export interface Period {
  readonly choice: PeriodChoice;
  readonly from: LocalDate;
  readonly to: LocalDate;
  readonly label: Localized;
}

/** The periods that a report compares. */
export interface ReportPeriods {
  readonly now: Period;
  /** The period just before; a holiday has none, and that of a year is the year before. */
  readonly before: Period | undefined;
  /** The same period a year earlier. */
  readonly yearAgo: Period | undefined;
}

const MONTHS_OF = { MONTH: 1, QUARTER: 3, HALF_YEAR: 6, YEAR: 12 } as const;

/** A period by its choice; `undefined` for one that does not exist (a 13th month, a holiday of an unknown year). */
export function periodOf(choice: PeriodChoice): Period | undefined {
  if (choice.kind === 'SPAN') {
    const { from, to } = choice;
    return from <= to
      ? { choice, from, to, label: { zh: `${from} 至 ${to}`, en: `${from} to ${to}` } }
      : undefined;
  }
  const { year } = choice;
  if (!Number.isInteger(year) || year < 1990 || year > 2200) return undefined;
  if (choice.kind === 'HOLIDAY') {
    const days = holidayDays(choice.holiday, year);
    const name = HOLIDAY_LABELS[choice.holiday];
    return (
      days && { choice, ...days, label: { zh: `${year} 年${name.zh}假期`, en: `${name.en} holiday ${year}` } }
    );
  }
  const months = MONTHS_OF[choice.kind];
  const number = choice.kind === 'YEAR' ? 1 : choice.number;
  if (!Number.isInteger(number) || number < 1 || number > 12 / months) return undefined;
  const from = monthStart(year, (number - 1) * months);
  const to = addDays(monthStart(year, number * months), -1);
  return { choice, from, to, label: labelOf(choice.kind, year, number) };
}

function monthStart(year: number, monthsOn: number): LocalDate {
  return new Date(Date.UTC(year, monthsOn, 1)).toISOString().slice(0, 10);
}

function labelOf(kind: keyof typeof MONTHS_OF, year: number, number: number): Localized {
  switch (kind) {
    case 'MONTH':
      return { zh: `${year} 年 ${number} 月`, en: `${year}-${String(number).padStart(2, '0')}` };
    case 'QUARTER':
      return { zh: `${year} 年第${'一二三四'[number - 1]}季度`, en: `Q${number} ${year}` };
    case 'HALF_YEAR':
      return {
        zh: `${year} 年${number === 1 ? '上' : '下'}半年`,
        en: `${number === 1 ? 'First' : 'Second'} half of ${year}`,
      };
    case 'YEAR':
      return { zh: `${year} 年`, en: `${year}` };
  }
}

/** A period with those it is compared with. `undefined` as in {@link periodOf}. */
export function reportPeriods(choice: PeriodChoice): ReportPeriods | undefined {
  const now = periodOf(choice);
  return now && { now, before: previous(choice), yearAgo: aYearEarlier(choice) };
}

function previous(choice: PeriodChoice): Period | undefined {
  switch (choice.kind) {
    case 'HOLIDAY':
    case 'YEAR':
      return undefined;
    case 'SPAN': {
      const days = daysBetween(choice.from, choice.to) + 1;
      return periodOf({ kind: 'SPAN', from: addDays(choice.from, -days), to: addDays(choice.from, -1) });
    }
    default: {
      const last = 12 / MONTHS_OF[choice.kind];
      return choice.number > 1
        ? periodOf({ ...choice, number: choice.number - 1 })
        : periodOf({ ...choice, year: choice.year - 1, number: last });
    }
  }
}

function aYearEarlier(choice: PeriodChoice): Period | undefined {
  if (choice.kind !== 'SPAN') return periodOf({ ...choice, year: choice.year - 1 });
  return periodOf({ kind: 'SPAN', from: dayAYearEarlier(choice.from), to: dayAYearEarlier(choice.to) });
}

/** 29 February becomes 28 February. */
function dayAYearEarlier(day: LocalDate): LocalDate {
  const year = Number(day.slice(0, 4)) - 1;
  const rest = day.slice(4) === '-02-29' ? '-02-28' : day.slice(4);
  return `${year}${rest}`;
}

/** Whether the period is made of whole months, for which counts are kept. */
export function isWholeMonths({ from, to }: Pick<Period, 'from' | 'to'>): boolean {
  return from.endsWith('-01') && addDays(to, 1).endsWith('-01');
}
