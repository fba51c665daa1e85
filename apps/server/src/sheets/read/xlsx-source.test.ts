import { writeXlsx } from 'hucre/xlsx';
import { describe, expect, test } from 'vitest';
import { MAIN, workbook } from '../crafted-workbook.fixture.ts';
import { allRows, opened } from '../temporary.fixture.ts';
import { numberText, serialText, serialToLocal } from './xlsx-cell.ts';
import { meaningOfFormat } from './xlsx-workbook.ts';

describe('a workbook made by another library', () => {
  test('shared texts, dates, numbers and truth values come as a person reads them', async () => {
    const bytes = await writeXlsx({
      sheets: [
        { name: '说明', rows: [['请填写下一页']] },
        {
          name: '投诉',
          columns: [
            { header: '受理编号', key: 'no' },
            { header: '登记日期', key: 'on', numFmt: 'yyyy-mm-dd' },
            { header: '登记时间', key: 'at', numFmt: 'yyyy/m/d h:mm' },
            { header: '联系电话', key: 'phone' },
            { header: '金额', key: 'amount', numFmt: '#,##0.00' },
            { header: '是否保密', key: 'secret' },
          ],
          data: Array.from({ length: 40 }, (_, i) => ({
            no: `0${i}`,
            on: new Date('2010-03-15T00:00:00Z'),
            at: new Date('2015-04-22T15:53:00Z'),
            phone: 13800000001,
            amount: 1203.2,
            secret: true,
          })),
        },
        { name: '旧表', hidden: true, rows: Array.from({ length: 500 }, () => ['旧', '旧', '旧']) },
      ],
    });
    const sheet = await opened(Buffer.from(bytes));
    expect(sheet.sheets.map(({ name, hidden }) => [name, hidden])).toEqual([
      ['说明', false],
      ['投诉', false],
      ['旧表', true],
    ]);
    expect(sheet.sheetName).toBe('投诉');
    expect(sheet.approximateRows).toBe(41);
    expect(sheet.sample).toHaveLength(40);
    expect(sheet.sample[0]).toMatchObject({
      line: 2,
      raw: ['00', '2010-03-15', '2015-04-22 15:53', '13800000001', '1203.2', 'TRUE'],
    });
  });

  test('the user may choose another sheet, even a hidden one', async () => {
    const bytes = Buffer.from(
      await writeXlsx({
        sheets: [
          {
            name: '甲',
            rows: [
              ['名', '数'],
              ['a', 1],
            ],
          },
          {
            name: '乙',
            rows: [
              ['x', 'y'],
              ['b', 2],
            ],
          },
        ],
      }),
    );
    expect((await opened(bytes, { sheet: '乙' })).sample[0]?.raw).toEqual(['b', '2']);
    await expect(opened(bytes, { sheet: '丙' })).rejects.toMatchObject({ code: 'NO_SUCH_SHEET' });
  });

  test('cells merged downwards show their value in every row, titles across do not', async () => {
    const bytes = await writeXlsx({
      sheets: [
        {
          name: '投诉',
          rows: [
            ['2010年度投诉登记表', null, null],
            ['编号', '被投诉方', '处罚'],
            ['A-1', '丙旅行社', '罚款'],
            [null, null, '没收'],
            [null, '导游', '罚款'],
            ['A-2', '甲景区', '罚款'],
          ],
          merges: [
            { startRow: 0, startCol: 0, endRow: 0, endCol: 2 },
            { startRow: 2, startCol: 0, endRow: 4, endCol: 0 },
            { startRow: 2, startCol: 1, endRow: 3, endCol: 1 },
          ],
        },
      ],
    });
    const sheet = await opened(Buffer.from(bytes));
    expect(sheet.layout).toMatchObject({ headerLines: [2], year: 2010 });
    expect(sheet.sample.map(({ cells }) => Object.values(cells).join(' '))).toEqual([
      'A-1 丙旅行社 罚款',
      'A-1 丙旅行社 没收',
      'A-1 导游 罚款',
      'A-2 甲景区 罚款',
    ]);
    const again = await allRows(sheet, { fromLine: 5 });
    expect(again[0]?.cells).toMatchObject({ 编号: 'A-1', 被投诉方: '导游' });
  });
});

