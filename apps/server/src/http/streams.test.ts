import { once } from 'node:events';
import { createServer, get, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createClient, type ExecutionResult } from 'graphql-sse';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { CallerHeaders, TestOrganization } from '../testing/api.fixture.ts';
import { type LiveServer, openLiveServer } from '../testing/live.fixture.ts';
import { sendAll } from './streams.ts';

/** Two servers on one database: what is done at the one is told in the event stream of the other. */

const WATCH = 'subscription { complaintsChanged { complaints { complaint { id } } more } }';
const BEGINNING = { data: { complaintsChanged: { complaints: [], more: true } } };

let here: LiveServer;
let there: LiveServer;
let ours: TestOrganization;

beforeAll(async () => {
  here = await openLiveServer();
  there = await openLiveServer(here);
  ours = await here.api.organization('DRUG_REGULATION', ['HANDLER', 'SUPERVISOR', 'ADMINISTRATOR']);
});
afterAll(async () => {
  await there.close();
  await here.close();
});

const addressOf = ({ port }: LiveServer): string => `http://127.0.0.1:${port}/graphql/stream`;

/** What a client of the protocol reads at a server. */
function letters(server: LiveServer, headers: CallerHeaders, query = WATCH) {
  const client = createClient({ url: addressOf(server), headers: { ...headers }, retryAttempts: 0 });
  return client.iterate({ query });
}

async function register(caller: CallerHeaders): Promise<string> {
  const { data } = await here.api.graphql(
    caller,
    `mutation { complaintRegister(input: { kind: COMPLAINT, channel: PHONE, disclosure: ANONYMOUS, content: "药品过期" }) {
      complaint { id } userErrors { message } } }`,
  );
  expect(data.complaintRegister.userErrors).toEqual([]);
  return data.complaintRegister.complaint.id;
}

const isTold = (id: string) => ({
  data: { complaintsChanged: { complaints: [{ complaint: { id } }], more: false } },
});

async function madeKey(): Promise<{ readonly key: CallerHeaders; revoke(): Promise<unknown> }> {
  const administrator = await here.api.signedIn(ours, 'ADMINISTRATOR');
  const { data } = await here.api.graphql(
    administrator,
    'mutation { apiKeyCreate(input: { name: "k", scopes: [COMPLAINTS_READ] }) { apiKey { id } secret } }',
  );
  const { apiKey, secret } = data.apiKeyCreate;
  return {
    key: { authorization: `Bearer ${secret}` },
    revoke: () =>
      here.api.graphql(
        administrator,
        'mutation ($id: ID!) { apiKeyRevoke(input: { id: $id }) { userErrors { code } } }',
        { id: apiKey.id },
      ),
  };
}

describe('what is done at one server is told in the stream of another', () => {
  test('to a program with a key', async () => {
    const key = await here.api.keyOf(ours);
    const told = letters(there, key);
    expect((await told.next()).value).toEqual(BEGINNING);
    const id = await register(key);
    expect((await told.next()).value).toEqual(isTold(id));
    await told.return?.();
  });

  test('to a page of ours, as an address that a browser’s EventSource opens', async () => {
    const { cookie = '' } = await here.api.signedIn(ours, 'SUPERVISOR');
    const headers = { cookie, accept: 'text/event-stream', 'sec-fetch-site': 'same-origin' };
    const request = get(`${addressOf(there)}?query=${encodeURIComponent(WATCH)}`, { headers });
    const [answer] = (await once(request, 'response')) as [IncomingMessage];
    expect(answer.headers['content-type']).toBe('text/event-stream; charset=utf-8');
    let said = '';
    for await (const part of answer.setEncoding('utf8')) {
      said += part;
      if (said.includes('event: next')) break;
    }
    expect(said).toBe(`:\n\nevent: next\ndata: ${JSON.stringify(BEGINNING)}\n\n`);
  });
});

