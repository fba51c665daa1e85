import { describe, expect, test } from 'vitest';
import { formatOriginal } from '../../report/format.ts';
import { demoReport, figureIn, rowsIn, writtenIn } from '../../testing/demo-report.fixture.ts';
import { TOURISM } from './index.ts';

/**
 * The figures of the tourism office's own sections, against what was counted by hand from its demo matters (`demo.ts`).
 * Cases are called by their first words.
 */

// On this day 五一期间 was received on 3 May 2026, within the holiday; all but 游览时间不够 (4 November 2025) in 2026.
const NOW = '2026-11-19T04:00:00.000Z';

const OFFICE = { sector: TOURISM, now: NOW, numbers: { VISITS: 65_000 } };
const OWN = [
  'validity',
  'sanctions',
  'deposit',
  'repeated',
  'remit',
  'tourismHotSpots',
  'holidays',
  'inquiries',
];
const year = demoReport({ ...OFFICE, sections: ['overview', ...OWN] });

test('what every report begins with', () => {
  expect(writtenIn(year, 'overview')).toMatchObject({
    received: '14', // 15 matters, without 游览时间不够
    accepted: '11', // without 在景区门口, which nobody has decided, and 出租车 and 农家乐, which were declined
    closed: '10', // 旅行社擅自, 老人证, 请问, 香港段, 合同约定, 举报, 五一期间, 在店里; 出租车 and 农家乐 when declined
  });
  expect(writtenIn(year, 'overview', 'yearAgo')).toMatchObject({ received: '1', accepted: '1', closed: '1' });
  expect(year.problems).toEqual([]);
});

describe('valid complaints', () => {
  test('found valid, wholly or in part, and sanctioned', () => {
    expect(writtenIn(year, 'validity')).toEqual({
      validComplaints: '7', // 旅行社擅自, 老人证, 香港段, 合同约定, 举报, 五一期间 (in part), 在店里
      validSanctioned: '2', // 香港段, 举报
    });
    // 游览时间不够 was found invalid.
    expect(writtenIn(year, 'validity', 'yearAgo')).toEqual({ validComplaints: '0', validSanctioned: '0' });
  });

  test('by respondent', () => {
    expect(rowsIn(year, 'validity', 'validRespondents')).toEqual([
      ['Travel agency', '3', '42.86%', '0', 'new'], // 旅行社擅自, 香港段, 合同约定
      ['Attraction', '2', '28.57%', '0', 'new'], // 老人证, 五一期间
      ['Guide or tour leader', '1', '14.29%', '0', 'new'], // 举报
      ['Shop', '1', '14.29%', '0', 'new'], // 在店里
      ['Total', '7', '100.00%', '0', 'new'],
    ]);
  });

  test('with and without sanction', () => {
    expect(rowsIn(year, 'validity', 'validSanctions')).toEqual([
      ['No', '5', '71.43%', '0', 'new'], // 旅行社擅自, 老人证, 合同约定, 五一期间, 在店里
      ['Yes', '2', '28.57%', '0', 'new'], // 香港段, 举报
      ['Total', '7', '100.00%', '0', 'new'],
    ]);
  });
});

