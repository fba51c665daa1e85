import { createReadStream } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { openSheet } from './open-sheet.ts';
import { allRows, opened, temporaryFile } from './temporary.fixture.ts';

const registers = new URL('../../../../registers/', import.meta.url);

describe('the registers of real offices', () => {
  test.each([
    ['tourism-bureau-2010.csv', 12, 24, 2010],
    ['tourism-bureau-2010.sanctions.csv', 10, 9, 2010],
    ['drug-regulator-2009h1.csv', 7, 21, 2009],
  ])('%s gives %i rows in %i columns', async (name, rows, columns, year) => {
    const sheet = await openSheet({ path: new URL(name, registers).pathname });
    expect(sheet).toMatchObject({
      format: 'csv',
      encoding: { name: 'utf-8', certain: true },
      delimiter: ',',
    });
    expect(sheet.layout).toMatchObject({ headerLines: [1], year });
    expect(sheet.columns).toHaveLength(columns);
    const all = await allRows(sheet);
    expect(all.map(({ kind }) => kind)).toEqual(['header', ...Array<string>(rows).fill('data')]);
    expect(all.flatMap(({ problems }) => problems)).toEqual([]);
    await sheet.close();
  });

  test('values come as written', async () => {
    const sheet = await openSheet({ path: new URL('drug-regulator-2009h1.csv', registers).pathname });
    const [first] = sheet.sample;
    expect(first).toMatchObject({
      line: 2,
      cells: { 编号: 'YJ-001', 登记时间: '2009-01-14 09:20', 数量: '1盒', '价格(元)': '18.50', 批号: '' },
    });
  });
});

const TABLE =
  '受理编号;登记日期;投诉人;内容\nA-1;2010-03-15;张三;服务态度差，已道歉\nA-2;2010-03-16;李四;“退款”\n';

describe('text files of every make', () => {
  test.each([
    ['gb18030', ','],
    ['gbk', '\t'],
    ['utf-8', ';'],
    ['utf-16le', '\t'],
    ['utf-16be', ';'],
    ['gb18030', '|'],
    ['gb18030', ';'],
  ])('%s with %j', async (encodeAs, delimiter) => {
    const sheet = await opened(TABLE.replaceAll(';', delimiter), { encodeAs });
    expect(sheet.delimiter).toBe(delimiter);
    expect(sheet.columns.map(({ key }) => key)).toEqual(['受理编号', '登记日期', '投诉人', '内容']);
    expect(sheet.sample.map(({ cells }) => cells['内容'])).toEqual(['服务态度差，已道歉', '“退款”']);
  });

  test('the encoding is judged by the whole file, not by a head of ASCII', async () => {
    const head = `id,date,text\n${'A-1,2010-03-15,checked and closed\n'.repeat(20_000)}`;
    const sheet = await opened(`${head}A-2,2010-03-16,导游强迫购物\n`, { encodeAs: 'gb18030' });
    const rows = await allRows(sheet);
    expect(rows.at(-1)?.cells.text).toBe('导游强迫购物');
    expect(sheet.encoding).toEqual({ name: 'gb18030', certain: false });
  });

  test('a damaged byte does not turn a UTF-8 file into another encoding: its row says so', async () => {
    const good = Buffer.from(`编号,内容\n${'1,游客投诉景区\n'.repeat(50)}2,酒店`);
    const sheet = await opened(Buffer.concat([good, Buffer.from([0xe5, 0x0a])]));
    expect(sheet.encoding).toEqual({ name: 'utf-8', certain: false });
    const last = (await allRows(sheet)).at(-1);
    expect(last?.problems.map(({ code }) => code)).toEqual(['UNDECODABLE']);
  });

  test('letters with accents are not taken for Chinese', async () => {
    const sheet = await opened('name,city\nRené,Orléans\nÉva,Besançon\n', { encodeAs: 'windows-1252' });
    expect(sheet.sample[0]?.cells).toEqual({ name: 'René', city: 'Orléans' });
  });

  test('the user can overrule what was detected', async () => {
    const text = '編號;內容,備註\n1;導遊,強迫購物\n';
    const sheet = await opened(text, { encodeAs: 'big5', encoding: 'big5', delimiter: ';' });
    expect(sheet.sample[0]?.cells).toEqual({ 編號: '1', '內容,備註': '導遊,強迫購物' });
    expect(sheet.encoding).toEqual({ name: 'big5', certain: true });
  });

  test('lines are counted as the file has them, through quoted line ends and mixed ones', async () => {
    const sheet = await opened('编号,内容\r\n1,"一行\r\n二行\n三行"\n2,x\r3,"y"\r\n');
    expect((await allRows(sheet)).map(({ line, cells }) => [line, cells['编号']])).toEqual([
      [1, '编号'],
      [2, '1'],
      [5, '2'],
      [6, '3'],
    ]);
  });

  test('reading goes on from a line', async () => {
    const sheet = await opened(`编号,内容\n${Array.from({ length: 50 }, (_, i) => `${i + 2},x\n`).join('')}`);
    const rest = await allRows(sheet, { fromLine: 40 });
    expect(rest[0]).toMatchObject({ line: 40, cells: { 编号: '40' } });
    expect(rest).toHaveLength(12);
  });

  test('a stream is kept aside and read like a file', async () => {
    const path = await temporaryFile(TABLE);
    const sheet = await openSheet({ stream: createReadStream(path), name: '2011年投诉.csv' });
    expect(sheet.layout.year).toBe(2011);
    expect(await allRows(sheet)).toHaveLength(3);
    await sheet.close();
  });
});

