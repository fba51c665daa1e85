import {
  VISIT_REASON_LABELS,
  VISIT_REASONS,
  VISIT_STATE_LABELS,
  VISIT_STATES,
  VISIT_TARGET_LABELS,
  VISIT_TARGETS,
} from '@huiyin/domain';
import { Field, ID, Int, ObjectType } from 'type-graphql';
import { domainEnum } from '../../graphql/enums.ts';
import { MemberReference } from '../../graphql/references.ts';
import { LocalDate } from '../../graphql/scalars.ts';

export const VisitTargetEnum = domainEnum({
  name: 'VisitTarget',
  description: 'What is visited.',
  codes: VISIT_TARGETS,
  labels: VISIT_TARGET_LABELS,
});
export const VisitReasonEnum = domainEnum({
  name: 'VisitReason',
  description: 'Why a visit was planned.',
  codes: VISIT_REASONS,
  labels: VISIT_REASON_LABELS,
});
export const VisitStateEnum = domainEnum({
  name: 'VisitState',
  description: 'How a visit stands today.',
  codes: VISIT_STATES,
  labels: VISIT_STATE_LABELS,
});

@ObjectType('VisitFollowUp', { description: 'Something to be put right after a visit.' })
export class VisitFollowUpType {
  @Field(() => ID, { description: 'Id by which it is said to be done.' })
  id!: string;

  @Field(() => String, { description: 'What.' })
  text!: string;

  @Field(() => MemberReference, { description: 'Who sees to it.' })
  owner!: MemberReference;

  @Field(() => LocalDate, { description: 'Its last day.' })
  dueOn!: string;

  @Field(() => LocalDate, { nullable: true, description: 'When it was done; null: not yet.' })
  doneOn!: string | null;

  @Field(() => Boolean, { description: 'Whether its last day is over and it is not done.' })
  overdue!: boolean;
}

@ObjectType('VisitSubject', {
  description: 'The respondent, department or site that is visited, as the organisation keeps it.',
})
export class VisitSubjectType {
  @Field(() => ID, { description: 'Global id of the `Respondent`, `Department` or `Site`.' })
  id!: string;

  @Field(() => String, { description: 'What it is called now; of a site with what it is a part of.' })
  name!: string;

  @Field(() => String, { description: 'Filter `figure` of `complaints` that gives its complaints.' })
  cases!: string;
}

@ObjectType('VisitProposal', { description: 'Whom or what a figure would have visited.' })
export class VisitProposalType {
  @Field(() => VisitTargetEnum, { description: 'What kind of thing it is.' })
  target!: keyof typeof VisitTargetEnum;

  @Field(() => String, { description: 'Whom or what, by name.' })
  name!: string;

  @Field(() => VisitSubjectType, {
    nullable: true,
    description: 'What is meant, where the organisation keeps it.',
  })
  subject!: VisitSubjectType | null;
}

@ObjectType('Visit', { description: 'A preventive visit: planned, or made with what was found.' })
export class VisitType {
  @Field(() => ID, { description: 'Id by which it is changed and recorded.' })
  id!: string;

  @Field(() => Int, {
    description: 'Number of changes so far: give it with a mutation to be told of another one.',
  })
  version!: number;

  @Field(() => VisitTargetEnum, { description: 'What kind of thing is visited.' })
  target!: keyof typeof VisitTargetEnum;

  @Field(() => String, { description: 'Whom or what, by name.' })
  name!: string;

  @Field(() => VisitSubjectType, {
    nullable: true,
    description: 'What is meant, where the organisation keeps it.',
  })
  subject!: VisitSubjectType | null;

  @Field(() => VisitReasonEnum, { description: 'What it was planned from.' })
  reason!: keyof typeof VisitReasonEnum;

  @Field(() => String, { description: 'Why, in words, as it was known when it was planned.' })
  why!: string;

  @Field(() => MemberReference, { description: 'Who goes.' })
  member!: MemberReference;

  @Field(() => LocalDate, { description: 'The day it is planned for.' })
  plannedOn!: string;

  @Field(() => LocalDate, { nullable: true, description: 'The day it was made; null: not yet.' })
  doneOn!: string | null;

  @Field(() => VisitStateEnum, { description: 'How it stands today.' })
  state!: keyof typeof VisitStateEnum;

  @Field(() => [String], { description: 'What was found, one by one.' })
  findings!: string[];

  @Field(() => [VisitFollowUpType], { description: 'What is to be put right.' })
  followUps!: VisitFollowUpType[];
}
