import type { Readable } from 'node:stream';
import { decimalOfMoney, type ReportBlock, type TableCell, type Unit } from '@huiyin/domain';
import { inLocale, type Locale } from '@huiyin/shared';
import type { WriteKind, WriteSheet, WriteValue } from '../../sheets/write/columns.ts';
import { writeWorkbook } from '../../sheets/write/xlsx.ts';
import { cellText } from './present-report.ts';
import { textTableOf } from './report-table.ts';
import type { ReadReport } from './reports.ts';

/** A report as a workbook: its text and figures first, then a sheet for every table, with numbers to count with. */
export function sheetFile(report: ReadReport, locale: Locale): Readable {
  const { content, read } = report;
  const title = inLocale(content.title, locale);
  const zh = locale !== 'en';
  const text: WriteSheet = {
    name: zh ? '文字' : 'Text',
    titles: [title],
    columns: [
      { header: zh ? '部分' : 'Section', width: 22 },
      { header: zh ? '文字' : 'Text', width: 100 },
    ],
    rows: content.sections.map(({ code, title: name }) => [
      inLocale(name, locale),
      inLocale(read[code] ?? { zh: '', en: '' }, locale),
    ]),
  };
  const figures: WriteSheet = {
    name: zh ? '主要数据' : 'Figures',
    titles: [title],
    ...figuresOf(report, locale),
  };
  const tables = content.sections.flatMap(({ title: name, blocks }) =>
    blocks.flatMap((block) =>
      block.kind === 'table' ? [tableSheet(block, inLocale(name, locale), locale)] : [],
    ),
  );
  return writeWorkbook({ sheets: [text, figures, ...tables] });
}

/** Every figure, line by line: the same periods are compared in all sections. */
function figuresOf({ content }: ReadReport, locale: Locale): Pick<WriteSheet, 'columns' | 'rows'> {
  const tables = content.sections.flatMap(({ title, blocks }) =>
    blocks.flatMap((block) => {
      const table = block.kind === 'figures' ? textTableOf(block, locale) : undefined;
      return table ? [{ section: inLocale(title, locale), table }] : [];
    }),
  );
  const headers = [locale === 'en' ? 'Section' : '部分', ...(tables[0]?.table.columns ?? [])];
  return {
    columns: headers.map((header) => ({ header, width: 20 })),
    rows: tables.flatMap(({ section, table }) =>
      table.rows.map(({ cells }) => [section, ...cells.map(({ text }) => text)]),
    ),
  };
}

const KINDS: Readonly<Record<Unit, WriteKind>> = {
  COUNT: 'integer',
  RATE: 'percent',
  MONEY: 'money',
  SECONDS: 'text',
  PER: 'decimal',
};

function tableSheet(
  block: Extract<ReportBlock, { kind: 'table' }>,
  section: string,
  locale: Locale,
): WriteSheet {
  return {
    name: inLocale(block.title, locale),
    titles: [`${section} / ${inLocale(block.title, locale)}`],
    columns: block.columns.map((column, index) => {
      const unit = block.rows.map(({ cells }) => cells[index]?.unit).find((each) => each !== undefined);
      return {
        header: inLocale(column, locale),
        width: index === 0 ? 28 : 16,
        kind: unit ? KINDS[unit] : 'text',
      };
    }),
    rows: block.rows.map(({ cells }) => cells.map((cell) => sheetValue(cell, locale))),
  };
}

/** Numbers as numbers; amounts as decimal text, never as binary fractions. */
function sheetValue(cell: TableCell, locale: Locale): WriteValue {
  const { unit, value } = cell;
  if (unit === undefined || unit === 'SECONDS' || typeof value !== 'number') return cellText(cell, locale);
  return unit === 'MONEY' ? decimalOfMoney({ amount: value, currency: 'CNY' }) : value;
}
