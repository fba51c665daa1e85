import type { Localized } from '@huiyin/shared';
import { change, ratio } from '../figures/arithmetic.ts';
import { MEASURE_WORDS } from '../figures/measure-words.ts';
import { type MeasureQuery, NOT_STATED } from '../figures/measures.ts';
import type { FigureQuery, Group } from '../figures/query.ts';
import type { ReportTable, TableCell, TableRow } from './content.ts';
import { dimensionLabel } from './dimension-labels.ts';
import { countingWords } from './formula.ts';
import type { Period } from './period.ts';
import { type BlockContext, over, totalOf } from './subject.ts';
import {
  countCell,
  type Declared,
  isMultiValued,
  MULTI_VALUED,
  sortedGroups,
  sumUnder,
  TOTAL_LABEL,
  within,
} from './table-parts.ts';

type Block = Declared<'breakdown'>;

/** Numbers under each value of one dimension, with the share, the year before and whatever stands beside. */
export function breakdown(block: Block, context: BlockContext): ReportTable {
  const numbers = numbersOf(block, context);
  const { all, total, multi } = numbers;
  if (!multi) mustAddUp(numbers, block.title, context);
  // A cut list of values that overlap would count the gathered rest more than once.
  const top = multi ? all.length : (block.top ?? all.length);
  const [shown, rest] = [all.slice(0, top), all.slice(top)];
  const labelOf = (value: string) => dimensionLabel(block.dimension, value, context);
  const rows: TableRow[] = [
    ...shown.map((value) => ({
      ...rowOf({ label: labelOf(value), values: [value] }, { block, numbers, context }),
      ...(value === NOT_STATED ? { unstated: true } : {}),
    })),
    ...(rest.length === 0
      ? []
      : [
          {
            ...rowOf(
              { label: { zh: `其余 ${rest.length} 项`, en: `${rest.length} others` }, values: rest },
              { block, numbers, context },
            ),
            gathered: true,
          },
        ]),
    { ...rowOf({ label: TOTAL_LABEL, values: undefined }, { block, numbers, context }), total: true },
  ];
  const drawn = shown.map((value) => [labelOf(value), sumUnder(numbers.now, [value]).count] as const);
  return {
    kind: 'table',
    ...{ code: block.code, title: block.title, rows },
    columns: columnsOf(block, context),
    counter: MEASURE_WORDS[block.measure].counter,
    ...(block.chart === 'none' || total.count === 0
      ? {}
      : {
          chart: {
            kind: block.chart,
            categories: drawn.map(([label]) => label),
            series: [{ label: block.title, values: drawn.map(([, count]) => count) }],
          },
        }),
    notes: [countingNote(block, context), ...(multi ? [MULTI_VALUED] : [])],
  };
}

interface Numbers {
  readonly now: readonly Group[];
  readonly earlier: readonly Group[];
  readonly beside: readonly (readonly Group[])[];
  readonly total: Group;
  /** Every value that stands under any of them, in the order of the rows. */
  readonly all: readonly string[];
  readonly multi: boolean;
}

function numbersOf(block: Block, context: BlockContext): Numbers {
  const { source, periods } = context;
  const by = [block.dimension];
  const groups = (counted: MeasureQuery, period: Period) =>
    source({ kind: 'groups', query: over(counted, period), by });
  const now = groups(block, periods.now);
  const earlier = periods.yearAgo ? groups(block, periods.yearAgo) : [];
  const beside = (block.beside ?? []).map((each) => groups(each, periods.now));
  // What only the year before or a column beside has still needs its row: columns add up too.
  const counted = new Map(now.map((group) => [group.values[0] ?? '', group]));
  for (const { values } of [...earlier, ...beside.flat()]) {
    const [value = ''] = values;
    if (!counted.has(value)) counted.set(value, { values, count: 0, amount: 0 });
  }
  return {
    ...{ now, earlier, beside },
    total: totalOf(source, over(block, periods.now)),
    all: sortedGroups([...counted.values()]).map(({ values: [value = ''] }) => value),
    multi: isMultiValued(block.dimension, context),
  };
}

/** One row; without values, the totals. */
function rowOf(
  row: { readonly label: Localized; readonly values: readonly string[] | undefined },
  { block, numbers, context }: { block: Block; numbers: Numbers; context: BlockContext },
): TableRow {
  const { source, periods } = context;
  const { values } = row;
  const { total } = numbers;
  const queryOf = (counted: MeasureQuery, period: Period): FigureQuery => {
    const where = values ? within(counted.where, block.dimension, values) : counted.where;
    return over({ measure: counted.measure, ...(where ? { where } : {}) }, period);
  };
  const sumOf = (groups: readonly Group[], counted: MeasureQuery, period: Period): Group =>
    values ? sumUnder(groups, values) : totalOf(source, over(counted, period));
  const own = sumOf(numbers.now, block, periods.now);
  const cases = queryOf(block, periods.now);
  const cells: TableCell[] = [
    { label: row.label },
    countCell(own.count, cases),
    { value: ratio(own.count, total.count).value, unit: 'RATE' },
  ];
  if (block.amounts) cells.push({ value: own.amount, unit: 'MONEY', cases });
  const { yearAgo } = periods;
  if (yearAgo) {
    const base = sumOf(numbers.earlier, block, yearAgo);
    cells.push(countCell(base.count, queryOf(block, yearAgo)), { change: change(own.count, base.count) });
  }
  for (const [index, each] of (block.beside ?? []).entries()) {
    const { count } = sumOf(numbers.beside[index] ?? [], each, periods.now);
    cells.push(countCell(count, queryOf(each, periods.now)));
  }
  return { cells };
}

function columnsOf(block: Block, { periods }: BlockContext): Localized[] {
  const { counter } = MEASURE_WORDS[block.measure];
  return [
    block.title,
    { zh: `${counter.zh}数`, en: 'Number' },
    { zh: '占比', en: 'Share' },
    ...(block.amounts ? [{ zh: '金额（元）', en: 'Amount (CNY)' }] : []),
    ...(periods.yearAgo
      ? [
          { zh: '上年同期', en: 'Year before' },
          { zh: '同比', en: 'On the year' },
        ]
      : []),
    ...(block.beside ?? []).map(({ label }) => label),
  ];
}

function countingNote({ measure }: Block, { periods }: BlockContext): Localized {
  const counting = countingWords(measure);
  const { from, to } = periods.now;
  return { zh: `${from} 至 ${to}，${counting.zh}。`, en: `${from} to ${to}, ${counting.en}.` };
}

function mustAddUp({ now, total }: Numbers, title: Localized, { problem }: BlockContext): void {
  const sum = now.reduce((all, { count }) => all + count, 0);
  if (sum === total.count) return;
  problem({
    zh: `“${title.zh}”各项之和 ${sum} 与合计 ${total.count} 不符。`,
    en: `The parts of “${title.en}” add up to ${sum}, the total is ${total.count}.`,
  });
}
