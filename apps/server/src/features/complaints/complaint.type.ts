import { Field, ID, Int, ObjectType } from 'type-graphql';
import { connectionType } from '../../graphql/connection.ts';
import {
  ActionEnum,
  ChannelEnum,
  DemandEnum,
  DisclosureEnum,
  EscalationReasonEnum,
  EventTypeEnum,
  KindEnum,
  RefusalCodeEnum,
  SourceLevelEnum,
  StatusEnum,
} from '../../graphql/enums.ts';
import { Node } from '../../graphql/node.ts';
import { DateTime, LocalDate } from '../../graphql/scalars.ts';
import { ComplaintDetails } from '../../graphql/sector-types.ts';
import { Term } from '../../graphql/values.ts';
import { ClockType } from './clock.type.ts';
import {
  AcceptanceType,
  AnswerPromiseType,
  AnswerType,
  ClosingType,
  ConclusionType,
  ContactType,
  CorrectiveActionType,
  EvidenceType,
  FollowUpType,
  HandOverType,
  LessonType,
  MediationType,
  RemedyType,
  SanctionType,
  StatedCauseType,
} from './complaint-parts.type.ts';

@ObjectType('MemberReference', { description: 'A member of the organisation, as others see them.' })
export class MemberReference {
  @Field(() => ID, { description: 'Global id of the member.' })
  id!: string;

  @Field(() => String, { description: 'Name.' })
  name!: string;
}

@ObjectType('DepartmentReference', { description: 'A department of the organisation.' })
export class DepartmentReference {
  @Field(() => ID, { description: 'Global id of the department.' })
  id!: string;

  @Field(() => String, { description: "Name in the caller's language." })
  name!: string;
}

@ObjectType('ComplaintSource', { description: 'Who sent the complaint.' })
export class SourceType {
  @Field(() => SourceLevelEnum, {
    description: 'The complainant directly, or a forwarding body by its level.',
  })
  level!: keyof typeof SourceLevelEnum;

  @Field(() => String, { nullable: true, description: 'The forwarding body by name.' })
  body!: string | null;

  @Field(() => String, { nullable: true, description: "The forwarding body's own reference." })
  reference!: string | null;
}

@ObjectType('Complainant', {
  description: 'Who complains. Masked unless the caller works on the case or has revealed it with a reason.',
})
export class ComplainantType {
  @Field(() => Boolean, { description: 'Whether name and contact are masked for this caller.' })
  masked!: boolean;

  @Field(() => String, { nullable: true, description: 'Name; masked as 游**, null when unknown.' })
  name!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Telephone; masked as 138****0001, null when unknown.',
  })
  phone!: string | null;

  @Field(() => String, { nullable: true, description: 'E-mail; null when masked or unknown.' })
  email!: string | null;

  @Field(() => String, { nullable: true, description: 'Postal address; null when masked or unknown.' })
  address!: string | null;
}

@ObjectType('RespondentReference', {
  description: 'The party complained about (regulators), or the department, site or staff (providers).',
})
export class RespondentReference {
  @Field(() => ID, { nullable: true, description: 'Global id in the register of respondents.' })
  id!: string | null;

  @Field(() => String, { nullable: true, description: 'Name.' })
  name!: string | null;

  @Field(() => Term, { nullable: true, description: "Kind of respondent, of the sector's list." })
  type!: Term | null;

  @Field(() => DepartmentReference, { nullable: true, description: 'Own department complained about.' })
  department!: DepartmentReference | null;
}

@ObjectType('NextDue', { description: 'What of a complaint runs out next.' })
export class NextDueType {
  @Field(() => DateTime, { description: 'When.' })
  at!: string;

  @Field(() => String, { description: 'The clock, or the promise, by name.' })
  what!: string;

  @Field(() => Boolean, { description: 'Whether that time has passed.' })
  overdue!: boolean;
}

@ObjectType('AllowedAction', {
  description: 'Whether the caller may do something to a complaint now, and why not.',
})
export class AllowedAction {
  @Field(() => ActionEnum, { description: 'The action.' })
  action!: keyof typeof ActionEnum;

