import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import type { StaffActor } from '@huiyin/domain';
import iconv from 'iconv-lite';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { verifyHistory } from '../../casework/verify.ts';
import { LARGEST_FILE } from '../../files/routes.ts';
import { workbook } from '../../sheets/crafted-workbook.fixture.ts';
import { openSheet } from '../../sheets/open-sheet.ts';
import { writeWorkbook } from '../../sheets/write/xlsx.ts';
import { openTestOffice, type TestOffice } from '../../testing/office.fixture.ts';
import type { ImportKindCode, ImportRow } from './import.repository.ts';
import { passedOverRows, refusedRows } from './import-row.repository.ts';
import { ImportInterrupted } from './import-worker.ts';
import { refusedWorkbook } from './refused-sheet.ts';

let office: TestOffice;
let actor: StaffActor;

beforeAll(async () => {
  office = await openTestOffice();
});
beforeEach(async () => {
  actor = await office.supervisorOf('TOURISM');
});
afterAll(() => office.close());

const HEADER = '编号,登记日期,渠道,投诉人,联系电话,投诉内容,受理决定,受理日期,不予受理原因,答复日期,办结日期';

async function upload(
  content: string | Buffer,
  named: string | { readonly name: string; readonly sheet: string } = '登记表.csv',
  kind: ImportKindCode = 'COMPLAINTS',
) {
  const { name, sheet } = typeof named === 'string' ? { name: named, sheet: undefined } : named;
  const { sha256 } = await office.services.files.put(actor, {
    ...{ stream: Readable.from([Buffer.from(content)]), name, largestBytes: LARGEST_FILE },
  });
  const created = await office.services.imports.create(actor, { sha256, name, kind, sheet });
  if (!created.ok) throw new Error(created.refusals[0]?.message.en);
  return created.row;
}

async function run(row: ImportRow, how: 'check' | 'start' = 'start', again = false): Promise<ImportRow> {
  const { imports } = office.services;
  const begun =
    how === 'check' ? await imports.check(actor, row.id) : await imports.start(actor, row.id, { again });
  if (!begun.ok) throw new Error(begun.refusals[0]?.message.en);
  await office.finishJobs();
  return current(row);
}

async function current(row: ImportRow): Promise<ImportRow> {
  const found = await office.services.imports.find(actor, row.id);
  if (!found) throw new Error('The import is gone.');
  return found;
}

async function problemsOf(row: ImportRow, phase: 'CHECK' | 'RUN' = 'RUN') {
  const rows = await refusedRows(office.database, actor, {
    importId: row.id,
    phase,
    afterLine: 0,
    first: 100,
  });
  return rows.flatMap(({ line, problems }) =>
    (problems ?? []).map(({ column, value, code }) => ({ line, column, value, code })),
  );
}

async function complaintsHere(): Promise<{ external_number: string; received_at: Date; status: string }[]> {
  return office.database.readInTenant(actor, {
    text: 'select external_number, received_at, status from complaint order by external_number, received_at',
    values: [],
  });
}

