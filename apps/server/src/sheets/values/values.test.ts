import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readAmount, unitOfHeader } from './amounts.ts';
import { readBoolean } from './booleans.ts';
import { type Choice, matchChoice } from './choices.ts';
import { readDecimal, readInteger, readQuantity } from './numbers.ts';
import { readPhone } from './phones.ts';
import type { Reading } from './reading.ts';
import { cleanText, comparable } from './text.ts';

function outcome<T>(reading: Reading<T>): T | null | string {
  return reading.ok ? reading.value : reading.problem.code;
}

describe('numbers', () => {
  test.each([
    ['1,203.20', '1203.20'],
    ['１２', '12'],
    ['18.50', '18.50'],
    ['0.8564', '0.8564'],
    ['-5', '-5'],
    ['(5.00)', '-5.00'],
    ['－3', '-3'],
    ['.5', '0.5'],
    ['007', '7'],
    ['12,5', 'NOT_A_NUMBER'],
    ['1.203,20', 'NOT_A_NUMBER'],
    ['约500', 'NOT_A_NUMBER'],
    ['-', null],
  ])('%s is %s', (cell, expected) => {
    expect(outcome(readDecimal(cell))).toBe(expected);
  });

  test('whole numbers take their measure word and zero decimals', () => {
    expect(outcome(readInteger('１２人'))).toBe(12);
    expect(outcome(readInteger('12.00'))).toBe(12);
    expect(outcome(readInteger('12.5'))).toBe('NOT_A_WHOLE_NUMBER');
    expect(outcome(readInteger('十二'))).toBe('NOT_A_NUMBER');
  });

  test('quantities keep their unit', () => {
    expect(outcome(readQuantity('1盒'))).toEqual({ value: '1', unit: '盒' });
    expect(outcome(readQuantity('2.5 kg'))).toEqual({ value: '2.5', unit: 'kg' });
    expect(outcome(readQuantity('3'))).toEqual({ value: '3', unit: null });
  });

  test('no decimal changes by being read', () => {
    fc.assert(
      fc.property(
        fc.bigInt({ min: -(10n ** 20n), max: 10n ** 20n }),
        fc.integer({ min: 0, max: 99 }),
        (whole, cents) => {
          const text = `${whole}.${String(cents).padStart(2, '0')}`;
          expect(outcome(readDecimal(text))).toBe(text);
        },
      ),
    );
  });
});

describe('amounts', () => {
  test.each([
    ['1,203.20', '1203.20', null],
    ['￥1203.2', '1203.2', 'CNY'],
    ['¥ 1,203.20', '1203.20', 'CNY'],
    ['18.50元', '18.50', 'CNY'],
    ['人民币25203.20元整', '25203.20', 'CNY'],
    ['2.4万元', '24000', 'CNY'],
    ['1.23456万', '12345.6', null],
    ['0.5亿元', '50000000', 'CNY'],
    ['HKD 532.00', '532.00', 'HKD'],
    ['港币546元', '546', 'HKD'],
    ['HK$546', '546', 'HKD'],
    ['100美元', '100', 'USD'],
    ['-90.00', '-90.00', null],
  ])('%s is %s %s', (cell, value, currency) => {
    expect(readAmount(cell)).toEqual({ ok: true, value: { value, currency } });
  });

  test('the unit of the header holds for the column', () => {
    expect(unitOfHeader('赔付金额(万元)')).toEqual({ scale: 4, currency: 'CNY' });
    expect(unitOfHeader('价格（元）')).toEqual({ scale: 0, currency: 'CNY' });
    expect(unitOfHeader('金额')).toEqual({ scale: 0, currency: null });
    expect(outcome(readAmount('2.4', unitOfHeader('金额（单位：万元）')))).toEqual({
      value: '24000',
      currency: 'CNY',
    });
  });

  test.each(['约500元', '三百元', '500-600', 'x'])('%s is refused', (cell) => {
    expect(outcome(readAmount(cell))).toBe('NOT_AN_AMOUNT');
  });
});

