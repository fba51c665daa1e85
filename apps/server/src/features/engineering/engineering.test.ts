import { addDays, localDateOf, weekOf, weeksAfter } from '@huiyin/domain';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  type CallerHeaders,
  openTestApi,
  type TestApi,
  type TestOrganization,
} from '../../testing/api.fixture.ts';

/** From the complaint to the list of the engineers, to the answer, to the report: as a telecom office works. */

const TODAY = localDateOf(new Date().toISOString());
const WEEK = weekOf(TODAY);
const ITEM = `id site week title stage carriedOver repeated faultPoint before { key value } after { key value }
  cases { complaint { number } planned }`;
const PAYLOAD = `item { ${ITEM} } news { told { complaint { number } outcome reason } } userErrors { code field }`;

let api: TestApi;
let office: TestOrganization;
let supervisor: CallerHeaders;
let handler: CallerHeaders;

// biome-ignore lint/suspicious/noExplicitAny: answers of many shapes.
async function ask(caller: CallerHeaders, query: string, variables: object = {}): Promise<any> {
  const { data, errors } = await api.graphql(caller, query, variables);
  expect(errors).toBeUndefined();
  return data;
}

async function act(verb: string, input: object, caller = handler): Promise<{ id: string; number: string }> {
  const { payload } = await ask(
    caller,
    `mutation ($input: Complaint${verb}Input!) { payload: complaint${verb}(input: $input) {
      complaint { id number } userErrors { code field message } } }`,
    { input },
  );
  expect(payload.userErrors).toEqual([]);
  return payload.complaint;
}

// biome-ignore lint/suspicious/noExplicitAny: answers of many shapes.
async function step(verb: 'Plan' | 'CarryOver' | 'Finish', input: object, caller = supervisor): Promise<any> {
  const { payload } = await ask(
    caller,
    `mutation ($input: Engineering${verb}Input!) { payload: engineering${verb}(input: $input) { ${PAYLOAD} } }`,
    { input },
  );
  return payload;
}

/** A complaint that was looked into, with what was found to be its cause. */
async function investigated(
  cause: string,
  options: { readonly person?: string; readonly details?: object; readonly closed?: boolean } = {},
): Promise<{ id: string; number: string }> {
  const { person = '周敏', details = {}, closed = false } = options;
  const complaint = await act('Register', {
    ...{
      kind: 'COMPLAINT',
      channel: 'PHONE',
      disclosure: 'NAMED',
      category: 'COVERAGE',
      content: '没有信号',
    },
    complainant: { name: person, phone: `139${String(person.codePointAt(0)).padStart(8, '0')}` },
    details: { telecom: { service: 'MOBILE', area: 'URBAN', place: { address: '幸福路 1 号' }, ...details } },
  });
  const { id } = complaint;
  await act('Accept', { id });
  await act('NotifyDecision', { id, via: 'PHONE' });
  await act('StateCause', { id, cause });
  if (closed) {
    await act('Answer', { id, text: '已列入选址需求', via: 'PHONE', final: true });
    await act('FollowUp', { id, result: 'ACCEPTABLE' });
    await act('Close', { id });
  }
  return complaint;
}

const sitesOf = async (outlet: string, caller = supervisor) =>
  (
    await ask(
      caller,
      `query ($outlet: String!) { engineeringSites(outlet: $outlet) { site complaints people
        worst { key label unit value } boundary { longitude latitude } item { id } cases { complaint { number } } } }`,
      { outlet },
    )
  ).engineeringSites;

const answersOf = async (id: string) =>
  (
    await ask(
      supervisor,
      'query ($id: ID!) { complaint(id: $id) { status answers { text status final } } }',
      { id },
    )
  ).complaint;

