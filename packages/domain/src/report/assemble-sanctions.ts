import type { Localized } from '@huiyin/shared';
import { SANCTION_LABELS } from '../complaint/labels.ts';
import type { Sanction } from '../complaint/words.ts';
import { formatAmount } from '../money/money.ts';
import type { ReportTable, TableCell, TableRow } from './content.ts';
import { isWholeMonths, periodOf } from './period.ts';
import { type BlockContext, over, totalOf } from './subject.ts';
import { countCell, type Declared, TOTAL_LABEL } from './table-parts.ts';

const FIRST_DAY = '1900-01-01';
const text = (value: string | null): TableCell => ({ label: { zh: value ?? '', en: value ?? '' } });

/**
 * What was imposed and paid in each quarter of the year in which the period ends, and in the year so far; of a period that
 * is no whole months (a holiday, a span) nothing.
 */
export function runningTotals(block: Declared<'runningTotals'>, context: BlockContext): ReportTable {
  const { source, periods } = context;
  const { to } = periods.now;
  const table = {
    kind: 'table',
    ...{ code: block.code, title: block.title, columns: RUNNING_COLUMNS, notes: [] },
  } as const;
  if (!isWholeMonths(periods.now)) return { ...table, rows: [] };
  const year = Number(to.slice(0, 4));
  const quarters = [1, 2, 3, 4].flatMap((number) => {
    const quarter = periodOf({ kind: 'QUARTER', year, number });
    if (!quarter || quarter.from > to) return [];
    return [quarter.to > to ? { ...quarter, to } : quarter];
  });
  let running = 0;
  const rows = quarters.map((quarter): TableRow => {
    const imposed = over({ measure: 'SANCTION' }, quarter);
    const paid = over({ measure: 'SANCTION_PAID' }, quarter);
    const { count, amount } = totalOf(source, imposed);
    running += amount;
    return {
      cells: [
        { label: quarter.label },
        countCell(count, imposed),
        { value: amount, unit: 'MONEY', cases: imposed },
        { value: totalOf(source, paid).amount, unit: 'MONEY', cases: paid },
        { value: running, unit: 'MONEY' },
      ],
    };
  });
  const soFar = { ...periods.now, from: `${year}-01-01` };
  const all = {
    imposed: over({ measure: 'SANCTION' }, soFar),
    paid: over({ measure: 'SANCTION_PAID' }, soFar),
  };
  const total = totalOf(source, all.imposed);
  return {
    ...table,
    rows: [
      ...rows,
      {
        total: true,
        cells: [
          { label: TOTAL_LABEL },
          countCell(total.count, all.imposed),
          { value: total.amount, unit: 'MONEY', cases: all.imposed },
          { value: totalOf(source, all.paid).amount, unit: 'MONEY', cases: all.paid },
          { value: total.amount, unit: 'MONEY' },
        ],
      },
    ],
  };
}

/** Sums imposed by the end of the period, whenever that was, and not paid by then. */
export function unpaidSanctions(block: Declared<'unpaidSanctions'>, context: BlockContext): ReportTable {
  const { source, periods } = context;
  const { to } = periods.now;
  const query = over({ measure: 'SANCTION' }, { ...periods.now, from: FIRST_DAY });
  const lines = source({ kind: 'amounts', query }).filter(
    ({ original, paidOn }) => original > 0 && (paidOn === null || paidOn > to),
  );
  const rows = lines.map(
    (line): TableRow => ({
      cells: [
        { ...text(line.number), complaintId: line.id },
        text(line.party),
        { label: SANCTION_LABELS[line.what as Sanction] ?? { zh: line.what, en: line.what } },
        text(line.on),
        text(`${line.currency} ${formatAmount({ amount: line.original, currency: line.currency })}`),
        { value: line.converted, unit: 'MONEY' },
      ],
    }),
  );
  const owed = lines.reduce((sum, { converted }) => sum + converted, 0);
  const total: TableRow = {
    total: true,
    cells: [
      { label: TOTAL_LABEL },
      ...Array.from({ length: 4 }, () => text(null)),
      { value: owed, unit: 'MONEY' },
    ],
  };
  return {
    kind: 'table',
    ...{ code: block.code, title: block.title, columns: UNPAID_COLUMNS, notes: [] },
    rows: rows.length === 0 ? [] : [...rows, total],
  };
}

const RUNNING_COLUMNS: readonly Localized[] = [
  { zh: '季度', en: 'Quarter' },
  { zh: '处罚（项）', en: 'Sanctions' },
  { zh: '罚没（元）', en: 'Imposed (CNY)' },
  { zh: '缴入国库（元）', en: 'Paid to the treasury (CNY)' },
  { zh: '本年累计罚没（元）', en: 'Imposed so far in the year (CNY)' },
];
const UNPAID_COLUMNS: readonly Localized[] = [
  { zh: '编号', en: 'Number' },
  { zh: '对象', en: 'Party' },
  { zh: '种类', en: 'Kind' },
  { zh: '处罚日期', en: 'Imposed on' },
  { zh: '金额', en: 'Amount' },
  { zh: '折合人民币（元）', en: 'In CNY' },
];
