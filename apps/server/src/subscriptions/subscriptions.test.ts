import type { Client } from 'graphql-ws';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { CallerHeaders, TestOrganization } from '../testing/api.fixture.ts';
import { type LiveServer, openLiveServer } from '../testing/live.fixture.ts';
import { type Changes, Mailbox } from './mailbox.ts';

/** Two servers on one database: what is done at the one is told at the other, to those who may know of it. */

const ORIGIN = 'http://localhost:4000';
const WATCH = `subscription ($id: ID) { complaintsChanged(id: $id) { complaints { complaint { id number } version } more } }`;
const REGISTER = `mutation ($input: ComplaintRegisterInput!) {
  complaintRegister(input: $input) { complaint { id } userErrors { code message } } }`;
const NOTE = `mutation ($input: ComplaintNoteInput!) {
  complaintNote(input: $input) { complaint { version } userErrors { code message } } }`;
const BEGINNING: Changes = { complaints: [], more: true };

let here: LiveServer;
let there: LiveServer;
let ours: TestOrganization;
let theirs: TestOrganization;
const clients: Client[] = [];

beforeAll(async () => {
  here = await openLiveServer();
  there = await openLiveServer(here);
  ours = await here.api.organization('DRUG_REGULATION', ['HANDLER', 'SUPERVISOR', 'ADMINISTRATOR']);
  theirs = await here.api.organization('DRUG_REGULATION', ['SUPERVISOR']);
});
afterEach(async () => {
  for (const client of clients.splice(0)) await client.dispose();
});
afterAll(async () => {
  await there.close();
  await here.close();
});

type Letters = () => Promise<Changes>;

/** Watches from now on; the letter that says so has come. */
async function watching(client: Client, variables: { id?: string } = {}): Promise<Letters> {
  clients.push(client);
  const letters = client.iterate<{ complaintsChanged: Changes }>({ query: WATCH, variables });
  const next: Letters = async () => {
    const { value } = await letters.next();
    if (!value?.data) throw new Error(`No letter: ${JSON.stringify(value)}`);
    return value.data.complaintsChanged;
  };
  expect(await next()).toEqual(BEGINNING);
  return next;
}

async function register(server: LiveServer, caller: CallerHeaders, more: object = {}): Promise<string> {
  const input = {
    kind: 'COMPLAINT',
    channel: 'PHONE',
    disclosure: 'ANONYMOUS',
    content: '药品过期',
    ...more,
  };
  const { data } = await server.api.graphql(caller, REGISTER, { input });
  expect(data.complaintRegister.userErrors).toEqual([]);
  return data.complaintRegister.complaint.id;
}

async function note(server: LiveServer, caller: CallerHeaders, id: string): Promise<number> {
  const { data } = await server.api.graphql(caller, NOTE, { input: { id, text: '已电话核实' } });
  expect(data.complaintNote.userErrors).toEqual([]);
  return data.complaintNote.complaint.version;
}

const idsIn = ({ complaints }: Changes): string[] => complaints.map(({ complaint }) => complaint.id);

/** The code with which a socket ends. */
async function endOf(
  client: Client,
  during: () => Promise<unknown> = async () => undefined,
): Promise<number> {
  clients.push(client);
  const ended = new Promise<number>((resolve) => {
    client.on('closed', (event) => resolve((event as { code: number }).code));
  });
  const letters = client.iterate({ query: WATCH });
  const began = letters.next().catch(() => undefined);
  await began;
  const over = letters.next().catch(() => undefined);
  await during();
  const code = await ended;
  await over;
  return code;
}

describe('what is done at one server is told at the other', () => {
  test('with its number and version, and by that it can be read', async () => {
    const caller = await here.api.signedIn(ours, 'SUPERVISOR');
    const letters = await watching(there.client(caller));
    const id = await register(here, caller);
    const { complaints, more } = await letters();
    expect({ ids: complaints.map(({ complaint }) => complaint.id), more }).toEqual({
      ids: [id],
      more: false,
    });
    const { data } = await there.api.graphql(
      caller,
      '{ complaints { edges { node { id number version } } } }',
    );
    const [newest] = data.complaints.edges;
    expect(complaints).toEqual([
      { complaint: { id, number: newest.node.number }, version: newest.node.version },
    ]);
  });

  test('of one complaint, to whoever asked for that one alone', async () => {
    const caller = await here.api.signedIn(ours, 'SUPERVISOR');
    const [wanted, other] = [await register(here, caller), await register(here, caller)];
    const letters = await watching(there.client(caller), { id: wanted });
    await note(here, caller, other);
    const version = await note(here, caller, wanted);
    expect((await letters()).complaints).toMatchObject([{ complaint: { id: wanted }, version }]);
  });

  test('to a program with a key', async () => {
    const key = await here.api.keyOf(ours);
    const letters = await watching(there.client({}, { ...key }));
    const id = await register(here, key);
    expect(idsIn(await letters())).toEqual([id]);
  });
});

