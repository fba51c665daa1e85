import { Readable } from 'node:stream';
import { buffer, text } from 'node:stream/consumers';
import fc from 'fast-check';
import { readXlsx } from 'hucre/xlsx';
import { describe, expect, test } from 'vitest';
import { openSheet } from '../open-sheet.ts';
import { allRows, opened, temporaryFile } from '../temporary.fixture.ts';
import { writeCsv } from './csv.ts';
import { refusedRowsSheet } from './refused.ts';
import { writeWorkbook } from './xlsx.ts';
import { sheetPieces } from './xlsx-sheet.ts';

/** Texts as people and spreadsheets make them, the nasty ones often. */
const cell = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.string({
    unit: fc.constantFrom(
      '"',
      ',',
      '\n',
      '\r',
      "'",
      '=',
      '+',
      '-',
      '@',
      '\t',
      ' ',
      '<',
      '&',
      '_x000D_',
      '投诉',
      '\u0007',
      '\ufeff',
      ';',
      '1',
    ),
  }),
  fc.constantFrom('=1+1', "'=1", "''-1", '007', '1e5', 'TRUE', '_x0041_', '\r\n', '', ' ', '𠮷野家'),
);
const table = fc
  .integer({ min: 1, max: 5 })
  .chain((width) => fc.array(fc.array(cell, { minLength: width, maxLength: width }), { maxLength: 12 }));

function padded(raw: readonly string[], width: number): string[] {
  return Array.from({ length: width }, (_, index) => raw[index] ?? '');
}

describe('any table of texts reads back as it was written', () => {
  test('as CSV', async () => {
    await fc.assert(
      fc.asyncProperty(table, async (rows) => {
        const width = rows[0]?.length ?? 1;
        const columns = padded([], width).map((_, index) => ({ header: `列${index}` }));
        const sheet = await opened(writeCsv({ columns, rows }), { delimiter: ',' });
        const back = (await allRows(sheet)).slice(1).map(({ raw }) => padded(raw, width));
        expect(back).toEqual(rows);
      }),
      { numRuns: 150 },
    );
  });

  test('as a workbook', async () => {
    await fc.assert(
      fc.asyncProperty(table, async (rows) => {
        const width = rows[0]?.length ?? 1;
        const columns = padded([], width).map((_, index) => ({ header: `列${index}` }));
        const sheet = await opened(writeWorkbook({ sheets: [{ name: 'x', columns, rows }] }));
        const back = (await allRows(sheet)).slice(1).map(({ raw }) => padded(raw, width));
        expect(back).toEqual(rows);
      }),
      { numRuns: 150 },
    );
  });
});

const COLUMNS = [
  { header: '编号' },
  { header: '登记日期', kind: 'date' },
  { header: '登记时间', kind: 'dateTime' },
  { header: '人数', kind: 'integer' },
  { header: '金额', kind: 'money' },
  { header: '占比', kind: 'percent' },
  { header: '保密', kind: 'boolean' },
] as const;
const ROW = ['=HYPERLINK("x")', '2010-03-15', '2015-04-22T07:53:00Z', 3, '25203.20', 0.125, true];

