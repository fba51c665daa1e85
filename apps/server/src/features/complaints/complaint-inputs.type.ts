import { Field, ID, InputType, Int } from 'type-graphql';
import {
  ChannelEnum,
  DemandEnum,
  DisclosureEnum,
  domainEnum,
  EscalationReasonEnum,
  FindingEnum,
  FollowUpResultEnum,
  KindEnum,
  RemedyEnum,
  SanctionEnum,
  SourceLevelEnum,
  StatusEnum,
} from '../../graphql/enums.ts';
import { IDEMPOTENCY_KEY } from '../../graphql/idempotency-key.ts';
import { DateTime, LocalDate } from '../../graphql/scalars.ts';
import { ComplaintDetailsFilter, ComplaintDetailsInput } from '../../graphql/sector-types.ts';
import { RecordedMoneyInput } from '../../graphql/values.ts';
import { ORDERS } from './complaint-reads.repository.ts';

type EnumValue<E> = keyof E;

/** What every input on a complaint says of the version. */
export const VERSION =
  'The version you decided on: if it has moved on, you are told (CONFLICT) and nothing is changed.';

@InputType({ description: 'Who sent the complaint.' })
export class SourceInput {
  @Field(() => SourceLevelEnum, {
    description: 'The complainant directly, or a forwarding body by its level.',
  })
  level!: EnumValue<typeof SourceLevelEnum>;

  @Field(() => String, { nullable: true, description: 'The forwarding body by name.' })
  body?: string | null;

  @Field(() => String, { nullable: true, description: "The forwarding body's own reference." })
  reference?: string | null;
}

@InputType({ description: 'Who is complained about.' })
export class RespondentInput {
  @Field(() => ID, {
    nullable: true,
    description: 'Global id in the register of respondents, where it stands there.',
  })
  id?: string | null;

  @Field(() => String, { nullable: true, description: 'Name; a new one is added to the register.' })
  name?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Code of the kind of respondent, of `Sector.respondentTypes`.',
  })
  type?: string | null;

  @Field(() => ID, {
    nullable: true,
    description: 'Global id of the own department complained about: its people are recused.',
  })
  departmentId?: string | null;

  @Field(() => [ID], {
    nullable: true,
    description: 'Global ids of members of staff complained about: they are recused.',
  })
  memberIds?: string[] | null;
}

@InputType({ description: 'Who complains. Kept apart from the matter; ignored when anonymous.' })
export class ComplainantInput {
  @Field(() => String, { nullable: true, description: 'Name.' })
  name?: string | null;

  @Field(() => String, { nullable: true, description: 'Telephone: the same person is known again by it.' })
  phone?: string | null;

  @Field(() => String, { nullable: true, description: 'E-mail.' })
  email?: string | null;

  @Field(() => String, { nullable: true, description: 'Postal address.' })
  address?: string | null;
}

@InputType({
  description: 'A settlement at the first contact: answered and closed together with the registration.',
})
export class SettlementInput {
  @Field(() => String, { description: 'What was said and done.' })
  answer!: string;

  @Field(() => RemedyEnum, { nullable: true, description: 'What was done, if anything.' })
  remedy?: EnumValue<typeof RemedyEnum> | null;

  @Field(() => RecordedMoneyInput, {
    nullable: true,
    description: 'The sum of a refund or compensation; a foreign one with its rate and recorded conversion.',
  })
  money?: RecordedMoneyInput | null;

  @Field(() => FollowUpResultEnum, { nullable: true, description: 'What the complainant said of it.' })
  satisfied?: EnumValue<typeof FollowUpResultEnum> | null;

  @Field(() => String, { nullable: true, description: "Code of the cause, of the sector's tree." })
  cause?: string | null;
}

@InputType({ description: 'A matter as it came in.' })
export class ComplaintRegisterInput {
  @Field(() => KindEnum, { description: 'What is wanted.' })
  kind!: EnumValue<typeof KindEnum>;

  @Field(() => ChannelEnum, { description: 'How it came in.' })
  channel!: EnumValue<typeof ChannelEnum>;

  @Field(() => SourceInput, {
    nullable: true,
    description: 'Who sent it; the complainant directly when absent.',
  })
  source?: SourceInput | null;

  @Field(() => DisclosureEnum, { description: 'How far the complainant is known.' })
  disclosure!: EnumValue<typeof DisclosureEnum>;

  @Field(() => ComplainantInput, { nullable: true, description: 'Who complains.' })
  complainant?: ComplainantInput | null;

