import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Budgets } from '../metering/meter.ts';
import {
  type CallerHeaders,
  openTestApi,
  type TestApi,
  type TestOrganization,
} from '../testing/api.fixture.ts';

/** So little comes back that it does not while a test runs; what a server has in hand is 2 of 100. */
const BUDGETS: Budgets = {
  key: { capacity: 100, refillPerSecond: 0.001 },
  organization: { capacity: 160, refillPerSecond: 0.001 },
};
const FIVE = '{ complaints(first: 5) { edges { node { number } } } }';

let api: TestApi;
let other: TestApi;
let office: TestOrganization;

beforeAll(async () => {
  api = await openTestApi(undefined, BUDGETS);
  other = await openTestApi(api, BUDGETS);
});
afterAll(async () => {
  await other.close();
  await api.close();
});

/** A mutation of 10 points and one for its object, whose cost nothing gives back. */
const WRITE = `mutation { complaintRegister(input: {
  kind: COMPLAINT, channel: PHONE, disclosure: ANONYMOUS, content: "甩团" }) { userErrors { code } } }`;

async function send(server: TestApi, caller: CallerHeaders, query: string) {
  const response = await server.post('/graphql', { query }, { 'accept-language': 'en', ...caller });
  return { response, ...(response.json() as Told) };
}
interface Told {
  readonly data?: unknown;
  readonly errors?: readonly { readonly message: string; readonly extensions: Record<string, unknown> }[];
  readonly extensions?: { readonly cost?: Record<string, number> };
}

/** How often a caller gets through before it is told to wait, by turns at each of the servers. */
async function timesServed(servers: readonly TestApi[], caller: CallerHeaders): Promise<number> {
  for (let times = 0; times < 100; times += 1) {
    const { errors } = await send(servers[times % servers.length] ?? api, caller, WRITE);
    if (errors) {
      expect(errors[0]?.extensions['code']).toBe('THROTTLED');
      return times;
    }
  }
  throw new Error('Nobody was told to wait.');
}

describe('a key', () => {
  beforeAll(async () => {
    office = await api.organization('TOURISM');
  });

  test('is told what a request costs, and is given back what was not found', async () => {
    const { extensions } = await send(api, await api.keyOf(office), FIVE);
    expect(extensions?.cost).toEqual({ requested: 5, actual: 1, left: 99, refillPerSecond: 0.001 });
  });

  test('that has spent its points is told when to come again, in its language', async () => {
    const key = await api.keyOf(await api.organization('TOURISM'));
    const served = await timesServed([api], key);
    expect(served).toBeGreaterThanOrEqual(8);
    expect(served).toBeLessThanOrEqual(10);
    const { response, data, errors, extensions } = await send(api, key, WRITE);
    const seconds = Number(errors?.[0]?.extensions['retryAfterSeconds']);
    expect(seconds).toBeGreaterThan(0);
    expect(response.statusCode).toBe(429);
    expect(response.headers['retry-after']).toBe(String(seconds));
    expect(errors?.[0]).toMatchObject({ message: expect.stringContaining(`${seconds} seconds`) });
    expect(errors?.[0]?.extensions).toEqual({ code: 'THROTTLED', retryAfterSeconds: seconds });
    expect(extensions?.cost).toMatchObject({ actual: 0 });
    expect(data).toBeUndefined();
    const chinese = await send(api, { ...key, 'accept-language': 'zh-CN' }, WRITE);
    expect(chinese.errors?.[0]?.message).toContain('秒后再试');
  });

  test('spends the same points at every server', async () => {
    const key = await api.keyOf(await api.organization('TOURISM'));
    const served = await timesServed([api, other], key);
    // Nine times eleven, or less by what the other server has in hand.
    expect(served).toBeGreaterThanOrEqual(8);
    expect(served).toBeLessThanOrEqual(10);
  });

  test('shares the points of its organisation with the others there, and takes none from elsewhere', async () => {
    const there = await api.organization('TOURISM');
    const first = await timesServed([api], await api.keyOf(there));
    const second = await timesServed([other], await api.keyOf(there));
    expect(first).toBeGreaterThan(second);
    expect(first + second).toBeLessThanOrEqual(16);
    const elsewhere = await api.keyOf(await api.organization('TOURISM'));
    expect((await send(api, elsewhere, WRITE)).errors).toBeUndefined();
  });

  test('gets its points back as time goes by', async () => {
    const quick = await openTestApi(api, {
      key: { capacity: 30, refillPerSecond: 30 },
      organization: BUDGETS.organization,
    });
    const key = await api.keyOf(await api.organization('TOURISM'));
    await timesServed([quick], key);
    await sleep(1_500);
    expect((await send(quick, key, WRITE)).errors).toBeUndefined();
    await quick.close();
  });

  test('that asks at once for more than there is does not get it by asking all at the same time', async () => {
    const key = await api.keyOf(await api.organization('TOURISM'));
    const all = await Promise.all(
      Array.from({ length: 40 }, (_, at) => send(at % 2 === 0 ? api : other, key, WRITE)),
    );
    const served = all.filter(({ errors }) => !errors).length;
    expect(served).toBeGreaterThanOrEqual(5);
    expect(served).toBeLessThanOrEqual(9);
  });
});

test('people at their screens pay nothing', async () => {
  const caller = await api.signedIn(office, 'SUPERVISOR');
  for (let times = 0; times < 25; times += 1) {
    const { errors, extensions } = await send(api, caller, FIVE);
    expect({ errors, extensions }).toEqual({});
  }
});

test('what costs more than anybody has is refused to everybody, before it is run', async () => {
  const much = '{ complaints(first: 100) { edges { node { number respondent { name } } } } }';
  for (const caller of [await api.keyOf(office), await api.signedIn(office, 'SUPERVISOR')]) {
    const { errors, extensions, data } = await send(api, caller, much);
    expect(errors?.[0]?.extensions).toEqual({ code: 'BAD_USER_INPUT' });
    expect(errors?.[0]?.message).toContain('200 points');
    expect(extensions?.cost).toMatchObject({ requested: 200 });
    expect(data).toBeUndefined();
  }
});

test('several operations in one request are refused', async () => {
  const response = await api.post('/graphql', [{ query: FIVE }, { query: FIVE }], await api.keyOf(office));
  expect(response.statusCode).toBe(400);
  expect((response.json() as Told).errors?.[0]?.extensions).toEqual({ code: 'BAD_REQUEST' });
});
