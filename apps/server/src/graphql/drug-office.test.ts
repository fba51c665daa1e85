import { localDateOf } from '@huiyin/domain';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type CallerHeaders, openTestApi, type TestApi } from '../testing/api.fixture.ts';

/**
 * A drug regulator at work, through GraphQL alone: what the law grants the consumer, a mixed matter split in two, testing
 * that stops the clock, and the sections of its report.
 */

// biome-ignore lint/suspicious/noExplicitAny: answers of many shapes.
type Answer = any;

let api: TestApi;
let office: CallerHeaders;

beforeAll(async () => {
  api = await openTestApi();
  const drug = await api.organization('DRUG_REGULATION', ['SUPERVISOR']);
  office = { ...(await api.signedIn(drug, 'SUPERVISOR')), 'accept-language': 'zh-CN' };
});
afterAll(() => api.close());

const SHOWN = `id kind status splitFrom { id } splitInto { id } clocks { state rule { code } }
  damages { why basis confirmed priceTimes lossTimes least { amount } price { amount } }`;

async function done(verb: string, input: object): Promise<Answer> {
  const { data, errors } = await api.graphql(
    office,
    `mutation ($input: Complaint${verb}Input!) { complaint${verb}(input: $input) {
      complaint { ${SHOWN} } userErrors { field message } } }`,
    { input },
  );
  expect(errors).toBeUndefined();
  const payload = data[`complaint${verb}`];
  expect(payload.userErrors).toEqual([]);
  return payload.complaint;
}

async function registered(details: object): Promise<Answer> {
  return done('Register', {
    ...{ kind: 'COMPLAINT', channel: 'PHONE', disclosure: 'ANONYMOUS', content: '买到的产品有问题' },
    ...{ category: 'QUALITY', respondent: { name: '康民药店', type: 'PHARMACY' } },
    details: { drugRegulation: details },
  });
}

test('the case says what the law grants of a drug at its price, and that cosmetics have no such law', async () => {
  const price = { amount: 3_800, currency: 'CNY' };
  const drug = await registered({ productName: '止咳糖浆', productClass: 'DRUG', price });
  expect(drug.damages).toEqual({
    ...{ why: null, basis: '药品管理法第一百四十四条第三款', confirmed: false },
    ...{ priceTimes: 10, lossTimes: 3 },
    ...{ least: { amount: 100_000 }, price: { amount: 3_800 } },
  });
  const mask = await registered({ productName: '面膜', productClass: 'COSMETIC' });
  expect(mask.damages).toMatchObject({ basis: null, priceTimes: 0, price: null });
  expect(mask.damages.why).toContain('化妆品');
});

test('a mixed matter is split: the dispute goes on here, the report of a violation as a linked case', async () => {
  const mixed = await registered({ productName: '保健酒', productClass: 'HEALTH_FOOD' });
  const part = await done('Split', {
    ...{ id: mixed.id, kind: 'REPORT', content: '举报该店虚假宣传保健酒', category: 'FALSE_PROMOTION' },
    reason: '投诉与举报分别办理',
  });
  expect(part).toMatchObject({ kind: 'REPORT', splitFrom: { id: mixed.id } });
  const { data } = await api.graphql(office, `query ($id: ID!) { complaint(id: $id) { ${SHOWN} } }`, {
    id: mixed.id,
  });
  expect(data.complaint).toMatchObject({ kind: 'COMPLAINT', splitInto: [{ id: part.id }] });
});

test('while a sample is tested the clock of the mediation stands still', async () => {
  const { id } = await registered({ productName: '阿胶', productClass: 'HEALTH_FOOD' });
  await done('Accept', { id });
  const mediation = ({ clocks }: Answer) =>
    clocks.find(({ rule }: Answer) => rule.code.startsWith('drug-regulation.mediation@')).state;
  expect(mediation(await done('PauseClocks', { id, reason: 'TESTING', text: '送检' }))).toBe('PAUSED');
  expect(mediation(await done('ResumeClocks', { id, reason: 'TESTING', text: '检验报告已到' }))).toBe(
    'RUNNING',
  );
});

test('its report: four complaints and one report by class of product, every case with its result', async () => {
  const year = new Date(Date.now() + 8 * 3_600_000).getUTCFullYear();
  const { data } = await api.graphql(
    office,
    `query ($year: Int!) { reportPreview(period: { kind: YEAR, year: $year }) { sections { code blocks {
      ... on ReportTable { code rows { total cells { text } } } } } } }`,
    { year },
  );
  const rows = (section: string, code: string): string[][] =>
    data.reportPreview.sections
      .find((each: Answer) => each.code === section)
      .blocks.find((block: Answer) => block.code === code)
      .rows.map(({ cells }: Answer) => cells.map(({ text }: Answer) => text));
  const classes = rows('objects', 'classes').map(([name, count]) => [name, count]);
  expect(classes).toContainEqual(['保健食品', '3']);
  expect(classes).toContainEqual(['药品', '1']);
  expect(classes).toContainEqual(['化妆品', '1']);
  expect(classes.at(-1)).toEqual(['合计', '5']);
  expect(rows('results', 'results')).toHaveLength(5);
  // Five about one pharmacy within the year: it stands among the repeat offenders.
  expect(rows('repeated', 'repeatedRespondents')[0]?.slice(0, 2)).toEqual(['康民药店', '5']);
});

test('an adverse reaction is forwarded, and waits before those who lead until its receipt is recorded', async () => {
  const { id } = await registered({ productName: '活血丸', productClass: 'DRUG', adverseReaction: '便血' });
  await done('Accept', { id });
  await done('Forward', { id, to: 'ADVERSE_REACTION_MONITORING', text: '已上报' });
  const shown = async () => {
    const { data } = await api.graphql(
      office,
      'query ($id: ID!) { complaint(id: $id) { forwardings { to { code } text receipt { number on } } } }',
      { id },
    );
    return data.complaint.forwardings;
  };
  const sent = { to: { code: 'ADVERSE_REACTION_MONITORING' }, text: '已上报' };
  expect(await shown()).toEqual([{ ...sent, receipt: null }]);
  const on = localDateOf(new Date().toISOString());
  await done('RecordForwardingReceipt', {
    ...{ id, to: 'ADVERSE_REACTION_MONITORING', number: 'ADR-2026-0815', on },
  });
  expect(await shown()).toEqual([{ ...sent, receipt: { number: 'ADR-2026-0815', on } }]);
});