describe('every row is taken in, or listed with its line, its column, its value and what is wrong', () => {
  const MESSY = [
    '某市旅游质监所 2015年投诉登记表,,,,,,,,,,',
    HEADER,
    'A-1,2015-04-22,电话,甲,13800000001,导游强迫购物,受理,2015-04-22,,2015-04-24,2015-04-25',
    'A-2,22-04-2015,电话,乙,13800000002,酒店漏水,受理,2015-04-22,,,',
    'A-3,2015/4/22 15:53,电话,丙,13800000003,门票问题,受理,2015-04-23,,,',
    'A-4,4月22日,电话,丁,13800000004,索道停运,受理,2015-04-23,,,',
    'A-1,2015-04-23,电话,甲,13800000001,同一编号,受理,2015-04-23,,,',
    'A-5,2015-02-30,电话,戊,13800000005,日期不存在,受理,2015-04-23,,,',
    'A-6,2015-04-25,飞鸽,己,13800000006,渠道不明,受理,2015-04-25,,,',
    'A-7,2015-04-25,电话,庚,13800000007,,受理,2015-04-25,,,',
    'A-8,2015-04-25,电话,辛,13800000008,办结早于登记,受理,2015-04-25,,2015-04-26,2015-04-01',
    'A-9,2015-04-25,电话,壬,13800000009,不予受理而无原因,不予受理,2015-04-25,,,',
    '合计,9 件,,,,,,,,,',
    ',,,,,,,,,,',
    ',,,,,,,,,,',
  ].join('\n');

  const REFUSED = [
    { line: 7, column: '编号', value: 'A-1', code: 'DOUBLED_NUMBER' },
    { line: 8, column: '登记日期', value: '2015-02-30', code: 'NO_SUCH_DATE' },
    { line: 9, column: '渠道', value: '飞鸽', code: 'NO_SUCH_CHOICE' },
    { line: 10, column: '投诉内容', value: null, code: 'MISSING' },
    { line: 11, column: '办结日期', value: '2015-04-01', code: 'CONTRADICTION' },
    { line: 12, column: '不予受理原因', value: null, code: 'MISSING' },
  ];

  test('a dry run finds every problem and takes nothing in', async () => {
    const row = await run(await upload(MESSY), 'check');
    expect(row).toMatchObject({ status: 'CHECKED', rows_read: 10, accepted: 4, refused: 6, passed_over: 1 });
    expect(await problemsOf(row, 'CHECK')).toEqual(REFUSED);
    expect(await complaintsHere()).toEqual([]);
  });

  test('the import takes in what is sound, by the dates of the sheet, and refuses the rest', async () => {
    const row = await run(await upload(MESSY));
    expect(row).toMatchObject({
      status: 'COMPLETED',
      rows_read: 10,
      accepted: 4,
      refused: 6,
      passed_over: 1,
    });
    expect(await problemsOf(row)).toEqual(REFUSED);
    const days = (await complaintsHere()).map(({ external_number: number, received_at: at }) => [
      number,
      at.toISOString(),
    ]);
    expect(days).toEqual([
      ['A-1', '2015-04-22T01:00:00.000Z'],
      ['A-2', '2015-04-22T01:00:00.000Z'],
      ['A-3', '2015-04-22T07:53:00.000Z'],
      ['A-4', '2015-04-22T01:00:00.000Z'],
    ]);
  });

  test('the refused rows come back as a workbook that can be corrected and imported again', async () => {
    const row = await run(await upload(MESSY));
    const sheet = await openSheet({
      stream: refusedWorkbook(office.database, actor, row),
      name: 'refused.xlsx',
    });
    const lines: string[] = [];
    for await (const { kind, cells } of sheet.rows()) {
      if (kind === 'data') lines.push([...HEADER.split(',').map((header) => cells[header] ?? '')].join(','));
    }
    await sheet.close();
    expect(lines).toHaveLength(6);
    const corrected = [HEADER, ...lines]
      .join('\n')
      .replace('A-1,', 'A-10,')
      .replace('2015-02-30', '2015-02-28')
      .replace('飞鸽', '来信')
      .replace('13800000007,,', '13800000007,补上的内容,')
      .replace('2015-04-01', '2015-04-27')
      .replace('不予受理,2015-04-25,,', '不予受理,2015-04-25,不属于本机构职责范围,');
    const second = await run(await upload(corrected, '更正.csv'));
    expect(await problemsOf(second)).toEqual([]);
    expect(second).toMatchObject({ accepted: 6, refused: 0 });
    expect(await complaintsHere()).toHaveLength(10);
  });

  test('in GB18030, with semicolons, is the same', async () => {
    const bytes = iconv.encode(MESSY.replaceAll(',', ';'), 'gb18030');
    const row = await run(await upload(bytes));
    expect(await problemsOf(row)).toEqual(REFUSED);
    expect(row).toMatchObject({ accepted: 4, refused: 6 });
  });
});

