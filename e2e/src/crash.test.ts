import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { lookBehind, openBehind, postmasterOf, rollupAndRecount } from './support/behind.ts';
import { runCommand } from './support/command.ts';
import { databaseProcesses, usedFolder } from './support/data-folder.ts';
import { Client } from './support/office.ts';
import { type Product, startProduct } from './support/product.ts';

/**
 * What was acknowledged is there, once, whatever is killed: the server, its database, one of the database's
 * processes, or both together as in a power cut. On the built product, through GraphQL.
 */

const ROWS = 3000;

const folder = usedFolder();
let product: Product;
let client: Client;

async function start(): Promise<void> {
  product = await startProduct({ dataDir: folder.path });
}

beforeAll(async () => {
  await start();
  client = new Client(() => product, 'TOURISM');
});
afterAll(async () => {
  await product?.stop();
  expect(databaseProcesses(folder)).toEqual([]);
  folder.remove();
});

/** A register as an office keeps it: every row with a number of its own, of matters that are not yet due. */
function register(): string {
  const yesterday = new Date(Date.now() - 86_400_000).toISOString().slice(0, 10);
  const rows = Array.from(
    { length: ROWS },
    (_, index) =>
      `${numberOf(index)},${yesterday},电话,游客${index},${13_800_000_000 + index},第 ${index} 件`,
  );
  return ['编号,登记日期,渠道,投诉人,联系电话,投诉内容', ...rows].join('\n');
}

const numberOf = (index: number): string => `CRASH-${String(index).padStart(5, '0')}`;

interface Progress {
  readonly status: string;
  readonly accepted: number;
  readonly refused: number;
}

async function progressOf(id: string): Promise<Progress> {
  const { import: progress } = await client.ask<{ import: Progress }>(
    'query ($id: ID!) { import(id: $id) { status accepted refused } }',
    { id },
  );
  return progress;
}

/** Waits until the import says that it is further than it was: those rows are acknowledged. */
async function further(id: string, than: number): Promise<number> {
  for (;;) {
    // While the database is away, there is no answer.
    const progress = await progressOf(id).catch(() => undefined);
    if (progress && progress.accepted > than) return progress.accepted;
    if (progress?.status === 'COMPLETED') throw new Error('It was over before it could be interrupted.');
    await sleep(2);
  }
}

/** The complaints behind the first rows of the register, by their numbers there. */
async function firstRows(count: number): Promise<Record<string, string>> {
  const rows = await lookBehind<{ external_number: string; id: string }>(
    folder,
    'select external_number, id from complaint where external_number = any ($1)',
    [Array.from({ length: count }, (_, index) => numberOf(index))],
  );
  return Object.fromEntries(rows.map(({ external_number: number, id }) => [number, id]));
}

/** Numbers given, against how many complaints there are, for every organisation and year in which they differ. */
function gaps(): Promise<object[]> {
  return lookBehind(
    folder,
    `select tenant_id, left(number, -7) as series, count(*)::int, max(right(number, 6)::int) as last
     from complaint group by 1, 2 having count(*) <> max(right(number, 6)::int)`,
  );
}

/** What must hold after every crash, whatever was under way. */
async function expectNothingLost(): Promise<void> {
  expect(await gaps()).toEqual([]);
  const [rollup, recount] = await rollupAndRecount(folder);
  expect(rollup.length).toBeGreaterThan(20);
  expect(rollup).toEqual(recount);
  expect(runCommand(folder, 'verify')).toMatchObject({
    status: 0,
    output: expect.stringMatching(/tourism: \d+ .* 0 处异常 faults/),
  });
}

test('an import goes on by itself after every kill, and takes each row once', {
  timeout: 300_000,
}, async () => {
  const file = await client.upload('登记表.csv', register());
  const id = await client.mutate('importCreate', { file, kind: 'COMPLAINTS' });
  await client.mutate('importStart', { id, again: false });

  // The server: whoever starts it again finds the import at work.
  let accepted = await further(id, 0);
  await product.kill();
  await start();
  const acknowledged = await firstRows(accepted);
  expect(Object.keys(acknowledged)).toHaveLength(accepted);

  // One process of the database: all its connections end, the server lives.
  accepted = await further(id, accepted);
  const [backend] = await lookBehind<{ pid: number }>(
    folder,
    `select pid from pg_stat_activity where usename = 'huiyin_app' and pid <> pg_backend_pid()
     order by query_start desc limit 1`,
  );
  process.kill(backend?.pid ?? 0, 'SIGKILL');

  // The whole database: the server starts it again, and is not ready until it is back.
  accepted = await further(id, accepted);
  process.kill(postmasterOf(folder), 'SIGKILL');
  expect(await untilBack(id)).toEqual(['UNAVAILABLE']);
  expect(product.output()).toMatch(/内置数据库意外停止.*\n.*ended unexpectedly/);

  // An orderly end in the middle, as somebody goes home.
  accepted = await further(id, accepted);
  await product.stop();
  expect(databaseProcesses(folder)).toEqual([]);
  await start();

  await expect
    .poll(() => progressOf(id), { timeout: 200_000, interval: 100 })
    .toEqual({ status: 'COMPLETED', accepted: ROWS, refused: 0 });
  const taken = await lookBehind<{ times: number; numbers: number; first: string; last: string }>(
    folder,
    `select count(*)::int as times, count(distinct external_number)::int as numbers, min(external_number) as first,
       max(external_number) as last from complaint where external_number like 'CRASH-%'`,
  );
  expect(taken).toEqual([{ times: ROWS, numbers: ROWS, first: numberOf(0), last: numberOf(ROWS - 1) }]);
  expect(await firstRows(Object.keys(acknowledged).length)).toEqual(acknowledged);
  await expectNothingLost();
});

