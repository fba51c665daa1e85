import { describe, expect, test } from 'vitest';
import { MAIN, workbook } from '../crafted-workbook.fixture.ts';
import type { SheetErrorCode } from '../sheet-error.ts';
import { allRows, opened } from '../temporary.fixture.ts';
import { MAX_CELL_CHARACTERS, MAX_COLUMNS, MAX_MERGES, MAX_PARTS, MAX_ROWS } from './limits.ts';

/** The error of reading a file to its end. */
async function errorOf(bytes: Buffer | string): Promise<SheetErrorCode | 'READ'> {
  try {
    await allRows(await opened(bytes));
    return 'READ';
  } catch (error) {
    return (error as { code: SheetErrorCode }).code;
  }
}

const cell = (text: string) => `<c r="A1" t="inlineStr"><is><t>${text}</t></is></c>`;
const sheetOf = (rows: string, after = '') => `<sheetData>${rows}</sheetData>${after}`;
const ROW = `<row r="1">${cell('编号')}</row><row r="2"><c r="A2"><v>1</v></c></row>`;

describe('a file that would fill memory or disk is refused before it does', () => {
  test('a few kilobytes that unpack to a hundred megabytes', async () => {
    const blanks = Buffer.alloc(100 * 1_024 ** 2, ' ');
    const bomb = await workbook({ sheet: blanks, compress: true });
    expect(bomb.length).toBeLessThan(200_000);
    expect(await errorOf(bomb)).toBe('TOO_LARGE');
  });

  test('a part that unpacks to more than the archive says', async () => {
    const honest = await workbook({ sheet: sheetOf(`${ROW}${' '.repeat(100_000)}`), compress: true });
    expect(await errorOf(honest)).toBe('READ');
    const lying = Buffer.from(honest);
    const name = lying.lastIndexOf('xl/worksheets/sheet1.xml');
    // Twenty-two bytes before the name, the directory of the archive states the size.
    lying.writeUInt32LE(10, name - 22);
    expect(await errorOf(lying)).toBe('CORRUPT');
  });

  test.each([
    ['a text of a cell', sheetOf(`<row r="1">${cell('长'.repeat(MAX_CELL_CHARACTERS + 1))}</row>`)],
    ['a value', sheetOf(`<row r="1"><c r="A1"><v>${'1'.repeat(MAX_CELL_CHARACTERS + 1)}</v></c></row>`)],
    ['a formula', sheetOf(`<row r="1"><c r="A1"><f>${'1'.repeat(MAX_CELL_CHARACTERS + 1)}</f></c></row>`)],
    ['an attribute', sheetOf(`<row r="1" x="${'a'.repeat(MAX_CELL_CHARACTERS * 9)}"/>`)],
    ['a row beyond the last one', sheetOf(`${ROW}<row r="${MAX_ROWS + 1}"/>`)],
    [
      'merged cells without an end',
      sheetOf(ROW, `<mergeCells>${'<mergeCell ref="A1:A2"/>'.repeat(MAX_MERGES + 1)}</mergeCells>`),
    ],
  ])('%s', async (_what, sheet) => {
    expect(await errorOf(await workbook({ sheet }))).toBe('TOO_LARGE');
  });

  test('a shared text', async () => {
    const strings = `<sst ${MAIN}><si>${'<r><t>长长</t></r>'.repeat(MAX_CELL_CHARACTERS / 2 + 1)}</si></sst>`;
    expect(await errorOf(await workbook({ sheet: sheetOf(ROW), strings }))).toBe('TOO_LARGE');
  });

  test('more files in the archive than any workbook has', async () => {
    const others = Object.fromEntries(Array.from({ length: MAX_PARTS }, (_, i) => [`xl/media/${i}`, '']));
    expect(await errorOf(await workbook({ sheet: sheetOf(ROW), others }))).toBe('TOO_LARGE');
  });

  test('a row of a text file with more columns than any worksheet has', async () => {
    expect(await errorOf(`编号,内容\n1,一\n2${','.repeat(MAX_COLUMNS)}\n`)).toBe('TOO_LARGE');
  });

  test('elements within elements within elements', async () => {
    const sheet = sheetOf(`<row r="1">${'<a>'.repeat(1_000_000)}`);
    expect(await errorOf(await workbook({ sheet }))).toBe('CORRUPT');
  });

  test('entities that name one another', async () => {
    const entities = Array.from({ length: 20 }, (_, i) => `<!ENTITY e${i + 1} "${`&e${i};`.repeat(10)}">`);
    const doctype = `<!DOCTYPE worksheet [<!ENTITY e0 "哈">${entities.join('')}]>`;
    const sheet = Buffer.from(
      `${doctype}<worksheet ${MAIN}>${sheetOf(`<row r="1">${cell('&e20;')}</row>`)}</worksheet>`,
    );
    expect(await errorOf(await workbook({ sheet }))).toBe('CORRUPT');
  });
});

test('a formula gives its result, an empty one too; without any in the file it is known by its column', async () => {
  const head = ['编号', '金额', '合计', '备注'].map(
    (text, index) => `<c r="${'ABCD'[index]}1" t="inlineStr"><is><t>${text}</t></is></c>`,
  );
  const row = `<c r="A2"><v>7</v></c><c r="B2"><f>A2*2</f><v>14</v></c><c r="C2"><f>SUM(A2:B2)</f></c><c r="D2" t="str"><f>IF(A2&gt;9,"多","")</f><v></v></c>`;
  const sheet = await opened(
    await workbook({ sheet: sheetOf(`<row r="1">${head.join('')}</row><row r="2">${row}</row>`) }),
  );
  const [, read] = await allRows(sheet);
  expect(read).toMatchObject({
    cells: { 编号: '7', 金额: '14', 合计: '', 备注: '' },
    uncomputed: { 合计: '=SUM(A2:B2)' },
  });
});
