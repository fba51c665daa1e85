import { SheetError } from '../sheet-error.ts';
import { readSharedStrings, type SharedStrings } from './shared-strings.ts';
import type { Merge, RawRow, RowSource } from './source.ts';
import { scanWorksheet } from './xlsx-merges.ts';
import { decodePart, openParts, type WorkbookParts, xmlParser } from './xlsx-parts.ts';
import { WorksheetRows } from './xlsx-rows.ts';
import { readWorkbook, type Workbook, type WorkbookSheet } from './xlsx-workbook.ts';

/**
 * A workbook as rows of its chosen sheet: the one named, else the largest visible one (a cover sheet or a page
 * of statistics is small). Numbers are texts as a person reads them, dates `2010-03-15` or `2010-03-15 09:20`.
 *
 * Not done with hucre, whose row stream parses ahead without waiting for its consumer, keeps files as Excel
 * writes them (shared texts after the sheets) whole in memory, and knows no merges.
 * @throws SheetError CORRUPT, ENCRYPTED, TOO_LARGE, UNSUPPORTED_FORMAT, NO_SUCH_SHEET
 */
export async function openXlsx(path: string, options: { sheet?: string }): Promise<RowSource> {
  const parts = await openParts(path);
  let strings: SharedStrings | undefined;
  try {
    const workbook = await readWorkbook(parts);
    const sheet = chooseSheet(workbook.sheets, options.sheet);
    const scan = await scanWorksheet(parts, sheet.path).catch((cause: unknown) => {
      throw cause instanceof SheetError ? cause : new SheetError('CORRUPT', { cause });
    });
    const shared = await readSharedStrings(parts, workbook.sharedStringsPath);
    strings = shared;
    return {
      sheets: workbook.sheets.map(({ name, hidden, bytes }) => ({ name, hidden, bytes })),
      sheetName: sheet.name,
      approximateRows: scan.rowCount,
      headMerges: scan.headMerges,
      rows: () => withMerged(readRows({ parts, sheet, workbook, strings: shared }), scan.tall),
      async close() {
        shared.close();
        await parts.close();
      },
    };
  } catch (error) {
    strings?.close();
    await parts.close();
    throw error;
  }
}

function chooseSheet(sheets: readonly WorkbookSheet[], wanted: string | undefined): WorkbookSheet {
  if (wanted !== undefined) {
    const named = sheets.find(({ name }) => name === wanted);
    if (!named) throw new SheetError('NO_SUCH_SHEET');
    return named;
  }
  const [first, ...others] = sheets.filter(({ hidden }) => !hidden);
  if (!first) throw new SheetError('NO_SUCH_SHEET');
  return others.reduce((largest, sheet) => (sheet.bytes > largest.bytes ? sheet : largest), first);
}

interface WorksheetReading {
  parts: WorkbookParts;
  sheet: WorkbookSheet;
  workbook: Workbook;
  strings: SharedStrings;
}

async function* readRows({ parts, sheet, workbook, strings }: WorksheetReading): AsyncGenerator<RawRow> {
  let ready: RawRow[] = [];
  const parser = xmlParser(new WorksheetRows(workbook, strings, (row) => ready.push(row)));
  for await (const text of decodePart(parts, sheet.path)) {
    parser.write(text);
    const rows = ready;
    ready = [];
    // The next piece is unpacked only when these are taken: memory stays constant however slow the consumer.
    yield* rows;
  }
  parser.end();
  yield* ready;
}

/** Adds to each row what its cells show because they are merged with one above. */
async function* withMerged(rows: AsyncIterable<RawRow>, tall: readonly Merge[]): AsyncGenerator<RawRow> {
  if (tall.length === 0) {
    yield* rows;
    return;
  }
  let next = 0;
  let open: { merge: Merge; text: string }[] = [];
  for await (const row of rows) {
    const index = row.line - 1;
    open = open.filter(({ merge }) => merge.bottom >= index);
    let merged: Map<number, string> | undefined;
    for (const { merge, text } of open) {
      if (text === '' || (row.raw[merge.left] ?? '') !== '') continue;
      merged ??= new Map();
      merged.set(merge.left, text);
    }
    for (let merge = tall[next]; merge && merge.top <= index; merge = tall[++next]) {
      if (merge.top === index) open.push({ merge, text: row.raw[merge.left] ?? '' });
    }
    yield merged ? { ...row, merged } : row;
  }
}
