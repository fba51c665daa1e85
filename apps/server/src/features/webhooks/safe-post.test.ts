import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { isCallable, safePost } from './safe-post.ts';

/** Where others may have us send something, and where not. */

const PUBLIC = { loopback: false };
let inside: Server;
let calls = 0;

beforeAll(async () => {
  inside = createServer((_request, response) => {
    calls += 1;
    response.end('x'.repeat(200_000));
  }).listen(0, '127.0.0.1');
  await once(inside, 'listening');
});
afterAll(() => inside.close());

const port = () => (inside.address() as AddressInfo).port;

test.each([
  ['https://hooks.example.org/a?b=c', true],
  ['https://203.0.113.7/', false],
  ['https://93.184.216.34/', true],
  ['http://hooks.example.org/', false],
  ['https://user:password@hooks.example.org/', false],
  ['https://127.0.0.1/', false],
  ['https://127.1/', false],
  ['https://0x7f000001/', false],
  ['https://[::1]/', false],
  ['https://[fd00::1]/', false],
  ['https://[fe80::1]/', false],
  ['https://[64:ff9b::7f00:1]/', false],
  ['https://100.64.0.1/', false],
  ['https://0.0.0.0/', false],
  ['ftp://hooks.example.org/', false],
])('%s may be called: %s', (url, callable) => {
  expect(isCallable(new URL(url), PUBLIC)).toBe(callable);
});

test('a public name that leads to this machine is not called, whenever it began to', async () => {
  // `localhost` is a name like any other: that it leads here is found when it is looked up.
  const posted = await safePost(new URL(`https://localhost:${port()}/`), {
    headers: {},
    body: '{}',
    reach: PUBLIC,
  });
  expect(posted).toEqual({ problem: 'FORBIDDEN_ADDRESS' });
  expect(calls).toBe(0);
});

test('an answer without end is not read to its end', async () => {
  const posted = await safePost(new URL(`http://127.0.0.1:${port()}/`), {
    ...{ headers: {}, body: '{}' },
    reach: { loopback: true },
  });
  expect(posted).toEqual({ status: 200 });
  expect(calls).toBe(1);
});
