import type { Localized } from '@huiyin/shared';
import type { Clock } from '../clocks/clock.ts';
import { formatAmount } from '../money/money.ts';
import type { FieldDeclaration, OptionNode, Sector } from '../sectors/contract.ts';
import { wordsOfInstant, wordsOfValue } from '../sectors/detail-words.ts';
import { documentsOf } from '../sectors/document-templates.ts';
import { findOption } from '../sectors/options.ts';
import type { ComplaintEvent, Events, EventType } from './events.ts';
import {
  CHANNEL_LABELS,
  DELIVERY_LABELS,
  DEMAND_LABELS,
  DISCLOSURE_LABELS,
  ENGINEERING_STAGE_LABELS,
  FINDING_LABELS,
  FOLLOW_UP_LABELS,
  KIND_LABELS,
  MILESTONE_LABELS,
  REMEDY_LABELS,
  SANCTION_LABELS,
  SOURCE_LEVEL_LABELS,
  WITHDRAWAL_LABELS,
} from './labels.ts';
import type { Assignment, RecordedMoney, Respondent, Source } from './parts.ts';

/** One thing that an event says beside its words: to whom, by when, on what ground; of a correction both versions. */
export interface EventWord {
  readonly key: string;
  readonly label: Localized;
  /** As it was before; only of what was changed. */
  readonly before?: Localized;
  readonly text: Localized;
}

/** What names and codes in an event are called. */
export interface EventNames {
  readonly sector: Sector;
  readonly member: (id: string) => string;
  readonly department: (id: string) => Localized;
  /** Details that the reader does not get to see. */
  readonly hides: (field: FieldDeclaration) => boolean;
}

const t = (zh: string, en: string): Localized => ({ zh, en });
const plain = (text: string): Localized => ({ zh: text, en: text });
const NOTHING = t('（无）', '(none)');
const YES = t('是', 'Yes');
const NO = t('否', 'No');
const yesOrNo = (is: boolean): Localized => (is ? YES : NO);

type Word = readonly [key: string, label: Localized, text: Localized | undefined];
type Teller<T extends EventType> = (data: Events[T], names: EventNames) => readonly Word[];

const via = (channel: keyof typeof CHANNEL_LABELS): Word => [
  'via',
  t('方式', 'How'),
  CHANNEL_LABELS[channel],
];
const due = (at: string): Word => ['dueAt', t('期限', 'By'), plain(wordsOfInstant(at))];

function option(tree: readonly OptionNode[], code: string | undefined): Localized | undefined {
  return code === undefined ? undefined : (findOption(tree, code)?.node.label ?? plain(code));
}

function assignee({ memberId, departmentId }: Assignment, { member, department }: EventNames): Localized {
  const names = [departmentId && department(departmentId), memberId && plain(member(memberId))];
  const known = names.filter((name): name is Localized => typeof name === 'object');
  return { zh: known.map(({ zh }) => zh).join(' '), en: known.map(({ en }) => en).join(' ') };
}

function sum(money: RecordedMoney | undefined): Word {
  const label = t('金额', 'Sum');
  if (!money) return ['money', label, undefined];
  const { original, converted } = money;
  const written = ({ amount, currency }: typeof original): string =>
    `${currency} ${formatAmount({ amount, currency })}`;
  const foreign = original.currency === converted.currency ? '' : `（${written(converted)}）`;
  return ['money', label, plain(`${written(original)}${foreign}`)];
}

const clockOf = ({ clock }: { readonly clock: Clock }): readonly Word[] => [
  ['clock', t('时限', 'Clock'), clock.rule.label],
  due(clock.dueAt),
  ['why', t('缘由', 'Why'), clock.changes.length > 0 ? plain(clock.changes.at(-1)?.reason ?? '') : undefined],
];

