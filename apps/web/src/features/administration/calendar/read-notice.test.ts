import { describe, expect, test } from 'vitest';
import { readNotice, runsOf } from './read-notice.ts';

/** From the notice of the State Council's General Office for 2026. */
const NOTICE = `一、元旦：1月1日（周四）至3日（周六）放假调休，共3天。1月4日（周日）上班。
二、春节：2月15日（农历腊月二十八、周日）至23日（农历正月初七、周一）放假调休，共9天。2月14日（周六）、2月28日（周六）上班。
三、清明节：4月4日（周六）至6日（周一）放假，共3天。
四、劳动节：5月1日（周五）至5日（周二）放假调休，共5天。5月9日（周六）上班。
五、端午节：6月19日（周五）至21日（周日）放假，共3天。
六、中秋节：9月25日（周五）至27日（周日）放假，共3天。
七、国庆节：10月1日（周四）至7日（周三）放假调休，共7天。9月20日（周日）、10月10日（周六）上班。`;

describe('the notice of a year', () => {
  test('gives every day off and every make-up working day', () => {
    const { holidays, makeUpDays, otherYears } = readNotice(NOTICE, 2026);
    expect(runsOf(holidays)).toEqual([
      ['2026-01-01', '2026-01-03'],
      ['2026-02-15', '2026-02-23'],
      ['2026-04-04', '2026-04-06'],
      ['2026-05-01', '2026-05-05'],
      ['2026-06-19', '2026-06-21'],
      ['2026-09-25', '2026-09-27'],
      ['2026-10-01', '2026-10-07'],
    ]);
    expect(makeUpDays).toEqual([
      ...['2026-01-04', '2026-02-14', '2026-02-28', '2026-05-09', '2026-09-20', '2026-10-10'],
    ]);
    expect(otherYears).toBe(0);
  });

  test('a holiday that begins in the year before: what is not of the year is counted and left out', () => {
    const read = readNotice('2026年12月30日至2027年1月1日放假，1月3日上班', 2027);
    expect(read).toEqual({ holidays: ['2027-01-01'], makeUpDays: ['2027-01-03'], otherYears: 2 });
  });
});

test('a list of days, with and without a word beside them', () => {
  const list =
    '2027-01-01 至 2027-01-03 放假\n2027/1/10 上班\n2027.2.5\n2027-05-01 to 2027-05-02 off\n2027-05-08 work';
  expect(readNotice(list, 2027)).toMatchObject({
    holidays: ['2027-01-01', '2027-01-02', '2027-01-03', '2027-02-05', '2027-05-01', '2027-05-02'],
    makeUpDays: ['2027-01-10', '2027-05-08'],
  });
});

test('what is no day is none', () => {
  expect(readNotice('2月30日放假，13月1日上班，很久以后', 2027)).toMatchObject({
    holidays: [],
    makeUpDays: [],
  });
});
