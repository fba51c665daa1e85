import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  type CallerHeaders,
  openTestApi,
  type TestApi,
  type TestOrganization,
} from '../../testing/api.fixture.ts';

/** A tourism office's register of respondents: repeat offenders stand out, two entries that are one are merged. */

const DAY_MS = 86_400_000;
const ENTRY = `id name kind { code } creditCode otherNames complaints recentComplaints recentValid repeatReason
  sanctions { count total { amount } paid { amount } unpaid { amount } currencies { text } items { paidOn } }`;

let api: TestApi;
let tourism: TestOrganization;
let supervisor: CallerHeaders;

// biome-ignore lint/suspicious/noExplicitAny: answers of many shapes.
type Answer = any;

async function ask(caller: CallerHeaders, text: string, variables: object = {}): Promise<Answer> {
  const { data, errors } = await api.graphql(caller, text, variables);
  expect(errors).toBeUndefined();
  return data;
}

async function carriedOut(mutation: string, input: object, caller = supervisor): Promise<Answer> {
  const type = `${mutation.charAt(0).toUpperCase()}${mutation.slice(1)}Input`;
  const what = mutation.startsWith('respondent') ? `respondent { ${ENTRY} }` : 'complaint { id }';
  const data = await ask(
    caller,
    `mutation ($input: ${type}!) { ${mutation}(input: $input) { ${what} userErrors { code field } } }`,
    { input },
  );
  return data[mutation];
}

async function done(mutation: string, input: object): Promise<Answer> {
  const answer = await carriedOut(mutation, input);
  expect(answer.userErrors).toEqual([]);
  return answer;
}

async function received(name: string, daysAgo: number, type = 'TRAVEL_AGENCY'): Promise<string> {
  const { complaint } = await done('complaintRegister', {
    ...{ kind: 'COMPLAINT', channel: 'PHONE', disclosure: 'ANONYMOUS', content: '导游强迫购物' },
    ...{ category: 'FORCED_SHOPPING', respondent: { name, type } },
    receivedAt: new Date(Date.now() - daysAgo * DAY_MS).toISOString(),
  });
  return complaint.id;
}

async function foundValid(id: string): Promise<void> {
  await done('complaintAccept', { id });
  await done('complaintConclude', { id, finding: 'SUBSTANTIATED', facts: '属实' });
}

async function register(filter: object = {}, caller = supervisor): Promise<Answer[]> {
  const data = await ask(
    caller,
    `query ($filter: RespondentFilterInput) { respondents(filter: $filter, order: MOST_RECENT_COMPLAINTS) {
      edges { node { ${ENTRY} } } } }`,
    { filter },
  );
  return data.respondents.edges.map(({ node }: Answer) => node);
}

async function entry(name: string): Promise<Answer> {
  return (await register()).find((each) => each.name === name);
}

beforeAll(async () => {
  api = await openTestApi();
  tourism = await api.organization('TOURISM', ['SUPERVISOR', 'HANDLER']);
  supervisor = { ...(await api.signedIn(tourism, 'SUPERVISOR')), 'accept-language': 'zh-CN' };
  // Two of the three that are valid came to the register under the agency's shorter name.
  const first = await received('远航旅行社', 10);
  const second = await received('远航', 40);
  const third = await received('远航', 70);
  for (const id of [first, second, third]) await foundValid(id);
  await received('天天旅行社', 5);
  await received('天天旅行社', 700);
  const money = (amount: number, currency: string, converted: number) => ({
    original: { amount, currency },
    ...(currency === 'CNY' ? {} : { rate: '0.92', rateDate: '2026-01-05' }),
    converted: { amount: converted, currency: 'CNY' },
  });
  const sanction = { id: second, basis: '旅游法第九十八条' };
  await done('complaintImposeSanction', {
    ...{ ...sanction, sanction: 'CONFISCATION', money: money(100_000, 'HKD', 92_000), paidOn: '2026-01-10' },
  });
  await done('complaintImposeSanction', {
    ...{ ...sanction, sanction: 'FINE', money: money(2_000_000, 'CNY', 2_000_000) },
  });
  // Imposed on somebody else in the same matter.
  await done('complaintImposeSanction', {
    ...{ ...sanction, sanction: 'FINE', party: '地接社', money: money(500, 'CNY', 500) },
  });
});
afterAll(() => api.close());

describe('before two entries are brought together', () => {
  test('each has its own complaints, the most of late first, and none is a repeat offender', async () => {
    const entries = await register();
    expect(entries.map(({ recentComplaints }) => recentComplaints)).toEqual([2, 1, 1]);
    expect(entries[0].name).toBe('远航');
    expect(entries.map(({ repeatReason }) => repeatReason)).toEqual([null, null, null]);
    expect((await entry('天天旅行社')).complaints).toBe(2);
  });

  test('what was imposed is summed by currency and converted, paid and unpaid; another party’s is not its', async () => {
    expect((await entry('远航')).sanctions).toMatchObject({
      ...{ count: 2, total: { amount: 2_092_000 }, paid: { amount: 92_000 }, unpaid: { amount: 2_000_000 } },
      currencies: expect.arrayContaining([{ text: 'HKD 1,000.00' }, { text: 'CNY 20,000.00' }]),
    });
  });
});