describe('what other programs write', () => {
  test('rich and phonetic texts, formulas, errors, cells and rows without references, prefixes, 1904', async () => {
    const bytes = await workbook({
      workbookPr: '<workbookPr date1904="1"/>',
      styles: `<styleSheet ${MAIN}><numFmts><numFmt numFmtId="170" formatCode="yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;"/></numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="170"/><xf numFmtId="31"/></cellXfs></styleSheet>`,
      strings: `<sst ${MAIN}><si><t>编号</t></si><si><r><t>投</t></r><r><rPr/><t xml:space="preserve">诉 </t></r><rPh sb="0" eb="1"><t>トウソ</t></rPh></si><si><t>a_x000D_b</t></si></sst>`,
      sheet:
        '<sheetData><row><c t="s"><v>0</v></c><c t="s"><v>1</v></c><c t="inlineStr"><is><t>日期</t></is></c><c t="inlineStr"><is><t>值</t></is></c></row>' +
        '<row r="4"><c r="A4" t="str"><f>A1&amp;1</f><v>编号1</v></c><c r="B4" t="s"><v>2</v></c><c r="C4" s="1"><v>38790</v></c><c r="D4" t="e"><v>#N/A</v></c></row>' +
        '<row r="5"><c r="A5" t="d"><v>2010-03-15T09:20:00</v></c><c r="C5" s="2"><v>38790</v></c><c r="D5"><v>0.30000000000000004</v></c></row></sheetData>',
    });
    const rows = await allRows(await opened(bytes));
    expect(rows.map(({ line, raw }) => [line, raw])).toEqual([
      [1, ['编号', '投诉 ', '日期', '值']],
      [4, ['编号1', 'a\rb', '2010-03-15', '#N/A']],
      [5, ['2010-03-15 09:20', '', '2010-03-15', '0.3']],
    ]);
  });

  test('damage is told wherever it stands', async () => {
    const good = await workbook({ sheet: '<sheetData><row><c><v>1</v></c></row></sheetData>' });
    await expect(opened(good.subarray(0, good.length - 40))).rejects.toMatchObject({ code: 'CORRUPT' });
    const changed = Buffer.from(good.toString('latin1').replace('<v>1</v>', '<v>7</v>'), 'latin1');
    await expect(opened(changed)).rejects.toMatchObject({ code: 'CORRUPT' });
    const torn = await workbook({ sheet: '<sheetData><row><c><v>1</v></row>' });
    await expect(opened(torn)).rejects.toMatchObject({ code: 'CORRUPT' });
    const lost = await workbook({ sheet: '<sheetData><row><c t="s"><v>7</v></c></row></sheetData>' });
    await expect(opened(lost)).rejects.toMatchObject({ code: 'CORRUPT' });
  });
});

test('numbers are written as people write them', () => {
  expect(numberText('18.499999999999999')).toBe('18.5');
  expect(numberText('1.38E+10')).toBe('13800000000');
  expect(numberText('1.0000000000000001E-5')).toBe('0.00001');
  expect(numberText('13800000001')).toBe('13800000001');
  expect(numberText('-0.1')).toBe('-0.1');
  expect(numberText('1E+20')).toBe('100000000000000000000');
});

test('day numbers are dates of the calendar the workbook counts in', () => {
  expect(serialToLocal(1)).toBe('1900-01-01T00:00:00');
  expect(serialToLocal(59)).toBe('1900-02-28T00:00:00');
  expect(serialToLocal(61)).toBe('1900-03-01T00:00:00');
  expect(serialToLocal(38_790, true)).toBe('2010-03-15T00:00:00');
  expect(serialText('42116.661805555559', { meaning: 'dateTime', date1904: false })).toBe('2015-04-22 15:53');
  expect(serialText('0.66180555555555554', { meaning: 'time', date1904: false })).toBe('15:53');
});

test('a number format says whether a number is a date', () => {
  expect(meaningOfFormat('yyyy"年"m"月"d"日"')).toBe('date');
  expect(meaningOfFormat('[$-804]yyyy-m-d h:mm;@')).toBe('dateTime');
  expect(meaningOfFormat('[DBNum1][$-804]m"月"d"日"')).toBe('date');
  expect(meaningOfFormat('[h]:mm:ss')).toBe('time');
  for (const code of [
    'General',
    '0.00',
    '#,##0.00_);[Red](#,##0.00)',
    '"¥"#,##0',
    '0.0%',
    '@',
    '0"天"',
    '[$¥-804]#,##0.00',
    '0.00E+00',
  ]) {
    expect([code, meaningOfFormat(code)]).toEqual([code, 'number']);
  }
});
