import { EFFECT_VERDICT_LABELS, EFFECT_VERDICTS } from '@huiyin/domain';
import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { connectionType } from '../../graphql/connection.ts';
import { domainEnum } from '../../graphql/enums.ts';
import { Node } from '../../graphql/node.ts';
import { ComplaintReference, DepartmentReference, MemberReference } from '../../graphql/references.ts';
import { LocalDate } from '../../graphql/scalars.ts';
import { Term } from '../../graphql/values.ts';

export const CorrectiveActionStateEnum = domainEnum({
  name: 'CorrectiveActionState',
  description: 'How far a corrective action is.',
  codes: ['OPEN', 'OVERDUE', 'COMPLETED'],
  labels: {
    OPEN: { zh: '进行中', en: 'Open, and not past its due date' },
    OVERDUE: { zh: '已逾期', en: 'Past its due date and not completed' },
    COMPLETED: { zh: '已完成', en: 'Completed' },
  },
});

const EffectVerdictEnum = domainEnum({
  name: 'CorrectiveActionVerdict',
  description: 'Whether a corrective action worked, beyond what chance brings.',
  codes: EFFECT_VERDICTS,
  labels: EFFECT_VERDICT_LABELS,
});

@ObjectType('CorrectiveActionEffect', {
  description:
    'What came of a completed action: complaints of the same cause, about the same department or party where one is stated, in the 90 days before it was planned and the 90 days after it was completed.',
})
export class CorrectiveActionEffectType {
  @Field(() => EffectVerdictEnum, { description: 'By an exact test of the two counts.' })
  verdict!: keyof typeof EffectVerdictEnum;

  @Field(() => String, { description: "The verdict in a word, in the caller's language." })
  label!: string;

  @Field(() => String, { description: "Why, with the counts; in the caller's language." })
  reason!: string;

  @Field(() => Int, { description: 'Received in the 90 days before it was planned.' })
  before!: number;

  @Field(() => Int, {
    description: 'Received in the 90 days after it was completed, as far as they are over.',
  })
  after!: number;

  @Field(() => String, { description: 'The complaints before, for `ComplaintFilterInput.figure`.' })
  casesBefore!: string;

  @Field(() => String, { description: 'The complaints after, for `ComplaintFilterInput.figure`.' })
  casesAfter!: string;
}

@ObjectType('PlannedAction', {
  implements: Node,
  description: 'A corrective action of a complaint in the list of all of them; whoever complained is masked.',
})
export class PlannedActionType extends Node {
  @Field(() => String, { description: 'What `complaintCompleteAction` takes as `actionId`.' })
  key!: string;

  @Field(() => ComplaintReference, { description: 'The complaint that it was planned for.' })
  complaint!: ComplaintReference;

  @Field(() => Int, { description: 'Version of the complaint: complete the action on this one.' })
  version!: number;

  @Field(() => String, { description: 'What the complaint is about.' })
  title!: string;

  @Field(() => String, { description: 'What is to be done.' })
  text!: string;

  @Field(() => CorrectiveActionStateEnum, { description: 'How far it is.' })
  state!: keyof typeof CorrectiveActionStateEnum;

  @Field(() => MemberReference, { nullable: true, description: 'Who sees to it.' })
  owner!: MemberReference | null;

  @Field(() => DepartmentReference, { nullable: true, description: 'Department that sees to it.' })
  department!: DepartmentReference | null;

  @Field(() => LocalDate, { description: 'Day by which it is to be done.' })
  dueOn!: string;

  @Field(() => LocalDate, { description: 'Day on which it was planned.' })
  plannedOn!: string;

  @Field(() => LocalDate, {
    nullable: true,
    description: 'Day on which it was completed; null while it is not.',
  })
  completedOn!: string | null;

  @Field(() => String, { nullable: true, description: 'What shows that it was done and worked.' })
  proof!: string | null;

  @Field(() => [Term], { description: 'Causes stated of the complaint.' })
  causes!: Term[];

  @Field(() => CorrectiveActionEffectType, {
    nullable: true,
    description: 'What came of it; null while it is not completed, or where no cause is stated.',
  })
  effect!: CorrectiveActionEffectType | null;

  @Field(() => Boolean, { description: 'Whether the caller may say now that it is done.' })
  completable!: boolean;
}

@ObjectType({
  description: 'Corrective actions, those due first before the others, what was completed last.',
})
export class PlannedActionConnection extends connectionType(PlannedActionType, 'PlannedAction') {}

@InputType({ description: 'Which corrective actions; what is absent narrows nothing.' })
export class CorrectiveActionFilterInput {
  @Field(() => [CorrectiveActionStateEnum], {
    nullable: true,
    description: 'How far they are: any of these.',
  })
  states?: (keyof typeof CorrectiveActionStateEnum)[] | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Only those that the caller sees to, or the department that they lead.',
  })
  mine?: boolean | null;

  @Field(() => Boolean, {
    nullable: true,
    description:
      "Only those that the caller leads: of a lead's department, of the whole office for a supervisor.",
  })
  led?: boolean | null;

  @Field(() => ID, { nullable: true, description: 'Global id of the member who sees to them.' })
  memberId?: string | null;

  @Field(() => ID, { nullable: true, description: 'Global id of the department, its members included.' })
  departmentId?: string | null;

  @Field(() => String, { nullable: true, description: 'Code of a cause stated of their complaint.' })
  cause?: string | null;
}
