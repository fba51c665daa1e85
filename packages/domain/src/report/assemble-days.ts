import type { Localized } from '@huiyin/shared';
import { change } from '../figures/arithmetic.ts';
import { MEASURE_WORDS } from '../figures/measure-words.ts';
import { addDays, daysBetween, type LocalDate } from '../time.ts';
import type { ReportTable, TableRow } from './content.ts';
import type { Period } from './period.ts';
import { type BlockContext, over, totalOf } from './subject.ts';
import { countCell, type Declared, TOTAL_LABEL } from './table-parts.ts';

/** Day by day through a holiday, each beside the same day of that holiday a year before; of another period nothing. */
export function days(block: Declared<'days'>, context: BlockContext): ReportTable {
  const { source, periods } = context;
  const { now, yearAgo } = periods;
  const table = { kind: 'table', ...{ code: block.code, title: block.title, notes: [] } } as const;
  const columns = [
    { zh: '日期', en: 'Day' },
    { zh: `${MEASURE_WORDS[block.measure].label.zh}（件）`, en: 'Number' },
    { zh: '上年同一假期', en: 'Same holiday a year before' },
    { zh: '同比', en: 'On the year' },
  ];
  if (now.choice.kind !== 'HOLIDAY') return { ...table, columns, rows: [] };
  const counted = (period: Period) => {
    const query = over(block, period);
    return { count: totalOf(source, query).count, query };
  };
  const rowOf = (label: Localized, period: Period, before: Period | undefined): TableRow => {
    const own = counted(period);
    const base = before && counted(before);
    return {
      cells: [
        { label },
        countCell(own.count, own.query),
        base ? countCell(base.count, base.query) : { label: NONE },
        base ? { change: change(own.count, base.count) } : { label: NONE },
      ],
    };
  };
  const length = daysBetween(now.from, now.to) + 1;
  const earlier = yearAgo ? daysBetween(yearAgo.from, yearAgo.to) + 1 : 0;
  const rows = Array.from({ length }, (_, index) => {
    const day = addDays(now.from, index);
    const before = yearAgo && index < earlier ? oneDay(yearAgo, addDays(yearAgo.from, index)) : undefined;
    return rowOf({ zh: day, en: day }, oneDay(now, day), before);
  });
  return {
    ...table,
    columns,
    rows: [...rows, { ...rowOf(TOTAL_LABEL, now, yearAgo), total: true }],
    notes: earlier === length || !yearAgo ? [] : [unequal(length, earlier)],
    chart: {
      kind: 'bar',
      categories: rows.map(({ cells: [first] }) => first?.label ?? NONE),
      series: [{ label: block.title, values: rows.map(({ cells }) => cells[1]?.value ?? 0) }],
    },
  };
}

function oneDay(period: Period, day: LocalDate): Period {
  return { ...period, from: day, to: day };
}

function unequal(now: number, before: number): Localized {
  return {
    zh: `今年放假 ${now} 天，上年 ${before} 天；逐日按假期第几天对应，合计为各自全部天数。`,
    en: `The holiday has ${now} days, a year before it had ${before}; days are set beside one another by their place in it, the totals are of all days.`,
  };
}

const NONE: Localized = { zh: '—', en: '—' };
