import type { Localized } from '@huiyin/shared';
import { INCIDENT_STATUS_LABELS } from '../incident/labels.ts';
import { peopleAffected } from '../incident/state.ts';
import type { ReportTable, TableCell, TableRow } from './content.ts';
import { type BlockContext, over } from './subject.ts';
import { countCell, type Declared, TOTAL_LABEL } from './table-parts.ts';

const FIRST_DAY = '1900-01-01';
const text = (value: string): TableCell => ({ label: { zh: value, en: value } });

/** The incidents opened in the period, the largest first, with their complaints and people as of its last day. */
export function incidents(block: Declared<'incidents'>, { source, periods }: BlockContext): ReportTable {
  const { from, to } = periods.now;
  const lines = source({ kind: 'incidents', from, to }).toSorted((a, b) => b.cases.length - a.cases.length);
  // Complaints are linked to what was opened in the period until its end, whenever they came.
  const linkedTo = (ids: readonly string[]) =>
    over({ measure: 'INCIDENT_LINKED', where: { incident: ids } }, { ...periods.now, from: FIRST_DAY });
  const answered = lines.flatMap(({ secondsToAnswer }) => secondsToAnswer ?? []);
  const average =
    answered.length === 0
      ? null
      : Math.round(answered.reduce((sum, each) => sum + each, 0) / answered.length);
  const rows = lines.map(
    ({ id, number, title, openedOn, cases, secondsToAnswer, status }): TableRow => ({
      cells: [
        text(`${number} ${title}`),
        countCell(cases.length, linkedTo([id])),
        { value: peopleAffected(cases), unit: 'COUNT' },
        text(openedOn),
        { value: secondsToAnswer, unit: 'SECONDS' },
        { label: INCIDENT_STATUS_LABELS[status] },
      ],
    }),
  );
  const all = lines.flatMap(({ cases }) => cases);
  const total: TableRow = {
    total: true,
    cells: [
      { label: { zh: `${TOTAL_LABEL.zh} ${lines.length} 起`, en: `${TOTAL_LABEL.en}: ${lines.length}` } },
      countCell(all.length, linkedTo(lines.map(({ id }) => id))),
      { value: peopleAffected(all), unit: 'COUNT' },
      text(''),
      { value: average, unit: 'SECONDS' },
      text(''),
    ],
  };
  return {
    kind: 'table',
    ...{ code: block.code, title: block.title, columns: COLUMNS },
    rows: lines.length === 0 ? [] : [...rows, total],
    notes: lines.length === 0 ? [] : [NOTE],
  };
}

const COLUMNS: readonly Localized[] = [
  { zh: '群体性事件', en: 'Incident' },
  { zh: '投诉件', en: 'Complaints' },
  { zh: '涉及人数', en: 'People' },
  { zh: '立案日期', en: 'Opened on' },
  { zh: '立案至统一答复', en: 'Until the master answer' },
  { zh: '状态', en: 'State' },
];
const NOTE: Localized = {
  zh: '人数按投诉人去重，联名投诉计全部人数；合计一栏的时长为平均值。',
  en: 'Whoever complained several times counts once, groups with all their people; the time of the total is the average.',
};
