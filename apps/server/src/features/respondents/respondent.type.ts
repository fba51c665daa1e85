import { Field, InputType, Int, ObjectType } from 'type-graphql';
import { connectionType } from '../../graphql/connection.ts';
import { domainEnum } from '../../graphql/enums.ts';
import { Node } from '../../graphql/node.ts';
import { DateTime, LocalDate } from '../../graphql/scalars.ts';
import { Term } from '../../graphql/values.ts';

@ObjectType('RespondentYear', { description: 'The complaints about a respondent of one year.' })
export class RespondentYearType {
  @Field(() => Int, { description: 'Year of receipt.' })
  year!: number;

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

  @Field(() => Int, { description: 'Complaints about it.' })
  complaints!: number;

  @Field(() => Int, { description: 'Of these, still open.' })
  open!: number;

  @Field(() => Int, { description: 'Of these, found valid wholly or in part.' })
  valid!: number;

  @Field(() => Int, { description: 'Of these, with a sanction.' })
  sanctioned!: number;

  @Field(() => Boolean, { description: 'Whether there are several: repeat respondents stand out.' })
  repeated!: boolean;

  @Field(() => DateTime, { nullable: true, description: 'When the latest was received.' })
  lastReceivedAt!: Date | null;

  @Field(() => [RespondentYearType], { description: 'The same by year, latest first.' })
  years!: readonly RespondentYearType[];
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
  codes: ['MOST_COMPLAINTS', 'MOST_VALID', 'LATEST', 'NAME'],
  labels: {
    MOST_COMPLAINTS: { zh: '投诉最多', en: 'Most complaints first' },
    MOST_VALID: { zh: '有效投诉最多', en: 'Most valid complaints first' },
    LATEST: { zh: '最近被投诉', en: 'Latest complained about first' },
    NAME: { zh: '名称', en: 'By name' },
  },
});
