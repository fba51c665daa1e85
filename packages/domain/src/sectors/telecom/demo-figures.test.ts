import { describe, expect, test } from 'vitest';
import type { Command } from '../../complaint/commands.ts';
import type { ReportContent } from '../../report/content.ts';
import { demoReport, figureIn, figuresIn, livesOf, tableIn } from '../../testing/demo-report.fixture.ts';
import type { Life } from '../../testing/life.fixture.ts';
import { TELECOM } from './index.ts';

/**
 * The sections that only telecom has, over its demo register. Every expected number was counted by hand from
 * `demo.ts` and `demo-engineering.ts`; behind it stand the first words of the matters that it counts.
 */

type Step = Omit<Extract<Command, { type: 'ADVANCE_ENGINEERING' }>, 'type' | 'leading'>;

/** A Monday at noon, so late in the year that the oldest matter, 320 days old, came in that year too. */
const NOW = '2026-12-21T04:00:00.000Z';
const reportOf = (lives: readonly Life[]) =>
  demoReport({
    ...{ sector: TELECOM, now: NOW, lives, numbers: { CUSTOMERS: 120_000 } },
    sections: ['overview', 'perCustomers', 'siting', 'weeklyPlans', 'repairs'],
  });

/** Lines of a breakdown: what it is, how many. */
const linesOf = (report: ReportContent, section: string, table: string) =>
  tableIn(report, section, table).rows.map(({ cells: [what, count] }) => [what?.label?.zh, count?.value]);

describe('the demo register, before engineers did anything', () => {
  const report = reportOf(livesOf(TELECOM, NOW));

  test('all of it lies in the year', () => {
    expect(figuresIn(report, 'overview')).toMatchObject({
      // 11 matters of the complaints centre, 13 of those that wait for engineers.
      received: 24,
      // All but 小区里手机没有信号, which is only registered; 每月多扣十元 is accepted as it is settled.
      accepted: 23,
      // 每月多扣十元; 办公楼五层, 下载速度只有, 整个村子, 营业员推销, 每天接到, 携号转网;
      // 家里客厅, 新小区入住, 山边小区, 会议室里, 昨天起全村.
      closed: 12,
    });
  });

  describe('per customers, and engineering outlets', () => {
    test('24 complaints of 120,000 customers are 2 of 10,000', () => {
      const { now } = figureIn(report, 'perCustomers', 'per10000');
      expect(now).toMatchObject({ numerator: 24, denominator: 120_000, value: 2 });
    });

    test('16 of 19 causes stated went to engineers', () => {
      // Of the centre's: 办公楼五层, 下载速度只有, 整个村子; and each of the 13 that wait for engineers.
      // Other causes: 营业员推销 (rules unclear), 每天接到 (a third party), 携号转网 (misunderstanding).
      const { now } = figureIn(report, 'perCustomers', 'outletConversion');
      expect(now).toMatchObject({ numerator: 16, denominator: 19 });
      expect(now.value).toBeCloseTo(0.8421, 4);
    });

    test('by service', () => {
      expect(linesOf(report, 'perCustomers', 'services')).toEqual([
        ['移动电话', 22],
        // 宽带晚上经常掉线, 宽带装机预约了三次.
        ['宽带', 2],
        ['合计', 24],
      ]);
    });
  });

  test('siting: what coverage is too weak for joins the pool, and waits there though the case is closed', () => {
    expect(figuresIn(report, 'siting')).toEqual({
      // 办公楼五层; 家里客厅, 新小区入住, 卧室里手机, 扫码付款, 山边小区, 楼下花园, 整栋公寓, 会议室里.
      ...{ sitingNew: 9, sitingPool: 9 },
      ...{ sitingPlanned: 0, sitingBuilt: 0 },
    });
    expect(linesOf(report, 'siting', 'cells')).toEqual([
      // 湾畔新村: 家里客厅, 新小区入住, 卧室里手机, 扫码付款.
      ['113.988,22.536', 4],
      // 梧桐山麓小区: 山边小区, 楼下花园.
      ['114.191,22.569', 2],
      // 科技园八栋五层: 办公楼五层.
      ['114.03,22.53', 1],
      // 科技园八栋: 会议室里.
      ['114.031,22.531', 1],
      // 龙溪谷公寓: 整栋公寓.
      ['114.112,22.622', 1],
      ['合计', 9],
    ]);
  });

  test('tuning: what was measured and can be tuned waits for a week', () => {
    expect(figuresIn(report, 'weeklyPlans')).toEqual({
      // 下载速度只有; 展厅里上网, 地铁口走几步, 晚上高峰时.
      ...{ tuningNew: 4, tuningWaiting: 4 },
      ...{ tuningTasks: 0, tuningDone: 0, tuningCarried: 0, tuningImproved: null },
    });
  });

  describe('repairs', () => {
    const figures = figuresIn(report, 'repairs');

    test('faults of stations, by station', () => {
      expect(figures).toMatchObject({
        // 整个村子; 昨天起全村, 上个月刚修好.
        ...{ stationFaults: 3, repairsWaiting: 3 },
        ...{ visits: 0, repaired: 0, repeatFaults: 0 },
      });
      expect(linesOf(report, 'repairs', 'stations')).toEqual([
        // 昨天起全村, 上个月刚修好.
        ['PC-2046', 2],
        // 整个村子.
        ['SZ-1187', 1],
        ['合计', 3],
      ]);
    });

    test('the one fault whose deadline is over was restored in time', () => {
      // 整个村子: reported 46.8 hours after receipt, restored an hour later, of 72 in the country.
      // 宽带晚上经常掉线 was reported by its receipt 26 hours ago and has 48: neither in time nor late.
      expect(figureIn(report, 'repairs', 'faultOnTime').now).toMatchObject({
        ...{ numerator: 1, denominator: 1, value: 1 },
      });
    });

    test('half of the repairs took longer than 75.6 hours', () => {
      // Put right seven tenths of the way: 下载速度只有 after 100.8 of 144 hours, 整个村子 after 50.4 of 72; halfway
      // between the two lies the median.
      expect(figures['repairMedian']).toBe(272_160);
    });
  });
});