describe('nobody is told what they may not know', () => {
  test('nothing of another organisation arrives, whatever id is asked for', async () => {
    const [us, them] = [
      await here.api.signedIn(ours, 'SUPERVISOR'),
      await here.api.signedIn(theirs, 'SUPERVISOR'),
    ];
    const foreign = await register(here, us);
    const client = there.client(them);
    const [all, one] = [await watching(client), await watching(client, { id: foreign })];
    let heard = 0;
    void one().then(
      () => {
        heard += 1;
      },
      () => undefined,
    );
    await note(here, us, foreign);
    const own = await register(here, them);
    expect(idsIn(await all())).toEqual([own]);
    expect(heard).toBe(0);
  });

  test('of the restricted track, only those learn who may read it', async () => {
    const supervisor = await here.api.signedIn(ours, 'SUPERVISOR');
    const handler = await here.api.signedIn(ours, 'HANDLER');
    const [told, others] = [await watching(there.client(supervisor)), await watching(there.client(handler))];
    const restricted = await register(here, supervisor, { classification: 'STAFF_CONDUCT' });
    expect(idsIn(await told())).toEqual([restricted]);
    const open = await register(here, supervisor);
    expect(idsIn(await others())).toEqual([open]);
  });
});

describe('a socket is for those who may call', () => {
  test('not for nobody, nor for a key that is none', async () => {
    expect(await endOf(here.client({ origin: ORIGIN }))).toBe(4401);
    expect(await endOf(here.client({}, { authorization: 'Bearer hy_none' }))).toBe(4401);
  });

  test('not for the page of another site that is sent with a visitor’s cookie', async () => {
    const { cookie = '' } = await here.api.signedIn(ours, 'SUPERVISOR');
    for (const origin of ['https://elsewhere.example', 'null', '']) {
      expect(await endOf(here.client({ cookie, origin }))).toBe(4403);
    }
  });

  test('and no longer once they have signed out', async () => {
    const caller = await here.api.signedIn(ours, 'SUPERVISOR');
    expect(await endOf(here.client(caller), () => here.api.post('/api/auth/sign-out', {}, caller))).toBe(
      4401,
    );
  });

  test('nor with a key that was revoked, at whatever server', async () => {
    const administrator = await here.api.signedIn(ours, 'ADMINISTRATOR');
    const made = await here.api.graphql(
      administrator,
      'mutation { apiKeyCreate(input: { name: "k", scopes: [COMPLAINTS_READ] }) { apiKey { id } secret } }',
    );
    const { apiKey, secret } = made.data.apiKeyCreate;
    const revoke = () =>
      here.api.graphql(
        administrator,
        'mutation ($id: ID!) { apiKeyRevoke(input: { id: $id }) { userErrors { code } } }',
        { id: apiKey.id },
      );
    const authorization = `Bearer ${secret}`;
    expect(await endOf(there.client({}, { authorization }), revoke)).toBe(4401);
  }, 30_000);

  test('without the scope to read complaints nothing is watched', async () => {
    const key = await here.api.keyOf(ours, ['reports:read']);
    const client = here.client({}, { ...key });
    clients.push(client);
    await expect(client.iterate({ query: WATCH }).next()).resolves.toMatchObject({
      value: { errors: [{ extensions: { code: 'FORBIDDEN' } }] },
    });
  });

  test('and carries subscriptions alone, as HTTP carries none', async () => {
    const caller = await here.api.signedIn(ours, 'SUPERVISOR');
    const client = here.client({ ...caller, 'accept-language': 'zh-CN' });
    clients.push(client);
    await expect(client.iterate({ query: '{ viewer { kind } }' }).next()).rejects.toMatchObject([
      { message: expect.stringContaining('只用于订阅'), extensions: { code: 'BAD_USER_INPUT' } },
    ]);
    const { errors } = await here.api.graphql(caller, WATCH);
    expect(errors).toMatchObject([{ extensions: { code: 'BAD_REQUEST' } }]);
  });
});

test('after the ear was lost, everybody is told to read anew', async () => {
  const caller = await here.api.signedIn(ours, 'SUPERVISOR');
  const letters = await watching(there.client(caller));
  await here.api.office.tamper(
    `select pg_terminate_backend(pid) from pg_stat_activity
     where datname = current_database() and application_name = $1`,
    ['huiyin listener'],
  );
  expect(await letters()).toEqual(BEGINNING);
  const id = await register(here, caller);
  expect(idsIn(await letters())).toEqual([id]);
});

test('a server that stops says goodbye to its sockets, and ends', async () => {
  const leaving = await openLiveServer(here);
  const caller = await here.api.signedIn(ours, 'SUPERVISOR');
  expect(await endOf(leaving.client(caller), () => leaving.close())).toBe(1001);
});

test('whoever reads slowly gets several changes as one, and of very many that there were more', async () => {
  const mailbox = new Mailbox(() => undefined);
  expect((await mailbox.next()).value).toEqual(BEGINNING);
  const change = (place: number, version: number) => ({
    ...{ complaint: { id: `id-${place}`, number: `TS-${place}` }, version },
  });
  mailbox.put([change(1, 2), change(2, 2)]);
  mailbox.put([change(1, 3)]);
  expect((await mailbox.next()).value).toEqual({ complaints: [change(2, 2), change(1, 3)], more: false });
  for (let place = 0; place < 1_000; place += 1) mailbox.put([change(place, 2)]);
  const { complaints, more } = (await mailbox.next()).value as Changes;
  expect(more).toBe(true);
  expect(complaints.length).toBeLessThanOrEqual(100);
});
