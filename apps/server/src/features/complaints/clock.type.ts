import { Field, ID, Int, ObjectType } from 'type-graphql';
import { domainEnum } from '../../graphql/enums.ts';
import { DateTime, LocalDate } from '../../graphql/scalars.ts';

export const ClockStateEnum = domainEnum({
  name: 'ClockState',
  description: 'Where a clock stands.',
  codes: ['RUNNING', 'PAUSED', 'MET', 'OVERDUE', 'ENDED_LATE', 'CANCELLED'],
  labels: {
    RUNNING: { zh: '计时中', en: 'Running' },
    PAUSED: { zh: '已中止', en: 'Paused' },
    MET: { zh: '按时完成', en: 'Met' },
    OVERDUE: { zh: '已超期', en: 'Overdue' },
    ENDED_LATE: { zh: '超期完成', en: 'Ended late' },
    CANCELLED: { zh: '不再适用', en: 'Cancelled' },
  },
});

export const DurationUnitEnum = domainEnum({
  name: 'DurationUnit',
  description: 'In what a limit is measured.',
  codes: ['HOURS', 'DAYS', 'WORKING_DAYS'],
  labels: {
    HOURS: { zh: '小时', en: 'Hours' },
    DAYS: { zh: '日', en: 'Calendar days' },
    WORKING_DAYS: { zh: '工作日', en: "Working days of the State Council's calendar" },
  },
});

@ObjectType('DeadlineRule', {
  description: 'One version of one limit, as it was in force when its clock started.',
})
export class DeadlineRuleType {
  @Field(() => String, { description: 'Stable identifier of this version.' })
  code!: string;

  @Field(() => Int, { description: 'How long.' })
  amount!: number;

  @Field(() => DurationUnitEnum, { description: 'In what.' })
  unit!: keyof typeof DurationUnitEnum;

  @Field(() => String, { description: "Regulation in which it stands, in the caller's language." })
  regulation!: string;

  @Field(() => String, { nullable: true, description: 'Article.' })
  article!: string | null;

  @Field(() => String, { nullable: true, description: 'Where the text can be read.' })
  url!: string | null;

  @Field(() => LocalDate, { description: 'First day in force.' })
  effectiveFrom!: string;

  @Field(() => LocalDate, { nullable: true, description: 'Last day in force; null while it is.' })
  effectiveTo!: string | null;

  @Field(() => Boolean, { description: 'Whether the text was checked at its source; show it when not.' })
  confirmed!: boolean;
}

@ObjectType('ClockChange', { description: 'A change of a clock, with its reason.' })
export class ClockChangeType {
  @Field(() => DateTime, { description: 'When.' })
  at!: string;

  @Field(() => String, { description: 'Why.' })
  reason!: string;

  @Field(() => DateTime, { description: 'When it was due before.' })
  dueBefore!: string;

  @Field(() => DateTime, { description: 'When it was due after.' })
  dueAfter!: string;
}

@ObjectType('Clock', { description: 'A statutory or contractual limit that runs, or ran, on a complaint.' })
export class ClockType {
  @Field(() => ID, { description: 'Identifier within the complaint.' })
  id!: string;

  @Field(() => String, { description: "Its name in the caller's language." })
  label!: string;

  @Field(() => ClockStateEnum, { description: 'Where it stands.' })
  state!: keyof typeof ClockStateEnum;

  @Field(() => DateTime, { description: 'When it started.' })
  startedAt!: string;

  @Field(() => DateTime, { description: 'When it runs out; while paused, when it would if resumed at once.' })
  dueAt!: string;

  @Field(() => Boolean, { description: 'Whether the calendar of that year is not published yet.' })
  provisional!: boolean;

  @Field(() => DateTime, { nullable: true, description: 'When it ended.' })
  endedAt!: string | null;

  @Field(() => String, { description: "Why it is due then, in the caller's language." })
  explanation!: string;

  @Field(() => DeadlineRuleType, { description: 'The rule it froze.' })
  rule!: DeadlineRuleType;

  @Field(() => [ClockChangeType], { description: 'Every later change.' })
  changes!: ClockChangeType[];
}
