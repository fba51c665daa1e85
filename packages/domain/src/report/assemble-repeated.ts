import type { Localized } from '@huiyin/shared';
import { NOT_STATED, type Where } from '../figures/measures.ts';
import type { Group } from '../figures/query.ts';
import { repeatReason, repeatRuleWords, repeatsFrom } from '../respondent/repeat.ts';
import type { ReportTable, TableRow } from './content.ts';
import { dimensionLabel } from './dimension-labels.ts';
import { type BlockContext, over } from './subject.ts';
import { countCell, type Declared } from './table-parts.ts';

const BY = ['respondent', 'respondentType'] as const;

/** A party with every name and kind under which it was complained about. */
interface Party {
  readonly name: string;
  readonly where: Required<Pick<Where, (typeof BY)[number]>>;
}

/** The parties that the sector's rule calls repeat offenders on the last day of the period. */
export function repeated(block: Declared<'repeated'>, context: BlockContext): ReportTable {
  const { source, periods, sector } = context;
  const rule = sector.repeatOffender;
  const table = { kind: 'table', ...{ code: block.code, title: block.title } } as const;
  if (!rule) return { ...table, columns: COLUMNS, rows: [], notes: [] };
  const { now } = periods;
  const year = { ...now, from: repeatsFrom(rule, now.to) };
  const counted = (where: Where, period: typeof now, measure: 'RECEIVED' | 'SANCTION' = 'RECEIVED') =>
    over({ measure, where: { ...block.where, ...where } }, period);
  const valid = { validity: ['VALID'] };
  const groups = (query: ReturnType<typeof counted>) => source({ kind: 'groups', query, by: BY });
  const all = {
    received: groups(counted({}, year)),
    valid: groups(counted(valid, year)),
    sanctions: groups(counted({}, year, 'SANCTION')),
    now: groups(counted({}, now)),
  };
  const rows = partiesOf(all.received, source({ kind: 'formerNames' })).flatMap((party) => {
    const sum = (of: readonly Group[]): number => countOf(of, party);
    const counts = { received: sum(all.received), valid: sum(all.valid) };
    const reason = repeatReason(rule, counts);
    if (!reason) return [];
    const row: TableRow = {
      cells: [
        { label: { zh: party.name, en: party.name } },
        countCell(counts.received, counted(party.where, year)),
        countCell(counts.valid, counted({ ...party.where, ...valid }, year)),
        countCell(sum(all.sanctions), counted(party.where, year, 'SANCTION')),
        countCell(sum(all.now), counted(party.where, now)),
        { label: kindsOf(party, context) },
        { label: reason },
      ],
    };
    return [{ row, ...counts }];
  });
  const order = rows.toSorted((a, b) => b.received - a.received || b.valid - a.valid);
  return {
    ...table,
    columns: COLUMNS,
    rows: order.map(({ row }) => row),
    notes: [repeatRuleWords(rule), windowWords(year.from, now.to)],
  };
}

/** Those complained about, each once however it was called. */
function partiesOf(
  groups: readonly Group[],
  former: readonly { readonly name: string; readonly type: string; readonly now: string }[],
): readonly Party[] {
  const nowCalled = new Map(former.map(({ name, type, now }) => [`${type}\n${name}`, now]));
  const named = groups.filter(({ values: [name] }) => name !== undefined && name !== NOT_STATED);
  const byName = Map.groupBy(
    named,
    ({ values: [name = '', type = ''] }) => nowCalled.get(`${type}\n${name}`) ?? `${type}\n${name}`,
  );
  return [...byName].map(([key, own]) => ({
    name: key.slice(key.indexOf('\n') + 1),
    where: {
      respondent: [...new Set(own.map(({ values: [name = ''] }) => name))].sort(),
      respondentType: [...new Set(own.map(({ values: [, type = NOT_STATED] }) => type))].sort(),
    },
  }));
}

/** What the query of a party counts: the same names and kinds as the cases that it opens. */
function countOf(groups: readonly Group[], { where }: Party): number {
  return groups
    .filter(
      ({ values: [name = '', type = ''] }) =>
        where.respondent.includes(name) && where.respondentType.includes(type),
    )
    .reduce((sum, { count }) => sum + count, 0);
}

function kindsOf({ where }: Party, context: BlockContext): Localized {
  const labels = where.respondentType.map((type) => dimensionLabel('respondentType', type, context));
  return { zh: labels.map(({ zh }) => zh).join('、'), en: labels.map(({ en }) => en).join(', ') };
}

function windowWords(from: string, to: string): Localized {
  return {
    zh: `统计区间：${from} 至 ${to}。`,
    en: `Counted from ${from} to ${to}.`,
  };
}

const COLUMNS: readonly Localized[] = [
  { zh: '被投诉单位', en: 'Respondent' },
  { zh: '规则期内被投诉', en: 'Complaints within the rule' },
  { zh: '其中有效', en: 'Of these valid' },
  { zh: '处罚（项）', en: 'Sanctions' },
  { zh: '本期被投诉', en: 'In this period' },
  { zh: '类型', en: 'Kind' },
  { zh: '列入理由', en: 'Why it stands here' },
];
