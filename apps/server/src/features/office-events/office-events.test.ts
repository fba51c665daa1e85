import { ROLES } from '@huiyin/domain';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { verifyOfficeEvents } from '../../casework/office-events.ts';
import {
  type Answer,
  type CallerHeaders,
  openTestApi,
  type TestApi,
  type TestOrganization,
} from '../../testing/api.fixture.ts';

/** What administrators do stays on record: who, when, what it was before and after; and nobody changes it. */

const EVENTS = `query ($filter: OfficeEventFilter, $first: Int, $after: String) {
  officeEvents(filter: $filter, first: $first, after: $after) {
    edges { node { kind by subject reason complaint { number } changes { label before after } } }
    pageInfo { hasNextPage endCursor } } }`;

let api: TestApi;
let office: TestOrganization;
let other: TestOrganization;
let administrator: CallerHeaders;
let supervisor: CallerHeaders;

beforeAll(async () => {
  api = await openTestApi();
  office = await api.organization('TOURISM', ROLES);
  other = await api.organization('TOURISM', ['ADMINISTRATOR']);
  administrator = await api.signedIn(office, 'ADMINISTRATOR');
  supervisor = await api.signedIn(office, 'SUPERVISOR');
});
afterAll(() => api.close());

async function events(caller = administrator, variables: object = {}) {
  const { data } = await api.graphql(caller, EVENTS, variables);
  return data.officeEvents.edges.map(({ node }: { node: object }) => node);
}
const latest = async () => (await events())[0];

async function act(mutation: string, caller = administrator) {
  const { data, errors } = await api.graphql(caller, `mutation { done: ${mutation} }`);
  expect(errors).toBeUndefined();
  expect(data.done.userErrors).toEqual([]);
  return data.done;
}

describe('on record stands', () => {
  test('a setting, with what it was, and nothing where nothing changed', async () => {
    await act('organizationSet(input: { reopenWithinDays: 45, untouchedDays: 3 }) { userErrors { code } }');
    expect(await latest()).toMatchObject({
      ...{ kind: 'SETTINGS_CHANGED', by: 'ADMINISTRATOR' },
      changes: expect.arrayContaining([{ label: 'Reopening window (days)', before: '30', after: '45' }]),
    });
    const before = (await events()).length;
    await act('organizationSet(input: { reopenWithinDays: 45 }) { userErrors { code } }');
    expect(await events()).toHaveLength(before);
  });

  test('a department, a template, a public page, a key, a promise, a calendar', async () => {
    await act('departmentSave(input: { name: "市场科", kind: null }) { userErrors { code } }');
    expect(await latest()).toMatchObject({ kind: 'DEPARTMENT_ADDED', subject: '市场科' });
    await act('answerTemplateSave(input: { name: "已转", text: "您好" }) { userErrors { code } }');
    expect(await latest()).toMatchObject({ kind: 'TEMPLATE_ADDED', subject: '已转' });
    await act('publicPageSave(input: { phone: "12301" }) { userErrors { code } }');
    expect(await latest()).toMatchObject({
      ...{ kind: 'PUBLIC_PAGE_CHANGED', changes: [{ label: 'Telephone', before: null, after: '12301' }] },
    });
    const made = await act(
      'apiKeyCreate(input: { name: "报表", scopes: [REPORTS_READ] }) { apiKey { id } userErrors { code } }',
    );
    expect(await latest()).toMatchObject({ kind: 'KEY_MADE', subject: '报表' });
    await act(`apiKeyRevoke(input: { id: "${made.apiKey.id}" }) { userErrors { code } }`);
    expect(await latest()).toMatchObject({ kind: 'KEY_REVOKED', subject: '报表' });
    await act(
      'deadlineRulePromise(input: { clock: "acceptance", name: "一日告知", amount: 1, unit: WORKING_DAYS }) { userErrors { code } }',
    );
    expect(await latest()).toMatchObject({ kind: 'PROMISE_MADE', subject: '一日告知' });
    await act(
      'calendarLoad(input: { year: 2031, holidays: ["2031-01-01"], makeUpDays: [] }) { userErrors { code } }',
    );
    expect(await latest()).toMatchObject({ kind: 'CALENDAR_LOADED', subject: '2031' });
    await api.office.finishJobs();
    expect(await latest()).toMatchObject({ kind: 'CLOCKS_RECOMPUTED' });
    const { data } = await api.graphql(administrator, '{ calendarEffects { recomputed { complaints } } }');
    expect(data.calendarEffects).toEqual({ recomputed: { complaints: 0 } });
  });

  test('who looked behind a mask, with the reason; and in a hidden complaint that somebody did', async () => {
    const registered = await act(
      `complaintRegister(input: { kind: COMPLAINT, channel: PHONE, disclosure: CONFIDENTIAL, content: "导游强迫购物",
        complainant: { name: "李四", phone: "13800000000" } }) { complaint { id number } userErrors { code } }`,
      supervisor,
    );
    const { id, number } = registered.complaint;
    await act(
      `complaintReveal(input: { id: "${id}", reason: "核对退款账户" }) { userErrors { code } }`,
      supervisor,
    );
    expect(await latest()).toMatchObject({
      ...{ kind: 'IDENTITY_REVEALED', by: 'SUPERVISOR', complaint: { number }, reason: '核对退款账户' },
    });
    await api.office.tamper('update complaint set restricted = true where number = $1', [number]);
    expect(await latest()).toMatchObject({
      ...{ kind: 'IDENTITY_REVEALED', by: 'SUPERVISOR', complaint: null, reason: null },
    });
  });
});