describe('no row is taken twice', () => {
  const rows = (from: number, to: number): string =>
    Array.from({ length: to - from + 1 }, (_, index) => {
      const number = from + index;
      return `B-${String(number).padStart(4, '0')},2015-05-04,电话,甲,13800000001,第 ${number} 件,受理,2015-05-05,,,`;
    }).join('\n');
  const sheet = `${HEADER}\n${rows(1, 230)}\n`;

  test('not when the process ends in the middle: the next one goes on where it stood', async () => {
    const { importWorker } = await openNextProcess();
    const row = await upload(sheet);
    const begun = await office.services.imports.start(actor, row.id, { again: false });
    expect(begun.ok).toBe(true);
    const job = { tenantId: actor.tenantId, importId: row.id };
    // The first chunk is committed, then the process is told to stop.
    const work = importWorker.work(job);
    while ((await current(row)).accepted === 0) await new Promise((resume) => setTimeout(resume, 2));
    importWorker.stop();
    await expect(work).rejects.toThrow(ImportInterrupted);
    const halfway = await current(row);
    expect(halfway.status).toBe('RUNNING');
    expect(halfway.accepted).toBeLessThan(230);
    expect(await complaintsHere()).toHaveLength(halfway.accepted);

    const next = await openNextProcess();
    await next.importWorker.work(job);
    expect(await current(row)).toMatchObject({ status: 'COMPLETED', accepted: 230, refused: 0 });
    expect(await complaintsHere()).toHaveLength(230);
    expect((await verifyHistory(office.database, actor)).faults).toEqual([]);
  });

  test('not when two processes work on it at once', async () => {
    const row = await upload(`${HEADER}\n${rows(301, 500)}\n`);
    const begun = await office.services.imports.start(actor, row.id, { again: false });
    expect(begun.ok).toBe(true);
    const job = { tenantId: actor.tenantId, importId: row.id };
    const [one, other] = [await openNextProcess(), await openNextProcess()];
    await Promise.all([one.importWorker.work(job), other.importWorker.work(job)]);
    // Whoever lost the race left it to the other; a later look finishes what is left.
    await one.importWorker.work(job);
    expect(await current(row)).toMatchObject({ status: 'COMPLETED', accepted: 200, refused: 0 });
    expect(await complaintsHere()).toHaveLength(200);
  });

  test('not when the same file comes again; and only if one insists are its rows looked at, and refused by number', async () => {
    const content = `${HEADER}\n${rows(601, 603)}\n`;
    await run(await upload(content));
    const again = await upload(content);
    const begun = await office.services.imports.start(actor, again.id, { again: false });
    expect(begun).toMatchObject({ ok: false, refusals: [{ code: 'ALREADY_DONE', field: 'again' }] });
    const insisted = await run(again, 'start', true);
    expect(insisted).toMatchObject({ accepted: 0, refused: 3 });
    expect((await problemsOf(insisted)).map(({ code }) => code)).toEqual(Array(3).fill('KNOWN_NUMBER'));
  });

  async function openNextProcess() {
    const { composeServices } = await import('../../composition.ts');
    const { database, filesFolder } = office;
    return composeServices({
      ...{ database, filesFolder, secret: 'a-secret-for-tests' },
      post: { mailer: { send: async () => undefined }, publicUrl: 'http://localhost' },
      jobs: { enqueue: async () => undefined },
    });
  }
});

test('each worksheet of a workbook is imported for itself, once', async () => {
  const columns = ['编号', '登记日期', '投诉内容'].map((header) => ({ header, kind: 'text' }) as const);
  const sheets = [
    { name: '一季度', columns, rows: [['W-1', '2015-01-02', '甲']] },
    { name: '二季度', columns, rows: [['W-2', '2015-04-02', '乙']] },
  ];
  const content = await buffer(writeWorkbook({ sheets }));
  const of = (sheet: string) => upload(content, { name: '台账.xlsx', sheet });
  expect(await run(await of('一季度'))).toMatchObject({ accepted: 1 });
  expect(await run(await of('二季度'))).toMatchObject({ accepted: 1 });
  const again = await of('二季度');
  const begun = await office.services.imports.start(actor, again.id, { again: false });
  expect(begun).toMatchObject({ ok: false, refusals: [{ code: 'ALREADY_DONE' }] });
  expect(await complaintsHere()).toHaveLength(2);
});

