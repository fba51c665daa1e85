import {
  AlignmentType,
  ImageRun,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  VerticalAlign,
  WidthType,
} from 'docx';
import { FONTS, MARGIN, SIZE } from '../../word/official-style.ts';
import type { ChartPicture } from './chart-picture.ts';
import type { TextTable } from './report-table.ts';

/** Width between the margins, twentieths of a point. */
const TEXT_WIDTH = 11_906 - MARGIN.left - MARGIN.right;
/** Tables wider than this set their text smaller still. Columns. */
const MANY_COLUMNS = 7;
const SMALL = 17;

/** A table under its title, its header repeated on every page, with its notes below. */
export function tableParts(table: TextTable): (Paragraph | Table)[] {
  const size = table.columns.length > MANY_COLUMNS ? SMALL : SIZE.table;
  const widths = columnWidths(table);
  const cell = (
    text: string,
    style: { readonly width: number; readonly bold?: boolean; readonly right?: boolean },
  ) =>
    new TableCell({
      width: { size: style.width, type: WidthType.DXA },
      verticalAlign: VerticalAlign.CENTER,
      margins: { left: 80, right: 80, top: 40, bottom: 40 },
      children: text.split('\n').map(
        (line) =>
          new Paragraph({
            alignment: style.right ? AlignmentType.RIGHT : AlignmentType.LEFT,
            children: [new TextRun({ text: line, font: FONTS.text, size, bold: style.bold ?? false })],
          }),
      ),
    });
  const row = (cells: readonly TableCell[], isHeader = false) =>
    new TableRow({ children: cells, cantSplit: true, ...(isHeader ? { tableHeader: true } : {}) });
  return [
    new Paragraph({
      alignment: AlignmentType.CENTER,
      keepNext: true,
      spacing: { before: 240, after: 80 },
      children: [new TextRun({ text: table.title, font: FONTS.heading, size: SIZE.table + 3 })],
    }),
    new Table({
      width: { size: TEXT_WIDTH, type: WidthType.DXA },
      columnWidths: widths,
      rows: [
        row(
          table.columns.map((column, index) => cell(column, { width: widths[index] ?? 0, bold: true })),
          true,
        ),
        ...table.rows.map(({ cells, total }) =>
          row(
            cells.map(({ text, isNumber }, index) =>
              cell(text, { width: widths[index] ?? 0, bold: total, right: isNumber }),
            ),
          ),
        ),
      ],
    }),
    ...table.notes.map((line) => note(line, AlignmentType.LEFT)),
  ];
}

/** As wide as a column's longest words want to be, within reason: a story must not squeeze the dates beside it. */
function columnWidths({ columns, rows }: TextTable): number[] {
  const wanted = columns.map((column, index) => {
    const lengths = [column, ...rows.map(({ cells }) => cells[index]?.text ?? '')].map(lengthOf);
    return Math.min(40, Math.max(6, ...lengths));
  });
  const all = wanted.reduce((sum, width) => sum + width, 0);
  return wanted.map((width) => Math.floor((width / all) * TEXT_WIDTH));
}

/** Chinese characters are twice as wide as letters. */
function lengthOf(text: string): number {
  return [...text].reduce((sum, character) => sum + (character > '\u2e80' ? 2 : 1), 0);
}

/** A chart in the width of the text. */
export function picture({ png, width, height }: ChartPicture): Paragraph {
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

export function note(text: string, alignment: (typeof AlignmentType)[keyof typeof AlignmentType]): Paragraph {
  return new Paragraph({ alignment, children: [new TextRun({ text, font: FONTS.text, size: SIZE.note })] });
}
