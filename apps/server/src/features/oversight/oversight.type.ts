import { OVERSIGHT_LEVEL_LABELS, OVERSIGHT_LEVELS, type OversightLevel } from '@huiyin/domain';
import { Field, Float, InputType, Int, ObjectType } from 'type-graphql';
import { domainEnum } from '../../graphql/enums.ts';
import { DateTime, LocalDate, SafeInt } from '../../graphql/scalars.ts';
import { Term } from '../../graphql/values.ts';

export const OversightPeriodKindEnum = domainEnum({
  name: 'OversightPeriodKind',
  description: 'Periods that figures across organisations are read for: whole months.',
  codes: ['MONTH', 'QUARTER', 'HALF_YEAR', 'YEAR'],
  labels: {
    MONTH: { zh: '月', en: 'Month' },
    QUARTER: { zh: '季度', en: 'Quarter' },
    HALF_YEAR: { zh: '半年', en: 'Half-year' },
    YEAR: { zh: '年', en: 'Year' },
  },
});

export const GrantBasisEnum = domainEnum({
  name: 'OversightBasis',
  description: 'What a grant rests on.',
  codes: ['LAW', 'ORGANIZATION'],
  labels: {
    LAW: { zh: '依法', en: 'A law or regulation' },
    ORGANIZATION: { zh: '单位授权', en: 'The will of the organisation itself' },
  },
});

export const OversightLevelEnum = domainEnum({
  name: 'OversightLevel',
  description: 'How much of an organisation a grant shows.',
  codes: OVERSIGHT_LEVELS,
  labels: OVERSIGHT_LEVEL_LABELS,
});

@InputType({ description: 'Which period.' })
export class OversightPeriodInput {
  @Field(() => OversightPeriodKindEnum, { description: 'Kind of period.' })
  kind!: keyof typeof OversightPeriodKindEnum;

  @Field(() => Int, { description: 'Year, 1990 to 2200.' })
  year!: number;

  @Field(() => Int, {
    nullable: true,
    description: 'Number within the year: MONTH 1 to 12, QUARTER 1 to 4, HALF_YEAR 1 to 2; not for YEAR.',
  })
  number?: number | null;
}

@ObjectType('OversightPeriod', { description: 'A period of whole months.' })
export class OversightPeriodType {
  @Field(() => String, { description: "What people call it, in the caller's language." })
  label!: string;

  @Field(() => LocalDate, { description: 'First day, inclusive.' })
  from!: string;

  @Field(() => LocalDate, { description: 'Last day, inclusive.' })
  to!: string;
}

@ObjectType('OversightValue', { description: 'A number of one period.' })
export class OversightValueType {
  @Field(() => Float, {
    nullable: true,
    description: 'A count, fen of yuan, or a share from 0 to 1; null where there was nothing to divide by.',
  })
  value!: number | null;

  @Field(() => String, { description: "As it is written in the caller's language." })
  text!: string;

  @Field(() => SafeInt, { nullable: true, description: 'Of a rate: what was counted.' })
  numerator!: number | null;

  @Field(() => SafeInt, { nullable: true, description: 'Of a rate: the whole it was counted among.' })
  denominator!: number | null;
}

@ObjectType('OversightCurrency', { description: 'The part of a sum of money that was in one currency.' })
export class OversightCurrencyType {
  @Field(() => String, { description: 'ISO 4217 code of the currency that it was agreed or imposed in.' })
  currency!: string;

  @Field(() => SafeInt, { description: 'Fen of yuan, as recorded when it was converted.' })
  converted!: number;
}

@ObjectType('OversightFigure', {
  description: 'A figure beside the periods it is compared with, by the formulas of the reports.',
})
export class OversightFigureType {
  @Field(() => String, { description: 'Stable code, as in the reports of the organisations: `received`.' })
  code!: string;

  @Field(() => String, { description: "Name in the caller's language." })
  label!: string;

  @Field(() => OversightValueType, { description: 'Of the period.' })
  now!: OversightValueType;

  @Field(() => OversightValueType, { nullable: true, description: 'Of the period before; a year has none.' })
  before!: OversightValueType | null;

  @Field(() => OversightValueType, { nullable: true, description: 'Of the same period a year earlier.' })
  yearAgo!: OversightValueType | null;

  @Field(() => String, { nullable: true, description: 'Change on the period before, in words.' })
  changeBefore!: string | null;

  @Field(() => String, { nullable: true, description: 'Change on the year, in words.' })
  changeYear!: string | null;

  @Field(() => [OversightCurrencyType], {
    description: 'Of a sum of money in more than yuan: its parts; otherwise empty.',
  })
  currencies!: OversightCurrencyType[];
}

@ObjectType('OversightFairFigure', {
  description:
    'What was received per unit of what makes organisations of one sector comparable. Set side by side only what has the same code.',
})
export class OversightFairFigureType {
  @Field(() => String, { description: 'Code of the denominator, of `Sector.denominators`.' })
  code!: string;

  @Field(() => String, { description: 'What it is measured by.' })
  label!: string;

  @Field(() => String, { description: 'One unit of it: `10,000 visits`.' })
  unit!: string;

  @Field(() => Float, {
    nullable: true,
    description:
      'Received per unit; null while an organisation behind it has given no number for the very period.',
  })
  value!: number | null;

