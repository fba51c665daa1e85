import type { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { ZipFile } from 'yazl';

/** The namespace of every part. */
export const MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** A workbook of parts written by hand: what other programs write and no library here does, and what no program would. */
export async function workbook(parts: {
  readonly sheet: string | Buffer;
  readonly strings?: string;
  readonly styles?: string;
  readonly workbookPr?: string;
  /** Further parts, by path. */
  readonly others?: Readonly<Record<string, string>>;
  readonly compress?: boolean;
}): Promise<Buffer> {
  const zip = new ZipFile();
  const relationship = (id: string, type: string, target: string) =>
    `<Relationship Id="${id}" Type="${OFFICE}/${type}" Target="${target}"/>`;
  const add = (path: string, xml: string | Buffer) =>
    zip.addBuffer(Buffer.from(xml), path, { compress: parts.compress ?? false });
  add('[Content_Types].xml', '<Types/>');
  add(
    '_rels/.rels',
    `<Relationships>${relationship('r', 'officeDocument', '/xl/workbook.xml')}</Relationships>`,
  );
  add(
    'xl/workbook.xml',
    `<workbook ${MAIN} xmlns:r="${OFFICE}">${parts.workbookPr ?? ''}<sheets><sheet name="登记表" sheetId="1" r:id="a"/></sheets></workbook>`,
  );
  add(
    'xl/_rels/workbook.xml.rels',
    `<Relationships>${relationship('a', 'worksheet', 'worksheets/sheet1.xml')}${relationship('b', 'sharedStrings', '../xl/sharedStrings.xml')}${relationship('c', 'styles', 'styles.xml')}</Relationships>`,
  );
  // As Excel does: the texts stand behind the sheet that names them.
  add(
    'xl/worksheets/sheet1.xml',
    typeof parts.sheet === 'string' ? `<worksheet ${MAIN}>${parts.sheet}</worksheet>` : parts.sheet,
  );
  add('xl/sharedStrings.xml', parts.strings ?? `<sst ${MAIN}/>`);
  add('xl/styles.xml', parts.styles ?? `<styleSheet ${MAIN}/>`);
  for (const [path, content] of Object.entries(parts.others ?? {})) add(path, content);
  zip.end();
  return buffer(zip.outputStream as Readable);
}
