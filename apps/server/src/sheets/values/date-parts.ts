import { withDigits } from './chinese-digits.ts';
import { halfWidth } from './text.ts';

/** In what order a column writes day, month and year where none of them tells itself. */
export type DateOrder = 'ymd' | 'dmy' | 'mdy';

/** A date as its parts were written, before it is known which is which. */
export type DateParts =
  | { form: 'known'; year: number; month: number; day: number; time: string }
  | { form: 'noYear'; month: number; day: number; time: string }
  | { form: 'noDay'; year: number; month: number }
  | { form: 'numbers'; numbers: [number, number, number]; time: string }
  | { form: 'serial'; serial: number }
  | { form: 'instant'; iso: string };

/** Nothing longer is a date; patterns are not run on whole stories. Characters. */
const LONGEST = 80;
const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const WEEKDAY =
  /[\s,，(（]*(?:(?:星期|周|礼拜)[一二三四五六日天]|\b(?:mon|tue(?:s)?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\b\.?)[)）,]?\s*/gi;
/** What may stand between the parts of a date written with signs. */
const S = '\\s*[-/.,]\\s*';

/** Takes a cell apart; undefined when it has no shape of a date. */
export function dateParts(cell: string): DateParts | undefined {
  if (cell.length > LONGEST) return undefined;
  const text = withDigits(halfWidth(cell))
    .replace(/[‐‑–—−]/g, '-')
    .replace(WEEKDAY, ' ')
    .trim();
  const zoned = /^(\d{4}-\d\d-\d\d)[T ](\d\d:\d\d(?::\d\d(?:\.\d+)?)?)\s*(Z|[+-]\d\d:?\d\d)$/i.exec(text);
  if (zoned) return instantParts(zoned);
  if (/^\d{5}(?:\.\d+)?$/.test(text)) return { form: 'serial', serial: Number(text) };
  return compact(text) ?? chinese(text) ?? signs(text) ?? named(text);
}

function instantParts([, date = '', time, zone = '']: RegExpExecArray): DateParts | undefined {
  const [year = 0, month = 0, day = 0] = date.split('-').map(Number);
  const moment = new Date(`${date}T${time}${zone.toUpperCase().replace(/^([+-]\d\d)(\d\d)$/, '$1:$2')}`);
  // 30 February would be parsed as a day of March; left to be told as the day that it is not.
  if (!isDate(year, month, day)) return { form: 'known', year, month, day, time: time ?? '' };
  return Number.isNaN(moment.getTime()) ? undefined : { form: 'instant', iso: moment.toISOString() };
}

/** `20100315`, `201003150920`, `20100315 09:20`. */
function compact(text: string): DateParts | undefined {
  const [, year, month, day, rest = ''] =
    /^((?:19|20)\d\d)(\d\d)(\d\d)((?:[\sT]+.*)|\d{4}|\d{6})?$/.exec(text) ?? [];
  if (!year) return undefined;
  const time = /^\d{4}/.test(rest) ? rest.replace(/(\d\d)(?=\d)/g, '$1:') : rest.replace(/^[\sT]+/, '');
  return { form: 'known', year: Number(year), month: Number(month), day: Number(day), time };
}

/** `2010年3月15日 下午3时`, `10年3月15号`, `4月22日`, `2010年3月`. */
function chinese(text: string): DateParts | undefined {
  const found = /^(?:(\d{4}|\d{2})\s*年\s*)?(\d{1,2})\s*月(?:份)?\s*(?:(\d{1,2})\s*[日号]?)?\s*(.*)$/.exec(
    text,
  );
  if (!found) return undefined;
  const [, year, month, day, time = ''] = found;
  if (!day)
    return year && time === '' ? { form: 'noDay', year: fullYear(year), month: Number(month) } : undefined;
  if (!year) return { form: 'noYear', month: Number(month), day: Number(day), time };
  return { form: 'known', year: fullYear(year), month: Number(month), day: Number(day), time };
}

function signs(text: string): DateParts | undefined {
  const full = new RegExp(
    `^(\\d{1,4})${S}(\\d{1,2})${S}(\\d{1,4})(?:日|\\.)?(?:(?:[\\sT,]+|(?=[上下中早晚凌傍]))(.*))?$`,
    'i',
  ).exec(text);
  if (full) {
    const [, a = '', b = '', c = '', time = ''] = full;
    if (a.length === 4 && c.length <= 2)
      return { form: 'known', year: Number(a), month: Number(b), day: Number(c), time };
    if (a.length === 3 || c.length === 3 || (a.length > 2 && c.length > 2)) return undefined;
    return {
      form: 'numbers',
      numbers: [Number(a), Number(b), c.length === 4 ? Number(c) : twoDigits(c)],
      time,
    };
  }
  const noDay = /^(\d{4})\s*[-/.]\s*(\d{1,2})$/.exec(text);
  if (noDay) return { form: 'noDay', year: Number(noDay[1]), month: Number(noDay[2]) };
  const noYear = /^(\d{1,2})\s*[-/]\s*(\d{1,2})(?:\s+(\d{1,2}:.*))?$/.exec(text);
  return noYear
    ? { form: 'noYear', month: Number(noYear[1]), day: Number(noYear[2]), time: noYear[3] ?? '' }
    : undefined;
}

/** `22-Apr-2015`, `22 April 2015`, `Apr 22, 2015`. */
function named(text: string): DateParts | undefined {
  const dayFirst =
    /^(\d{1,2})(?:st|nd|rd|th)?[\s-]*([a-z]{3,9})\.?[\s,-]*(\d{4}|\d{2})(?:[\sT,]+(.*))?$/i.exec(text);
  const monthFirst = /^([a-z]{3,9})\.?\s*(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})(?:[\sT,]+(.*))?$/i.exec(text);
  const [day, name, year, time] = dayFirst
    ? [dayFirst[1], dayFirst[2], dayFirst[3], dayFirst[4]]
    : [monthFirst?.[2], monthFirst?.[1], monthFirst?.[3], monthFirst?.[4]];
  if (!day || !name || !year) return undefined;
  const month = MONTHS.indexOf(name.slice(0, 3).toLowerCase()) + 1;
  return month === 0
    ? undefined
    : { form: 'known', year: fullYear(year), month, day: Number(day), time: time ?? '' };
}

