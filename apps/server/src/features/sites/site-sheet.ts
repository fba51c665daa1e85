import {
  NO_SUCH_THING,
  problemWithText,
  type Refusal,
  type SiteTree,
  type TenantActor,
} from '@huiyin/domain';
import type { FileStore } from '../../files/file-store.ts';
import { type OpenSheet, openSheet, type SheetRow } from '../../sheets/open-sheet.ts';
import type { SheetColumn } from '../../sheets/read/layout.ts';
import { SheetError } from '../../sheets/sheet-error.ts';
import { readDecimal } from '../../sheets/values/numbers.ts';
import { cleanText, comparable } from '../../sheets/values/text.ts';
import { LONGEST_SITE_NAME, MOST_SITES } from './refusals.ts';

/** A line of a sheet: the names down to a site, and its numbers. */
export interface SheetSite {
  readonly path: readonly string[];
  readonly numbers: readonly { readonly code: string; readonly value: number }[];
}

type Read =
  | { readonly name: string; readonly sites: readonly SheetSite[] }
  | { readonly refusals: readonly Refusal[] };

/** Most problems that are told of at once. */
const MOST_PROBLEMS = 10;

/** Reads a sheet with a column for each level, and for numbers, called as the sector calls them. */
export async function readSiteSheet(options: {
  readonly actor: TenantActor;
  readonly files: FileStore;
  /** Hash of an uploaded file. */
  readonly sha256: string;
  readonly tree: SiteTree;
}): Promise<Read> {
  const { actor, files, sha256, tree } = options;
  const file = /^[0-9a-f]{64}$/.test(sha256) ? await files.find(actor, sha256) : undefined;
  if (!file) return { refusals: [{ ...NO_SUCH_THING, field: 'file' }] };
  const labels = [...tree.levels, ...tree.numbers].flatMap(({ label }) => [label.zh, label.en]);
  try {
    const stream = await files.open(actor, file.sha256);
    const sheet = await openSheet({ stream, name: file.name }, { knownLabels: labels });
    try {
      return { name: file.name, ...(await readRows(sheet, tree)) };
    } finally {
      await sheet.close();
    }
  } catch (error) {
    if (!(error instanceof SheetError)) throw error;
    return { refusals: [{ code: 'INVALID', field: 'file', message: error.text }] };
  }
}

interface Columns {
  /** Of the levels from the outermost on; undefined where the sheet has none for it. */
  readonly levels: readonly (SheetColumn | undefined)[];
  readonly numbers: readonly { readonly code: string; readonly column: SheetColumn }[];
}

function columnsOf(sheet: OpenSheet, tree: SiteTree): Columns {
  const called = ({ label }: { readonly label: { readonly zh: string; readonly en: string } }) =>
    sheet.columns.find(({ header }) => {
      const written = comparable(header.replace(/[（(].*$/, ''));
      return written === comparable(label.zh) || written === comparable(label.en);
    });
  return {
    levels: tree.levels.map(called),
    numbers: tree.numbers.flatMap((number) => {
      const column = called(number);
      return column ? [{ code: number.denominator, column }] : [];
    }),
  };
}

async function readRows(
  sheet: OpenSheet,
  tree: SiteTree,
): Promise<{ readonly sites: readonly SheetSite[] } | { readonly refusals: readonly Refusal[] }> {
  const columns = columnsOf(sheet, tree);
  const [outermost] = tree.levels;
  if (!columns.levels[0] && outermost) return { refusals: [noColumn(outermost.label)] };
  const sites: SheetSite[] = [];
  const refusals: Refusal[] = [];
  for await (const row of sheet.rows()) {
    if (row.kind !== 'data') continue;
    const read = siteOf(row, columns);
    if ('message' in read) refusals.push(read);
    else sites.push(read);
    if (sites.length > MOST_SITES || refusals.length >= MOST_PROBLEMS) break;
  }
  if (refusals.length > 0) return { refusals };
  return sites.length === 0 ? { refusals: [NOTHING] } : { sites };
}

function siteOf({ cells, line }: SheetRow, { levels, numbers }: Columns): SheetSite | Refusal {
  const names = levels.map((column) => cleanText((column && cells[column.key]) ?? ''));
  const depth = names.indexOf('');
  const path = depth === -1 ? names : names.slice(0, depth);
  // What is named below a gap would hang in the air.
  if (path.length === 0 || names.slice(path.length).some((name) => name !== '')) return atLine(line, GAP);
  const tooLong = path.map((name) => problemWithText(name, LONGEST_SITE_NAME)).find((each) => each);
  if (tooLong) return atLine(line, tooLong);
  const held: { code: string; value: number }[] = [];
  for (const { code, column } of numbers) {
    const read = readDecimal(cells[column.key] ?? '');
    if (!read.ok) return atLine(line, read.problem.text);
    if (read.value === null) continue;
    const value = Number(read.value);
    if (!(value > 0 && value <= Number.MAX_SAFE_INTEGER)) return atLine(line, NOT_POSITIVE);
    held.push({ code, value });
  }
  return { path, numbers: held };
}

const GAP = { zh: '请填写上级名称。', en: 'Name what it is a part of.' };
const NOT_POSITIVE = { zh: '数值应大于 0。', en: 'Numbers are more than 0.' };
const NOTHING: Refusal = {
  code: 'INVALID',
  field: 'file',
  message: { zh: '表中没有可导入的内容。', en: 'The sheet has no line to take in.' },
};

function noColumn({ zh, en }: { readonly zh: string; readonly en: string }): Refusal {
  return {
    code: 'INVALID',
    field: 'file',
    message: { zh: `表中没有“${zh}”一列。`, en: `The sheet has no column called “${en}”.` },
  };
}

function atLine(line: number, { zh, en }: { readonly zh: string; readonly en: string }): Refusal {
  return {
    code: 'INVALID',
    field: 'file',
    message: { zh: `第 ${line} 行：${zh}`, en: `Line ${line}: ${en}` },
  };
}
