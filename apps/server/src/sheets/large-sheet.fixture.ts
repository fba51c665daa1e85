import { createWriteStream } from 'node:fs';
import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { openSheet } from './open-sheet.ts';
import { writeCsv } from './write/csv.ts';
import { writeWorkbook } from './write/xlsx.ts';

// Run by hand: node --conditions=source large-sheet.fixture.ts [rows] [csv|xlsx]
// Writes a register of that many rows, reads it back, and prints rows per second and the most memory held.

const HEADERS =
  '受理编号 登记日期 来源 渠道 投诉人 联系电话 人数 是否保密 被投诉方 被投诉方类型 发生日期 投诉内容 受理决定 查证结论 处理结果 赔付金额'.split(
    ' ',
  );
const KINDS = { 登记日期: 'date', 发生日期: 'date', 人数: 'integer', 赔付金额: 'money' } as const;

export const LARGE_COLUMNS = HEADERS.map(
  (header) => ({ header, kind: header in KINDS ? KINDS[header as keyof typeof KINDS] : 'text' }) as const,
);

/** Rows of a register, every one with texts of its own. */
export function* largeRows(count: number): Generator<string[]> {
  for (let i = 1; i <= count; i++) {
    yield [
      `LY-2010-${i}`,
      '2010-03-15',
      '本人',
      '电话',
      `游客${i}`,
      `138${String(i).padStart(8, '0')}`,
      '2',
      '否',
      `第${i % 5000}旅行社`,
      '旅行社',
      '2010-03-10',
      `第${i}号投诉：导游擅自增加自费项目，强迫购物，态度恶劣，要求退还费用并道歉。`,
      '受理',
      '有效',
      '双方沟通后旅行社道歉并退款；对员工作了处理',
      `${i % 1000}.20`,
    ];
  }
}

async function main(count: number, format: string): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'huiyin-large-'));
  const path = join(folder, `large.${format}`);
  let most = 0;
  const watch = setInterval(() => {
    most = Math.max(most, process.memoryUsage().rss);
  }, 50);
  const report = (what: string, rows: number, since: number) => {
    const seconds = (performance.now() - since) / 1000;
    process.stdout.write(
      `${what}: ${rows} rows, ${seconds.toFixed(1)} s, ${Math.round(rows / seconds)} rows/s, at most ${Math.round(most / 2 ** 20)} MiB\n`,
    );
    most = 0;
  };
  try {
    let start = performance.now();
    const table = { columns: LARGE_COLUMNS, rows: largeRows(count) };
    const output =
      format === 'csv' ? writeCsv(table) : writeWorkbook({ sheets: [{ name: '登记表', ...table }] });
    await pipeline(output, createWriteStream(path));
    report(`write ${format} (${Math.round((await stat(path)).size / 2 ** 20)} MiB)`, count, start);
    start = performance.now();
    const sheet = await openSheet({ path });
    report('open', sheet.approximateRows, start);
    start = performance.now();
    let rows = 0;
    for await (const { kind } of sheet.rows()) if (kind === 'data') rows++;
    report('read', rows, start);
    await sheet.close();
  } finally {
    clearInterval(watch);
    await rm(folder, { recursive: true, force: true });
  }
}

if (process.argv[1] === import.meta.filename)
  await main(Number(process.argv[2] ?? 1_000_000), process.argv[3] ?? 'xlsx');
