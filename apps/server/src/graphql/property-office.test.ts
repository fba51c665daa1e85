import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestApi, type TestApi } from '../testing/api.fixture.ts';
import { type Desk, openDesk, type Shown } from '../testing/desk.fixture.ts';

/**
 * A property company at work, through GraphQL alone, from registration to the sections of its report: a lift that fails,
 * a call for help handled so badly that it turns into a valid complaint, a question answered on the spot, a repair.
 */

let api: TestApi;
let desk: Desk;

beforeAll(async () => {
  api = await openTestApi();
  desk = await openDesk(api, {
    sector: 'PROPERTY',
    roles: ['HANDLER', 'SUPERVISOR'],
    selection: 'status number classification { label } closing { firstContact } remedies { kind { label } }',
  });
});
afterAll(() => api.close());

async function registered(matter: object): Promise<Shown> {
  return desk.done('HANDLER', 'Register', {
    ...{ kind: 'COMPLAINT', channel: 'PHONE', disclosure: 'NAMED' },
    ...{ complainant: { name: '业主王某', phone: '13900010001' } },
    ...matter,
  });
}

test('电梯困人：有效投诉，查证、修复、答复、回访之后方可办结', async () => {
  const { id, classification } = await registered({
    content: '3 栋电梯困人，物业半小时后才到场',
    ...{ category: 'LIFT', classification: 'HARM', respondent: { name: '工程部', type: 'ENGINEERING' } },
    details: { property: { estate: '翠湖花园', building: '3 栋', facility: 'LIFT', part: 'COMMON' } },
  });
  expect(classification.label).toBe('对业主或公众造成损害');
  await desk.done('HANDLER', 'Accept', { id });
  await desk.done('HANDLER', 'NotifyDecision', { id, via: 'PHONE' });
  await desk.done('HANDLER', 'StateCause', { id, cause: 'MAINTENANCE' });
  const repaired = await desk.done('HANDLER', 'GiveRemedy', { id, remedy: 'REPAIR', description: '换门机' });
  expect(repaired.remedies).toEqual([{ kind: { label: '维修' } }]);
  expect(await desk.refused('HANDLER', 'Close', { id })).toEqual(['WRONG_STATE']);
  await desk.done('HANDLER', 'Answer', { id, text: '电梯已修复并重新检验。', via: 'PHONE', final: true });
  expect(await desk.refused('HANDLER', 'Close', { id })).toEqual(['FINDING', 'FOLLOW_UP']);
  await desk.done('HANDLER', 'Conclude', { id, finding: 'SUBSTANTIATED', facts: '维保逾期' });
  expect(await desk.refused('HANDLER', 'Close', { id })).toEqual(['FOLLOW_UP']);
  await desk.done('HANDLER', 'FollowUp', { id, result: 'SATISFIED', resolved: true });
  expect((await desk.done('HANDLER', 'Close', { id })).status).toBe('CLOSED');
});

test('求助型处理不当，转为有效投诉：要说明理由，办结前要有查证结论', async () => {
  const { id } = await registered({
    content: '楼上漏水，请物业帮忙联系',
    ...{
      category: 'REPAIR',
      classification: 'HELP',
      complainant: { name: '业主李某', phone: '13900010002' },
    },
    details: { property: { estate: '翠湖花园', facility: 'WATER', part: 'PRIVATE' } },
  });
  await desk.done('HANDLER', 'Accept', { id });
  await desk.done('HANDLER', 'NotifyDecision', { id, via: 'PHONE' });
  const valid = { id, classification: 'MISCONDUCT' };
  expect(await desk.refused('HANDLER', 'Reclassify', { ...valid, reason: ' ' })).toEqual(['reason']);
  const turned = await desk.done('HANDLER', 'Reclassify', { ...valid, reason: '三天无人上门，业主损失扩大' });
  expect(turned.classification.label).toBe('失职或违法违纪');
  await desk.done('HANDLER', 'Answer', { id, text: '已上门止漏并致歉。', via: 'IN_PERSON', final: true });
  await desk.done('HANDLER', 'FollowUp', { id, result: 'ACCEPTABLE' });
  expect(await desk.refused('HANDLER', 'Close', { id })).toEqual(['FINDING']);
});

test('咨询型当场答复，即时办结', async () => {
  const { id } = await registered({
    content: '物业费多少钱一平方米？',
    ...{ category: 'CHARGES', classification: 'CONSULTATION' },
    complainant: { name: '业主张某', phone: '13900010003' },
    details: { property: { estate: '碧海家园' } },
  });
  const settled = await desk.done('HANDLER', 'SettleOnTheSpot', { id, answer: '每平方米 2.8 元。' });
  expect(settled).toMatchObject({ status: 'CLOSED', closing: { firstContact: true } });
});

test('年度报告：分类与转化、小区与设施，与手工计数一致', async () => {
  /*
   * Counted by hand:            now            first          estate     facility
   *   the lift                  HARM           valid          翠湖花园   电梯
   *   the leak                  MISCONDUCT     communicative  翠湖花园   给排水
   *   the fee                   CONSULTATION   communicative  碧海家园   –
   * Valid 2, communicative 1; turned valid 1 of 2 first communicative = 50%; 3 in 1,500 households = 2.00 in 1,000;
   * 3 on 200,000 m² = 1.50 on 100,000.
   */
  await desk.setAgainst('HOUSEHOLDS', 1_500);
  await desk.setAgainst('AREA', 200_000);
  const boxes = await desk.section('classification');
  const figures = ['validComplaints', 'communicative', 'converted', 'conversionRate', 'per1000', 'perArea'];
  expect(figures.map(boxes.figure)).toEqual(['2', '1', '1', '50.00%', '2.00', '1.50']);
  expect(boxes.rate('conversionRate')).toEqual([1, 2]);
  expect(boxes.rows('boxes').map((row) => row.slice(0, 2))).toEqual([
    ['有效投诉', '2'],
    ['沟通性投诉', '1'],
    ['合计', '3'],
  ]);
  expect(boxes.text).toContain('沟通性投诉因处理不当转为有效投诉 1 件');

  const estates = await desk.section('estates');
  expect(estates.rows('estates').map((row) => row.slice(0, 2))).toEqual([
    ['翠湖花园', '2'],
    ['碧海家园', '1'],
    ['合计', '3'],
  ]);
  const facilities = estates.rows('facilities').map((row) => row.slice(0, 2));
  expect(facilities).toContainEqual(['电梯', '1']);
  expect(facilities).toContainEqual(['给排水', '1']);
  expect(facilities.at(-1)).toEqual(['合计', '3']);
  expect(estates.text).toContain('维修从收到到修复，中位数为');

  const findings = await desk.section('findings');
  expect(['concluded', 'valid'].map(findings.figure)).toEqual(['1', '1']);
  expect((await desk.section('timeliness')).rate('firstContactRate')).toEqual([1, 3]);
});
