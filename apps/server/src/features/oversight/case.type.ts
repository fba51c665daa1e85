import {
  CASE_CHOICE_CODES,
  CASE_CHOICES,
  CASE_OUTCOME_CODES,
  CASE_OUTCOME_LABELS,
  type CaseChoice,
} from '@huiyin/domain';
import type { Localized } from '@huiyin/shared';
import { Field, ObjectType } from 'type-graphql';
import { connectionType } from '../../graphql/connection.ts';
import { domainEnum, FindingEnum, KindEnum, StatusEnum } from '../../graphql/enums.ts';
import { Node } from '../../graphql/node.ts';
import { DateTime, LocalDate, SafeInt } from '../../graphql/scalars.ts';
import { Term } from '../../graphql/values.ts';

export const CaseChoiceEnum = domainEnum({
  name: 'OversightCaseChoice',
  description: 'Which cases of an organisation are opened.',
  codes: CASE_CHOICE_CODES,
  labels: Object.fromEntries(CASE_CHOICE_CODES.map((code) => [code, CASE_CHOICES[code].label])) as Record<
    CaseChoice,
    Localized
  >,
});

export const CaseOutcomeEnum = domainEnum({
  name: 'OversightOutcomeKind',
  description: 'What came out of a case.',
  codes: CASE_OUTCOME_CODES,
  labels: CASE_OUTCOME_LABELS,
});

@ObjectType('OversightOutcome', { description: 'How something about a case came out.' })
export class OversightOutcomeType {
  @Field(() => CaseOutcomeEnum, { description: 'What it is about.' })
  kind!: keyof typeof CaseOutcomeEnum;

  @Field(() => String, { description: 'What it is about, in words: the limit, the remedy, the sanction.' })
  what!: string;

  @Field(() => String, { nullable: true, description: 'How it came out; null where that is all.' })
  result!: string | null;

  @Field(() => LocalDate, { description: 'The day on which it counts.' })
  on!: string;

  @Field(() => SafeInt, { nullable: true, description: 'Fen of yuan, as converted; null without money.' })
  amount!: number | null;
}

@ObjectType('OversightDue', { description: 'What is due next of a case.' })
export class OversightDueType {
  @Field(() => DateTime, { description: 'When it is due.' })
  at!: Date;

  @Field(() => String, { description: "What is due, in the caller's language." })
  what!: string;

  @Field(() => Boolean, { description: 'Whether that time has passed.' })
  overdue!: boolean;
}

@ObjectType('OversightCase', {
  implements: Node,
  description: 'A case of an organisation without people and texts, as a grant opens it.',
})
export class OversightCaseType extends Node {
  @Field(() => String, { description: 'Number of the complaint, within its organisation.' })
  number!: string;

  @Field(() => StatusEnum, { description: 'Where it stands.' })
  status!: keyof typeof StatusEnum;

  @Field(() => KindEnum, { description: 'What it asks for.' })
  kind!: keyof typeof KindEnum;

  @Field(() => String, { description: "How it came in, in the caller's language." })
  channel!: string;

  @Field(() => Term, { nullable: true, description: 'What it is about.' })
  category!: Term | null;

  @Field(() => Term, { nullable: true, description: 'Its box, in sectors that have them.' })
  classification!: Term | null;

  @Field(() => Term, { nullable: true, description: 'What kind of party or department it is about.' })
  respondentType!: Term | null;

  @Field(() => DateTime, { description: 'When it came in.' })
  receivedAt!: Date;

  @Field(() => DateTime, { nullable: true, description: 'When it was closed.' })
  closedAt!: Date | null;

  @Field(() => OversightDueType, { nullable: true, description: 'What is due next; null: nothing.' })
  nextDue!: OversightDueType | null;

  @Field(() => FindingEnum, { nullable: true, description: 'What was found; null until it is.' })
  finding!: keyof typeof FindingEnum | null;

  @Field(() => [OversightOutcomeType], {
    description: 'How its limits, promises, follow-ups and money came out, by day; empty in lists.',
  })
  outcomes!: OversightOutcomeType[];
}

@ObjectType({ description: 'Cases of one organisation.' })
export class OversightCaseConnection extends connectionType(OversightCaseType, 'OversightCase') {
  @Field(() => String, { description: "Whose cases they are: its name in the caller's language." })
  organizationName!: string;
}
