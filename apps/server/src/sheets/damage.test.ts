import { buffer } from 'node:stream/consumers';
import fc from 'fast-check';
import { writeXlsx } from 'hucre/xlsx';
import { expect, test } from 'vitest';
import { LARGE_COLUMNS, largeRows } from './large-sheet.fixture.ts';
import { SheetError } from './sheet-error.ts';
import { allRows, opened } from './temporary.fixture.ts';
import { writeWorkbook } from './write/xlsx.ts';

/** Rows, or an error that says what to do: nothing else may come of a file, whatever it holds. */
async function readsOrSays(bytes: Buffer): Promise<number> {
  try {
    return (await allRows(await opened(bytes))).length;
  } catch (error) {
    if (!(error instanceof SheetError)) throw error;
    return -1;
  }
}

test('any bytes are read or refused with a typed error', async () => {
  const pieces = fc.constantFrom(
    '"',
    ',',
    '\n',
    '\r',
    '\t',
    'PK\u0003\u0004',
    '投诉',
    '日期',
    '2010-03-15',
    '<',
    'a',
    '\u0000',
  );
  const texts = fc.array(pieces, { maxLength: 60 }).map((parts) => Buffer.from(parts.join('')));
  const bytes = fc.uint8Array({ maxLength: 200 }).map((array) => Buffer.from(array));
  await fc.assert(
    fc.asyncProperty(fc.oneof(texts, bytes), async (content) => void (await readsOrSays(content))),
    {
      numRuns: 300,
    },
  );
});

test('a damaged or cut workbook is read or refused with a typed error', async () => {
  const rows = [...largeRows(30)];
  const ours = await buffer(writeWorkbook({ sheets: [{ name: '登记表', columns: LARGE_COLUMNS, rows }] }));
  const others = Buffer.from(await writeXlsx({ sheets: [{ name: '登记表', rows }] }));
  for (const whole of [ours, others]) {
    expect(await readsOrSays(whole)).toBeGreaterThanOrEqual(30);
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.nat(whole.length - 1), fc.nat(255)), { minLength: 1, maxLength: 8 }),
        fc.option(fc.nat(whole.length - 1)),
        async (changes, cut) => {
          const damaged = Buffer.from(whole);
          for (const [at, byte] of changes) damaged[at] = byte;
          await readsOrSays(cut === null ? damaged : damaged.subarray(0, cut));
        },
      ),
      { numRuns: 150 },
    );
  }
});

test('a large file all in GB18030 is told from its first piece to its last', async () => {
  const text = `编号,内容\n${Array.from({ length: 30_000 }, (_, i) => `${i},导游强迫购物并㐀骂人🚌\n`).join('')}`;
  const sheet = await opened(text, { encodeAs: 'gb18030' });
  const rows = await allRows(sheet);
  expect(rows).toHaveLength(30_001);
  expect(new Set(rows.slice(1).map(({ cells }) => cells['内容']))).toEqual(
    new Set(['导游强迫购物并㐀骂人🚌']),
  );
});
