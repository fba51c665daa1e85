import type { ReportSection } from '@huiyin/domain';
import { inLocale, type Locale, type Localized } from '@huiyin/shared';
import {
  AlignmentType,
  Document,
  Footer,
  HeadingLevel,
  ImageRun,
  Packer,
  PageNumber,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
} from 'docx';
import { chartPicture } from './chart-picture.ts';
import type { ReportRow } from './report.repository.ts';
import { type TextTable, textTableOf } from './report-table.ts';
import type { ReadReport } from './reports.ts';

/**
 * Fonts and sizes of official documents (GB/T 9704-2012, 5.2 and 7): title 小标宋 22 pt, headings 黑体 and text 仿宋,
 * 16 pt; tables smaller, so that they fit. docx counts half points.
 */
const FONTS = {
  title: { ascii: 'Times New Roman', hAnsi: 'Times New Roman', eastAsia: '方正小标宋简体' },
  heading: { ascii: 'Times New Roman', hAnsi: 'Times New Roman', eastAsia: '黑体' },
  text: { ascii: 'Times New Roman', hAnsi: 'Times New Roman', eastAsia: '仿宋' },
} as const;
const SIZE = { title: 44, text: 32, table: 21, note: 18 } as const;
/** A first line is set in by two characters; twentieths of a point. */
const INDENT = 640;
/** Margins of A4 by GB/T 9704: top 37, left 28, right 26, bottom 35 mm; twentieths of a point. */
const MARGIN = { top: 2098, left: 1587, right: 1474, bottom: 1984 } as const;

/** A report as the Word file that offices send upward. */
export async function wordFile(
  report: ReadReport,
  options: { readonly row: ReportRow; readonly locale: Locale },
): Promise<Buffer> {
  const { content } = report;
  const { locale } = options;
  const children = [
    new Paragraph({
      heading: HeadingLevel.TITLE,
      alignment: AlignmentType.CENTER,
      spacing: { after: 320 },
      children: [new TextRun({ text: inLocale(content.title, locale), font: FONTS.title, size: SIZE.title })],
    }),
    ...standing(options).map((line) => note(line, AlignmentType.CENTER)),
    ...content.sections.flatMap((section, index) => sectionParts(section, { report, locale, index })),
    ...problems(report, locale),
  ];
  const document = new Document({
    creator: 'Huiyin 回音',
    title: inLocale(content.title, locale),
    styles: {
      default: { document: { run: { font: FONTS.text, size: SIZE.text, language: { value: 'zh-CN' } } } },
    },
    sections: [
      {
        properties: { page: { size: { width: 11_906, height: 16_838 }, margin: MARGIN } },
        footers: {
          default: new Footer({
            children: [
              new Paragraph({
                alignment: AlignmentType.CENTER,
                children: [new TextRun({ children: ['— ', PageNumber.CURRENT, ' —'], size: 28 })],
              }),
            ],
          }),
        },
        children,
      },
    ],
  });
  return Packer.toBuffer(document);
}

/** Where the report stands: a draft, or published by whom, with its hash. */
function standing({ row, locale }: { readonly row: ReportRow; readonly locale: Locale }): string[] {
  const zh = locale !== 'en';
  if (row.status === 'DRAFT')
    return [zh ? '草稿，数据以发布时为准' : 'Draft: figures may change until publication'];
  const day = row.published_at?.toLocaleDateString(zh ? 'zh-CN' : 'en-GB', { timeZone: 'Asia/Shanghai' });
  const by = row.published_by?.name ?? '';
  return [
    ...(row.reason ? [zh ? `更正说明：${row.reason}` : `Corrected: ${row.reason}`] : []),
    zh ? `第 ${row.version} 版　批准：${by}　${day}` : `Version ${row.version}, approved by ${by}, ${day}`,
    `SHA-256 ${row.hash}`,
  ];
}

