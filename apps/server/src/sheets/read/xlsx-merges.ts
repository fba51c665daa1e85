import { SheetError } from '../sheet-error.ts';
import { MAX_CELL_CHARACTERS, MAX_MERGES } from './limits.ts';
import type { Merge } from './source.ts';
import { columnOf } from './xlsx-cell.ts';
import type { WorkbookParts } from './xlsx-parts.ts';

/** Merges of the first rows are what the header is found with. */
const HEAD_ROWS = 60;

export interface WorksheetScan {
  /** Rows the sheet stores, empty ones with a format included. */
  rowCount: number;
  headMerges: Merge[];
  /** Merges over several rows, by their first row: cells below the first show its value. */
  tall: Merge[];
}

/**
 * Runs over the bytes of a worksheet for its number of rows and its merged cells, which are written *after* the
 * rows: without this run no row could know that it continues one above.
 */
export async function scanWorksheet(parts: WorkbookParts, path: string): Promise<WorksheetScan> {
  const scan: WorksheetScan = { rowCount: 0, headMerges: [], tall: [] };
  let tail: Buffer = Buffer.alloc(0);
  let afterRows = false;
  for await (const chunk of await parts.stream(path)) {
    const bytes = tail.length > 0 ? Buffer.concat([tail, chunk]) : chunk;
    if (!afterRows) scan.rowCount += countOf(bytes, ROW_START);
    // `<` never stands in a text: this cannot be the content of a cell.
    const begin = afterRows ? 0 : firstOf(bytes, MERGES_START);
    if (begin < 0) {
      tail = Buffer.from(bytes.subarray(-MERGES_START_LONGEST));
      // What was counted must not be counted again with the next piece.
      scan.rowCount -= countOf(tail, ROW_START);
      continue;
    }
    afterRows = true;
    const text = bytes.toString('latin1', begin);
    const complete = text.lastIndexOf('>') + 1;
    for (const [, reference = ''] of text.slice(0, complete).matchAll(/mergeCell\s[^>]*?ref="([^"]+)"/g)) {
      addMerge(scan, reference);
    }
    tail = Buffer.from(text.slice(complete), 'latin1');
    if (tail.length > MAX_CELL_CHARACTERS) throw new SheetError('TOO_LARGE');
  }
  scan.tall.sort((a, b) => a.top - b.top);
  return scan;
}

const ROW_START = [Buffer.from('<row '), Buffer.from('<row>'), Buffer.from('<x:row ')];
const MERGES_START = [Buffer.from('<mergeCells'), Buffer.from('<x:mergeCells')];
const MERGES_START_LONGEST = 12;

function countOf(bytes: Buffer, needles: readonly Buffer[]): number {
  let count = 0;
  for (const needle of needles) {
    for (let at = bytes.indexOf(needle); at >= 0; at = bytes.indexOf(needle, at + 1)) count++;
  }
  return count;
}

function firstOf(bytes: Buffer, needles: readonly Buffer[]): number {
  for (const needle of needles) {
    const at = bytes.indexOf(needle);
    if (at >= 0) return at;
  }
  return -1;
}

function addMerge(scan: WorksheetScan, reference: string): void {
  const [from = '', to = from] = reference.replaceAll('$', '').split(':');
  const rowOf = (cell: string) => Number(cell.replace(/^[a-z]+/i, '')) - 1;
  const merge = { top: rowOf(from), left: columnOf(from), bottom: rowOf(to), right: columnOf(to) };
  if (!(merge.top >= 0 && merge.left >= 0 && merge.bottom >= merge.top && merge.right >= merge.left)) return;
  if (merge.top < HEAD_ROWS) scan.headMerges.push(merge);
  if (merge.bottom > merge.top) scan.tall.push(merge);
  if (scan.headMerges.length + scan.tall.length > MAX_MERGES) throw new SheetError('TOO_LARGE');
}