const TELLERS: { readonly [T in EventType]?: Teller<T> } = {
  ERASURE_HELD: ({ until }) => [
    ['until', t('截至', 'Until'), until === undefined ? undefined : plain(until)],
  ],
  DATA_ERASED: ({ what, months }) => [
    ['what', t('范围', 'What'), what === 'FILES' ? t('附件', 'Files') : t('个人信息', 'Personal data')],
    ['months', t('留存期限', 'Kept for'), t(`${months} 个月`, `${months} months`)],
  ],
  REGISTERED: ({ kind, channel, source, disclosure, sameAsOthers }) => [
    ['kind', t('诉求类型', 'Kind'), KIND_LABELS[kind]],
    ['channel', t('受理渠道', 'Channel'), CHANNEL_LABELS[channel]],
    ['source', t('来源', 'Source'), sourceWords(source)],
    ['disclosure', t('署名方式', 'Disclosure'), DISCLOSURE_LABELS[disclosure]],
    [
      'sameAsOthers',
      t('投诉人表示', 'The complainant says'),
      sameAsOthers ? t('与近期同类事项情况相同', 'It is the same as others of late') : undefined,
    ],
  ],
  RECLASSIFIED: ({ to }, { sector }) => [
    ['to', t('归入', 'Now'), option(sector.classification?.options ?? [], to)],
  ],
  DECLINED: ({ ground, body }, { sector }) => [
    ['ground', t('理由', 'Ground'), option(sector.declineGrounds, ground)],
    ['body', t('负责单位', 'Body in charge'), body ? plain(body) : undefined],
  ],
  TRANSFERRED: ({ body }) => [['body', t('受移送单位', 'Body'), plain(body)]],
  TRANSFER_RETURNED: ({ body }) => [['body', t('退回单位', 'Body'), plain(body)]],
  DECISION_NOTIFIED: (data) => [via(data.via)],
  ASSIGNED: ({ to }, names) => [['to', t('承办', 'To'), assignee(to, names)]],
  ASSIGNMENT_TAKEN_BACK: ({ to }, names) => [['to', t('承办', 'To'), assignee(to, names)]],
  HAND_OVER_OFFERED: ({ to }, names) => [['to', t('移交', 'To'), assignee(to, names)]],
  HAND_OVER_ACCEPTED: ({ memberId }, { member }) => [
    ['by', t('接收人', 'By'), memberId === undefined ? undefined : plain(member(memberId))],
  ],
  COLLABORATOR_ADDED: ({ memberId }, { member }) => [['who', t('协办人', 'Who'), plain(member(memberId))]],
  RECUSED: ({ memberId }, { member }) => [['who', t('回避人', 'Who'), plain(member(memberId))]],
  PROMISED: ({ dueAt }) => [due(dueAt)],
  ANSWER_DRAFTED: ({ final }) => [['final', t('最终答复', 'Settles the matter'), yesOrNo(final)]],
  ANSWERED: ({ via: how, final, incidentId }) => [
    via(how),
    ['final', t('最终答复', 'Settles the matter'), yesOrNo(final)],
    ['incident', t('群体性事件统一答复', 'Master answer of an incident'), incidentId ? YES : undefined],
  ],
  COMPLAINANT_HEARD: (data) => [via(data.via)],
  CONTACT_RECORDED: ({ via: how, reached }) => [
    via(how),
    ['reached', t('联系上', 'Reached'), yesOrNo(reached)],
  ],
  CONCLUDED: ({ finding }) => [['finding', t('结论', 'Finding'), FINDING_LABELS[finding]]],
  EVIDENCE_ADDED: ({ sha256 }) => [['sha256', t('校验值', 'SHA-256'), plain(sha256)]],
  MEDIATION_ENDED: ({ result }) => [
    ['result', t('结果', 'Result'), result === 'AGREED' ? t('达成协议', 'Agreed') : t('终止', 'Terminated')],
  ],
  REMEDY_GIVEN: ({ remedy, money }) => [
    ['remedy', t('处理结果', 'Remedy'), REMEDY_LABELS[remedy]],
    sum(money),
  ],
  SANCTION_IMPOSED: ({ sanction, party, basis, money, paidOn }) => [
    ['sanction', t('处罚', 'Sanction'), SANCTION_LABELS[sanction]],
    ['party', t('当事人', 'Party'), party ? plain(party) : undefined],
    ['basis', t('依据', 'Basis'), basis ? plain(basis) : undefined],
    sum(money),
    ['paidOn', t('缴款日期', 'Paid on'), paidOn ? plain(paidOn) : undefined],
  ],
  SANCTION_PAID: ({ paidOn }) => [['paidOn', t('缴款日期', 'Paid on'), plain(paidOn)]],
  DOCUMENT_ISSUED: ({ document, number, addressedTo }, { sector }) => [
    ['document', t('文书', 'Document'), option(documentsOf(sector), document)],
    ['number', t('文号', 'Number'), plain(number)],
    ['addressedTo', t('送达对象', 'Addressed to'), plain(addressedTo)],
  ],
  DOCUMENT_DELIVERED: ({ delivery, on }) => [
    ['delivery', t('送达方式', 'How'), DELIVERY_LABELS[delivery]],
    ['on', t('送达日期', 'On'), plain(on)],
  ],
  DOCUMENT_ACKNOWLEDGED: ({ on, receivedBy }) => [
    ['on', t('签收日期', 'On'), plain(on)],
    ['receivedBy', t('签收人', 'Received by'), plain(receivedBy)],
  ],
  FORWARDED: ({ to }, { sector }) => [['to', t('报送', 'To'), option(sector.forwardings, to)]],
  FORWARDING_RECEIVED: ({ to, number, on }, { sector }) => [
    ['to', t('报送', 'To'), option(sector.forwardings, to)],
    ['number', t('回执编号', 'Number of the receipt'), plain(number)],
    ['on', t('回执日期', 'On'), plain(on)],
  ],
  ROUTE_TAKEN: ({ route }, { sector }) => [['route', t('途径', 'Route'), option(sector.routes, route)]],
  MILESTONE_RECORDED: ({ milestone }) => [['milestone', t('节点', 'Milestone'), MILESTONE_LABELS[milestone]]],
  CLOCK_STARTED: clockOf,
  CLOCK_CHANGED: clockOf,
  CLOCK_OVERDUE: clockOf,
  FOLLOWED_UP: ({ result, resolved }) => [
    ['result', t('评价', 'Answer'), FOLLOW_UP_LABELS[result]],
    ['resolved', t('已解决', 'Put right'), resolved === undefined ? undefined : yesOrNo(resolved)],
  ],
  CLOSED: ({ firstContact }) => [
    ['firstContact', t('首次接触解决', 'At first contact'), yesOrNo(firstContact)],
  ],
  WITHDRAWN: ({ reason }) => [['withdrawal', t('原因', 'Why'), WITHDRAWAL_LABELS[reason]]],
  CAUSE_STATED: ({ cause }, { sector }) => [['cause', t('原因', 'Cause'), option(sector.causes, cause)]],
  ENGINEERING_JOINED: ({ outlet, site }, { sector }) => [
    ['outlet', t('清单', 'List'), option(sector.outlets ?? [], outlet)],
    ['site', t('地点', 'Site'), site ? plain(site) : undefined],
  ],
  ENGINEERING_MOVED: ({ site }) => [['site', t('地点', 'Site'), site ? plain(site) : undefined]],
  ENGINEERING_ADVANCED: ({ stage, week, improved, repeated }) => [
    ['stage', t('进展', 'Stage'), ENGINEERING_STAGE_LABELS[stage]],
    ['week', t('周次', 'Week'), week ? plain(week) : undefined],
    ['improved', t('指标改善', 'Improved'), improved === undefined ? undefined : yesOrNo(improved)],
    ['repeated', t('重复故障', 'Repeat fault'), repeated ? YES : undefined],
  ],
  ACTION_PLANNED: ({ dueOn, ownerMemberId: memberId, departmentId }, names) => [
    ['dueOn', t('期限', 'By'), plain(dueOn)],
    [
      'owner',
      t('责任人', 'Owner'),
      memberId || departmentId
        ? assignee({ ...(memberId ? { memberId } : {}), ...(departmentId ? { departmentId } : {}) }, names)
        : undefined,
    ],
  ],
};

