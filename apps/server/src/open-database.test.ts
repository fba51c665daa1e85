import { chmodSync, existsSync, mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { type Config, readConfig } from './config.ts';
import { openDataFolder } from './data-folder.ts';
import { type Cluster, startCluster } from './db/embedded/cluster.ts';
import { randomSecret } from './kept-secret.ts';
import { type OpenDatabase, openDatabase } from './open-database.ts';
import { Database } from './tenancy/database.ts';

/** An office's own PostgreSQL, whose administrator gives the product no more than it needs. */

const SECRET = 'k3Jv9sQpZ1xW7nR5tB2mC8dF4gH6yL0a';
const TABLES = 'select count(*)::int as tables from pg_tables where schemaname = $1';

let folder: string;
let cluster: Cluster;
let databases = 0;
const opened: OpenDatabase[] = [];

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'huiyin-own-'));
  chmodSync(folder, 0o711);
  cluster = await startCluster({
    folder: join(folder, 'postgres'),
    password: randomSecret(),
    settings: { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' },
    logFile: join(folder, 'postgres.log'),
  });
});

afterAll(async () => {
  await cluster.stop();
  rmSync(folder, { recursive: true, force: true });
});

afterEach(async () => {
  for (const each of opened.splice(0)) await each.close();
  await asAdministrator(
    ...(await asAdministrator(
      `select format('drop database %I with (force)', datname) as text from pg_database where datname like 'office%'
       union all select format('drop role %I', rolname) from pg_roles where rolname like 'office%' or rolname like 'huiyin_%'`,
    )),
  );
});

async function asAdministrator(...statements: string[]): Promise<string[]> {
  const client = new pg.Client({ connectionString: cluster.url('postgres') });
  await client.connect();
  const texts: string[] = [];
  for (const statement of statements) {
    const { rows } = await client.query<{ text?: string }>(statement);
    texts.push(...rows.flatMap(({ text }) => text ?? []));
  }
  await client.end();
  return texts;
}

/** A database with a user of its own; what that user may, the test says. */
async function office({ rights = 'createrole', owner = true, encoding = 'UTF8' } = {}): Promise<Config> {
  databases += 1;
  const name = `office${databases}`;
  await asAdministrator(
    `create role ${name} login ${rights} password 'of-its-own'`,
    `create database ${name} template template0 encoding '${encoding}' lc_collate 'C' lc_ctype 'C' locale_provider libc`,
    ...(owner ? [`alter database ${name} owner to ${name}`] : []),
  );
  return settings(name);
}

function settings(database: string, env: Record<string, string> = {}): Config {
  const url = new URL(cluster.url(database));
  url.username = database;
  url.password = 'of-its-own';
  return readConfig({
    ...{ HUIYIN_MODE: 'demo', HUIYIN_SECRET: SECRET, DATA_DIR: join(folder, 'data'), DATABASE_URL: url.href },
    ...env,
  });
}

async function open(config: Config): Promise<OpenDatabase> {
  const database = await openDatabase(config);
  opened.push(database);
  return database;
}

async function tablesOf({ runtimeUrl }: OpenDatabase): Promise<unknown[]> {
  const database = await Database.open({ url: runtimeUrl, poolSize: 1 });
  try {
    return await database.asPlatform((query) => query({ text: TABLES, values: ['identity'] }));
  } finally {
    await database.close();
  }
}

