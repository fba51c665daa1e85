import type { ReportSection } from '@huiyin/domain';
import { inLocale, type Locale, type Localized } from '@huiyin/shared';
import {
  AlignmentType,
  Document,
  Footer,
  Header,
  HeadingLevel,
  LeaderType,
  Packer,
  PageBreak,
  PageNumber,
  Paragraph,
  type Table,
  TableOfContents,
  TextRun,
} from 'docx';
import { FONTS, INDENT, PAGE, SIZE } from '../../word/official-style.ts';
import { chartPicture } from './chart-picture.ts';
import { presentDifferences } from './present-report.ts';
import type { ReportRow } from './report.repository.ts';
import { formulaTable, textTableOf } from './report-table.ts';
import type { ReadReport } from './reports.ts';
import { note, picture, tableParts } from './word-parts.ts';

type Part = Paragraph | Table | TableOfContents;

interface WordOptions {
  /** Where it stands, line by line: a draft, or published by whom. */
  readonly standing: readonly string[];
  readonly locale: Locale;
  /** Who reports. */
  readonly organization: Localized;
}

/** A report as the Word file that offices send upward: cover, contents, sections, and what its numbers mean. */
export async function wordFile(report: ReadReport, options: WordOptions): Promise<Buffer> {
  const { content } = report;
  const { locale } = options;
  const title = inLocale(content.title, locale);
  const body: Part[] = [
    ...content.sections.flatMap((section, index) => sectionParts(section, { report, locale, index })),
    ...annexes(report, options),
  ];
  const document = new Document({
    creator: 'Huiyin 回音',
    title,
    styles: {
      default: {
        document: { run: { font: FONTS.text, size: SIZE.text, language: { value: 'zh-CN' } } },
        heading1: { run: { font: FONTS.heading, size: SIZE.text, color: '000000' } },
      },
    },
    sections: [
      { properties: { page: PAGE, titlePage: true }, children: cover(report, options) },
      {
        // Pages are counted from the first of the text, as official documents are.
        properties: { page: { ...PAGE, pageNumbers: { start: 1 } } },
        headers: { default: new Header({ children: [note(title, AlignmentType.CENTER)] }) },
        footers: { default: pageFooter() },
        children: body,
      },
    ],
  });
  return Packer.toBuffer(document);
}

function pageFooter(): Footer {
  return new Footer({
    children: [
      new Paragraph({
        alignment: AlignmentType.CENTER,
        children: [new TextRun({ children: ['— ', PageNumber.CURRENT, ' —'], size: 28 })],
      }),
    ],
  });
}

/** Title, who reports and when, where the report stands, and its contents on the page after. */
function cover({ content }: ReadReport, options: WordOptions): Part[] {
  const { locale, organization, standing } = options;
  const zh = locale !== 'en';
  const centred = (text: string, style: { readonly font: object; readonly size: number }, before: number) =>
    new Paragraph({
      alignment: AlignmentType.CENTER,
      spacing: { before, after: 160 },
      children: [new TextRun({ text, ...style })],
    });
  const { now, before, yearAgo } = content.periods;
  const compared = [yearAgo, before].flatMap((period) => (period ? [inLocale(period.label, locale)] : []));
  return [
    centred(inLocale(content.title, locale), { font: FONTS.title, size: SIZE.title }, 3_600),
    centred(`${now.from} ${zh ? '至' : 'to'} ${now.to}`, { font: FONTS.text, size: SIZE.text }, 320),
    ...(compared.length > 0
      ? [
          note(
            `${zh ? '对比期：' : 'Compared with '}${compared.join(zh ? '、' : ', ')}`,
            AlignmentType.CENTER,
          ),
        ]
      : []),
    centred(inLocale(organization, locale), { font: FONTS.text, size: SIZE.text }, 3_600),
    ...standing.map((line) => note(line, AlignmentType.CENTER)),
    new Paragraph({ children: [new PageBreak()] }),
    centred(zh ? '目　录' : 'Contents', { font: FONTS.heading, size: SIZE.text }, 0),
    // Written from the headings, each linked to its page; without page numbers, which only the reader's program knows
    // (and would ask to work out at every opening).
    new TableOfContents(zh ? '目录' : 'Contents', {
      ...{ hyperlink: true, headingStyleRange: '1-1', beginDirty: false, tabLeader: LeaderType.NONE },
    }),
  ];
}

