import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream';
import { type CsvError, type Options, parse } from 'csv-parse';
import { parse as parseAll } from 'csv-parse/sync';
import iconv from 'iconv-lite';
import { SheetError } from '../sheet-error.ts';
import { detectEncoding, readHead, type TextEncoding } from './encoding.ts';
import { MAX_COLUMNS } from './limits.ts';
import type { RawRow, RowSource } from './source.ts';

export interface CsvSource extends RowSource {
  encoding: TextEncoding;
  delimiter: string;
}

const DELIMITERS = [',', '\t', ';', '|', '，'] as const;
const SAMPLE_BYTES = 64 * 1024;
/** A quote that is never closed would swallow the rest of the file into one cell. Characters. */
const MAX_ROW_CHARACTERS = 4_000_000;

/** Line ends may be mixed in one file (pasted together); naming all three keeps none from hiding in a cell. */
const PARSE: Options = {
  record_delimiter: ['\r\n', '\n', '\r'],
  relax_column_count: true,
  relax_quotes: true,
  skip_empty_lines: false,
  max_record_size: MAX_ROW_CHARACTERS,
};

/**
 * A delimited text file as rows.
 * @param options encoding and delimiter when the user has chosen them; otherwise they are detected
 * @throws SheetError EMPTY_FILE, NOT_A_SPREADSHEET
 */
export async function openCsv(
  path: string,
  options: { name: string; encoding?: string; delimiter?: string },
): Promise<CsvSource> {
  const detected = await detectEncoding(path);
  const encoding = options.encoding
    ? {
        ...detected,
        name: options.encoding,
        certain: true,
        bomBytes: detected.certain ? detected.bomBytes : 0,
      }
    : detected;
  if (!iconv.encodingExists(encoding.name)) throw new SheetError('NOT_A_SPREADSHEET');
  const head = await readHead(path, SAMPLE_BYTES);
  const sample = iconv.decode(head.subarray(encoding.bomBytes), encoding.name, { stripBOM: false });
  if (sample.trim() === '' && head.length < SAMPLE_BYTES) throw new SheetError('EMPTY_FILE');
  const delimiter = options.delimiter ?? detectDelimiter(sample, head.length === SAMPLE_BYTES);
  return {
    encoding,
    delimiter,
    sheets: [{ name: options.name, hidden: false, bytes: encoding.bytes }],
    sheetName: options.name,
    approximateRows: encoding.lineFeeds + 1,
    headMerges: [],
    rows: () => readRows(path, { encoding, delimiter }),
    close: async () => {},
  };
}

async function* readRows(
  path: string,
  { encoding, delimiter }: { encoding: TextEncoding; delimiter: string },
): AsyncGenerator<RawRow> {
  const bytes = createReadStream(path, { start: encoding.bomBytes, highWaterMark: 256 * 1024 });
  const parser = parse({ ...PARSE, delimiter });
  const done = () => {};
  if (encoding.name === 'utf-8') pipeline(bytes, parser, done);
  else pipeline(bytes, iconv.decodeStream(encoding.name, { stripBOM: false }), parser, done);
  let line = 1;
  try {
    for await (const cells of parser as AsyncIterable<string[]>) {
      if (cells.length > MAX_COLUMNS) throw new SheetError('TOO_LARGE', { line });
      yield { line, raw: cells.map(unescapeFormula) };
      line += 1 + lineEndsIn(cells);
    }
  } catch (error) {
    const code = (error as CsvError).code as string | undefined;
    if (code === 'CSV_QUOTE_NOT_CLOSED' || code === 'CSV_MAX_RECORD_SIZE') {
      throw new SheetError('UNCLOSED_QUOTE', { line, cause: error });
    }
    throw error;
  } finally {
    bytes.destroy();
    parser.destroy();
  }
}

function lineEndsIn(cells: readonly string[]): number {
  let count = 0;
  for (const cell of cells) {
    if (!cell.includes('\n') && !cell.includes('\r')) continue;
    count += cell.match(/\r\n|\n|\r/g)?.length ?? 0;
  }
  return count;
}

/** `'=1+1` is how a text that must not become a formula is written (see `write/csv.ts`): the mark is no content. */
function unescapeFormula(cell: string): string {
  return cell.startsWith("'") && /^'+[=+\-@\t\r]/.test(cell) ? cell.slice(1) : cell;
}

/**
 * The delimiter that cuts the sample into the most even rows. Commas inside texts cut them unevenly, a title
 * row above the table is one uneven row among many.
 */
export function detectDelimiter(sample: string, truncated = false): string {
  const hint = /^sep=(.)\r?\n/i.exec(sample)?.[1];
  if (hint) return hint;
  let best = { delimiter: ',', score: 0 };
  for (const delimiter of DELIMITERS) {
    if (!sample.includes(delimiter)) continue;
    const score = evenness(sample, delimiter, truncated);
    if (score > best.score * 1.001) best = { delimiter, score };
  }
  return best.delimiter;
}

function evenness(sample: string, delimiter: string, truncated: boolean): number {
  const rows: string[][] = parseSample(sample, delimiter).slice(0, 200);
  if (truncated && rows.length > 1) rows.pop();
  const widths = new Map<number, number>();
  let filled = 0;
  for (const row of rows) {
    if (row.every((cell) => cell.trim() === '')) continue;
    filled++;
    widths.set(row.length, (widths.get(row.length) ?? 0) + 1);
  }
  let best = 0;
  for (const [width, count] of widths) {
    if (width < 2) continue;
    best = Math.max(best, (count / filled) ** 2 * Math.log2(width + 1));
  }
  return best;
}

function parseSample(sample: string, delimiter: string): string[][] {
  const rows: string[][] = [];
  try {
    // The sample may end inside a quoted cell: the rows before it are enough.
    parseAll(sample, {
      ...PARSE,
      delimiter,
      on_record: (row: string[]) => {
        rows.push(row);
        return null;
      },
    });
  } catch {
    return rows;
  }
  return rows;
}
