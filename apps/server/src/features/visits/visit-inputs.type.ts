import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { IDEMPOTENCY_KEY } from '../../graphql/idempotency-key.ts';
import { LocalDate } from '../../graphql/scalars.ts';
import { UserError } from '../../graphql/user-error.ts';
import { VERSION } from '../../graphql/version.ts';
import { VisitReasonEnum, VisitTargetEnum } from './visit.type.ts';

@InputType({ description: 'Plans a visit, or changes the plan of one that was not made.' })
export class VisitPlanInput {
  @Field(() => ID, { nullable: true, description: 'Id of the visit to change; absent: a new one.' })
  id?: string | null;

  @Field(() => VisitTargetEnum, { description: 'What kind of thing is visited.' })
  target!: keyof typeof VisitTargetEnum;

  @Field(() => String, { description: 'Whom or what, by name.' })
  name!: string;

  @Field(() => ID, {
    nullable: true,
    description:
      'Global id of the `Respondent`, `Department` or, of a place, `Site` that is meant; absent: none that the organisation keeps.',
  })
  subjectId?: string | null;

  @Field(() => VisitReasonEnum, { description: 'What it is planned from.' })
  reason!: keyof typeof VisitReasonEnum;

  @Field(() => String, { description: 'Why, in words.' })
  why!: string;

  @Field(() => ID, { description: 'Global id of the member who goes.' })
  memberId!: string;

  @Field(() => LocalDate, { description: 'The day it is planned for.' })
  plannedOn!: string;

  @Field(() => Int, { nullable: true, description: VERSION })
  version?: number | null;

  @Field(() => String, { nullable: true, description: IDEMPOTENCY_KEY })
  idempotencyKey?: string | null;
}

@InputType({ description: 'Something to be put right after a visit.' })
export class VisitFollowUpInput {
  @Field(() => String, { description: 'What.' })
  text!: string;

  @Field(() => ID, { description: 'Global id of the member who sees to it.' })
  ownerId!: string;

  @Field(() => LocalDate, { description: 'Its last day.' })
  dueOn!: string;
}

@InputType({ description: 'Records a visit that was made.' })
export class VisitRecordInput {
  @Field(() => ID, { description: 'Id of the visit.' })
  id!: string;

  @Field(() => LocalDate, { description: 'The day it was made; not after today.' })
  doneOn!: string;

  @Field(() => [String], { description: 'What was found, one by one; empty: all was well.' })
  findings!: string[];

  @Field(() => [VisitFollowUpInput], { description: 'What is to be put right.' })
  followUps!: VisitFollowUpInput[];

  @Field(() => Int, { nullable: true, description: VERSION })
  version?: number | null;

  @Field(() => String, { nullable: true, description: IDEMPOTENCY_KEY })
  idempotencyKey?: string | null;
}

@InputType({ description: 'Says that something found on a visit was put right.' })
export class VisitFinishFollowUpInput {
  @Field(() => ID, { description: 'Id of the follow-up.' })
  id!: string;

  @Field(() => String, { nullable: true, description: IDEMPOTENCY_KEY })
  idempotencyKey?: string | null;
}

@InputType({ description: 'Takes back the plan of a visit that is not to be made.' })
export class VisitRemoveInput {
  @Field(() => ID, { description: 'Id of the visit.' })
  id!: string;

  @Field(() => Int, { nullable: true, description: VERSION })
  version?: number | null;

  @Field(() => String, { nullable: true, description: IDEMPOTENCY_KEY })
  idempotencyKey?: string | null;
}

/** What each of the mutations answers: the id, or why nothing was changed. */
@ObjectType({ description: 'What a mutation of visits answers.' })
abstract class VisitAnswer {
  @Field(() => ID, { nullable: true, description: 'Id of what was changed; null when refused.' })
  changedId!: string | null;

  @Field(() => [UserError], { description: 'Why nothing was changed; empty when it was.' })
  userErrors!: UserError[];
}

@ObjectType({ description: 'The visit as it is planned, or why it is not.' })
export class VisitPlanPayload extends VisitAnswer {}

@ObjectType({ description: 'The visit as it is recorded, or why it is not.' })
export class VisitRecordPayload extends VisitAnswer {}

@ObjectType({ description: 'The follow-up that is done, or why it is not.' })
export class VisitFinishFollowUpPayload extends VisitAnswer {}

@ObjectType({ description: 'The visit whose plan is gone, or why it is not.' })
export class VisitRemovePayload extends VisitAnswer {}