/** Where the report stands: a draft, or published by whom, with its hash. */
export function standingOf(row: ReportRow, locale: Locale): string[] {
  const zh = locale !== 'en';
  if (row.status === 'DRAFT')
    return [zh ? '草稿，数据以发布时为准' : 'Draft: figures may change until publication'];
  const day = row.published_at?.toLocaleDateString(zh ? 'zh-CN' : 'en-GB', {
    timeZone: 'Asia/Shanghai',
    dateStyle: 'long',
  });
  const by = row.published_by?.name ?? '';
  return [
    zh ? `第 ${row.version} 版　${day}　批准：${by}` : `Version ${row.version}, ${day}, approved by ${by}`,
    ...(row.reason ? [zh ? `更正说明：${row.reason}` : `Corrected: ${row.reason}`] : []),
    `SHA-256 ${row.hash}`,
  ];
}

function headingOf({ title }: Pick<ReportSection, 'title'>, index: number, locale: Locale): string {
  const name = inLocale(title, locale);
  return locale === 'en' ? `${index + 1}. ${name}` : `${chineseOrdinal(index + 1)}、${name}`;
}

function heading(text: string): Paragraph {
  return new Paragraph({
    heading: HeadingLevel.HEADING_1,
    keepNext: true,
    spacing: { before: 320, after: 160 },
    children: [new TextRun({ text, font: FONTS.heading, size: SIZE.text, color: '000000' })],
  });
}

function sectionParts(
  section: ReportSection,
  { report, locale, index }: { readonly report: ReadReport; readonly locale: Locale; readonly index: number },
): Part[] {
  const text = inLocale(report.read[section.code] ?? { zh: '', en: '' }, locale);
  return [
    heading(headingOf(section, index, locale)),
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
      // A table of nothing but its own zero says nothing that the text does not.
      if (!table || table.rows.every(({ total }) => total)) return [];
      const chart = block.kind === 'table' ? block.chart : undefined;
      const drawn = chart?.series.some(({ values }) => values.some((value) => value !== 0))
        ? chart
        : undefined;
      return [...tableParts(table), ...(drawn ? [picture(chartPicture(drawn, locale))] : [])];
    }),
  ];
}

/** What a correction changed, what does not add up or is missing, and how every figure is computed. */
function annexes(report: ReadReport, { locale }: WordOptions): Part[] {
  const word = (zh: string, en: string) => inLocale({ zh, en }, locale);
  const { problems } = report.content;
  const differences = presentDifferences(report, locale);
  return [
    ...(differences.length === 0
      ? []
      : [
          heading(word('附：与上一版的不同', 'Annex: what the version before said otherwise')),
          ...tableParts({
            title: word('更正对照', 'Corrections'),
            columns: [word('位置', 'Place'), word('更正前', 'Before'), word('更正后', 'Now')],
            rows: differences.map(({ place, before, after }) => ({
              total: false,
              cells: [place, before, after].map((text) => ({ text, isNumber: false })),
            })),
            notes: [],
          }),
        ]),
    ...(problems.length === 0
      ? []
      : [
          heading(word('附：待核对事项', 'Annex: to be checked')),
          ...problems.map((problem) => note(`· ${inLocale(problem, locale)}`, AlignmentType.LEFT)),
        ]),
    heading(word('附：指标说明', 'Annex: how the figures are computed')),
    ...tableParts(formulaTable(report.content, locale)),
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
