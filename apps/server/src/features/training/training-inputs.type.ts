import { Field, Float, ID, InputType, Int, ObjectType } from 'type-graphql';
import { IDEMPOTENCY_KEY } from '../../graphql/idempotency-key.ts';
import { LocalDate } from '../../graphql/scalars.ts';
import { UserError } from '../../graphql/user-error.ts';
import { VERSION } from '../../graphql/version.ts';
import { AssessmentEnum, ExperienceEnum, TrainingClassEnum } from './training.type.ts';

@InputType({ description: 'Somebody who took part in a training.' })
export class TrainingAttendanceInput {
  @Field(() => ID, {
    nullable: true,
    description: 'Global id of the member that it was, whose name is taken.',
  })
  memberId?: string | null;

  @Field(() => String, { description: 'Name.' })
  name!: string;

  @Field(() => ExperienceEnum, { description: 'Whether they are new in the work.' })
  experience!: keyof typeof ExperienceEnum;

  @Field(() => AssessmentEnum, { description: 'What the assessment came to.' })
  assessment!: keyof typeof AssessmentEnum;

  @Field(() => String, { nullable: true, description: 'Certificate that they got.' })
  certificate?: string | null;

  @Field(() => LocalDate, { nullable: true, description: 'Its last day.' })
  expiresOn?: string | null;
}

@InputType({ description: 'Writes down a training session, or changes one.' })
export class TrainingSaveInput {
  @Field(() => ID, { nullable: true, description: 'Id of the session to change; absent: a new one.' })
  id?: string | null;

  @Field(() => TrainingClassEnum, { description: 'Its class.' })
  trainingClass!: keyof typeof TrainingClassEnum;

  @Field(() => String, { description: 'What it was about.' })
  topic!: string;

  @Field(() => LocalDate, { description: 'On which day it was held; not after today.' })
  heldOn!: string;

  @Field(() => Float, { description: 'How long it was, in hours; tenths are kept.' })
  hours!: number;

  @Field(() => String, { nullable: true, description: 'Who taught.' })
  trainer?: string | null;

  @Field(() => ID, { nullable: true, description: 'Global id of the complaint whose lesson it answers.' })
  complaintId?: string | null;

  @Field(() => [TrainingAttendanceInput], { description: 'Everybody who took part.' })
  attendances!: TrainingAttendanceInput[];

  @Field(() => Int, { nullable: true, description: VERSION })
  version?: number | null;

  @Field(() => String, { nullable: true, description: IDEMPOTENCY_KEY })
  idempotencyKey?: string | null;
}

@InputType({ description: 'Takes away a training session that was written down by mistake.' })
export class TrainingRemoveInput {
  @Field(() => ID, { description: 'Id of the session.' })
  id!: string;

  @Field(() => Int, { nullable: true, description: VERSION })
  version?: number | null;

  @Field(() => String, { nullable: true, description: IDEMPOTENCY_KEY })
  idempotencyKey?: string | null;
}

@ObjectType({ description: 'The session as it is kept, or why it is not.' })
export class TrainingSavePayload {
  @Field(() => ID, { nullable: true, description: 'Id of the session.' })
  savedId!: string | null;

  @Field(() => [UserError], { description: 'Why nothing was changed; empty when it was.' })
  userErrors!: UserError[];
}

@ObjectType({ description: 'Whether a session was taken away.' })
export class TrainingRemovePayload {
  @Field(() => ID, { nullable: true, description: 'Id of the session that is gone.' })
  removedId!: string | null;

  @Field(() => [UserError], { description: 'Why nothing was changed; empty when it was.' })
  userErrors!: UserError[];
}