test.each([
  ['the server', async () => product.kill()],
  [
    'server and database together',
    async () => {
      process.kill(postmasterOf(folder), 'SIGKILL');
      await product.kill();
    },
  ],
])('after kill -9 of %s under load, every acknowledged complaint is there once', async (_what, kill) => {
  const calls = Array.from({ length: 60 }, () => randomUUID());
  const acknowledged = new Map<string, Registered>();
  const waiting = [...calls];
  const desk = async (): Promise<void> => {
    for (let key = waiting.pop(); key; key = waiting.pop()) acknowledged.set(key, await registerBy(key));
  };
  // Each stops at the first call that is not answered.
  const desks = Array.from({ length: 8 }, () => desk().catch(() => undefined));
  await expect.poll(() => acknowledged.size, { timeout: 60_000, interval: 1 }).toBeGreaterThan(10);
  await kill();
  await Promise.all(desks);
  expect(acknowledged.size).toBeLessThan(calls.length);
  await start();

  const repeated = new Map<string, Registered>();
  for (const key of calls) repeated.set(key, await registerBy(key));
  expect(Object.fromEntries([...repeated].filter(([key]) => acknowledged.has(key)))).toEqual(
    Object.fromEntries(acknowledged),
  );
  const there = await lookBehind<{ external_number: string }>(
    folder,
    'select external_number from complaint where external_number = any ($1)',
    [calls],
  );
  expect(there.map(({ external_number: key }) => key).sort()).toEqual([...calls].sort());
  await expectNothingLost();
});

test('verify names what somebody changed, took away or moved, beside the running product and without it', async () => {
  const [changed, shortened, moved] = await lookBehind<{ id: string }>(
    folder,
    `select complaint_id as id from complaint_event group by 1 having count(*) >= 5 order by 1 limit 3`,
  ).then((rows) => rows.map(({ id }) => id));
  const behind = await openBehind(folder);
  const change = `update complaint_event set data = data || '{"reason":"x"}' where complaint_id = $1 and seq = 2`;
  await behind.query(change, [changed]);
  await behind.query('delete from complaint_event where complaint_id = $1 and seq = 3', [shortened]);
  const move = 'update complaint_event set seq = $3 where complaint_id = $1 and seq = $2';
  for (const [from, to] of [
    [3, 99],
    [4, 3],
    [99, 4],
  ])
    await behind.query(move, [moved, from, to]);
  await behind.end();

  const found = {
    status: 2,
    output: expect.stringMatching(
      new RegExp(
        [`  ${changed} #2 CHANGED`, `  ${shortened} #3 MISSING`, `  ${moved} #3 OUT_OF_ORDER`].join('\n'),
      ),
    ),
  };
  expect(runCommand(folder, 'verify')).toMatchObject(found);
  await product.stop();
  expect(runCommand(folder, 'verify')).toMatchObject(found);
  expect(databaseProcesses(folder)).toEqual([]);
});

interface Registered {
  readonly id: string;
  readonly number: string;
}

/** Registers a complaint under a key of the caller's own. */
async function registerBy(key: string): Promise<Registered> {
  const { complaintRegister: answer } = await client.ask<{ complaintRegister: { complaint: Registered } }>(
    `mutation ($input: ComplaintRegisterInput!) {
       complaintRegister(input: $input) { complaint { id number } userErrors { message } } }`,
    {
      input: {
        ...{ kind: 'COMPLAINT', channel: 'PHONE', disclosure: 'NAMED', content: '景区停业未告知' },
        ...{ complainant: { name: '游客' }, externalNumber: key, idempotencyKey: key },
      },
    },
  );
  return answer.complaint;
}

/** Waits until the database was away and is back; what GraphQL answered meanwhile in place of data. */
async function untilBack(importId: string): Promise<string[]> {
  const codes = new Set<string>();
  for (let away = false, ready = true; !away || !ready; ) {
    ready = (await fetch(`${product.url}/readyz`)).ok;
    away ||= !ready;
    expect((await fetch(`${product.url}/healthz`)).status).toBe(200);
    await progressOf(importId).catch(({ message }: Error) => {
      for (const { extensions } of JSON.parse(message)) codes.add(extensions.code);
    });
  }
  return [...codes];
}
