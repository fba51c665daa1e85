import { Readable } from 'node:stream';
import { localDateTime, numberOf, typedCell, type WriteColumn, type WriteRows } from './columns.ts';

/** Text that is gathered before it is handed on. Characters. */
const PIECE = 64 * 1024;

/**
 * Writes a table as CSV in UTF-8 with a byte-order mark (Excel needs it for Chinese), streamed. Texts that a
 * spreadsheet program would run as a formula get an apostrophe in front, which reading takes away again.
 */
export function writeCsv({ columns, rows }: { columns: readonly WriteColumn[]; rows: WriteRows }): Readable {
  return Readable.from(pieces(columns, rows), { objectMode: false });
}

async function* pieces(columns: readonly WriteColumn[], rows: WriteRows): AsyncGenerator<string> {
  let piece = `\ufeff${columns.map(({ header }) => quoted(harmless(header))).join(',')}\r\n`;
  for await (const row of rows) {
    piece += `${columns.map((column, index) => quoted(csvText(typedCell(row[index], column)))).join(',')}\r\n`;
    if (piece.length < PIECE) continue;
    yield piece;
    piece = '';
  }
  yield piece;
}

function csvText({ value, kind }: ReturnType<typeof typedCell>): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  if (kind === 'date' || kind === 'dateTime') {
    const local = typeof value === 'string' ? localDateTime(value) : undefined;
    if (local !== undefined) return kind === 'date' ? local.slice(0, 10) : local;
  } else if (kind !== 'text' || typeof value === 'number') {
    const number = numberOf(value);
    if (number !== undefined) return number;
  }
  return harmless(String(value));
}

/** OWASP, CSV injection: `= + - @`, tab and carriage return start a formula; so would they behind our own mark. */
function harmless(text: string): string {
  return /^'*[=+\-@\t\r]/.test(text) ? `'${text}` : text;
}

function quoted(text: string): string {
  return /[",\r\n]|^[\s\ufeff]|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
