import { Field, ID, InputType, Int } from 'type-graphql';
import {
  ChannelEnum,
  DemandEnum,
  DisclosureEnum,
  domainEnum,
  FollowUpResultEnum,
  KindEnum,
  RemedyEnum,
  SourceLevelEnum,
  StatusEnum,
} from '../../graphql/enums.ts';
import { DateTime, LocalDate } from '../../graphql/scalars.ts';
import { ComplaintDetailsFilter, ComplaintDetailsInput } from '../../graphql/sector-types.ts';
import { ORDERS } from './complaint-reads.repository.ts';

type EnumValue<E> = keyof E;

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
  @Field(() => ID, { nullable: true, description: 'Of the register of respondents, where it stands there.' })
  id?: string | null;

  @Field(() => String, { nullable: true, description: 'Name; a new one is added to the register.' })
  name?: string | null;

  @Field(() => String, {
    nullable: true,
    description: "Code of the kind of respondent, of the sector's list.",
  })
  type?: string | null;

  @Field(() => ID, {
    nullable: true,
    description: 'Own department complained about: its people are recused.',
  })
  departmentId?: string | null;

  @Field(() => [ID], { nullable: true, description: 'Members of staff complained about: they are recused.' })
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

@InputType({ description: 'Input of complaintRegister.' })
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

  @Field(() => String, { nullable: true, description: "Code of the category, of the sector's tree." })
  category?: string | null;

  @Field(() => String, { nullable: true, description: "Code of the box of the sector's classification." })
  classification?: string | null;

  @Field(() => ComplaintDetailsInput, { nullable: true, description: 'What the sector keeps beside this.' })
  details?: ComplaintDetailsInput | null;

  @Field(() => String, { nullable: true, description: 'Number that a forwarding body gave it.' })
  externalNumber?: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      'A key of your own (a UUID): the same call again registers nothing and gives the same complaint.',
  })
  idempotencyKey?: string | null;
}

@InputType({ description: 'A settlement at the first contact.' })
export class SettlementInput {
  @Field(() => String, { description: 'What was said and done.' })
  answer!: string;

  @Field(() => RemedyEnum, { nullable: true, description: 'What was done, if anything.' })
  remedy?: EnumValue<typeof RemedyEnum> | null;

  @Field(() => FollowUpResultEnum, { nullable: true, description: 'What the complainant said of it.' })
  satisfied?: EnumValue<typeof FollowUpResultEnum> | null;
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

  @Field(() => LocalDate, { nullable: true, description: 'When what is complained about happened.' })
  occurredOn?: string | null;

  @Field(() => String, { nullable: true, description: 'Code of the category.' })
  category?: string | null;

  @Field(() => ComplaintDetailsInput, {
    nullable: true,
    description: 'Details; those absent stay as they are.',
  })
  details?: ComplaintDetailsInput | null;
}

@InputType({ description: 'Input of complaintCorrect.' })
export class ComplaintCorrectInput {
  @Field(() => ID, { description: 'Global id of the complaint.' })
  id!: string;

  @Field(() => Int, { nullable: true, description: 'The version you decided on.' })
  version?: number | null;

  @Field(() => String, { nullable: true, description: 'A key of your own (a UUID).' })
  idempotencyKey?: string | null;

  @Field(() => MatterChangesInput, { description: 'What is to be corrected.' })
  changes!: MatterChangesInput;

  @Field(() => String, { description: 'Why; the history shows both versions.' })
  reason!: string;
}

@InputType({ description: 'Input of complaintSplit.' })
export class ComplaintSplitInput {
  @Field(() => ID, { description: 'Global id of the complaint.' })
  id!: string;

  @Field(() => Int, { nullable: true, description: 'The version you decided on.' })
  version?: number | null;

  @Field(() => KindEnum, {
    description: 'Kind of the part that goes on by itself (the report in a complaint).',
  })
  kind!: EnumValue<typeof KindEnum>;

  @Field(() => String, { description: 'The part that goes on by itself.' })
  content!: string;

  @Field(() => String, { nullable: true, description: 'Its category; that of the complaint when absent.' })
  category?: string | null;

  @Field(() => String, { description: 'Why it is split.' })
  reason!: string;

  @Field(() => String, { nullable: true, description: 'A key of your own (a UUID).' })
  idempotencyKey?: string | null;
}

@InputType({ description: 'Narrows a list of complaints; everything given must hold.' })
export class ComplaintFilterInput {
  @Field(() => String, {
    nullable: true,
    description: 'Words, Chinese or English, all of which must stand in it; or a number.',
  })
  search?: string | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether something is still owed.' })
  open?: boolean | null;

  @Field(() => [StatusEnum], { nullable: true, description: 'Any of these.' })
  statuses?: EnumValue<typeof StatusEnum>[] | null;

  @Field(() => [KindEnum], { nullable: true, description: 'Any of these.' })
  kinds?: EnumValue<typeof KindEnum>[] | null;

  @Field(() => [ChannelEnum], { nullable: true, description: 'Any of these.' })
  channels?: EnumValue<typeof ChannelEnum>[] | null;

  @Field(() => [SourceLevelEnum], { nullable: true, description: 'Any of these.' })
  sourceLevels?: EnumValue<typeof SourceLevelEnum>[] | null;

  @Field(() => [DisclosureEnum], { nullable: true, description: 'Any of these.' })
  disclosures?: EnumValue<typeof DisclosureEnum>[] | null;

  @Field(() => [String], { nullable: true, description: 'Codes of categories, with everything below them.' })
  categories?: string[] | null;

  @Field(() => [String], {
    nullable: true,
    description: 'Codes of the classification, with everything below them.',
  })
  classifications?: string[] | null;

  @Field(() => String, { nullable: true, description: 'Name of the respondent, exactly.' })
  respondentName?: string | null;

  @Field(() => [String], { nullable: true, description: 'Codes of kinds of respondents.' })
  respondentTypes?: string[] | null;

  @Field(() => [ID], { nullable: true, description: 'Departments that work on it.' })
  departmentIds?: string[] | null;

  @Field(() => [ID], { nullable: true, description: 'Members who work on it.' })
  handlerIds?: string[] | null;

  @Field(() => Boolean, { nullable: true, description: 'Those the caller works on.' })
  mine?: boolean | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether nobody works on it yet.' })
  unassigned?: boolean | null;

  @Field(() => LocalDate, { nullable: true, description: 'Received on or after this day.' })
  receivedFrom?: string | null;

  @Field(() => LocalDate, { nullable: true, description: 'Received on or before this day.' })
  receivedTo?: string | null;

  @Field(() => LocalDate, { nullable: true, description: 'Closed on or after this day.' })
  closedFrom?: string | null;

  @Field(() => LocalDate, { nullable: true, description: 'Closed on or before this day.' })
  closedTo?: string | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether something has run out.' })
  overdue?: boolean | null;

  @Field(() => DateTime, { nullable: true, description: 'Something runs out before this time.' })
  dueBefore?: string | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether it stands before the supervisor.' })
  attention?: boolean | null;

  @Field(() => ID, { nullable: true, description: 'Those of one import.' })
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
    NUMBER_ASC: { zh: '编号', en: 'By number' },
  },
});

/** Without the nulls of GraphQL: the domain knows absent, not null. */
export function withoutNulls<T>(value: T): T {
  return JSON.parse(JSON.stringify(value, (_key, item) => (item === null ? undefined : item))) as T;
}
