import { afterAll, beforeAll, expect, test } from 'vitest';
import { type CallerHeaders, openTestApi, type TestApi } from '../testing/api.fixture.ts';

/**
 * A tourism office at work, through GraphQL alone, from registration to the sections of its report: what lies outside its
 * remit and comes back answered, sanctions paid and unpaid, a quality deposit, the National Day of two years, inquiries.
 */

// biome-ignore lint/suspicious/noExplicitAny: answers of many shapes.
type Answer = any;

let api: TestApi;
let office: CallerHeaders;

beforeAll(async () => {
  api = await openTestApi();
  const tourism = await api.organization('TOURISM', ['SUPERVISOR']);
  office = { ...(await api.signedIn(tourism, 'SUPERVISOR')), 'accept-language': 'zh-CN' };
});
afterAll(() => api.close());

async function done(verb: string, input: object): Promise<Answer> {
  const { data, errors } = await api.graphql(
    office,
    `mutation ($input: Complaint${verb}Input!) { complaint${verb}(input: $input) {
      complaint { id status proposedBody { body label ground { code } why } sanctions { id } } userErrors { field message } } }`,
    { input },
  );
  expect(errors).toBeUndefined();
  const payload = data[`complaint${verb}`];
  expect(payload.userErrors).toEqual([]);
  return payload.complaint;
}

async function registered(matter: object): Promise<Answer> {
  return done('Register', {
    ...{ kind: 'COMPLAINT', channel: 'PHONE', disclosure: 'ANONYMOUS', content: '投诉内容' },
    ...matter,
  });
}

/** Sections of the report of a period: the text, the figures and the rows of the tables by their codes. */
async function reportOf(period: object) {
  const { data } = await api.graphql(
    office,
    `query ($period: PeriodInput!) { reportPreview(period: $period) { sections { code text blocks {
      ... on ReportFigures { figures { code now { text } } }
      ... on ReportTable { code rows { cells { text } } } } } } }`,
    { period },
  );
  const { sections } = data.reportPreview;
  const blocks: Answer[] = sections.flatMap(({ blocks: all }: Answer) => all);
  return {
    text: (section: string): string => sections.find(({ code }: Answer) => code === section).text,
    figure: (code: string): string =>
      blocks.flatMap(({ figures = [] }) => figures).find((each: Answer) => each.code === code).now.text,
    rows: (code: string): string[][] =>
      blocks
        .find((block) => block.code === code)
        .rows.map(({ cells }: Answer) => cells.map(({ text }: Answer) => text)),
  };
}

const THIS_YEAR = () => ({ kind: 'YEAR', year: new Date(Date.now() + 8 * 3_600_000).getUTCFullYear() });
const yuan = (amount: number) => ({
  original: { amount, currency: 'CNY' },
  converted: { amount, currency: 'CNY' },
});

test('what lies outside the remit goes to the body proposed, and its answer closes the case here too', async () => {
  const taxi = await registered({
    category: 'TAXI',
    respondent: { name: '某出租车公司', type: 'TRANSPORT' },
  });
  const { body, ground, why } = taxi.proposedBody;
  expect({ body, why }).toEqual({
    body: '属地交通运输局',
    why: '出租汽车、道路客运由交通运输部门管理。',
  });
  await done('Decline', { id: taxi.id, ground: ground.code, reason: why, body });
  await done('NotifyDecision', { id: taxi.id, via: 'PHONE' });
  const answered = await done('RecordTransferAnswer', { id: taxi.id, text: '已责令退还多收车费。' });
  expect(answered.status).toBe('CLOSED');

  const hotel = await registered({
    category: 'HOTEL_SERVICE',
    respondent: { name: '某招待所', type: 'HOTEL' },
  });
  await done('Transfer', { id: hotel.id, body: hotel.proposedBody.body, reason: hotel.proposedBody.why });

  const report = await reportOf(THIS_YEAR());
  expect(['outsideRemit', 'transferred', 'answeredByBodies'].map(report.figure)).toEqual(['1', '1', '1']);
  expect(report.rows('bodies')[0]?.slice(0, 2)).toEqual(['属地交通运输局', '1']);
  expect(report.rows('transferBodies')[0]?.slice(0, 2)).toEqual(['属地市场监督管理局', '1']);
  expect(report.text('remit')).toContain('主管部门答复后随之办结的 1 件');
});