/** The figures of a section of this year's report, by their codes. */
async function figuresOf(section: string): Promise<Record<string, number | null>> {
  const { reportPreview } = await ask(
    supervisor,
    `query ($year: Int!) { reportPreview(period: { kind: YEAR, year: $year }) { sections { code
      blocks { ... on ReportFigures { figures { code now { value } } } } } } }`,
    { year: Number(TODAY.slice(0, 4)) },
  );
  const found = reportPreview.sections.find(({ code }: { code: string }) => code === section);
  // biome-ignore lint/suspicious/noExplicitAny: blocks of several kinds.
  const figures = found.blocks.flatMap((block: any) => block.figures ?? []);
  return Object.fromEntries(
    figures.map(({ code, now }: { code: string; now: { value: number | null } }) => [code, now.value]),
  );
}

beforeAll(async () => {
  api = await openTestApi();
  office = await api.organization('TELECOM', ['HANDLER', 'SUPERVISOR', 'ADMINISTRATOR', 'AUDITOR']);
  supervisor = await api.signedIn(office, 'SUPERVISOR');
  handler = await api.signedIn(office, 'HANDLER');
});
afterAll(() => api.close());

describe('the siting pool', () => {
  const near = (rsrp: number) => ({
    place: { address: '翠湖花园', longitude: 114.06, latitude: 22.55 },
    rsrp,
  });
  const far = { place: { address: '石岩村', longitude: 113.93, latitude: 22.68 } };
  let open: { id: string; number: string };
  let closed: { id: string; number: string };

  test('gathers complaints by cell, ranked, with distinct people and the worst signal', async () => {
    open = await investigated('WEAK_COVERAGE', { person: '林先生', details: near(-112) });
    closed = await investigated('WEAK_COVERAGE', { person: '唐先生', details: near(-118), closed: true });
    await investigated('WEAK_COVERAGE', { person: '唐先生', details: near(-105) });
    await investigated('WEAK_COVERAGE', { person: '曹先生', details: far });
    await investigated('WEAK_COVERAGE', { person: '何女士' });
    await investigated('TERMINAL', { person: '许女士', details: near(-120) });
    const [first, second, nowhere, ...more] = await sitesOf('SITING_POOL');
    expect(first).toMatchObject({ complaints: 3, people: 2, item: null });
    expect(first.worst).toEqual([{ key: 'rsrp', label: 'RSRP', unit: 'dBm', value: -118 }]);
    expect(first.boundary).toHaveLength(6);
    expect(second).toMatchObject({ complaints: 1, people: 1 });
    expect(nowhere).toMatchObject({ site: null, complaints: 1, boundary: [] });
    expect(more).toEqual([]);
  });

  test('goes out to those who plan: counts, and nothing of anybody', async () => {
    const get = (format: string, caller = supervisor) =>
      api.app.inject({ url: `/engineering-lists/SITING_POOL.${format}`, headers: caller });
    const map = await get('geojson');
    expect(map.headers['content-type']).toContain('application/geo+json');
    const { features } = map.json();
    expect(features).toHaveLength(2);
    expect(features[0].properties).toMatchObject({ rank: 1, complaints: 3, people: 2, rsrp: -118 });
    const ring = features[0].geometry.coordinates[0];
    expect(ring[0]).toEqual(ring.at(-1));
    const sheet = await get('xlsx');
    expect(sheet.statusCode).toBe(200);
    for (const secret of ['唐先生', '翠湖花园', closed.number]) expect(map.body).not.toContain(secret);
    expect((await get('geojson', {})).statusCode).toBe(401);
    const other = await api.signedIn(await api.organization('TOURISM'), 'SUPERVISOR');
    expect((await get('geojson', other)).statusCode).toBe(404);
  });

  test('a cell that is planned tells those who wait; who is over is named for a call', async () => {
    const [{ site }] = await sitesOf('SITING_POOL');
    const plan = { outlet: 'SITING_POOL', site, answer: '已列入建设规划', idempotencyKey: 'plan-1' };
    const { item, news, userErrors } = await step('Plan', plan);
    expect(userErrors).toEqual([]);
    expect(item).toMatchObject({ site, stage: 'PLANNED', title: '翠湖花园' });
    const outcomes = Object.fromEntries(
      news.told.map(({ complaint, outcome }: { complaint: { number: string }; outcome: string }) => [
        complaint.number,
        outcome,
      ]),
    );
    expect(outcomes).toMatchObject({ [open.number]: 'ANSWERED', [closed.number]: 'NOT_TOLD' });
    expect(Object.keys(outcomes)).toHaveLength(3);
    expect(await answersOf(open.id)).toMatchObject({ answers: [{ text: '已列入建设规划', final: false }] });
    // The same call again says what was said; another one finds the plan.
    expect((await step('Plan', plan)).item.id).toBe(item.id);
    expect((await step('Plan', { ...plan, idempotencyKey: 'plan-2' })).userErrors).toMatchObject([
      { code: 'CONDITION_UNMET' },
    ]);
  });

  test('built, it serves those too who complained after it was planned', async () => {
    const late = await investigated('WEAK_COVERAGE', { person: '梁先生', details: near(-119) });
    const [{ item }] = await sitesOf('SITING_POOL');
    const { news } = await step('Finish', { id: item.id, answer: '基站已建成', doneOn: TODAY });
    expect(news.told).toHaveLength(4);
    expect(await answersOf(late.id)).toMatchObject({
      status: 'ANSWERED',
      answers: [{ text: '基站已建成', final: true }],
    });
    expect((await step('Finish', { id: item.id })).userErrors).toMatchObject([{ code: 'ALREADY_DONE' }]);
    expect((await sitesOf('SITING_POOL'))[0]).toMatchObject({ complaints: 1 });
  });

  test('and the report counts cells and complaints, each figure open onto its cases', async () => {
    expect(await figuresOf('siting')).toEqual({
      ...{ sitingNew: 6, sitingPool: 2, sitingPlanned: 1, sitingBuilt: 1 },
    });
  });

  test('nothing was done tomorrow', async () => {
    const [{ site }] = await sitesOf('SITING_POOL');
    const { item } = await step('Plan', { outlet: 'SITING_POOL', site });
    const tomorrow = { id: item.id, doneOn: addDays(TODAY, 1) };
    expect((await step('Finish', tomorrow)).userErrors).toMatchObject([{ code: 'INVALID', field: 'doneOn' }]);
  });
});

