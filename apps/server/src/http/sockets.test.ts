import { once } from 'node:events';
import { GRAPHQL_TRANSPORT_WS_PROTOCOL, MessageType } from 'graphql-ws';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import type { CallerHeaders } from '../testing/api.fixture.ts';
import { type LiveServer, openLiveServer } from '../testing/live.fixture.ts';

/** How a socket ends that does not keep to `graphql-ws`: with the codes that its protocol gives. */

let server: LiveServer;
let key: CallerHeaders;

beforeAll(async () => {
  server = await openLiveServer();
  key = await server.api.keyOf(await server.api.organization('DRUG_REGULATION'));
});
afterAll(() => server.close());

const INIT = { type: MessageType.ConnectionInit };
const SUBSCRIBE = {
  ...{ id: 'one', type: MessageType.Subscribe },
  payload: { query: 'subscription { complaintsChanged { more } }' },
};

/** The code with which a socket ends that says this, one after the other. */
async function codeAfter(...messages: readonly (object | string)[]): Promise<number> {
  const socket = new WebSocket(`ws://127.0.0.1:${server.port}/graphql`, GRAPHQL_TRANSPORT_WS_PROTOCOL, {
    headers: { ...key },
  });
  const ended = once(socket, 'close');
  await once(socket, 'open');
  for (const [place, message] of messages.entries()) {
    socket.send(typeof message === 'string' ? message : JSON.stringify(message));
    if (place === 0 && message === INIT) await once(socket, 'message');
  }
  const [code] = await ended;
  return code;
}

test('what is no message: 4400', async () => {
  expect(await codeAfter('what?')).toBe(4400);
  expect(await codeAfter({ type: 'unheard of' })).toBe(4400);
});

test('a subscription before it was said who calls: 4401', async () => {
  expect(await codeAfter(SUBSCRIBE)).toBe(4401);
});

test('never saying who calls: 4408', async () => {
  expect(await codeAfter()).toBe(4408);
});

test('two subscriptions under one id: 4409', async () => {
  expect(await codeAfter(INIT, SUBSCRIBE, SUBSCRIBE)).toBe(4409);
});

test('saying twice who calls: 4429', async () => {
  expect(await codeAfter(INIT, INIT)).toBe(4429);
});

test('no protocol that we speak: 4406', async () => {
  const socket = new WebSocket(`ws://127.0.0.1:${server.port}/graphql`, { headers: { ...key } });
  const [code] = await once(socket, 'close');
  expect(code).toBe(4406);
});

test('a message larger than any subscription: 1009', async () => {
  expect(await codeAfter('x'.repeat(70_000))).toBe(1009);
});
