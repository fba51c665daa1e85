import type { Localized } from '@huiyin/shared';
import { everyTarget, type VisitSums, visitTotal } from '../visits/figures.ts';
import { VISIT_TARGET_LABELS } from '../visits/visit.ts';
import type { ReportTable, TableCell } from './content.ts';
import type { BlockContext } from './subject.ts';
import { type Declared, TOTAL_LABEL } from './table-parts.ts';

/** The preventive visits of the period by what was visited, with what was found and what is still to be put right. */
export function visits(block: Declared<'visits'>, { source, periods }: BlockContext): ReportTable {
  const { from, to } = periods.now;
  const kinds = everyTarget(source({ kind: 'visits', from, to }));
  const total = visitTotal(kinds);
  const none = Object.values(total).every((count) => count === 0);
  const rows = kinds.map(({ target, ...sums }) => ({
    cells: [{ label: VISIT_TARGET_LABELS[target] }, ...cellsOf(sums)],
  }));
  return {
    kind: 'table',
    ...{ code: block.code, title: block.title, columns: COLUMNS },
    counter: { zh: '次', en: 'visit', many: 'visits' },
    rows: none ? [] : [...rows, { total: true, cells: [{ label: TOTAL_LABEL }, ...cellsOf(total)] }],
    notes: none ? [] : [NOTE],
  };
}

function cellsOf({
  planned,
  made,
  missed,
  findings,
  followUps,
  followUpsDone,
}: VisitSums): readonly TableCell[] {
  const counts = [made, planned, missed, findings, followUps, followUpsDone, followUps - followUpsDone];
  return counts.map((value) => ({ value, unit: 'COUNT' }));
}

const COLUMNS: readonly Localized[] = [
  { zh: '走访对象', en: 'Visited' },
  { zh: '完成走访', en: 'Made' },
  { zh: '计划走访', en: 'Planned' },
  { zh: '逾期未走访', en: 'Overdue' },
  { zh: '发现问题', en: 'Findings' },
  { zh: '整改事项', en: 'Follow-ups' },
  { zh: '已整改', en: 'Done' },
  { zh: '未整改', en: 'Open' },
];
const NOTE: Localized = {
  zh: '计划按计划日期、完成按走访日期计入本期；发现问题和整改事项属于本期完成的走访；逾期和整改情况截至期末，已整改与未整改之和为整改事项。',
  en: 'Planned counts by the day planned for, made by the day of the visit. Findings and follow-ups are those of visits made; overdue, done and open are as of the last day of the period, and done and open add up to the follow-ups.',
};