describe('no row is lost silently', () => {
  test('a quote that is never closed stops the reading at its line', async () => {
    const sheet = opened('编号,内容\n1,好\n2,"坏\n3,x\n4,y\n');
    const reading = sheet.then((s) => allRows(s));
    await expect(reading).rejects.toMatchObject({ code: 'UNCLOSED_QUOTE', line: 3 });
  });

  test('a quote that swallows rows up to the next quote is reported', async () => {
    const rows = ['1,a,b,c,d', '2,"a,b,c,d', '3,a,b,c,d', '4,a,b,c",d'].join('\n');
    const sheet = await opened(`甲,乙,丙,丁,戊\n${rows}\n`);
    const problems = (await allRows(sheet)).map(({ line, problems: [first] }) => [line, first?.code]);
    expect(problems).toContainEqual([3, 'SWALLOWED_ROWS']);
  });

  test('values beyond the last header are reported', async () => {
    const sheet = await opened(`编号,内容\n1,好\n2,好\n${'3,好\n'.repeat(300)}4,好,多余\n`);
    const rows = await allRows(sheet);
    expect(rows.filter(({ problems }) => problems.length > 0).map(({ line }) => line)).toEqual([304]);
    expect(rows.at(-1)?.problems[0]).toMatchObject({ code: 'EXTRA_CELLS' });
  });
});

describe('files that cannot be read say what to do', () => {
  const OLE2 = Buffer.from('d0cf11e0a1b11ae1', 'hex');
  test.each([
    ['empty', Buffer.alloc(0), 'EMPTY_FILE'],
    ['blank lines', Buffer.from('\n\n  \n'), 'EMPTY_FILE'],
    ['a picture', Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'), 'NOT_A_SPREADSHEET'],
    ['bytes', Buffer.from(Array.from({ length: 4000 }, (_, i) => (i * 7919) % 256)), 'NOT_A_SPREADSHEET'],
    ['.xls', Buffer.concat([OLE2, Buffer.alloc(2048), Buffer.from('Workbook', 'utf16le')]), 'OLD_EXCEL'],
    [
      'a password',
      Buffer.concat([OLE2, Buffer.alloc(2048), Buffer.from('EncryptedPackage', 'utf16le')]),
      'ENCRYPTED',
    ],
    [
      'half an archive',
      Buffer.concat([Buffer.from('504b030414000600', 'hex'), Buffer.alloc(500)]),
      'CORRUPT',
    ],
    ['a web page', Buffer.from('<html><table><tr><td>编号'), 'UNSUPPORTED_FORMAT'],
  ])('%s', async (_name, bytes, code) => {
    await expect(opened(bytes)).rejects.toMatchObject({
      code,
      text: { zh: expect.any(String), en: expect.any(String) },
    });
  });
});
