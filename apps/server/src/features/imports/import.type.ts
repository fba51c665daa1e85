import { Field, Int, ObjectType } from 'type-graphql';
import { connectionType } from '../../graphql/connection.ts';
import { domainEnum } from '../../graphql/enums.ts';
import { Node } from '../../graphql/node.ts';
import { DateTime } from '../../graphql/scalars.ts';
import { IMPORT_KINDS, IMPORT_STATUSES } from './import.repository.ts';

export const ImportKindEnum = domainEnum({
  name: 'ImportKind',
  description: 'What the rows of a sheet are.',
  codes: IMPORT_KINDS,
  labels: {
    COMPLAINTS: { zh: '投诉登记表', en: 'A register of complaints' },
    SANCTIONS: { zh: '行政处罚表', en: 'Sanctions, attached to their complaints by number' },
  },
});

export const ImportStatusEnum = domainEnum({
  name: 'ImportStatus',
  description: 'How far an import is.',
  codes: IMPORT_STATUSES,
  labels: {
    READY: { zh: '待检查', en: 'Uploaded; columns can be changed' },
    CHECKING: { zh: '检查中', en: 'The dry run is under way' },
    CHECKED: { zh: '已检查', en: 'The dry run is done; nothing has been taken in yet' },
    RUNNING: { zh: '导入中', en: 'Rows are being taken in' },
    COMPLETED: { zh: '已完成', en: 'Every row has been taken in or refused' },
    FAILED: { zh: '失败', en: 'The file could not be read to its end' },
  },
});

export const DateOrderEnum = domainEnum({
  name: 'DateOrder',
  description: 'How a column writes the parts of a date.',
  codes: ['YMD', 'DMY', 'MDY'],
  labels: {
    YMD: { zh: '年-月-日', en: 'Year, month, day' },
    DMY: { zh: '日-月-年', en: 'Day, month, year' },
    MDY: { zh: '月-日-年', en: 'Month, day, year' },
  },
});

@ObjectType('ImportOption', { description: 'What a coded column can say.' })
export class ImportOptionType {
  @Field(() => String, { description: 'Stable code.' })
  code!: string;

  @Field(() => String, { description: "Its name in the caller's language." })
  label!: string;
}

@ObjectType('ImportTarget', { description: 'A field that a column can be read into.' })
export class ImportTargetType {
  @Field(() => String, { description: 'Stable key: `receivedAt`, `details.batch`.' })
  key!: string;

  @Field(() => String, { description: "Its name in the caller's language." })
  label!: string;

  @Field(() => Boolean, { description: 'Whether some column must be read into it.' })
  required!: boolean;

  @Field(() => [ImportOptionType], { description: 'What it can say; empty where it is no coded field.' })
  options!: ImportOptionType[];
}

@ObjectType('ImportChoice', { description: 'What a word of the sheet stands for.' })
export class ImportChoiceType {
  @Field(() => String, { description: 'As written in the sheet.' })
  written!: string;

  @Field(() => String, { description: "Code of the target's option." })
  code!: string;
}

@ObjectType('ImportColumn', { description: 'A column of the file, and how it is read.' })
export class ImportColumnType {
  @Field(() => String, { description: 'Key, unique in the file.' })
  column!: string;

  @Field(() => String, { description: 'Header as written.' })
  header!: string;

  @Field(() => String, { description: 'As spreadsheet programs name it: `A`, `B`.' })
  letters!: string;

  @Field(() => [String], { description: 'The first values.' })
  samples!: string[];

  @Field(() => String, { nullable: true, description: 'Key of the target; null: left out.' })
  target!: string | null;

  @Field(() => DateOrderEnum, {
    nullable: true,
    description: 'Order chosen by hand; null: told from the values of the whole column.',
  })
  dateOrder!: keyof typeof DateOrderEnum | null;

  @Field(() => [ImportChoiceType], { description: 'What its own words stand for, as somebody said.' })
  choices!: ImportChoiceType[];
}

@ObjectType('ImportProblem', {
  description: 'Something wrong with a row; the row as a whole is not taken in.',
})
export class ImportProblemType {
  @Field(() => Int, { description: 'Physical line of the file, from 1.' })
  line!: number;

