import type { OversightPeriodInput, OversightPeriodKind } from '../../generated/schema.ts';

/** A period as the address says it: `2026`, `2026-H2`, `2026-Q4`, `2026-11`. */
export interface Chosen {
  readonly kind: OversightPeriodKind;
  readonly year: number;
  readonly number: number;
}

export const PERIOD_KINDS: readonly OversightPeriodKind[] = ['MONTH', 'QUARTER', 'HALF_YEAR', 'YEAR'];

const PER_YEAR: Readonly<Record<OversightPeriodKind, number>> = {
  ...{ MONTH: 12, QUARTER: 4, HALF_YEAR: 2, YEAR: 1 },
};
const FIRST_YEAR = 1990;
const LAST_YEAR = 2200;

/** The period of that kind in which a month lies. */
function around(kind: OversightPeriodKind, year: number, month: number): Chosen {
  return { kind, year, number: Math.ceil((month * PER_YEAR[kind]) / 12) };
}

/** The quarter that runs now. */
function current(): Chosen {
  const now = new Date();
  return around('QUARTER', now.getFullYear(), now.getMonth() + 1);
}

/** The period of an address; anything that is none stands for the current quarter. */
export function readPeriod(text: string | null): Chosen {
  const [, year = '', letter = '', digits = ''] = /^(\d{4})(?:-([QH]?)(\d{1,2}))?$/.exec(text ?? '') ?? [];
  if (year === '') return current();
  const kind = digits === '' ? 'YEAR' : letter === 'Q' ? 'QUARTER' : letter === 'H' ? 'HALF_YEAR' : 'MONTH';
  const chosen = { kind, year: Number(year), number: digits === '' ? 1 : Number(digits) } as const;
  const sound =
    chosen.year >= FIRST_YEAR &&
    chosen.year <= LAST_YEAR &&
    chosen.number >= 1 &&
    chosen.number <= PER_YEAR[kind];
  return sound ? chosen : current();
}

export function writePeriod({ kind, year, number }: Chosen): string {
  switch (kind) {
    case 'YEAR':
      return `${year}`;
    case 'HALF_YEAR':
      return `${year}-H${number}`;
    case 'QUARTER':
      return `${year}-Q${number}`;
    case 'MONTH':
      return `${year}-${String(number).padStart(2, '0')}`;
  }
}

/** As the server takes it. */
export function periodInput({ kind, year, number }: Chosen): OversightPeriodInput {
  return { kind, year, number: kind === 'YEAR' ? null : number };
}

/** So many periods later, earlier when negative. */
export function moved({ kind, year, number }: Chosen, by: number): Chosen {
  const index = year * PER_YEAR[kind] + number - 1 + by;
  return { kind, year: Math.floor(index / PER_YEAR[kind]), number: (index % PER_YEAR[kind]) + 1 };
}

/** The period of another kind in which this one ends. */
export function asKind({ kind, year, number }: Chosen, wanted: OversightPeriodKind): Chosen {
  return around(wanted, year, (number * 12) / PER_YEAR[kind]);
}
