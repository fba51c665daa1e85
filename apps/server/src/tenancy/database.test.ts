import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../testing/database.ts';
import { isConnectionLost } from './connection-lost.ts';
import { Database } from './database.ts';
import { Pipeline } from './pipeline.ts';

const A = { tenantId: '01900000-0000-7000-8000-00000000000a' };
const B = { tenantId: '01900000-0000-7000-8000-00000000000b' };

let test_: TestDatabase;
let database: Database;

beforeAll(async () => {
  test_ = await createTestDatabase();
  database = await Database.open({ url: test_.appUrl, poolSize: 4, statementTimeoutMs: 2_000 });
  for (const [tenant, name] of [
    [A, '甲单位'],
    [B, '乙单位'],
  ] as const) {
    await database.inTenant(tenant, (tx) =>
      tx.query({
        text: `insert into organization (tenant_id, name, sector, region) values ($1, $2, 'TOURISM', '440300')`,
        values: [tenant.tenantId, name],
      }),
    );
  }
});

afterAll(async () => {
  await database.close();
  await test_.drop();
});

const names = (tenant: { tenantId: string }) =>
  database.readInTenant<{ name: string }>(tenant, {
    name: 'test.names',
    text: 'select name from organization order by name',
    values: [],
  });

describe('reading inside an organisation', () => {
  test('shows its own rows and nobody else’s', async () => {
    expect(await names(A)).toEqual([{ name: '甲单位' }]);
    expect(await names(B)).toEqual([{ name: '乙单位' }]);
  });

  test('gives every kind of value as pg itself does', async () => {
    const text = `select $1::text as t, $2::int as i, $3::jsonb as j, $4::text[] as a, $5::bytea as b, $6::boolean as f, null as n`;
    const values = ['七“七', 7, { a: [1, '二'] }, ['x"y', 'z\\', '逗,号'], Buffer.from([1, 2]), false];
    const [pipelined] = await database.readInTenant(A, { name: 'test.values', text, values });
    const [plain] = await database.inTenant(A, (tx) => tx.query({ text, values }));
    expect(pipelined).toEqual(plain);
    expect(pipelined).toMatchObject({ t: '七“七', i: 7, a: ['x"y', 'z\\', '逗,号'], f: false, n: null });
  });

  test('several statements come back in their order', async () => {
    const results = await database.readAllInTenant(A, [
      { text: 'select 1 as one', values: [] },
      { text: 'select name from organization where false', values: [] },
      { name: 'test.names', text: 'select name from organization order by name', values: [] },
    ]);
    expect(results).toEqual([[{ one: 1 }], [], [{ name: '甲单位' }]]);
  });

  test('an error leaves the connection usable, and its statement can be prepared again', async () => {
    const single = await Database.open({ url: test_.appUrl, poolSize: 1 });
    const divide = (by: number) =>
      single.readInTenant(A, { name: 'test.divide', text: 'select 10 / $1::int as result', values: [by] });
    await expect(divide(0)).rejects.toMatchObject({ code: '22012' });
    expect(await divide(5)).toEqual([{ result: 2 }]);
    await expect(divide(0)).rejects.toMatchObject({ code: '22012' });
    expect(await divide(2)).toEqual([{ result: 5 }]);
    await single.close();
  });

  test('the setting ends with the read: outside, a tenant’s table is empty', async () => {
    await names(A);
    const outside = await Promise.all(
      Array.from({ length: 8 }, () =>
        database.asPlatform((query) => query({ text: 'select name from organization', values: [] })),
      ),
    );
    expect(outside.flat()).toEqual([]);
  });

  test('two organisations reading at once over few connections never mix', async () => {
    const reads = Array.from({ length: 200 }, (_, index) => names(index % 2 === 0 ? A : B));
    const results = await Promise.all(reads);
    for (const [index, rows] of results.entries()) {
      expect(rows).toEqual([{ name: index % 2 === 0 ? '甲单位' : '乙单位' }]);
    }
  });

  test('a statement that takes too long is cancelled, and the connection goes on', async () => {
    await expect(database.readInTenant(A, { text: 'select pg_sleep(10)', values: [] })).rejects.toMatchObject(
      { code: '57014' },
    );
    expect(await names(A)).toEqual([{ name: '甲单位' }]);
  });

  test('a connection that dies in the middle is not used again', async () => {
    const single = await Database.open({ url: test_.appUrl, poolSize: 1 });
    await expect(
      single.readInTenant(A, { text: 'select pg_terminate_backend(pg_backend_pid())', values: [] }),
    ).rejects.toThrow();
    expect(await single.readInTenant(A, { text: 'select 1 as one', values: [] })).toEqual([{ one: 1 }]);
    await single.close();
  });
});

