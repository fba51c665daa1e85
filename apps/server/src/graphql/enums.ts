import {
  ADDRESSEE_LABELS,
  ADDRESSEES,
  CHANNEL_LABELS,
  CHANNELS,
  COMMAND_LABELS,
  type CommandType,
  DELIVERIES,
  DELIVERY_LABELS,
  DEMAND_LABELS,
  DEMANDS,
  DISCLOSURE_LABELS,
  DISCLOSURES,
  ESCALATION_LABELS,
  ESCALATION_REASONS,
  EVENT_LABELS,
  FINDING_LABELS,
  FINDINGS,
  FOLLOW_UP_LABELS,
  FOLLOW_UP_RESULTS,
  KIND_LABELS,
  KINDS,
  REFUSAL_CODES,
  REMEDIES,
  REMEDY_LABELS,
  ROLES,
  SANCTION_LABELS,
  SANCTIONS,
  SOURCE_LEVEL_LABELS,
  SOURCE_LEVELS,
  STATUS_LABELS,
  STATUSES,
  WITHDRAWAL_LABELS,
  WITHDRAWAL_REASONS,
} from '@huiyin/domain';
import type { Localized } from '@huiyin/shared';
import { registerEnumType } from 'type-graphql';

type EnumObject<Code extends string> = { readonly [C in Code]: C };

/** A GraphQL enum of the domain's codes; each value is described by what people call it, in both languages. */
export function domainEnum<Code extends string>(options: {
  readonly name: string;
  readonly description: string;
  readonly codes: readonly Code[];
  /** What each value is called; where a name says too little, what it means. */
  readonly labels: Readonly<Record<Code, Localized>>;
}): EnumObject<Code> {
  const { name, description, codes, labels } = options;
  const values = Object.fromEntries(codes.map((code) => [code, code])) as EnumObject<Code>;
  const described = codes.map((code) => {
    const { zh, en } = labels[code];
    return [code, { description: zh === en ? `${en}.` : `${zh}: ${en}.` }];
  });
  registerEnumType(values, {
    name,
    description,
    valuesConfig: Object.fromEntries(described) as Record<Code, { description: string }>,
  });
  return values;
}

export const StatusEnum = domainEnum({
  name: 'ComplaintStatus',
  description: 'Where a complaint stands in its life.',
  codes: STATUSES,
  labels: STATUS_LABELS,
});
export const ChannelEnum = domainEnum({
  name: 'Channel',
  description: 'How a complaint came in, or how the complainant was spoken to.',
  codes: CHANNELS,
  labels: CHANNEL_LABELS,
});
export const SourceLevelEnum = domainEnum({
  name: 'SourceLevel',
  description: 'Who sent a complaint: the complainant directly, or a forwarding body by its level.',
  codes: SOURCE_LEVELS,
  labels: SOURCE_LEVEL_LABELS,
});
export const KindEnum = domainEnum({
  name: 'ComplaintKind',
  description: 'What is wanted: a complaint, a report of a violation, an inquiry, help or a suggestion.',
  codes: KINDS,
  labels: KIND_LABELS,
});
export const DisclosureEnum = domainEnum({
  name: 'Disclosure',
  description: 'How far the complainant is known: by name, in confidence, or not at all.',
  codes: DISCLOSURES,
  labels: DISCLOSURE_LABELS,
});
export const DemandEnum = domainEnum({
  name: 'Demand',
  description: 'What the complainant asks for.',
  codes: DEMANDS,
  labels: DEMAND_LABELS,
});
export const FindingEnum = domainEnum({
  name: 'Finding',
  description: 'What was found.',
  codes: FINDINGS,
  labels: FINDING_LABELS,
});
export const FollowUpResultEnum = domainEnum({
  name: 'FollowUpResult',
  description: 'What the complainant said in the call after the result.',
  codes: FOLLOW_UP_RESULTS,
  labels: FOLLOW_UP_LABELS,
});
export const AddresseeEnum = domainEnum({
  name: 'Addressee',
  description: 'To whom a document goes.',
  codes: ADDRESSEES,
  labels: ADDRESSEE_LABELS,
});
export const DeliveryEnum = domainEnum({
  name: 'Delivery',
  description: 'How a document was served.',
  codes: DELIVERIES,
  labels: DELIVERY_LABELS,
});
export const RemedyEnum = domainEnum({
  name: 'RemedyKind',
  description: 'What was done for the complainant.',
  codes: REMEDIES,
  labels: REMEDY_LABELS,
});
export const SanctionEnum = domainEnum({
  name: 'SanctionKind',
  description: 'An administrative sanction.',
  codes: SANCTIONS,
  labels: SANCTION_LABELS,
});
export const WithdrawalReasonEnum = domainEnum({
  name: 'WithdrawalReason',
  description: 'Why a complaint was withdrawn.',
  codes: WITHDRAWAL_REASONS,
  labels: WITHDRAWAL_LABELS,
});
export const EscalationReasonEnum = domainEnum({
  name: 'EscalationReason',
  description: 'Why a complaint stands before the supervisor.',
  codes: ESCALATION_REASONS,
  labels: ESCALATION_LABELS,
});
export const EventTypeEnum = domainEnum({
  name: 'ComplaintEventType',
  description: 'What happened to a complaint.',
  codes: Object.keys(EVENT_LABELS) as (keyof typeof EVENT_LABELS)[],
  labels: EVENT_LABELS,
});

