import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../testing/database.ts';
import { breachesOf, RULES, unknownNames } from './catalogue.fixture.ts';
import { protectTenantTable } from './tenant-table.ts';

/**
 * One organisation cannot see another even if we err: what the database itself must hold for that, read from its
 * catalogue, for tables that exist and for those that somebody will add.
 */

let database: TestDatabase;
let owner: pg.Client;

beforeAll(async () => {
  database = await createTestDatabase();
  owner = new pg.Client({ connectionString: database.ownerUrl });
  await owner.connect();
});

afterAll(async () => {
  await owner.end();
  await database.drop();
});

test('every table of the migrated database keeps every rule', async () => {
  expect(await breachesOf(owner)).toEqual([]);
});

test('the exceptions name tables that exist', async () => {
  expect(await unknownNames(owner)).toEqual([]);
});

const TABLE = `create table leak (tenant_id uuid not null references organization (tenant_id), id uuid not null,
  name text, primary key (tenant_id, id));`;
const SOUND = TABLE + protectTenantTable('leak', ['select', 'insert', 'update']);

test('a table that is made as the others are keeps them too', async () => {
  expect(await breachesAfter(SOUND)).toEqual([]);
});

/** What somebody might do, and what the test says of it. */
const BREACHES: readonly (readonly [what: string, sql: string, ...breaches: string[]])[] = [
  [
    'a table of nobody',
    'create table leak (id uuid primary key)',
    'public.leak: belongs neither to tenants nor to the platform',
  ],
  [
    'a tenant_id that may be absent',
    `${SOUND} create table lax (tenant_id uuid, id uuid, unique (tenant_id, id));
     ${protectTenantTable('lax', ['select'])}`,
    'public.lax: has no primary key that starts with tenant_id',
    'public.lax: its tenant_id is not a uuid that is always there',
  ],
  [
    'no protection at all',
    TABLE,
    'public.leak: has no policy for reading and writing',
    'public.leak: row-level security is not enabled',
    'public.leak: row-level security is not forced on the owner',
  ],
  [
    'protection that the owner passes',
    `${SOUND} alter table leak no force row level security`,
    'public.leak: row-level security is not forced on the owner',
  ],
  [
    'a policy for reading alone',
    `${SOUND} drop policy leak_of_tenant on leak;
     create policy leak_read on leak for select using (tenant_id = (select nullif(current_setting('app.tenant_id', true), '')::uuid))`,
    'public.leak: has a policy of another form',
    'public.leak: has no policy for reading and writing',
  ],
  [
    'a policy that is evaluated for every row',
    `${SOUND} drop policy leak_of_tenant on leak;
     create policy leak_slow on leak using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid)
       with check (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid)`,
    'public.leak: has a policy of another form',
  ],
  [
    'a second policy that opens the first',
    `${SOUND} create policy leak_all on leak using (true) with check (true)`,
    'public.leak: has a policy of another form',
  ],
  [
    'a key of its own',
    `create table leak (tenant_id uuid not null references organization (tenant_id), id uuid primary key);
     ${protectTenantTable('leak', ['select'])}`,
    'public.leak: has no primary key that starts with tenant_id',
  ],
  [
    'a name that is taken for everybody',
    `${SOUND} create unique index leak_name on leak (name)`,
    'leak_name: is unique without starting with tenant_id',
  ],
  [
    'the same by an expression',
    `${SOUND} create unique index leak_name on leak (lower(name), tenant_id)`,
    'leak_name: is unique without starting with tenant_id',
  ],
  [
    'a reference that could point at another organisation',
    `create unique index department_id on department (id);
     ${SOUND} alter table leak add foreign key (id) references department (id)`,
    'department_id: is unique without starting with tenant_id',
    'public.leak.leak_id_fkey: refers to a tenant table without carrying tenant_id',
  ],
  [
    'a right to empty the table, which no policy stops',
    `${SOUND} grant truncate on leak to huiyin_app`,
    'public.leak truncate: gives the server more than it needs',
  ],
  [
    'a right to take history away',
    'grant update, delete on complaint_event to huiyin_app',
    'public.complaint_event delete: gives the server more than it needs',
    'public.complaint_event update: gives the server more than it needs',
  ],
  [
    'the same for one column, and for everybody',
    'grant update (data) on complaint_event to public',
    'public.complaint_event update: gives the server more than it needs',
    'public.complaint_event.data update: lets oversight do more than read its figures',
  ],
  [
    'oversight that reads complaints',
    'grant select on complaint to huiyin_oversight',
    'public.complaint select: lets oversight do more than read its figures',
  ],
  [
    'oversight that reads what an organisation has set',
    'grant select (settings) on organization to huiyin_oversight',
    'public.organization.settings select: lets oversight do more than read its figures',
  ],
  [
    'oversight that corrects a figure',
    'grant update (count) on rollup to huiyin_oversight',
    'public.rollup.count update: lets oversight do more than read its figures',
  ],
  [
    'oversight that sees cases because everybody does',
    'grant select on rollup_difference to public',
    'public.rollup_difference select: lets oversight do more than read its figures',
  ],
  [
    'a table that is shown across organisations by the way',
    `${SOUND} create policy leak_overseen on leak for select to huiyin_oversight using (true)`,
    'public.leak: is shown across organisations without being named here',
  ],
  [
    'figures that oversight could also write',
    'create policy rollup_written on rollup to huiyin_oversight using (true)',
    'public.rollup: is shown across organisations without being named here',
  ],
  [
    'figures shown to oversight by naming an organisation',
    'drop policy rollup_only_overseen on rollup',
    'public.rollup: shows oversight what was not granted, once a tenant is set',
  ],
  [
    'oversight that bypasses row security',
    'alter role huiyin_oversight bypassrls',
    'huiyin_oversight: is the server, and may more than it needs',
  ],
  [
    'a view that passes row security by',
    `create view leak as select * from complaint; grant select on leak to huiyin_app`,
    'public.leak: is a view that shows what its owner sees',
  ],
  [
    'a stored copy of everybody’s rows',
    `create materialized view leak as select * from complaint; grant select on leak to huiyin_app`,
    'public.leak: is a stored view, which no policy protects',
  ],
  [
    'a function that runs as its owner',
    `create function leak() returns bigint language sql security definer as 'select count(*) from complaint'`,
    'leak(): runs as its owner',
  ],
  [
    'a schema in which the server may make tables without protection',
    'grant create on schema public to huiyin_app',
    'public: lets the server make tables',
  ],
  [
    'a schema of the server’s own',
    'create schema leak authorization huiyin_app',
    'leak: belongs to the server',
    'leak: lets the server make tables',
  ],
  [
    'a server that bypasses row security',
    'alter role huiyin_app bypassrls',
    'huiyin_app: is the server, and may more than it needs',
  ],
];

test.each(BREACHES)('%s is named', async (_what, sql, ...breaches) => {
  expect(await breachesAfter(sql)).toEqual(breaches);
});

test('a view that sees as its caller does is none', async () => {
  const view = 'create view leak with (security_invoker = true) as select * from complaint';
  expect(await breachesAfter(view)).toEqual([]);
});

test('every rule is broken once above', () => {
  const broken = BREACHES.flatMap(([, , ...breaches]) =>
    breaches.map((breach) => breach.slice(breach.indexOf(': ') + 2)),
  );
  expect([...new Set(broken)].sort()).toEqual(Object.keys(RULES).sort());
});

/** The breaches once something has been done; then it is undone. */
async function breachesAfter(sql: string): Promise<string[]> {
  await owner.query('begin');
  try {
    await owner.query(sql);
    return await breachesOf(owner);
  } finally {
    await owner.query('rollback');
  }
}
