import { HOLIDAY_LABELS, HOLIDAYS, PERIOD_KINDS } from '@huiyin/domain';
import { Field, InputType, Int, ObjectType } from 'type-graphql';
import { domainEnum } from '../../graphql/enums.ts';
import { LocalDate } from '../../graphql/scalars.ts';

export const PeriodKindEnum = domainEnum({
  name: 'PeriodKind',
  description: 'What kind of period a report is about.',
  codes: PERIOD_KINDS,
  labels: {
    MONTH: { zh: '月', en: 'Month' },
    QUARTER: { zh: '季度', en: 'Quarter' },
    HALF_YEAR: { zh: '半年', en: 'Half-year' },
    YEAR: { zh: '年', en: 'Year' },
    HOLIDAY: { zh: '假期', en: "Days off by the State Council's notice of the year" },
    SPAN: { zh: '任意起止', en: 'Any days' },
  },
});
export const HolidayEnum = domainEnum({
  name: 'Holiday',
  description: 'A public holiday with days off.',
  codes: HOLIDAYS,
  labels: HOLIDAY_LABELS,
});
@InputType({ description: 'Which period. Give what its kind needs and nothing else.' })
export class PeriodInput {
  @Field(() => PeriodKindEnum, { description: 'Kind of period.' })
  kind!: keyof typeof PeriodKindEnum;

  @Field(() => Int, { nullable: true, description: 'Year, 1990 to 2200; not for SPAN.' })
  year?: number | null;

  @Field(() => Int, {
    nullable: true,
    description: 'Number within the year: MONTH 1 to 12, QUARTER 1 to 4, HALF_YEAR 1 to 2.',
  })
  number?: number | null;

  @Field(() => HolidayEnum, { nullable: true, description: 'For HOLIDAY: which one.' })
  holiday?: keyof typeof HolidayEnum | null;

  @Field(() => LocalDate, { nullable: true, description: 'For SPAN: first day, inclusive.' })
  from?: string | null;

  @Field(() => LocalDate, { nullable: true, description: 'For SPAN: last day, inclusive.' })
  to?: string | null;
}

@ObjectType('ReportPeriod', { description: 'A period of whole days.' })
export class ReportPeriodType {
  @Field(() => PeriodKindEnum, { description: 'Kind of period.' })
  kind!: keyof typeof PeriodKindEnum;

  @Field(() => String, { description: "What people call it, in the caller's language." })
  label!: string;

  @Field(() => LocalDate, { description: 'First day, inclusive.' })
  from!: string;

  @Field(() => LocalDate, { description: 'Last day, inclusive.' })
  to!: string;
}
