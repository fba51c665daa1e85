import type { NumberMeaning } from './xlsx-workbook.ts';

const MS_PER_DAY = 86_400_000;
/** 1927-05-18. */
const FIRST_LIKELY_DAY = 10_000;

/**
 * The text of a number as a person wrote it: a workbook stores binary fractions (`18.499999999999999`) of which
 * Excel shows 15 digits; exponents are written out, so that a telephone number stays one.
 */
export function numberText(stored: string): string {
  if (/^-?(?:0|[1-9]\d{0,14})$/.test(stored)) return stored;
  const value = Number(stored);
  if (!Number.isFinite(value)) return stored;
  const [mantissa = '', exponent] = value.toPrecision(15).split('e');
  const plain = exponent === undefined ? mantissa : withoutExponent(mantissa, Number(exponent));
  return plain.includes('.') ? plain.replace(/\.?0*$/, '') : plain;
}

function withoutExponent(mantissa: string, exponent: number): string {
  const negative = mantissa.startsWith('-');
  const digits = mantissa.replace(/[-.]/g, '');
  const point = 1 + exponent;
  const text =
    point <= 0
      ? `0.${'0'.repeat(-point)}${digits}`
      : `${digits.slice(0, point).padEnd(point, '0')}.${digits.slice(point)}`;
  return negative ? `-${text}` : text;
}

/**
 * The text of a day number under a date format: `2010-03-15`, `2010-03-15 09:20`, `09:20`; seconds only where
 * there are some. A number that is no day (negative, past the year 9999) stays a number.
 */
export function serialText(
  stored: string,
  { meaning, date1904 }: { meaning: NumberMeaning; date1904: boolean },
): string {
  const serial = Number(stored);
  if (meaning === 'number' || !Number.isFinite(serial) || serial < 0 || serial >= 2_958_466)
    return numberText(stored);
  const [date, time] = serialToLocal(serial, date1904).split('T') as [string, string];
  const clock = time.endsWith(':00') ? time.slice(0, 5) : time;
  if (serial < 1 && !date1904) return clock;
  // Below the days of our time it is a duration past midnight (26:30), above them a moment of which only the time shows.
  if (meaning === 'time' && serial < FIRST_LIKELY_DAY)
    return `${Math.floor(serial) * 24 + Number(clock.slice(0, 2))}${clock.slice(2)}`;
  return meaning === 'dateTime' || time !== '00:00:00' ? `${date} ${clock}` : date;
}

/**
 * A day number as local time `YYYY-MM-DDTHH:mm:ss`, rounded to the second. Day 60 of the 1900 system is
 * 29 February 1900, which never was (kept from Lotus 1-2-3): the days before it are one off.
 */
export function serialToLocal(serial: number, date1904 = false): string {
  const days = date1904 ? serial + 1462 : serial < 60 ? serial + 1 : serial;
  const ms = Math.round((days * MS_PER_DAY) / 1000) * 1000;
  return new Date(Date.UTC(1899, 11, 30) + ms).toISOString().slice(0, 19);
}

/** `_x000D_` is how a workbook writes a character that XML cannot hold. */
export function unescapeXlsx(text: string): string {
  if (!text.includes('_x')) return text;
  return text.replace(/_x([0-9a-f]{4})_/gi, (_, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  );
}

/** Column number from 0 of a cell reference (`AB12` → 27), -1 when it has no letters. */
export function columnOf(reference: string): number {
  let column = 0;
  for (let i = 0; i < reference.length; i++) {
    const letter = reference.charCodeAt(i) & ~32;
    if (letter < 65 || letter > 90) break;
    column = column * 26 + letter - 64;
  }
  return column - 1;
}

/** Letters of a column number from 0 (27 → `AB`), as every spreadsheet program shows them. */
export function columnLetters(column: number): string {
  let letters = '';
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  }
  return letters;
}
