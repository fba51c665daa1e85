import { text } from 'node:stream/consumers';
import { addDays, localDateOf } from '@huiyin/domain';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { fromBufferPromise } from 'yauzl';
import { uuidOf } from '../../graphql/global-id.ts';
import {
  type CallerHeaders,
  openTestApi,
  type TestApi,
  type TestOrganization,
} from '../../testing/api.fixture.ts';

/** A person is found across their complaints, with a reason and on record; what is theirs is handed over, or erased. */

const PHONE = '13912345678';
const REQUEST = `personRequest { id label basis dueOn overdue own completedAt openedBy { name }
  complaints { complaint { id number } fate why until } }`;

let api: TestApi;
let office: TestOrganization;
let supervisor: CallerHeaders;
let administrator: CallerHeaders;

beforeAll(async () => {
  api = await openTestApi();
  office = await api.organization('TOURISM', ['HANDLER', 'SUPERVISOR', 'ADMINISTRATOR']);
  supervisor = await api.signedIn(office, 'SUPERVISOR');
  administrator = await api.signedIn(office, 'ADMINISTRATOR');
});
afterAll(() => api.close());

async function act(caller: CallerHeaders, mutation: string, input: object, selected = 'userErrors { code }') {
  const { data, errors } = await api.graphql(
    caller,
    `mutation ($input: ${mutation[0]?.toUpperCase()}${mutation.slice(1)}Input!) { done: ${mutation}(input: $input) { ${selected} } }`,
    { input },
  );
  expect(errors).toBeUndefined();
  return data.done;
}

async function complaintOf(
  person: { readonly name: string; readonly phone: string },
  changes: object = {},
): Promise<string> {
  const { complaint } = await act(
    supervisor,
    'complaintRegister',
    {
      ...{ kind: 'COMPLAINT', channel: 'PHONE', disclosure: 'NAMED', complainant: person },
      ...{ content: `导游强迫购物，我是${person.name}`, respondent: { name: '某旅行社' }, ...changes },
    },
    'complaint { id } userErrors { message }',
  );
  return complaint.id;
}

const opened = (input: object, caller = supervisor) =>
  act(
    caller,
    'personRequestOpen',
    { reason: '当面核对身份证', ...input },
    `${REQUEST} userErrors { code field }`,
  );

/** So many years ago it was over. */
async function over(id: string, years: number): Promise<void> {
  await act(supervisor, 'complaintWithdraw', { id, reason: 'SETTLED' });
  await api.office.tamper(
    `update complaint set status_since = now() - make_interval(years => $2),
      state = jsonb_set(state, '{statusSince}', to_jsonb(to_char(now() - make_interval(years => $2), 'YYYY-MM-DD"T"HH24:MI:SS"Z"')))
     where id = $1`,
    [uuidOf(id, 'Complaint'), years],
  );
}

async function recordedKinds(): Promise<readonly string[]> {
  const { data } = await api.graphql(administrator, '{ officeEvents(first: 3) { edges { node { kind } } } }');
  return data.officeEvents.edges.map(({ node }: { node: { kind: string } }) => node.kind);
}

/** What an entry of an archive says. */
async function partOf(archive: Buffer, path: string): Promise<string> {
  const zip = await fromBufferPromise(archive);
  for await (const entry of zip.eachEntry())
    if (entry.fileName === path) return text(await zip.openReadStreamPromise(entry));
  throw new Error(`There is no ${path}.`);
}

describe('a person', () => {
  test('is found by the number however it is written, and by the name where others share it', async () => {
    const own = await complaintOf({ name: 'Li Ming', phone: '139 0000-1111' });
    await complaintOf({ name: '其他人', phone: '+86 13900001111' });
    const { personRequest } = await opened({
      kind: 'ACCESS',
      phone: '８６１３９００００１１１１',
      name: 'ｌｉming',
    });
    expect(
      personRequest.complaints.map(({ complaint }: { complaint: { id: string } }) => complaint.id),
    ).toEqual([own]);
    expect((await opened({ kind: 'ACCESS', phone: '13900001111' })).personRequest.complaints).toHaveLength(2);
    expect(personRequest).toMatchObject({ own: true, overdue: false, completedAt: null });
    expect(personRequest.dueOn).toBe(addDays(localDateOf(new Date().toISOString()), 15));
    expect(await recordedKinds()).toContain('PERSON_SEARCHED');
  });

  test('who is not known is not found, and that somebody looked is on record', async () => {
    const { personRequest, userErrors } = await opened({ kind: 'ERASURE', phone: '13800009999' });
    expect([personRequest, userErrors]).toEqual([null, [{ code: 'NOT_FOUND', field: 'phone' }]]);
    expect((await recordedKinds())[0]).toBe('PERSON_SEARCHED');
  });

  test('who complains in confidence is found as a look at who they are, which their complaint tells', async () => {
    const person = { name: '赵敏', phone: '13900002222' };
    const id = await complaintOf(person, { disclosure: 'CONFIDENTIAL' });
    expect((await opened({ kind: 'ACCESS', phone: person.phone })).personRequest.complaints).toHaveLength(1);
    const { data } = await api.graphql(supervisor, `{ complaint(id: "${id}") { history { type } } }`);
    expect(data.complaint.history.map(({ type }: { type: string }) => type)).toContain('REVEALED');
  });

  test.each([
    ['without a reason', { reason: ' ' }, 'reason'],
    ['by too few digits', { phone: '123' }, 'phone'],
    ['with an answer put off too long', { dueOn: '2099-01-01' }, 'dueOn'],
  ])('is not looked for %s', async (_, input, field) => {
    const { userErrors } = await opened({ kind: 'ACCESS', phone: PHONE, ...input });
    expect(userErrors).toEqual([{ code: 'INVALID', field }]);
  });

  test('is looked for by supervisors alone, and never in another organisation', async () => {
    await complaintOf({ name: '王五', phone: '13900003333' });
    const handler = await api.signedIn(office, 'HANDLER');
    for (const caller of [handler, administrator])
      expect((await opened({ kind: 'ACCESS', phone: '13900003333' }, caller)).userErrors).toMatchObject([
        { code: 'FORBIDDEN' },
      ]);
    const other = await api.signedIn(await api.organization('TOURISM', ['SUPERVISOR']), 'SUPERVISOR');
    expect((await opened({ kind: 'ACCESS', phone: '13900003333' }, other)).userErrors).toMatchObject([
      { code: 'NOT_FOUND' },
    ]);
  });
});

