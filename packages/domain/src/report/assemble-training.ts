import type { Localized } from '@huiyin/shared';
import { everyClass, type TrainingSums, trainingTotal } from '../training/figures.ts';
import { TRAINING_CLASS_LABELS } from '../training/training.ts';
import type { ReportTable, TableCell, TableRow, Unit } from './content.ts';
import type { BlockContext } from './subject.ts';
import { type Declared, TOTAL_LABEL } from './table-parts.ts';

const SECONDS_OF_TENTH = 360;

/** The training of the period by class: sessions, people, hours, what assessments came to, certificates that end. */
export function training(block: Declared<'training'>, { source, periods }: BlockContext): ReportTable {
  const { from, to } = periods.now;
  const classes = everyClass(source({ kind: 'training', from, to }));
  const total = trainingTotal(classes);
  const rows = classes.map(
    ({ trainingClass, ...sums }): TableRow => ({
      cells: [{ label: TRAINING_CLASS_LABELS[trainingClass] }, ...cellsOf(sums)],
    }),
  );
  const none = total.sessions === 0 && total.expiring === 0;
  return {
    kind: 'table',
    ...{ code: block.code, title: block.title, columns: COLUMNS },
    counter: { zh: '场', en: 'session', many: 'sessions' },
    rows: none ? [] : [...rows, { total: true, cells: [{ label: TOTAL_LABEL }, ...cellsOf(total)] }],
    notes: none ? [] : [NOTE],
  };
}

function cellsOf(sums: TrainingSums): readonly TableCell[] {
  const { sessions, people, newPeople, tenthsOfHours, tenthsOfPersonHours, assessed, passed, expiring } =
    sums;
  const cell = (value: number | null, unit: Unit = 'COUNT'): TableCell => ({ value, unit });
  const hours = (tenths: number): TableCell => cell(tenths * SECONDS_OF_TENTH, 'WORKING_SECONDS');
  return [
    ...[cell(sessions), cell(people), cell(newPeople), hours(tenthsOfHours), hours(tenthsOfPersonHours)],
    ...[cell(assessed), cell(passed), cell(assessed === 0 ? null : passed / assessed, 'RATE')],
    cell(expiring),
  ];
}

const COLUMNS: readonly Localized[] = [
  { zh: '类别', en: 'Class' },
  { zh: '场次', en: 'Sessions' },
  { zh: '人次', en: 'People' },
  { zh: '其中新员工', en: 'Of them new' },
  { zh: '学时', en: 'Hours' },
  { zh: '人学时', en: 'Person-hours' },
  { zh: '考核人次', en: 'Assessed' },
  { zh: '合格', en: 'Passed' },
  { zh: '合格率', en: 'Pass rate' },
  { zh: '到期证书', en: 'Certificates ending' },
];
const NOTE: Localized = {
  zh: '人次按每场参加人数累计；合格率＝合格÷考核人次；到期证书为最后一天在本期内的证书。',
  en: 'Whoever took part in several sessions counts in each; pass rate = passed ÷ assessed; certificates ending are those whose last day lies in the period.',
};