describe('an own database', () => {
  test('is set up by its owner with CREATEROLE, and again with nothing left to do', async () => {
    const config = await office();
    for (const _start of [1, 2]) expect(await tablesOf(await open(config))).toEqual([{ tables: 7 }]);
  });

  test('may be left out of the address: the server then works in the same one as its owner', async () => {
    const config = await office();
    const url = new URL(config.databaseUrl ?? '');
    url.pathname = '';
    expect(await tablesOf(await open({ ...config, databaseUrl: url.href }))).toEqual([{ tables: 7 }]);
  });

  test('that is not there, does not exist, or whose password is wrong, is said', async () => {
    const config = await office();
    const away = { ...config, databaseUrl: 'postgresql://nobody:nothing@127.0.0.1:9/none' };
    await expect(openDatabase(away)).rejects.toThrow(/127\.0\.0\.1:9.*DATABASE_URL.*\n.*DATABASE_URL/);
    const missing = { ...config, databaseUrl: config.databaseUrl?.replace(/\/office\d+$/, '/nowhere') };
    await expect(openDatabase(missing as Config)).rejects.toThrow(
      /"nowhere" does not exist.*DATABASE_URL.*\n.*DATABASE_URL/,
    );
    const wrong = { ...config, databaseUrl: config.databaseUrl?.replace('of-its-own', 'mistyped') };
    await expect(openDatabase(wrong as Config)).rejects.toThrow(
      /password authentication failed.*DATABASE_URL/,
    );
  });

  test('in another encoding than UTF-8 could not hold Chinese, and is refused', async () => {
    await expect(openDatabase(await office({ encoding: 'LATIN1' }))).rejects.toThrow(/LATIN1.*\n.*LATIN1/);
  });

  test('whose user may not create roles is refused with what to grant', async () => {
    await expect(openDatabase(await office({ rights: 'nocreaterole' }))).rejects.toThrow(
      /CREATEROLE.*\n.*CREATEROLE/,
    );
  });

  test('whose user does not own it is refused with what to grant', async () => {
    await expect(openDatabase(await office({ owner: false }))).rejects.toThrow(
      /permission denied.*OWNER TO.*\n.*OWNER TO/s,
    );
  });

  test('whose server role was made by somebody else is refused with what to grant', async () => {
    const config = await office();
    await asAdministrator(`create role huiyin_app login password 'unknown'`);
    await expect(openDatabase(config)).rejects.toThrow(/ADMIN OPTION.*\n.*ADMIN OPTION/);
  });

  test('is not opened as a role that bypasses row-level security', async () => {
    const config = await office();
    await open(config);
    for (const role of ['huiyin_app', 'huiyin_oversight']) {
      await asAdministrator(`alter role ${role} bypassrls`);
      await expect(openDatabase(config)).rejects.toThrow(/BYPASSRLS.*\n.*BYPASSRLS/);
      await asAdministrator(`alter role ${role} nobypassrls`);
    }
  });
});

describe('two installations on one PostgreSQL', () => {
  test('do not take the role from each other', async () => {
    const first = await office();
    await open(first);
    const second = { ...(await office({ rights: 'superuser' })), secret: `${SECRET}other` };
    await expect(openDatabase(second)).rejects.toThrow(/另一套回音.*\n.*another Huiyin/);
    expect(await tablesOf(await open(first))).toEqual([{ tables: 7 }]);
  });

  test('of one secret may share it', async () => {
    await open(await office());
    expect(await tablesOf(await open(await office({ rights: 'superuser' })))).toEqual([{ tables: 7 }]);
  });

  test('a server that runs on the same database with another secret is not locked out', async () => {
    const config = await office();
    const running = await Database.open({ url: (await open(config)).runtimeUrl, poolSize: 1 });
    await expect(openDatabase({ ...config, secret: `${SECRET}other` })).rejects.toThrow(/HUIYIN_SECRET/);
    await running.close();
  });

  test('a secret that was lost with its data folder is replaced, once nobody uses the old one', async () => {
    const config = await office();
    await open(config);
    expect(await tablesOf(await open({ ...config, secret: `${SECRET}other` }))).toEqual([{ tables: 7 }]);
  });
});

describe('the data folder', () => {
  test('is made where it is absent, and nobody but its owner looks into it', () => {
    const path = join(folder, '新 目录', 'data');
    openDataFolder(path);
    expect(existsSync(path)).toBe(true);
    expect(statSync(path).mode & 0o066).toBe(0);
  });

  test('that cannot be used is said with what to do', () => {
    const file = join(folder, 'file');
    writeFileSync(file, '');
    for (const path of [file, join(file, 'below')])
      expect(() => openDataFolder(path)).toThrow(/DATA_DIR.*\n.*DATA_DIR/);
  });

  test.runIf(process.getuid?.() !== 0)('that only others may write to is said as well', () => {
    const path = join(folder, 'read-only');
    mkdirSync(path, { mode: 0o500 });
    expect(() => openDataFolder(path)).toThrow(/DATA_DIR/);
  });
});