describe('a stream is for those who may call', () => {
  const statusOf = async (headers: CallerHeaders, query = WATCH): Promise<number> => {
    const response = await fetch(`${addressOf(here)}?query=${encodeURIComponent(query)}`, {
      headers: { accept: 'text/event-stream', ...headers },
    });
    await response.body?.cancel();
    return response.status;
  };

  test('not for nobody, nor for a key that is none', async () => {
    expect(await statusOf({ 'sec-fetch-site': 'same-origin' })).toBe(401);
    expect(await statusOf({ authorization: 'Bearer hy_none' })).toBe(401);
  });

  test('not for the page of another site that is sent with a visitor’s cookie', async () => {
    const { cookie = '' } = await here.api.signedIn(ours, 'SUPERVISOR');
    expect(await statusOf({ cookie, origin: 'https://elsewhere.example' })).toBe(403);
    expect(await statusOf({ cookie, 'sec-fetch-site': 'cross-site' })).toBe(403);
    expect(await statusOf({ cookie })).toBe(403);
  });

  test('not for more at a time than anybody needs', async () => {
    const key = await here.api.keyOf(ours);
    const many = Array.from({ length: 40 }, () => letters(here, key));
    await Promise.all(many.map((told) => told.next()));
    expect(await statusOf({ ...key })).toBe(429);
    for (const told of many) await told.return?.();
    await expect.poll(() => statusOf({ ...key }), { timeout: 30_000 }).toBe(200);
  }, 60_000);

  test('and says why it ends, once their key is revoked, at whatever server', async () => {
    const { key, revoke } = await madeKey();
    const told = letters(there, key);
    expect((await told.next()).value).toEqual(BEGINNING);
    await revoke();
    expect((await told.next()).value).toMatchObject({
      errors: [{ extensions: { code: 'UNAUTHENTICATED' } }],
    });
    expect(await told.next()).toMatchObject({ done: true });
  }, 30_000);

  test('without the scope to read complaints nothing is watched', async () => {
    const told = letters(here, await here.api.keyOf(ours, ['reports:read']));
    expect((await told.next()).value).toMatchObject({ errors: [{ extensions: { code: 'FORBIDDEN' } }] });
    expect(await told.next()).toMatchObject({ done: true });
  });

  test('and carries subscriptions alone', async () => {
    const told = letters(here, await here.api.keyOf(ours), '{ viewer { kind } }');
    expect((await told.next()).value).toMatchObject({ errors: [{ extensions: { code: 'BAD_USER_INPUT' } }] });
  });

  test('who does not read events, or asks nothing, is told so', async () => {
    const key = await here.api.keyOf(ours);
    expect(await statusOf({ ...key, accept: 'application/json' })).toBe(406);
    const response = await fetch(addressOf(here), {
      ...{ method: 'POST', body: '{"query": 1}' },
      headers: { ...key, accept: 'text/event-stream', 'content-type': 'application/json' },
    });
    expect(response.status).toBe(400);
  });
});

test('a server that stops ends its streams, and ends', async () => {
  const leaving = await openLiveServer(here);
  const told = letters(leaving, await here.api.keyOf(ours));
  expect((await told.next()).value).toEqual(BEGINNING);
  await Promise.all([leaving.close(), expect(told.next()).rejects.toThrow()]);
});

describe('whoever does not read is not written to', () => {
  /** Letters without end to somebody who reads none of them. */
  async function unread() {
    let written = 0;
    let ended = false;
    const over = new AbortController();
    async function* endless(): AsyncGenerator<ExecutionResult<{ text: string }>, void, void> {
      try {
        for (; !over.signal.aborted; written += 1) yield { data: { text: '长'.repeat(50_000) } };
      } finally {
        ended = true;
      }
    }
    const server = createServer((_request, stream) => {
      void sendAll({ stream, letters: endless(), over: over.signal }).then(() => stream.destroy());
    });
    await once(server.listen(0, '127.0.0.1'), 'listening');
    const request = get({ port: (server.address() as AddressInfo).port, host: '127.0.0.1' });
    const [answer] = (await once(request, 'response')) as [IncomingMessage];
    return { over, answer, server, written: () => written, hasEnded: () => ended };
  }

  test('until they read again; and once it is over, nothing is kept for them', async () => {
    const { over, answer, server, written, hasEnded } = await unread();
    let before = -1;
    await expect
      .poll(
        () => {
          const same = before === written();
          before = written();
          return same;
        },
        { timeout: 30_000, interval: 500 },
      )
      .toBe(true);
    const stalledAt = written();
    answer.on('error', () => undefined).resume();
    await expect.poll(written, { timeout: 30_000 }).toBeGreaterThan(stalledAt);
    answer.pause();
    over.abort();
    await expect.poll(hasEnded, { timeout: 30_000 }).toBe(true);
    server.close();
  }, 90_000);
});
