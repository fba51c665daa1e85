import { Field, ID, InputType, ObjectType } from 'type-graphql';
import { IDEMPOTENCY_KEY } from '../../graphql/idempotency-key.ts';
import { UserError } from '../../graphql/user-error.ts';

@ObjectType('AnswerTemplate', { description: 'A text from which answers or documents begin.' })
export class AnswerTemplateType {
  @Field(() => ID, {
    nullable: true,
    description: 'Id by which it is changed or removed; null for one that the sector brings along.',
  })
  id!: string | null;

  @Field(() => String, { description: 'Name.' })
  name!: string;

  @Field(() => String, {
    description:
      'Text with live fields in braces, such as {complainant}, {number}, {matter}, {finding}, {facts}, {remedies}, {promise}.',
  })
  text!: string;

  @Field(() => String, {
    nullable: true,
    description: 'Code of the document that begins from it, of `Sector.documents`; null where answers do.',
  })
  document!: string | null;
}

@InputType({ description: 'Keeps a text from which answers begin.' })
export class AnswerTemplateSaveInput {
  @Field(() => ID, { nullable: true, description: 'Id of the template to change; absent: a new one.' })
  id?: string | null;

  @Field(() => String, { description: 'Name, at most 60 characters.' })
  name!: string;

  @Field(() => String, { description: 'Text with live fields in braces; unknown ones are refused.' })
  text!: string;

  @Field(() => String, {
    nullable: true,
    description: 'Code of the document that begins from it, of `Sector.documents`; absent where answers do.',
  })
  document?: string | null;

  @Field(() => String, { nullable: true, description: IDEMPOTENCY_KEY })
  idempotencyKey?: string | null;
}

@InputType({ description: 'Removes a template of the organisation.' })
export class AnswerTemplateRemoveInput {
  @Field(() => ID, { description: 'Id of the template.' })
  id!: string;

  @Field(() => String, { nullable: true, description: IDEMPOTENCY_KEY })
  idempotencyKey?: string | null;
}

@ObjectType({ description: 'A template as it is kept, or why it is not.' })
export class AnswerTemplateSavePayload {
  @Field(() => AnswerTemplateType, { nullable: true, description: 'The template as it is kept.' })
  answerTemplate!: AnswerTemplateType | null;

  @Field(() => [UserError], { description: 'Why nothing was changed; empty when it was.' })
  userErrors!: UserError[];
}

@ObjectType({ description: 'Whether a template was removed.' })
export class AnswerTemplateRemovePayload {
  @Field(() => ID, { nullable: true, description: 'Id of the template that is gone.' })
  removedId!: string | null;

  @Field(() => [UserError], { description: 'Why nothing was changed; empty when it was.' })
  userErrors!: UserError[];
}