describe('sanctions', () => {
  test('how many, and what they come to', () => {
    expect(writtenIn(year, 'sanctions')).toEqual({
      sanctions: '3', // 香港段: a confiscation and a fine; 举报: a fine
      fines: '35,000.00', // 30,000 of 香港段 and 5,000 of 举报
      confiscations: '1,105.20', // 香港段: HKD 1,200 at 0.9210
      sanctionTotal: '36,105.20',
      paid: '0.00', // nobody has paid
    });
    const currenciesIn = (section: string, code: string) =>
      figureIn(year, section, code).currencies?.map(formatOriginal) ?? [];
    const confiscated = 'HKD 1,200.00 → CNY 1,105.20';
    expect(currenciesIn('sanctions', 'confiscations')).toEqual([confiscated]);
    expect(currenciesIn('sanctions', 'sanctionTotal')).toEqual(['CNY 35,000.00', confiscated]);
    expect(currenciesIn('sanctions', 'fines')).toEqual([]);
  });

  test('by kind and by respondent', () => {
    expect(rowsIn(year, 'sanctions', 'sanctionKinds')).toEqual([
      ['Fine', '2', '66.67%', '35,000.00', '0', 'new'], // 香港段, 举报
      ['Confiscation of unlawful income', '1', '33.33%', '1,105.20', '0', 'new'], // 香港段
      ['Total', '3', '100.00%', '36,105.20', '0', 'new'],
    ]);
    expect(rowsIn(year, 'sanctions', 'sanctionedRespondents')).toEqual([
      ['Travel agency', '2', '66.67%', '31,105.20', '0', 'new'], // 香港段, both
      ['Guide or tour leader', '1', '33.33%', '5,000.00', '0', 'new'], // 举报
      ['Total', '3', '100.00%', '36,105.20', '0', 'new'],
    ]);
  });

  test('one by one, the earliest first', () => {
    const confiscation = ['Confiscation of unlawful income', 'HKD', '1,200.00', '0.9210', '2026-08-20'];
    expect(rowsIn(year, 'sanctions', 'sanctionList')).toEqual([
      ['举报有人无', '导游林某', 'Fine', 'CNY', '5,000.00', '', '', '5,000.00', ''],
      ['香港段行程', '远航旅行社', ...confiscation, '1,105.20', ''],
      ['香港段行程', '远航旅行社', 'Fine', 'CNY', '30,000.00', '', '', '30,000.00', ''],
      ['Total', '', '', '', '', '', '', '36,105.20', ''],
    ]);
  });

  test('running totals: 举报 was sanctioned on 18 July, 香港段 on 3 September', () => {
    expect(rowsIn(year, 'sanctions', 'quarters')).toEqual([
      ['Q1 2026', '0', '0.00', '0.00', '0.00'],
      ['Q2 2026', '0', '0.00', '0.00', '0.00'],
      ['Q3 2026', '3', '36,105.20', '0.00', '36,105.20'],
      ['Q4 2026', '0', '0.00', '0.00', '36,105.20'],
      ['Total', '3', '36,105.20', '0.00', '36,105.20'],
    ]);
  });

  test('not paid yet: all three', () => {
    const confiscation = 'Confiscation of unlawful income';
    expect(rowsIn(year, 'sanctions', 'unpaid')).toEqual([
      ['举报有人无', '导游林某', 'Fine', '2026-07-18', 'CNY 5,000.00', '5,000.00'],
      ['香港段行程', '远航旅行社', confiscation, '2026-09-03', 'HKD 1,200.00', '1,105.20'],
      ['香港段行程', '远航旅行社', 'Fine', '2026-09-03', 'CNY 30,000.00', '30,000.00'],
      ['Total', '', '', '', '', '36,105.20'],
    ]);
  });
});

test('nothing was paid out of a quality deposit', () => {
  expect(writtenIn(year, 'deposit')).toEqual({ depositPayments: '0', depositSum: '0.00' });
  expect(rowsIn(year, 'deposit', 'depositAgencies')).toEqual([['Total', '0', '—', '0.00', '0', '—']]);
});

test('one repeat offender', () => {
  // Received: 导游带进, 同团的, 旅行社擅自, 香港段, 合同约定; the last three valid; both sanctions of 香港段.
  const why = '3 valid complaints within 365 days (3 are enough)';
  expect(rowsIn(year, 'repeated', 'repeatedRespondents')).toEqual([
    ['远航旅行社', '5', '3', '2', '5', 'Travel agency', why],
  ]);
});

test('outside the remit', () => {
  expect(writtenIn(year, 'remit')).toEqual({
    outsideRemit: '2', // 出租车, 农家乐
    transferred: '0', // both were declined, none transferred
    answeredByBodies: '0',
  });
  expect(rowsIn(year, 'remit', 'grounds')).toEqual([
    ['Outside the remit', '2', '100.00%', '0', 'new'], // 出租车, 农家乐
    ['Total', '2', '100.00%', '0', 'new'],
  ]);
  expect(rowsIn(year, 'remit', 'bodies')).toEqual([
    ['交通运输局', '1', '50.00%', '0', 'new'], // 出租车
    ['市场监督管理局', '1', '50.00%', '0', 'new'], // 农家乐
    ['Total', '2', '100.00%', '0', 'new'],
  ]);
  expect(rowsIn(year, 'remit', 'transferBodies')).toEqual([['Total', '0', '—', '0', '—']]);
});