/** What is done to a complaint that exists, by somebody: the timer's own commands have no mutation. */
export type Action = Exclude<
  CommandType,
  | 'REGISTER'
  | 'ABSORB'
  | 'ANSWER_FOR_INCIDENT'
  | 'ADVANCE_ENGINEERING'
  | 'TICK'
  | 'RECOMPUTE_CLOCKS'
  | 'ESCALATE'
  | 'ERASE_DATA'
>;
const NO_ACTIONS: ReadonlySet<string> = new Set([
  'REGISTER',
  'ABSORB',
  'ANSWER_FOR_INCIDENT',
  'ADVANCE_ENGINEERING',
  'TICK',
  'ERASE_DATA',
  'RECOMPUTE_CLOCKS',
  'ESCALATE',
]);
export const ACTIONS = Object.keys(COMMAND_LABELS).filter((code) => !NO_ACTIONS.has(code)) as Action[];
export const ActionEnum = domainEnum({
  name: 'ComplaintAction',
  description:
    'What can be done to a complaint. Each is a mutation named after it: `START_REVIEW` is `complaintStartReview`.',
  codes: ACTIONS,
  labels: COMMAND_LABELS,
});
export const RefusalCodeEnum = domainEnum({
  name: 'UserErrorCode',
  description: 'Why a mutation was refused. Stable: programs may branch on it.',
  codes: REFUSAL_CODES,
  labels: {
    WRONG_STATE: { zh: '当前状态不允许', en: 'Not possible where it stands now' },
    FORBIDDEN: { zh: '无权操作', en: 'The caller may not do it' },
    REQUIRED: { zh: '缺少必填内容', en: 'Something that must be given is missing' },
    INVALID: { zh: '内容无效', en: 'A value is malformed, out of range or none of those allowed' },
    CONDITION_UNMET: { zh: '条件未满足', en: 'A condition of the sector or the office does not hold yet' },
    NOT_FOUND: { zh: '不存在', en: 'What was named does not exist in this organisation' },
    CONFLICT: { zh: '已被他人修改', en: 'Somebody else changed it meanwhile; read it again and decide anew' },
    ALREADY_DONE: { zh: '已经完成', en: 'It has been done already' },
    TOO_LATE: { zh: '已过期限', en: 'The window for it has passed' },
  },
});
export const RoleEnum = domainEnum({
  name: 'Role',
  description: "What a member may be in an organisation's complaints office.",
  codes: ROLES,
  labels: {
    HANDLER: { zh: '承办人', en: 'Registers complaints and works on those that are theirs' },
    DEPARTMENT_LEAD: { zh: '部门负责人', en: "Leads a department's work and approves its answers" },
    SUPERVISOR: { zh: '投诉主管', en: 'Answers for all complaints; imports registers and publishes reports' },
    ADMINISTRATOR: { zh: '管理员', en: 'Sets the organisation up: members, keys, calendar' },
    AUDITOR: { zh: '审计', en: 'Reads and verifies everything, changes nothing' },
  },
});
