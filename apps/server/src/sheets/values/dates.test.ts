import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { detectDateOrder } from './date-order.ts';
import { type DateContext, readDate } from './dates.ts';
import { readTime } from './times.ts';

function date(cell: string, context?: DateContext): unknown {
  const reading = readDate(cell, context);
  if (!reading.ok) return reading.problem.code;
  if (reading.value === null) return null;
  return reading.value.precision === 'day'
    ? reading.value.date
    : `${reading.value.date} ${reading.value.time}`;
}

describe('a date is read as it is written', () => {
  test.each([
    ['2010-03-15', '2010-03-15'],
    ['2010/3/5', '2010-03-05'],
    ['2009.1.14', '2009-01-14'],
    ['2009.01.14.', '2009-01-14'],
    ['２０１０－０３－１５', '2010-03-15'],
    ['\u00a02010-03-15\u3000', '2010-03-15'],
    ['20100315', '2010-03-15'],
    ['201003150920', '2010-03-15 09:20'],
    ['20100315 09:20', '2010-03-15 09:20'],
    ['2015/4/22 15:53', '2015-04-22 15:53'],
    ['2015-04-22 15:53:20', '2015-04-22 15:53:20'],
    ['2015-04-22T15:53', '2015-04-22 15:53'],
    ['22-04-2015', '2015-04-22'],
    ['04/22/2015 3:53 PM', '2015-04-22 15:53'],
    ['22-Apr-2015', '2015-04-22'],
    ['22 April 2015', '2015-04-22'],
    ['Apr 22, 2015', '2015-04-22'],
    ['2010年3月15日', '2010-03-15'],
    ['2010 年 3 月 15 日', '2010-03-15'],
    ['10年3月15号', '2010-03-15'],
    ['2010年3月15日 下午3时', '2010-03-15 15:00'],
    ['2010年3月15日上午9点半', '2010-03-15 09:30'],
    ['2010-03-15下午3:20', '2010-03-15 15:20'],
    ['2010年3月15日15时20分', '2010-03-15 15:20'],
    ['二〇一〇年三月十五日', '2010-03-15'],
    ['二零一零年十二月二十五日', '2010-12-25'],
    ['2010年3月15日（星期一）', '2010-03-15'],
    ['2010-03-15 星期一 09:20', '2010-03-15 09:20'],
    ['40252', '2010-03-15'],
    ['40252.5', '2010-03-15 12:00'],
    ['2015-04-22T07:53:00Z', '2015-04-22 15:53'],
    ['2015-04-22T20:00:00+00:00', '2015-04-23 04:00'],
    ['2015-04-22 15:53+0800', '2015-04-22 15:53'],
    ['03-03-2015', '2015-03-03'],
    ['', null],
    ['—', null],
    ['/', null],
    ['N/A', null],
  ])('%s', (cell, expected) => {
    expect(date(cell)).toBe(expected);
  });

  test('without a year it takes the one of the table', () => {
    expect(date('4月22日', { defaultYear: 2015 })).toBe('2015-04-22');
    expect(date('4月22日 15:53', { defaultYear: 2015 })).toBe('2015-04-22 15:53');
    expect(date('4月22日')).toBe('DATE_WITHOUT_YEAR');
    expect(date('2月29日', { defaultYear: 2015 })).toBe('NO_SUCH_DATE');
  });

  test('a moment is the one of China, summer time of 1986 to 1991 included', () => {
    expect(readDate('2015-04-22 15:53')).toMatchObject({ value: { instant: '2015-04-22T07:53:00.000Z' } });
    expect(readDate('1988-07-01 12:00')).toMatchObject({ value: { instant: '1988-07-01T03:00:00.000Z' } });
    expect(readDate('1988-07-01T03:00:00Z')).toMatchObject({ value: { date: '1988-07-01', time: '12:00' } });
  });

  test.each([
    ['2010-02-30', 'NO_SUCH_DATE'],
    ['2010-02-30T10:00:00Z', 'NO_SUCH_DATE'],
    ['2010-13-01', 'NO_SUCH_DATE'],
    ['32-13-2015', 'NO_SUCH_DATE'],
    ['20101301', 'NO_SUCH_DATE'],
    ['2010年3月', 'DATE_WITHOUT_DAY'],
    ['2010-03', 'DATE_WITHOUT_DAY'],
    ['2010-03-15 25:00', 'NOT_A_TIME'],
    ['2010-03-15 早些时候', 'NOT_A_TIME'],
    ['昨天', 'NOT_A_DATE'],
    ['13800000001', 'NOT_A_DATE'],
    ['12345', 'NOT_A_DATE'],
    ['1,203.20', 'NOT_A_DATE'],
    ['03-04-2015', 'AMBIGUOUS_DATE'],
    ['10-03-15', 'AMBIGUOUS_DATE'],
  ])('%s is refused: %s', (cell, code) => {
    expect(date(cell)).toBe(code);
  });

  test('what is ambiguous names the days it may be', () => {
    const reading = readDate('03-04-2015');
    expect(!reading.ok && reading.problem.candidates).toEqual(['2015-04-03', '2015-03-04']);
  });
});

