import { SheetError } from '../sheet-error.ts';
import { type Relationship, readPart, readRelationships, type WorkbookParts } from './xlsx-parts.ts';

export interface WorkbookSheet {
  name: string;
  hidden: boolean;
  /** Path of the worksheet in the archive. */
  path: string;
  bytes: number;
}

export interface Workbook {
  sheets: WorkbookSheet[];
  /** Days are counted from 1904 (old Macintosh workbooks) in place of 1900. */
  date1904: boolean;
  sharedStringsPath: string | undefined;
  /** By style index of a cell: what its number stands for. */
  styles: NumberMeaning[];
}

/** What the number format of a cell says its number is. */
export type NumberMeaning = 'number' | 'date' | 'time' | 'dateTime';

/** @throws SheetError CORRUPT; UNSUPPORTED_FORMAT for archives that are no .xlsx (.ods, .xlsb, .docx) */
export async function readWorkbook(parts: WorkbookParts): Promise<Workbook> {
  const main = (await readRelationships(parts, '')).find(({ type }) => type === 'officeDocument');
  if (!main?.path.toLowerCase().endsWith('.xml')) {
    const isOther = parts.has('mimetype') || main !== undefined || !parts.has('[Content_Types].xml');
    throw new SheetError(isOther ? 'UNSUPPORTED_FORMAT' : 'CORRUPT');
  }
  if (!parts.has(main.path)) throw new SheetError('CORRUPT');
  const relationships = await readRelationships(parts, main.path);
  const { sheets, date1904 } = await readSheetList(parts, { path: main.path, relationships });
  const pathOf = (type: string) => {
    const path = relationships.find((relationship) => relationship.type === type)?.path;
    return path !== undefined && parts.has(path) ? path : undefined;
  };
  const stylesPath = pathOf('styles');
  return {
    sheets,
    date1904,
    sharedStringsPath: pathOf('sharedStrings'),
    styles: stylesPath === undefined ? [] : await readStyles(parts, stylesPath),
  };
}

async function readSheetList(
  parts: WorkbookParts,
  { path, relationships }: { path: string; relationships: Relationship[] },
): Promise<Pick<Workbook, 'sheets' | 'date1904'>> {
  const sheets: WorkbookSheet[] = [];
  let date1904 = false;
  let isWorkbook = false;
  await readPart(parts, path, {
    open(name, attributes) {
      if (name === 'workbook') isWorkbook = true;
      if (name === 'workbookPr') date1904 = attributes.date1904 === '1' || attributes.date1904 === 'true';
      if (name !== 'sheet') return;
      const id = Object.entries(attributes).find(([key]) => key.endsWith(':id'))?.[1];
      const target = relationships.find((relationship) => relationship.id === id);
      if (target?.type !== 'worksheet' || !parts.has(target.path)) return;
      sheets.push({
        name: attributes.name ?? '',
        hidden: (attributes.state ?? 'visible') !== 'visible',
        path: target.path,
        bytes: parts.sizeOf(target.path),
      });
    },
  });
  if (!isWorkbook) throw new SheetError('UNSUPPORTED_FORMAT');
  return { sheets, date1904 };
}

async function readStyles(parts: WorkbookParts, path: string): Promise<NumberMeaning[]> {
  const formats = new Map<number, string>();
  const styles: NumberMeaning[] = [];
  let inCellFormats = false;
  await readPart(parts, path, {
    open(name, attributes) {
      if (name === 'numFmt') formats.set(Number(attributes.numFmtId), attributes.formatCode ?? '');
      if (name === 'cellXfs') inCellFormats = true;
      if (name === 'xf' && inCellFormats) {
        const id = Number(attributes.numFmtId ?? 0);
        const code = formats.get(id);
        styles.push(code === undefined ? meaningOfBuiltIn(id) : meaningOfFormat(code));
      }
    },
    close(name) {
      if (name === 'cellXfs') inCellFormats = false;
    },
  });
  return styles;
}

/** Number formats that have no code in the file: ECMA-376 part 1, 18.8.30, with the East Asian ones. */
function meaningOfBuiltIn(id: number): NumberMeaning {
  if (id === 22) return 'dateTime';
  if ((id >= 18 && id <= 21) || (id >= 45 && id <= 47)) return 'time';
  if ((id >= 32 && id <= 35) || id === 55 || id === 56) return 'time';
  if ((id >= 14 && id <= 17) || (id >= 27 && id <= 31) || id === 36 || (id >= 50 && id <= 58)) return 'date';
  return 'number';
}

/** Whether a format code shows days, times or both; texts in quotes and colours in brackets say nothing. */
export function meaningOfFormat(code: string): NumberMeaning {
  const [first = ''] = code.split(';');
  const letters = first
    .replace(/"[^"]*"|\\.|_.|\*./g, '')
    .replace(/\[(?!h+\]|m+\]|s+\])[^\]]*\]/gi, '')
    .toLowerCase();
  if (/general|[#0?]/.test(letters) && !/[yd]/.test(letters.replace(/general/g, ''))) {
    // `mm:ss.0` is the one time format with a digit place.
    return /h|s/.test(letters.replace(/general/g, '')) ? 'time' : 'number';
  }
  const time = /h|s|am\/pm|上午/.test(letters);
  const date = /[yd]/.test(letters) || (/m/.test(letters) && !time);
  if (date) return time ? 'dateTime' : 'date';
  return time ? 'time' : 'number';
}
