/** One physical row as the file holds it, before anything is made of it. */
export interface RawRow {
  /** Physical line (text) or row (workbook) where it begins, from 1: what a person finds in the file. */
  line: number;
  /** The cells by position, as written; numbers and dates of a workbook as text (see `xlsx-cell.ts`). */
  raw: string[];
  /** What cells show because they are merged with one above, by position; absent where there are none. */
  merged?: ReadonlyMap<number, string>;
  /** Formulas of which the file holds no result (a program wrote it that computes none), by position; absent without any. */
  uncomputed?: ReadonlyMap<number, string>;
}

/** Cells drawn as one, as in a title across the table. Rows and columns from 0, both ends included. */
export interface Merge {
  top: number;
  left: number;
  bottom: number;
  right: number;
}

/** A worksheet of a workbook, or the one table of a text file. */
export interface WorksheetInfo {
  name: string;
  hidden: boolean;
  /** Size of its data before compression: which of several is the one with the cases. */
  bytes: number;
}

/** A table that can be read from the start as often as is needed, each time in constant memory. */
export interface RowSource {
  sheets: WorksheetInfo[];
  /** The one chosen of `sheets`. */
  sheetName: string;
  /** Physical rows, about: for progress. */
  approximateRows: number;
  /** Those that touch the first rows; what the header is found with. */
  headMerges: Merge[];
  /** @throws SheetError CORRUPT, UNCLOSED_QUOTE, while reading */
  rows(): AsyncIterable<RawRow>;
  close(): Promise<void>;
}