describe('a workbook', () => {
  test('holds real dates and numbers, and texts that are no formulas, for every reader', async () => {
    const sheets = [
      {
        name: '投诉/2010',
        titles: ['2010年度投诉登记表', '单位：某市旅游局'],
        columns: COLUMNS,
        rows: [ROW],
      },
      { name: '投诉 2010', columns: [{ header: 'a' }], rows: [['b']] },
    ];
    const bytes = await buffer(writeWorkbook({ sheets }));
    const other = await readXlsx(bytes);
    expect(other.sheets.map(({ name }) => name)).toEqual(['投诉 2010', '投诉 2010 (2)']);
    expect(other.sheets[0]?.merges).toHaveLength(2);
    expect(other.sheets[0]?.rows[3]).toEqual([
      '=HYPERLINK("x")',
      new Date('2010-03-15T00:00:00Z'),
      new Date('2015-04-22T15:53:00Z'),
      3,
      25203.2,
      0.125,
      true,
    ]);
    const sheet = await opened(bytes);
    expect(sheet.layout).toMatchObject({ headerLines: [3], year: 2010 });
    expect(sheet.sample[0]?.raw).toEqual([
      '=HYPERLINK("x")',
      '2010-03-15',
      '2015-04-22 15:53',
      '3',
      '25203.2',
      '0.125',
      'TRUE',
    ]);
  });

  test('holds a third as a number, and a cell of another kind than its column’s as that', async () => {
    const columns = [{ header: '占比', kind: 'percent' }, { header: '本期' }] as const;
    const rows = [
      [1 / 3, { value: '25203.20', kind: 'money' as const }],
      [2 / 3, '无'],
    ];
    const other = await readXlsx(await buffer(writeWorkbook({ sheets: [{ name: 'x', columns, rows }] })));
    expect(other.sheets[0]?.rows.slice(1)).toEqual([
      [0.333333333333333, 25203.2],
      [0.666666666666667, '无'],
    ]);
  });

  test('keeps as text what is not of its column, and numbers too long to be exact', async () => {
    const columns = [
      { header: '日期', kind: 'date' },
      { header: '数', kind: 'integer' },
    ] as const;
    const rows = [
      ['2010-02-30', '12345678901234567'],
      ['不详', '约三人'],
    ];
    const sheet = await opened(writeWorkbook({ sheets: [{ name: 'x', columns, rows }] }));
    expect(sheet.sample.map(({ raw }) => raw)).toEqual(rows);
  });

  test('goes on in a further sheet when one is full', async () => {
    const source = ['a', 'b', 'c'].map((value) => [value])[Symbol.iterator]();
    const progress = { rows: source, done: false };
    const sheet = { name: 'x', columns: [{ header: 'h' }], rows: [] };
    const first = await text(Readable.from(sheetPieces(sheet, progress, 3)));
    expect(first.match(/<row /g)).toHaveLength(3);
    expect(progress.done).toBe(false);
    const second = await text(Readable.from(sheetPieces(sheet, progress, 3)));
    expect(second).toContain('>h<');
    expect(second).toContain('>c<');
    expect(progress.done).toBe(true);
  });

  test('fails as a whole when its rows fail, and lets go of them when nobody reads on', async () => {
    async function* failing() {
      yield ['a'];
      throw new Error('database gone');
    }
    const failed = writeWorkbook({ sheets: [{ name: 'x', columns: [{ header: 'h' }], rows: failing() }] });
    await expect(buffer(failed)).rejects.toThrow('database gone');

    let released: () => void;
    const release = new Promise<void>((resolve) => {
      released = resolve;
    });
    async function* endless() {
      try {
        for (;;) yield ['x'.repeat(1000)];
      } finally {
        released();
      }
    }
    const output = writeWorkbook({ sheets: [{ name: 'x', columns: [{ header: 'h' }], rows: endless() }] });
    output.once('data', () => output.destroy());
    await release;
  });
});

test('CSV marks what would run as a formula, and only that', async () => {
  const rows = [['=1+1', '-5', '@x', "it's"]];
  const columns = [
    { header: 'a' },
    { header: 'b', kind: 'integer' },
    { header: 'c' },
    { header: 'd' },
  ] as const;
  expect((await buffer(writeCsv({ columns, rows }))).toString()).toBe(
    "\ufeffa,b,c,d\r\n'=1+1,-5,'@x,it's\r\n",
  );
});

test('refused rows come back under their own headers with what is wrong, and can be read again', async () => {
  const path = await temporaryFile('编号,电话,电话\n1,138,139\n2,x,137,多余\n');
  const source = await openSheet({ path });
  const rows = (await allRows(source)).filter(({ kind }) => kind === 'data');
  const problems = [{ zh: '不是电话号码。', en: 'No telephone number.' }];
  const refused = rows.slice(1).map(({ line, cells, raw }) => ({ line, cells, raw, problems }));
  const again = await opened(
    writeWorkbook({ sheets: [refusedRowsSheet({ columns: source.columns, rows: refused })] }),
  );
  await source.close();
  expect(again.sample[0]?.cells).toMatchObject({
    编号: '2',
    电话: 'x',
    '电话 (2)': '137',
    '原行号 Line': '3',
  });
  expect(again.sample[0]?.cells['问题 Problem']).toContain('不是电话号码。 No telephone number.');
  expect(Object.values(again.sample[0]?.cells ?? {}).join()).toContain('多余');
});
