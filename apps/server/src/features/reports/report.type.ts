import { HOLIDAY_LABELS, HOLIDAYS, PERIOD_KINDS } from '@huiyin/domain';
import { createUnionType, Field, Float, ID, InputType, Int, ObjectType } from 'type-graphql';
import { connectionType } from '../../graphql/connection.ts';
import { domainEnum } from '../../graphql/enums.ts';
import { Node } from '../../graphql/node.ts';
import { DateTime, LocalDate } from '../../graphql/scalars.ts';
import { UserError } from '../../graphql/user-error.ts';

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
export const ReportStatusEnum = domainEnum({
  name: 'ReportStatus',
  description: 'Where a report stands.',
  codes: ['DRAFT', 'PUBLISHED'],
  labels: {
    DRAFT: { zh: '草稿', en: 'Draft: its figures are those of this moment' },
    PUBLISHED: { zh: '已发布', en: 'Published: frozen for ever' },
  },
});
export const UnitEnum = domainEnum({
  name: 'FigureUnit',
  description: 'What a number counts.',
  codes: ['COUNT', 'RATE', 'MONEY', 'SECONDS', 'PER'],
  labels: {
    COUNT: { zh: '件', en: 'Number of cases or events' },
    RATE: { zh: '比率', en: 'Share from 0 to 1' },
    MONEY: { zh: '分（人民币）', en: 'Fen, minor units of CNY' },
    SECONDS: { zh: '秒', en: 'Seconds' },
    PER: { zh: '每单位件数', en: 'Cases per unit of a number of the organisation' },
  },
});
export const ChartKindEnum = domainEnum({
  name: 'ChartKind',
  description: 'How numbers are drawn.',
  codes: ['BAR', 'PIE', 'LINE'],
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

  @Field(() => Float, { description: 'Minor units of that currency.' })
  original!: number;

  @Field(() => Float, { description: 'Fen of yuan, as recorded.' })
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

  @Field(() => ID, { nullable: true, description: 'The complaint that the line is about.' })
  complaintId!: string | null;
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
  @Field(() => String, { description: 'Name.' })
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
  @Field(() => String, { description: 'Title.' })
  title!: string;

  @Field(() => [String], { description: 'Headers of the columns.' })
  columns!: string[];

  @Field(() => [ReportRowType], { description: 'Lines, the total last.' })
  rows!: ReportRowType[];

  @Field(() => ReportChartType, { nullable: true, description: 'The chart of it, where one helps.' })
  chart!: ReportChartType | null;

  @Field(() => [String], { description: 'What a reader must know to add the numbers up.' })
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

@ObjectType('ReportSection', { description: 'A section of a report.' })
export class ReportSectionType {
  @Field(() => String, { description: 'Stable code, unique within the report.' })
  code!: string;

  @Field(() => String, { description: 'Title.' })
  title!: string;

  @Field(() => String, { description: "Its text as it reads, in the caller's language." })
  text!: string;

  @Field(() => String, {
    description:
      'Its text with figures as placeholders: `{received}` the figure, `{received.changes}` how it moved, ' +
      '`{fines.capitals}` in capital numerals, `{table2.items}` the largest parts of the second block.',
  })
  template!: string;

  @Field(() => Boolean, { description: 'Whether an author worded it.' })
  edited!: boolean;

  @Field(() => [String], { description: 'Placeholders that name nothing.' })
  unknownPlaceholders!: string[];

  @Field(() => [ReportBlockUnion], { description: 'Figures, tables and what the author is asked for.' })
  blocks!: (ReportFiguresType | ReportTableType | ReportProseType)[];
}

@ObjectType('ReportContent', { description: 'What a report says.' })
export class ReportContentType {
  @Field(() => String, { description: 'Title.' })
  title!: string;

  @Field(() => ReportPeriodType, { description: 'What it is about.' })
  period!: ReportPeriodType;

  @Field(() => ReportPeriodType, { nullable: true, description: 'The period before.' })
  before!: ReportPeriodType | null;

  @Field(() => ReportPeriodType, { nullable: true, description: 'The same period a year earlier.' })
  yearAgo!: ReportPeriodType | null;

  @Field(() => [ReportSectionType], { description: 'Sections in order.' })
  sections!: ReportSectionType[];

  @Field(() => [String], { description: 'What does not add up or is missing.' })
  problems!: string[];
}

@ObjectType('ReportDifference', { description: 'A number that a correction gives otherwise.' })
export class ReportDifferenceType {
  @Field(() => String, { description: 'Section, table and line.' })
  place!: string;

  @Field(() => String, { description: 'As the version before gave it.' })
  before!: string;

  @Field(() => String, { description: 'As this one gives it.' })
  after!: string;
}

@ObjectType('Report', { implements: Node, description: 'A report on a period, in one of its versions.' })
export class ReportType extends Node {
  @Field(() => ReportStatusEnum, { description: 'Draft or published.' })
  status!: keyof typeof ReportStatusEnum;

  @Field(() => Int, { description: 'Version of the report on its period, from 1.' })
  version!: number;

  @Field(() => Int, { description: 'Counts the changes to a draft; name it in mutations.' })
  revision!: number;

  @Field(() => ReportPeriodType, { description: 'What it is about.' })
  period!: ReportPeriodType;

  @Field(() => ReportContentType, { description: 'What it says.' })
  content!: ReportContentType;

  @Field(() => ID, { nullable: true, description: 'Of a correction: the version it takes the place of.' })
  correctsId!: string | null;

  @Field(() => String, { nullable: true, description: 'Of a correction: why.' })
  reason!: string | null;

  @Field(() => [ReportDifferenceType], {
    description: 'Of a correction: the numbers that it gives otherwise.',
  })
  differences!: ReportDifferenceType[];

  @Field(() => String, { description: 'Who began it.' })
  createdBy!: string;

  @Field(() => DateTime, { description: 'When it was begun.' })
  createdAt!: Date;

  @Field(() => String, { nullable: true, description: 'Who approved it.' })
  publishedBy!: string | null;

  @Field(() => DateTime, { nullable: true, description: 'When it was published.' })
  publishedAt!: Date | null;

  @Field(() => String, {
    nullable: true,
    description: 'SHA-256 of everything published (RFC 8785 form), hex.',
  })
  hash!: string | null;

  @Field(() => String, { description: 'Where the Word file is: `GET`, with the same sign-in or key.' })
  wordUrl!: string;

  @Field(() => String, { description: 'Where the spreadsheet is.' })
  sheetUrl!: string;
}

@ObjectType({ description: 'A page of reports.' })
export class ReportConnection extends connectionType(ReportType, 'Report') {}

@ObjectType('Denominator', { description: 'A number of the organisation by which figures are compared.' })
export class DenominatorType {
  @Field(() => String, { description: "Code of the sector's list." })
  code!: string;

  @Field(() => String, { description: 'Name.' })
  label!: string;

  @Field(() => LocalDate, { description: 'First day it is about.' })
  from!: string;

  @Field(() => LocalDate, { description: 'Last day it is about.' })
  to!: string;

  @Field(() => Float, { description: 'The number.' })
  value!: number;
}

@InputType({ description: 'Begins the report on a period, or goes on with its draft.' })
export class ReportCreateInput {
  @Field(() => PeriodInput, { description: 'Which period.' })
  period!: PeriodInput;
}

@InputType({ description: "Words a section in the caller's language." })
export class ReportEditTextInput {
  @Field(() => ID, { description: 'Which report.' })
  id!: string;

  @Field(() => Int, { description: 'The revision that was edited.' })
  revision!: number;

  @Field(() => String, { description: 'Code of the section.' })
  section!: string;

  @Field(() => String, { nullable: true, description: 'The text with placeholders; null: as proposed.' })
  text?: string | null;
}

@InputType({ description: 'Freezes a draft for ever, with the name of the caller as its approver.' })
export class ReportPublishInput {
  @Field(() => ID, { description: 'Which report.' })
  id!: string;

  @Field(() => Int, { description: 'The revision that was approved.' })
  revision!: number;
}

@InputType({ description: 'Throws a draft away.' })
export class ReportDiscardInput {
  @Field(() => ID, { description: 'Which report.' })
  id!: string;

  @Field(() => Int, { description: 'The revision that was seen.' })
  revision!: number;
}

@InputType({ description: 'Begins a new version of a published report.' })
export class ReportCorrectInput {
  @Field(() => ID, { description: 'The newest published version.' })
  id!: string;

  @Field(() => String, { description: 'Why.' })
  reason!: string;
}

@InputType({ description: 'Gives a number by which figures are compared.' })
export class DenominatorSetInput {
  @Field(() => String, { description: "Code of the sector's list." })
  code!: string;

  @Field(() => PeriodInput, { description: 'The period it is about.' })
  period!: PeriodInput;

  @Field(() => Float, { description: 'The number, greater than 0.' })
  value!: number;
}

@ObjectType({ description: 'A report after a change, or why there was none.' })
export class ReportPayload {
  @Field(() => ReportType, { nullable: true, description: 'The report as it is now.' })
  report!: ReportType | null;

  @Field(() => [UserError], { description: 'Why it was refused; empty when it was done.' })
  userErrors!: UserError[];
}

@ObjectType({ description: 'Whether a draft was thrown away.' })
export class ReportDiscardPayload {
  @Field(() => ID, { nullable: true, description: 'The draft that is gone.' })
  discardedId!: string | null;

  @Field(() => [UserError], { description: 'Why it was refused; empty when it was done.' })
  userErrors!: UserError[];
}

@ObjectType({ description: 'A number that was given.' })
export class DenominatorSetPayload {
  @Field(() => DenominatorType, { nullable: true, description: 'The number as it is now.' })
  denominator!: DenominatorType | null;

  @Field(() => [UserError], { description: 'Why it was refused; empty when it was done.' })
  userErrors!: UserError[];
}
