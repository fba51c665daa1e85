import type { Localized } from '@huiyin/shared';
import { REMEDY_LABELS, SANCTION_LABELS } from '../complaint/labels.ts';
import { change, ratio } from '../figures/arithmetic.ts';
import {
  type Dimension,
  type MeasureQuery,
  MULTI_VALUED_DIMENSIONS,
  type Where,
} from '../figures/measures.ts';
import type { FigureQuery, Group } from '../figures/query.ts';
import { formatAmount } from '../money/money.ts';
import { assembleFigure } from './assemble-figure.ts';
import { caseCells, caseColumnLabel } from './case-columns.ts';
import type { ChartData, ReportBlock, TableCell } from './content.ts';
import type { BlockDeclaration } from './declaration.ts';
import { dimensionLabel } from './dimension-labels.ts';
import type { Period } from './period.ts';
import { type BlockContext, over, totalOf } from './subject.ts';

type Declared<Kind extends BlockDeclaration['kind']> = Extract<BlockDeclaration, { kind: Kind }>;

/** One block with its numbers. */
export function assembleBlock(block: BlockDeclaration, context: BlockContext): ReportBlock {
  switch (block.kind) {
    case 'figures':
      return { kind: 'figures', figures: block.figures.map((figure) => assembleFigure(figure, context)) };
    case 'breakdown':
      return breakdown(block, context);
    case 'cross':
      return cross(block, context);
    case 'trend':
      return trend(block, context);
    case 'cases':
      return cases(block, context);
    case 'amountList':
      return amountList(block, context);
    case 'prose':
      return { kind: 'prose', prompt: block.prompt };
  }
}

function within(where: Where | undefined, dimension: Dimension, values: readonly string[]): Where {
  return { ...where, [dimension]: values };
}

const MULTI_VALUED: Localized = {
  zh: '一件可同时属于多项，各项之和可大于总数。',
  en: 'A case can stand under several; the parts may add up to more than the total.',
};

function isMultiValued(dimension: Dimension, { sector }: BlockContext): boolean {
  const own = sector.fields.find(({ key }) => `details.${key}` === dimension);
  return MULTI_VALUED_DIMENSIONS.includes(dimension) || own?.type.kind === 'choices';
}

/** Numbers under each value of one dimension, with the share, the year before and whatever stands beside. */
function breakdown(block: Declared<'breakdown'>, context: BlockContext): ReportBlock {
  const { source, periods } = context;
  const { dimension, beside = [], amounts = false, top } = block;
  const groups = sorted(source({ kind: 'groups', query: over(block, periods.now), by: [dimension] }));
  const total = totalOf(source, over(block, periods.now));
  const { yearAgo } = periods;
  const earlier = yearAgo && source({ kind: 'groups', query: over(block, yearAgo), by: [dimension] });
  const others = beside.map((each) =>
    source({ kind: 'groups', query: over(each, periods.now), by: [dimension] }),
  );
  const multi = isMultiValued(dimension, context);
  if (!multi) mustAddUp(groups, total, block.title, context);

  const shown = top === undefined ? groups : groups.slice(0, top);
  const rest = top === undefined ? [] : groups.slice(top);
  const row = (label: Localized, values: readonly string[], isTotal = false) => {
    const inRow = (all: readonly Group[] | undefined) => (isTotal ? undefined : sumOf(all ?? [], values));
    const own = isTotal ? total : (inRow(groups) ?? total);
    const cells: TableCell[] = [
      { label },
      { value: own.count, unit: 'COUNT', cases: casesOf(block, values, isTotal) },
      { value: ratio(own.count, total.count).value, unit: 'RATE' },
    ];
    if (amounts) cells.push({ value: own.amount, unit: 'MONEY' });
    if (yearAgo) {
      const base = isTotal ? totalOf(source, over(block, yearAgo)).count : (inRow(earlier)?.count ?? 0);
      cells.push({ value: base, unit: 'COUNT' }, { change: change(own.count, base) });
    }
    for (const [index, each] of beside.entries()) {
      const query = over(each, periods.now);
      const group = isTotal ? totalOf(source, query) : sumOf(others[index] ?? [], values);
      cells.push({ value: group.count, unit: 'COUNT', cases: casesOf(each, values, isTotal) });
    }
    return isTotal ? { cells, total: true } : { cells };
  };
  const casesOf = (counted: MeasureQuery, values: readonly string[], isTotal: boolean): FigureQuery => {
    const where = isTotal ? counted.where : within(counted.where, dimension, values);
    return over({ measure: counted.measure, ...(where ? { where } : {}) }, periods.now);
  };
  const labelOf = (value: string) => dimensionLabel(dimension, value, context);
  const chart: ChartData | undefined =
    block.chart === 'none' || shown.length === 0
      ? undefined
      : {
          kind: block.chart,
          categories: shown.map(({ values: [value = ''] }) => labelOf(value)),
          series: [{ label: block.title, values: shown.map(({ count }) => count) }],
        };
  return {
    kind: 'table',
    title: block.title,
    columns: [
      block.title,
      { zh: '件数', en: 'Count' },
      { zh: '占比', en: 'Share' },
      ...(amounts ? [{ zh: '金额（元）', en: 'Amount (CNY)' }] : []),
      ...(yearAgo
        ? [
            { zh: '上年同期', en: 'Year before' },
            { zh: '同比', en: 'On the year' },
          ]
        : []),
      ...beside.map(({ label }) => label),
    ],
    rows: [
      ...shown.map(({ values }) => row(labelOf(values[0] ?? ''), values)),
      ...(rest.length > 0
        ? [
            row(
              { zh: `其余 ${rest.length} 项`, en: `${rest.length} others` },
              rest.flatMap(({ values }) => values),
            ),
          ]
        : []),
      row({ zh: '合计', en: 'Total' }, [], true),
    ],
    ...(chart ? { chart } : {}),
    notes: multi ? [MULTI_VALUED] : [],
  };
}

