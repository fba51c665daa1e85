import {
  INCIDENT_COMMAND_LABELS,
  INCIDENT_EVENT_LABELS,
  INCIDENT_MOVE_LABELS,
  INCIDENT_MOVES,
  INCIDENT_STATUS_LABELS,
  INCIDENT_STATUSES,
  type IncidentCommandType,
  type IncidentEventType,
  MASTER_ANSWER_LABELS,
  type MasterAnswer,
} from '@huiyin/domain';
import { Field, ID, Int, ObjectType } from 'type-graphql';
import { connectionType } from '../../graphql/connection.ts';
import { ChannelEnum, domainEnum, StatusEnum } from '../../graphql/enums.ts';
import { Node } from '../../graphql/node.ts';
import { ComplaintReference, DepartmentReference, MemberReference } from '../../graphql/references.ts';
import { DateTime } from '../../graphql/scalars.ts';
import { Term } from '../../graphql/values.ts';

export const IncidentStatusEnum = domainEnum({
  name: 'IncidentStatus',
  description: 'Where an incident stands.',
  codes: INCIDENT_STATUSES,
  labels: INCIDENT_STATUS_LABELS,
});
export const IncidentMoveEnum = domainEnum({
  name: 'IncidentMove',
  description: 'A step that is taken with all complaints of an incident, each by its own rules.',
  codes: INCIDENT_MOVES,
  labels: INCIDENT_MOVE_LABELS,
});
export const IncidentActionEnum = domainEnum({
  name: 'IncidentAction',
  description: 'What can be done to an incident.',
  codes: Object.keys(INCIDENT_COMMAND_LABELS) as IncidentCommandType[],
  labels: INCIDENT_COMMAND_LABELS,
});
const MomentTypes = [
  ...(Object.keys(INCIDENT_EVENT_LABELS) as IncidentEventType[]),
  'LINKED',
  'UNLINKED',
] as const;
export type MomentType = (typeof MomentTypes)[number];
export const MOMENT_TYPE_LABELS = {
  ...INCIDENT_EVENT_LABELS,
  LINKED: { zh: '并入投诉件', en: 'Complaints linked' },
  UNLINKED: { zh: '移出投诉件', en: 'Complaints taken out' },
} as const;
export const IncidentMomentTypeEnum = domainEnum({
  name: 'IncidentMomentType',
  description: 'What happened to an incident.',
  codes: MomentTypes,
  labels: MOMENT_TYPE_LABELS,
});
export const MasterAnswerStatusEnum = domainEnum({
  name: 'MasterAnswerStatus',
  description: 'How far a master answer is.',
  codes: Object.keys(MASTER_ANSWER_LABELS) as MasterAnswer['status'][],
  labels: MASTER_ANSWER_LABELS,
});

@ObjectType('LeadTeam', { description: 'Who leads an incident: a department, people, or both.' })
export class LeadTeamType {
  @Field(() => DepartmentReference, { nullable: true, description: 'The department that leads.' })
  department!: DepartmentReference | null;

  @Field(() => [MemberReference], { description: 'People who lead.' })
  members!: MemberReference[];
}

@ObjectType('MasterAnswer', { description: 'An answer that goes to every complaint of an incident.' })
export class MasterAnswerType {
  @Field(() => ID, { description: 'Id within the incident.' })
  id!: string;

  @Field(() => String, { description: 'What is said.' })
  text!: string;

  @Field(() => MasterAnswerStatusEnum, { description: 'How far it is.' })
  status!: keyof typeof MasterAnswerStatusEnum;

  @Field(() => Boolean, { description: 'Whether it settles the matter.' })
  final!: boolean;

  @Field(() => DateTime, { description: 'When it was drafted.' })
  draftedAt!: string;

  @Field(() => MemberReference, { nullable: true, description: 'Who drafted it.' })
  draftedBy!: MemberReference | null;

  @Field(() => MemberReference, { nullable: true, description: 'Who approved it.' })
  approvedBy!: MemberReference | null;

  @Field(() => String, { nullable: true, description: 'Why it was sent back.' })
  returnedBecause!: string | null;

  @Field(() => DateTime, { nullable: true, description: 'When it first went out.' })
  givenAt!: string | null;

  @Field(() => ChannelEnum, { nullable: true, description: 'How it went out.' })
  via!: keyof typeof ChannelEnum | null;

  @Field(() => Int, { description: 'Complaints that have had it, of those that the caller may see.' })
  reached!: number;
}

@ObjectType('IncidentCase', { description: 'A complaint of an incident, one line each.' })
export class IncidentCaseType {
  @Field(() => ComplaintReference, { description: 'Which complaint.' })
  complaint!: ComplaintReference;

  @Field(() => String, { description: 'What it is about, whoever complained masked.' })
  title!: string;

  @Field(() => StatusEnum, { description: 'Where it stands in its own life.' })
  status!: keyof typeof StatusEnum;

  @Field(() => Int, { description: 'How many people complain together.' })
  groupSize!: number;