describe('how columns are read', () => {
  test('is proposed from headers and values in Chinese and English, and asked for where a field is missing', async () => {
    const row = await upload(
      'Case Number,Date Received,Submitted Via,Narrative,Colour\n1,2015-04-22,Phone,Leak,red\n',
    );
    expect(row.mapping).toEqual({
      'Case Number': 'externalNumber',
      'Date Received': 'receivedAt',
      'Submitted Via': 'channel',
      Narrative: 'content',
      Colour: null,
    });
    const without = await upload('甲列,乙列\n1,2\n', '不明.csv');
    const begun = await office.services.imports.start(actor, without.id, { again: false });
    expect(begun).toMatchObject({ ok: false, refusals: [{ code: 'REQUIRED', field: 'columns' }] });
  });

  test('is remembered for the next table with the same headers', async () => {
    const content = '甲列,乙列,丙列\nC-1,2015-04-22,索道停运\n';
    const first = await upload(content, '四月.csv');
    const choices = [
      { column: '甲列', target: 'externalNumber' },
      { column: '乙列', target: 'receivedAt' },
      { column: '丙列', target: 'content' },
    ];
    expect(await office.services.imports.setReading(actor, first.id, { columns: choices })).toMatchObject({
      ok: true,
    });
    expect(await run(first)).toMatchObject({ accepted: 1 });
    const second = await upload('甲列,乙列,丙列\nC-2,2015-05-22,门票问题\n', '五月.csv');
    expect(second.mapping).toEqual({ 甲列: 'externalNumber', 乙列: 'receivedAt', 丙列: 'content' });
    expect(await run(second)).toMatchObject({ accepted: 1 });
  });

  test('is remembered for a table that has gained a column since, its own words too', async () => {
    const first = await upload('编号,登记日期,途径,情形二\nK-1,2015-04-22,飞鸽,索道停运\n');
    await office.services.imports.setReading(actor, first.id, {
      columns: [
        { column: '途径', target: 'channel', choices: [{ written: '飞鸽', code: 'LETTER' }] },
        { column: '情形二', target: 'content' },
      ],
    });
    expect(await run(first)).toMatchObject({ accepted: 1 });
    const grown = await upload('编号,登记日期,途径,填表,情形二\nK-2,2015-05-22,飞鸽,丁,门票问题\n');
    expect(grown.mapping).toMatchObject({ 途径: 'channel', 情形二: 'content', 填表: null });
    expect(await run(grown)).toMatchObject({ accepted: 1, refused: 0 });
  });

  test('of dates is told from the whole column, or decided by hand where it cannot be', async () => {
    const told = await run(await upload('编号,登记日期,投诉内容\nD-1,03/04/2015,甲\nD-2,22/04/2015,乙\n'));
    expect(told).toMatchObject({ accepted: 2 });
    const open = await upload('号码,登记日期,投诉内容\nE-1,03/04/2015,甲\nE-2,05/06/2015,乙\n');
    expect(await problemsOf(await run(open, 'check'), 'CHECK')).toMatchObject([
      { line: 2, code: 'AMBIGUOUS_DATE' },
      { line: 3, code: 'AMBIGUOUS_DATE' },
    ]);
    await office.services.imports.setReading(actor, open.id, {
      columns: [{ column: '登记日期', target: 'receivedAt', dateOrder: 'mdy' }],
    });
    expect(await run(open)).toMatchObject({ accepted: 2 });
    const days = (await complaintsHere()).map(({ received_at: at }) => at.toISOString().slice(0, 10));
    expect(days).toEqual(['2015-04-03', '2015-04-22', '2015-03-04', '2015-05-06']);
  });

  test('the order told from one table is remembered for the next, unless its own values say otherwise', async () => {
    const header = '编号,登记日期,投诉内容';
    await run(await upload(`${header}\nG-1,22/04/2015,甲\n`));
    const open = await run(await upload(`${header}\nG-2,03/04/2015,乙\n`));
    expect(open).toMatchObject({ accepted: 1, refused: 0 });
    const american = await run(await upload(`${header}\nG-3,03/04/2015,丙\nG-4,04/22/2015,丁\n`));
    expect(american).toMatchObject({ accepted: 2, refused: 0 });
    const days = (await complaintsHere()).map(({ received_at: at }) => at.toISOString().slice(0, 10));
    expect(days).toEqual(['2015-04-22', '2015-04-03', '2015-03-04', '2015-04-22']);
  });

  test('words of the sheet’s own are told what they stand for, once for all tables of these headers', async () => {
    const header = '编号,登记日期,渠道,投诉内容';
    const first = await upload(`${header}\nH-1,2015-04-22,飞鸽,甲\nH-2,2015-04-23,飞鸽 ,乙\n`);
    const checked = await run(first, 'check');
    expect(await problemsOf(checked, 'CHECK')).toMatchObject([
      { line: 2, column: '渠道', value: '飞鸽', code: 'NO_SUCH_CHOICE' },
      { line: 3, column: '渠道', value: '飞鸽', code: 'NO_SUCH_CHOICE' },
    ]);
    const { imports } = office.services;
    const choose = (code: string) =>
      imports.setReading(actor, first.id, {
        columns: [{ column: '渠道', target: 'channel', choices: [{ written: '飞鸽', code }] }],
      });
    expect(await choose('PIGEON')).toMatchObject({ refusals: [{ field: 'columns.choices.code' }] });
    expect(await choose('LETTER')).toMatchObject({ ok: true });
    expect(await run(first)).toMatchObject({ accepted: 2, refused: 0 });
    const next = await run(await upload(`${header}\nH-3,2015-05-22,飞鸽,丙\n`));
    expect(next).toMatchObject({ accepted: 1, refused: 0 });
  });

  test('the year of dates without one is taken from the titles, or given by hand, and goes with the refused rows', async () => {
    const header = '编号,登记日期,渠道,投诉内容';
    const open = await upload(`${header}\nI-1,4月22日,飞鸽,甲\nI-2,4月23日,电话,乙\n`);
    expect((await problemsOf(await run(open, 'check'), 'CHECK')).map(({ code }) => code)).toContain(
      'DATE_WITHOUT_YEAR',
    );
    await office.services.imports.setReading(actor, open.id, { columns: [], year: 2014 });
    const done = await run(open);
    expect(done).toMatchObject({ accepted: 1, refused: 1 });
    const refused = await buffer(refusedWorkbook(office.database, actor, done));
    const again = await upload(refused, '未导入.xlsx');
    expect(again.layout).toMatchObject({ year: 2014, headerLines: [2] });
    await office.services.imports.setReading(actor, again.id, {
      columns: [{ column: '渠道', target: 'channel', choices: [{ written: '飞鸽', code: 'LETTER' }] }],
    });
    expect(await run(again)).toMatchObject({ accepted: 1, refused: 0 });
    const days = (await complaintsHere()).map(({ received_at: at }) => at.toISOString().slice(0, 10));
    expect(days).toEqual(['2014-04-22', '2014-04-23']);
  });

  test('is no business of handlers', async () => {
    const row = await upload(`${HEADER}\n`.concat('F-1,2015-04-22,电话,甲,1380,内容,受理,2015-04-22,,,'));
    const handler: StaffActor = { ...actor, role: 'HANDLER' };
    const { imports } = office.services;
    expect(await imports.start(handler, row.id, { again: false })).toMatchObject({
      refusals: [{ code: 'FORBIDDEN' }],
    });
    expect(await imports.find(handler, row.id)).toBeUndefined();
  });
});