describe('what somebody asks to see', () => {
  test('is one archive of what is held of them, for whoever took it in and until it is answered', async () => {
    const person = { name: '孙丽', phone: '13900004444', email: 'sunli@example.com', address: '幸福路<8>号' };
    await complaintOf(person);
    const { personRequest } = await opened({ kind: 'ACCESS', phone: person.phone });
    const url = `/person-requests/${personRequest.id}`;
    const taken = (caller: CallerHeaders) => api.app.inject({ method: 'GET', url, headers: { ...caller } });
    const { statusCode, rawPayload, headers } = await taken(supervisor);
    expect([statusCode, headers['content-type']]).toEqual([200, 'application/zip']);
    const page = await partOf(rawPayload, 'personal-data.html');
    const data = await partOf(rawPayload, 'personal-data.json');
    for (const said of [person.name, person.phone, person.email, '强迫购物']) {
      expect(page).toContain(said);
      expect(data).toContain(said);
    }
    expect(page).toContain('幸福路&lt;8&gt;号');
    expect(await recordedKinds()).toContain('PERSON_DATA_TAKEN');
    const other = await api.signedIn(await api.organization('TOURISM', ['SUPERVISOR']), 'SUPERVISOR');
    for (const caller of [administrator, other]) expect((await taken(caller)).statusCode).toBe(404);
    const done = await act(supervisor, 'personRequestComplete', { id: personRequest.id }, REQUEST);
    expect(done.personRequest.completedAt).not.toBeNull();
    expect((await taken(supervisor)).statusCode).toBe(404);
  });
});

describe('what somebody asks to have erased', () => {
  test('goes where its period is over; of everything else it is said why it stays, and until when', async () => {
    const person = { name: '周杰', phone: PHONE };
    const old = await complaintOf(person);
    const recent = await complaintOf(person);
    const open = await complaintOf(person);
    const held = await complaintOf(person);
    for (const [id, years] of [
      [old, 4],
      [recent, 1],
      [held, 5],
    ] as const)
      await over(id, years);
    await act(supervisor, 'complaintHoldErasure', { id: held, reason: '诉讼未结' });
    const { personRequest } = await opened({ kind: 'ERASURE', phone: PHONE });
    expect(personRequest.complaints).toHaveLength(4);
    const done = await act(
      supervisor,
      'personRequestErase',
      { id: personRequest.id, idempotencyKey: 'erase-1' },
      `${REQUEST} userErrors { message }`,
    );
    expect(done.userErrors).toEqual([]);
    const fates = new Map(
      done.personRequest.complaints.map(
        ({ complaint, fate, until }: { complaint: { id: string }; fate: string; until: string | null }) => [
          complaint.id,
          { fate, until },
        ],
      ),
    );
    expect(fates.get(old)).toEqual({ fate: 'ERASED', until: null });
    expect(fates.get(open)).toEqual({ fate: 'OPEN', until: null });
    expect(fates.get(held)).toEqual({ fate: 'HELD', until: null });
    expect(fates.get(recent)).toMatchObject({ fate: 'KEPT', until: expect.stringMatching(/^20\d\d-/) });
    const contents = async (id: string) =>
      (await api.graphql(supervisor, `{ complaint(id: "${id}") { content } }`)).data.complaint.content;
    expect(await contents(old)).toContain('erased');
    for (const id of [recent, open, held]) expect(await contents(id)).toContain('强迫购物');
    // The same call again erases nothing more and answers the same.
    const again = await act(
      supervisor,
      'personRequestErase',
      { id: personRequest.id, idempotencyKey: 'erase-1' },
      REQUEST,
    );
    expect(again.personRequest).toEqual(done.personRequest);
  });

  test('is not answered as something that was only to be seen', async () => {
    await complaintOf({ name: '吴越', phone: '13900006666' });
    const { personRequest } = await opened({ kind: 'ACCESS', phone: '13900006666' });
    const { userErrors } = await act(supervisor, 'personRequestErase', { id: personRequest.id });
    expect(userErrors).toEqual([{ code: 'NOT_FOUND' }]);
  });
});