function sorted(groups: readonly Group[]): Group[] {
  return [...groups].sort((a, b) => b.count - a.count || (a.values.join() < b.values.join() ? -1 : 1));
}

function sumOf(groups: readonly Group[], values: readonly string[]): Group {
  const wanted = new Set(values);
  const own = groups.filter(({ values: [value = ''] }) => wanted.has(value));
  return {
    values,
    count: own.reduce((sum, { count }) => sum + count, 0),
    amount: own.reduce((sum, { amount }) => sum + amount, 0),
  };
}

function mustAddUp(
  groups: readonly Group[],
  total: Group,
  title: Localized,
  { problem }: BlockContext,
): void {
  const sum = groups.reduce((all, { count }) => all + count, 0);
  if (sum === total.count) return;
  problem({
    zh: `“${title.zh}”各项之和 ${sum} 与总数 ${total.count} 不符。`,
    en: `The parts of “${title.en}” add up to ${sum}, the total is ${total.count}.`,
  });
}

/** Numbers under each pair of values of two dimensions. */
function cross(block: Declared<'cross'>, context: BlockContext): ReportBlock {
  const { source, periods } = context;
  const query = over(block, periods.now);
  const groups = source({ kind: 'groups', query, by: [block.rows, block.columns] });
  const rowTotals = sorted(source({ kind: 'groups', query, by: [block.rows] }));
  const columnTotals = sorted(source({ kind: 'groups', query, by: [block.columns] }));
  const total = totalOf(source, query);
  const multi = isMultiValued(block.rows, context) || isMultiValued(block.columns, context);
  const count = (row: string, column: string): number =>
    groups.find(({ values }) => values[0] === row && values[1] === column)?.count ?? 0;
  const narrowed = (where: Where): FigureQuery =>
    over({ measure: block.measure, where: { ...block.where, ...where } }, periods.now);
  const columns = columnTotals.map(({ values: [value = ''] }) => value);
  const rowOf = ({ values: [row = ''], count: sum }: Group) => ({
    cells: [
      { label: dimensionLabel(block.rows, row, context) },
      ...columns.map(
        (column): TableCell => ({
          ...{ value: count(row, column), unit: 'COUNT' },
          cases: narrowed({ [block.rows]: [row], [block.columns]: [column] }),
        }),
      ),
      { value: sum, unit: 'COUNT' as const, cases: narrowed({ [block.rows]: [row] }) },
    ],
  });
  return {
    kind: 'table',
    title: block.title,
    columns: [
      block.title,
      ...columns.map((column) => dimensionLabel(block.columns, column, context)),
      { zh: '合计', en: 'Total' },
    ],
    rows: [
      ...rowTotals.map(rowOf),
      {
        total: true,
        cells: [
          { label: { zh: '合计', en: 'Total' } },
          ...columnTotals.map(
            ({ values: [column = ''], count: sum }): TableCell => ({
              ...{ value: sum, unit: 'COUNT' },
              cases: narrowed({ [block.columns]: [column] }),
            }),
          ),
          { value: total.count, unit: 'COUNT', cases: query },
        ],
      },
    ],
    notes: multi ? [MULTI_VALUED] : [],
  };
}

