import { inLocale, type Locale } from '@huiyin/shared';
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
    case 'WORKING_SECONDS':
      return hours(value, locale);
  }
}

/** A rate is computed anew from its counts, so that it is rounded on whole numbers. */
export function formatValue(
  value: Pick<FigureValue, 'value' | 'numerator' | 'denominator'>,
  unit: Unit,
  locale: Locale,
): string {
  if (unit === 'RATE' && value.numerator !== undefined && value.denominator !== undefined) {
    const share = percent(value.numerator, value.denominator);
    return share === null ? NONE : `${share}%`;
  }
  return formatNumber(value.value, unit, locale);
}

/** Seconds in days or hours with one decimal. */
function formatDuration(seconds: number, locale: Locale): string {
  if (seconds < 2 * DAY) return hours(seconds, locale);
  return `${(seconds / DAY).toFixed(1)} ${locale === 'en' ? 'days' : '天'}`;
}

function hours(seconds: number, locale: Locale): string {
  return `${(seconds / HOUR).toFixed(1)} ${locale === 'en' ? 'hours' : '小时'}`;
}

const MOVES = {
  UP: { count: { zh: '增长', en: 'up' }, rate: { zh: '上升', en: 'up' } },
  DOWN: { count: { zh: '下降', en: 'down' }, rate: { zh: '下降', en: 'down' } },
} as const;

/** `增长 29.2%`, `下降 12.5%（21→18）`, `上升 3.98 个百分点`, `新增`. */
export function formatChange(change: Change, locale: Locale): string {
  const { kind, points } = change;
  switch (kind) {
    case 'NONE':
      return NONE;
    case 'NEW':
      return inLocale({ zh: '新增', en: 'new' }, locale);
    case 'SAME':
      return inLocale({ zh: '持平', en: 'unchanged' }, locale);
    case 'UP':
    case 'DOWN': {
      const size = (points ?? change.percent ?? '').replace('-', '');
      if (points === undefined) {
        return `${inLocale(MOVES[kind].count, locale)} ${size}%${countsOf(change, locale)}`;
      }
      return `${inLocale(MOVES[kind].rate, locale)} ${size} ${inLocale(POINTS, locale)}`;
    }
  }
}

const POINTS = { zh: '个百分点', en: 'points' };

function countsOf({ showCounts, base, now }: Change, locale: Locale): string {
  if (!showCounts) return '';
  return locale === 'en' ? ` (${base} to ${now})` : `（${base}→${now}）`;
}

/** The part of a sum that was in another currency: `HKD 1,078.00 → CNY 923.20`. */
export function formatOriginal(sum: {
  readonly currency: string;
  readonly original: number;
  readonly converted: number;
}): string {
  const original = `${sum.currency} ${formatAmount({ amount: sum.original, currency: sum.currency })}`;
  if (sum.currency === 'CNY') return original;
  return `${original} → CNY ${formatAmount({ amount: sum.converted, currency: 'CNY' })}`;
}
