import { addDays, type LocalDate } from '../time.ts';

/** ISO 8601 weeks: they begin on Monday, and the first of a year is the one with its first Thursday. */

/** `2026-W48`. Sorts as text. */
export type Week = string;

const WEEK = /^(\d{4})-W(\d{2})$/;

/** The week in which a day lies. */
export function weekOf(date: LocalDate): Week {
  const thursday = addDays(mondayOn(date), 3);
  const year = thursday.slice(0, 4);
  const number = 1 + Math.floor(dayOfYear(thursday) / 7);
  return `${year}-W${String(number).padStart(2, '0')}`;
}

/** Monday to Sunday of a week; undefined where there is none of that number. */
export function daysOfWeek(week: Week): { readonly from: LocalDate; readonly to: LocalDate } | undefined {
  const [, year = '', number = ''] = WEEK.exec(week) ?? [];
  if (year === '') return undefined;
  // The fourth of January lies in the first week of every year.
  const from = addDays(mondayOn(`${year}-01-04`), (Number(number) - 1) * 7);
  return weekOf(from) === week ? { from, to: addDays(from, 6) } : undefined;
}

/** The week so many weeks later. @throws for what is no week */
export function weeksAfter(week: Week, weeks: number): Week {
  const days = daysOfWeek(week);
  if (!days) throw new Error(`${week} is no week.`);
  return weekOf(addDays(days.from, weeks * 7));
}

function mondayOn(date: LocalDate): LocalDate {
  const weekday = (new Date(`${date}T00:00:00Z`).getUTCDay() + 6) % 7;
  return addDays(date, -weekday);
}

/** Days since the first of January. */
function dayOfYear(date: LocalDate): number {
  return Math.round((Date.parse(date) - Date.parse(`${date.slice(0, 4)}-01-01`)) / 86_400_000);
}
