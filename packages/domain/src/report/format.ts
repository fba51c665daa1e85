import type { Locale } from '@huiyin/shared';
import { type Change, percent } from '../figures/arithmetic.ts';
import { formatAmount } from '../money/money.ts';
import type { FigureValue, Unit } from './content.ts';

const NONE = '—';
const DAY = 86_400;
const HOUR = 3_600;

/** A number as it stands in a table, without its unit's name. */
export function formatNumber(value: number | null | undefined, unit: Unit, locale: Locale): string {
  if (value === null || value === undefined) return NONE;
  switch (unit) {
    case 'COUNT':
      return String(value).replace(/\B(?=(\d{3})+$)/g, ',');
    case 'RATE':
      return `${(value * 100).toFixed(2)}%`;
    case 'MONEY':
      return formatAmount({ amount: value, currency: 'CNY' });
    case 'PER':
      return value.toFixed(2);
    case 'SECONDS':
      return formatDuration(value, locale);
  }
}

/** A rate is computed anew from its counts, so that it is rounded on whole numbers. */
export function formatValue(value: FigureValue, unit: Unit, locale: Locale): string {
  if (unit === 'RATE' && value.numerator !== undefined && value.denominator !== undefined) {
    const share = percent(value.numerator, value.denominator);
    return share === null ? NONE : `${share}%`;
  }
  return formatNumber(value.value, unit, locale);
}

/** Seconds in days or hours with one decimal. */
function formatDuration(seconds: number, locale: Locale): string {
  const [amount, zh, en] =
    seconds >= 2 * DAY ? [seconds / DAY, '天', 'days'] : [seconds / HOUR, '小时', 'hours'];
  return locale === 'en' ? `${amount.toFixed(1)} ${en}` : `${amount.toFixed(1)} ${zh}`;
}

/** `增长 29.2%`, `下降 12.5%（21 件→18 件）`, `新增`. */
export function formatChange(change: Change, locale: Locale): string {
  const zh = locale !== 'en';
  const counts = change.showCounts
    ? zh
      ? `（${change.base}→${change.now}）`
      : ` (${change.base} to ${change.now})`
    : '';
  const size = change.percent?.replace('-', '');
  switch (change.kind) {
    case 'NONE':
      return NONE;
    case 'NEW':
      return zh ? '新增' : 'new';
    case 'SAME':
      return zh ? '持平' : 'unchanged';
    case 'UP':
      return zh ? `增长 ${size}%${counts}` : `up ${size} %${counts}`;
    case 'DOWN':
      return zh ? `下降 ${size}%${counts}` : `down ${size} %${counts}`;
  }
}

/** The part of a sum that was in another currency: `HKD 1,078.00 → CNY 923.24`. */
export function formatOriginal(sum: {
  readonly currency: string;
  readonly original: number;
  readonly converted: number;
}): string {
  const original = formatAmount({ amount: sum.original, currency: sum.currency });
  return `${sum.currency} ${original} → CNY ${formatAmount({ amount: sum.converted, currency: 'CNY' })}`;
}
