import type { Localized } from '@huiyin/shared';
import { HOLIDAY_LABELS, HOLIDAYS, type Holiday, holidayDays } from '../calendar/holidays.ts';
import { change } from '../figures/arithmetic.ts';
import { MEASURE_WORDS } from '../figures/measure-words.ts';
import { type MeasureQuery, WAYS_IN } from '../figures/measures.ts';
import type { FigureQuery } from '../figures/query.ts';
import { addDays } from '../time.ts';
import type { ReportTable, TableRow } from './content.ts';
import { dimensionLabel } from './dimension-labels.ts';
import type { Period } from './period.ts';
import { type BlockContext, over, totalOf } from './subject.ts';
import { countCell, type Declared, sortedGroups, TOTAL_LABEL } from './table-parts.ts';

/** Numbers by month, every month of the period shown. */
export function trend(block: Declared<'trend'>, { source, periods }: BlockContext): ReportTable {
  const { now } = periods;
  const months = monthsOf(now);
  const lines = block.lines.map((line) => {
    const groups = source({ kind: 'months', query: over(line, now) });
    const values = months.map((month) => groups.find(({ values: [value] }) => value === month)?.count ?? 0);
    return { line, values };
  });
  return {
    kind: 'table',
    ...{ code: block.code, title: block.title },
    columns: [{ zh: '月份', en: 'Month' }, ...block.lines.map(({ label }) => label)],
    rows: [
      ...months.map((month, index) => ({
        cells: [
          { label: { zh: month, en: month } },
          ...lines.map(({ line, values }) => countCell(values[index] ?? 0, inMonth(line, month, now))),
        ],
      })),
      {
        total: true,
        cells: [
          { label: TOTAL_LABEL },
          ...lines.map(({ line, values }) =>
            countCell(
              values.reduce((sum, value) => sum + value, 0),
              over(line, now),
            ),
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

/** The days of a month that lie within a period. */
function inMonth(line: MeasureQuery, month: string, { from, to }: Period): FigureQuery {
  const [year = 0, number = 0] = month.split('-').map(Number);
  const first = `${month}-01`;
  const last = new Date(Date.UTC(year, number, 0)).toISOString().slice(0, 10);
  const { measure, where } = line;
  return {
    ...{ measure, from: first > from ? first : from, to: last < to ? last : to },
    ...(where ? { where } : {}),
  };
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

/** What was open when a period began: the query of its last day before. */
export function openBefore({ from }: Period): FigureQuery {
  const to = addDays(from, -1);
  return { measure: 'OPEN', from: `${to.slice(0, 7)}-01`, to };
}

/** What was open, came in, went out and is open. */
export function balance(block: Declared<'balance'>, context: BlockContext): ReportTable {
  const { source, periods, problem } = context;
  const row = (sign: string, label: Localized, query: FigureQuery, count?: number) => ({
    sign,
    count: count ?? totalOf(source, query).count,
    label: { zh: `${sign}${label.zh}`, en: `${sign}${label.en}` },
    query,
  });
  const capital = ({ zh, en }: Localized): Localized => ({
    zh,
    en: en.charAt(0).toUpperCase() + en.slice(1),
  });
  const left = over({ measure: 'LEFT' }, periods.now);
  const lines = [
    row('', { zh: '期初在办', en: 'Open at the start' }, openBefore(periods.now)),
    ...WAYS_IN.map((measure) =>
      row('+ ', capital(MEASURE_WORDS[measure].label), over({ measure }, periods.now)),
    ),
    ...sortedGroups(source({ kind: 'groups', query: left, by: ['wayOut'] })).map(
      ({ values: [wayOut = ''], count }) =>
        row(
          '− ',
          dimensionLabel('wayOut', wayOut, context),
          over({ measure: 'LEFT', where: { wayOut: [wayOut] } }, periods.now),
          count,
        ),
    ),
  ];
  const end: FigureQuery = { measure: 'OPEN', from: periods.now.from, to: periods.now.to };
  const open = totalOf(source, end).count;
  const computed = lines.reduce((sum, { sign, count }) => sum + (sign === '− ' ? -count : count), 0);
  if (computed !== open) {
    problem({
      zh: `“${block.title.zh}”：按收支推算期末为 ${computed} 件，实际在办 ${open} 件。`,
      en: `“${block.title.en}”: what came in and went out gives ${computed}, open are ${open}.`,
    });
  }
  const rows: TableRow[] = lines.map(({ label, count, query }) => ({
    cells: [{ label }, countCell(count, query)],
  }));
  return {
    kind: 'table',
    ...{ code: block.code, title: block.title },
    columns: [block.title, { zh: '件数', en: 'Number' }],
    rows: [
      ...rows,
      {
        total: true,
        cells: [{ label: { zh: '= 期末在办', en: '= Open at the end' } }, countCell(open, end)],
      },
    ],
    notes: [],
  };
}

/** Each holiday that begins within the period, beside the same holiday a year earlier. */
export function holidays(block: Declared<'holidays'>, context: BlockContext): ReportTable {
  const { source, periods } = context;
  const { from, to } = periods.now;
  const queryOf = (days: { readonly from: string; readonly to: string }): FigureQuery => {
    const { measure, where } = block;
    return { measure, from: days.from, to: days.to, ...(where ? { where } : {}) };
  };
  const rows = holidaysWithin(from, to).map(({ holiday, year, days }): TableRow => {
    const earlier = holidayDays(holiday, year - 1);
    const name = HOLIDAY_LABELS[holiday];
    const now = totalOf(source, queryOf(days)).count;
    const base = earlier && totalOf(source, queryOf(earlier)).count;
    const span = `${days.from} – ${days.to}`;
    return {
      cells: [
        { label: { zh: `${year} 年${name.zh}`, en: `${name.en} ${year}` } },
        { label: { zh: span, en: span } },
        countCell(now, queryOf(days)),
        earlier && base !== undefined ? countCell(base, queryOf(earlier)) : { label: UNKNOWN },
        base === undefined ? { label: UNKNOWN } : { change: change(now, base) },
      ],
    };
  });
  return {
    kind: 'table',
    ...{ code: block.code, title: block.title, rows },
    columns: [
      { zh: '假期', en: 'Holiday' },
      { zh: '放假日期', en: 'Days off' },
      { zh: `${MEASURE_WORDS[block.measure].label.zh}（件）`, en: 'Number' },
      { zh: '上年同一假期', en: 'Same holiday a year before' },
      { zh: '同比', en: 'On the year' },
    ],
    notes: [
      {
        zh: '放假日期以国务院办公厅当年的通知为准；两年放假天数可能不同。',
        en: "Days off by the State Council's notice of each year; their number may differ.",
      },
    ],
  };
}

const UNKNOWN: Localized = { zh: '—', en: '—' };

function holidaysWithin(from: string, to: string) {
  const found: { holiday: Holiday; year: number; days: { from: string; to: string } }[] = [];
  for (let year = Number(from.slice(0, 4)); year <= Number(to.slice(0, 4)); year += 1) {
    for (const holiday of HOLIDAYS) {
      const days = holidayDays(holiday, year);
      if (!days || days.from < from || days.from > to) continue;
      // Two holidays in one run of days off (国庆、中秋) are one.
      if (!found.some((other) => other.days.from === days.from)) found.push({ holiday, year, days });
    }
  }
  return found.sort((a, b) => (a.days.from < b.days.from ? -1 : 1));
}
