import { UNITS } from '@huiyin/domain';
import { createUnionType, Field, Float, ObjectType } from 'type-graphql';
import { domainEnum } from '../../graphql/enums.ts';
import { ComplaintReference } from '../../graphql/references.ts';
import { SafeInt } from '../../graphql/scalars.ts';

export const UnitEnum = domainEnum({
  name: 'FigureUnit',
  description: 'What a number counts.',
  codes: UNITS,
  labels: {
    COUNT: { zh: '件', en: 'Number of cases or events' },
    RATE: { zh: '比率', en: 'Share from 0 to 1' },
    MONEY: { zh: '分（人民币）', en: 'Fen, minor units of CNY' },
    SECONDS: { zh: '秒', en: 'Seconds' },
    WORKING_SECONDS: { zh: '工作时间的秒', en: 'Seconds of working time' },
    PER: { zh: '每单位件数', en: 'Cases per unit of a number of the organisation' },
  },
});
export const ChartKindEnum = domainEnum({
  name: 'ChartKind',
  description: 'How numbers are drawn.',
  codes: ['BAR', 'PIE', 'LINE'],
  labels: {
    BAR: { zh: '柱状图', en: 'Bars' },
    PIE: { zh: '饼图', en: 'Pie' },
    LINE: { zh: '折线图', en: 'Lines over time' },
  },
});

@ObjectType('FigureValue', { description: 'A number with the cases that it counts.' })
export class FigureValueType {
  @Field(() => Float, {
    nullable: true,
    description: 'The number in its unit; null where there was nothing to divide by.',
  })
  value!: number | null;

  @Field(() => String, { description: "As it is written in the caller's language." })
  text!: string;

  @Field(() => Float, { nullable: true, description: 'Of a rate: what was counted.' })
  numerator!: number | null;

  @Field(() => Float, { nullable: true, description: 'Of a rate: the whole it was counted among.' })
  denominator!: number | null;

  @Field(() => String, {
    description: 'The cases counted: pass it as `complaints(filter: { figure })`. Opaque.',
  })
  cases!: string;

  @Field(() => String, { nullable: true, description: 'Of a rate: the cases of the whole, likewise.' })
  denominatorCases!: string | null;
}

@ObjectType('CurrencySum', { description: 'The part of a sum of money that was in one currency.' })
export class CurrencySumType {
  @Field(() => String, { description: 'ISO 4217 currency code.' })
  currency!: string;

  @Field(() => SafeInt, { description: 'Whole minor units of that currency.' })
  original!: number;

  @Field(() => SafeInt, { description: 'Fen of yuan, as recorded.' })
  converted!: number;

  @Field(() => String, { description: "Both, as written in the caller's language." })
  text!: string;
}

@ObjectType('ReportFigure', { description: 'A figure of a report beside the periods it is compared with.' })
export class ReportFigureType {
  @Field(() => String, { description: 'Stable code, unique within its section.' })
  code!: string;

  @Field(() => String, { description: "Name in the caller's language." })
  label!: string;

  @Field(() => UnitEnum, { description: 'What the number counts.' })
  unit!: keyof typeof UnitEnum;

  @Field(() => String, { description: 'How it is computed: formula and day on which it counts.' })
  formula!: string;

  @Field(() => String, { description: 'From what it is computed.' })
  source!: string;

  @Field(() => FigureValueType, { description: 'Of the period.' })
  now!: FigureValueType;

  @Field(() => FigureValueType, { nullable: true, description: 'Of the period before.' })
  before!: FigureValueType | null;

  @Field(() => FigureValueType, { nullable: true, description: 'Of the same period a year earlier.' })
  yearAgo!: FigureValueType | null;

  @Field(() => String, {
    nullable: true,
    description: 'Change on the period before, in words; with a base of 0 “new”, never infinity.',
  })
  changeBefore!: string | null;

  @Field(() => String, { nullable: true, description: 'Change on the year, in words.' })
  changeYear!: string | null;

  @Field(() => [CurrencySumType], {
    description: 'Of a sum of money in several currencies: its parts.',
  })
  currencies!: CurrencySumType[];

  @Field(() => String, {
    nullable: true,
    description: 'Of a sum of money: in Chinese capital numerals, as documents want it.',
  })
  capitals!: string | null;
}

@ObjectType('ReportFigures', { description: 'Figures side by side.' })
export class ReportFiguresType {
  @Field(() => [ReportFigureType], { description: 'The figures.' })
  figures!: ReportFigureType[];
}

@ObjectType('ReportCell', { description: 'A cell of a table: words or a number.' })
export class ReportCellType {
  @Field(() => String, { description: "As written in the caller's language." })
  text!: string;

  @Field(() => UnitEnum, { nullable: true, description: 'What the number counts; null for words.' })
  unit!: keyof typeof UnitEnum | null;

  @Field(() => Float, { nullable: true, description: 'The number in its unit; null for words.' })
  value!: number | null;

  @Field(() => String, {
    nullable: true,
    description: 'The cases counted, for `complaints(filter: { figure })`.',
  })
  cases!: string | null;

  @Field(() => ComplaintReference, { nullable: true, description: 'The complaint that the line is about.' })
  complaint!: ComplaintReference | null;
}

@ObjectType('ReportRow', { description: 'A line of a table.' })
export class ReportRowType {
  @Field(() => [ReportCellType], { description: 'Its cells, one a column.' })
  cells!: ReportCellType[];

  @Field(() => Boolean, { description: 'Whether it is the total of the others.' })
  total!: boolean;
}

@ObjectType('ReportSeries', { description: 'A series of a chart.' })
export class ReportSeriesType {
  @Field(() => String, { description: "Name in the caller's language." })
  label!: string;

  @Field(() => [Float], { description: 'One number a category.' })
  values!: number[];
}

@ObjectType('ReportChart', { description: 'What is drawn of a table.' })
export class ReportChartType {
  @Field(() => ChartKindEnum, { description: 'How it is drawn.' })
  kind!: keyof typeof ChartKindEnum;

  @Field(() => [String], { description: 'Names along the axis, or of the slices.' })
  categories!: string[];

  @Field(() => [ReportSeriesType], { description: 'What is drawn.' })
  series!: ReportSeriesType[];
}

@ObjectType('ReportTable', { description: 'A table of a report.' })
export class ReportTableType {
  @Field(() => String, { description: 'Stable code, unique within its section; its text names it by this.' })
  code!: string;

  @Field(() => String, { description: 'Title.' })
  title!: string;

  @Field(() => [String], { description: 'Headers of the columns.' })
  columns!: string[];

  @Field(() => [ReportRowType], { description: 'Lines, the total last.' })
  rows!: ReportRowType[];

  @Field(() => ReportChartType, { nullable: true, description: 'The chart of it, where one helps.' })
  chart!: ReportChartType | null;

  @Field(() => [String], { description: 'What a reader must know to read the numbers and to add them up.' })
  notes!: string[];
}

@ObjectType('ReportProse', { description: 'Words that the author writes.' })
export class ReportProseType {
  @Field(() => String, { description: 'What they are asked to write about.' })
  prompt!: string;
}

export const ReportBlockUnion = createUnionType({
  name: 'ReportBlock',
  description: 'A piece of a section.',
  types: () => [ReportFiguresType, ReportTableType, ReportProseType] as const,
});