test('frequent issues and markets; 游览时间不够 of the year before states neither', () => {
  expect(rowsIn(year, 'tourismHotSpots', 'issues')).toEqual([
    ['Goods bought on tour', '3', '21.43%', '0', 'new'], // 导游带进, 香港段, 在店里
    ['Coach blocked', '1', '7.14%', '0', 'new'], // 五一期间
    ['Refund of concession tickets', '1', '7.14%', '0', 'new'], // 老人证
    ['Different prices within one group', '1', '7.14%', '0', 'new'], // 同团的
    // 在景区门口, 预订的海景房, 出租车, 旅行社擅自, 请问, 合同约定, 农家乐, 举报
    ['Not stated', '8', '57.14%', '1', 'up 700.0% (1 to 8)'],
    ['Total', '14', '100.00%', '1', 'up 1300.0% (1 to 14)'],
  ]);
  expect(rowsIn(year, 'tourismHotSpots', 'markets')).toEqual([
    ['Domestic', '4', '28.57%', '0', 'new'], // 导游带进, 同团的, 旅行社擅自, 合同约定
    ['Inbound', '1', '7.14%', '0', 'new'], // 在店里
    ['Outbound', '1', '7.14%', '0', 'new'], // 香港段
    // 在景区门口, 预订的海景房, 出租车, 老人证, 请问, 农家乐, 举报, 五一期间
    ['Not stated', '8', '57.14%', '1', 'up 700.0% (1 to 8)'],
    ['Total', '14', '100.00%', '1', 'up 1300.0% (1 to 14)'],
  ]);
});

describe('holidays', () => {
  test('of all matters 五一期间 alone came in on one', () => {
    expect(rowsIn(year, 'holidays', 'holidays')).toEqual([
      ["New Year's Day 2026", '2026-01-01 – 2026-01-03', '0', '0', '—'],
      ['Spring Festival 2026', '2026-02-15 – 2026-02-23', '0', '0', '—'],
      ['Tomb-sweeping Day 2026', '2026-04-04 – 2026-04-06', '0', '0', '—'],
      ['Labour Day 2026', '2026-05-01 – 2026-05-05', '1', '0', 'new'],
      ['Dragon Boat Festival 2026', '2026-06-19 – 2026-06-21', '0', '0', '—'],
      ['Mid-autumn Festival 2026', '2026-09-25 – 2026-09-27', '0', '0', '—'],
      ['National Day 2026', '2026-10-01 – 2026-10-07', '0', '0', '—'],
    ]);
    expect(rowsIn(year, 'holidays', 'holidayDays')).toEqual([]);
  });

  test('day by day through that holiday', () => {
    const holiday = demoReport({
      ...OFFICE,
      sections: ['holidays'],
      choice: { kind: 'HOLIDAY', year: 2026, holiday: 'LABOUR_DAY' },
    });
    expect(rowsIn(holiday, 'holidays', 'holidayDays')).toEqual([
      ['2026-05-01', '0', '0', '—'],
      ['2026-05-02', '0', '0', '—'],
      ['2026-05-03', '1', '0', 'new'], // 五一期间
      ['2026-05-04', '0', '0', '—'],
      ['2026-05-05', '0', '0', '—'],
      ['Total', '1', '0', 'new'],
    ]);
  });
});

test('inquiries are counted apart, the rest against visits', () => {
  expect(writtenIn(year, 'inquiries')).toEqual({
    telephoneInquiries: '1', // 请问
    withoutInquiries: '13', // the other 13 of 14
    perVisits: '2.00', // 13 in 65,000 visits
  });
  // 游览时间不够; nobody gave the visits of that year.
  expect(writtenIn(year, 'inquiries', 'yearAgo')).toEqual({
    ...{ telephoneInquiries: '0', withoutInquiries: '1', perVisits: '—' },
  });
});