function sourceWords({ level, body, reference }: Source): Localized {
  const rest = [body, reference].filter(Boolean).join(' ');
  const { zh, en } = SOURCE_LEVEL_LABELS[level];
  return rest ? t(`${zh} ${rest}`, `${en} ${rest}`) : t(zh, en);
}

/** Everything that an event says beside its words, in the order of telling. */
export function wordsOfEvent(event: Pick<ComplaintEvent, 'type' | 'data'>, names: EventNames): EventWord[] {
  if (event.type === 'CORRECTED') return correctionWords(event.data as Events['CORRECTED'], names);
  const tell = TELLERS[event.type] as Teller<EventType> | undefined;
  return (tell?.(event.data, names) ?? []).flatMap(([key, label, text]) =>
    text ? [{ key, label, text }] : [],
  );
}

const MATTER_LABELS: Readonly<Record<string, Localized>> = {
  kind: t('诉求类型', 'Kind'),
  channel: t('受理渠道', 'Channel'),
  source: t('来源', 'Source'),
  disclosure: t('署名方式', 'Disclosure'),
  groupSize: t('人数', 'People'),
  title: t('标题', 'Title'),
  content: t('内容', 'Content'),
  demands: t('诉求', 'Demands'),
  respondent: t('被投诉方', 'Respondent'),
  occurredOn: t('发生日期', 'Happened on'),
  category: t('类别', 'Category'),
  complainantId: t('投诉人', 'Complainant'),
};

