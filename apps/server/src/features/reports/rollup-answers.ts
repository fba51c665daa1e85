import {
  ALL,
  type Dimension,
  FACT_DIMENSIONS,
  type FigureAnswers,
  type FigureQuery,
  type FigureRequest,
  type Group,
  isDerived,
  isWholeMonths,
  type Measure,
  MULTI_VALUED_DIMENSIONS,
  NOT_STATED,
  rolledUpDimensions,
  type Sector,
  TOTAL,
  WAYS_IN,
} from '@huiyin/domain';
import type { Statement } from '../../tenancy/database.ts';

/** Requests that the rollup can answer. */
type Counting = Extract<FigureRequest, { kind: 'groups' | 'months' }>;

/** One cell, as the statement below gives it. */
export interface RollupCellRow {
  readonly month: string;
  readonly measure: Measure;
  readonly dimension: string;
  readonly value: string;
  readonly count: string;
  readonly amount: string;
}

/** Every way into and out of the open matters. */
const BALANCE: readonly Measure[] = [...WAYS_IN, 'LEFT'];

/**
 * One statement for all the counts that the rollup holds, with the requests it answers; `undefined` when there are
 * none. Differences not folded in yet are summed beside the cells.
 */
export function rollupStatement(
  requests: readonly FigureRequest[],
  sector: Sector,
): { readonly statement: Statement; readonly answers: readonly Counting[] } | undefined {
  const answers = requests.filter((request): request is Counting => isInRollup(request, sector));
  if (answers.length === 0) return undefined;
  const pairs = new Map<string, readonly [Measure, string]>();
  const want = (measure: Measure, dimension: string) =>
    pairs.set(`${measure} ${dimension}`, [measure, dimension]);
  for (const request of answers) {
    const { measure } = request.query;
    if (isDerived(measure)) continue;
    const measures = measure === 'OPEN' ? BALANCE : [measure];
    for (const measure of measures) {
      want(measure, TOTAL);
      const dimension = dimensionOf(request);
      if (dimension) want(measure, dimension);
    }
  }
  const isOpen = answers.some(({ query }) => query.measure === 'OPEN');
  const from = isOpen ? '0001-01-01' : least(answers.map(({ query }) => query.from));
  const to = least(
    answers.map(({ query }) => query.to),
    -1,
  );
  const wanted = [...pairs.values()];
  const statement: Statement = {
    name: 'report.rollup',
    text: `select month::text, measure, dimension, value, sum(count) as count, sum(amount) as amount from (
        select r.month, r.measure, r.dimension, r.value, r.count, r.amount
        from unnest($1::text[], $2::text[]) as w (measure, dimension)
        join rollup r on r.measure = w.measure and r.dimension = w.dimension
        where r.tenant_id = (select nullif(current_setting('app.tenant_id', true), '')::uuid)
          and r.month between $3::date and $4::date
        union all
        select d.month, d.measure, d.dimension, d.value, d.count, d.amount
        from rollup_difference u
        cross join lateral jsonb_to_recordset(u.cells)
          as d (month date, measure text, dimension text, value text, count bigint, amount numeric)
        join unnest($1::text[], $2::text[]) as w (measure, dimension)
          on d.measure = w.measure and d.dimension = w.dimension
        where d.month between $3::date and $4::date
      ) as cells group by 1, 2, 3, 4`,
    values: [wanted.map(([measure]) => measure), wanted.map(([, dimension]) => dimension), from, to],
  };
  return { statement, answers };
}

function least(days: readonly string[], order: 1 | -1 = 1): string {
  return [...days].sort((a, b) => (a < b ? -order : order))[0] ?? '';
}

/** The one dimension that a request narrows or breaks down by; `null` for several. */
function dimensionOf(request: Counting): Dimension | undefined | null {
  const named = new Set([
    ...Object.entries(request.query.where ?? {}).flatMap(([dimension, values]) =>
      values ? [dimension] : [],
    ),
    ...(request.kind === 'groups' ? request.by : []),
  ]) as Set<Dimension>;
  if (named.size > 1) return null;
  return [...named][0];
}

function isInRollup(request: FigureRequest, sector: Sector): boolean {
  if (request.kind !== 'groups' && request.kind !== 'months') return false;
  const { query } = request;
  if (!isWholeMonths(query)) return false;
  // What waits is what began and did not end, each by itself: sums do not know which.
  if (isDerived(query.measure)) return false;
  const dimension = dimensionOf(request);
  if (dimension === null) return false;
  if (dimension === undefined) return true;
  // Over several values of a dimension in which a case has several, cells would count the case more than once.
  const values = query.where?.[dimension];
  const several = isMultiValued(dimension, sector) && (values?.length ?? 1) > 1;
  if (several && (request.kind === 'months' || request.by.length === 0)) return false;
  if (query.measure === 'OPEN') return rolledUpDimensions(sector).includes(dimension);
  return (
    rolledUpDimensions(sector).includes(dimension) ||
    (FACT_DIMENSIONS as readonly string[]).includes(dimension)
  );
}

