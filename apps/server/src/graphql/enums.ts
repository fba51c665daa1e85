import {
  CHANNEL_LABELS,
  CHANNELS,
  COMMAND_LABELS,
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
  MEASURES,
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
  readonly labels?: Readonly<Partial<Record<Code, Localized>>>;
}): EnumObject<Code> {
  const { name, description, codes, labels = {} } = options;
  const values = Object.fromEntries(codes.map((code) => [code, code])) as EnumObject<Code>;
  const described = (code: Code): string => {
    const label = (labels as Partial<Record<Code, Localized>>)[code];
    return label ? `${label.zh}: ${label.en}.` : `${sentence(code)}.`;
  };
  registerEnumType(values, {
    name,
    description,
    valuesConfig: Object.fromEntries(codes.map((code) => [code, { description: described(code) }])) as Record<
      Code,
      { description: string }
    >,
  });
  return values;
}

function sentence(code: string): string {
  const words = code.toLowerCase().replaceAll('_', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
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
export const ActionEnum = domainEnum({
  name: 'ComplaintAction',
  description: 'What can be done to a complaint; each is a mutation of its own.',
  codes: Object.keys(COMMAND_LABELS) as (keyof typeof COMMAND_LABELS)[],
  labels: COMMAND_LABELS,
});
export const RefusalCodeEnum = domainEnum({
  name: 'UserErrorCode',
  description: 'Why a mutation was refused. Stable: programs may branch on it.',
  codes: REFUSAL_CODES,
});
export const RoleEnum = domainEnum({
  name: 'Role',
  description: "What a member may be in an organisation's complaints office.",
  codes: ROLES,
});
export const MeasureEnum = domainEnum({
  name: 'Measure',
  description: 'What is counted: a thing that happened to a complaint at a moment.',
  codes: MEASURES,
});
