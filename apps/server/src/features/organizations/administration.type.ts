import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { DurationUnitEnum, MomentEnum } from '../../graphql/deadline-rule.ts';
import { RoleEnum } from '../../graphql/enums.ts';
import { IDEMPOTENCY_KEY } from '../../graphql/idempotency-key.ts';
import { LocalDate } from '../../graphql/scalars.ts';
import { UserError } from '../../graphql/user-error.ts';
import { DepartmentType, MemberType, OrganizationType } from './organization.type.ts';

@InputType({ description: 'Changes what the office works by; what is absent stays as it is.' })
export class OrganizationSetInput {
  @Field(() => Int, {
    nullable: true,
    description: 'Days after closing within which a complaint can be reopened.',
  })
  reopenWithinDays?: number | null;

  @Field(() => Int, {
    nullable: true,
    description: 'Days without activity after which a case goes to the supervisor.',
  })
  untouchedDays?: number | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether answers need approval before they go out.' })
  answerNeedsApproval?: boolean | null;

  @Field(() => String, { nullable: true, description: 'When the working day begins, `HH:mm`.' })
  openOfBusiness?: string | null;

  @Field(() => String, { nullable: true, description: 'When the working day ends, `HH:mm`.' })
  closeOfBusiness?: string | null;

  @Field(() => Boolean, {
    nullable: true,
    description:
      'Whether a period in days that ends on a weekend moves on, as it does from a statutory holiday.',
  })
  weekendMovesLastDay?: boolean | null;

  @Field(() => String, { nullable: true, description: IDEMPOTENCY_KEY })
  idempotencyKey?: string | null;
}

@InputType({
  description: 'Confirms a rule whose text was not checked at its source; with other values, corrects it.',
})
export class DeadlineRuleCorrectInput {
  @Field(() => String, { description: 'Code of the rule: `property.answer@2003-09-01`.' })
  code!: string;

  @Field(() => String, { description: 'Where the organisation found it written.' })
  source!: string;

  @Field(() => Int, { nullable: true, description: 'How long it really is; as it stands when absent.' })
  amount?: number | null;

  @Field(() => DurationUnitEnum, { nullable: true, description: 'In what; as it stands when absent.' })
  unit?: keyof typeof DurationUnitEnum | null;

  @Field(() => LocalDate, { nullable: true, description: 'First day in force; as it stands when absent.' })
  effectiveFrom?: string | null;

  @Field(() => LocalDate, { nullable: true, description: 'Last day in force; as it stands when absent.' })
  effectiveTo?: string | null;

  @Field(() => String, { nullable: true, description: IDEMPOTENCY_KEY })
  idempotencyKey?: string | null;
}

@InputType({
  description: "Adds a promise of the organisation's own: tighter than a limit, or about what has none.",
})
export class DeadlineRulePromiseInput {
  @Field(() => String, {
    nullable: true,
    description: 'Clock that it tightens: `acceptance`; absent for one of its own.',
  })
  clock?: string | null;

  @Field(() => String, { description: 'What the promise is called: a service commitment, a contract.' })
  name!: string;

  @Field(() => MomentEnum, {
    nullable: true,
    description: "What starts it; the clock's own when it tightens one.",
  })
  startsOn?: string | null;

  @Field(() => [MomentEnum], {
    nullable: true,
    description: "What ends it; the clock's own when it tightens one.",
  })
  endsOn?: string[] | null;

  @Field(() => Int, { description: 'How long.' })
  amount!: number;

  @Field(() => DurationUnitEnum, { description: 'In what.' })
  unit!: keyof typeof DurationUnitEnum;

  @Field(() => LocalDate, {
    nullable: true,
    description: 'First day on which clocks start by it; today when absent.',
  })
  effectiveFrom?: string | null;

  @Field(() => String, { nullable: true, description: IDEMPOTENCY_KEY })
  idempotencyKey?: string | null;
}

@InputType({ description: "Ends a promise of the organisation's own; clocks that run keep it." })
export class DeadlineRuleEndPromiseInput {
  @Field(() => String, { description: 'Code of the promise.' })
  code!: string;

  @Field(() => String, { nullable: true, description: IDEMPOTENCY_KEY })
  idempotencyKey?: string | null;
}

@InputType({ description: 'A department or site; of one that there is, what is absent stays as it is.' })
export class DepartmentSaveInput {
  @Field(() => ID, { nullable: true, description: 'Global id of one that there is; absent: a new one.' })
  id?: string | null;

  @Field(() => String, { nullable: true, description: 'Name; required of a new one.' })
  name?: string | null;

  @Field(() => String, { nullable: true, description: 'Name in English; null takes it away.' })
  nameEn?: string | null;

  @Field(() => String, {
    nullable: true,
    description: "Code of its kind, of the sector's list; null takes it away.",
  })
  kind?: string | null;

  @Field(() => ID, { nullable: true, description: 'The department it is a part of; null takes it out.' })
  parentId?: string | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether work can be given to it.' })
  active?: boolean | null;

  @Field(() => String, { nullable: true, description: IDEMPOTENCY_KEY })
  idempotencyKey?: string | null;
}

@InputType({ description: 'Changes what a member is; what is absent stays as it is.' })
export class MemberChangeInput {
  @Field(() => ID, { description: 'Global id of the member.' })
  id!: string;

  @Field(() => String, { nullable: true, description: 'Name.' })
  name?: string | null;

  @Field(() => RoleEnum, { nullable: true, description: 'Role.' })
  role?: keyof typeof RoleEnum | null;

  @Field(() => ID, { nullable: true, description: 'Department they belong to; null takes them out of it.' })
  departmentId?: string | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether they work here: who does not cannot sign in.',
  })
  active?: boolean | null;

  @Field(() => String, { nullable: true, description: IDEMPOTENCY_KEY })
  idempotencyKey?: string | null;
}

@ObjectType()
abstract class AdministrationPayload {
  @Field(() => OrganizationType, { nullable: true, description: 'The organisation as it stands now.' })
  organization!: OrganizationType | null;

  @Field(() => [UserError], { description: 'Why nothing was changed; empty when it was.' })
  userErrors!: UserError[];
}

@ObjectType({ description: 'The organisation with its settings, or why they were not changed.' })
export class OrganizationSetPayload extends AdministrationPayload {}

@ObjectType({ description: 'The organisation with its rules, or why the rule was not confirmed.' })
export class DeadlineRuleCorrectPayload extends AdministrationPayload {}

@ObjectType({ description: 'The organisation with its rules, or why there is no such promise.' })
export class DeadlineRulePromisePayload extends AdministrationPayload {
  @Field(() => String, {
    nullable: true,
    description: 'Code under which the promise stands among the rules.',
  })
  code!: string | null;
}

@ObjectType({ description: 'The organisation with its rules, or why the promise was not ended.' })
export class DeadlineRuleEndPromisePayload extends AdministrationPayload {}

@ObjectType({ description: 'The department as it stands now, or why it was not saved.' })
export class DepartmentSavePayload extends AdministrationPayload {
  @Field(() => DepartmentType, { nullable: true, description: 'The department.' })
  department!: DepartmentType | null;
}

@ObjectType({ description: 'The member as they stand now, or why they were not changed.' })
export class MemberChangePayload extends AdministrationPayload {
  @Field(() => MemberType, { nullable: true, description: 'The member.' })
  member!: MemberType | null;
}
