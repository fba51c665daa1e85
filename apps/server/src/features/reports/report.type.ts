import { Field, Float, ID, Int, ObjectType } from 'type-graphql';
import { connectionType } from '../../graphql/connection.ts';
import { domainEnum } from '../../graphql/enums.ts';
import { Node } from '../../graphql/node.ts';
import { DateTime, LocalDate } from '../../graphql/scalars.ts';
import {
  ReportBlockUnion,
  type ReportFiguresType,
  type ReportProseType,
  type ReportTableType,
} from './report-figure.type.ts';
import { ReportPeriodType } from './report-period.type.ts';

export const ReportStatusEnum = domainEnum({
  name: 'ReportStatus',
  description: 'Where a report stands.',
  codes: ['DRAFT', 'PUBLISHED'],
  labels: {
    DRAFT: { zh: '草稿', en: 'Draft: its figures are those of this moment' },
    PUBLISHED: { zh: '已发布', en: 'Published: frozen for ever' },
  },
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
      '`{fines.capitals}` in capital numerals, `{channels.items}` the largest parts of a table, `{channels.first}` ' +
      'the largest alone.',
  })
  template!: string;

  @Field(() => Boolean, { description: 'Whether an author worded it.' })
  edited!: boolean;

  @Field(() => [String], { description: 'Placeholders that name nothing.' })
  unknownPlaceholders!: string[];

  @Field(() => [ReportBlockUnion], { description: 'Figures, tables and what the author is asked for.' })
  blocks!: (ReportFiguresType | ReportTableType | ReportProseType)[];
}

@ObjectType('ReportDenominator', { description: 'A number by which figures are compared, for one period.' })
export class ReportDenominatorType {
  @Field(() => String, { description: "Code of the sector's list." })
  code!: string;

  @Field(() => String, { description: 'Name.' })
  label!: string;

  @Field(() => Float, { nullable: true, description: 'The number; null: nobody has given it.' })
  value!: number | null;
}

@ObjectType('ReportContent', { description: 'What a report says.' })
export class ReportContentType {
  @Field(() => String, { description: "Title in the caller's language." })
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

  @Field(() => [ReportDenominatorType], {
    description:
      'The numbers of the organisation that the sector compares by, with those given for the period.',
  })
  denominators!: ReportDenominatorType[];
}

export const DifferenceKindEnum = domainEnum({
  name: 'ReportDifferenceKind',
  description: 'What differs between two versions of a report.',
  codes: ['NUMBER', 'TEXT'],
  labels: { NUMBER: { zh: '数字', en: 'A number' }, TEXT: { zh: '文字', en: 'Lines of a text' } },
});

@ObjectType('ReportDifference', { description: 'Something that a correction says otherwise.' })
export class ReportDifferenceType {
  @Field(() => DifferenceKindEnum, { description: 'A number or words.' })
  kind!: keyof typeof DifferenceKindEnum;

  @Field(() => String, { description: 'Section, table and line.' })
  place!: string;

  @Field(() => String, { description: 'As the version before gave it.' })
  before!: string;

  @Field(() => String, { description: 'As this one gives it.' })
  after!: string;
}

@ObjectType('ReportReference', { description: 'Another version of a report.' })
export class ReportReference {
  @Field(() => ID, { description: 'Global id of the `Report`.' })
  id!: string;

  @Field(() => Int, { description: 'Its version.' })
  version!: number;
}

export const ReportIntegrityEnum = domainEnum({
  name: 'ReportIntegrity',
  description: 'Whether a report stands as it was published.',
  codes: ['UNPUBLISHED', 'INTACT', 'CHANGED'],
  labels: {
    UNPUBLISHED: { zh: '未发布', en: 'A draft, which has no hash yet' },
    INTACT: { zh: '与发布时一致', en: 'As it was published' },
    CHANGED: { zh: '已被改动', en: 'Changed in the database after it was published' },
  },
});

@ObjectType('Report', { implements: Node, description: 'A report on a period, in one of its versions.' })
export class ReportType extends Node {
  @Field(() => ReportStatusEnum, { description: 'Draft or published.' })
  status!: keyof typeof ReportStatusEnum;

  @Field(() => Int, { description: 'Version of the report on its period, from 1.' })
  version!: number;

  @Field(() => Int, {
    description:
      'Counts the changes to a draft: name it in mutations, so that nobody overwrites what they have not seen.',
  })
  revision!: number;

  @Field(() => ReportPeriodType, { description: 'What it is about.' })
  period!: ReportPeriodType;

  @Field(() => ReportContentType, { description: 'What it says.' })
  content!: ReportContentType;

  @Field(() => ReportReference, {
    nullable: true,
    description: 'Of a correction: the version it takes the place of.',
  })
  corrects!: ReportReference | null;

  @Field(() => String, { nullable: true, description: 'Of a correction: why.' })
  reason!: string | null;

  @Field(() => [ReportDifferenceType], {
    description: 'Of a correction: the numbers that it gives otherwise.',
  })
  differences!: ReportDifferenceType[];

  @Field(() => String, { description: 'Who began it, by name.' })
  createdBy!: string;

  @Field(() => DateTime, { description: 'When it was begun.' })
  createdAt!: Date;

  @Field(() => String, { nullable: true, description: 'Who approved it, by name.' })
  publishedBy!: string | null;

  @Field(() => DateTime, { nullable: true, description: 'When it was published.' })
  publishedAt!: Date | null;

  @Field(() => String, {
    nullable: true,
    description: 'SHA-256 of everything published (RFC 8785 form), hex.',
  })
  hash!: string | null;

  @Field(() => ReportIntegrityEnum, {
    description: 'Whether what is stored still has that hash, which is computed anew.',
  })
  integrity!: keyof typeof ReportIntegrityEnum;

  @Field(() => String, { description: 'Path of the Word file: `GET`, with the same sign-in or key.' })
  wordUrl!: string;

  @Field(() => String, { description: 'Path of the spreadsheet: `GET`, with the same sign-in or key.' })
  sheetUrl!: string;
}

@ObjectType({ description: 'A page of reports.' })
export class ReportConnection extends connectionType(ReportType, 'Report') {}

@ObjectType('Denominator', { description: 'A number of the organisation by which figures are compared.' })
export class DenominatorType {
  @Field(() => String, { description: 'Code, of `Sector.denominators`.' })
  code!: string;

  @Field(() => String, { description: "Name in the caller's language." })
  label!: string;

  @Field(() => LocalDate, { description: 'First day it is about.' })
  from!: string;

  @Field(() => LocalDate, { description: 'Last day it is about.' })
  to!: string;

  @Field(() => Float, { description: 'How many: customers, visits, households.' })
  value!: number;
}

@ObjectType('OpenedFigure', {
  description: 'What a number of a report counted, for reading beside its cases.',
})
export class OpenedFigureType {
  @Field(() => String, { description: 'What was counted, in words.' })
  text!: string;

  @Field(() => LocalDate, { description: 'First day, inclusive.' })
  from!: string;

  @Field(() => LocalDate, { description: 'Last day, inclusive.' })
  to!: string;

  @Field(() => Int, { description: 'The number: as many things as were counted.' })
  count!: number;

  @Field(() => String, { description: 'The number with what is counted: `10 sanctions`.' })
  counted!: string;

  @Field(() => Int, {
    description: 'The cases that they belong to: as many as the list shows, and those hidden.',
  })
  cases!: number;

  @Field(() => Int, { description: 'Of these cases, those that the caller may not see.' })
  hidden!: number;
}
