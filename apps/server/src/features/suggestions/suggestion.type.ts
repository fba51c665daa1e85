import { Field, Float, InputType, Int, ObjectType } from 'type-graphql';
import { ChannelEnum } from '../../graphql/enums.ts';
import { IDEMPOTENCY_KEY } from '../../graphql/idempotency-key.ts';
import { DateTime } from '../../graphql/scalars.ts';
import { UserError } from '../../graphql/user-error.ts';
import { Term } from '../../graphql/values.ts';

@InputType({ description: 'A matter as far as it is written down.' })
export class SuggestionsInput {
  @Field(() => String, { description: 'What was said.' })
  content!: string;

  @Field(() => ChannelEnum, { description: 'How it came in.' })
  channel!: keyof typeof ChannelEnum;
}

@ObjectType('SuggestedCategory', { description: 'A category that closed cases like this one had.' })
export class SuggestedCategoryType {
  @Field(() => Term, { description: 'The category.' })
  category!: Term;

  @Field(() => Float, { description: 'How likely it is, from 0 to 1.' })
  chance!: number;

  @Field(() => [String], { description: 'Words of the matter that spoke for it, the strongest first.' })
  words!: string[];
}

@ObjectType('SuggestedHint', { description: 'What closed cases with these words often turned out to be.' })
export class SuggestedHintType {
  @Field(() => Float, { description: 'How likely it is, from 0 to 1.' })
  chance!: number;

  @Field(() => [String], { description: 'Words of the matter that spoke for it, the strongest first.' })
  words!: string[];
}

@ObjectType('Suggestions', {
  description:
    "What the organisation's own closed cases suggest of a matter. Nothing follows from it by itself.",
})
export class SuggestionsType {
  @Field(() => [SuggestedCategoryType], {
    description: 'At most three, the likeliest first; empty when unsure, and before enough cases are closed.',
  })
  categories!: SuggestedCategoryType[];

  @Field(() => SuggestedHintType, {
    nullable: true,
    description: 'Cases like it were often escalated: a limit or a promise was missed, or nothing was done.',
  })
  urgent!: SuggestedHintType | null;

  @Field(() => SuggestedHintType, {
    nullable: true,
    description: 'Cases like it often came from several people together, or were one of an incident.',
  })
  grouped!: SuggestedHintType | null;
}

@ObjectType('SuggestionAccuracy', {
  description: 'Learned from the older four fifths, asked about the newest fifth. Shares from 0 to 1.',
})
export class SuggestionAccuracyType {
  @Field(() => Int, { description: 'Cases asked about.' })
  asked!: number;

  @Field(() => Float, { description: 'Whose category is the likeliest.' })
  first!: number;

  @Field(() => Float, { description: 'Whose category is among the three likeliest.' })
  firstThree!: number;

  @Field(() => Float, { description: 'Whose category is the most frequent: the same said of every case.' })
  mostFrequent!: number;

  @Field(() => Float, { description: 'Of which something is said at all.' })
  said!: number;

  @Field(() => Float, { description: 'Of these, what is right.' })
  saidRight!: number;
}

@ObjectType('SuggestionLearning', { description: 'What suggestions are made from, and how they are taken.' })
export class SuggestionLearningType {
  @Field(() => DateTime, { nullable: true, description: 'When it was learned last; null: never.' })
  learnedAt!: string | null;

  @Field(() => Boolean, { description: 'Whether it is being learned now.' })
  learning!: boolean;

  @Field(() => Int, { description: 'Closed cases that could be learned from then.' })
  cases!: number;

  @Field(() => Int, { description: 'Closed cases without which nothing is suggested.' })
  leastCases!: number;

  @Field(() => SuggestionAccuracyType, {
    nullable: true,
    description: 'How good it is; null: too few cases.',
  })
  accuracy!: SuggestionAccuracyType | null;

  @Field(() => Int, { description: 'Suggestions that were chosen.' })
  taken!: number;

  @Field(() => Int, { description: 'Suggestions in place of which something else was chosen.' })
  other!: number;
}

@InputType({ description: 'Asks for learning anew.' })
export class SuggestionsTrainInput {
  @Field(() => String, { nullable: true, description: IDEMPOTENCY_KEY })
  idempotencyKey?: string | null;
}

@ObjectType({ description: 'What is known so far, or why nothing is learned.' })
export class SuggestionsTrainPayload {
  @Field(() => SuggestionLearningType, { nullable: true, description: 'It goes on in the background.' })
  suggestionLearning!: SuggestionLearningType | null;

  @Field(() => [UserError], { description: 'Why nothing is learned; empty when it is.' })
  userErrors!: UserError[];
}

@InputType({ description: 'What became of a suggestion.' })
export class SuggestionRecordInput {
  @Field(() => String, { description: 'Code of the category that was suggested first.' })
  suggested!: string;

  @Field(() => String, { description: 'Code of the category that was chosen.' })
  chosen!: string;

  @Field(() => String, { nullable: true, description: IDEMPOTENCY_KEY })
  idempotencyKey?: string | null;
}

@ObjectType({ description: 'What is counted so far, or why this was not.' })
export class SuggestionRecordPayload {
  @Field(() => SuggestionLearningType, { nullable: true, description: 'With the new count.' })
  suggestionLearning!: SuggestionLearningType | null;

  @Field(() => [UserError], { description: 'Why it was not; empty when it was.' })
  userErrors!: UserError[];
}