test('a row that is no case is told with the reason', async () => {
  const header = '编号,登记日期,渠道,投诉内容';
  const done = await run(
    await upload(
      `2015年登记表,,,\n${header}\nL-1,2015-04-22,电话,甲\n2015年登记表,,,\n${header}\nL-2,2015-04-23,电话,乙\n合计,2件,,\n审核人：丁,,,\n`,
    ),
  );
  expect(done).toMatchObject({ accepted: 2, refused: 0, passed_over: 4 });
  const rows = await passedOverRows(office.database, actor, {
    ...{ importId: done.id, phase: 'RUN', first: 10 },
  });
  expect(rows.map(({ line, problems }) => [line, problems?.[0]?.text.zh])).toEqual([
    [4, '表题重复'],
    [5, '表头重复'],
    [7, '合计行'],
    [8, '表尾说明'],
  ]);
});

test('a number in full-width digits is the same number', async () => {
  const done = await run(
    await upload('编号,登记日期,投诉内容\nＭ－１２,2015-04-22,甲\nM-12,2015-04-23,乙\n'),
  );
  expect(await problemsOf(done)).toMatchObject([{ line: 3, value: 'M-12', code: 'DOUBLED_NUMBER' }]);
  expect(await complaintsHere()).toMatchObject([{ external_number: 'M-12' }]);
});

