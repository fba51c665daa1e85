import { Field, ID, ObjectType } from 'type-graphql';
import { DeadlineRuleType } from '../../graphql/deadline-rule.ts';
import { domainEnum } from '../../graphql/enums.ts';
import { MemberReference } from '../../graphql/references.ts';
import { DateTime } from '../../graphql/scalars.ts';

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

export const ClockChangeKindEnum = domainEnum({
  name: 'ClockChangeKind',
  description: 'What was done to a clock.',
  codes: ['PAUSED', 'RESUMED', 'EXTENDED', 'RECOMPUTED', 'RESELECTED'],
  labels: {
    PAUSED: { zh: '中止', en: 'Stopped' },
    RESUMED: { zh: '恢复', en: 'Runs again; the time it stood still is not counted' },
    EXTENDED: { zh: '延长', en: 'Lengthened, with approval' },
    RECOMPUTED: { zh: '重算', en: 'Computed again by a calendar loaded since' },
    RESELECTED: { zh: '改用规则', en: 'Given another rule, because facts were corrected' },
  },
});

@ObjectType('ClockPause', { description: 'A time during which a clock stood still.' })
export class ClockPauseType {
  @Field(() => String, { description: "Why, in the caller's language." })
  reason!: string;

  @Field(() => DateTime, { description: 'From when.' })
  from!: string;

  @Field(() => DateTime, { nullable: true, description: 'Until when; null while it stands still.' })
  to!: string | null;
}

@ObjectType('ClockChange', { description: 'A change of a clock, with its reason.' })
export class ClockChangeType {
  @Field(() => DateTime, { description: 'When it was changed.' })
  at!: string;

  @Field(() => ClockChangeKindEnum, { description: 'What was done.' })
  kind!: keyof typeof ClockChangeKindEnum;

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

  @Field(() => String, { description: 'Which clock of the sector it is: `acceptance`, `mediation` …' })
  code!: string;

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

  @Field(() => DateTime, {
    nullable: true,
    description: 'When it was met, ended late or cancelled; null while it runs.',
  })
  endedAt!: string | null;

  @Field(() => String, { description: "Why it is due then, in the caller's language." })
  explanation!: string;

  @Field(() => DeadlineRuleType, { description: 'The rule it froze.' })
  rule!: DeadlineRuleType;

  @Field(() => [ClockPauseType], { description: 'Times during which it stood still.' })
  pauses!: ClockPauseType[];

  @Field(() => Boolean, { description: 'Whether it was extended.' })
  extended!: boolean;

  @Field(() => [ClockChangeType], { description: 'Every later change.' })
  changes!: ClockChangeType[];
}

@ObjectType('ExtensionRequest', { description: 'More time that somebody asks those who lead for.' })
export class ExtensionRequestType {
  @Field(() => ClockType, { description: 'The clock that is to be lengthened.' })
  clock!: ClockType;

  @Field(() => String, { description: 'Why more time is needed.' })
  reason!: string;

  @Field(() => MemberReference, { nullable: true, description: 'Who asks; null for a program.' })
  requestedBy!: MemberReference | null;

  @Field(() => DateTime, { description: 'When it was asked for.' })
  at!: string;
}
