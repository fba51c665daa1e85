import { Field, Int, ObjectType } from 'type-graphql';
import { StatusEnum } from '../../graphql/enums.ts';
import { ComplaintReference, DepartmentReference, MemberReference } from '../../graphql/references.ts';
import { DateTime, LocalDate } from '../../graphql/scalars.ts';
import { UserError } from '../../graphql/user-error.ts';

@ObjectType('TeamWorkload', { description: 'The open complaints that one person works on, or nobody does.' })
export class TeamWorkloadType {
  @Field(() => MemberReference, { nullable: true, description: 'Who works on them; null: nobody yet.' })
  member!: MemberReference | null;

  @Field(() => DepartmentReference, { nullable: true, description: 'Their department.' })
  department!: DepartmentReference | null;

  @Field(() => Int, { description: 'Open complaints.' })
  open!: number;

  @Field(() => Int, { description: 'Of these: a clock or a promise has run out.' })
  overdue!: number;

  @Field(() => Int, { description: 'Of these: due before `TeamBoard.soonBefore`.' })
  dueSoon!: number;

  @Field(() => Int, { description: 'Of these: they wait for the complainant.' })
  waiting!: number;

  @Field(() => Int, { description: 'Of these: they stand before the supervisor.' })
  attention!: number;
}

@ObjectType('TeamStateCount', { description: 'Open complaints of one state.' })
export class TeamStateCountType {
  @Field(() => StatusEnum, { description: 'The state.' })
  status!: keyof typeof StatusEnum;

  @Field(() => Int, { description: 'How many.' })
  count!: number;
}

@ObjectType('TeamDayCount', { description: 'Open complaints due on one day that have not run out.' })
export class TeamDayCountType {
  @Field(() => LocalDate, { description: 'The day, in Beijing time.' })
  day!: string;

  @Field(() => Int, { description: 'How many.' })
  count!: number;
}

@ObjectType('TeamBoard', {
  description:
    'How the open complaints stand that the caller leads, all of one moment. A department lead sees those of the department, a supervisor all; `complaints` lists the same ones by the filter of each number.',
})
export class TeamBoardType {
  @Field(() => DepartmentReference, {
    nullable: true,
    description: 'The department; null: the whole office.',
  })
  department!: DepartmentReference | null;

  @Field(() => DateTime, { description: 'What is due before this time counts as due soon: two days ahead.' })
  soonBefore!: string;

  @Field(() => Int, { description: 'Open complaints.' })
  open!: number;

  @Field(() => Int, { description: 'A clock or a promise has run out.' })
  overdue!: number;

  @Field(() => Int, { description: 'Due before `soonBefore`, and not run out.' })
  dueSoon!: number;

  @Field(() => Int, { description: 'No clock and no promise runs.' })
  withoutDue!: number;

  @Field(() => Int, { description: 'Given or offered to somebody who has not accepted yet.' })
  handOversWaiting!: number;

  @Field(() => Int, { description: 'Handed over for the third time without progress.' })
  handOversTooMany!: number;

  @Field(() => Int, { description: 'Untouched for longer than the organisation allows.' })
  untouched!: number;

  @Field(() => Int, { description: 'A draft answer waits for approval.' })
  draftsWaiting!: number;

  @Field(() => Int, { description: 'A running clock may still be extended.' })
  extendable!: number;

  @Field(() => [TeamWorkloadType], { description: 'By person: those who have most overdue first.' })
  people!: TeamWorkloadType[];

  @Field(() => [TeamStateCountType], { description: 'By state, in the order of the life of a complaint.' })
  states!: TeamStateCountType[];

  @Field(() => [TeamDayCountType], { description: 'By the day on which they are due, earliest first.' })
  days!: TeamDayCountType[];
}

@ObjectType('AssignmentProspect', {
  description: 'What would become of a complaint if it were assigned: nothing was changed.',
})
export class AssignmentProspectType {
  @Field(() => ComplaintReference, { description: 'The complaint.' })
  complaint!: ComplaintReference;

  @Field(() => Int, { description: 'Its version: assign it on this one.' })
  version!: number;

  @Field(() => String, { description: 'What it is about; the complainant masked.' })
  title!: string;

  @Field(() => MemberReference, { nullable: true, description: 'Who works on it now.' })
  fromMember!: MemberReference | null;

  @Field(() => DepartmentReference, { nullable: true, description: 'Which department works on it now.' })
  fromDepartment!: DepartmentReference | null;

  @Field(() => [UserError], { description: 'Why it would be refused; empty when it would not.' })
  refusals!: UserError[];
}