describe('the same after what its engineers did', () => {
  const lives = livesOf(TELECOM, NOW);
  const served = (
    words: string,
    { daysAgo, leading = true, ...step }: Step & { daysAgo: number; leading?: boolean },
  ): void => {
    const life = lives.find(({ complaint }) => complaint.content.startsWith(words));
    if (!life) throw new Error(`Nobody complained: ${words}`);
    const at = new Date(Date.parse(NOW) - daysAgo * 86_400_000).toISOString();
    life.on(at).do({ type: 'ADVANCE_ENGINEERING', leading, ...step });
  };
  // The items of `demo-engineering.ts`, one by one, said of the complaints that each of them serves.
  const cell = { outlet: 'SITING_POOL', itemId: 'cell' };
  served('山边小区', { ...cell, stage: 'PLANNED', daysAgo: 15 });
  served('楼下花园', { ...cell, stage: 'PLANNED', daysAgo: 15, leading: false });
  const task = { outlet: 'WEEKLY_TUNING', itemId: 'task' };
  served('下载速度只有', { ...task, stage: 'PLANNED', daysAgo: 14 });
  served('下载速度只有', { ...task, stage: 'CARRIED_OVER', daysAgo: 9 });
  // 286 Mbit/s where there had been 31.5.
  served('下载速度只有', { ...task, stage: 'DONE', improved: true, daysAgo: 4 });
  served('地铁口走几步', { outlet: 'WEEKLY_TUNING', itemId: 'next', stage: 'PLANNED', daysAgo: 2 });
  const visit = { outlet: 'REPAIR_VISIT', itemId: 'visit' };
  served('昨天起全村', { ...visit, stage: 'PLANNED', repeated: false, daysAgo: 24 });
  served('昨天起全村', { ...visit, stage: 'DONE', daysAgo: 23 });
  served('上个月刚修好', { ...visit, itemId: 'again', stage: 'PLANNED', repeated: true, daysAgo: 3 });
  const report = reportOf(lives);

  test('a cell planned counts once for both of its complaints, and goes on waiting until it is built', () => {
    expect(figuresIn(report, 'siting')).toEqual({
      ...{ sitingNew: 9, sitingPool: 9 },
      // 梧桐山麓小区, for 山边小区 and 楼下花园.
      sitingPlanned: 1,
      sitingBuilt: 0,
    });
  });

  test('tasks of weekly plans', () => {
    expect(figuresIn(report, 'weeklyPlans')).toEqual({
      tuningNew: 4,
      // 展厅里上网, 地铁口走几步, 晚上高峰时: planned is not done.
      tuningWaiting: 3,
      // 下载速度只有, 地铁口走几步.
      tuningTasks: 2,
      // 下载速度只有, carried over once, and better than it was.
      ...{ tuningDone: 1, tuningCarried: 1, tuningImproved: 1 },
    });
    expect(figureIn(report, 'weeklyPlans', 'tuningImproved').now).toMatchObject({
      ...{ numerator: 1, denominator: 1 },
    });
  });

  test('visits to stations', () => {
    expect(figuresIn(report, 'repairs')).toMatchObject({
      stationFaults: 3,
      // 整个村子, 上个月刚修好.
      repairsWaiting: 2,
      // 昨天起全村, 上个月刚修好.
      visits: 2,
      // 昨天起全村.
      repaired: 1,
      // 上个月刚修好: 20 days after the station was repaired.
      repeatFaults: 1,
      // A visit is no remedy given: the time of repairs is what it was.
      repairMedian: 272_160,
    });
  });
});