test('yes and no', () => {
  for (const yes of ['是', '有', 'Y', 'yes', 'TRUE', '√', '✓', '1', '需要'])
    expect(outcome(readBoolean(yes))).toBe(true);
  for (const no of ['否', '无', 'N', 'no', 'False', '×', '✗', '0', 'x'])
    expect(outcome(readBoolean(no))).toBe(false);
  expect(outcome(readBoolean('　'))).toBeNull();
  expect(outcome(readBoolean('也许'))).toBe('NOT_YES_OR_NO');
});

describe('telephone numbers', () => {
  test.each([
    ['138 0000 0001', '13800000001', []],
    ['+86 138-0000-0001', '13800000001', []],
    ['8613800000001', '13800000001', []],
    ['１３８００００００01', '13800000001', []],
    ['0755-12345678', '0755-12345678', []],
    ['(010) 1234 5678 转 12', '010-12345678x12', []],
    ['400-123-4567', '4001234567', []],
    ['12315', '12315', []],
    ['13800000001/0755-1234567', '13800000001', ['0755-1234567']],
    ['13800000001、13900000002', '13800000001', ['13900000002']],
    ['+852 2345 6789', '+85223456789', []],
  ])('%s', (cell, phone, others) => {
    expect(readPhone(cell)).toEqual({ ok: true, value: { phone, others } });
  });

  test('what cannot be called is refused, and lost digits are told', () => {
    expect(outcome(readPhone('1.38E+10'))).toBe('PHONE_LOST_DIGITS');
    expect(outcome(readPhone('138****0001'))).toBe('NOT_A_PHONE');
    expect(outcome(readPhone('1380000'))).toBe('NOT_A_PHONE');
    expect(outcome(readPhone('无'))).toBeNull();
  });
});

describe('choices', () => {
  const results: Choice[] = [
    { code: 'VALID', labels: ['成立', '有效', 'Upheld'] },
    { code: 'PARTLY_VALID', labels: ['部分成立', 'Partly upheld'] },
    { code: 'INVALID', labels: ['不成立', '无效', 'Not upheld'] },
  ];
  const respondents: Choice[] = [
    { code: 'HOTEL', labels: ['酒店', '宾馆', 'Hotel'] },
    { code: 'TRAVEL_AGENCY', labels: ['旅行社', 'Travel agency'] },
    { code: 'ATTRACTION', labels: ['旅游景区', 'Attraction'] },
  ];

  test.each([
    ['成立', 'VALID'],
    ['不成立', 'INVALID'],
    [' 部分成立。', 'PARTLY_VALID'],
    ['not upheld', 'INVALID'],
    ['PARTLY_VALID', 'PARTLY_VALID'],
    ['partly valid', 'PARTLY_VALID'],
  ])('%s is %s', (cell, code) => {
    expect(outcome(matchChoice(cell, results))).toBe(code);
  });

  test('a name within a longer one, or the other way round, is enough where only one fits', () => {
    expect(outcome(matchChoice('景区', respondents))).toBe('ATTRACTION');
    expect(outcome(matchChoice('快捷酒店', respondents))).toBe('HOTEL');
  });

  test('a negated name is never taken for the plain one', () => {
    const two: Choice[] = [
      { code: 'ACCEPTED', labels: ['受理'] },
      { code: 'OTHER', labels: ['其他'] },
    ];
    expect(outcome(matchChoice('不予受理', two))).toBe('NO_SUCH_CHOICE');
    expect(outcome(matchChoice('未受理', two))).toBe('NO_SUCH_CHOICE');
  });

  test('when unsure the candidates are named', () => {
    const unsure = matchChoice('酒店或旅行社', respondents);
    expect(!unsure.ok && unsure.problem).toMatchObject({
      code: 'AMBIGUOUS_CHOICE',
      candidates: ['HOTEL', 'TRAVEL_AGENCY'],
    });
    const unlike = matchChoice('旅行公司', respondents);
    expect(!unlike.ok && unlike.problem).toMatchObject({
      code: 'NO_SUCH_CHOICE',
      candidates: ['TRAVEL_AGENCY'],
    });
  });
});

test('texts lose only what cannot be seen', () => {
  expect(cleanText('\u00a0\u3000张 三\u200b\r\n李四\ufeff')).toBe('张 三\u200b\n李四');
  expect(comparable('＊投诉人 姓名：')).toBe('投诉人姓名');
});