/** A correction: both versions of everything it changed. */
function correctionWords({ before, after }: Events['CORRECTED'], names: EventNames): EventWord[] {
  return Object.keys(after).flatMap((key): EventWord[] => {
    const [was, is] = [before[key as keyof typeof before], after[key as keyof typeof after]];
    if (key === 'details') return detailWords(was, is, names);
    const label = MATTER_LABELS[key] ?? plain(key);
    // Whoever it is stands in the register alone.
    if (key === 'complainantId') return [{ key, label, text: t('已更正', 'Corrected') }];
    return [{ key, label, before: matterWords(key, was, names), text: matterWords(key, is, names) }];
  });
}

function matterWords(key: string, value: unknown, names: EventNames): Localized {
  if (value === undefined || value === null) return NOTHING;
  const code = String(value);
  switch (key) {
    case 'kind':
      return KIND_LABELS[code as keyof typeof KIND_LABELS];
    case 'channel':
      return CHANNEL_LABELS[code as keyof typeof CHANNEL_LABELS];
    case 'disclosure':
      return DISCLOSURE_LABELS[code as keyof typeof DISCLOSURE_LABELS];
    case 'source':
      return sourceWords(value as Source);
    case 'category':
      return option(names.sector.categories, code) ?? NOTHING;
    case 'demands': {
      const labels = (value as readonly (keyof typeof DEMAND_LABELS)[]).map(
        (demand) => DEMAND_LABELS[demand],
      );
      return labels.length === 0
        ? NOTHING
        : t(labels.map(({ zh }) => zh).join('、'), labels.map(({ en }) => en).join(', '));
    }
    case 'respondent':
      return respondentWords(value as Respondent, names);
    default:
      return plain(code);
  }
}

function respondentWords(respondent: Respondent, { sector, member, department }: EventNames): Localized {
  const { name, type, departmentId, memberIds = [] } = respondent;
  const parts = [
    name && plain(name),
    option(sector.respondentTypes, type),
    departmentId && department(departmentId),
    ...memberIds.map((id) => plain(member(id))),
  ].filter((part): part is Localized => typeof part === 'object');
  if (parts.length === 0) return NOTHING;
  return t(parts.map(({ zh }) => zh).join(' '), parts.map(({ en }) => en).join(' '));
}

function detailWords(was: unknown, is: unknown, { sector, hides }: EventNames): EventWord[] {
  const [before, after] = [was ?? {}, is ?? {}] as Readonly<Record<string, unknown>>[];
  return sector.fields.flatMap((field): EventWord[] => {
    const [old, now] = [before?.[field.key], after?.[field.key]];
    if (hides(field) || JSON.stringify(old) === JSON.stringify(now)) return [];
    const words = (value: unknown): Localized =>
      value === undefined || value === null || value === '' ? NOTHING : wordsOfValue(field, value);
    return [{ key: `details.${field.key}`, label: field.label, before: words(old), text: words(now) }];
  });
}
