import { expect, test } from 'vitest';
import { LARGE_COLUMNS, largeRows } from './large-sheet.fixture.ts';
import { opened } from './temporary.fixture.ts';
import { writeCsv } from './write/csv.ts';
import { writeWorkbook } from './write/xlsx.ts';

const columns = LARGE_COLUMNS.slice(0, 4);

function* narrowRows(count: number): Generator<string[]> {
  for (const row of largeRows(count)) yield row.slice(0, 4);
}

test.each(['csv', 'xlsx'])(
  '200,000 rows of %s are read one by one, none missing, none twice',
  async (format) => {
    const table = { columns, rows: narrowRows(200_000) };
    const sheet = await opened(
      format === 'csv' ? writeCsv(table) : writeWorkbook({ sheets: [{ name: 'x', ...table }] }),
    );
    let count = 0;
    for await (const { line, kind, cells } of sheet.rows()) {
      if (kind !== 'data') continue;
      count++;
      if (cells['受理编号'] !== `LY-2010-${count}` || line !== count + 1)
        throw new Error(`line ${line}: ${JSON.stringify(cells)}`);
    }
    expect(count).toBe(200_000);
    process.stdout.write(
      `${format}: ${Math.round(process.memoryUsage().rss / 2 ** 20)} MiB after 200,000 rows\n`,
    );
  },
);
