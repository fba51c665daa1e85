import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { Database } from '../tenancy/database.ts';
import { createTestDatabase, type TestDatabase } from '../testing/database.ts';
import { Jobs } from './jobs.ts';

const tenantId = '01900000-0000-7000-8000-00000000000a';

let store: TestDatabase;
let database: Database;
let jobs: Jobs;
const errors: unknown[] = [];

beforeAll(async () => {
  store = await createTestDatabase();
  database = await Database.open({ url: store.appUrl, poolSize: 2 });
  jobs = await Jobs.open({ url: store.appUrl, onError: (error) => void errors.push(error) });
});

afterAll(async () => {
  await jobs.close();
  await database.close();
  await store.drop();
  expect(errors).toEqual([]);
});

test('a job is done when the transaction that asked for it is committed, and only then', async () => {
  const done: string[] = [];
  await jobs.work('import.work', async ({ importId }) => void done.push(importId));
  const undone = database.inTenant({ tenantId }, async (tx) => {
    await jobs.enqueue('import.work', { tenantId, importId: 'undone' }, tx);
    throw new Error('changed my mind');
  });
  await expect(undone).rejects.toThrow('changed my mind');
  await database.inTenant({ tenantId }, (tx) =>
    jobs.enqueue('import.work', { tenantId, importId: 'committed' }, tx),
  );
  await jobs.enqueue('import.work', { tenantId, importId: 'without one' });
  await vi.waitFor(() => expect([...done].sort()).toEqual(['committed', 'without one']), 20_000);
});

test('a job that lost its database goes on when it is back, without counting as failed', async () => {
  let tries = 0;
  let finished = false;
  await jobs.work('clocks.recompute', async () => {
    tries += 1;
    if (tries === 1) {
      await database.asPlatform((query) =>
        query({ text: 'select pg_terminate_backend(pg_backend_pid())', values: [] }),
      );
    }
    finished = true;
  });
  await jobs.enqueue('clocks.recompute', { tenantId, reason: 'test' });
  await vi.waitFor(() => expect(finished).toBe(true), 20_000);
  expect(tries).toBe(2);
});