describe('the weekly tuning plan', () => {
  test('is measured before and after, carried over, and answers when it is done', async () => {
    const slow = await investigated('NEEDS_TUNING', {
      person: '韩先生',
      details: { downloadSpeed: 31.5, sinr: -2 },
    });
    const other = await investigated('NEEDS_TUNING', { person: '宋女士' });
    const plan = { outlet: 'WEEKLY_TUNING', week: WEEK, title: '会展中心邻区优化' };
    expect((await step('Plan', plan)).userErrors).toMatchObject([{ field: 'complaintIds' }]);
    expect(
      (await step('Plan', { ...plan, complaintIds: [slow.id], week: '2025-W53' })).userErrors,
    ).toMatchObject([{ field: 'week' }]);
    const { item } = await step('Plan', { ...plan, complaintIds: [slow.id] });
    expect(item.before).toEqual([
      { key: 'sinr', value: -2 },
      { key: 'downloadSpeed', value: 31.5 },
    ]);
    // A complaint is part of one task at a time.
    const twice = await step('Plan', { ...plan, complaintIds: [slow.id, other.id] });
    expect(twice.userErrors).toMatchObject([{ field: 'complaintIds' }]);

    expect((await step('CarryOver', { id: item.id, week: WEEK })).userErrors).toMatchObject([
      { field: 'week' },
    ]);
    const carried = await step('CarryOver', { id: item.id, note: '等待设备' });
    expect(carried.item).toMatchObject({ week: weeksAfter(WEEK, 1), carriedOver: 1 });
    const strange = { id: item.id, readings: [{ key: 'rsrp', value: 12 }] };
    expect((await step('Finish', strange)).userErrors).toMatchObject([{ field: 'readings' }]);
    const readings = [
      { key: 'sinr', value: 14 },
      { key: 'downloadSpeed', value: 320 },
    ];
    const done = await step('Finish', { id: item.id, readings, answer: '已完成优化' });
    expect(done.item).toMatchObject({ stage: 'DONE', after: readings });
    expect(await answersOf(slow.id)).toMatchObject({ status: 'ANSWERED' });
    expect(await figuresOf('weeklyPlans')).toEqual({
      ...{
        tuningNew: 2,
        tuningWaiting: 1,
        tuningTasks: 1,
        tuningDone: 1,
        tuningCarried: 1,
        tuningImproved: 1,
      },
    });
  });
});

