import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { canReach, databaseUser } from './embedded/system-user.ts';
import { type EmbeddedDatabase, runningEmbeddedDatabase, startEmbeddedDatabase } from './embedded.ts';

let dataDir: string;
const started: EmbeddedDatabase[] = [];

beforeEach(() => {
  // Only its owner may enter what mkdtemp makes: as root, PostgreSQL's user must get through all the same.
  dataDir = join(mkdtempSync(join(tmpdir(), 'huiyin-embedded-')), 'data folder');
});

afterEach(async () => {
  for (const database of started.splice(0)) await database.stop();
  rmSync(join(dataDir, '..'), { recursive: true, force: true });
});

async function start(): Promise<EmbeddedDatabase> {
  const database = await startEmbeddedDatabase({ dataDir });
  started.push(database);
  return database;
}

async function query(url: string, sql: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}

function postmasterPid(): number {
  return Number(readFileSync(join(dataDir, 'postgres', 'postmaster.pid'), 'utf8').split('\n')[0]);
}

/** Another process that starts the database on the folder, writes one row, and is killed without warning. */
async function startWriteAndBeKilled(): Promise<void> {
  const script = `
    import pg from 'pg';
    import { startEmbeddedDatabase } from ${JSON.stringify(new URL('./embedded.ts', import.meta.url).href)};
    const { url } = await startEmbeddedDatabase({ dataDir: ${JSON.stringify(dataDir)} });
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    await client.query("CREATE TABLE kept AS SELECT '答复' AS word");
    process.stdout.write('written');
    setInterval(() => {}, 1000);
  `;
  const args = ['--conditions=source', '--input-type=module', '--eval', script];
  const child = spawn(process.execPath, args, {
    cwd: import.meta.dirname,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const gone = once(child, 'exit');
  await Promise.race([once(child.stdout, 'data'), gone]);
  child.kill('SIGKILL');
  await gone;
}

test('what was written is there after a stop and a second start, and every write is durable', async () => {
  const first = await start();
  await query(first.url, "CREATE TABLE kept AS SELECT '答复' AS word");
  const [settings] = await query(
    first.url,
    "SELECT current_setting('fsync') AS fsync, current_setting('synchronous_commit') AS synchronous",
  );
  expect(settings).toEqual({ fsync: 'on', synchronous: 'on' });
  await first.stop();
  await first.stop();

  const second = await start();
  expect(await query(second.url, 'SELECT word FROM kept')).toEqual([{ word: '答复' }]);
});

test('a second start on the same data folder is refused in both languages, and the first goes on', async () => {
  const first = await start();
  await expect(startEmbeddedDatabase({ dataDir })).rejects.toThrow(
    /正被另一个回音进程.*\n.*in use by another/,
  );
  expect(await query(first.url, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
  expect(runningEmbeddedDatabase({ dataDir })).toBe(first.url);
});

test('after kill -9 of the server its database is taken over with everything acknowledged', async () => {
  await startWriteAndBeKilled();
  const orphan = postmasterPid();
  const database = await start();
  expect(postmasterPid()).not.toBe(orphan);
  expect(await query(database.url, 'SELECT word FROM kept')).toEqual([{ word: '答复' }]);
});

test('after kill -9 of the database it recovers by itself, at the same address', async () => {
  const told: string[] = [];
  const database = await startEmbeddedDatabase({ dataDir, onTrouble: ({ en }) => told.push(en) });
  started.push(database);
  await query(database.url, "CREATE TABLE kept AS SELECT '答复' AS word");
  const killed = postmasterPid();
  process.kill(killed, 'SIGKILL');
  await vi.waitFor(() => expect(told).toHaveLength(2), 30_000);
  expect(told).toEqual([expect.stringMatching(/ended unexpectedly/), expect.stringMatching(/is back/)]);
  expect(postmasterPid()).not.toBe(killed);
  expect(await query(database.url, 'SELECT word FROM kept')).toEqual([{ word: '答复' }]);
});

test('a database that cannot be brought back is lost, with why', async () => {
  const database = await start();
  renameSync(join(dataDir, 'postgres', 'PG_VERSION'), join(dataDir, 'PG_VERSION'));
  process.kill(postmasterPid(), 'SIGKILL');
  expect((await database.lost).message).toMatch(/PG_VERSION/);
  await database.stop();
});

test('a stop while it recovers leaves no database behind', async () => {
  let ended: () => void = () => undefined;
  const recovering = new Promise<void>((resolve) => {
    ended = resolve;
  });
  const database = await startEmbeddedDatabase({ dataDir, onTrouble: () => ended() });
  process.kill(postmasterPid(), 'SIGKILL');
  await recovering;
  await database.stop();
  expect(runningEmbeddedDatabase({ dataDir })).toBeUndefined();
  expect(existsSync(join(dataDir, 'huiyin.lock'))).toBe(false);
});

test('a start that is told to stop stops, and the folder is free for the next', async () => {
  const stopping = new AbortController();
  const starting = startEmbeddedDatabase({ dataDir, signal: stopping.signal });
  await vi.waitFor(() => expect(existsSync(join(dataDir, 'postgres', 'postmaster.pid'))).toBe(true), {
    timeout: 30_000,
    interval: 1,
  });
  stopping.abort(new Error('told to stop'));
  await starting.then(
    (database) => database.stop(),
    (error: unknown) => expect(error).toMatchObject({ message: 'told to stop' }),
  );
  expect(runningEmbeddedDatabase({ dataDir })).toBeUndefined();
  const database = await start();
  expect(await query(database.url, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
});

test('a lock whose process number belongs to another program by now is stale', async () => {
  mkdirSync(dataDir, { mode: 0o711 });
  writeFileSync(join(dataDir, 'huiyin.lock'), JSON.stringify({ pid: process.ppid, identity: 'long ago' }));
  const database = await start();
  expect(await query(database.url, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
});

test('a data folder of another PostgreSQL version is refused, untouched', async () => {
  mkdirSync(join(dataDir, 'postgres'), { recursive: true, mode: 0o711 });
  writeFileSync(join(dataDir, 'postgres', 'PG_VERSION'), '15\n');
  await expect(startEmbeddedDatabase({ dataDir })).rejects.toThrow(/PostgreSQL 15/);
});

test('Chinese words have trigrams, the database is UTF-8, and only this machine reaches it', async () => {
  const { url } = await start();
  await query(url, 'CREATE EXTENSION pg_trgm');
  const [row] = await query(
    url,
    `SELECT cardinality(show_trgm('便血投诉')) AS trigrams, current_setting('server_encoding') AS encoding,
            current_setting('listen_addresses') AS addresses`,
  );
  expect(row).toEqual({ trigrams: 5, encoding: 'UTF8', addresses: '127.0.0.1' });
});

test("the superuser's password is for its owner's eyes", async () => {
  await start();
  expect(statSync(join(dataDir, 'postgres-superuser.secret')).mode & 0o777).toBe(0o600);
});

test('a folder is out of reach below one that the user may not pass', () => {
  const open = join(dataDir, '..', 'open', 'inner');
  mkdirSync(open, { recursive: true, mode: 0o755 });
  const stranger = { uid: 54_321, gid: 54_321 };
  expect(canReach(stranger, join(open, 'file'))).toBe(false);
  expect(canReach(stranger, '/usr/bin/env')).toBe(true);
});

test.runIf(process.getuid?.() === 0)('as root, programs below such a folder can be found and started', () => {
  const program = join(dataDir, '..', 'program');
  writeFileSync(program, '#!/bin/sh\ntest -x "$1" && test "$(id -u)" != 0\n', { mode: 0o755 });
  const { file, args } = databaseUser({ folder: dataDir, programs: [program] }).command(program, [program]);
  expect(spawnSync(file, args, { encoding: 'utf8' })).toMatchObject({ status: 0, stderr: '' });
});