describe('the record', () => {
  test('is narrowed by person, kind and day, and read page by page', async () => {
    const all = await events();
    const { data } = await api.graphql(administrator, '{ organization { members { id role } } }');
    const memberId = data.organization.members.find(({ role }: { role: string }) => role === 'SUPERVISOR').id;
    expect(await events(administrator, { filter: { memberId } })).toEqual([all[0]]);
    const keys = await events(administrator, { filter: { kinds: ['KEY_MADE', 'KEY_REVOKED'] } });
    expect(keys.map(({ kind }: { kind: string }) => kind)).toEqual(['KEY_REVOKED', 'KEY_MADE']);
    expect(await events(administrator, { filter: { to: '2020-01-01' } })).toEqual([]);
    const pages: object[] = [];
    for (let after: string | null = null; ; ) {
      const { data: page }: Answer = await api.graphql(administrator, EVENTS, { first: 2, after });
      const { edges, pageInfo } = page.officeEvents;
      pages.push(...edges.map(({ node }: { node: object }) => node));
      after = pageInfo.endCursor;
      if (!pageInfo.hasNextPage) break;
    }
    expect(pages).toEqual(all);
    expect(all.length).toBeGreaterThan(8);
  });

  test.each(ROLES.filter((role) => role !== 'ADMINISTRATOR' && role !== 'AUDITOR'))(
    'is closed to a %s',
    async (role) => {
      const { errors } = await api.graphql(await api.signedIn(office, role), EVENTS);
      expect(errors?.[0]?.extensions.code).toBe('FORBIDDEN');
    },
  );

  test('is open to the auditor, and closed to keys and other organisations', async () => {
    expect(await events(await api.signedIn(office, 'AUDITOR'))).toEqual(await events());
    const { errors } = await api.graphql(await api.keyOf(office), EVENTS);
    expect(errors?.[0]?.extensions.code).toBe('FORBIDDEN');
    expect(await events(await api.signedIn(other, 'ADMINISTRATOR'))).toEqual([]);
  });

  test('is whole, and a change in it is found', async () => {
    const { database } = api.office;
    const verify = () =>
      verifyOfficeEvents(database, { kind: 'system', tenantId: office.tenantId, task: 'test' });
    expect(await verify()).toMatchObject({ faultAt: undefined });
    await expect(
      database.inTenant(office, (tx) => tx.query({ text: 'delete from office_event', values: [] })),
    ).rejects.toThrow('permission denied');
    await api.office.tamper(`update office_event set subject = '别的' where seq = 3 and tenant_id = $1`, [
      office.tenantId,
    ]);
    expect(await verify()).toMatchObject({ faultAt: 3 });
  });
});
