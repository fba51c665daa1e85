import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  type CallerHeaders,
  openTestApi,
  type TestApi,
  type TestOrganization,
} from '../../testing/api.fixture.ts';

let api: TestApi;
let office: TestOrganization;
let handler: CallerHeaders;
let supervisor: CallerHeaders;
let administrator: CallerHeaders;

beforeAll(async () => {
  api = await openTestApi();
  office = await api.organization('TELECOM', ['HANDLER', 'SUPERVISOR', 'ADMINISTRATOR', 'AUDITOR']);
  handler = await api.signedIn(office, 'HANDLER');
  supervisor = await api.signedIn(office, 'SUPERVISOR');
  administrator = await api.signedIn(office, 'ADMINISTRATOR');
});
afterAll(() => api.close());

const MATTER = {
  ...{ kind: 'COMPLAINT', channel: 'PHONE', disclosure: 'NAMED', content: '家中没有信号，已持续一周' },
  complainant: { name: '王小明', phone: '13800000001' },
  category: 'COVERAGE',
  details: { telecom: { service: 'MOBILE', area: 'URBAN', place: { address: '幸福路 1 号' } } },
};

type Fields = Readonly<Record<string, unknown>>;

/** Calls a mutation `complaint<verb>`; its payload. */
async function call(caller: CallerHeaders, verb: string, input: Fields) {
  const { data, errors } = await api.graphql(
    caller,
    `mutation ($input: Complaint${verb}Input!) { payload: complaint${verb}(input: $input) {
      complaint { id number version status title promises { status dueAt } evidence { id title url sha256 }
        complainant { name phone masked } clocks { label state dueAt provisional }
        allowedActions { action allowed reason } }
      userErrors { code field message } } }`,
    { input },
  );
  expect(errors).toBeUndefined();
  return data.payload;
}

async function register(changes: Fields = {}): Promise<{ id: string; version: number; number: string }> {
  const payload = await call(handler, 'Register', { ...MATTER, ...changes });
  expect(payload.userErrors).toEqual([]);
  return payload.complaint;
}

describe('a complaint from the call to the close', () => {
  test('is registered, accepted, promised, answered, followed up and closed', async () => {
    const { id } = await register();
    const step = async (verb: string, input: Fields = {}) => {
      const payload = await call(handler, verb, { id, ...input });
      expect({ verb, errors: payload.userErrors }).toEqual({ verb, errors: [] });
      return payload.complaint;
    };
    await step('Accept');
    const promised = await step('Promise', {
      dueAt: new Date(Date.now() + 86_400_000).toISOString(),
      text: '明天答复您',
    });
    expect(promised.promises).toMatchObject([{ status: 'OPEN' }]);
    await step('NotifyDecision', { via: 'PHONE' });
    await step('Conclude', { finding: 'SUBSTANTIATED', facts: '弱覆盖' });
    const answered = await step('Answer', { text: '已列入建站计划', via: 'PHONE', final: true });
    expect(answered.promises).toMatchObject([{ status: 'KEPT' }]);
    await step('FollowUp', { result: 'SATISFIED', resolved: true });
    await step('StateCause', { cause: 'WEAK_COVERAGE' });
    const closed = await step('Close', { summary: '列入建站计划' });
    expect(closed.status).toBe('CLOSED');
    const accept = closed.allowedActions.find(({ action }: { action: string }) => action === 'ACCEPT');
    expect(accept.allowed).toBe(false);
    expect(accept.reason).toBeTruthy();
  });

  test('two handlers never overwrite one another: a stale version is told, with the newer state', async () => {
    const { id, version } = await register();
    await call(handler, 'Note', { id, version, text: '第一条' });
    const late = await call(supervisor, 'Note', { id, version, text: '第二条' });
    expect(late.userErrors).toMatchObject([{ code: 'CONFLICT', field: 'version' }]);
    expect(late.complaint.version).toBe(version + 1);
  });

  test('the same call again, under its key, registers nothing twice', async () => {
    const idempotencyKey = 'call-of-monday-morning';
    const first = await register({ idempotencyKey });
    const again = await register({ idempotencyKey });
    expect(again.number).toBe(first.number);
  });

  test('a refusal names the field and says what to do, in the language of the caller', async () => {
    const refused = await call({ ...handler, 'accept-language': 'zh-CN' }, 'Register', {
      ...MATTER,
      category: 'NONSENSE',
    });
    expect(refused.complaint).toBeNull();
    expect(refused.userErrors[0]).toMatchObject({ code: 'INVALID', field: 'category' });
    expect(refused.userErrors[0].message).toMatch(/[一-龥]/);
  });
});