  @Field(() => Int, { nullable: true, description: 'People complaining together; 1 when absent.' })
  groupSize?: number | null;

  @Field(() => String, { nullable: true, description: 'Title; the first words of the content when absent.' })
  title?: string | null;

  @Field(() => String, { description: 'The matter, as it was said or written.' })
  content!: string;

  @Field(() => [DemandEnum], { nullable: true, description: 'What the complainant asks for.' })
  demands?: EnumValue<typeof DemandEnum>[] | null;

  @Field(() => RespondentInput, { nullable: true, description: 'Who is complained about.' })
  respondent?: RespondentInput | null;

  @Field(() => LocalDate, { nullable: true, description: 'When what is complained about happened.' })
  occurredOn?: string | null;

  @Field(() => DateTime, {
    nullable: true,
    description: 'When it reached the organisation; now when absent.',
  })
  receivedAt?: string | null;

  @Field(() => String, { nullable: true, description: 'Code of the category, of `Sector.categories`.' })
  category?: string | null;

  @Field(() => String, { nullable: true, description: 'Code of the box, of `Sector.classification`.' })
  classification?: string | null;

  @Field(() => ComplaintDetailsInput, { nullable: true, description: 'What the sector keeps beside this.' })
  details?: ComplaintDetailsInput | null;

  @Field(() => String, { nullable: true, description: 'Number that a forwarding body gave it.' })
  externalNumber?: string | null;

  @Field(() => SettlementInput, {
    nullable: true,
    description: 'Where it was put right at the first contact; all or nothing with the registration.',
  })
  settlement?: SettlementInput | null;

  @Field(() => String, { nullable: true, description: IDEMPOTENCY_KEY })
  idempotencyKey?: string | null;
}

@InputType({ description: 'What is to be corrected; what is absent stays as it is.' })
export class MatterChangesInput {
  @Field(() => KindEnum, { nullable: true, description: 'What is wanted.' })
  kind?: EnumValue<typeof KindEnum> | null;

  @Field(() => ChannelEnum, { nullable: true, description: 'How it came in.' })
  channel?: EnumValue<typeof ChannelEnum> | null;

  @Field(() => SourceInput, { nullable: true, description: 'Who sent it.' })
  source?: SourceInput | null;

  @Field(() => DisclosureEnum, { nullable: true, description: 'How far the complainant is known.' })
  disclosure?: EnumValue<typeof DisclosureEnum> | null;

  @Field(() => Int, { nullable: true, description: 'People complaining together.' })
  groupSize?: number | null;

  @Field(() => String, { nullable: true, description: 'Title.' })
  title?: string | null;

  @Field(() => String, { nullable: true, description: 'The matter.' })
  content?: string | null;

  @Field(() => [DemandEnum], { nullable: true, description: 'What the complainant asks for.' })
  demands?: EnumValue<typeof DemandEnum>[] | null;

  @Field(() => RespondentInput, { nullable: true, description: 'Who is complained about.' })
  respondent?: RespondentInput | null;

  @Field(() => ComplainantInput, {
    nullable: true,
    description: 'Who really complains; takes the place of whoever stood there.',
  })
  complainant?: ComplainantInput | null;

  @Field(() => LocalDate, { nullable: true, description: 'When what is complained about happened.' })
  occurredOn?: string | null;

  @Field(() => String, { nullable: true, description: 'Code of the category, of `Sector.categories`.' })
  category?: string | null;

  @Field(() => ComplaintDetailsInput, {
    nullable: true,
    description: 'Details; those absent stay as they are, and null takes one away.',
  })
  details?: ComplaintDetailsInput | null;
}

@InputType({ description: 'Corrects what was written down of a complaint.' })
export class ComplaintCorrectInput {
  @Field(() => ID, { description: 'Global id of the complaint.' })
  id!: string;

  @Field(() => Int, { nullable: true, description: VERSION })
  version?: number | null;

  @Field(() => String, { nullable: true, description: IDEMPOTENCY_KEY })
  idempotencyKey?: string | null;

  @Field(() => MatterChangesInput, { description: 'What is to be corrected.' })
  changes!: MatterChangesInput;

  @Field(() => String, { description: 'Why; the history shows both versions.' })
  reason!: string;
}

@InputType({ description: 'Makes a part of a complaint a complaint of its own.' })
export class ComplaintSplitInput {
  @Field(() => ID, { description: 'Global id of the complaint.' })
  id!: string;