function isMultiValued(dimension: Dimension, sector: Sector): boolean {
  const own = sector.fields.find(({ key }) => `details.${key}` === dimension);
  return MULTI_VALUED_DIMENSIONS.includes(dimension) || own?.type.kind === 'choices';
}

interface Sum {
  readonly count: number;
  readonly amount: number;
}

/** The answers, from the cells that the statement gave. */
export function answerFromRollup(
  requests: readonly Counting[],
  rows: readonly RollupCellRow[],
  sector: Sector,
): ReadonlyMap<Counting, FigureAnswers['groups']> {
  const cells = rows.map((row) => ({ ...row, count: Number(row.count), amount: Number(row.amount) }));
  const rolledUp = rolledUpDimensions(sector);
  type Cell = (typeof cells)[number];

  /** Sums by what `keyOf` says, over the cells of a query under one dimension. */
  const sums = (query: FigureQuery, dimension: string, keyOf: (cell: Cell) => string): Map<string, Sum> => {
    const result = new Map<string, Sum>();
    for (const cell of cells) {
      if (cell.dimension !== dimension || cell.month > query.to) continue;
      const open = query.measure === 'OPEN';
      if (open ? !BALANCE.includes(cell.measure) : cell.measure !== query.measure || cell.month < query.from)
        continue;
      const sign = open && cell.measure === 'LEFT' ? -1 : 1;
      const key = keyOf(cell);
      const before = result.get(key) ?? { count: 0, amount: 0 };
      result.set(key, {
        count: before.count + sign * cell.count,
        amount: open ? 0 : before.amount + cell.amount,
      });
    }
    return result;
  };
  /**
   * Sums by value within one key (a month, or everything). A dimension that only some facts have says nothing of the
   * others: what is missing to the total stands under NONE.
   */
  const byValue = (
    query: FigureQuery,
    dimension: Dimension,
    within: (cell: Cell) => boolean,
  ): Map<string, Sum> => {
    const values = sums(query, dimension, (cell) => (within(cell) ? cell.value : ''));
    values.delete('');
    if (rolledUp.includes(dimension)) return values;
    const total = sums(query, TOTAL, (cell) => (within(cell) ? ALL : '')).get(ALL) ?? { count: 0, amount: 0 };
    const stated = [...values.values()];
    const rest = {
      count: total.count - stated.reduce((sum, { count }) => sum + count, 0),
      amount: total.amount - stated.reduce((sum, { amount }) => sum + amount, 0),
    };
    const own = values.get(NOT_STATED) ?? { count: 0, amount: 0 };
    values.set(NOT_STATED, { count: own.count + rest.count, amount: own.amount + rest.amount });
    return values;
  };

  const answer = (request: Counting): readonly Group[] => {
    const { query } = request;
    const dimension = dimensionOf(request) ?? undefined;
    const wanted = dimension && query.where?.[dimension];
    const among = (values: Map<string, Sum>): [string, Sum][] =>
      [...values].filter(([value, { count }]) => count !== 0 && (!wanted || wanted.includes(value)));
    const total = (values: readonly [string, Sum][]): Sum => ({
      count: values.reduce((sum, [, { count }]) => sum + count, 0),
      amount: values.reduce((sum, [, { amount }]) => sum + amount, 0),
    });
    if (request.kind === 'months') {
      const months = new Set(cells.map(({ month }) => month));
      return [...months].flatMap((month) => {
        const inMonth = (cell: Cell) => cell.month === month;
        const sum = dimension
          ? total(among(byValue(query, dimension, inMonth)))
          : (sums(query, TOTAL, (cell) => (inMonth(cell) ? ALL : '')).get(ALL) ?? { count: 0, amount: 0 });
        return sum.count === 0 ? [] : [{ values: [month.slice(0, 7)], ...sum }];
      });
    }
    if (!dimension)
      return [{ values: [], ...(sums(query, TOTAL, () => ALL).get(ALL) ?? { count: 0, amount: 0 }) }];
    const values = among(byValue(query, dimension, () => true));
    return request.by.length === 0
      ? [{ values: [], ...total(values) }]
      : values.map(([value, sum]) => ({ values: [value], ...sum }));
  };
  return new Map(requests.map((request) => [request, answer(request)]));
}
