import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createOrganization, ensureAccount } from '../identity/accounts.ts';
import { grantOversight, type NewGrant, revokeOversight } from '../identity/oversight-grants.ts';
import { createTestDatabase, type TestDatabase } from '../testing/database.ts';
import { Database } from './database.ts';

/**
 * What the role of oversight can do, tried as that role: whatever the server's code may get wrong, the database shows
 * figures of the organisations granted and nothing else, and changes nothing.
 */

let store: TestDatabase;
let database: Database;
let owner: pg.Client;
let role: pg.Client;
/** By name: tourism in Guangzhou and Shenzhen, telecom in Shenzhen, tourism in Hangzhou. */
const tenants = new Map<string, string>();
const PLACES = [
  ['广州旅游', 'TOURISM', '440100'],
  ['深圳旅游', 'TOURISM', '440300'],
  ['深圳电信', 'TELECOM', '440300'],
  ['杭州旅游', 'TOURISM', '330100'],
] as const;

beforeAll(async () => {
  store = await createTestDatabase();
  database = await Database.open({ url: store.appUrl, oversightUrl: store.oversightUrl, poolSize: 4 });
  for (const [index, [name, sector, region]] of PLACES.entries()) {
    const { tenantId } = await createOrganization(database, {
      slug: `office-${index}`,
      name,
      sector,
      region,
    });
    tenants.set(name, tenantId);
    await database.inTenant({ tenantId }, async (tx) => {
      await tx.query({
        text: `insert into rollup (tenant_id, month, measure, dimension, value, count, amount) values
          ($1, '2026-01-01', 'RECEIVED', 'TOTAL', 'ALL', $2, 0), ($1, '2026-01-01', 'RECEIVED', 'category', 'X', $2, 0)`,
        values: [tenantId, index + 1],
      });
      await tx.query({
        text: `insert into denominator (tenant_id, code, from_date, to_date, value, set_by, set_at)
          values ($1, 'VISITS', '2026-01-01', '2026-01-31', 100, '{}', now())`,
        values: [tenantId],
      });
    });
  }
  owner = new pg.Client({ connectionString: store.ownerUrl });
  role = new pg.Client({ connectionString: store.oversightUrl });
  await Promise.all([owner.connect(), role.connect()]);
});
afterAll(async () => {
  await Promise.all([owner.end(), role.end()]);
  await database.close();
  await store.drop();
});

let overseers = 0;
/** Somebody with such a grant. */
async function overseer(...grants: Omit<NewGrant, 'userId' | 'grantedBy'>[]): Promise<{ userId: string }> {
  overseers += 1;
  const email = `overseer-${overseers}@example.com`;
  const { userId } = await ensureAccount(database, { email, password: 'a-password-for-tests', name: '督查' });
  for (const grant of grants) await grantOversight(database, { ...grant, userId, grantedBy: '市政府' });
  return { userId };
}

const BY_LAW = { regulation: '监督办法' };
const NAMES = { text: 'select name from organization order by region, sector desc, name', values: [] };
const namesSeenBy = async (who: { userId: string }): Promise<string[]> => {
  const [rows = []] = await database.readAcross(who, [NAMES]);
  return rows.map(({ name }) => name as string);
};

describe('whose organisations are seen', () => {
  test.each([
    ['of everything', {}, ['杭州旅游', '广州旅游', '深圳旅游', '深圳电信']],
    ['of a province', { region: '44' }, ['广州旅游', '深圳旅游', '深圳电信']],
    ['of a city', { region: '4403' }, ['深圳旅游', '深圳电信']],
    ['of a county without organisations', { region: '440305' }, []],
    ['of a sector', { sector: 'TOURISM' }, ['杭州旅游', '广州旅游', '深圳旅游']],
    ['of a sector in a province', { sector: 'TOURISM', region: '44' }, ['广州旅游', '深圳旅游']],
  ])('a grant %s', async (_, scope, expected) => {
    expect(await namesSeenBy(await overseer({ ...BY_LAW, ...scope }))).toEqual(expected);
  });

  test('of one organisation, by its own will', async () => {
    expect(await namesSeenBy(await overseer({ tenantId: tenants.get('深圳电信') }))).toEqual(['深圳电信']);
    // Nobody grants for others: what is wider rests on a law.
    await expect(overseer({ region: '44' })).rejects.toMatchObject({ code: '23514' });
  });

  test('several grants together, each organisation once', async () => {
    const who = await overseer({ ...BY_LAW, region: '4403' }, { ...BY_LAW, sector: 'TELECOM' });
    expect(await namesSeenBy(who)).toEqual(['深圳旅游', '深圳电信']);
  });

  test('nobody without a grant, before its time or after it', async () => {
    expect(await namesSeenBy(await overseer())).toEqual([]);
    expect(await namesSeenBy(await overseer({ ...BY_LAW, from: '2100-01-01T00:00:00Z' }))).toEqual([]);
    const past = { from: '2020-01-01T00:00:00Z', until: '2021-01-01T00:00:00Z' };
    expect(await namesSeenBy(await overseer({ ...BY_LAW, ...past }))).toEqual([]);
  });

  test('what is revoked is gone with the next look', async () => {
    const who = await overseer(BY_LAW);
    expect(await namesSeenBy(who)).toHaveLength(PLACES.length);
    expect(await revokeOversight(database, who.userId)).toBe(1);
    expect(await namesSeenBy(who)).toEqual([]);
    expect(await revokeOversight(database, who.userId)).toBe(0);
  });
});

