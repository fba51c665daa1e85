import { ratio } from '../figures/arithmetic.ts';
import { MEASURE_WORDS } from '../figures/measure-words.ts';
import { NOT_STATED, type Where } from '../figures/measures.ts';
import type { FigureQuery, Group } from '../figures/query.ts';
import type { ReportTable, TableCell, TableRow } from './content.ts';
import { dimensionLabel } from './dimension-labels.ts';
import { type BlockContext, over, totalOf } from './subject.ts';
import {
  countCell,
  type Declared,
  isMultiValued,
  MULTI_VALUED,
  sortedGroups,
  TOTAL_LABEL,
} from './table-parts.ts';

/** Numbers under each pair of values of two dimensions; on request with the share of one column. */
export function cross(block: Declared<'cross'>, context: BlockContext): ReportTable {
  const { source, periods } = context;
  const query = over(block, periods.now);
  const pairs = source({ kind: 'groups', query, by: [block.rows, block.columns] });
  const rowTotals = sortedGroups(source({ kind: 'groups', query, by: [block.rows] }));
  const columnTotals = sortedGroups(source({ kind: 'groups', query, by: [block.columns] }));
  const total = totalOf(source, query);
  const multi = isMultiValued(block.rows, context) || isMultiValued(block.columns, context);
  const narrowed = (where: Where): FigureQuery =>
    over({ measure: block.measure, where: { ...block.where, ...where } }, periods.now);
  const columns = columnTotals.map(({ values: [value = ''] }) => value);
  const { share } = block;
  const shareCells = (part: number, whole: number): TableCell[] =>
    share ? [{ value: ratio(part, whole).value, unit: 'RATE' }] : [];
  const inColumn = (groups: readonly Group[], column: string | undefined, at: 0 | 1): number =>
    groups.find(({ values }) => values[at] === column)?.count ?? 0;

  const rowOf = ({ values: [row = ''], count }: Group): TableRow => {
    const own = pairs.filter(({ values }) => values[0] === row);
    return {
      ...(row === NOT_STATED ? { unstated: true } : {}),
      cells: [
        { label: dimensionLabel(block.rows, row, context) },
        ...columns.map((column) =>
          countCell(inColumn(own, column, 1), narrowed({ [block.rows]: [row], [block.columns]: [column] })),
        ),
        countCell(count, narrowed({ [block.rows]: [row] })),
        ...shareCells(inColumn(own, share?.column, 1), count),
      ],
    };
  };
  const totals: TableRow = {
    total: true,
    cells: [
      { label: TOTAL_LABEL },
      ...columnTotals.map(({ values: [column = ''], count }) =>
        countCell(count, narrowed({ [block.columns]: [column] })),
      ),
      countCell(total.count, query),
      ...shareCells(inColumn(columnTotals, share?.column, 0), total.count),
    ],
  };
  return {
    kind: 'table',
    ...{ code: block.code, title: block.title, rows: [...rowTotals.map(rowOf), totals] },
    columns: [
      block.title,
      ...columns.map((column) => dimensionLabel(block.columns, column, context)),
      TOTAL_LABEL,
      ...(share ? [share.label] : []),
    ],
    counter: MEASURE_WORDS[block.measure].counter,
    notes: multi ? [MULTI_VALUED] : [],
  };
}
