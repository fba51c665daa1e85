import type { Readable } from 'node:stream';
import { decimalOfMoney, type FigureValue, formatChange, type ReportTable, type Unit } from '@huiyin/domain';
import { inLocale, type Locale, type Localized } from '@huiyin/shared';
import type { WriteCell, WriteKind, WriteSheet } from '../../sheets/write/columns.ts';
import { writeWorkbook } from '../../sheets/write/xlsx.ts';
import { cellText, presentDifferences } from './present-report.ts';
import type { ReadReport } from './reports.ts';

/** A report as a workbook: its text and figures first, then a sheet for every table, with numbers to count with. */
export function sheetFile(report: ReadReport, locale: Locale): Readable {
  const { content } = report;
  const tables = content.sections.flatMap(({ title, blocks }) =>
    blocks.flatMap((block) => (block.kind === 'table' ? [tableSheet(block, title, locale)] : [])),
  );
  return writeWorkbook({
    sheets: [
      textSheet(report, locale),
      figuresSheet(report, locale),
      ...tables,
      ...(report.differences.length > 0 ? [differencesSheet(report, locale)] : []),
    ],
  });
}

function textSheet({ content, read }: ReadReport, locale: Locale): WriteSheet {
  const word = (zh: string, en: string) => inLocale({ zh, en }, locale);
  const problems = content.problems.map((problem) => [
    word('待核对', 'To be checked'),
    inLocale(problem, locale),
  ]);
  return {
    name: word('文字', 'Text'),
    titles: [inLocale(content.title, locale)],
    columns: [
      { header: word('部分', 'Section'), width: 22 },
      { header: word('文字', 'Text'), width: 100 },
    ],
    rows: [
      ...content.sections.map(({ code, title }) => [
        inLocale(title, locale),
        inLocale(read[code] ?? { zh: '', en: '' }, locale),
      ]),
      ...problems,
    ],
  };
}

/** Durations are written as hours: a cell that shows days could not be counted with. */
const KINDS: Readonly<Record<Unit, WriteKind>> = {
  COUNT: 'integer',
  RATE: 'percent',
  MONEY: 'money',
  SECONDS: 'hundredths',
  WORKING_SECONDS: 'hundredths',
  PER: 'hundredths',
};

const UNIT_WORDS: Readonly<Record<Unit, Localized>> = {
  COUNT: { zh: '', en: '' },
  RATE: { zh: '', en: '' },
  MONEY: { zh: '元', en: 'CNY' },
  SECONDS: { zh: '小时', en: 'hours' },
  WORKING_SECONDS: { zh: '小时', en: 'hours' },
  PER: { zh: '', en: '' },
};

const SECONDS_PER_HOUR = 3600;

/** A number as a number; amounts as decimal text, never as binary fractions. */
function numberCell(value: number | null | undefined, unit: Unit): WriteCell {
  if (value === null || value === undefined) return null;
  switch (unit) {
    case 'MONEY':
      return { value: decimalOfMoney({ amount: value, currency: 'CNY' }), kind: KINDS[unit] };
    case 'SECONDS':
    case 'WORKING_SECONDS':
      return { value: value / SECONDS_PER_HOUR, kind: KINDS[unit] };
    default:
      return { value, kind: KINDS[unit] };
  }
}

/** Every figure, line by line, with the counts behind it, what it is compared with, and its formula. */
function figuresSheet({ content }: ReadReport, locale: Locale): WriteSheet {
  const word = (zh: string, en: string) => inLocale({ zh, en }, locale);
  const { before: hasBefore, yearAgo: hasYear } = content.periods;
  const when = <T>(there: unknown, ...cells: T[]): T[] => (there ? cells : []);
  const part = (value: FigureValue, which: 'numerator' | 'denominator') =>
    numberCell(value[which] ?? null, 'COUNT');
  const rows = content.sections.flatMap(({ title, blocks }) =>
    blocks.flatMap((block) =>
      (block.kind === 'figures' ? block.figures : []).map((figure): WriteCell[] => {
        const { label, unit, perUnit, counter, now, before, yearAgo, changeBefore, changeYear } = figure;
        const counted =
          unit === 'COUNT' ? { zh: counter.zh, en: counter.many } : (perUnit ?? UNIT_WORDS[unit]);
        return [
          ...[inLocale(title, locale), inLocale(label, locale)],
          ...[numberCell(now.value, unit), inLocale(counted, locale)],
          ...[part(now, 'numerator'), part(now, 'denominator')],
          ...when(
            hasBefore,
            numberCell(before?.value, unit),
            changeBefore && formatChange(changeBefore, locale),
          ),
          ...when(hasYear, numberCell(yearAgo?.value, unit), changeYear && formatChange(changeYear, locale)),
          ...[inLocale(figure.formula, locale), inLocale(figure.source, locale)],
        ];
      }),
    ),
  );
  const headers = [
    ...[word('部分', 'Section'), word('指标', 'Figure'), word('本期', 'This period'), word('单位', 'Unit')],
    ...[word('分子', 'Numerator'), word('分母', 'Denominator')],
    ...when(hasBefore, word('上期', 'Period before'), word('环比', 'On the period before')),
    ...when(hasYear, word('上年同期', 'Year before'), word('同比', 'On the year')),
    ...[word('公式', 'Formula'), word('来源', 'Source')],
  ];
  return {
    name: word('主要数据', 'Figures'),
    titles: [inLocale(content.title, locale)],
    columns: headers.map((header, index) => ({ header, width: index >= headers.length - 2 ? 48 : 18 })),
    rows,
  };
}

function tableSheet(block: ReportTable, section: Localized, locale: Locale): WriteSheet {
  const title = inLocale(block.title, locale);
  return {
    name: title,
    titles: [`${inLocale(section, locale)} / ${title}`, ...block.notes.map((note) => inLocale(note, locale))],
    columns: block.columns.map((column, index) => ({
      header: inLocale(column, locale),
      width: index === 0 ? 28 : 16,
    })),
    rows: block.rows.map(({ cells }) =>
      cells.map(
        (cell): WriteCell =>
          cell.unit === undefined || cell.label ? cellText(cell, locale) : numberCell(cell.value, cell.unit),
      ),
    ),
  };
}

/** What a correction says otherwise than the version before. */
function differencesSheet(report: ReadReport, locale: Locale): WriteSheet {
  const word = (zh: string, en: string) => inLocale({ zh, en }, locale);
  return {
    name: word('更正对照', 'Corrections'),
    columns: [
      { header: word('位置', 'Place'), width: 48 },
      { header: word('更正前', 'Before'), width: 48 },
      { header: word('更正后', 'Now'), width: 48 },
    ],
    rows: presentDifferences(report, locale).map(({ place, before, after }) => [place, before, after]),
  };
}