describe('what is seen of them', () => {
  test('totals of those granted, and no breakdown by category', async () => {
    const who = await overseer({ ...BY_LAW, region: '4403' });
    const [rollup, denominators] = await database.readAcross(who, [
      { text: 'select dimension, count::int from rollup order by count', values: [] },
      { text: 'select value::int from denominator', values: [] },
    ]);
    expect(rollup).toEqual([
      { dimension: 'TOTAL', count: 2 },
      { dimension: 'TOTAL', count: 3 },
    ]);
    expect(denominators).toEqual([{ value: 100 }, { value: 100 }]);
  });

  test('no grants of anybody else', async () => {
    const who = await overseer({ ...BY_LAW, region: '33' });
    const [grants] = await database.readAcross(who, [
      { text: 'select region from oversight_grant', values: [] },
    ]);
    expect(grants).toEqual([{ region: '33' }]);
  });
});

describe('the role itself', () => {
  const READ = [
    ...['organization', 'rollup', 'denominator', 'oversight_grant', 'complaint', 'complaint_fact'],
  ];

  test('without saying who looks, or as nobody, it sees nothing', async () => {
    for (const table of READ) {
      const { rows } = await role.query(`select count(*)::int as n from ${table}`);
      expect({ table, rows }).toEqual({ table, rows: [{ n: 0 }] });
    }
  });

  test('naming an organisation shows nothing that was not granted', async () => {
    const who = await overseer({ ...BY_LAW, region: '33' });
    await role.query("select set_config('app.tenant_id', $1, false), set_config('app.overseer', $2, false)", [
      tenants.get('深圳旅游'),
      who.userId,
    ]);
    for (const table of ['organization', 'rollup', 'denominator']) {
      const { rows } = await role.query(`select distinct tenant_id from ${table}`);
      expect(rows).toEqual([{ tenant_id: tenants.get('杭州旅游') }]);
    }
    await role.query('reset all');
  });

  test('every other table is shut, and none can be written', async () => {
    const { rows: tables } = await owner.query<{ name: string; schema: string }>(
      `select format('%I.%I', n.nspname, c.relname) as name, n.nspname as schema from pg_class c
       join pg_namespace n on n.oid = c.relnamespace
       where c.relkind in ('r', 'p') and n.nspname not in ('pg_catalog', 'information_schema')`,
    );
    expect(tables.length).toBeGreaterThan(30);
    const code = (sql: string) =>
      role.query(sql).then(
        () => 'DONE',
        (error: { code: string }) => error.code,
      );
    for (const { name } of tables) {
      const read = READ.some((each) => name === `public.${each}`);
      expect({ name, read: await code(`select count(*) from ${name}`) }).toEqual({
        ...{ name, read: read ? 'DONE' : '42501' },
      });
      for (const sql of [`insert into ${name} default values`, `delete from ${name}`, `truncate ${name}`]) {
        expect({ sql, code: await code(sql) }).toEqual({ sql, code: '42501' });
      }
    }
    expect(await code('update rollup set count = 0')).toBe('42501');
    expect(await code('select settings from organization')).toBe('42501');
    for (const column of [
      'title',
      'state',
      'details',
      'respondent_name',
      'handler_id',
      'complainant_id',
      'search',
    ]) {
      expect({ column, code: await code(`select ${column} from complaint`) }).toEqual({
        column,
        code: '42501',
      });
    }
    expect(await code('create table own (id int)')).toBe('42501');
    expect(await code('set role huiyin_app')).toBe('42501');
  });

  test('through the door it cannot even try: its transactions read', async () => {
    const write = { text: `create temporary table own (id int)`, values: [] };
    await expect(database.readAcross({ userId: 'x' }, [write])).rejects.toMatchObject({ code: '25006' });
  });
});
