import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { connectionType } from '../../graphql/connection.ts';
import { domainEnum } from '../../graphql/enums.ts';
import { IDEMPOTENCY_KEY } from '../../graphql/idempotency-key.ts';
import { Node } from '../../graphql/node.ts';
import { DateTime, LocalDate } from '../../graphql/scalars.ts';
import { UserError } from '../../graphql/user-error.ts';
import { Term } from '../../graphql/values.ts';
import { RespondentSanctionsType } from './respondent-sanctions.type.ts';

@ObjectType('RespondentYear', { description: 'The complaints about a respondent of one year.' })
export class RespondentYearType {
  @Field(() => Int, { description: 'Year of receipt.' })
  year!: number;

  @Field(() => Int, { description: 'Complaints received.' })
  complaints!: number;

  @Field(() => Int, { description: 'Of these, found valid wholly or in part.' })
  valid!: number;
}

@ObjectType('RespondentCategory', { description: 'The complaints about a respondent of one category.' })
export class RespondentCategoryType {
  @Field(() => Term, { nullable: true, description: 'The category; null: not stated.' })
  category!: Term | null;

  @Field(() => Int, { description: 'Complaints received.' })
  complaints!: number;

  @Field(() => Int, { description: 'Of these, found valid wholly or in part.' })
  valid!: number;
}

@ObjectType('Respondent', {
  implements: Node,
  description:
    'A party of the register of respondents with its complaint history; `complaints(filter: {respondentIds})` gives the cases.',
})
export class RespondentType extends Node {
  @Field(() => String, { description: 'Name.' })
  name!: string;

  @Field(() => Term, { nullable: true, description: "Kind of respondent, of the sector's list." })
  kind!: Term | null;

  @Field(() => String, { nullable: true, description: 'Number of its licence.' })
  licence!: string | null;

  @Field(() => String, { nullable: true, description: 'Unified social credit code.' })
  creditCode!: string | null;

  @Field(() => [String], {
    description: 'Other names under which it is known: earlier ones, and those of entries merged into it.',
  })
  otherNames!: readonly string[];

  @Field(() => Int, { description: 'Complaints about it.' })
  complaints!: number;

  @Field(() => Int, { description: 'Of these, still open.' })
  open!: number;

  @Field(() => Int, { description: 'Of these, found valid wholly or in part.' })
  valid!: number;

  @Field(() => Int, { description: 'Of these, with a sanction.' })
  sanctioned!: number;

  @Field(() => Boolean, { description: 'Whether there are several.' })
  repeated!: boolean;

  @Field(() => Int, {
    description:
      "Complaints of late, whatever the filter: within the days of the sector's rule for repeat offenders, 365 where it has none.",
  })
  recentComplaints!: number;

  @Field(() => Int, { description: 'Of the complaints of late, those found valid wholly or in part.' })
  recentValid!: number;

  @Field(() => String, {
    nullable: true,
    description: "Why it stands out as a repeat offender, by the sector's rule; null: it does not.",
  })
  repeatReason!: string | null;

  @Field(() => DateTime, { nullable: true, description: 'When the latest was received.' })
  lastReceivedAt!: Date | null;

  @Field(() => [RespondentYearType], { description: 'The same by year, latest first.' })
  years!: readonly RespondentYearType[];

  @Field(() => [RespondentCategoryType], { description: 'The same by category, most complaints first.' })
  categories!: readonly RespondentCategoryType[];

  @Field(() => RespondentSanctionsType, { description: 'What was imposed on it in these complaints.' })
  sanctions!: RespondentSanctionsType;
}

@ObjectType({ description: 'A page of the register of respondents.' })
export class RespondentConnection extends connectionType(RespondentType, 'Respondent') {}

@InputType({ description: 'Narrows the register of respondents; everything given must hold.' })
export class RespondentFilterInput {
  @Field(() => String, { nullable: true, description: 'Stands in the name.' })
  search?: string | null;

  @Field(() => [String], {
    nullable: true,
    description: "Codes of kinds of respondent, of the sector's list.",
  })
  kinds?: string[] | null;

  @Field(() => Int, {
    nullable: true,
    description: 'At least so many complaints: 2 finds the repeated ones.',
  })
  complaintsAtLeast?: number | null;

  @Field(() => Boolean, {
    nullable: true,
    description: "Only repeat offenders by the sector's rule; a sector without one has none.",
  })
  repeatOffenders?: boolean | null;

  @Field(() => LocalDate, {
    nullable: true,
    description: 'Complaints received on or after this day are counted.',
  })
  receivedFrom?: string | null;

  @Field(() => LocalDate, {
    nullable: true,
    description: 'Complaints received on or before this day are counted.',
  })
  receivedTo?: string | null;
}

export const RespondentOrderEnum = domainEnum({
  name: 'RespondentOrder',
  description: 'Order of the register of respondents.',
  codes: ['MOST_COMPLAINTS', 'MOST_RECENT_COMPLAINTS', 'MOST_VALID', 'LATEST', 'NAME'],
  labels: {
    MOST_COMPLAINTS: { zh: '投诉最多', en: 'Most complaints first' },
    MOST_RECENT_COMPLAINTS: { zh: '近期投诉最多', en: 'Most complaints of late first' },
    MOST_VALID: { zh: '有效投诉最多', en: 'Most valid complaints first' },
    LATEST: { zh: '最近被投诉', en: 'Latest complained about first' },
    NAME: { zh: '名称', en: 'By name' },
  },
});

@InputType({ description: 'Corrects an entry of the register; everything is given as it is to stand.' })
export class RespondentChangeInput {
  @Field(() => ID, { description: 'Global id of the respondent.' })
  id!: string;

  @Field(() => String, { description: 'Name; what it was called before stays another name of it.' })
  name!: string;

  @Field(() => String, { nullable: true, description: "Code of its kind, of the sector's list." })
  kind?: string | null;

  @Field(() => String, { nullable: true, description: 'Number of its licence.' })
  licence?: string | null;

  @Field(() => String, { nullable: true, description: 'Unified social credit code, 18 characters.' })
  creditCode?: string | null;

  @Field(() => String, { nullable: true, description: IDEMPOTENCY_KEY })
  idempotencyKey?: string | null;
}

@InputType({ description: 'Brings together two entries that are one party.' })
export class RespondentMergeInput {
  @Field(() => ID, { description: 'Global id of the respondent that becomes another name.' })
  id!: string;

  @Field(() => ID, { description: 'Global id of the respondent that stays, with the complaints of both.' })
  intoId!: string;

  @Field(() => String, { description: 'Why they are one party; kept on record.' })
  reason!: string;

  @Field(() => String, { nullable: true, description: IDEMPOTENCY_KEY })
  idempotencyKey?: string | null;
}

/** A payload of the register: `RespondentChangePayload`. */
function payload(name: string): new () => RespondentPayload {
  @ObjectType(name, { description: 'The respondent as it stands now, or why nothing was changed.' })
  class Payload implements RespondentPayload {
    @Field(() => RespondentType, { nullable: true, description: 'The respondent; null when refused.' })
    respondent!: RespondentType | null;

    @Field(() => [UserError], { description: 'Why nothing was changed; empty when it was.' })
    userErrors!: UserError[];
  }
  return Payload;
}

export interface RespondentPayload {
  respondent: RespondentType | null;
  userErrors: UserError[];
}

export const RespondentChangePayload = payload('RespondentChangePayload');
export const RespondentMergePayload = payload('RespondentMergePayload');
