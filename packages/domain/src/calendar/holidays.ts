import type { Localized } from '@huiyin/shared';
import * as chineseDays from 'chinese-days';
import { addDays, type LocalDate } from '../time.ts';

// A CommonJS module for Node, an ES module for bundlers: the functions stand in one place or the other.
const { getDayDetail } =
  'getDayDetail' in chineseDays ? chineseDays : (chineseDays as { default: typeof chineseDays }).default;

export const HOLIDAYS = [
  'NEW_YEAR',
  'SPRING_FESTIVAL',
  'TOMB_SWEEPING',
  'LABOUR_DAY',
  'DRAGON_BOAT',
  'MID_AUTUMN',
  'NATIONAL_DAY',
] as const;
export type Holiday = (typeof HOLIDAYS)[number];

export const HOLIDAY_LABELS: Readonly<Record<Holiday, Localized>> = {
  NEW_YEAR: { zh: '元旦', en: "New Year's Day" },
  SPRING_FESTIVAL: { zh: '春节', en: 'Spring Festival' },
  TOMB_SWEEPING: { zh: '清明节', en: 'Tomb-sweeping Day' },
  LABOUR_DAY: { zh: '劳动节', en: 'Labour Day' },
  DRAGON_BOAT: { zh: '端午节', en: 'Dragon Boat Festival' },
  MID_AUTUMN: { zh: '中秋节', en: 'Mid-autumn Festival' },
  NATIONAL_DAY: { zh: '国庆节', en: 'National Day' },
};

/** How the notice of a year names its days: `National Day,国庆节,3`. */
const NAMED: Readonly<Record<Holiday, RegExp>> = {
  NEW_YEAR: /元旦/,
  SPRING_FESTIVAL: /春节/,
  TOMB_SWEEPING: /清明/,
  LABOUR_DAY: /劳动节/,
  DRAGON_BOAT: /端午/,
  MID_AUTUMN: /中秋/,
  NATIONAL_DAY: /国庆/,
};

const isDayOff = (day: LocalDate): boolean => {
  const { work, name } = getDayDetail(day);
  return !work && name.includes(',');
};

/**
 * First and last day off of a holiday by the State Council's notice of the year. Where two holidays run into one
 * another (国庆中秋 2025) they are one run of days off. `undefined` for years whose notice is not known.
 */
export function holidayDays(
  holiday: Holiday,
  year: number,
): { readonly from: LocalDate; readonly to: LocalDate } | undefined {
  let first: LocalDate | undefined;
  for (let day = `${year}-01-01`; day.startsWith(String(year)); day = addDays(day, 1)) {
    const { work, name } = getDayDetail(day);
    if (!work && name.includes(',') && NAMED[holiday].test(name)) {
      first = day;
      break;
    }
  }
  if (!first) return undefined;
  let from = first;
  while (isDayOff(addDays(from, -1))) from = addDays(from, -1);
  let to = first;
  while (isDayOff(addDays(to, 1))) to = addDays(to, 1);
  return { from, to };
}
