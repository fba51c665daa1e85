import { columnLetters, numberText } from '../read/xlsx-cell.ts';
import {
  localDateTime,
  numberOf,
  typedCell,
  type WriteCell,
  type WriteColumn,
  type WriteKind,
  type WriteSheet,
  type WriteValue,
} from './columns.ts';
import { cellText, STYLE } from './xlsx-parts.ts';

/** Rows a worksheet can hold. */
export const MAX_SHEET_ROWS = 1_048_576;
/** Text that is gathered before it is handed on. Characters. */
const PIECE = 64 * 1024;
const DEFAULT_WIDTH = 16;

type Row = readonly WriteCell[];

/** Where the rows of a table are, across the sheets it fills. */
export interface SheetProgress {
  rows: AsyncIterator<Row> | Iterator<Row>;
  done: boolean;
}

/** The XML of one worksheet, piece by piece: titles, header, rows until there are no more or it is full. */
export async function* sheetPieces(
  { titles = [], columns, rows: _ }: WriteSheet,
  progress: SheetProgress,
  maxRows = MAX_SHEET_ROWS,
): AsyncGenerator<string> {
  const lastColumn = columnLetters(Math.max(0, columns.length - 1));
  let piece = sheetStart(columns, titles.length + 1);
  let row = 0;
  for (const title of titles) piece += rowXml(++row, textCell(`A${row}`, title, STYLE.title));
  row++;
  piece += rowXml(
    row,
    columns.map(({ header }, index) => textCell(columnLetters(index) + row, header, STYLE.header)).join(''),
  );
  const letters = columns.map((_column, index) => columnLetters(index));
  while (row < maxRows) {
    const { value, done } = await progress.rows.next();
    if (done) {
      progress.done = true;
      break;
    }
    row++;
    let cells = '';
    for (let index = 0; index < columns.length; index++) {
      const typed = typedCell(value[index], columns[index]);
      cells += cellXml(`${letters[index]}${row}`, typed.value, typed.kind);
    }
    piece += rowXml(row, cells);
    if (piece.length < PIECE) continue;
    yield piece;
    piece = '';
  }
  yield `${piece}</sheetData>`;
  const merges =
    columns.length > 1
      ? titles.map((_title, index) => `<mergeCell ref="A${index + 1}:${lastColumn}${index + 1}"/>`)
      : [];
  yield merges.length > 0
    ? `<mergeCells count="${merges.length}">${merges.join('')}</mergeCells></worksheet>`
    : '</worksheet>';
}

function sheetStart(columns: readonly WriteColumn[], headerRow: number): string {
  const widths = columns.map(
    ({ width = DEFAULT_WIDTH }, index) =>
      `<col min="${index + 1}" max="${index + 1}" width="${width}" customWidth="1"/>`,
  );
  return [
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n',
    '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">',
    `<sheetViews><sheetView workbookViewId="0"><pane ySplit="${headerRow}" topLeftCell="A${headerRow + 1}" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>`,
    widths.length > 0 ? `<cols>${widths.join('')}</cols>` : '',
    '<sheetData>',
  ].join('');
}

function rowXml(row: number, cells: string): string {
  return `<row r="${row}">${cells}</row>`;
}

/** A value that is not what its column holds is written as text: shown as it is, never lost. */
function cellXml(reference: string, value: WriteValue, kind: WriteKind): string {
  if (value === null || value === undefined || value === '') return '';
  if (typeof value === 'boolean') return `<c r="${reference}" t="b"><v>${value ? 1 : 0}</v></c>`;
  const number = kind === 'date' || kind === 'dateTime' ? daySerial(value, kind) : exactNumber(value, kind);
  return number === undefined
    ? textCell(reference, String(value), STYLE.text)
    : `<c r="${reference}" s="${STYLE[kind]}"><v>${number}</v></c>`;
}

function textCell(reference: string, text: string, style: number): string {
  return `<c r="${reference}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${cellText(text)}</t></is></c>`;
}

/** A number a spreadsheet program can hold exactly: it keeps 15 digits. */
function exactNumber(value: WriteValue, kind: WriteKind): string | undefined {
  if (kind === 'text' && typeof value !== 'number') return undefined;
  // A third has more digits than any cell: as many are kept as a program keeps.
  const isFraction = typeof value === 'number' && !Number.isInteger(value);
  const number = isFraction ? numberText(String(value)) : numberOf(value);
  if (number === undefined) return undefined;
  return number.replace(/[-.]/g, '').replace(/^0+/, '').length > 15 ? undefined : number;
}

/** The day number of a date: days since 30 December 1899, the time of day as fraction. */
function daySerial(value: WriteValue, kind: 'date' | 'dateTime'): string | undefined {
  const local = typeof value === 'string' ? localDateTime(value) : undefined;
  if (local === undefined) return undefined;
  const [date = '', time] = (kind === 'date' ? local.slice(0, 10) : local).split(' ');
  const moment = new Date(`${date}T${time ?? '00:00'}Z`);
  // 30 February is no day, though it is parsed as one.
  if (Number.isNaN(moment.getTime()) || !moment.toISOString().startsWith(date)) return undefined;
  const ms = moment.getTime() - Date.UTC(1899, 11, 30);
  // Before March 1900 day numbers of the spreadsheet programs disagree.
  if (ms < 61 * 86_400_000) return undefined;
  return String(ms / 86_400_000);
}