  @Field(() => Int, { nullable: true, description: VERSION })
  version?: number | null;

  @Field(() => KindEnum, {
    description: 'Kind of the part that goes on by itself (the report in a complaint).',
  })
  kind!: EnumValue<typeof KindEnum>;

  @Field(() => String, { description: 'The part that goes on by itself.' })
  content!: string;

  @Field(() => String, {
    nullable: true,
    description: 'Code of its category; that of the complaint when absent.',
  })
  category?: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      "Its box of the sector's classification; by its category, or that of the complaint, when absent.",
  })
  classification?: string | null;

  @Field(() => [DemandEnum], { nullable: true, description: 'What is asked for in it.' })
  demands?: EnumValue<typeof DemandEnum>[] | null;

  @Field(() => String, { description: 'Why it is split.' })
  reason!: string;

  @Field(() => String, { nullable: true, description: IDEMPOTENCY_KEY })
  idempotencyKey?: string | null;
}

@InputType({ description: 'Narrows a list of complaints; everything given must hold.' })
export class ComplaintFilterInput {
  @Field(() => String, {
    nullable: true,
    description: 'Words, Chinese or English, all of which must stand in it; or a number.',
  })
  search?: string | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether it is still open: not closed, declined, transferred, merged or withdrawn.',
  })
  open?: boolean | null;

  @Field(() => [StatusEnum], { nullable: true, description: 'Stands in one of these states.' })
  statuses?: EnumValue<typeof StatusEnum>[] | null;

  @Field(() => [KindEnum], { nullable: true, description: 'Is of one of these kinds.' })
  kinds?: EnumValue<typeof KindEnum>[] | null;

  @Field(() => [ChannelEnum], { nullable: true, description: 'Came in by one of these.' })
  channels?: EnumValue<typeof ChannelEnum>[] | null;

  @Field(() => [SourceLevelEnum], { nullable: true, description: 'Was sent by one of these.' })
  sourceLevels?: EnumValue<typeof SourceLevelEnum>[] | null;

  @Field(() => [DisclosureEnum], {
    nullable: true,
    description: 'Its complainant is known in one of these ways.',
  })
  disclosures?: EnumValue<typeof DisclosureEnum>[] | null;

  @Field(() => [String], {
    nullable: true,
    description: "Codes of the sector's categories, each with everything below it; any of these.",
  })
  categories?: string[] | null;

  @Field(() => [String], {
    nullable: true,
    description: "Codes of the sector's classification, each with everything below it; any of these.",
  })
  classifications?: string[] | null;

  @Field(() => [DemandEnum], { nullable: true, description: 'One of these is asked for.' })
  demands?: EnumValue<typeof DemandEnum>[] | null;

  @Field(() => [String], {
    nullable: true,
    description: "Codes of the sector's causes, each with everything below it; one of these was stated.",
  })
  causes?: string[] | null;

  @Field(() => [FindingEnum], { nullable: true, description: 'One of these was found.' })
  findings?: EnumValue<typeof FindingEnum>[] | null;

  @Field(() => [String], {
    nullable: true,
    description: "Codes of the sector's grounds; declined on one of these.",
  })
  declineGrounds?: string[] | null;

  @Field(() => [RemedyEnum], { nullable: true, description: 'One of these was given.' })
  remedies?: EnumValue<typeof RemedyEnum>[] | null;

  @Field(() => [SanctionEnum], { nullable: true, description: 'One of these was imposed.' })
  sanctions?: EnumValue<typeof SanctionEnum>[] | null;

  @Field(() => [FollowUpResultEnum], {
    nullable: true,
    description: 'One of these was the answer afterwards.',
  })
  followUpResults?: EnumValue<typeof FollowUpResultEnum>[] | null;

  @Field(() => [String], {
    nullable: true,
    description: "Codes of the sector's bodies; a copy went to one of these.",
  })
  forwardedTo?: string[] | null;

  @Field(() => [String], {
    nullable: true,
    description: "Codes of the sector's routes; one of these was taken.",
  })
  routes?: string[] | null;

  @Field(() => String, { nullable: true, description: 'Name of the forwarding body, exactly.' })
  sourceBody?: string | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether several people complain together.' })
  group?: boolean | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether it repeats an earlier one of the same complainant within 30 days.',
  })
  repeated?: boolean | null;

  @Field(() => String, {
    nullable: true,
    description:
      'Telephone or whole name of whoever complains; finds only those by name whose identity the caller may see.',
  })
  complainant?: string | null;

  @Field(() => [ID], { nullable: true, description: 'Global ids of respondents; about one of them.' })
  respondentIds?: string[] | null;

  @Field(() => String, { nullable: true, description: 'Name of the respondent, exactly.' })
  respondentName?: string | null;

  @Field(() => [String], {
    nullable: true,
    description: "Codes of kinds of respondent, of the sector's list; any of these.",
  })
  respondentTypes?: string[] | null;

  @Field(() => [ID], { nullable: true, description: 'Global ids of departments; one of them works on it.' })
  departmentIds?: string[] | null;

  @Field(() => [ID], { nullable: true, description: 'Global ids of members; one of them works on it.' })
  handlerIds?: string[] | null;

  @Field(() => [ID], { nullable: true, description: 'Global ids of members; one of them answered first.' })
  firstResponderIds?: string[] | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether the caller works on it.' })
  mine?: boolean | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether nobody works on it yet.' })
  unassigned?: boolean | null;

  @Field(() => LocalDate, { nullable: true, description: 'Happened on or after this day.' })
  occurredFrom?: string | null;

  @Field(() => LocalDate, { nullable: true, description: 'Happened on or before this day.' })
  occurredTo?: string | null;

  @Field(() => LocalDate, { nullable: true, description: 'Received on or after this day.' })
  receivedFrom?: string | null;

  @Field(() => LocalDate, { nullable: true, description: 'Received on or before this day.' })
  receivedTo?: string | null;

  @Field(() => LocalDate, { nullable: true, description: 'Closed on or after this day.' })
  closedFrom?: string | null;

  @Field(() => LocalDate, { nullable: true, description: 'Closed on or before this day.' })
  closedTo?: string | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether a clock or a promise has run out.' })
  overdue?: boolean | null;

  @Field(() => DateTime, { nullable: true, description: 'A clock or a promise runs out before this time.' })
  dueBefore?: string | null;

  @Field(() => DateTime, {
    nullable: true,
    description: 'A clock or a promise runs out at this time or later.',
  })
  dueFrom?: string | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether a clock or a promise runs at all.' })
  hasDue?: boolean | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether it stands before the supervisor.' })
  attention?: boolean | null;

  @Field(() => [EscalationReasonEnum], {
    nullable: true,
    description: 'It stands before the supervisor for one of these reasons.',
  })
  attentionFor?: readonly (keyof typeof EscalationReasonEnum)[] | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether it was given or offered to somebody who has not accepted it yet.',
  })
  handOverWaits?: boolean | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether a draft answer waits for approval.' })
  draftWaits?: boolean | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether a request for an extension waits for those who lead.',
  })
  extensionWaits?: boolean | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether a running clock may still be extended.' })
  extendable?: boolean | null;

  @Field(() => ID, { nullable: true, description: 'Global id of an import; came in with it.' })
  importId?: string | null;

  @Field(() => ComplaintDetailsFilter, { nullable: true, description: 'By what the sector keeps.' })
  details?: ComplaintDetailsFilter | null;

  @Field(() => String, {
    nullable: true,
    description:
      'The cases behind a figure of a report: exactly those it counts. Opaque; from the figure itself.',
  })
  figure?: string | null;
}

export const ComplaintOrderEnum = domainEnum({
  name: 'ComplaintOrder',
  description: 'Order of a list of complaints.',
  codes: Object.keys(ORDERS) as (keyof typeof ORDERS)[],
  labels: {
    RECEIVED_DESC: { zh: '最新收到', en: 'Latest received first' },
    RECEIVED_ASC: { zh: '最早收到', en: 'Earliest received first' },
    DUE_ASC: { zh: '最先到期', en: 'What is due next first' },
    ACTIVITY_DESC: { zh: '最近办理', en: 'Latest worked on first' },
    ACTIVITY_ASC: { zh: '最久未办', en: 'Longest untouched first' },
    CLOSED_DESC: { zh: '最近办结', en: 'Latest closed first, open ones last' },
    NUMBER_ASC: { zh: '编号', en: 'By number' },
    NUMBER_DESC: { zh: '编号倒序', en: 'By number, highest first' },
  },
});

/** Without the nulls of GraphQL: the domain knows absent, not null. */
export function withoutNulls<T>(value: T): T {
  return JSON.parse(JSON.stringify(value, (_key, item) => (item === null ? undefined : item))) as T;
}
