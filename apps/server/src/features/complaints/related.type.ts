import { Field, ID, InputType, ObjectType } from 'type-graphql';
import { ComplaintType } from './complaint.type.ts';

@ObjectType('RelatedComplaints', {
  description:
    'Other complaints that shed light on one, a few of each kind; none that the caller may not see.',
})
export class RelatedComplaintsType {
  @Field(() => [ComplaintType], {
    description:
      'Of the same complainant, newest first; empty unless the caller is shown who complained in both.',
  })
  sameComplainant!: ComplaintType[];

  @Field(() => [ComplaintType], { description: 'About the same respondent, newest first.' })
  sameRespondent!: ComplaintType[];

  @Field(() => [ComplaintType], {
    description: 'Alike in their words, of about the same time; most alike first.',
  })
  similar!: ComplaintType[];
}

@InputType({ description: 'A matter as far as it is written down.' })
export class SimilarComplaintsInput {
  @Field(() => String, { description: 'What was said.' })
  content!: string;

  @Field(() => String, { nullable: true, description: "Code of the sector's categories." })
  category?: string | null;

  @Field(() => String, { nullable: true, description: 'Name of the respondent.' })
  respondentName?: string | null;
}

@ObjectType('KnownComplainant', { description: 'Somebody who has complained by name before.' })
export class KnownComplainantType {
  @Field(() => ID, { description: 'Global id.' })
  id!: string;

  @Field(() => String, { nullable: true, description: 'Name; null when unknown.' })
  name!: string | null;

  @Field(() => String, { nullable: true, description: 'Telephone; null when unknown.' })
  phone!: string | null;

  @Field(() => [ComplaintType], { description: 'Their latest complaints by name, newest first.' })
  complaints!: ComplaintType[];
}
