import { describe, expect, test } from 'vitest';
import { rowClassifier } from './classify.ts';
import { findLayout, yearIn } from './layout.ts';
import type { Merge, RawRow } from './source.ts';

function sheet(...rows: string[]): RawRow[] {
  return rows.map((row, index) => ({ line: index + 1, raw: row.split('|') }));
}

function kinds(rows: RawRow[], merges: Merge[] = []): string[] {
  const classify = rowClassifier(findLayout(rows, { merges }));
  return rows.map((row) => classify(row));
}

const UNDER_TITLES = sheet(
  '2010年度旅游投诉登记表||||',
  '制表单位：某市旅游局|||制表日期：2011-01-05|',
  '受理编号|登记日期|投诉人|内容|金额(元)',
  'LY-1|2010-03-15|张三|态度差|90.00',
  '||||',
  '受理编号|登记日期|投诉人|内容|金额(元)',
  'LY-2|2010-03-16|李四|欺骗|1,203.20',
  '合  计||||1,293.20',
  '填表人：王五||审核人：赵六||',
  '||||',
);

describe('the header', () => {
  test('is found under title rows, which give the year', () => {
    const layout = findLayout(UNDER_TITLES);
    expect(layout.headerLines).toEqual([3]);
    expect(layout.titles[0]).toBe('2010年度旅游投诉登记表');
    expect(layout.year).toBe(2010);
  });

  test('is the first row where all rows are words', () => {
    const layout = findLayout(sheet('姓名|部门|意见', '张三|前台|好', '李四|客房|差'));
    expect(layout.headerLines).toEqual([1]);
  });

  test('is not there when the first row is data', () => {
    const layout = findLayout(sheet('LY-1|2010-03-15|张三|90.00', 'LY-2|2010-03-16|李四|80.00'));
    expect(layout.headerLines).toEqual([]);
    expect(layout.columns.map(({ key }) => key)).toEqual(['列A', '列B', '列C', '列D']);
  });

  test('is where the user says', () => {
    expect(findLayout(UNDER_TITLES, { headerLine: 6 }).headerLines).toEqual([6]);
    expect(findLayout(UNDER_TITLES, { headerLine: 0 }).headerLines).toEqual([]);
  });

  test('repeated names get a number, columns without name and values fall away', () => {
    const layout = findLayout(sheet('编号|电话||电话||', '1|138||139|x|', '2|137||136||'));
    expect(layout.columns.map(({ key, letters }) => [key, letters])).toEqual([
      ['编号', 'A'],
      ['电话', 'B'],
      ['电话 (2)', 'D'],
      ['列E', 'E'],
    ]);
  });

  test.each([
    [
      'with merges',
      [
        { top: 1, left: 0, bottom: 2, right: 0 },
        { top: 1, left: 1, bottom: 1, right: 2 },
        { top: 1, left: 3, bottom: 1, right: 4 },
      ],
    ],
    ['without', []],
  ])('of two lines is joined, %s', (_name, merges) => {
    const rows = sheet(
      '投诉登记表||||',
      '编号|投诉人||被投诉方|',
      '|姓名|电话|名称|电话',
      'A-1|张三|13800000001|某店|0755-1234567',
      'A-2|李四|13800000002|某店|0755-1234568',
    );
    const layout = findLayout(rows, { merges });
    expect(layout.headerLines).toEqual([2, 3]);
    expect(layout.columns.map(({ key }) => key)).toEqual([
      '编号',
      '投诉人·姓名',
      '投诉人·电话',
      '被投诉方·名称',
      '被投诉方·电话',
    ]);
    expect(kinds(rows, merges)).toEqual(['title', 'header', 'header', 'data', 'data']);
  });

  test('of two lines in a text file, with every column under a group, is joined where its labels repeat', () => {
    const rows = sheet('投诉登记表|||', '投诉人||被投诉方|', '名称|电话|名称|电话', '张三|138|某店|139');
    const layout = findLayout(rows);
    expect(layout.headerLines).toEqual([2, 3]);
    expect(layout.columns.map(({ key }) => key)).toEqual([
      '投诉人·名称',
      '投诉人·电话',
      '被投诉方·名称',
      '被投诉方·电话',
    ]);
  });
});

test('every physical row is told what it is', () => {
  expect(kinds(UNDER_TITLES)).toEqual([
    'title',
    'title',
    'header',
    'data',
    'empty',
    'repeatedHeader',
    'data',
    'total',
    'note',
    'empty',
  ]);
});

test('a case that mentions a total is no total', () => {
  const rows = sheet('编号|内容|金额', '1|合计|90', '2|合计金额算错|90', '合计|旅行社甲|90', '总计|12|90');
  expect(kinds(rows)).toEqual(['header', 'total', 'data', 'data', 'total']);
});

test('a year is taken only where one alone is spoken of', () => {
  expect(yearIn(['2010年度'])).toBe(2010);
  expect(yearIn(['2009-2010对比'])).toBeUndefined();
  expect(yearIn(['电话 13820101234'])).toBeUndefined();
});
