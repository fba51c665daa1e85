import * as chineseDays from 'chinese-days';
import { addDays, CHINA_TIME_ZONE, type Instant, instantAt, type LocalDate, localDateOf } from '../time.ts';

// A CommonJS module for Node, an ES module for bundlers: the functions stand in one place or the other.
const { getDayDetail } =
  'getDayDetail' in chineseDays ? chineseDays : (chineseDays as { default: typeof chineseDays }).default;

/** One year of the State Council's calendar, as an administrator loads it when it is published. */
export interface CalendarYear {
  readonly year: number;
  /** Days off by the notice, weekends among them where it names them. */
  readonly holidays: readonly LocalDate[];
  /** Make-up Saturdays and Sundays (调休) on which people work. */
  readonly makeUpDays: readonly LocalDate[];
}

export interface CalendarSettings {
  readonly timeZone?: string;
  /** When the working day begins, `HH:mm`. */
  readonly openOfBusiness?: string;
  /** When the working day, and with it a period in working days, ends: `HH:mm`. */
  readonly closeOfBusiness?: string;
  /** Whether a day period that ends on a weekend moves on, as it does from a statutory holiday. */
  readonly weekendMovesLastDay?: boolean;
  /** Years that the built-in calendar does not know yet, or that an administrator corrects. */
  readonly extraYears?: readonly CalendarYear[];
}

/** Which days are worked, and how sure that is. */
export interface WorkingCalendar {
  /** Changes whenever a due date computed with it could. */
  readonly version: string;
  readonly timeZone: string;
  readonly openOfBusiness: string;
  readonly closeOfBusiness: string;
  readonly weekendMovesLastDay: boolean;
  /** Whether the State Council's calendar of the year is known; plain weekdays stand in for it otherwise. */
  readonly knows: (year: number) => boolean;
  readonly isWorkingDay: (date: LocalDate) => boolean;
  /** A statutory holiday or a day off that the notice gives with it; not a plain weekend. */
  readonly isHoliday: (date: LocalDate) => boolean;
}

/** The years that `chinese-days` carries; outside them it silently answers with plain weekdays. */
export const BUILT_IN_YEARS = { first: 2004, last: 2026 } as const;

const WEEKEND = [0, 6];
const isWeekend = (date: LocalDate): boolean => WEEKEND.includes(new Date(`${date}T00:00:00Z`).getUTCDay());

/**
 * China's working calendar: the State Council's notices of 2004–2026 and those an administrator has loaded.
 * Source: the yearly 国务院办公厅关于部分节假日安排的通知, as carried by `chinese-days`.
 */
export function chinaCalendar(settings: CalendarSettings = {}): WorkingCalendar {
  const {
    timeZone = CHINA_TIME_ZONE,
    openOfBusiness = '09:00',
    closeOfBusiness = '17:30',
    weekendMovesLastDay = false,
    extraYears = [],
  } = settings;
  const loaded = new Map(
    extraYears.map(({ year, holidays, makeUpDays }) => [
      year,
      { holidays: new Set(holidays), makeUpDays: new Set(makeUpDays) },
    ]),
  );
  // Many clocks ask about the same days.
  const worked = new Map<LocalDate, boolean>();

  const knows = (year: number): boolean =>
    loaded.has(year) || (year >= BUILT_IN_YEARS.first && year <= BUILT_IN_YEARS.last);
  const isHoliday = (date: LocalDate): boolean => {
    const year = loaded.get(Number(date.slice(0, 4)));
    if (year) return year.holidays.has(date);
    // A day off by the notice carries the name of its holiday with a comma; a plain day is named by its weekday.
    const { work, name } = getDayDetail(date);
    return !work && name.includes(',');
  };
  const isWorkingDay = (date: LocalDate): boolean => {
    const known = worked.get(date);
    if (known !== undefined) return known;
    const year = loaded.get(Number(date.slice(0, 4)));
    const works = year
      ? year.makeUpDays.has(date) || (!year.holidays.has(date) && !isWeekend(date))
      : getDayDetail(date).work;
    worked.set(date, works);
    return works;
  };
  const years = [...extraYears].map(({ year }) => year).sort();
  return {
    version: ['cn', BUILT_IN_YEARS.last, ...years, closeOfBusiness, weekendMovesLastDay ? 'w' : ''].join('-'),
    timeZone,
    openOfBusiness,
    closeOfBusiness,
    weekendMovesLastDay,
    knows,
    isHoliday,
    isWorkingDay,
  };
}

const next = new Map<LocalDate, LocalDate>();

/** The day after. Periods are walked day by day, and always over the same few years. */
function dayAfter(date: LocalDate): LocalDate {
  let day = next.get(date);
  if (day === undefined) {
    day = addDays(date, 1);
    next.set(date, day);
  }
  return day;
}

/** The working day so many working days after a day, which itself does not count. */
export function addWorkingDays(date: LocalDate, amount: number, calendar: WorkingCalendar): LocalDate {
  let day = date;
  for (let left = amount; left > 0; ) {
    day = dayAfter(day);
    if (calendar.isWorkingDay(day)) left -= 1;
  }
  return day;
}

/** Working days after `from` up to and with `to`. */
export function workingDaysBetween(from: LocalDate, to: LocalDate, calendar: WorkingCalendar): number {
  let days = 0;
  for (let day = dayAfter(from); day <= to; day = dayAfter(day)) if (calendar.isWorkingDay(day)) days += 1;
  return days;
}

/** The last day of a day period, moved off a statutory holiday (and off a weekend where that is set). */
export function movedOffHoliday(date: LocalDate, calendar: WorkingCalendar): LocalDate {
  let day = date;
  const rests = (candidate: LocalDate): boolean =>
    calendar.isHoliday(candidate) || (calendar.weekendMovesLastDay && !calendar.isWorkingDay(candidate));
  while (rests(day)) day = dayAfter(day);
  return day;
}

/** Whether every year from one day to another is published. */
export function knowsAll(from: LocalDate, to: LocalDate, calendar: WorkingCalendar): boolean {
  for (let year = Number(from.slice(0, 4)); year <= Number(to.slice(0, 4)); year += 1) {
    if (!calendar.knows(year)) return false;
  }
  return true;
}

/** Seconds of working time between two instants: the overlap with every working day's business hours. */
export function workingSecondsBetween(options: {
  readonly from: Instant;
  readonly to: Instant;
  readonly calendar: WorkingCalendar;
}): number {
  const { from, to, calendar } = options;
  if (to <= from) return 0;
  const { timeZone, openOfBusiness, closeOfBusiness } = calendar;
  const [start, end] = [Date.parse(from), Date.parse(to)];
  const workedOn = (day: LocalDate): number => {
    if (!calendar.isWorkingDay(day)) return 0;
    const opens = Date.parse(instantAt(day, openOfBusiness, timeZone));
    const closes = Date.parse(instantAt(day, closeOfBusiness, timeZone));
    return Math.max(0, Math.min(end, closes) - Math.max(start, opens));
  };
  const [first, last] = [localDateOf(from, timeZone), localDateOf(to, timeZone)];
  if (first === last) return Math.round(workedOn(first) / 1000);
  // Of the days between only their number counts.
  const whole = workingDaysBetween(first, addDays(last, -1), calendar);
  const hours = minutesOf(closeOfBusiness) - minutesOf(openOfBusiness);
  return Math.round((workedOn(first) + workedOn(last)) / 1000) + whole * hours * 60;
}

/** `HH:mm` as minutes from midnight. */
function minutesOf(time: string): number {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return hours * 60 + minutes;
}
