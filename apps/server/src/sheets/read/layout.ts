import { comparable, halfWidth } from '../values/text.ts';
import type { Merge, RawRow } from './source.ts';
import { columnLetters } from './xlsx-cell.ts';

/** One column of the table that has a header or values. */
export interface SheetColumn {
  /** Unique in the sheet: the header, with ` (2)` on a repeated one; `列C` where there is no header. */
  key: string;
  /** As written, its lines and the parts of a two-line header joined; empty where there is none. */
  header: string;
  /** The parts of a two-line header, outer first; one part otherwise. */
  parts: string[];
  /** Position from 0, and as spreadsheet programs show it. */
  index: number;
  letters: string;
}

/** Where the table stands in the sheet. */
export interface SheetLayout {
  /** Lines of the header, from 1; none when the first row is data already. */
  headerLines: number[];
  columns: SheetColumn[];
  /** Texts above the header: the title, who filled it in, for when. */
  titles: string[];
  /** The year the titles or the names of file and sheet speak of: for dates written without one. */
  year: number | undefined;
}

export interface LayoutHints {
  /** Headers that would be known: tip the scales to the row that has them. */
  knownLabels?: readonly string[];
  /** The line the user says the header is in; 0: there is none. */
  headerLine?: number;
  merges?: readonly Merge[];
  /** Names of file and sheet: where a year may stand. */
  names?: readonly string[];
}

/** Longer texts are no labels. Characters. */
const LONGEST_LABEL = 40;
/** A title stands above the table, not in its middle. Rows. */
const HEADER_WITHIN = 30;

/** Finds the header under title rows, one or two lines of it, and the columns below. Pure. */
export function findLayout(head: readonly RawRow[], hints: LayoutHints = {}): SheetLayout {
  const headerRows = findHeaderRows(head, hints);
  const headerLines = headerRows.map(({ line }) => line);
  const firstHeader = headerLines[0];
  const titleRows = firstHeader === undefined ? [] : head.filter(({ line }) => line < firstHeader);
  const titles = titleRows.flatMap(({ raw }) => raw.map(halfWidth).filter((text) => text !== ''));
  const body = head.filter(({ line }) => line > (headerLines.at(-1) ?? 0));
  return {
    headerLines,
    columns: nameColumns(headerRows, body, hints.merges ?? []),
    titles,
    year: yearIn([...titles, ...(hints.names ?? [])]),
  };
}

function findHeaderRows(head: readonly RawRow[], hints: LayoutHints): RawRow[] {
  if (hints.headerLine !== undefined) {
    const at = head.findIndex(({ line }) => line === hints.headerLine);
    return at < 0 ? [] : withSecondLine(head, at, hints.merges ?? []);
  }
  const known = new Set((hints.knownLabels ?? []).map(comparable));
  const candidates = head.slice(0, HEADER_WITHIN);
  const width = usualWidth(head);
  let best = { at: -1, score: 0 };
  candidates.forEach(({ raw }, at) => {
    const score = headerScore(raw, { width, known }) - at * 0.02;
    if (score > best.score) best = { at, score };
  });
  return best.at < 0 ? [] : withSecondLine(head, best.at, hints.merges ?? []);
}

/** How many cells a row of the table usually fills: the upper quartile over the first rows. */
function usualWidth(head: readonly RawRow[]): number {
  const widths = head
    .map(({ raw }) => raw.filter((cell) => cell.trim() !== '').length)
    .filter((count) => count > 0);
  widths.sort((a, b) => a - b);
  return widths[Math.floor((widths.length - 1) * 0.75)] ?? 0;
}

/** From 0 (no header) upwards: how full the row is, how much its cells look like labels, how many are known. */
function headerScore(
  raw: readonly string[],
  { width, known }: { width: number; known: ReadonlySet<string> },
): number {
  const cells = raw.filter((cell) => cell.trim() !== '');
  if (cells.length === 0) return 0;
  const fill = Math.min(1, cells.length / Math.max(1, width));
  const labels = cells.filter(isLabel).length / cells.length;
  const distinct = new Set(cells.map(comparable)).size / cells.length;
  const hits = cells.filter((cell) => known.has(comparable(cell))).length;
  const isTable = width <= 1 || cells.length > 1;
  if (hits >= 2) return 1.5 + fill + hits / cells.length;
  if (!isTable || fill < 0.4 || labels < 0.8 || distinct < 0.6) return 0;
  return fill + labels;
}

/** A text that names something: short, no number, no date, no `制表人：张三`. */
export function isLabel(cell: string): boolean {
  const text = halfWidth(cell);
  if (text === '' || text.length > LONGEST_LABEL) return false;
  if (!/\p{L}/u.test(text)) return /^(?:#|№|no\.?)$/i.test(text);
  if (/[::]\s*\S/.test(text.replace(/\([^)]*\)/g, ''))) return false;
  if (/^(?:\+?\d[\d\s-]{6,}|[a-z]{1,6}[-_]?\d{2,}[-\d]*)$/i.test(text)) return false;
  return (
    !/^\d{1,4}[-/.年]\d{1,2}/.test(text) && !/^\d+(?:[.,]\d+)?\D{0,3}$/.test(text) && !/[。；;!?]/.test(text)
  );
}

