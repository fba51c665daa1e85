import pg from 'pg';
import { expect, test } from 'vitest';
import { createTestDatabase } from './database.ts';

async function query(url: string, sql: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}

test('two test files at once have migrated databases of their own', async () => {
  const [mine, theirs] = await Promise.all([createTestDatabase(), createTestDatabase()]);
  await query(mine.ownerUrl, 'create table only_mine ()');
  expect(await query(theirs.ownerUrl, "select to_regclass('only_mine') as found")).toEqual([{ found: null }]);
  expect(await query(theirs.ownerUrl, 'select name from migration limit 1')).toHaveLength(1);
  await mine.drop();
  await theirs.drop();
  await expect(query(mine.ownerUrl, 'select 1')).rejects.toThrow(/does not exist/);
});

test("the server's own role owns nothing and bypasses nothing", async () => {
  const database = await createTestDatabase();
  const rows = await query(
    database.appUrl,
    `select rolsuper, rolbypassrls, (select count(*)::int from pg_class where relowner = r.oid) as owned
     from pg_roles r where rolname = current_user`,
  );
  expect(rows).toEqual([{ rolsuper: false, rolbypassrls: false, owned: 0 }]);
  await database.drop();
});
