import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { ROLES, type SystemActor } from '@huiyin/domain';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { verifyHistory } from '../../casework/verify.ts';
import { uuidOf } from '../../graphql/global-id.ts';
import {
  type CallerHeaders,
  openTestApi,
  type TestApi,
  type TestOrganization,
} from '../../testing/api.fixture.ts';

/** How long things are kept: set by the administrator, shown before it happens, and then it happens. */

const PERIODS = '{ periods { kind months leastMonths } due { kind dueOn held complaint { number } sheet } }';

let api: TestApi;
let office: TestOrganization;
let administrator: CallerHeaders;
let supervisor: CallerHeaders;

beforeAll(async () => {
  api = await openTestApi();
  office = await api.organization('TOURISM', ROLES);
  administrator = await api.signedIn(office, 'ADMINISTRATOR');
  supervisor = await api.signedIn(office, 'SUPERVISOR');
});
afterAll(() => api.close());

async function act(caller: CallerHeaders, mutation: string) {
  const { data, errors } = await api.graphql(caller, `mutation { done: ${mutation} }`);
  expect(errors).toBeUndefined();
  return data.done;
}

async function done(caller: CallerHeaders, mutation: string) {
  const answer = await act(caller, mutation);
  expect(answer.userErrors).toEqual([]);
  return answer;
}

const retention = async () => (await api.graphql(administrator, `{ retention ${PERIODS} }`)).data.retention;

/** As if it had been over for years; its next change sets that right again. */
function age(id: string, years: number): Promise<void> {
  return api.office.tamper(
    `update complaint set status_since = now() - make_interval(years => $2) where id = $1`,
    [uuidOf(id, 'Complaint'), years],
  );
}

/** A matter that was over years ago, with a file. */
async function old(years: number): Promise<{ id: string; number: string; file: string }> {
  const { complaint } = await done(
    supervisor,
    `complaintRegister(input: { kind: COMPLAINT, channel: PHONE, disclosure: NAMED, content: "退款纠纷 ${years}",
      complainant: { name: "欧阳若琳", phone: "1398765432${years}" } }) { complaint { id number } userErrors { message } }`,
  );
  const file = await api.upload(supervisor, '收据.txt', `收据 ${years} ${complaint.number}`);
  await done(
    supervisor,
    `complaintAddEvidence(input: { id: "${complaint.id}", title: "收据", file: "${file}" }) { userErrors { message } }`,
  );
  await done(
    supervisor,
    `complaintWithdraw(input: { id: "${complaint.id}", reason: SETTLED }) { userErrors { message } }`,
  );
  await age(complaint.id, years);
  return { ...complaint, file };
}

/** As if the periods had been set long ago. */
async function noticeIsOver(): Promise<void> {
  await api.office.tamper(
    `update organization set settings = replace(settings::text, (settings #>> '{retention,PERSONAL_DATA,since}'), '2020-01-01')::jsonb
      where tenant_id = $1`,
    [office.tenantId],
  );
  api.office.services.casework.offices.forget(office.tenantId);
}

function carryOut(): Promise<number> {
  const system: SystemActor = { kind: 'system', tenantId: office.tenantId, task: '定时 / timer' };
  return api.office.services.retentions.carryOut(system);
}

const wordsOf = async (id: string) =>
  (
    await api.graphql(
      supervisor,
      `{ complaint(id: "${id}") { content complainant { name } evidence { title } } }`,
    )
  ).data.complaint;

test('nothing is erased until a period is set, and none is set below its minimum', async () => {
  await old(9);
  expect(await carryOut()).toBe(0);
  const { userErrors } = await act(
    administrator,
    'retentionSet(input: { kind: PERSONAL_DATA, months: 12 }) { userErrors { code field } }',
  );
  expect(userErrors).toEqual([{ code: 'INVALID', field: 'months' }]);
  expect((await retention()).periods).toMatchObject([{ months: null }, { months: null }, { months: null }]);
});

