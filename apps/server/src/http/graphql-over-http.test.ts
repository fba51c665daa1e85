import type { AddressInfo } from 'node:net';
import { serverAudits } from 'graphql-http';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestApi, type TestApi } from '../testing/api.fixture.ts';

/** The specification "GraphQL over HTTP", by the audits of its reference implementation. */

let api: TestApi;
let key: string;
let url: string;

beforeAll(async () => {
  api = await openTestApi();
  key = (await api.keyOf(await api.organization('TOURISM'), []))['authorization'] ?? '';
  await api.app.listen({ port: 0, host: '127.0.0.1' });
  url = `http://127.0.0.1:${(api.app.server.address() as AddressInfo).port}/graphql`;
});
afterAll(() => api.close());

const AUDITS = serverAudits({
  url: () => url,
  fetchFn: (input: string, { headers, ...init }: RequestInit = {}) =>
    fetch(input, { ...init, headers: { ...(headers as Record<string, string>), authorization: key } }),
});

test('all of the audits are looked at', () => {
  expect(AUDITS.length).toBe(61);
});

test.each(AUDITS.map((audit) => [audit.name, audit] as const))('a key %s', async (_, audit) => {
  const result = await audit.fn();
  expect(result).toMatchObject({ status: 'ok' });
});
