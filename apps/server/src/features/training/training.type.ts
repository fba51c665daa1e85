import {
  ASSESSMENT_LABELS,
  ASSESSMENTS,
  EXPERIENCE_LABELS,
  EXPERIENCES,
  TRAINING_CLASS_LABELS,
  TRAINING_CLASSES,
} from '@huiyin/domain';
import { Field, Float, ID, Int, ObjectType } from 'type-graphql';
import { domainEnum } from '../../graphql/enums.ts';
import { ComplaintReference, MemberReference } from '../../graphql/references.ts';
import { LocalDate } from '../../graphql/scalars.ts';

export const TrainingClassEnum = domainEnum({
  name: 'TrainingClass',
  description: 'By whom a training is arranged, and to what end.',
  codes: TRAINING_CLASSES,
  labels: TRAINING_CLASS_LABELS,
});
export const ExperienceEnum = domainEnum({
  name: 'TrainingExperience',
  description: 'Whether somebody is new in the work.',
  codes: EXPERIENCES,
  labels: EXPERIENCE_LABELS,
});
export const AssessmentEnum = domainEnum({
  name: 'TrainingAssessment',
  description: 'What the assessment came to.',
  codes: ASSESSMENTS,
  labels: ASSESSMENT_LABELS,
});

@ObjectType('TrainingAttendance', { description: 'Somebody who took part in a training.' })
export class TrainingAttendanceType {
  @Field(() => MemberReference, {
    nullable: true,
    description: 'The member that it was; null: somebody without a sign-in here.',
  })
  member!: MemberReference | null;

  @Field(() => String, { description: 'Name.' })
  name!: string;

  @Field(() => ExperienceEnum, { description: 'Whether they are new in the work.' })
  experience!: keyof typeof ExperienceEnum;

  @Field(() => AssessmentEnum, { description: 'What the assessment came to.' })
  assessment!: keyof typeof AssessmentEnum;

  @Field(() => String, { nullable: true, description: 'Certificate that they got; null: none.' })
  certificate!: string | null;

  @Field(() => LocalDate, { nullable: true, description: 'Its last day; null: it does not end.' })
  expiresOn!: string | null;
}

@ObjectType('Training', { description: 'A training session as it was held.' })
export class TrainingType {
  @Field(() => ID, { description: 'Id by which it is changed or removed.' })
  id!: string;

  @Field(() => Int, {
    description: 'Number of changes so far: give it with a mutation to be told of another one.',
  })
  version!: number;

  @Field(() => TrainingClassEnum, { description: 'Its class.' })
  class!: keyof typeof TrainingClassEnum;

  @Field(() => String, { description: 'What it was about.' })
  topic!: string;

  @Field(() => LocalDate, { description: 'On which day it was held.' })
  heldOn!: string;

  @Field(() => Float, { description: 'How long it was, in hours with one decimal.' })
  hours!: number;

  @Field(() => String, { description: 'Who taught; empty when not said.' })
  trainer!: string;

  @Field(() => ComplaintReference, {
    nullable: true,
    description: 'The complaint whose lesson it answers; null: none, or one that only few may know of.',
  })
  complaint!: ComplaintReference | null;

  @Field(() => [TrainingAttendanceType], { description: 'Who took part, in the order written down.' })
  attendances!: TrainingAttendanceType[];
}

@ObjectType('TrainingFigures', { description: 'What a class of training came to in a span of days.' })
export class TrainingFiguresType {
  @Field(() => TrainingClassEnum, { description: 'Class.' })
  trainingClass!: keyof typeof TrainingClassEnum;

  @Field(() => String, { description: "What the class is called in the caller's language." })
  label!: string;

  @Field(() => Int, { description: 'Sessions held.' })
  sessions!: number;

  @Field(() => Int, { description: 'People who took part, as often as they did.' })
  people!: number;

  @Field(() => Int, { description: 'Of them, people new in the work.' })
  newPeople!: number;

  @Field(() => Float, { description: 'Hours of the sessions.' })
  hours!: number;

  @Field(() => Float, { description: 'Hours of everybody in them together.' })
  personHours!: number;

  @Field(() => Int, { description: 'People who were assessed.' })
  assessed!: number;

  @Field(() => Int, { description: 'Of them, people who passed.' })
  passed!: number;

  @Field(() => String, {
    nullable: true,
    description: 'Percent of those assessed who passed, with two decimals; null when nobody was.',
  })
  passRate!: string | null;

  @Field(() => Int, { description: 'Certificates whose last day lies in the span.' })
  expiring!: number;
}

@ObjectType('TrainingCertificate', { description: 'A certificate with its last day.' })
export class TrainingCertificateType {
  @Field(() => String, { description: 'Whose it is.' })
  name!: string;

  @Field(() => String, { description: 'What it is called.' })
  certificate!: string;

  @Field(() => TrainingClassEnum, { description: 'Class of the training that it came from.' })
  trainingClass!: keyof typeof TrainingClassEnum;

  @Field(() => LocalDate, { description: 'Its last day.' })
  expiresOn!: string;
}

@ObjectType('TrainingRecord', { description: 'The training of a span of days.' })
export class TrainingRecordType {
  @Field(() => [TrainingType], { description: 'Sessions, latest first, at most 2,000.' })
  sessions!: TrainingType[];

  @Field(() => [TrainingFiguresType], { description: 'Figures, one a class.' })
  figures!: TrainingFiguresType[];

  @Field(() => [TrainingCertificateType], {
    description:
      'Certificates that have ended within 90 days or end within the next 90, the next to end first.',
  })
  due!: TrainingCertificateType[];
}
