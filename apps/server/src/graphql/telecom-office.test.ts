import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestApi, type TestApi } from '../testing/api.fixture.ts';
import { type Desk, openDesk, type Shown } from '../testing/desk.fixture.ts';

/**
 * A telecom operator at work, through GraphQL alone, from registration to the sections of its report: broadband down in
 * town, weak coverage given to those who plan stations, a bill explained on the spot, and the same trouble once more.
 */

let api: TestApi;
let desk: Desk;

beforeAll(async () => {
  api = await openTestApi();
  desk = await openDesk(api, {
    sector: 'TELECOM',
    roles: ['HANDLER', 'SUPERVISOR'],
    selection: `status number repeatOf { id } closing { firstContact } promises { status }
      clocks { state rule { code amount unit } }`,
  });
});
afterAll(() => api.close());

async function registered(matter: object): Promise<Shown> {
  return desk.done('HANDLER', 'Register', {
    ...{ kind: 'COMPLAINT', channel: 'HOTLINE_TRANSFER', disclosure: 'NAMED' },
    ...matter,
  });
}

async function accepted(id: string): Promise<void> {
  await desk.done('HANDLER', 'Accept', { id });
  await desk.done('HANDLER', 'NotifyDecision', { id, via: 'PHONE' });
}

const fault = ({ clocks }: Shown) => clocks.filter(({ rule }: Shown) => rule.code.includes('.fault'));
const zhou = { name: '周女士', phone: '13900020001' };

test('宽带断网：城镇 48 小时修复，承诺按期兑现，登记原因并回访后办结', async () => {
  const reported = await registered({
    ...{ category: 'BROADBAND_FAULT', content: '家里宽带断网', complainant: zhou },
    details: { telecom: { service: 'BROADBAND', area: 'URBAN', network: 'FIBRE' } },
  });
  const { id } = reported;
  expect(fault(reported)).toEqual([
    { state: 'RUNNING', rule: { code: 'telecom.fault-urban@2000-09-25', amount: 48, unit: 'HOURS' } },
  ]);
  await accepted(id);
  const dueAt = new Date(Date.now() + 86_400_000).toISOString();
  await desk.done('HANDLER', 'Promise', { id, dueAt, text: '明天答复您修复进展' });
  const restored = await desk.done('HANDLER', 'RecordMilestone', { id, milestone: 'FAULT_RESTORED' });
  expect(fault(restored)).toMatchObject([{ state: 'MET' }]);
  await desk.done('HANDLER', 'GiveRemedy', { id, remedy: 'SERVICE_RESTORED' });
  const answered = await desk.done('HANDLER', 'Answer', {
    ...{ id, text: '光缆已接续，请重启光猫。', via: 'PHONE', final: true },
  });
  expect(answered.promises).toEqual([{ status: 'KEPT' }]);
  expect(await desk.refused('HANDLER', 'Close', { id })).toEqual(['FOLLOW_UP', 'CAUSE']);
  await desk.done('HANDLER', 'StateCause', { id, cause: 'LINE_FAULT' });
  await desk.done('HANDLER', 'FollowUp', { id, result: 'SATISFIED', resolved: true });
  expect((await desk.done('HANDLER', 'Close', { id })).status).toBe('CLOSED');
});

test('弱覆盖现阶段无法解决：列入选址需求', async () => {
  const place = { address: '翠湖花园', longitude: 114.06, latitude: 22.55 };
  const { id } = await registered({
    ...{
      category: 'COVERAGE',
      content: '小区里没有信号',
      complainant: { name: '林先生', phone: '13900020002' },
    },
    details: { telecom: { service: 'MOBILE', area: 'URBAN', network: 'LTE_4G', place, rsrp: -118 } },
  });
  await accepted(id);
  await desk.done('HANDLER', 'StateCause', { id, cause: 'WEAK_COVERAGE' });
});

test('资费疑问当场说明，首次接触即办结', async () => {
  const { id } = await registered({
    ...{
      category: 'TARIFF',
      content: '套餐外流量怎么收费',
      complainant: { name: '唐先生', phone: '13900020003' },
    },
    details: { telecom: { service: 'MOBILE' } },
  });
  const settled = await desk.done('HANDLER', 'SettleOnTheSpot', {
    ...{ id, answer: '每 GB 5 元。', cause: 'RULE_UNCLEAR', satisfied: 'SATISFIED' },
  });
  expect(settled).toMatchObject({ status: 'CLOSED', closing: { firstContact: true } });
});

test('同一用户 30 天内就同一事项再次投诉，是重复投诉', async () => {
  const again = await registered({
    ...{ category: 'BROADBAND_FAULT', content: '宽带又断了', complainant: zhou },
    details: { telecom: { service: 'BROADBAND', area: 'RURAL' } },
  });
  expect(again.repeatOf).not.toBeNull();
  // The place is in the country this time: seventy-two hours.
  expect(fault(again)).toMatchObject([{ rule: { amount: 72, unit: 'HOURS' } }]);
});

test('年度报告：首次接触解决率、承诺兑现率、重复率与工程转化，与手工计数一致', async () => {
  /*
   * Counted by hand:   accepted  closed            cause           promise  repeat
   *   broadband        yes       after follow-up   line fault      kept     –
   *   coverage         yes       –                 weak coverage   –        –
   *   tariff           yes       on the spot       rules unclear   –        –
   *   broadband again  –         –                 –               –        yes
   * First contact 1 of 3 accepted; promises 1 of 1 kept; repeated 1 of 4 received; to engineering 1 of 3 causes;
   * 4 complaints of 80,000 customers = 0.50 in 10,000; 1 fault of 1 restored in time.
   */
  await desk.setAgainst('CUSTOMERS', 80_000);
  const timeliness = await desk.section('timeliness');
  expect(['firstContactRate', 'promiseKeptRate', 'repeatRate'].map(timeliness.rate)).toEqual([
    [1, 3],
    [1, 1],
    [1, 4],
  ]);
  expect(timeliness.figure('firstContactRate')).toBe('33.33%');

  const customers = await desk.section('perCustomers');
  expect(customers.figure('per10000')).toBe('0.50');
  expect(customers.rate('outletConversion')).toEqual([1, 3]);
  const services = customers.rows('services').map((row) => row.slice(0, 2));
  expect(services).toContainEqual(['移动电话', '2']);
  expect(services).toContainEqual(['宽带', '2']);
  expect(services.at(-1)).toEqual(['合计', '4']);

  const siting = await desk.section('siting');
  const pool = ['sitingNew', 'sitingPool', 'sitingPlanned', 'sitingBuilt'];
  expect(pool.map(siting.figure)).toEqual(['1', '1', '0', '0']);
  expect(siting.rows('places').map((row) => row[2])).toEqual(['翠湖花园']);
  const repairs = await desk.section('repairs');
  expect(repairs.figure('stationFaults')).toBe('0');
  expect(repairs.rate('faultOnTime')).toEqual([1, 1]);
  const satisfaction = await desk.section('satisfaction');
  expect(satisfaction.rate('satisfactionRate')).toEqual([2, 2]);
});
