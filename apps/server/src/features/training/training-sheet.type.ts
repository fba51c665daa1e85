import { Field, Float, InputType, Int, ObjectType } from 'type-graphql';
import { IDEMPOTENCY_KEY } from '../../graphql/idempotency-key.ts';
import { LocalDate } from '../../graphql/scalars.ts';
import { UserError } from '../../graphql/user-error.ts';
import { TrainingClassEnum } from './training.type.ts';

@ObjectType('TrainingSheetSession', { description: 'A session that a sheet tells of.' })
export class TrainingSheetSessionType {
  @Field(() => TrainingClassEnum, { description: 'Its class.' })
  trainingClass!: keyof typeof TrainingClassEnum;

  @Field(() => String, { description: 'What it was about.' })
  topic!: string;

  @Field(() => LocalDate, { description: 'On which day it was held.' })
  heldOn!: string;

  @Field(() => Float, { description: 'How long it was, in hours with one decimal.' })
  hours!: number;

  @Field(() => Boolean, { description: 'Whether it was not written down here before.' })
  isNew!: boolean;

  @Field(() => Int, { description: 'People in it who were not written down here before.' })
  newPeople!: number;

  @Field(() => Int, { description: 'People in it who stand here already.' })
  known!: number;
}

@ObjectType('TrainingSheetLine', { description: 'A line of the sheet that is not taken in.' })
export class TrainingSheetLineType {
  @Field(() => Int, { description: 'Line in the file, from 1.' })
  line!: number;

  @Field(() => String, { description: 'Who it is about; empty when not said.' })
  name!: string;

  @Field(() => [String], { description: 'Why, and what to do.' })
  reasons!: string[];
}

@ObjectType('TrainingSheet', { description: 'What a sheet of training says.' })
export class TrainingSheetType {
  @Field(() => [TrainingSheetSessionType], { description: 'The sessions that it tells of, in their order.' })
  sessions!: TrainingSheetSessionType[];

  @Field(() => [TrainingSheetLineType], { description: 'The lines that are not taken in.' })
  refused!: TrainingSheetLineType[];

  @Field(() => Boolean, { description: 'Whether what is new was written down, or only looked at.' })
  takenIn!: boolean;
}

@InputType({ description: 'A sheet of training, to be looked at or taken in.' })
export class TrainingImportInput {
  @Field(() => String, { description: 'Hash of a file uploaded with `POST /files`.' })
  file!: string;

  @Field(() => Boolean, {
    defaultValue: false,
    description: 'Write down what is new; otherwise the sheet is only looked at.',
  })
  takeIn!: boolean;

  @Field(() => String, { nullable: true, description: IDEMPOTENCY_KEY })
  idempotencyKey?: string | null;
}

@ObjectType({ description: 'What the sheet says, or why it cannot be read.' })
export class TrainingImportPayload {
  @Field(() => TrainingSheetType, { nullable: true, description: 'What the sheet says; null when refused.' })
  sheet!: TrainingSheetType | null;

  @Field(() => [UserError], { description: 'Why nothing was read; empty when it was.' })
  userErrors!: UserError[];
}
