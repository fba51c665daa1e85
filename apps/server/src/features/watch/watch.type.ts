import { Field, Float, Int, ObjectType } from 'type-graphql';
import { ComplaintReference } from '../../graphql/references.ts';
import { Term } from '../../graphql/values.ts';

@ObjectType('ProhibitionCount', {
  description: 'Something by which it is seen whether the three prohibitions are kept, of the last 30 days.',
})
export class ProhibitionCountType {
  @Field(() => Term, { description: 'What is counted.' })
  what!: Term;

  @Field(() => Int, { description: 'How often it happened.' })
  count!: number;

  @Field(() => String, { description: 'Its complaints, for `ComplaintFilterInput.figure`.' })
  cases!: string;
}

@ObjectType('WatchedRise', {
  description:
    'Something that the sector watches whose complaints rose beyond chance in the last four weeks, against the year before.',
})
export class WatchedRiseType {
  @Field(() => Term, { description: 'What is watched.' })
  watch!: Term;

  @Field(() => String, {
    description: "Which of it: a department, a stage of treatment; in the caller's language.",
  })
  name!: string;

  @Field(() => Int, { description: 'Received in the last four weeks.' })
  count!: number;

  @Field(() => Int, { description: 'Received in the fifty-two weeks before them.' })
  before!: number;

  @Field(() => Float, { description: 'What the year before lets expect of four weeks.' })
  expected!: number;

  @Field(() => Float, {
    description:
      'How likely chance alone brings so many, 0 to 1: the exact conditional test of two Poisson counts.',
  })
  chance!: number;

  @Field(() => String, { description: 'The same in words, with the method.' })
  reason!: string;

  @Field(() => String, {
    description: 'Opens onto exactly these complaints: `complaints(filter: {figure})`.',
  })
  cases!: string;
}

@ObjectType('WatchedMatter', {
  description:
    'Single matters that the sector brings before those who lead: a batch complained of again and again, records to be opened.',
})
export class WatchedMatterType {
  @Field(() => Term, { description: 'What is watched.' })
  watch!: Term;

  @Field(() => String, { description: 'Which of it: a batch, the number of a complaint.' })
  name!: string;

  @Field(() => String, { description: "Why it stands here, in the caller's language." })
  reason!: string;

  @Field(() => [ComplaintReference], {
    description: 'The complaints it is about, the latest first; fifty at most.',
  })
  complaints!: ComplaintReference[];
}