describe('once a period is set', () => {
  test('what goes is shown, and stays until the notice is over', async () => {
    const gone = await old(8);
    const recent = await old(1);
    await done(
      administrator,
      'retentionSet(input: { kind: PERSONAL_DATA, months: 60 }) { userErrors { code } }',
    );
    const { data } = await api.graphql(
      administrator,
      '{ officeEvents(first: 1) { edges { node { kind subject changes { after } } } } }',
    );
    expect(data.officeEvents.edges[0].node).toEqual({
      ...{ kind: 'RETENTION_SET', subject: '个人信息', changes: [{ after: '60' }] },
    });
    const { due } = await retention();
    expect(due).toContainEqual(expect.objectContaining({ complaint: { number: gone.number }, held: false }));
    expect(JSON.stringify(due)).not.toContain(recent.number);
    expect(await carryOut()).toBe(0);
    expect(await wordsOf(gone.id)).toMatchObject({ content: '退款纠纷 8' });
  });

  test('it goes: words, person and file; what is held, and what is not due, stays; all of it verifies', async () => {
    const gone = await old(7);
    const held = await old(6);
    const recent = await old(2);
    await done(
      supervisor,
      `complaintHoldErasure(input: { id: "${held.id}", reason: "诉讼未结" }) { userErrors { message } }`,
    );
    await age(held.id, 6);
    await noticeIsOver();
    expect((await retention()).due).toContainEqual(
      expect.objectContaining({ complaint: { number: held.number }, held: true }),
    );
    expect(await carryOut()).toBeGreaterThan(0);
    const left = await wordsOf(gone.id);
    expect(left.content).toContain('erased');
    expect(left.complainant?.name ?? null).toBeNull();
    const actor = { tenantId: office.tenantId };
    expect(await api.office.services.files.find(actor, gone.file)).toBeUndefined();
    const kept = (file: string) =>
      existsSync(join(api.office.filesFolder, office.tenantId, file.slice(0, 2), file));
    expect([gone, held].map(({ file }) => kept(file))).toEqual([false, true]);
    for (const { id, file } of [held, recent]) {
      expect((await wordsOf(id)).content).toContain('退款纠纷');
      expect(await api.office.services.files.find(actor, file)).toBeDefined();
    }
    const verified = await verifyHistory(api.office.database, { ...actor, kind: 'system', task: 'verify' });
    expect(verified.faults).toEqual([]);
    expect((await api.office.services.files.verify(actor)).faults).toEqual([]);
    await done(
      supervisor,
      `complaintReleaseHold(input: { id: "${held.id}", reason: "判决生效" }) { userErrors { message } }`,
    );
    await age(held.id, 6);
    expect(await carryOut()).toBe(1);
    expect((await wordsOf(held.id)).content).toContain('erased');
  });

  test('a file that another complaint still holds stays', async () => {
    const one = await old(6);
    const other = await old(2);
    await done(
      supervisor,
      `complaintAddEvidence(input: { id: "${other.id}", title: "同一收据", file: "${one.file}" }) { userErrors { message } }`,
    );
    expect(await carryOut()).toBe(1);
    expect(await api.office.services.files.find({ tenantId: office.tenantId }, one.file)).toBeDefined();
  });
});

test('words that vanish or change without an erasure are found', async () => {
  const { id } = await old(1);
  const uuid = uuidOf(id, 'Complaint');
  const actor: SystemActor = { kind: 'system', tenantId: office.tenantId, task: 'verify' };
  const faults = async () => (await verifyHistory(api.office.database, actor)).faults;
  await api.office.tamper(
    `update event_words set said = jsonb_set(said, '{/content}', '"改过"') where complaint_id = $1 and seq = 1`,
    [uuid],
  );
  expect(await faults()).toEqual([{ complaintId: uuid, seq: 1, fault: 'CHANGED' }]);
  await api.office.tamper('delete from event_words where complaint_id = $1 and seq = 1', [uuid]);
  expect(await faults()).toEqual([{ complaintId: uuid, seq: 1, fault: 'WORDS_MISSING' }]);
});

test('an imported sheet goes with its first rows and its refused rows; what was taken in stays', async () => {
  const other = await api.organization('TOURISM', ['SUPERVISOR', 'ADMINISTRATOR']);
  const by = await api.signedIn(other, 'SUPERVISOR');
  const file = await api.upload(
    by,
    '登记表.csv',
    '编号,登记日期,渠道,投诉人,投诉内容\nB-1,2025-12-30,电话,司马青,排队太久\nB-2,2025-13-30,电话,司马青,退票\n',
  );
  const made = await done(
    by,
    `importCreate(input: { file: "${file}", kind: COMPLAINTS }) { import { id } userErrors { message } }`,
  );
  await done(by, `importStart(input: { id: "${made.import.id}" }) { userErrors { message } }`);
  await api.office.finishJobs();
  await done(
    await api.signedIn(other, 'ADMINISTRATOR'),
    'retentionSet(input: { kind: IMPORTS, months: 1 }) { userErrors { code } }',
  );
  await api.office.tamper(`update import set finished_at = now() - interval '1 year' where tenant_id = $1`, [
    other.tenantId,
  ]);
  await api.office.tamper(
    `update organization set settings = jsonb_set(settings, '{retention,IMPORTS,since}', '"2020-01-01"') where tenant_id = $1`,
    [other.tenantId],
  );
  api.office.services.casework.offices.forget(other.tenantId);
  const system: SystemActor = { kind: 'system', tenantId: other.tenantId, task: '定时 / timer' };
  expect(await api.office.services.retentions.carryOut(system)).toBe(1);
  expect(await api.office.services.files.find(system, file)).toBeUndefined();
  const { data } = await api.graphql(
    by,
    `{ import(id: "${made.import.id}") { accepted refused columns { samples } problems { line } } }`,
  );
  expect(data.import).toMatchObject({ accepted: 1, refused: 1, problems: [] });
  expect(data.import.columns.flatMap(({ samples }: { samples: string[] }) => samples)).toEqual([]);
});

test('another organisation’s periods are its own, and members without the part see none', async () => {
  const other = await api.organization('TOURISM', ['ADMINISTRATOR']);
  const { data } = await api.graphql(await api.signedIn(other, 'ADMINISTRATOR'), `{ retention ${PERIODS} }`);
  expect(data.retention).toMatchObject({ due: [], periods: [{ months: null }, {}, {}] });
  const { errors } = await api.graphql(supervisor, `{ retention ${PERIODS} }`);
  expect(errors?.[0]?.extensions.code).toBe('FORBIDDEN');
});