/** Adds the line above or below when the two make one header: a group over its columns, labels over two lines. */
function withSecondLine(head: readonly RawRow[], at: number, merges: readonly Merge[]): RawRow[] {
  const row = head[at];
  if (!row) return [];
  const below = head[at + 1];
  if (below && below.line === row.line + 1 && makesOneHeader(row, below, merges)) return [row, below];
  const above = head[at - 1];
  if (above && above.line === row.line - 1 && makesOneHeader(above, row, merges)) return [above, row];
  return [row];
}

function makesOneHeader(top: RawRow, bottom: RawRow, merges: readonly Merge[]): boolean {
  const filled = (row: RawRow) => row.raw.flatMap((cell, index) => (cell.trim() === '' ? [] : [index]));
  const over = filled(top);
  const under = filled(bottom);
  if (over.length < 2 || under.length < 2) return false;
  if (
    ![...over.map((i) => top.raw[i]), ...under.map((i) => bottom.raw[i])].every((cell) => isLabel(cell ?? ''))
  )
    return false;
  const row = top.line - 1;
  const drawnOver = merges.some((m) => m.top === row && m.bottom === row + 1);
  const drawnAcross = merges.some((m) => m.top === row && m.bottom === row && m.right > m.left);
  if (drawnOver && (drawnAcross || under.length < over.length)) return true;
  if (drawnAcross && over.length < under.length) return true;
  // Without merges (CSV): groups leave gaps above that the line below fills, and labels leave gaps below.
  const gapsFilled = under.filter((index) => !over.includes(index)).length;
  const standing = over.filter((index) => !under.includes(index)).length;
  if (gapsFilled === 0) return false;
  // Every column under a group: the labels below repeat (姓名 of the complainant, 姓名 of the respondent).
  return standing >= 1 || repeats(bottom);
}

function repeats({ raw }: RawRow): boolean {
  const labels = raw.map(comparable).filter((label) => label !== '');
  return new Set(labels).size < labels.length;
}

function nameColumns(
  headerRows: readonly RawRow[],
  body: readonly RawRow[],
  merges: readonly Merge[],
): SheetColumn[] {
  const width = [...headerRows, ...body].reduce((most, { raw }) => Math.max(most, raw.length), 0);
  const [top, bottom] = headerRows;
  const uses = new Map<string, number>();
  const columns: SheetColumn[] = [];
  for (let index = 0; index < width; index++) {
    const parts = headerParts(index, { top, bottom, merges });
    const hasValues = body.some(({ raw }) => (raw[index] ?? '').trim() !== '');
    if (parts.length === 0 && !hasValues) continue;
    const header = parts.join('·');
    const letters = columnLetters(index);
    const base = header === '' ? `列${letters}` : header;
    const use = (uses.get(base) ?? 0) + 1;
    uses.set(base, use);
    columns.push({ key: use === 1 ? base : `${base} (${use})`, header, parts, index, letters });
  }
  return columns;
}

function headerParts(
  index: number,
  { top, bottom, merges }: { top: RawRow | undefined; bottom: RawRow | undefined; merges: readonly Merge[] },
): string[] {
  const own = halfWidth(top?.raw[index] ?? '');
  if (!top || !bottom) return own === '' ? [] : [own];
  const sub = halfWidth(bottom.raw[index] ?? '');
  const outer = own !== '' || sub === '' ? own : groupAt(index, top, merges);
  return [outer, sub].filter((part, at, all) => part !== '' && all.indexOf(part) === at);
}

/** The group whose merged cell covers the column; without merges, the nearest to the left. */
function groupAt(index: number, top: RawRow, merges: readonly Merge[]): string {
  const ofRow = merges.filter((m) => m.top === top.line - 1 && m.right > m.left);
  if (ofRow.length > 0) {
    const covering = ofRow.find((m) => m.left <= index && index <= m.right);
    return covering ? halfWidth(top.raw[covering.left] ?? '') : '';
  }
  for (let left = index - 1; left >= 0; left--) {
    const text = halfWidth(top.raw[left] ?? '');
    if (text !== '') return text;
  }
  return '';
}

/** The one year the texts speak of (`2010年度旅游投诉登记表`); undefined when there are none or several. */
export function yearIn(texts: readonly string[]): number | undefined {
  for (const text of texts) {
    const years = new Set([...text.matchAll(/(?<!\d)((?:19|20)\d{2})(?!\d)/g)].map(([year]) => Number(year)));
    const [year] = years;
    if (years.size === 1) return year;
  }
  return undefined;
}