  @Field(() => String, { description: 'As it is written; a dash where there is none.' })
  text!: string;

  @Field(() => Int, { description: 'How many of the organisations have given their number.' })
  given!: number;
}

@ObjectType('OversightRow', { description: 'One organisation, or several together.' })
export class OversightRowType {
  @Field(() => String, {
    description:
      'Which: a global id of the `Organization`, the code of a sector, the digits of a region, or `TOTAL`.',
  })
  code!: string;

  @Field(() => String, { description: "Name in the caller's language." })
  name!: string;

  @Field(() => String, { nullable: true, description: 'Name of its sector; null over several.' })
  sector!: string | null;

  @Field(() => String, { nullable: true, description: 'Its region, GB/T 2260; null over several.' })
  region!: string | null;

  @Field(() => String, { nullable: true, description: 'Name of its region; null over several.' })
  regionName!: string | null;

  @Field(() => Boolean, {
    description: 'Whether the caller may open its cases with `oversightCases`: of one organisation alone.',
  })
  opensCases!: boolean;

  @Field(() => Int, { description: 'How many organisations stand behind it.' })
  organizations!: number;

  @Field(() => [OversightFigureType], { description: 'Its figures, in the same order in every row.' })
  figures!: OversightFigureType[];

  @Field(() => [OversightFairFigureType], {
    description:
      'By each denominator of its sector; empty over several sectors, which nothing makes comparable.',
  })
  fair!: OversightFairFigureType[];
}

@ObjectType('OversightRegion', {
  description: 'A region in which organisations are that the caller was granted.',
})
export class OversightRegionType {
  @Field(() => String, { description: 'GB/T 2260: two digits a province, four a city, six a county.' })
  code!: string;

  @Field(() => String, { description: 'What it is called, with those that it lies in.' })
  name!: string;

  @Field(() => Int, { description: 'How many organisations granted lie in it.' })
  organizations!: number;
}

@ObjectType('OversightMonth', { description: 'A month of all organisations together.' })
export class OversightMonthType {
  @Field(() => String, { description: '`YYYY-MM`.' })
  month!: string;

  @Field(() => SafeInt, { description: 'Complaints received.' })
  received!: number;

  @Field(() => SafeInt, { description: 'Complaints closed.' })
  closed!: number;
}

@ObjectType('OversightScope', { description: 'A grant to see organisations from outside.' })
export class OversightScopeType {
  @Field(() => String, { description: "What it covers, in the caller's language." })
  covers!: string;

  @Field(() => OversightLevelEnum, { description: 'How much it shows.' })
  level!: OversightLevel;

  @Field(() => LocalDate, {
    nullable: true,
    description: 'Of a grant that shows cases: only those received from this day on; null: from any.',
  })
  casesFrom!: string | null;

  @Field(() => LocalDate, {
    nullable: true,
    description:
      'Of a grant that shows cases: only those received until this day, inclusive; null: until any.',
  })
  casesUntil!: string | null;

  @Field(() => GrantBasisEnum, { description: 'What it rests on.' })
  basis!: keyof typeof GrantBasisEnum;

  @Field(() => String, { nullable: true, description: 'Of a grant by law: the regulation.' })
  regulation!: string | null;

  @Field(() => String, { description: 'Who granted it.' })
  grantedBy!: string;

  @Field(() => DateTime, { description: 'From when it holds.' })
  startsAt!: Date;

  @Field(() => DateTime, { nullable: true, description: 'Until when; null: until it is revoked.' })
  endsAt!: Date | null;
}

@ObjectType('Oversight', {
  description:
    'Figures across the organisations that the caller was granted to see. Each look is recorded there.',
})
export class OversightType {
  @Field(() => OversightPeriodType, { description: 'The period.' })
  period!: OversightPeriodType;

  @Field(() => OversightPeriodType, { nullable: true, description: 'The period before; a year has none.' })
  before!: OversightPeriodType | null;

  @Field(() => OversightPeriodType, { nullable: true, description: 'The same period a year earlier.' })
  yearAgo!: OversightPeriodType | null;

  @Field(() => OversightRowType, { description: 'All organisations together: the sum of their rows.' })
  total!: OversightRowType;

  @Field(() => [OversightRowType], { description: 'Each organisation granted, by region, sector and name.' })
  organizations!: OversightRowType[];

  @Field(() => [OversightRowType], { description: 'The same by sector.' })
  sectors!: OversightRowType[];

  @Field(() => [OversightRowType], {
    description:
      'The same by region: by province, city or county, whichever is the largest by which the organisations differ.',
  })
  regions!: OversightRowType[];

  @Field(() => [OversightMonthType], {
    description: 'Thirteen months up to the end of the period, or to this month while it runs; oldest first.',
  })
  months!: OversightMonthType[];

  @Field(() => [OversightRegionType], {
    description: 'Regions of all organisations granted, the larger before those in it: what `region` takes.',
  })
  grantedRegions!: OversightRegionType[];

  @Field(() => [Term], { description: 'Sectors of all organisations granted: what `sector` takes.' })
  grantedSectors!: Term[];

  @Field(() => [OversightScopeType], { description: 'The grants in force that all this is seen by.' })
  grants!: OversightScopeType[];
}
