import { Field, Int, ObjectType } from 'type-graphql';
import { connectionType } from '../../graphql/connection.ts';
import {
  ChannelEnum,
  DemandEnum,
  DisclosureEnum,
  EscalationReasonEnum,
  KindEnum,
  StatusEnum,
} from '../../graphql/enums.ts';
import { Node } from '../../graphql/node.ts';
import {
  ComplaintReference,
  DepartmentReference,
  IncidentReference,
  MemberReference,
} from '../../graphql/references.ts';
import { DateTime, LocalDate } from '../../graphql/scalars.ts';
import { ComplaintDetails } from '../../graphql/sector-types.ts';
import { Term } from '../../graphql/values.ts';
import { ClockType, ExtensionRequestType } from './clock.type.ts';
import {
  AllowedAction,
  ComplainantType,
  ComplaintEventType,
  DamagesType,
  DetailTextType,
  HealthLookType,
  NextDueType,
  ProposedBodyType,
  RespondentReference,
  SourceType,
} from './complaint-aspects.type.ts';
import {
  AcceptanceType,
  AnswerPromiseType,
  AnswerType,
  CaseFileType,
  ClosingType,
  ContactType,
  ForwardingType,
  HandOverType,
  PassedOnType,
  WithdrawalType,
} from './complaint-course.type.ts';
import {
  ConclusionType,
  CorrectiveActionType,
  EvidenceType,
  FollowUpType,
  IssuedDocumentType,
  LessonType,
  MediationType,
  RemedyType,
  SanctionType,
  StatedCauseType,
} from './complaint-outcome.type.ts';

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
    description:
      'Number of events so far: give it with a mutation to be told (CONFLICT) when somebody else was quicker.',
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

  @Field(() => Term, { nullable: true, description: "Its category, of the sector's tree." })
  category!: Term | null;

  @Field(() => Term, { nullable: true, description: "Box of the sector's classification, where it has one." })
  classification!: Term | null;

  @Field(() => RespondentReference, { description: 'Who is complained about.' })
  respondent!: RespondentReference;

  @Field(() => DepartmentReference, { nullable: true, description: 'Department that works on it.' })
  department!: DepartmentReference | null;

  @Field(() => MemberReference, {
    nullable: true,
    description: 'First responder (首问责任人): answerable until somebody else has taken the work over.',
  })
  firstResponder!: MemberReference | null;

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

  @Field(() => DamagesType, {
    nullable: true,
    description: 'What the consumer may claim beyond the loss; null where that is no question of the matter.',
  })
  damages!: DamagesType | null;

  @Field(() => ProposedBodyType, {
    nullable: true,
    description:
      "The body that the sector's table names for such a matter outside the remit: a proposal, for who decides.",
  })
  proposedBody!: ProposedBodyType | null;

  @Field(() => [AcceptanceType], { description: 'Decisions that a later one has replaced, in order.' })
  earlierDecisions!: AcceptanceType[];

  @Field(() => [ClockType], { description: 'Its clocks, in the order they started.' })
  clocks!: ClockType[];

  @Field(() => [ExtensionRequestType], {
    description: 'More time that was asked for and neither given nor declined so far.',
  })
  extensionRequests!: ExtensionRequestType[];

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

  @Field(() => [MediationType], { description: 'Mediations, the open one last.' })
  mediations!: MediationType[];

  @Field(() => [RemedyType], { description: 'What was done for the complainant.' })
  remedies!: RemedyType[];

  @Field(() => [SanctionType], { description: 'Administrative sanctions imposed in it.' })
  sanctions!: SanctionType[];

  @Field(() => [FollowUpType], { description: 'Calls after the result.' })
  followUps!: FollowUpType[];

  @Field(() => [StatedCauseType], { description: 'Why it happened.' })
  causes!: StatedCauseType[];

  @Field(() => [LessonType], { description: 'What is to change.' })
  lessons!: LessonType[];

  @Field(() => [CorrectiveActionType], { description: 'Corrective actions planned because of it.' })
  correctiveActions!: CorrectiveActionType[];

  @Field(() => [IssuedDocumentType], { description: 'What went out in writing, in order.' })
  documents!: IssuedDocumentType[];

  @Field(() => [HandOverType], { description: 'Hand-overs, open one last.' })
  handOvers!: HandOverType[];

  @Field(() => [MemberReference], { description: 'Who helps the handler.' })
  collaborators!: MemberReference[];

  @Field(() => [MemberReference], {
    description: 'Who was taken off it and neither handles it nor sees who complained.',
  })
  recused!: MemberReference[];

  @Field(() => Int, {
    description:
      'Hand-overs since something last happened for the complainant; the third goes to the supervisor.',
  })
  handOversWithoutProgress!: number;

  @Field(() => [ForwardingType], { description: 'Copies that went to other bodies.' })
  forwardings!: ForwardingType[];

  @Field(() => [PassedOnType], { description: 'Routes taken beside the handling of the office.' })
  routes!: PassedOnType[];

  @Field(() => CaseFileType, {
    nullable: true,
    description: 'The case file, where the caller took it and nothing has happened since; otherwise null.',
  })
  caseFile!: CaseFileType | null;

  @Field(() => ClosingType, { nullable: true, description: 'How it ended; null while it is open.' })
  closing!: ClosingType | null;

  @Field(() => WithdrawalType, { nullable: true, description: 'Why it was withdrawn; null when it was not.' })
  withdrawal!: WithdrawalType | null;

  @Field(() => IncidentReference, { nullable: true, description: 'The incident that it is one of.' })
  incident!: IncidentReference | null;

  @Field(() => ComplaintReference, { nullable: true, description: 'Complaint it was merged into.' })
  mergedInto!: ComplaintReference | null;

  @Field(() => ComplaintReference, { nullable: true, description: 'Complaint it was split from.' })
  splitFrom!: ComplaintReference | null;

  @Field(() => [ComplaintReference], { description: 'Complaints that were merged into it.' })
  absorbed!: ComplaintReference[];

  @Field(() => [ComplaintReference], { description: 'Complaints that parts of it became.' })
  splitInto!: ComplaintReference[];

  @Field(() => ComplaintReference, {
    nullable: true,
    description:
      'The earlier complaint of the same complainant about the same subject within 30 days, which this one repeats.',
  })
  repeatOf!: ComplaintReference | null;

  @Field(() => Boolean, {
    description:
      'Whether the complainant says that theirs is the same as others of late, to be looked at together.',
  })
  sameAsOthers!: boolean;

  @Field(() => [AllowedAction], { description: 'What can be done to it, and whether the caller may now.' })
  allowedActions!: AllowedAction[];

  @Field(() => [ComplaintEventType], { description: 'Everything that happened, in order.' })
  history!: ComplaintEventType[];

  @Field(() => [HealthLookType], {
    description:
      'Who was shown its health data, newest first, at most 100; empty unless the caller supervises, administers or audits.',
  })
  healthLooks!: HealthLookType[];
}

export const ComplaintConnection = connectionType(ComplaintType, 'Complaint');