describe('writing inside an organisation', () => {
  test('a row for another organisation is refused by the database itself', async () => {
    const write = database.inTenant(A, (tx) =>
      tx.query({
        text: `insert into department (tenant_id, id, name) values ($1, '01900000-0000-7000-8000-0000000000d1', '部门')`,
        values: [B.tenantId],
      }),
    );
    await expect(write).rejects.toMatchObject({ code: '42501' });
  });

  test('a change of one look and one write takes two round trips, BEGIN and COMMIT included', async () => {
    const trips = vi.spyOn(Pipeline, 'run');
    await database.inTenant(A, async (tx) => {
      const [[one], [organization]] = await Promise.all([
        tx.query({ text: 'select 1 as one', values: [] }),
        tx.query({ name: 'test.lock', text: 'select name from organization for update', values: [] }),
      ]);
      expect([one, organization]).toEqual([{ one: 1 }, { name: '甲单位' }]);
      tx.later({ text: `update organization set region = $1`, values: ['440304'] });
    });
    expect(trips).toHaveBeenCalledTimes(2);
    trips.mockRestore();
    const regions = await database.readInTenant(A, { text: 'select region from organization', values: [] });
    expect(regions).toEqual([{ region: '440304' }]);
  });

  test('what was sent along is there for the next statement', async () => {
    const seen = await database.inTenant(B, async (tx) => {
      tx.later({ text: `update organization set region = '110000'`, values: [] });
      return tx.query({ text: 'select region from organization', values: [] });
    });
    expect(seen).toEqual([{ region: '110000' }]);
  });

  test('a failure in what was sent along undoes everything', async () => {
    const work = database.inTenant(A, async (tx) => {
      await tx.query({ text: `update organization set name = '改名'`, values: [] });
      tx.later({ text: 'select 1 / 0', values: [] });
    });
    await expect(work).rejects.toMatchObject({ code: '22012' });
    expect(await names(A)).toEqual([{ name: '甲单位' }]);
  });

  test('of two asked for together both fail with the first one’s error, and the connection goes on', async () => {
    const single = await Database.open({ url: test_.appUrl, poolSize: 1 });
    const settled = await single
      .inTenant(A, (tx) =>
        Promise.allSettled([
          tx.query({ name: 'test.wrong', text: 'select 1 / $1::int', values: [0] }),
          tx.query({ name: 'test.right', text: 'select 1 as one', values: [] }),
        ]).then((both) => Promise.reject(both.map((one) => (one as PromiseRejectedResult).reason.code))),
      )
      .catch((codes: unknown) => codes);
    expect(settled).toEqual(['22012', '22012']);
    const again = await single.inTenant(A, (tx) =>
      tx.query({ name: 'test.right', text: 'select 1 as one', values: [] }),
    );
    expect(again).toEqual([{ one: 1 }]);
    await single.close();
  });

  test('what work throws undoes everything it did', async () => {
    const work = database.inTenant(A, async (tx) => {
      await tx.query({ text: `update organization set name = '改名'`, values: [] });
      throw new Error('changed my mind');
    });
    await expect(work).rejects.toThrow('changed my mind');
    expect(await names(A)).toEqual([{ name: '甲单位' }]);
  });

  test('a swallowed error is not taken for success', async () => {
    const work = database.inTenant(A, async (tx) => {
      await tx.query({ text: `update organization set name = '改名'`, values: [] });
      await tx.query({ text: 'select 1 / 0', values: [] }).catch(() => undefined);
    });
    await expect(work).rejects.toThrow('had failed before it was committed');
    expect(await names(A)).toEqual([{ name: '甲单位' }]);
  });

  test('a transaction inside a transaction is refused, and nothing can be sent after the end', async () => {
    await expect(database.inTenant(A, () => database.inTenant(A, async () => 1))).rejects.toThrow(
      'open already',
    );
    let kept: { query(statement: { text: string; values: [] }): Promise<unknown> } | undefined;
    await database.inTenant(A, async (tx) => {
      kept = tx;
    });
    await expect(kept?.query({ text: 'select 1', values: [] })).rejects.toThrow('over');
  });

  test('a transaction that meets a deadlock is run again', async () => {
    let tries = 0;
    const result = await database.inTenant(A, async () => {
      tries += 1;
      if (tries < 3) throw Object.assign(new Error('deadlock'), { code: '40P01' });
      return tries;
    });
    expect(result).toBe(3);
  });

  test('a connection that dies in the middle is told as that, and not used again', async () => {
    const single = await Database.open({ url: test_.appUrl, poolSize: 1 });
    const work = single.inTenant(A, async (tx) => {
      await tx.query({ text: `update organization set name = '改名'`, values: [] });
      await tx.query({ text: 'select pg_terminate_backend(pg_backend_pid())', values: [] });
    });
    const error = await work.catch((caught: unknown) => caught);
    expect(error).toBeInstanceOf(Error);
    expect(isConnectionLost(error)).toBe(true);
    const again = await single.inTenant(A, (tx) =>
      tx.query({ text: 'select name from organization', values: [] }),
    );
    expect(again).toEqual([{ name: '甲单位' }]);
    await single.close();
  });

  test('nothing but a UUID reaches the text of SET LOCAL', async () => {
    const evil = { tenantId: `x'; drop table organization; --` };
    await expect(database.inTenant(evil, async () => 1)).rejects.toThrow('no organisation');
    await expect(database.readInTenant(evil, { text: 'select 1', values: [] })).rejects.toThrow(
      'no organisation',
    );
  });
});
