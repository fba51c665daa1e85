import { SheetError } from '../sheet-error.ts';

/**
 * How much of a file is read at all. A few kilobytes can unpack to gigabytes, or hold one cell without an end: what a
 * spreadsheet program could never have written is refused before it fills memory or disk.
 */

/** Rows and columns of a worksheet, by the specification of Excel. */
export const MAX_ROWS = 1_048_576;
export const MAX_COLUMNS = 16_384;
/** Characters of a cell. Excel allows 32,767; other programs have more. */
export const MAX_CELL_CHARACTERS = 1_000_000;
/** Files in the archive of a workbook: sheets, pictures, comments. */
export const MAX_PARTS = 10_000;
/** One file in the archive once it is unpacked, in bytes: a million rows of forty columns have about half of it. */
export const MAX_PART_BYTES = 2 * 1_024 ** 3;
/** How many times its packed size a large part may have. Worksheets full of the same numbers reach about 100. */
const MAX_RATIO = 400;
const LARGE_PART_BYTES = 64 * 1_024 ** 2;
/** Merged cells of a worksheet. */
export const MAX_MERGES = 200_000;
/** Elements within elements: the deepest of a workbook's parts have a dozen. */
export const MAX_DEPTH = 64;

/** @throws SheetError TOO_LARGE for a part that unpacks to more than any worksheet of its size does */
export function checkPartSize(part: { readonly packed: number; readonly unpacked: number }): void {
  const swollen = part.unpacked > LARGE_PART_BYTES && part.unpacked > part.packed * MAX_RATIO;
  if (part.unpacked > MAX_PART_BYTES || swollen) throw new SheetError('TOO_LARGE');
}