describe('the order of day and month', () => {
  test('is decided by the values of the column that can be read one way only', () => {
    const finding = detectDateOrder(['03-04-2015', '22-04-2015', '', '2015-05-01']);
    expect(finding).toEqual({ kind: 'found', order: 'dmy', evidence: '22-04-2015' });
    expect(date('03-04-2015', { order: 'dmy' })).toBe('2015-04-03');
    expect(detectDateOrder(['03/04/2015', '04/22/2015'])).toMatchObject({ kind: 'found', order: 'mdy' });
    expect(detectDateOrder(['10-03-04', '10-03-22', '99-12-31'])).toMatchObject({
      kind: 'found',
      order: 'ymd',
    });
  });

  test('is left to the user where nothing decides', () => {
    expect(detectDateOrder(['03-04-2015', '05-06-2015'])).toMatchObject({
      kind: 'undecided',
      choices: ['dmy', 'mdy'],
    });
  });

  test('is not asked for where the year stands in front, and contradictions are told', () => {
    expect(detectDateOrder(['2015-04-03', '4月3日', 'x'])).toEqual({ kind: 'notNeeded' });
    expect(detectDateOrder(['22-04-2015', '04-22-2015', '03-04-2015'])).toMatchObject({
      kind: 'contradictory',
    });
  });

  test('found for a column reads each of its dates back', () => {
    const days = fc.date({ min: new Date('1950-01-01'), max: new Date('2069-12-31'), noInvalidDate: true });
    const orders = fc.constantFrom('dmy', 'mdy') as fc.Arbitrary<'dmy' | 'mdy'>;
    fc.assert(
      fc.property(fc.array(days, { minLength: 1 }), orders, (dates, order) => {
        const isos = dates.map((day) => day.toISOString().slice(0, 10));
        const cells = isos.map((iso) => {
          const [y, m, d] = iso.split('-');
          return order === 'dmy' ? `${d}-${m}-${y}` : `${m}/${d}/${y}`;
        });
        const finding = detectDateOrder(cells);
        // Whatever the column proves, it never proves the wrong order; with the right one every date is read.
        if (finding.kind === 'found') expect(finding.order).toBe(order);
        expect(finding.kind).not.toBe('contradictory');
        expect(cells.map((cell) => date(cell, { order }))).toEqual(isos);
      }),
    );
  });
});

test.each([
  ['15:53', '15:53'],
  ['9：05', '09:05'],
  ['下午3时', '15:00'],
  ['中午12点半', '12:30'],
  ['凌晨12:10', '00:10'],
  ['晚上八点', '20:00'],
  ['3:20 p.m.', '15:20'],
  ['15时53分20秒', '15:53:20'],
])('the time %s is %s', (cell, expected) => {
  expect(readTime(cell)).toEqual({ ok: true, value: expected });
});
