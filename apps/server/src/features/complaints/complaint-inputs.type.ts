import { Field, ID, InputType, Int } from 'type-graphql';
import {
  ChannelEnum,
  DemandEnum,
  DisclosureEnum,
  FollowUpResultEnum,
  KindEnum,
  RemedyEnum,
  SourceLevelEnum,
} from '../../graphql/enums.ts';
import { IDEMPOTENCY_KEY } from '../../graphql/idempotency-key.ts';
import { DateTime, LocalDate } from '../../graphql/scalars.ts';
import { ComplaintDetailsInput } from '../../graphql/sector-types.ts';
import { RecordedMoneyInput } from '../../graphql/values.ts';
import { VERSION } from '../../graphql/version.ts';

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

/** Without the nulls of GraphQL: the domain knows absent, not null. */
export function withoutNulls<T>(value: T): T {
  return JSON.parse(JSON.stringify(value, (_key, item) => (item === null ? undefined : item))) as T;
}
