import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { startCluster } from '../db/embedded/cluster.ts';
import { randomSecret } from '../kept-secret.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** A superuser's connection string for the throw-away cluster's `postgres` database. */
    testClusterUrl: string;
  }
}

/** One throw-away PostgreSQL for all test files of a run: a start takes a second, a database in it a moment. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = mkdtempSync(join(tmpdir(), 'huiyin-test-'));
  chmodSync(folder, 0o711);
  const cluster = await startCluster({
    folder: join(folder, 'postgres'),
    password: randomSecret(),
    // Nothing here outlives the run: writing it out safely would be waste.
    settings: {
      fsync: 'off',
      synchronous_commit: 'off',
      full_page_writes: 'off',
      max_connections: 200,
      shared_buffers: '128MB',
      max_wal_size: '4GB',
      jit: 'off',
      timezone: 'UTC',
    },
    logFile: join(folder, 'postgres.log'),
  });
  project.provide('testClusterUrl', cluster.url('postgres'));
  return async () => {
    await cluster.stop();
    rmSync(folder, { recursive: true, force: true });
  };
}