test('the error of a formula and a formula without a result are named by line and column, never taken for content', async () => {
  const columns = ['编号', '登记日期', '渠道', '投诉人', '投诉内容', '备注'];
  const line = (number: number, cells: readonly string[]) =>
    `<row r="${number}">${cells.map((cell, at) => cell.replace('<c', `<c r="${'ABCDEF'[at]}${number}"`)).join('')}</row>`;
  const text = (value: string) => `<c t="inlineStr"><is><t>${value}</t></is></c>`;
  const row = (number: string, content: string, note = text('无')) => [
    ...[text(number), text('2015-04-22'), text('电话'), text('甲'), content, note],
  ];
  const sheet = [
    line(1, columns.map(text)),
    line(2, row('P-1', '<c t="str"><f>"导游"&amp;"强迫购物"</f><v>导游强迫购物</v></c>')),
    line(3, row('P-2', '<c t="e"><f>VLOOKUP(A3,Z:Z,1)</f><v>#N/A</v></c>')),
    line(4, row('P-3', '<c><f>G4&amp;H4</f></c>')),
    line(5, row('P-4', text('#REF!'))),
  ].join('');
  const content = await workbook({ sheet: `<sheetData>${sheet}</sheetData>` });
  const done = await run(await upload(content, '登记表.xlsx'));
  expect(await problemsOf(done)).toEqual([
    { line: 3, column: '投诉内容', value: '#N/A', code: 'ERROR_VALUE' },
    { line: 4, column: '投诉内容', value: '=G4&H4', code: 'NOT_COMPUTED' },
    { line: 5, column: '投诉内容', value: '#REF!', code: 'ERROR_VALUE' },
  ]);
  expect(done).toMatchObject({ status: 'COMPLETED', accepted: 1, refused: 3 });
});

test('the same sanction is taken in once, whether it stands twice in a sheet or comes again in another', async () => {
  await run(await upload(`${HEADER}\nS-1,2010-11-15,电话,甲,13800000001,内容,受理,2010-11-16,,,\n`));
  const header = '受理编号,对象,处罚种类,币种,金额,折合人民币(元),缴款日期';
  const fine = 'S-1,丙旅行社,罚款,CNY,100.00,100.00,2010-12-08';
  const other = 'S-1,丁,罚款,CNY,100.00,100.00,2010-12-08';
  const first = await upload(`${header}\n${fine}\n${fine}\n`, '处罚.csv', 'SANCTIONS');
  expect(await problemsOf(await run(first, 'check'), 'CHECK')).toMatchObject([
    { line: 3, column: '处罚种类', code: 'DOUBLED_SANCTION' },
  ]);
  expect(await run(first)).toMatchObject({ accepted: 1, refused: 1 });
  const second = await run(await upload(`${header}\n${fine}\n${other}\n`, '处罚二.csv', 'SANCTIONS'));
  expect(second).toMatchObject({ accepted: 1, refused: 1 });
  expect(await problemsOf(second)).toMatchObject([{ line: 2, code: 'DOUBLED_SANCTION' }]);
});

test('a sanction for a number that nobody knows is refused, never dropped', async () => {
  const row = await run(
    await upload(
      '受理编号,对象,处罚种类,币种,金额,折合人民币(元),缴款日期\nX-1,丙旅行社,罚款,CNY,100.00,100.00,2010-12-08\n',
      '处罚.csv',
      'SANCTIONS',
    ),
  );
  expect(await problemsOf(row)).toEqual([
    { line: 2, column: '受理编号', value: 'X-1', code: 'UNKNOWN_NUMBER' },
  ]);
});