/** Numbers by month, every month of the period shown. */
function trend(block: Declared<'trend'>, context: BlockContext): ReportBlock {
  const { source, periods } = context;
  const months = monthsOf(periods.now);
  const lines = block.lines.map((line) => {
    const groups = source({ kind: 'months', query: over(line, periods.now) });
    const values = months.map((month) => groups.find(({ values: [value] }) => value === month)?.count ?? 0);
    return { line, values };
  });
  const monthQuery = (line: MeasureQuery, month: string): FigureQuery => {
    const { from, to } = periods.now;
    const first = `${month}-01`;
    const last = lastDayOf(month);
    const [start = from] = [first, from].sort().reverse();
    const [end = to] = [last, to].sort();
    return { ...over(line, periods.now), from: start, to: end };
  };
  return {
    kind: 'table',
    title: block.title,
    columns: [{ zh: '月份', en: 'Month' }, ...block.lines.map(({ label }) => label)],
    rows: [
      ...months.map((month, index) => ({
        cells: [
          { label: { zh: month, en: month } },
          ...lines.map(
            ({ line, values }): TableCell => ({
              ...{ value: values[index] ?? 0, unit: 'COUNT' },
              cases: monthQuery(line, month),
            }),
          ),
        ],
      })),
      {
        total: true,
        cells: [
          { label: { zh: '合计', en: 'Total' } },
          ...lines.map(
            ({ line, values }): TableCell => ({
              ...{ value: values.reduce((sum, value) => sum + value, 0), unit: 'COUNT' },
              cases: over(line, periods.now),
            }),
          ),
        ],
      },
    ],
    chart: {
      kind: months.length > 1 ? 'line' : 'bar',
      categories: months.map((month) => ({ zh: month, en: month })),
      series: lines.map(({ line, values }) => ({ label: line.label, values })),
    },
    notes: [],
  };
}

function lastDayOf(month: string): string {
  const [year = 0, number = 0] = month.split('-').map(Number);
  return new Date(Date.UTC(year, number, 0)).toISOString().slice(0, 10);
}

function monthsOf({ from, to }: Period): string[] {
  const months: string[] = [];
  for (let month = from.slice(0, 7); month <= to.slice(0, 7); ) {
    months.push(month);
    const [year = 0, number = 0] = month.split('-').map(Number);
    month = new Date(Date.UTC(year, number, 1)).toISOString().slice(0, 7);
  }
  return months;
}

/** Cases one by one, masked. */
function cases(block: Declared<'cases'>, context: BlockContext): ReportBlock {
  const { source, periods, sector } = context;
  const query = over(block, periods.now);
  const lines = source({ kind: 'cases', query, limit: block.limit, columns: block.columns });
  const all = totalOf(source, query).count;
  return {
    kind: 'table',
    title: block.title,
    columns: block.columns.map((column) => caseColumnLabel(column, sector)),
    rows: lines.map((line) => ({ cells: caseCells(line, block.columns, context) })),
    notes:
      all > lines.length
        ? [{ zh: `共 ${all} 件，列出 ${lines.length} 件。`, en: `${lines.length} of ${all} are listed.` }]
        : [],
  };
}

/** Sums of money one by one, with the currency they were in, the rate and what was recorded. */
function amountList(block: Declared<'amountList'>, context: BlockContext): ReportBlock {
  const { source, periods } = context;
  const lines = source({ kind: 'amounts', query: over(block, periods.now) });
  const text = (value: string | null): TableCell => ({ label: { zh: value ?? '', en: value ?? '' } });
  const labels: Readonly<Record<string, Localized>> = { ...SANCTION_LABELS, ...REMEDY_LABELS };
  return {
    kind: 'table',
    title: block.title,
    columns: [
      { zh: '编号', en: 'Number' },
      { zh: '对象', en: 'Party' },
      { zh: '种类', en: 'Kind' },
      { zh: '币种', en: 'Currency' },
      { zh: '金额', en: 'Amount' },
      { zh: '汇率', en: 'Rate' },
      { zh: '汇率日期', en: 'Date of the rate' },
      { zh: '折合人民币（元）', en: 'In CNY' },
      { zh: '缴款日期', en: 'Paid on' },
    ],
    rows: [
      ...lines.map((line) => ({
        cells: [
          { ...text(line.number), complaintId: line.id },
          text(line.party),
          { label: labels[line.what] ?? { zh: line.what, en: line.what } },
          text(line.currency),
          text(formatAmount({ amount: line.original, currency: line.currency })),
          text(line.rate),
          text(line.rateDate),
          { value: line.converted, unit: 'MONEY' as const },
          text(line.paidOn),
        ],
      })),
      {
        total: true,
        cells: [
          { label: { zh: '合计', en: 'Total' } },
          ...Array.from({ length: 6 }, () => text(null)),
          {
            value: lines.reduce((sum, { converted }) => sum + converted, 0),
            unit: 'MONEY' as const,
            cases: over(block, periods.now),
          },
          text(null),
        ],
      },
    ],
    notes: [],
  };
}