test('variables that the operation does not take are the caller’s to correct', async () => {
  const { errors } = await api.graphql(
    handler,
    `mutation ($input: ComplaintNoteInput!) { complaintNote(input: $input) { userErrors { code } } }`,
    { input: { text: 'x', nonsense: 1 } },
  );
  expect(errors?.[0]?.extensions.code).toBe('BAD_USER_INPUT');
});

describe('identities', () => {
  test('in confidence: masked for everybody, until revealed with a reason that stays', async () => {
    const { id } = await register({ disclosure: 'CONFIDENTIAL' });
    const seen = await call(supervisor, 'Note', { id, text: '看一下' });
    expect(seen.complaint.complainant).toEqual({ name: '王**', phone: '138****0001', masked: true });
    const bare = await call(supervisor, 'Reveal', { id, reason: ' ' });
    expect(bare.userErrors[0]).toMatchObject({ code: 'REQUIRED', field: 'reason' });
    const revealed = await call(supervisor, 'Reveal', { id, reason: '回访需要电话' });
    expect(revealed.complaint.complainant).toMatchObject({ name: '王小明', phone: '13800000001' });
  });
});

describe('evidence', () => {
  test('a file is kept by what it holds and served as an attachment to those on the case', async () => {
    const { id } = await register();
    const file = await api.upload(handler, '信号截图.txt', 'RSRP -112 dBm');
    const { complaint, userErrors } = await call(handler, 'AddEvidence', { id, title: '信号截图', file });
    expect(userErrors).toEqual([]);
    expect(complaint.evidence).toMatchObject([{ title: '信号截图', sha256: file }]);
    const url = complaint.evidence[0].url;
    const served = await api.app.inject({ method: 'GET', url, headers: handler });
    expect(served.statusCode).toBe(200);
    expect(served.body).toBe('RSRP -112 dBm');
    expect(served.headers).toMatchObject({ 'x-content-type-options': 'nosniff' });
    expect(served.headers['content-disposition']).toMatch(/^attachment; .*%E4%BF%A1%E5%8F%B7/);
    const auditor = await api.signedIn(office, 'AUDITOR');
    expect((await api.app.inject({ method: 'GET', url, headers: auditor })).statusCode).toBe(403);
  });

  test('a statement in words is superseded, never altered', async () => {
    const { id } = await register();
    const first = await call(handler, 'AddEvidence', { id, title: '陈述', text: '周一开始没有信号' });
    const supersedes = first.complaint.evidence[0].id;
    const second = await call(handler, 'AddEvidence', {
      id,
      title: '陈述',
      text: '周日开始没有信号',
      supersedes,
    });
    expect(second.complaint.evidence).toHaveLength(2);
    const nothing = await call(handler, 'AddEvidence', { id, title: '空' });
    expect(nothing.userErrors).toMatchObject([{ code: 'REQUIRED', field: 'text' }]);
  });

  test('a program is no picture, whatever it is called', async () => {
    await expect(api.upload(handler, 'photo.png', Buffer.from('MZ\x90\x00program'))).rejects.toThrow();
  });
});

