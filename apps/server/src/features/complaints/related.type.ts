import { Field, Float, ID, InputType, ObjectType } from 'type-graphql';
import { ComplaintDetailsInput } from '../../graphql/sector-types.ts';
import { ComplaintType } from './complaint.type.ts';

@ObjectType('SimilarComplaint', {
  description: 'A complaint that may be about the same trouble. Nothing follows from it by itself.',
})
export class SimilarComplaintType {
  @Field(() => ComplaintType, { description: 'The complaint.' })
  complaint!: ComplaintType;

  @Field(() => Float, { description: 'How likely it is about the same trouble, from 0 to 1.' })
  likeness!: number;

  @Field(() => Boolean, {
    description: 'Whether it is likely; otherwise it is a perhaps, of which more are wrong than right.',
  })
  likely!: boolean;

  @Field(() => String, { description: "Why it is taken for alike, in the caller's language." })
  why!: string;
}

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

  @Field(() => [SimilarComplaintType], {
    description:
      'Perhaps about the same trouble: alike in words, person, party, place and time; most alike first.',
  })
  similar!: SimilarComplaintType[];
}

@InputType({ description: 'A matter as far as it is written down.' })
export class SimilarComplaintsInput {
  @Field(() => String, { description: 'What was said.' })
  content!: string;

  @Field(() => String, { nullable: true, description: "Code of the sector's categories." })
  category?: string | null;

  @Field(() => String, { nullable: true, description: 'Name of the respondent.' })
  respondentName?: string | null;

  @Field(() => ID, {
    nullable: true,
    description: 'Global id of the caller, where the office knows them (`knownComplainants`).',
  })
  complainantId?: string | null;

  @Field(() => ComplaintDetailsInput, { nullable: true, description: 'What the sector keeps beside this.' })
  details?: ComplaintDetailsInput | null;
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
