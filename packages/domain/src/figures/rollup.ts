import type { ComplaintState } from '../complaint/state.ts';
import type { Sector } from '../sectors/contract.ts';
import { type Dimensions, dimensionsOf, type Fact, factsOf } from './facts.ts';
import { type Measure, NOT_STATED } from './measures.ts';

/** Facts and dimensions of one complaint: what the store keeps beside it for counting. */
export interface Countable {
  readonly facts: readonly Fact[];
  readonly dimensions: Dimensions;
}

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

type Cells = Map<string, RollupCell>;

/**
 * The cells that a complaint fills. Each fact stands once under TOTAL and once under every dimension that its sector
 * breaks down by, or under NONE, so that single-valued breakdowns add up to the total.
 */
function cellsOf(countable: Countable, dimensions: readonly string[], sign: 1 | -1, cells: Cells): void {
  for (const fact of countable.facts) {
    const month = `${fact.on.slice(0, 7)}-01`;
    const amount = fact.amount ?? 0;
    const put = (dimension: string, value: string): void => {
      const key = `${month}|${fact.measure}|${dimension}|${value}`;
      const cell = cells.get(key);
      cells.set(key, {
        month,
        measure: fact.measure,
        dimension,
        value,
        count: (cell?.count ?? 0) + sign,
        amount: (cell?.amount ?? 0) + sign * amount,
      });
    };
    put(TOTAL, ALL);
    for (const dimension of dimensions) {
      for (const value of valuesOf(fact, countable.dimensions, dimension)) put(dimension, value);
    }
    for (const dimension of Object.keys(fact.dimensions)) {
      if (dimensions.includes(dimension)) continue;
      for (const value of valuesOf(fact, countable.dimensions, dimension)) put(dimension, value);
    }
  }
}

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
  const cells: Cells = new Map();
  cellsOf(options.before, options.dimensions, -1, cells);
  cellsOf(options.after, options.dimensions, 1, cells);
  return [...cells.values()].filter(({ count, amount }) => count !== 0 || amount !== 0);
}

/** Dimensions kept in the rollup: small in the number of values, and asked for by every report. */
export function rolledUpDimensions(sector: Sector): readonly string[] {
  return [
    'channel',
    'sourceLevel',
    'kind',
    'category',
    'categoryRoot',
    ...(sector.classification ? ['classification', 'classificationRoot'] : []),
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