describe('repairs of base stations', () => {
  test('name indicators and fault point; the same station again within thirty days is a repeat', async () => {
    const broken = { details: { stationId: 'SZ-1187', rsrp: -120 } };
    await investigated('STATION_FAULT', broken);
    const visit = { outlet: 'REPAIR_VISIT', site: 'SZ-1187', checked: 'RRU 驻波告警', answer: '已安排上站' };
    const first = await step('Plan', visit);
    expect(first.item).toMatchObject({ repeated: false, title: '幸福路 1 号' });
    const repaired = await step('Finish', { id: first.item.id, faultPoint: '传输板卡', answer: '已修复' });
    expect(repaired.item).toMatchObject({ stage: 'DONE', faultPoint: '传输板卡' });
    await investigated('STATION_FAULT', { ...broken, person: '吴先生' });
    const second = await step('Plan', visit);
    expect(second.item).toMatchObject({ repeated: true });
    expect(await figuresOf('repairs')).toMatchObject({
      ...{ stationFaults: 2, repairsWaiting: 1, visits: 2, repaired: 1, repeatFaults: 1 },
    });
  });
});

describe('whoever plans', () => {
  test('answers in no complaint of which they are recused', async () => {
    const named = await investigated('STATION_FAULT', { details: { stationId: 'SZ-2' } });
    const { viewer } = await ask(supervisor, '{ viewer { member { id } } }');
    await act('Recuse', { id: named.id, memberId: viewer.member.id, reason: '亲属' }, supervisor);
    const { news } = await step('Plan', { outlet: 'REPAIR_VISIT', site: 'SZ-2', answer: '已安排上站' });
    expect(news.told).toMatchObject([{ outcome: 'NOT_TOLD', reason: expect.stringContaining('recused') }]);
  });

  test('drafts where answers are approved before they go out', async () => {
    const administrator = await api.signedIn(office, 'ADMINISTRATOR');
    const { organizationSet } = await ask(
      administrator,
      'mutation { organizationSet(input: { answerNeedsApproval: true }) { userErrors { message } } }',
    );
    expect(organizationSet.userErrors).toEqual([]);
    const { id } = await investigated('STATION_FAULT', { details: { stationId: 'SZ-3' } });
    const { news } = await step('Plan', { outlet: 'REPAIR_VISIT', site: 'SZ-3', answer: '已安排上站' });
    expect(news.told).toMatchObject([{ outcome: 'DRAFTED' }]);
    expect(await answersOf(id)).toMatchObject({ answers: [{ text: '已安排上站', status: 'DRAFT' }] });
  });

  test('is of the office: an auditor looks on, and knows the lists', async () => {
    const auditor = await api.signedIn(office, 'AUDITOR');
    expect((await sitesOf('REPAIR_VISIT', auditor)).length).toBeGreaterThan(0);
    const { userErrors } = await step('Plan', { outlet: 'REPAIR_VISIT', site: 'SZ-2' }, auditor);
    expect(userErrors).toMatchObject([{ code: 'FORBIDDEN' }]);
    const { errors } = await api.graphql(supervisor, '{ engineeringSites(outlet: "NO_SUCH") { site } }');
    expect(errors?.[0]?.extensions.code).toBe('BAD_USER_INPUT');
  });
});
