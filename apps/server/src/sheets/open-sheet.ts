import { createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Localized } from '@huiyin/shared';
import { type RowKind, rowClassifier } from './read/classify.ts';
import { type CsvSource, openCsv } from './read/csv-source.ts';
import { detectFormat, type SheetFormat } from './read/format.ts';
import { findLayout, type SheetColumn, type SheetLayout } from './read/layout.ts';
import type { RawRow, RowSource, WorksheetInfo } from './read/source.ts';
import { openXlsx } from './read/xlsx-source.ts';
import { SheetError } from './sheet-error.ts';
import { cleanText } from './values/text.ts';

/** A file on disk, or a stream with the name it was sent under (kept in a temporary file until `close`). */
export type SheetFile = { path: string; name?: string } | { stream: Readable; name: string };

/** What the user decided; everything left out is detected. */
export interface OpenSheetOptions {
  encoding?: string;
  delimiter?: string;
  /** Name of the worksheet. */
  sheet?: string;
  /** Physical line of the header; 0: the first row is data. */
  headerLine?: number;
  /** Headers that would be known (labels of the targets): they help to find the header row. */
  knownLabels?: readonly string[];
}

/** Why the cells of a row cannot be trusted to stand in their columns. */
export interface RowProblem {
  code: 'EXTRA_CELLS' | 'SWALLOWED_ROWS' | 'UNDECODABLE';
  text: Localized;
}

/** A physical row with what it is. */
export interface SheetRow {
  /** Physical line or row where it begins, from 1. */
  line: number;
  kind: RowKind;
  /** By column key: the text without outer blanks, `''` when empty; merged cells show the value of the first. */
  cells: Record<string, string>;
  /** As the file holds it, by position. */
  raw: string[];
  /** Formulas of which the file holds no result, by column key; absent without any. */
  uncomputed?: Readonly<Record<string, string>>;
  problems: RowProblem[];
}

export interface OpenSheet {
  format: SheetFormat;
  name: string;
  /** Text files only. Not `certain`: show the user the first rows before going on. */
  encoding: { name: string; certain: boolean } | undefined;
  delimiter: string | undefined;
  sheets: WorksheetInfo[];
  sheetName: string;
  /** For progress. */
  approximateRows: number;
  layout: SheetLayout;
  columns: SheetColumn[];
  /** The first rows of data, for proposing a mapping and for showing. */
  sample: SheetRow[];
  /**
   * Every physical row from a line on (default: the first), in order, in constant memory; each call reads anew.
   * A workbook does not store rows that were never touched: their lines are left out.
   * @throws SheetError while reading: CORRUPT, UNCLOSED_QUOTE
   */
  rows(options?: { fromLine?: number }): AsyncIterable<SheetRow>;
  /** Lets go of the file and of what was kept beside it. */
  close(): Promise<void>;
}

/** Rows looked at to find header and columns. */
const HEAD_ROWS = 200;

/**
 * Opens a CSV file or workbook of whatever make: format by its bytes, encoding, delimiter, worksheet, header.
 * @throws SheetError with what to do about it
 */
export async function openSheet(file: SheetFile, options: OpenSheetOptions = {}): Promise<OpenSheet> {
  const { path, name, discard } = await onDisk(file);
  let source: RowSource | undefined;
  try {
    const format = await detectFormat(path);
    const csv = format === 'csv' ? await openCsv(path, { name, ...options }) : undefined;
    const opened = csv ?? (await openXlsx(path, options));
    source = opened;
    return await describe({ source: opened, csv, format, name, options, discard });
  } catch (error) {
    await source?.close();
    await discard();
    throw error;
  }
}

interface Describing {
  source: RowSource;
  csv: CsvSource | undefined;
  format: SheetFormat;
  name: string;
  options: OpenSheetOptions;
  discard: () => Promise<void>;
}