  @Field(() => DateTime, { description: 'When it reached the organisation.' })
  receivedAt!: Date;

  @Field(() => MemberReference, { nullable: true, description: 'Who works on it.' })
  handler!: MemberReference | null;

  @Field(() => DepartmentReference, { nullable: true, description: 'Department in which it is worked on.' })
  department!: DepartmentReference | null;

  @Field(() => Boolean, { description: 'Whether it has had the latest master answer that went out.' })
  hadMasterAnswer!: boolean;
}

@ObjectType('IncidentLeftBehind', { description: 'A complaint that could not go along, and why.' })
export class IncidentLeftBehindType {
  @Field(() => ComplaintReference, { description: 'Which complaint.' })
  complaint!: ComplaintReference;

  @Field(() => [String], { description: "Why not, in the caller's language." })
  reasons!: string[];
}

@ObjectType('IncidentMoment', { description: 'Something that happened to an incident.' })
export class IncidentMomentType {
  @Field(() => IncidentMomentTypeEnum, { description: 'What kind of thing.' })
  type!: MomentType;

  @Field(() => String, { description: "The same in the caller's language." })
  label!: string;

  @Field(() => DateTime, { description: 'When.' })
  at!: Date;

  @Field(() => String, { description: 'Who did it.' })
  actor!: string;

  @Field(() => String, { nullable: true, description: 'What was said: reason, text, summary.' })
  text!: string | null;

  @Field(() => [ComplaintReference], { description: 'Complaints that went along, or came in or out.' })
  complaints!: ComplaintReference[];

  @Field(() => [IncidentLeftBehindType], { description: 'Complaints that could not go along.' })
  leftBehind!: IncidentLeftBehindType[];
}

@ObjectType('IncidentAllowedAction', { description: 'Something that can be done, and whether it can now.' })
export class IncidentAllowedActionType {
  @Field(() => IncidentActionEnum, { description: 'What.' })
  action!: IncidentCommandType;

  @Field(() => Boolean, { description: 'Whether the caller can do it now.' })
  allowed!: boolean;

  @Field(() => String, { nullable: true, description: 'Why not; null when they can.' })
  reason!: string | null;
}

@ObjectType('Incident', {
  implements: Node,
  description:
    'Many complaints, one event: a lead team, one master answer, all linked complaints moved together. Counts are of the complaints that the caller may see.',
})
export class IncidentType extends Node {
  @Field(() => String, { description: 'Human number without gaps: `SJ-2026-0001`.' })
  number!: string;

  @Field(() => Int, {
    description: 'Raised with every change; commands may name the one they were decided on.',
  })
  version!: number;

  @Field(() => IncidentStatusEnum, { description: 'Where it stands.' })
  status!: keyof typeof IncidentStatusEnum;

  @Field(() => String, { description: 'What happened, in a few words.' })
  title!: string;

  @Field(() => Term, { nullable: true, description: "Category of the sector's tree." })
  category!: Term | null;

  @Field(() => String, { nullable: true, description: 'Where it happened.' })
  place!: string | null;

  @Field(() => String, { nullable: true, description: 'Name of the party complained about.' })
  respondentName!: string | null;

  @Field(() => DateTime, { description: 'When it began.' })
  beganAt!: string;

  @Field(() => DateTime, { description: 'When the incident was opened.' })
  openedAt!: string;

  @Field(() => DateTime, { nullable: true, description: 'When the first answer that settles it went out.' })
  answeredAt!: string | null;

  @Field(() => DateTime, { nullable: true, description: 'When it was closed.' })
  closedAt!: string | null;

  @Field(() => String, { nullable: true, description: 'How it ended.' })
  closingSummary!: string | null;

  @Field(() => LeadTeamType, { description: 'Who leads it.' })
  team!: LeadTeamType;

  @Field(() => Int, { description: 'Complaints linked to it.' })
  complaintCount!: number;

  @Field(() => Int, { description: 'Of these, still open.' })
  openCount!: number;

  @Field(() => Int, { description: 'Of these, open without a final answer.' })
  unansweredCount!: number;

  @Field(() => Int, {
    description: 'People behind the complaints: whoever complained several times counts once.',
  })
  peopleCount!: number;

  @Field(() => [MasterAnswerType], {
    description: 'Its answers, drafts among them; read by `node` and `incident`.',
  })
  answers!: MasterAnswerType[];

  @Field(() => [IncidentCaseType], {
    description: 'Its complaints, first received first, at most 500; read by `node` and `incident`.',
  })
  cases!: IncidentCaseType[];

  @Field(() => [IncidentMomentType], {
    description: 'What happened to it, in order; read by `node` and `incident`.',
  })
  timeline!: IncidentMomentType[];

  @Field(() => [IncidentAllowedActionType], {
    description: 'What can be done to it, and whether the caller may now.',
  })
  allowedActions!: IncidentAllowedActionType[];
}

@ObjectType({ description: 'A page of the list of incidents.' })
export class IncidentConnection extends connectionType(IncidentType, 'Incident') {}