/** Two digits of a year: 10 → 2010, 98 → 1998. */
export function fullYear(written: string | number): number {
  const year = Number(written);
  if (String(written).length > 2 || year > 99) return year;
  return year < 70 ? 2000 + year : 1900 + year;
}

/** Kept apart from a four-digit year by being negative: which of the three is the year is still open. */
function twoDigits(text: string): number {
  return -1 - Number(text);
}

/** The orders in which three numbers make a date, with the date they make. */
export function readingsOf(
  numbers: readonly [number, number, number],
): Map<DateOrder, [number, number, number]> {
  const [a, b, last] = numbers;
  const yearIsLast = last >= 0;
  const c = yearIsLast ? last : -1 - last;
  const all: [DateOrder, [number, number, number]][] = yearIsLast
    ? [
        ['dmy', [c, b, a]],
        ['mdy', [c, a, b]],
      ]
    : [
        ['ymd', [fullYear(a), b, c]],
        ['dmy', [fullYear(c), b, a]],
        ['mdy', [fullYear(c), a, b]],
      ];
  return new Map(all.filter(([, [year, month, day]]) => isDate(year, month, day)));
}

/** Whether there is such a day, in the two centuries that registers tell of (1900 to 2199). */
export function isDate(year: number, month: number, day: number): boolean {
  if (year < 1900 || year > 2199 || month < 1 || month > 12 || day < 1) return false;
  return day <= new Date(Date.UTC(year, month, 0)).getUTCDate();
}