async function describe({ source, csv, format, name, options, discard }: Describing): Promise<OpenSheet> {
  const head: RawRow[] = [];
  for await (const row of source.rows()) {
    head.push(row);
    if (head.length >= HEAD_ROWS) break;
  }
  if (!head.some(({ raw }) => raw.some((cell) => cell.trim() !== ''))) throw new SheetError('EMPTY_FILE');
  const layout = findLayout(head, {
    ...options,
    merges: source.headMerges,
    names: [source.sheetName, name],
  });
  const read = rowReader(layout, csv?.delimiter);
  return {
    format,
    name,
    encoding: csv && { name: csv.encoding.name, certain: csv.encoding.certain },
    delimiter: csv?.delimiter,
    sheets: source.sheets,
    sheetName: source.sheetName,
    approximateRows: source.approximateRows,
    layout,
    columns: layout.columns,
    sample: head.map(read).filter(({ kind }) => kind === 'data'),
    async *rows({ fromLine = 1 } = {}) {
      for await (const row of source.rows()) {
        if (row.line >= fromLine) yield read(row);
      }
    },
    async close() {
      await source.close();
      await discard();
    },
  };
}

/** Makes rows of raw ones: classified, cells under their columns, with what is suspicious about them. */
function rowReader(layout: SheetLayout, delimiter: string | undefined): (row: RawRow) => SheetRow {
  const classify = rowClassifier(layout);
  const named = new Set(layout.columns.map(({ index }) => index));
  return (row) => {
    const kind = classify(row);
    const cells: Record<string, string> = {};
    for (const { key, index } of layout.columns) {
      const own = cleanText(row.raw[index] ?? '');
      cells[key] = own === '' && kind === 'data' ? cleanText(row.merged?.get(index) ?? '') : own;
    }
    const problems =
      kind === 'data' ? problemsOf(row.raw, { named, delimiter, width: layout.columns.length }) : [];
    const read = { line: row.line, kind, cells, raw: row.raw, problems };
    return row.uncomputed ? { ...read, uncomputed: byKey(row.uncomputed, layout.columns) } : read;
  };
}

function byKey(
  values: ReadonlyMap<number, string>,
  columns: readonly SheetColumn[],
): Readonly<Record<string, string>> {
  return Object.fromEntries(
    columns.flatMap(({ key, index }): [string, string][] => {
      const value = values.get(index);
      return value === undefined ? [] : [[key, value]];
    }),
  );
}

function problemsOf(
  raw: readonly string[],
  { named, delimiter, width }: { named: ReadonlySet<number>; delimiter: string | undefined; width: number },
): RowProblem[] {
  const problems: RowProblem[] = [];
  const extra = raw.filter((cell, index) => !named.has(index) && cell.trim() !== '');
  if (extra.length > 0) {
    const shown = extra.slice(0, 3).join('、');
    problems.push({
      code: 'EXTRA_CELLS',
      text: {
        zh: `有 ${extra.length} 个值不在任何一列之下（${shown}）。请检查是否多了分隔符，或补上列标题。`,
        en: `${extra.length} value(s) stand under no column (${shown}). Look for a delimiter too many, or add the missing header.`,
      },
    });
  }
  if (delimiter !== undefined && raw.some((cell) => holdsRows(cell, { delimiter, width }))) {
    problems.push({
      code: 'SWALLOWED_ROWS',
      text: {
        zh: '一个单元格里像是包含了后面的几行，可能是双引号没有配对。请改正引号。',
        en: 'One cell seems to hold the rows that follow: a double quote may be unmatched. Correct the quotes.',
      },
    });
  }
  if (raw.some((cell) => cell.includes('\ufffd'))) {
    problems.push({
      code: 'UNDECODABLE',
      text: {
        zh: '有无法识别的字符。请确认文件编码，或改正该行后再导入。',
        en: 'Some characters cannot be read. Check the encoding of the file, or correct the row.',
      },
    });
  }
  return problems;
}

/** A line inside the cell that has as many delimiters as a row of the table. */
function holdsRows(cell: string, { delimiter, width }: { delimiter: string; width: number }): boolean {
  if (width < 4 || !cell.includes('\n')) return false;
  return cell.split('\n').some((line) => line.split(delimiter).length > Math.max(3, width / 2));
}

async function onDisk(
  file: SheetFile,
): Promise<{ path: string; name: string; discard: () => Promise<void> }> {
  if ('path' in file)
    return { path: file.path, name: file.name ?? basename(file.path), discard: async () => {} };
  const folder = await mkdtemp(join(tmpdir(), 'huiyin-upload-'));
  const discard = () => rm(folder, { recursive: true, force: true });
  const path = join(folder, 'sheet');
  try {
    await pipeline(file.stream, createWriteStream(path));
  } catch (error) {
    await discard();
    throw error;
  }
  return { path, name: file.name, discard };
}