describe('finding complaints', () => {
  const LIST = `query ($filter: ComplaintFilterInput) { complaints(first: 100, filter: $filter) { totalCount edges { node { title } } } }`;
  const found = async (filter: Fields): Promise<string[]> => {
    const { data, errors } = await api.graphql(handler, LIST, { filter });
    expect(errors).toBeUndefined();
    return data.complaints.edges.map(({ node }: { node: { title: string } }) => node.title);
  };

  test('by Chinese and English words, whole or within a sentence', async () => {
    await register({ title: '宽带故障', content: '光猫闪红灯 router Archer-X50 offline' });
    expect(await found({ search: '光猫' })).toContain('宽带故障');
    expect(await found({ search: 'archer-x50' })).toContain('宽带故障');
    expect(await found({ search: '地铁' })).toEqual([]);
  });

  test('by what the sector declares', async () => {
    await register({ title: '农村固话', details: { telecom: { service: 'FIXED_LINE', area: 'RURAL' } } });
    expect(await found({ details: { telecom: { area: ['RURAL'] } } })).toEqual(['农村固话']);
  });

  test('a filter is kept under a name, shared, changed and removed by its owner alone', async () => {
    const save = `mutation ($input: SavedViewSaveInput!) { savedViewSave(input: $input) { savedView { id name mine filter } userErrors { code field } } }`;
    const input = { name: '农村', shared: true, filter: { details: { telecom: { area: ['RURAL'] } } } };
    const { data } = await api.graphql(handler, save, { input });
    const view = data.savedViewSave.savedView;
    expect(view).toMatchObject({ name: '农村', mine: true });
    expect(await found(view.filter)).toEqual(['农村固话']);
    const shared = await api.graphql(supervisor, '{ savedViews { id name mine filter } }');
    expect(shared.data.savedViews).toEqual([{ ...view, mine: false }]);
    const remove = `mutation ($input: SavedViewRemoveInput!) { savedViewRemove(input: $input) { removedId userErrors { code } } }`;
    const others = await api.graphql(supervisor, remove, { input: { id: view.id } });
    expect(others.data.savedViewRemove.userErrors).toEqual([{ code: 'NOT_FOUND' }]);
    const own = await api.graphql(handler, remove, { input: { id: view.id } });
    expect(own.data.savedViewRemove.removedId).toBe(view.id);
  });
});

describe('the calendar of a year that was not published', () => {
  const LOAD = `mutation ($input: CalendarLoadInput!) { calendarLoad(input: $input) { userErrors { code field } } }`;
  const nextUnknown = 2031;

  test('is loaded by the administrator, checked, and open clocks are computed anew', async () => {
    const input = {
      year: nextUnknown,
      holidays: [`${nextUnknown}-01-01`],
      makeUpDays: [`${nextUnknown}-01-04`],
    };
    const denied = await api.graphql(handler, LOAD, { input });
    expect(denied.data.calendarLoad.userErrors).toMatchObject([{ code: 'FORBIDDEN' }]);
    const wrong = await api.graphql(administrator, LOAD, { input: { ...input, makeUpDays: ['2030-01-04'] } });
    expect(wrong.data.calendarLoad.userErrors).toEqual([{ code: 'INVALID', field: 'makeUpDays' }]);
    const loaded = await api.graphql(administrator, LOAD, { input });
    expect(loaded.data.calendarLoad.userErrors).toEqual([]);
    await api.office.finishJobs();
    const known = await api.office.services.casework.offices.of({
      ...{ kind: 'system', tenantId: office.tenantId, task: 'test' },
    });
    expect(known.calendar.knows(nextUnknown)).toBe(true);
    expect(known.calendar.isHoliday(`${nextUnknown}-01-01`)).toBe(true);
    expect(known.calendar.isWorkingDay(`${nextUnknown}-01-04`)).toBe(true);
  });

  test('a due time that was provisional moves off the holidays of the year, with the reason, and is settled', async () => {
    const property = await api.organization('PROPERTY', ['SUPERVISOR', 'ADMINISTRATOR']);
    const lead = await api.signedIn(property, 'SUPERVISOR');
    // Ten days from 25 September 2003: no calendar that we know says that the fifth of October was no working day.
    const { complaint } = await call(lead, 'Register', {
      ...{ kind: 'COMPLAINT', channel: 'LETTER', disclosure: 'ANONYMOUS', content: '电梯停运' },
      receivedAt: '2003-09-25T02:00:00.000Z',
    });
    const clock = async () => {
      const { data } = await api.graphql(
        lead,
        'query ($id: ID!) { complaint(id: $id) { clocks { dueAt provisional changes { reason dueAfter } } } }',
        { id: complaint.id },
      );
      return data.complaint.clocks[0];
    };
    expect(await clock()).toEqual({ dueAt: '2003-10-05T15:59:59.999Z', provisional: true, changes: [] });
    const holidays = [1, 2, 3, 4, 5, 6, 7].map((day) => `2003-10-0${day}`);
    const input = { year: 2003, holidays, makeUpDays: ['2003-09-27', '2003-09-28'] };
    const loaded = await api.graphql(await api.signedIn(property, 'ADMINISTRATOR'), LOAD, { input });
    expect(loaded.data.calendarLoad.userErrors).toEqual([]);
    await api.office.finishJobs();
    const dueAt = '2003-10-08T15:59:59.999Z';
    expect(await clock()).toEqual({
      ...{ dueAt, provisional: false },
      changes: [{ reason: expect.stringContaining('2003'), dueAfter: dueAt }],
    });
  });
});
