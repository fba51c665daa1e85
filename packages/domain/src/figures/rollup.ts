import type { ComplaintState } from '../complaint/state.ts';
import type { Sector } from '../sectors/contract.ts';
import { type Dimensions, dimensionsOf, type Fact, factsOf } from './facts.ts';
import { type Measure, NOT_STATED } from './measures.ts';

/** Facts and dimensions of one complaint: what the store keeps beside it for counting. */
export interface Countable {
  readonly facts: readonly Fact[];
  readonly dimensions: Dimensions;
}

/** What a complaint gives to count; before its registration, nothing. */
export function countableOf(state: ComplaintState | undefined, sector: Sector): Countable {
  return state
    ? { facts: factsOf(state), dimensions: dimensionsOf(state, sector) }
    : { facts: [], dimensions: {} };
}

/** One cell of a rollup: how many facts of a measure in a month stand under one value of one dimension. */
export interface RollupCell {
  /** First day of the month, `YYYY-MM-01`. */
  readonly month: string;
  readonly measure: Measure;
  /** `TOTAL` for the measure as a whole, with the value `ALL`. */
  readonly dimension: string;
  readonly value: string;
  readonly count: number;
  /** Sum of the amounts. */
  readonly amount: number;
}

export const TOTAL = 'TOTAL';
export const ALL = 'ALL';

/**
 * Sums up what changes in the rollup, over one change or many. Each fact stands once under TOTAL and once under every
 * dimension that its sector breaks down by, or under NONE, so that single-valued breakdowns add up to the total.
 */
export class RollupSum {
  readonly #dimensions: readonly string[];
  readonly #cells = new Map<string, Mutable<RollupCell>>();

  constructor(dimensions: readonly string[]) {
    this.#dimensions = dimensions;
  }

  /** A complaint that counted as one thing and now counts as another. */
  change({ before, after }: { readonly before: Countable; readonly after: Countable }): void {
    this.#add(before, -1);
    this.#add(after, 1);
  }

  /** Only the cells that differ. */
  cells(): RollupCell[] {
    return [...this.#cells.values()].filter(({ count, amount }) => count !== 0 || amount !== 0);
  }

  #add({ facts, dimensions }: Countable, sign: 1 | -1): void {
    for (const fact of facts) {
      this.#put(fact, TOTAL, ALL, sign);
      for (const dimension of this.#dimensions) {
        for (const value of valuesOf(fact, dimensions, dimension)) this.#put(fact, dimension, value, sign);
      }
      for (const dimension of Object.keys(fact.dimensions)) {
        if (this.#dimensions.includes(dimension)) continue;
        for (const value of valuesOf(fact, dimensions, dimension)) this.#put(fact, dimension, value, sign);
      }
    }
  }

  #put({ on, measure, amount = 0 }: Fact, dimension: string, value: string, sign: 1 | -1): void {
    const month = on.slice(0, 7);
    const key = `${month}|${measure}|${dimension}|${value}`;
    const cell = this.#cells.get(key);
    if (cell) {
      cell.count += sign;
      cell.amount += sign * amount;
    } else {
      const first = { count: sign, amount: sign * amount };
      this.#cells.set(key, { month: `${month}-01`, measure, dimension, value, ...first });
    }
  }
}

type Mutable<T> = { -readonly [Key in keyof T]: T[Key] };

/** The values under which a fact stands: its own before those of its complaint. */
export function valuesOf(fact: Fact, dimensions: Dimensions, dimension: string): readonly string[] {
  const value = fact.dimensions[dimension] ?? dimensions[dimension];
  if (value === undefined) return [NOT_STATED];
  return typeof value === 'string' ? [value] : value;
}

/** What changed in the rollup between two states of a complaint: only the cells that differ. */
export function rollupDifference(options: {
  readonly before: Countable;
  readonly after: Countable;
  readonly dimensions: readonly string[];
}): RollupCell[] {
  const sum = new RollupSum(options.dimensions);
  sum.change(options);
  return sum.cells();
}

/** Dimensions kept in the rollup: small in the number of values, and asked for by every report. */
export function rolledUpDimensions(sector: Sector): readonly string[] {
  return [
    'channel',
    'sourceLevel',
    'kind',
    'category',
    'categoryRoot',
    ...(sector.classification ? ['classification', 'classificationRoot', 'classifiedFirst'] : []),
    'respondentType',
    'department',
    'acceptance',
    'declineGround',
    'finding',
    'validity',
    'sanctioned',
    'cause',
    ...sector.fields.filter((field) => field.dimension).map((field) => `details.${field.key}`),
  ];
}
