import { type Reading, read, refuse, type ValueProblem } from './reading.ts';
import { cleanText, halfWidth, isPlaceholder } from './text.ts';

/** Numbers are decimal texts (`1203.20`), as written, never binary fractions: amounts must add up. */
export type Decimal = string;

/** Nothing longer is a number; patterns are not run on whole stories. Characters. */
export const LONGEST_NUMBER = 80;

const NOT_A_NUMBER: ValueProblem = {
  code: 'NOT_A_NUMBER',
  text: { zh: '不是数字。', en: 'This is not a number.' },
  remedy: { zh: '请只填写数字，如 1203.20。', en: 'Write the number alone, as in 1203.20.' },
};

/** `1,203.20`, `１２`, `-5`, `(5)`, `1 203`, `+3`, as decimal text; undefined when it is no number. */
export function decimalOf(cell: string): Decimal | undefined {
  if (cell.length > LONGEST_NUMBER) return undefined;
  let text = halfWidth(cell).replace(/[‐‑–—−]/g, '-');
  let negative = false;
  const bracketed = /^\((.+)\)$/.exec(text)?.[1];
  if (bracketed !== undefined) {
    negative = true;
    text = bracketed.trim();
  }
  const signed = /^([-+])\s*(.*)$/.exec(text);
  if (signed) {
    if (bracketed !== undefined) return undefined;
    negative = signed[1] === '-';
    text = signed[2] ?? '';
  }
  // Groups of three, or of four as Chinese readers sometimes group; `12,5` is no number here but a doubt.
  if (/^\d{1,3}(?:[, ']\d{3})+(?:\.\d+)?$/.test(text) || /^\d{1,4}(?:[, ]\d{4})+(?:\.\d+)?$/.test(text)) {
    text = text.replace(/[, ']/g, '');
  }
  const [, whole, fraction] = /^(\d+)(?:\.(\d*))?$/.exec(text) ?? /^()\.(\d+)$/.exec(text) ?? [];
  if (whole === undefined) return undefined;
  const digits = (whole === '' ? '0' : whole.replace(/^0+(?=\d)/, '')) + (fraction ? `.${fraction}` : '');
  return negative && /[1-9]/.test(digits) ? `-${digits}` : digits;
}

/** Reads a number with its decimal places as written. Pure. */
export function readDecimal(cell: string): Reading<Decimal> {
  const text = cleanText(cell);
  if (text === '' || isPlaceholder(text)) return read<Decimal>(null);
  const value = decimalOf(text);
  return value === undefined ? refuse(NOT_A_NUMBER) : read(value);
}

/** Reads a whole number; `12.00` is one (spreadsheets write it so), `12人` is one, `12.5` is not. Pure. */
export function readInteger(cell: string): Reading<number> {
  const quantity = readQuantity(cell);
  if (!quantity.ok) return quantity;
  if (quantity.value === null) return read<number>(null);
  const value = Number(quantity.value.value);
  if (Number.isSafeInteger(value)) return read(value);
  return refuse({
    code: 'NOT_A_WHOLE_NUMBER',
    text: { zh: '不是整数。', en: 'This is not a whole number.' },
    remedy: { zh: '请填写整数，如 12。', en: 'Write a whole number, as in 12.' },
  });
}

export interface Quantity {
  value: Decimal;
  /** The unit as written (`盒`, `kg`); null when there is none. */
  unit: string | null;
}

/** Reads a number with its unit: `1盒`, `2.5 kg`, `１２`, `两瓶` is none. Pure. */
export function readQuantity(cell: string): Reading<Quantity> {
  const text = cleanText(cell);
  if (text === '' || isPlaceholder(text)) return read<Quantity>(null);
  const whole = decimalOf(text);
  if (whole !== undefined) return read({ value: whole, unit: null });
  if (text.length > LONGEST_NUMBER) return refuse(NOT_A_NUMBER);
  const [, number = '', unit = ''] =
    /^([-+]?[\d.,' ]*\d)\s*([\p{L}%][\p{L}\p{M}²³/%()]{0,9})$/u.exec(halfWidth(text)) ?? [];
  const value = number === '' ? undefined : decimalOf(number);
  return value === undefined ? refuse(NOT_A_NUMBER) : read({ value, unit });
}