function sectionParts(
  section: ReportSection,
  { report, locale, index }: { readonly report: ReadReport; readonly locale: Locale; readonly index: number },
): (Paragraph | Table)[] {
  const title = inLocale(section.title, locale);
  const heading = locale === 'en' ? `${index + 1}. ${title}` : `${chineseOrdinal(index + 1)}、${title}`;
  const text = inLocale(report.read[section.code] ?? { zh: '', en: '' }, locale);
  return [
    new Paragraph({
      heading: HeadingLevel.HEADING_1,
      keepNext: true,
      spacing: { before: 320, after: 160 },
      children: [new TextRun({ text: heading, font: FONTS.heading, size: SIZE.text, color: '000000' })],
    }),
    ...text
      .split('\n')
      .filter((line) => line.trim() !== '')
      .map(
        (line) =>
          new Paragraph({
            indent: { firstLine: INDENT },
            spacing: { line: 560, lineRule: 'exact' },
            children: [new TextRun({ text: line, font: FONTS.text, size: SIZE.text })],
          }),
      ),
    ...section.blocks.flatMap((block) => {
      const table = textTableOf(block, locale);
      if (!table || table.rows.length === 0) return [];
      const chart = block.kind === 'table' ? block.chart : undefined;
      const drawn = chart?.series.some(({ values }) => values.some((value) => value !== 0))
        ? chart
        : undefined;
      return [...tableParts(table), ...(drawn ? [picture(chartPicture(drawn, locale))] : [])];
    }),
  ];
}

function tableParts(table: TextTable): (Paragraph | Table)[] {
  const cell = (text: string, style: { readonly bold?: boolean; readonly right?: boolean }) =>
    new TableCell({
      margins: { left: 80, right: 80, top: 40, bottom: 40 },
      children: [
        new Paragraph({
          alignment: style.right ? AlignmentType.RIGHT : AlignmentType.LEFT,
          children: [new TextRun({ text, font: FONTS.text, size: SIZE.table, bold: style.bold ?? false })],
        }),
      ],
    });
  return [
    new Paragraph({
      alignment: AlignmentType.CENTER,
      keepNext: true,
      spacing: { before: 240, after: 80 },
      children: [new TextRun({ text: table.title, font: FONTS.heading, size: SIZE.table + 3 })],
    }),
    new Table({
      width: { size: 100, type: WidthType.PERCENTAGE },
      rows: [
        new TableRow({
          tableHeader: true,
          cantSplit: true,
          children: table.columns.map((column) => cell(column, { bold: true })),
        }),
        ...table.rows.map(
          ({ cells, total }) =>
            new TableRow({
              cantSplit: true,
              children: cells.map(({ text, isNumber }) => cell(text, { bold: total, right: isNumber })),
            }),
        ),
      ],
    }),
    ...table.notes.map((line) => note(line, AlignmentType.LEFT)),
  ];
}

function picture({ png, width, height }: ReturnType<typeof chartPicture>): Paragraph {
  const shown = 560 / width;
  return new Paragraph({
    alignment: AlignmentType.CENTER,
    spacing: { before: 120, after: 120 },
    children: [
      new ImageRun({
        type: 'png',
        data: png,
        transformation: { width: Math.round(width * shown), height: Math.round(height * shown) },
      }),
    ],
  });
}

function note(text: string, alignment: (typeof AlignmentType)[keyof typeof AlignmentType]): Paragraph {
  return new Paragraph({ alignment, children: [new TextRun({ text, font: FONTS.text, size: SIZE.note })] });
}

const PROBLEMS: Localized = { zh: '待核对', en: 'To be checked' };

/** What does not add up or is missing, so that nobody learns of it later. */
function problems({ content }: ReadReport, locale: Locale): Paragraph[] {
  if (content.problems.length === 0) return [];
  return [
    note(`${inLocale(PROBLEMS, locale)}:`, AlignmentType.LEFT),
    ...content.problems.map((problem) => note(`· ${inLocale(problem, locale)}`, AlignmentType.LEFT)),
  ];
}

const DIGITS = '零一二三四五六七八九十';

/** 1 to 99 as headings are numbered: 一, 十, 十一, 二十三. */
export function chineseOrdinal(number: number): string {
  if (number <= 10) return DIGITS[number] ?? '';
  const tens = Math.floor(number / 10);
  const ones = number % 10;
  return `${tens > 1 ? DIGITS[tens] : ''}十${ones > 0 ? DIGITS[ones] : ''}`;
}
