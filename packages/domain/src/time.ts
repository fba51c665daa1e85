import { Temporal } from 'temporal-polyfill';

/** An instant, ISO 8601 in UTC with milliseconds: `2026-09-24T01:00:00.000Z`. Sorts as text. */
export type Instant = string;
/** A calendar day, `YYYY-MM-DD`. Sorts as text. */
export type LocalDate = string;

/** The time zone of every Chinese organisation unless it sets another. */
export const CHINA_TIME_ZONE = 'Asia/Shanghai';

const DAY_MS = 86_400_000;
const CHINA_OFFSET_HOURS = 8;
const CHINA_OFFSET_MS = CHINA_OFFSET_HOURS * 3_600_000;
/** China has kept UTC+8 since the end of summer time in 1991: no table is needed after that. */
const PLAIN_CHINA_SINCE = '1992-01-01T00:00:00.000Z';
const PLAIN_INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?Z$/;

/** The calendar day of an instant in a time zone. */
export function localDateOf(at: Instant, timeZone = CHINA_TIME_ZONE): LocalDate {
  if (timeZone === CHINA_TIME_ZONE && at >= PLAIN_CHINA_SINCE && PLAIN_INSTANT.test(at)) {
    // Before 16:00 UTC it is the same day in China. Asked for every event of every complaint, so without a Date.
    const day = at.slice(0, 10);
    return at.slice(11, 13) < '16' ? day : addDays(day, 1);
  }
  return Temporal.Instant.from(at).toZonedDateTimeISO(timeZone).toPlainDate().toString();
}

/** The instant of a wall-clock time (`HH:mm` or `HH:mm:ss.SSS`) on a day in a time zone. */
export function instantAt(date: LocalDate, time: string, timeZone = CHINA_TIME_ZONE): Instant {
  if (timeZone === CHINA_TIME_ZONE && date >= '1992-01-02') {
    const hours = Number(time.slice(0, 2)) - CHINA_OFFSET_HOURS;
    // From eight in the morning it is the same day in UTC.
    if (hours >= 0 && time.length === 5) {
      return `${date}T${String(hours).padStart(2, '0')}${time.slice(2)}:00.000Z`;
    }
    return new Date(
      Date.parse(`${date}T${time.length === 5 ? `${time}:00` : time}Z`) - CHINA_OFFSET_MS,
    ).toISOString();
  }
  const zoned = Temporal.PlainDate.from(date).toZonedDateTime({
    timeZone,
    plainTime: Temporal.PlainTime.from(time),
  });
  return new Date(zoned.epochMilliseconds).toISOString();
}

/** The day so many days later (earlier when negative). */
export function addDays(date: LocalDate, days: number): LocalDate {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10);
}

/** Whole days from one day to another; negative when the other is earlier. */
export function daysBetween(from: LocalDate, to: LocalDate): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / DAY_MS);
}

/** The instant so many milliseconds later. */
export function addMilliseconds(at: Instant, milliseconds: number): Instant {
  return new Date(Date.parse(at) + milliseconds).toISOString();
}