  @Field(() => String, { nullable: true, description: 'Header of the column; null: the row as a whole.' })
  column!: string | null;

  @Field(() => String, { nullable: true, description: 'Key of the column, as in `columns`.' })
  columnKey!: string | null;

  @Field(() => String, { nullable: true, description: 'The value as written.' })
  value!: string | null;

  @Field(() => String, { description: 'Stable code of the problem.' })
  code!: string;

  @Field(() => String, { description: "What is wrong and what to do, in the caller's language." })
  message!: string;
}

@ObjectType('ImportPassedOver', {
  description: 'A row that is no case: a total, a note, a header written again.',
})
export class ImportPassedOverType {
  @Field(() => Int, { description: 'Physical line of the file, from 1.' })
  line!: number;

  @Field(() => String, { description: 'What stands in it.' })
  text!: string;

  @Field(() => String, { nullable: true, description: "Why it is no case, in the caller's language." })
  reason!: string | null;
}

@ObjectType('Import', { implements: Node, description: 'A spreadsheet being taken in.' })
export class ImportType extends Node {
  @Field(() => ImportKindEnum, { description: 'What its rows are.' })
  kind!: keyof typeof ImportKindEnum;

  @Field(() => ImportStatusEnum, { description: 'How far it is.' })
  status!: keyof typeof ImportStatusEnum;

  @Field(() => String, { description: 'Name of the file.' })
  name!: string;

  @Field(() => String, { description: 'Hash of the file: to open it anew, with another sheet or encoding.' })
  file!: string;

  @Field(() => Int, { description: 'Size of the file in bytes.' })
  bytes!: number;

  @Field(() => String, { nullable: true, description: 'Encoding found; null for a workbook.' })
  encoding!: string | null;

  @Field(() => String, { description: 'Worksheet that is read.' })
  sheet!: string;

  @Field(() => [String], { description: 'Worksheets that could be read instead, hidden ones left out.' })
  sheets!: string[];

  @Field(() => [Int], { description: 'Lines of the header, from 1; empty where there is none.' })
  headerLines!: number[];

  @Field(() => Int, {
    nullable: true,
    description: 'Year of dates written without one: from titles and names, or as somebody said.',
  })
  year!: number | null;

  @Field(() => [String], { description: 'Title lines above the header.' })
  titles!: string[];

  @Field(() => [ImportColumnType], { description: 'Columns, in the order of the file.' })
  columns!: ImportColumnType[];

  @Field(() => [ImportTargetType], { description: 'Everything that a column can be read into.' })
  targets!: ImportTargetType[];

  @Field(() => Int, { description: 'About how many rows there are, for showing progress.' })
  rowsExpected!: number;

  @Field(() => Int, { description: 'Rows of data read so far.' })
  rowsRead!: number;

  @Field(() => Int, { description: 'Of them taken in (in a dry run: that would be).' })
  accepted!: number;

  @Field(() => Int, { description: 'Of them refused; accepted and refused make up all rows read.' })
  refused!: number;

  @Field(() => Int, { description: 'Rows beside the data: totals, notes, repeated headers.' })
  passedOver!: number;

  @Field(() => [ImportProblemType], { description: 'The first problems, at most 200, by line.' })
  problems!: ImportProblemType[];

  @Field(() => [ImportPassedOverType], { description: 'The first rows passed over, at most 50.' })
  passedOverRows!: ImportPassedOverType[];

  @Field(() => String, {
    nullable: true,
    description:
      'Path of a spreadsheet with the refused rows, to correct and import again: `GET`, with the same sign-in or key; null when there are none.',
  })
  refusedUrl!: string | null;

  @Field(() => String, { nullable: true, description: 'Why the file could not be read to its end.' })
  error!: string | null;

  @Field(() => DateTime, { description: 'When it was uploaded.' })
  createdAt!: Date;

  @Field(() => DateTime, { nullable: true, description: 'When the last run began.' })
  startedAt!: Date | null;

  @Field(() => DateTime, { nullable: true, description: 'When every row was done.' })
  finishedAt!: Date | null;
}

@ObjectType({ description: 'A page of imports.' })
export class ImportConnection extends connectionType(ImportType, 'Import') {}