test('a matter of its own is proposed to nobody', async () => {
  const own = await registered({
    category: 'FORCED_SHOPPING',
    respondent: { name: '甲旅行社', type: 'TRAVEL_AGENCY' },
  });
  expect(own.proposedBody).toBeNull();
});

test('sanctions: what is paid and what is not, this quarter and in the year so far; a deposit is paid out', async () => {
  const { id } = await registered({
    category: 'GROUP_ABANDONED',
    respondent: { name: '乙旅行社', type: 'TRAVEL_AGENCY' },
  });
  await done('Accept', { id });
  await done('Conclude', { id, finding: 'SUBSTANTIATED', facts: '途中甩团' });
  const today = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10);
  // HKD 1,000.00 at 0.9210 are CNY 921.00, paid today; CNY 24,000.00 are not paid.
  const hong = {
    original: { amount: 100_000, currency: 'HKD' },
    ...{ rate: '0.9210', rateDate: today, converted: { amount: 92_100, currency: 'CNY' } },
  };
  const basis = '旅游法第一百条';
  const first = await done('ImposeSanction', { id, sanction: 'CONFISCATION', basis, money: hong });
  await done('ImposeSanction', { id, sanction: 'FINE', basis, money: yuan(2_400_000) });
  await done('RecordSanctionPayment', { id, sanctionId: first.sanctions[0].id, paidOn: today });
  await done('GiveRemedy', { id, remedy: 'QUALITY_DEPOSIT', money: yuan(360_000) });

  const report = await reportOf(THIS_YEAR());
  expect(['sanctionTotal', 'paid', 'depositPayments', 'depositSum'].map(report.figure)).toEqual([
    ...['24,921.00', '921.00', '1', '3,600.00'],
  ]);
  const quarters = report.rows('quarters');
  expect(quarters.at(-1)).toEqual(['合计', '2', '24,921.00', '921.00', '24,921.00']);
  expect(quarters.at(-2)?.slice(1)).toEqual(['2', '24,921.00', '921.00', '24,921.00']);
  const [unpaid, total, ...others] = report.rows('unpaid');
  expect(others).toEqual([]);
  expect(unpaid?.slice(1)).toEqual(['乙旅行社', '罚款', today, 'CNY 24,000.00', '24,000.00']);
  expect(total?.at(-1)).toBe('24,000.00');
  expect(report.text('deposit')).toContain('动用旅行社质量保证金赔付游客 1 笔');
  expect(report.rows('depositAgencies')[0]?.[0]).toBe('乙旅行社');
});

test('National Day day by day beside that of the year before, telephone inquiries counted apart', async () => {
  const on = (day: string, matter: object = {}) =>
    registered({ category: 'COACH', receivedAt: `${day}T02:00:00Z`, ...matter });
  // 2026: 1 to 7 October. 2025: 1 to 8 October, with Mid-autumn.
  await on('2026-10-01');
  await on('2026-10-03');
  await on('2026-10-03');
  await on('2026-10-03', { kind: 'INQUIRY' });
  await on('2025-10-03');
  await on('2025-10-08');
  const report = await reportOf({ kind: 'HOLIDAY', year: 2026, holiday: 'NATIONAL_DAY' });
  const days = report.rows('holidayDays');
  expect(days).toHaveLength(8);
  expect(days[0]?.slice(0, 3)).toEqual(['2026-10-01', '1', '0']);
  expect(days[2]?.slice(0, 3)).toEqual(['2026-10-03', '2', '1']);
  expect(days.at(-1)?.slice(0, 3)).toEqual(['合计', '3', '2']);
  expect(['telephoneInquiries', 'withoutInquiries'].map(report.figure)).toEqual(['1', '3']);
  // Of another period there are no days one by one.
  const quarter = await reportOf({ kind: 'QUARTER', year: 2026, number: 4 });
  expect(quarter.rows('holidayDays')).toEqual([]);
  expect(quarter.rows('holidays')[0]?.slice(0, 4)).toEqual([
    ...['2026 年国庆节', '2026-10-01 – 2026-10-07', '3', '2'],
  ]);
});
