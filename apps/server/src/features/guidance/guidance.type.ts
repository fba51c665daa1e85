import type { Status } from '@huiyin/domain';
import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { StatusEnum } from '../../graphql/enums.ts';
import { IDEMPOTENCY_KEY } from '../../graphql/idempotency-key.ts';
import { UserError } from '../../graphql/user-error.ts';
import { VERSION } from '../../graphql/version.ts';

@ObjectType('GuidanceCard', { description: 'What a good handler does, by category and state of the case.' })
export class GuidanceCardType {
  @Field(() => ID, {
    nullable: true,
    description: 'Id by which it is changed or removed; null for one that the sector brings along.',
  })
  id!: string | null;

  @Field(() => Int, {
    nullable: true,
    description:
      'Number of changes so far: give it with a mutation to be told of another one; null with a null id.',
  })
  version!: number | null;

  @Field(() => String, { description: 'Title.' })
  title!: string;

  @Field(() => String, { description: 'A sentence or two.' })
  text!: string;

  @Field(() => [StatusEnum], { description: 'States of the cases beside which it stands; empty: all.' })
  statuses!: readonly Status[];

  @Field(() => [String], {
    description:
      'Codes of the categories of the cases beside which it stands, with those below them; empty: all.',
  })
  categories!: readonly string[];
}

@InputType({ description: 'Keeps a card that stands beside cases.' })
export class GuidanceCardSaveInput {
  @Field(() => ID, { nullable: true, description: 'Id of the card to change; absent: a new one.' })
  id?: string | null;

  @Field(() => String, { description: 'Title, at most 30 characters.' })
  title!: string;

  @Field(() => String, { description: 'A sentence or two, at most 300 characters.' })
  text!: string;

  @Field(() => [StatusEnum], {
    nullable: true,
    description: 'States of the cases beside which it stands; absent or empty: all.',
  })
  statuses?: Status[] | null;

  @Field(() => [String], {
    nullable: true,
    description: 'Codes of categories of the sector, those below them included; absent or empty: all.',
  })
  categories?: string[] | null;

  @Field(() => Int, { nullable: true, description: VERSION })
  version?: number | null;

  @Field(() => String, { nullable: true, description: IDEMPOTENCY_KEY })
  idempotencyKey?: string | null;
}

@InputType({ description: 'Removes a card of the organisation.' })
export class GuidanceCardRemoveInput {
  @Field(() => ID, { description: 'Id of the card.' })
  id!: string;

  @Field(() => Int, { nullable: true, description: VERSION })
  version?: number | null;

  @Field(() => String, { nullable: true, description: IDEMPOTENCY_KEY })
  idempotencyKey?: string | null;
}

@InputType({ description: "Puts a card in another place among the organisation's own." })
export class GuidanceCardMoveInput {
  @Field(() => ID, { description: 'Id of the card.' })
  id!: string;

  @Field(() => Int, { description: 'Where it is to stand: 1 is the first; beyond the last is the last.' })
  place!: number;

  @Field(() => String, { nullable: true, description: IDEMPOTENCY_KEY })
  idempotencyKey?: string | null;
}

@ObjectType({ description: 'The card where it stands now, or why it stays.' })
export class GuidanceCardMovePayload {
  @Field(() => GuidanceCardType, { nullable: true, description: 'The card that was moved.' })
  guidanceCard!: GuidanceCardType | null;

  @Field(() => [UserError], { description: 'Why nothing was changed; empty when it was.' })
  userErrors!: UserError[];
}

@ObjectType({ description: 'A card as it is kept, or why it is not.' })
export class GuidanceCardSavePayload {
  @Field(() => GuidanceCardType, { nullable: true, description: 'The card as it is kept.' })
  guidanceCard!: GuidanceCardType | null;

  @Field(() => [UserError], { description: 'Why nothing was changed; empty when it was.' })
  userErrors!: UserError[];
}

@ObjectType({ description: 'Whether a card was removed.' })
export class GuidanceCardRemovePayload {
  @Field(() => ID, { nullable: true, description: 'Id of the card that is gone.' })
  removedId!: string | null;

  @Field(() => [UserError], { description: 'Why nothing was changed; empty when it was.' })
  userErrors!: UserError[];
}