  @Field(() => String, { description: "Its name in the caller's language." })
  label!: string;

  @Field(() => Boolean, { description: 'Whether it is possible now.' })
  allowed!: boolean;

  @Field(() => String, { nullable: true, description: 'Why not; null when it is allowed.' })
  reason!: string | null;

  @Field(() => RefusalCodeEnum, {
    nullable: true,
    description: 'Code of the reason; null when it is allowed.',
  })
  code!: keyof typeof RefusalCodeEnum | null;
}

@ObjectType('ComplaintEvent', {
  description: 'Something that happened to a complaint; never changed afterwards.',
})
export class ComplaintEventType {
  @Field(() => Int, { description: 'Place in the history: 1, 2, 3 … without gaps.' })
  seq!: number;

  @Field(() => EventTypeEnum, { description: 'What happened.' })
  type!: keyof typeof EventTypeEnum;

  @Field(() => String, { description: "What happened, in the caller's language." })
  label!: string;

  @Field(() => DateTime, { description: 'When it happened.' })
  at!: string;

  @Field(() => DateTime, { description: 'When it was recorded.' })
  recordedAt!: string;

  @Field(() => String, { description: 'Who did it, by name.' })
  actor!: string;

  @Field(() => String, { nullable: true, description: 'Its words: the reason, text or result it carries.' })
  summary!: string | null;

  @Field(() => String, { description: 'SHA-256 over this event and the hash before it, hexadecimal.' })
  hash!: string;
}

@ObjectType('DetailText', { description: 'One detail of a complaint in words.' })
export class DetailTextType {
  @Field(() => String, { description: 'Name of the field in the details of its sector.' })
  key!: string;

  @Field(() => String, { description: "Label in the caller's language." })
  label!: string;

  @Field(() => String, { description: "Value in the caller's language." })
  text!: string;
}

@ObjectType('Complaint', {
  implements: Node,
  description: 'One matter, from registration to closing.',
})
export class ComplaintType extends Node {
  @Field(() => String, {
    description: 'Human number, sequential per organisation and year: `TS-2026-000123`.',
  })
  number!: string;

  @Field(() => String, { nullable: true, description: 'Number that a sheet or a forwarding body gave it.' })
  externalNumber!: string | null;

  @Field(() => Int, {
    description: 'Number of events so far; give it with a mutation to be told of a conflict.',
  })
  version!: number;

  @Field(() => Term, { description: 'Sector of the organisation.' })
  sector!: Term;

  @Field(() => StatusEnum, { description: 'Where it stands in its life.' })
  status!: keyof typeof StatusEnum;

  @Field(() => DateTime, { description: 'Since when it stands there.' })
  statusSince!: string;

  @Field(() => KindEnum, { description: 'What is wanted.' })
  kind!: keyof typeof KindEnum;

  @Field(() => ChannelEnum, { description: 'How it came in.' })
  channel!: keyof typeof ChannelEnum;

  @Field(() => SourceType, { description: 'Who sent it.' })
  source!: SourceType;

  @Field(() => DisclosureEnum, { description: 'How far the complainant is known.' })
  disclosure!: keyof typeof DisclosureEnum;

  @Field(() => Int, { description: 'People complaining together; 1 for a single person.' })
  groupSize!: number;

  @Field(() => String, { description: 'Title: the first words of the matter unless given.' })
  title!: string;

  @Field(() => DateTime, { description: 'When it reached the organisation.' })
  receivedAt!: string;

  @Field(() => DateTime, { nullable: true, description: 'When it was closed.' })
  closedAt!: string | null;

  @Field(() => Term, { nullable: true, description: "Category of the sector's tree." })
  category!: Term | null;

  @Field(() => Term, { nullable: true, description: "Box of the sector's classification, where it has one." })
  classification!: Term | null;

  @Field(() => RespondentReference, { description: 'Who is complained about.' })
  respondent!: RespondentReference;

  @Field(() => DepartmentReference, { nullable: true, description: 'Department that works on it.' })
  department!: DepartmentReference | null;

