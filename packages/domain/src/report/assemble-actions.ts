import type { Localized } from '@huiyin/shared';
import type { ActionLine, FigureQuery } from '../figures/query.ts';
import { EFFECT_DAYS, EFFECT_VERDICT_LABELS, effectQueries, effectVerdict } from '../learning/effect.ts';
import { addDays, daysBetween } from '../time.ts';
import type { ReportTable, TableCell, TableRow } from './content.ts';
import { dimensionLabel } from './dimension-labels.ts';
import { type BlockContext, derivedOver, over, totalOf } from './subject.ts';
import { countCell, type Declared } from './table-parts.ts';

/** Corrective actions that were open, came in, were completed and are open. */
export function actionBalance(
  block: Declared<'actionBalance'>,
  { source, periods, problem }: BlockContext,
): ReportTable {
  const { now } = periods;
  const eve = addDays(now.from, -1);
  const count = (query: FigureQuery) => totalOf(source, query).count;
  const start = derivedOver({ measure: 'ACTION_OPEN' }, { ...now, from: eve, to: eve });
  const planned = over({ measure: 'ACTION_PLANNED' }, now);
  const completed = over({ measure: 'ACTION_COMPLETED' }, now);
  const end = derivedOver({ measure: 'ACTION_OPEN' }, now);
  const overdue = derivedOver({ measure: 'ACTION_OVERDUE' }, now);
  const computed = count(start) + count(planned) - count(completed);
  if (computed !== count(end)) {
    problem({
      zh: `“${block.title.zh}”：按收支推算期末为 ${computed} 项，实际未完成 ${count(end)} 项。`,
      en: `“${block.title.en}”: what was planned and completed gives ${computed}, open are ${count(end)}.`,
    });
  }
  const row = (zh: string, en: string, query: FigureQuery): TableRow => ({
    cells: [{ label: { zh, en } }, countCell(count(query), query)],
  });
  return {
    kind: 'table',
    ...{ code: block.code, title: block.title },
    columns: [block.title, { zh: '项数', en: 'Number' }],
    rows: [
      row('期初未完成', 'Open at the start', start),
      row('+ 本期计划', '+ Planned', planned),
      row('− 本期完成', '− Completed', completed),
      { ...row('= 期末未完成', '= Open at the end', end), total: true },
      row('其中逾期', 'of which overdue', overdue),
    ],
    notes: [],
  };
}

/** What is overdue at the end of the period, the longest overdue first. */
export function overdueActions(block: Declared<'overdueActions'>, context: BlockContext): ReportTable {
  const { source, periods } = context;
  const { from, to } = periods.now;
  const lines = source({ kind: 'actions', which: 'OVERDUE', from, to });
  const shown = lines.slice(0, block.limit);
  const { count } = totalOf(source, derivedOver({ measure: 'ACTION_OVERDUE' }, periods.now));
  return {
    kind: 'table',
    ...{ code: block.code, title: block.title },
    columns: [
      ...ACTION_COLUMNS,
      { zh: '完成期限', en: 'Due' },
      { zh: '期末逾期（天）', en: 'Days overdue at the end' },
    ],
    rows: shown.map((line) => ({
      cells: [
        ...actionCells(line, context),
        text(line.dueOn),
        { value: daysBetween(line.dueOn, to), unit: 'COUNT' },
      ],
    })),
    notes: notListed({ all: count, open: lines.length, shown: shown.length }),
  };
}

/** What was completed in the period, or was observed to the end in it, with the counts before and after. */
export function actionEffects(block: Declared<'actionEffects'>, context: BlockContext): ReportTable {
  const { source, periods } = context;
  const { from, to } = periods.now;
  const lines = source({ kind: 'actions', which: 'COMPLETED', from, to });
  const shown = lines.slice(0, block.limit);
  return {
    kind: 'table',
    ...{ code: block.code, title: block.title },
    columns: [
      ...ACTION_COLUMNS,
      { zh: '完成日期', en: 'Completed' },
      { zh: `计划前 ${EFFECT_DAYS} 天`, en: `${EFFECT_DAYS} days before` },
      { zh: `完成后 ${EFFECT_DAYS} 天`, en: `${EFFECT_DAYS} days after` },
      { zh: '成效', en: 'Effect' },
    ],
    rows: shown.map((line) => ({ cells: [...actionCells(line, context), ...effectCells(line)] })),
    notes: [
      ...(shown.length > 0 ? [METHOD] : []),
      ...notListed({ all: lines.length, open: lines.length, shown: shown.length }),
    ],
  };
}

function effectCells(line: ActionLine): TableCell[] {
  const { completedOn } = line;
  const queries = completedOn ? effectQueries({ ...line, completedOn }) : undefined;
  if (!queries) return [text(completedOn ?? ''), text(''), text(''), { label: NO_CAUSE }];
  return [
    text(completedOn ?? ''),
    countCell(line.before, queries.before),
    countCell(line.after, queries.after),
    { label: EFFECT_VERDICT_LABELS[effectVerdict(line)] },
  ];
}

const ACTION_COLUMNS: readonly Localized[] = [
  { zh: '编号', en: 'Number' },
  { zh: '整改措施', en: 'Action' },
  { zh: '责任人或部门', en: 'Owner' },
];

function actionCells(line: ActionLine, context: BlockContext): TableCell[] {
  const owners = [line.ownerMemberId, line.ownerDepartmentId].flatMap((id) =>
    id ? [dimensionLabel('handler', id, context)] : [],
  );
  const join = (language: 'zh' | 'en') => owners.map((owner) => owner[language]).join(' · ');
  return [
    { ...text(line.number), complaintId: line.complaintId },
    text(line.text),
    { label: { zh: join('zh'), en: join('en') } },
  ];
}

function text(value: string): TableCell {
  return { label: { zh: value, en: value } };
}

/** What is counted and not listed: beyond the longest list, or of restricted cases. */
function notListed(of: { readonly all: number; readonly open: number; readonly shown: number }): Localized[] {
  const { all, open, shown } = of;
  return [
    ...(open > shown
      ? [{ zh: `共 ${all} 项，列出 ${shown} 项。`, en: `${shown} of ${all} are listed.` }]
      : []),
    ...(all > open
      ? [
          {
            zh: `另有 ${all - open} 项属限制查看的案件，不逐项列出。`,
            en: `${all - open} of restricted cases are not listed.`,
          },
        ]
      : []),
  ];
}

const NO_CAUSE: Localized = { zh: '未登记原因', en: 'No cause stated' };
const METHOD: Localized = {
  zh: `成效：同类原因（及同一部门或对象）的投诉，计划前 ${EFFECT_DAYS} 天与完成后 ${EFFECT_DAYS} 天比较；差别超出偶然（泊松计数精确检验，单侧 2.5%）方称好转或恶化。`,
  en: `Effect: complaints of the same cause (and department or party), the ${EFFECT_DAYS} days before planning against the ${EFFECT_DAYS} after completion; better or worse only beyond chance (exact test of Poisson counts, 2.5 % on either side).`,
};
