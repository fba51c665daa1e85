import { randomBytes } from 'node:crypto';
import { chmodSync, mkdirSync } from 'node:fs';
import { totalmem } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { startCluster } from '../apps/server/dist/db/embedded/cluster.js';
import { durableSettings } from '../apps/server/dist/db/embedded.js';
import { openDatabase } from '../apps/server/dist/open-database.js';

/** All peers hold their connections at once. */
const MAX_CONNECTIONS = 150;
const PASSWORD = 'of-a-throw-away-cluster';

/**
 * The embedded PostgreSQL on a folder of the benchmark's own, with the settings that `npm start` gives it (everything
 * written to disk at commit): the database to be filled, and a second one that stays almost empty.
 */
export async function openDatabases(folder) {
  mkdirSync(folder, { recursive: true });
  // PostgreSQL runs as another user when we are root: it must pass the folder.
  chmodSync(folder, 0o711);
  const cluster = await startCluster({
    folder: join(folder, 'bench-postgres'),
    password: PASSWORD,
    settings: { ...durableSettings(totalmem()), max_connections: MAX_CONNECTIONS },
    logFile: join(folder, 'bench-postgres.log'),
  });
  try {
    const maintenanceUrl = cluster.url('postgres');
    const [{ exists: isFilled }] = await ask(
      maintenanceUrl,
      `select exists (select from pg_database where datname = 'filled')`,
    );
    const secret = randomBytes(32).toString('hex');
    const open = async (name) => {
      const ownerUrl = cluster.url(name);
      const config = { mode: 'production', dataDir: folder, databaseUrl: ownerUrl, secret };
      const { runtimeUrl } = await openDatabase(config);
      return { ownerUrl, runtimeUrl };
    };
    if (!isFilled) await ask(maintenanceUrl, 'create database filled');
    await ask(maintenanceUrl, 'drop database if exists empty');
    await ask(maintenanceUrl, 'create database empty');
    return {
      secret,
      isFilled,
      filled: await open('filled'),
      empty: await open('empty'),
      close: () => cluster.stop(),
    };
  } catch (error) {
    await cluster.stop();
    throw error;
  }
}

/** Rows of one query, over a connection of its own. */
export async function ask(url, text, values = []) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(text, values)).rows;
  } finally {
    await client.end();
  }
}