  @Field(() => MemberReference, { nullable: true, description: 'Who works on it now.' })
  handler!: MemberReference | null;

  @Field(() => NextDueType, { nullable: true, description: 'What runs out next; null when nothing is owed.' })
  nextDue!: NextDueType | null;

  @Field(() => [EscalationReasonEnum], {
    description: 'Why it stands before the supervisor; empty when it does not.',
  })
  attention!: readonly (keyof typeof EscalationReasonEnum)[];

  @Field(() => DateTime, { description: 'When somebody last did something to it.' })
  lastActivityAt!: string;

  @Field(() => ComplaintDetails, { description: 'What its sector keeps beside this.' })
  details!: object;

  @Field(() => [DetailTextType], {
    description: 'The same in words, in the order of the sector: for showing it without knowing the sector.',
  })
  detailTexts!: DetailTextType[];

  @Field(() => String, { description: 'The matter in full, as it was written down.' })
  content!: string;

  @Field(() => [DemandEnum], { description: 'What the complainant asks for.' })
  demands!: readonly (keyof typeof DemandEnum)[];

  @Field(() => LocalDate, { nullable: true, description: 'When what is complained about happened.' })
  occurredOn!: string | null;

  @Field(() => ComplainantType, { nullable: true, description: 'Who complains; null when anonymous.' })
  complainant!: ComplainantType | null;

  @Field(() => AcceptanceType, {
    nullable: true,
    description: 'The decision whether the matter is taken on.',
  })
  acceptance!: AcceptanceType | null;

  @Field(() => [ClockType], { description: 'Its clocks, in the order they started.' })
  clocks!: ClockType[];

  @Field(() => [AnswerPromiseType], { description: 'Promises made to the complainant.' })
  promises!: AnswerPromiseType[];

  @Field(() => [AnswerType], { description: 'Answers, drafts among them.' })
  answers!: AnswerType[];

  @Field(() => [ContactType], { description: 'Times the complainant was spoken to.' })
  contacts!: ContactType[];

  @Field(() => ConclusionType, { nullable: true, description: 'What was found.' })
  finding!: ConclusionType | null;

  @Field(() => [EvidenceType], { description: 'Evidence, superseded items among it.' })
  evidence!: EvidenceType[];

  @Field(() => [MediationType], { description: 'Mediations.' })
  mediations!: MediationType[];

  @Field(() => [RemedyType], { description: 'What was done for the complainant.' })
  remedies!: RemedyType[];

  @Field(() => [SanctionType], { description: 'Administrative sanctions.' })
  sanctions!: SanctionType[];

  @Field(() => [FollowUpType], { description: 'Calls after the result.' })
  followUps!: FollowUpType[];

  @Field(() => [StatedCauseType], { description: 'Why it happened.' })
  causes!: StatedCauseType[];

  @Field(() => [LessonType], { description: 'What is to change.' })
  lessons!: LessonType[];

  @Field(() => [CorrectiveActionType], { description: 'Corrective actions.' })
  correctiveActions!: CorrectiveActionType[];

  @Field(() => [HandOverType], { description: 'Hand-overs, open one last.' })
  handOvers!: HandOverType[];

  @Field(() => [MemberReference], { description: 'Who helps the handler.' })
  collaborators!: MemberReference[];

  @Field(() => ClosingType, { nullable: true, description: 'How it ended; null while it is open.' })
  closing!: ClosingType | null;

  @Field(() => ID, { nullable: true, description: 'Complaint it was merged into.' })
  mergedInto!: string | null;

  @Field(() => ID, { nullable: true, description: 'Complaint it was split from.' })
  splitFrom!: string | null;

  @Field(() => [AllowedAction], { description: 'What can be done to it, and whether the caller may now.' })
  allowedActions!: AllowedAction[];

  @Field(() => [ComplaintEventType], { description: 'Everything that happened, in order.' })
  history!: ComplaintEventType[];
}

export const ComplaintConnection = connectionType(ComplaintType, 'Complaint');
