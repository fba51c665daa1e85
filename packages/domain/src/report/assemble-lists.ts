import type { Localized } from '@huiyin/shared';
import { REMEDY_LABELS, SANCTION_LABELS } from '../complaint/labels.ts';
import { formatAmount } from '../money/money.ts';
import { caseCells, caseColumnLabel } from './case-columns.ts';
import type { ReportTable, TableCell, TableRow } from './content.ts';
import { type BlockContext, over, totalOf } from './subject.ts';
import type { Declared } from './table-parts.ts';

/** Cases one by one, masked. */
export function cases(block: Declared<'cases'>, context: BlockContext): ReportTable {
  const { source, periods, sector } = context;
  const query = over(block, periods.now);
  const {
    lines,
    cases: all,
    restricted,
  } = source({
    kind: 'cases',
    ...{ query, limit: block.limit, columns: block.columns },
  });
  return {
    kind: 'table',
    ...{ code: block.code, title: block.title },
    columns: block.columns.map((column) => caseColumnLabel(column, sector)),
    rows: lines.map((line) => ({ cells: caseCells(line, block.columns, context) })),
    notes: [
      ...(all - restricted > lines.length
        ? [{ zh: `共 ${all} 件，列出 ${lines.length} 件。`, en: `${lines.length} of ${all} are listed.` }]
        : []),
      ...restrictedNotes(restricted),
    ],
  };
}

function restrictedNotes(restricted: number): Localized[] {
  if (restricted === 0) return [];
  return [
    {
      zh: `另有 ${restricted} 件属限制查看的案件，不逐件列出。`,
      en: `${restricted === 1 ? '1 further case is' : `${restricted} further cases are`} restricted and not listed.`,
    },
  ];
}

const WORDS: Readonly<Record<string, Localized>> = { ...SANCTION_LABELS, ...REMEDY_LABELS };
const text = (value: string | null): TableCell => ({ label: { zh: value ?? '', en: value ?? '' } });

/** Sums of money one by one, with the currency they were in, the rate and what was recorded. */
export function amountList(block: Declared<'amountList'>, { source, periods }: BlockContext): ReportTable {
  const query = over(block, periods.now);
  const lines = source({ kind: 'amounts', query });
  const total = totalOf(source, query).amount;
  const listed = lines.reduce((sum, { converted }) => sum + converted, 0);
  const rows = lines.map(
    (line): TableRow => ({
      cells: [
        { ...text(line.number), complaintId: line.id },
        text(line.party),
        { label: WORDS[line.what] ?? { zh: line.what, en: line.what } },
        text(line.currency),
        text(formatAmount({ amount: line.original, currency: line.currency })),
        text(line.rate),
        text(line.rateDate),
        { value: line.converted, unit: 'MONEY' },
        text(line.paidOn),
      ],
    }),
  );
  const blanks = Array.from({ length: 6 }, () => text(null));
  return {
    kind: 'table',
    ...{ code: block.code, title: block.title },
    columns: COLUMNS,
    rows: [
      ...rows,
      {
        total: true,
        cells: [
          { label: { zh: '合计', en: 'Total' } },
          ...blanks,
          { value: total, unit: 'MONEY', cases: query },
          text(null),
        ],
      },
    ],
    notes:
      listed === total
        ? []
        : [
            {
              zh: `合计中 ${formatAmount({ amount: total - listed, currency: 'CNY' })} 元属限制查看的案件，不逐项列出。`,
              en: `CNY ${formatAmount({ amount: total - listed, currency: 'CNY' })} of the total belong to restricted cases, which are not listed.`,
            },
          ],
  };
}

const COLUMNS: readonly Localized[] = [
  { zh: '编号', en: 'Number' },
  { zh: '对象', en: 'Party' },
  { zh: '种类', en: 'Kind' },
  { zh: '币种', en: 'Currency' },
  { zh: '金额', en: 'Amount' },
  { zh: '汇率', en: 'Rate' },
  { zh: '汇率日期', en: 'Date of the rate' },
  { zh: '折合人民币（元）', en: 'In CNY' },
  { zh: '缴款日期', en: 'Paid on' },
];
