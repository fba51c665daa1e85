import { type Decimal, decimalOf, LONGEST_NUMBER } from './numbers.ts';
import { type Reading, read, refuse } from './reading.ts';
import { cleanText, halfWidth, isPlaceholder } from './text.ts';

export interface Amount {
  /** In units of the currency (yuan), with the decimal places as written. */
  value: Decimal;
  /** ISO 4217, when the cell itself names one. */
  currency: string | null;
}

const CURRENCIES: readonly [RegExp, string][] = [
  [/hk\$|hkd|港币|港元|港纸/i, 'HKD'],
  [/us\$|usd|美元|美金/i, 'USD'],
  [/eur|€|欧元/i, 'EUR'],
  [/gbp|£|英镑/i, 'GBP'],
  [/jpy|日元|円/i, 'JPY'],
  [/krw|₩|韩元/i, 'KRW'],
  [/mop\$?|澳门币|澳元\(门\)/i, 'MOP'],
  [/nt\$|twd|新台币|台币/i, 'TWD'],
  [/rmb|cny|cn¥|¥|人民币|元/i, 'CNY'],
];

/** Powers of ten of the Chinese units amounts are given in. */
const SCALES: readonly [RegExp, number][] = [
  [/^亿/, 8],
  [/^千万/, 7],
  [/^百万/, 6],
  [/^万/, 4],
  [/^千/, 3],
  [/^百/, 2],
];

/**
 * Reads an amount: `1,203.20`, `￥1203.2`, `18.50元`, `2.4万元`, `HKD 532.00`, `港币546元整`. Pure.
 * @param unit what the header says of the whole column (`unitOfHeader`)
 */
export function readAmount(cell: string, unit: ColumnUnit = { scale: 0, currency: null }): Reading<Amount> {
  const text = cleanText(cell);
  if (text === '' || isPlaceholder(text)) return read<Amount>(null);
  if (text.length > LONGEST_NUMBER) return refuse(NOT_AN_AMOUNT);
  let rest = halfWidth(text);
  let currency: string | null = null;
  for (const [sign, code] of CURRENCIES) {
    if (!sign.test(rest)) continue;
    currency = code;
    rest = rest.replace(sign, ' ');
    break;
  }
  // `人民币18.50元`: the unit after the currency is named too.
  rest = rest
    .replace(/元/g, ' ')
    .replace(/[整正]\s*$/, '')
    .trim();
  const [, number = '', suffix = ''] =
    /^([-+(]?\s*[\d.,' ]*\d\)?)\s*(亿|千万|百万|万|千|百)?$/.exec(rest) ?? [];
  const value = decimalOf(number);
  if (value === undefined) return refuse(NOT_AN_AMOUNT);
  const scale = suffix === '' ? unit.scale : scaleOf(suffix);
  return read({ value: shifted(value, scale), currency: currency ?? unit.currency });
}

const NOT_AN_AMOUNT = {
  code: 'NOT_AN_AMOUNT',
  text: { zh: '不是可以识别的金额。', en: 'This is not an amount.' },
  remedy: {
    zh: '请填写数字，如 1203.20；不要写“约”“多”。',
    en: 'Write a number, as in 1203.20, without “about”.',
  },
} as const;

export interface ColumnUnit {
  /** Power of ten by which the figures are to be multiplied: 4 for `万元`. */
  scale: number;
  currency: string | null;
}

/** The unit a header gives its column: `赔付金额(万元)` → ten thousands of CNY. */
export function unitOfHeader(header: string): ColumnUnit {
  const inBrackets = /[([【]\s*(?:单位\s*[::]?\s*)?([^)\]】]*)[)\]】]/.exec(halfWidth(header))?.[1] ?? '';
  const currency = CURRENCIES.find(([sign]) => sign.test(inBrackets))?.[1] ?? null;
  return { scale: currency === null ? 0 : scaleOf(inBrackets.trim()), currency };
}

function scaleOf(text: string): number {
  return SCALES.find(([unit]) => unit.test(text))?.[1] ?? 0;
}

/** Moves the decimal point to the right: exact, unlike a multiplication. */
function shifted(value: Decimal, places: number): Decimal {
  if (places === 0) return value;
  const negative = value.startsWith('-');
  const [whole = '', fraction = ''] = value.replace('-', '').split('.');
  const digits = whole + fraction.padEnd(places, '0').slice(0, places);
  const rest = fraction.slice(places);
  return `${negative ? '-' : ''}${digits.replace(/^0+(?=\d)/, '')}${rest === '' ? '' : `.${rest}`}`;
}
