/** Integer minor units and an ISO 4217 currency, never floats. A safe integer holds 90 trillion yuan in fen. */
export interface Money {
  /** Whole minor units (fen for CNY). */
  readonly amount: number;
  /** ISO 4217 code. */
  readonly currency: string;
}

/** Something that cannot be said or done with sums of money. */
export class MoneyError extends Error {
  override readonly name = 'MoneyError';
  readonly code: 'NOT_AN_AMOUNT' | 'TOO_LARGE' | 'MIXED_CURRENCIES' | 'NOT_A_RATE';

  constructor(code: MoneyError['code'], message: string) {
    super(message);
    this.code = code;
  }
}

const CURRENCIES: ReadonlySet<string> = new Set(Intl.supportedValuesOf('currency'));

/** Whether it is a code of ISO 4217. */
export function isCurrency(code: unknown): code is string {
  return typeof code === 'string' && CURRENCIES.has(code);
}

/** Minor digits by ISO 4217; every other currency has two. */
const MINOR_DIGITS: Readonly<Record<string, number>> = { JPY: 0, KRW: 0, VND: 0, KWD: 3, BHD: 3, OMR: 3 };

/** How many decimal places a currency has. */
export function minorDigitsOf(currency: string): number {
  return MINOR_DIGITS[currency] ?? 2;
}

const DECIMAL = /^(-?)(\d+)(?:\.(\d+))?$/;

/**
 * A sum from a plain decimal in units of its currency (`1203.2`), exact; more places than the currency has are rounded
 * half up (四舍五入), as invoices are.
 * @throws MoneyError NOT_AN_AMOUNT, TOO_LARGE
 */
export function parseMoney(decimal: string, currency: string): Money {
  const { digits, scale } = decimalParts(decimal, 'NOT_AN_AMOUNT');
  return money(scaled(digits, scale, minorDigitsOf(currency)), currency);
}

/** The sum in units of its currency as a plain decimal: `25203.20`. The opposite of {@link parseMoney}. */
export function decimalOfMoney({ amount, currency }: Money): string {
  const places = minorDigitsOf(currency);
  const digits = String(Math.abs(amount)).padStart(places + 1, '0');
  const whole = digits.slice(0, digits.length - places);
  return `${amount < 0 ? '-' : ''}${whole}${places > 0 ? `.${digits.slice(-places)}` : ''}`;
}

/** The sum for reading, grouped by thousands: `25,203.20`. Without sign or name of the currency. */
export function formatAmount(sum: Money): string {
  return decimalOfMoney(sum).replace(/\B(?=(\d{3})+(?!\d)(?:\.|$))(?<!\.\d*)/g, ',');
}

/** The sum of sums of one currency; of none, zero of `currency`. @throws MoneyError MIXED_CURRENCIES, TOO_LARGE */
export function sumMoney(sums: readonly Money[], currency = 'CNY'): Money {
  const [first] = sums;
  const common = first?.currency ?? currency;
  let total = 0n;
  for (const sum of sums) {
    if (sum.currency !== common) {
      throw new MoneyError(
        'MIXED_CURRENCIES',
        `${common} and ${sum.currency} cannot be added: convert them first.`,
      );
    }
    total += BigInt(sum.amount);
  }
  return money(total, common);
}

/**
 * A sum in another currency, by a rate in units of it for one unit of the original (`0.8564`), exact, rounded half up
 * once at the end. What was really paid may differ; the recorded sum is what counts, this is only a proposal.
 * @throws MoneyError NOT_A_RATE, TOO_LARGE
 */
export function convertMoney(options: {
  readonly sum: Money;
  readonly rate: string;
  readonly to: string;
}): Money {
  const { sum, rate, to } = options;
  const { digits, scale } = decimalParts(rate, 'NOT_A_RATE');
  if (digits <= 0n) throw new MoneyError('NOT_A_RATE', 'An exchange rate is a decimal above zero.');
  const places = scale + minorDigitsOf(sum.currency);
  return money(scaled(BigInt(sum.amount) * digits, places, minorDigitsOf(to)), to);
}

function decimalParts(decimal: string, code: MoneyError['code']): { digits: bigint; scale: number } {
  const [, sign, whole = '', fraction = ''] = DECIMAL.exec(decimal) ?? [];
  if (whole === '') throw new MoneyError(code, `“${decimal}” is not a decimal number.`);
  return { digits: BigInt(`${sign}${whole}${fraction}`), scale: fraction.length };
}

/** `digits` with `from` decimal places as an integer with `to` places, rounded half away from zero. */
function scaled(digits: bigint, from: number, to: number): bigint {
  if (from <= to) return digits * 10n ** BigInt(to - from);
  const divisor = 10n ** BigInt(from - to);
  const half = divisor / 2n;
  return digits < 0n ? -((-digits + half) / divisor) : (digits + half) / divisor;
}

function money(amount: bigint, currency: string): Money {
  const number = Number(amount);
  if (!Number.isSafeInteger(number))
    throw new MoneyError('TOO_LARGE', 'The sum is too large to be kept exactly.');
  return { amount: number, currency };
}
