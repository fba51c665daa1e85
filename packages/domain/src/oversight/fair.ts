import type { Localized } from '@huiyin/shared';
import type { Sector } from '../sectors/contract.ts';

/** What was received by one or several organisations, per unit of what makes them comparable. */
export interface FairFigure {
  /** Code of the denominator: only figures of one code can be set side by side. */
  readonly code: string;
  readonly label: Localized;
  /** What one unit of it is: `10,000 visits`. */
  readonly unit: Localized;
  /** Received per unit; null while an organisation has not given its number for the period. */
  readonly value: number | null;
  /** How many of the organisations have given it. */
  readonly given: number;
}

/** What one organisation received, and the numbers it gave for the very period. */
export interface Comparable {
  readonly received: number;
  readonly denominators: Readonly<Record<string, number>>;
}

/**
 * Organisations of one sector made comparable. One that gave no number leaves the figure of all open: a rate over some
 * of them alone would rank the others by nothing.
 */
export function fairFigures(
  sector: Pick<Sector, 'denominators'>,
  organizations: readonly Comparable[],
): readonly FairFigure[] {
  const received = organizations.reduce((sum, each) => sum + each.received, 0);
  return sector.denominators.map(({ code, label, unit, per }) => {
    const numbers = organizations.flatMap(({ denominators }) => denominators[code] ?? []);
    const whole = numbers.reduce((sum, number) => sum + number, 0);
    const value = numbers.length === organizations.length && whole > 0 ? (received * per) / whole : null;
    return { code, label, unit, value, given: numbers.length };
  });
}
