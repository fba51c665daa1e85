/** A share with the counts it was computed from. `value` is null where nothing was there to divide by. */
export interface Ratio {
  readonly numerator: number;
  readonly denominator: number;
  readonly value: number | null;
}

/** numerator ÷ denominator; null, never ∞ or 0, when the denominator is 0. */
export function ratio(numerator: number, denominator: number): Ratio {
  return { numerator, denominator, value: denominator === 0 ? null : numerator / denominator };
}

/**
 * `numerator ÷ denominator` as a percentage with so many decimals, rounded half up on exact integers: 797 of 949 is
 * `83.98`. Null when the denominator is 0.
 */
export function percent(numerator: number, denominator: number, decimals = 2): string | null {
  if (denominator === 0) return null;
  const scale = 10n ** BigInt(decimals);
  const whole = BigInt(denominator);
  const part = BigInt(numerator) * 100n * scale;
  const size = part < 0n ? -part : part;
  const rounded = (size * 2n + whole) / (whole * 2n);
  const digits = String(rounded).padStart(decimals + 1, '0');
  const text = decimals === 0 ? digits : `${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`;
  return part < 0n && rounded !== 0n ? `-${text}` : text;
}

/** How a count moved against another period's. */
export interface Change {
  readonly now: number;
  readonly base: number;
  /** `NONE`: both are 0. `NEW`: there was nothing to compare with. */
  readonly kind: 'NONE' | 'NEW' | 'UP' | 'DOWN' | 'SAME';
  /** Signed percentage with one decimal (`29.2`, `-12.5`); null for NONE and NEW, never ∞. */
  readonly percent: string | null;
  /** Of two rates: how many percentage points they are apart, signed, with two decimals, in place of a percentage. */
  readonly points?: string;
  /** The base is so small that the percentage alone would mislead: show the counts beside it. */
  readonly showCounts: boolean;
}

/** Below this a percentage says little. */
const SMALL_BASE = 10;

/** How a rate moved: by points, for a percentage of a percentage is misread. Undefined where one of them is none. */
export function changeOfRate(now: Ratio, base: Ratio): Change | undefined {
  const [shownNow, shownBase] = [now, base].map(({ numerator, denominator }) =>
    percent(numerator, denominator),
  );
  if (now.value === null || base.value === null || !shownNow || !shownBase) return undefined;
  // Of the rates as they are shown, so that a reader who subtracts them gets the same.
  const hundredths = Math.round(Number(shownNow) * 100) - Math.round(Number(shownBase) * 100);
  const points = (hundredths / 100).toFixed(2);
  // None of anything in either period is nothing to tell.
  if (now.numerator === 0 && base.numerator === 0) {
    return { now: 0, base: 0, kind: 'NONE', percent: null, points, showCounts: false };
  }
  const kind = hundredths > 0 ? 'UP' : hundredths < 0 ? 'DOWN' : 'SAME';
  return { now: now.value, base: base.value, kind, percent: null, points, showCounts: false };
}

/** (now − base) ÷ base. 31 against 24 is +29.2 %. */
export function change(now: number, base: number, showCounts = base < SMALL_BASE): Change {
  if (base === 0) return { now, base, kind: now === 0 ? 'NONE' : 'NEW', percent: null, showCounts };
  const kind = now > base ? 'UP' : now < base ? 'DOWN' : 'SAME';
  return { now, base, kind, percent: percent(now - base, base, 1), showCounts };
}
