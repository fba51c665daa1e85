import { mkdirSync } from 'node:fs';
import { totalmem } from 'node:os';
import { join } from 'node:path';
import type { Localized } from '@huiyin/shared';
import pg from 'pg';
import { keptSecret, readKeptSecret } from '../kept-secret.ts';
import type { StartupError } from '../startup-error.ts';
import { runningClusterUrl } from './embedded/cluster.ts';
import { keepRunning } from './embedded/keep-running.ts';
import { lockDataFolder } from './embedded/lock.ts';

const DATABASE = 'huiyin';
const PASSWORD = 'postgres-superuser';

export interface EmbeddedDatabase {
  /** A superuser's connection string: for migrations and for giving the server's own role its password. */
  readonly url: string;
  /** Settles when the database is gone for good, with why: it ended unasked and could not be started again. */
  readonly lost: Promise<StartupError>;
  /** Stops the database cleanly and lets the next start have the data folder. */
  stop(): Promise<void>;
}

/**
 * Starts the embedded PostgreSQL on `<dataDir>/postgres`, creating it at the first start. Everything acknowledged
 * survives `kill -9` of this process, of the database, or a power cut; a database that is killed is started again.
 * @param options.dataDir absolute path; made when absent
 * @param options.signal ends a start that is under way
 * @param options.onTrouble told when the database ended unasked, and when it is back
 * @throws StartupError when another process runs on the folder, or the database cannot start
 */
export async function startEmbeddedDatabase(options: {
  readonly dataDir: string;
  readonly signal?: AbortSignal | undefined;
  readonly onTrouble?: ((text: Localized) => void) | undefined;
}): Promise<EmbeddedDatabase> {
  const { dataDir, signal, onTrouble = () => undefined } = options;
  // PostgreSQL runs as another user when we are root: it must pass the folder, not read it.
  mkdirSync(dataDir, { recursive: true, mode: process.getuid?.() === 0 ? 0o711 : 0o700 });
  const lock = lockDataFolder(dataDir);
  try {
    const cluster = await keepRunning({
      onTrouble,
      signal,
      folder: join(dataDir, 'postgres'),
      password: keptSecret({ dataDir, name: PASSWORD }),
      settings: durableSettings(totalmem()),
      logFile: join(dataDir, 'postgres.log'),
    });
    try {
      await createDatabaseOnce(cluster.url('postgres'));
    } catch (error) {
      await cluster.stop();
      throw error;
    }
    return {
      url: cluster.url(DATABASE),
      lost: cluster.lost,
      stop: async () => {
        await cluster.stop();
        lock.release();
      },
    };
  } catch (error) {
    lock.release();
    throw error;
  }
}

/**
 * The superuser's connection string of the embedded database that a running server holds on this data folder;
 * undefined when none runs. For commands that work beside the server (import, verify).
 */
export function runningEmbeddedDatabase(options: { dataDir: string }): string | undefined {
  const password = readKeptSecret({ dataDir: options.dataDir, name: PASSWORD });
  const folder = join(options.dataDir, 'postgres');
  return password === undefined ? undefined : runningClusterUrl({ folder, password, database: DATABASE });
}

/** For an office's machine of a few GiB that does other things too. Durability is PostgreSQL's own default, named. */
export function durableSettings(memoryBytes: number): Record<string, string | number> {
  const memoryMb = memoryBytes / 2 ** 20;
  const sharedBuffersMb = Math.round(Math.min(1024, Math.max(128, memoryMb / 8)));
  return {
    fsync: 'on',
    synchronous_commit: 'on',
    full_page_writes: 'on',
    max_connections: 60,
    shared_buffers: `${sharedBuffersMb}MB`,
    effective_cache_size: `${Math.round(memoryMb / 2)}MB`,
    work_mem: '16MB',
    maintenance_work_mem: '128MB',
    max_wal_size: '2GB',
    random_page_cost: 1.1,
    // Compiling pays for queries of seconds; ours take milliseconds.
    jit: 'off',
    huge_pages: 'off',
    timezone: 'UTC',
    log_timezone: 'UTC',
  };
}

async function createDatabaseOnce(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const { rowCount } = await client.query('SELECT FROM pg_database WHERE datname = $1', [DATABASE]);
    if (rowCount === 0) await client.query(`CREATE DATABASE ${DATABASE}`);
  } finally {
    await client.end();
  }
}
