import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { IDEMPOTENCY_KEY } from '../../graphql/idempotency-key.ts';
import { UserError } from '../../graphql/user-error.ts';
import { DateOrderEnum, ImportKindEnum, ImportType } from './import.type.ts';

@InputType({ description: 'What is to be imported.' })
export class ImportCreateInput {
  @Field(() => String, { description: 'Hash of a file uploaded with `POST /files`.' })
  file!: string;

  @Field(() => String, { nullable: true, description: "Name to show; the uploaded file's own when absent." })
  name?: string | null;

  @Field(() => ImportKindEnum, { defaultValue: 'COMPLAINTS', description: 'What its rows are.' })
  kind!: keyof typeof ImportKindEnum;

  @Field(() => String, { nullable: true, description: 'Worksheet; the first with a table when absent.' })
  sheet?: string | null;

  @Field(() => Int, { nullable: true, description: 'Line of the header, 0 for none; found when absent.' })
  headerLine?: number | null;

  @Field(() => String, { nullable: true, description: 'Encoding of a text file; found when absent.' })
  encoding?: string | null;

  @Field(() => String, { nullable: true, description: IDEMPOTENCY_KEY })
  idempotencyKey?: string | null;
}

@InputType({ description: 'What a word of a column stands for.' })
export class ImportChoiceInput {
  @Field(() => String, { description: 'As written in the sheet.' })
  written!: string;

  @Field(() => String, { nullable: true, description: "Code of the target's option; null takes it back." })
  code?: string | null;
}

@InputType({ description: 'How one column is read.' })
export class ImportColumnInput {
  @Field(() => String, { description: 'Key of the column.' })
  column!: string;

  @Field(() => String, { nullable: true, description: 'Key of the target; null: the column is left out.' })
  target?: string | null;

  @Field(() => DateOrderEnum, {
    nullable: true,
    description: 'Order of its dates where the values leave it open; null: none; absent: as it is.',
  })
  dateOrder?: keyof typeof DateOrderEnum | null;

  @Field(() => [ImportChoiceInput], {
    defaultValue: [],
    description: 'What words of the column stand for; those not named stay as they are.',
  })
  choices!: ImportChoiceInput[];
}

@InputType({ description: 'How columns are read.' })
export class ImportSetMappingInput {
  @Field(() => ID, { description: 'Global id of the import.' })
  id!: string;

  @Field(() => [ImportColumnInput], {
    defaultValue: [],
    description: 'Columns that change; the others stay.',
  })
  columns!: ImportColumnInput[];

  @Field(() => Int, { nullable: true, description: 'Year of dates written without one; absent: as it is.' })
  year?: number | null;

  @Field(() => String, { nullable: true, description: IDEMPOTENCY_KEY })
  idempotencyKey?: string | null;
}

@InputType({ description: 'An import to be checked.' })
export class ImportCheckInput {
  @Field(() => ID, { description: 'Global id of the import.' })
  id!: string;

  @Field(() => String, { nullable: true, description: IDEMPOTENCY_KEY })
  idempotencyKey?: string | null;
}

@InputType({ description: 'An import to be taken in.' })
export class ImportStartInput {
  @Field(() => ID, { description: 'Global id of the import.' })
  id!: string;

  @Field(() => Boolean, { defaultValue: false, description: 'Import a file that was imported before.' })
  again!: boolean;

  @Field(() => String, { nullable: true, description: IDEMPOTENCY_KEY })
  idempotencyKey?: string | null;
}

@ObjectType()
export abstract class ImportPayload {
  @Field(() => ImportType, { nullable: true, description: 'The import as it stands now.' })
  import!: ImportType | null;

  @Field(() => [UserError], { description: 'Why nothing was changed; empty when it was.' })
  userErrors!: UserError[];
}
@ObjectType({
  description: 'The import with the columns as they would be read, or why the file was not opened.',
})
export class ImportCreatePayload extends ImportPayload {}
@ObjectType({
  description: 'The import with its columns as they will be read, or why they were not changed.',
})
export class ImportSetMappingPayload extends ImportPayload {}
@ObjectType({ description: 'The import under check, or why it was not begun.' })
export class ImportCheckPayload extends ImportPayload {}
@ObjectType({ description: 'The import under way, or why it was not begun.' })
export class ImportStartPayload extends ImportPayload {}