describe('who may keep the register', () => {
  test('a handler may not', async () => {
    const handler = await api.signedIn(tourism, 'HANDLER');
    const [one, other] = await register();
    const merged = await carriedOut(
      'respondentMerge',
      { id: one.id, intoId: other.id, reason: '同一单位' },
      handler,
    );
    expect(merged.userErrors).toMatchObject([{ code: 'FORBIDDEN' }]);
  });

  test('for another office there is no such entry, in either place', async () => {
    const others = await api.organization('TOURISM', ['SUPERVISOR']);
    const stranger = await api.signedIn(others, 'SUPERVISOR');
    const [one, other] = await register();
    expect(await register({}, stranger)).toEqual([]);
    const merged = await carriedOut(
      'respondentMerge',
      { id: one.id, intoId: other.id, reason: '同一单位' },
      stranger,
    );
    expect(merged.userErrors).toEqual([{ code: 'NOT_FOUND', field: 'id' }]);
    const changed = await carriedOut('respondentChange', { id: one.id, name: '改名' }, stranger);
    expect(changed.userErrors).toEqual([{ code: 'NOT_FOUND', field: 'id' }]);
  });

  test('a reason is asked for, a party is not merged with itself, a code that is none is refused', async () => {
    const [one, other] = await register();
    const refusals = [
      await carriedOut('respondentMerge', { id: one.id, intoId: other.id, reason: ' ' }),
      await carriedOut('respondentMerge', { id: one.id, intoId: one.id, reason: '同一单位' }),
      await carriedOut('respondentChange', { id: one.id, name: one.name, creditCode: '123' }),
      await carriedOut('respondentChange', { id: one.id, name: other.name, kind: other.kind.code }),
    ];
    expect(refusals.map(({ userErrors }) => userErrors[0])).toEqual([
      { code: 'REQUIRED', field: 'reason' },
      { code: 'INVALID', field: 'intoId' },
      { code: 'INVALID', field: 'creditCode' },
      { code: 'ALREADY_DONE', field: 'name' },
    ]);
  });
});

describe('brought together', () => {
  beforeAll(async () => {
    const one = await entry('远航');
    const into = await entry('远航旅行社');
    await done('respondentMerge', { id: one.id, intoId: into.id, reason: '简称，经核对许可证为同一单位' });
  });

  test('three valid complaints within the year make it a repeat offender, with the reason said', async () => {
    const repeated = await register({ repeatOffenders: true });
    expect(repeated).toMatchObject([
      {
        ...{ name: '远航旅行社', otherNames: ['远航'], recentComplaints: 3, recentValid: 3 },
        repeatReason: '365 天内有效投诉 3 件（达 3 件即列入）',
        sanctions: { count: 2, unpaid: { amount: 2_000_000 } },
      },
    ]);
  });

  test('its complaints are listed however it was called', async () => {
    const { id } = await entry('远航旅行社');
    const { complaints } = await ask(
      supervisor,
      'query ($ids: [ID!]) { complaints(filter: { respondentIds: $ids }) { totalCount } }',
      { ids: [id] },
    );
    expect(complaints.totalCount).toBe(3);
  });

  test('the report lists it, and its counts open onto the cases that they count', async () => {
    const today = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10);
    const { reportPreview } = await ask(
      supervisor,
      `query ($day: LocalDate!) { reportPreview(period: { kind: SPAN, from: $day, to: $day }) {
        sections { code text blocks { ... on ReportTable { code rows { cells { text value cases } } } } } } }`,
      { day: today },
    );
    const section = reportPreview.sections.find(({ code }: Answer) => code === 'repeated');
    expect(section.text).toBe('截至期末，重复被投诉单位见下表，最多的是远航旅行社 3 件。');
    const [{ cells }, ...others] = section.blocks[0].rows;
    expect(others).toEqual([]);
    // Received, valid, sanctions (three stand in its case, one of them on another), today.
    expect(cells.slice(0, 5).map(({ text }: Answer) => text)).toEqual(['远航旅行社', '3', '3', '3', '0']);
    const { complaints } = await ask(
      supervisor,
      'query ($figure: String!) { complaints(filter: { figure: $figure }) { totalCount } }',
      { figure: cells[1].cases },
    );
    expect(complaints.totalCount).toBe(3);
  });

  test('who is named by the shorter name from now on is that party', async () => {
    await received('远航', 1);
    const entries = await register();
    expect(entries.map(({ name }) => name).sort()).toEqual(['天天旅行社', '远航旅行社']);
    expect((await entry('远航旅行社')).recentComplaints).toBe(4);
  });

  test('renamed, it keeps its earlier names, and may take one of them back', async () => {
    const before = await entry('远航旅行社');
    const input = { id: before.id, kind: 'TRAVEL_AGENCY', creditCode: '91440300ma5d0y3x2q' };
    const renamed = await done('respondentChange', { ...input, name: '远航国际旅行社' });
    expect(renamed.respondent).toMatchObject({
      ...{ name: '远航国际旅行社', creditCode: '91440300MA5D0Y3X2Q', complaints: 4 },
    });
    expect([...renamed.respondent.otherNames].sort()).toEqual(['远航', '远航旅行社'].sort());
    const back = await done('respondentChange', { ...input, name: '远航旅行社' });
    expect([...back.respondent.otherNames].sort()).toEqual(['远航', '远航国际旅行社'].sort());
    expect(await register({ search: '国际' })).toHaveLength(1);
  });

  test('what was changed stands in the record of the office', async () => {
    const events = await api.office.database.readInTenant<{ kind: string }>(
      { tenantId: tourism.tenantId },
      { text: `select kind from office_event where kind like 'RESPONDENT%' order by seq`, values: [] },
    );
    expect(events.map(({ kind }) => kind)).toEqual([
      'RESPONDENTS_MERGED',
      'RESPONDENT_CHANGED',
      'RESPONDENT_CHANGED',
    ]);
  });
});
