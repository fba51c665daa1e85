import { Field, Float, ID, InputType, Int, ObjectType } from 'type-graphql';
import { IDEMPOTENCY_KEY } from '../../graphql/idempotency-key.ts';
import { UserError } from '../../graphql/user-error.ts';
import { DenominatorType, ReportType } from './report.type.ts';
import { PeriodInput } from './report-period.type.ts';

@InputType({ description: 'Begins the report on a period, or goes on with its draft.' })
export class ReportCreateInput {
  @Field(() => PeriodInput, { description: 'Which period.' })
  period!: PeriodInput;

  @Field(() => String, { nullable: true, description: IDEMPOTENCY_KEY })
  idempotencyKey?: string | null;
}

@InputType({ description: "Words a section in the caller's language." })
export class ReportEditTextInput {
  @Field(() => ID, { description: 'Global id of the report.' })
  id!: string;

  @Field(() => Int, { description: 'The revision that was edited.' })
  revision!: number;

  @Field(() => String, { description: '`ReportSection.code` of the section.' })
  section!: string;

  @Field(() => String, { nullable: true, description: 'The text with placeholders; null: as proposed.' })
  text?: string | null;

  @Field(() => String, { nullable: true, description: IDEMPOTENCY_KEY })
  idempotencyKey?: string | null;
}

@InputType({ description: 'Freezes a draft for ever, with the name of the caller as its approver.' })
export class ReportPublishInput {
  @Field(() => ID, { description: 'Global id of the report.' })
  id!: string;

  @Field(() => Int, { description: 'The revision that was approved.' })
  revision!: number;

  @Field(() => String, { nullable: true, description: IDEMPOTENCY_KEY })
  idempotencyKey?: string | null;
}

@InputType({ description: 'Throws a draft away.' })
export class ReportDiscardInput {
  @Field(() => ID, { description: 'Global id of the report.' })
  id!: string;

  @Field(() => Int, { description: 'The revision that was seen.' })
  revision!: number;

  @Field(() => String, { nullable: true, description: IDEMPOTENCY_KEY })
  idempotencyKey?: string | null;
}

@InputType({ description: 'Begins a new version of a published report.' })
export class ReportCorrectInput {
  @Field(() => ID, { description: 'Global id of the newest published version.' })
  id!: string;

  @Field(() => String, { description: 'Why it is corrected; stands in the new version.' })
  reason!: string;

  @Field(() => String, { nullable: true, description: IDEMPOTENCY_KEY })
  idempotencyKey?: string | null;
}

@InputType({ description: 'Gives a number by which figures are compared.' })
export class DenominatorSetInput {
  @Field(() => String, { description: 'Code, of `Sector.denominators`.' })
  code!: string;

  @Field(() => PeriodInput, { description: 'The period it is about.' })
  period!: PeriodInput;

  @Field(() => Float, { description: 'The number, greater than 0.' })
  value!: number;

  @Field(() => String, { nullable: true, description: IDEMPOTENCY_KEY })
  idempotencyKey?: string | null;
}

@ObjectType()
export abstract class ReportPayload {
  @Field(() => ReportType, { nullable: true, description: 'The report as it is now.' })
  report!: ReportType | null;

  @Field(() => [UserError], { description: 'Why it was refused; empty when it was done.' })
  userErrors!: UserError[];
}
@ObjectType({ description: 'The draft, or why there is none.' })
export class ReportCreatePayload extends ReportPayload {}
@ObjectType({ description: 'The draft as it is worded now, or why it was not changed.' })
export class ReportEditTextPayload extends ReportPayload {}
@ObjectType({ description: 'The published report, or why it was not published.' })
export class ReportPublishPayload extends ReportPayload {}
@ObjectType({ description: 'The draft of the correction, or why there is none.' })
export class ReportCorrectPayload extends ReportPayload {}

@ObjectType({ description: 'Whether a draft was thrown away.' })
export class ReportDiscardPayload {
  @Field(() => ID, { nullable: true, description: 'Global id of the draft that is gone.' })
  discardedId!: string | null;

  @Field(() => [UserError], { description: 'Why it was refused; empty when it was done.' })
  userErrors!: UserError[];
}

@ObjectType({ description: 'The number that was given, or why it was refused.' })
export class DenominatorSetPayload {
  @Field(() => DenominatorType, { nullable: true, description: 'The number as it is now.' })
  denominator!: DenominatorType | null;

  @Field(() => [UserError], { description: 'Why it was refused; empty when it was done.' })
  userErrors!: UserError[];
}
