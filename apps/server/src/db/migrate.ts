import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { DataSource } from 'typeorm';
import { prepareJobs } from '../jobs/jobs.ts';
import { StartupError } from '../startup-error.ts';
import { Organizations0001000000000 } from './migrations/0001-organizations.ts';
import { Complaints0002000000000 } from './migrations/0002-complaints.ts';
import { Identity0003000000000 } from './migrations/0003-identity.ts';
import { Imports0004000000000 } from './migrations/0004-imports.ts';
import { Reports0005000000000 } from './migrations/0005-reports.ts';
import { RUNTIME_ROLE } from './tenant-table.ts';

/** In the order they are applied; a migration that has been released never changes. */
export const MIGRATIONS = [
  Organizations0001000000000,
  Complaints0002000000000,
  Identity0003000000000,
  Imports0004000000000,
  Reports0005000000000,
];

/** PostgreSQL's own numbering: 150000 is 15.0. */
const OLDEST_SERVER = 150_000;
/** Any number that nobody else uses: two servers starting at once migrate one after the other. */
const MIGRATION_LOCK = 4_711_001;

/**
 * Brings the database up to date and makes sure of the runtime role.
 * @param options.url connection of an owner who may create roles and extensions
 * @param options.runtimePassword new password of the runtime role; absent leaves it as it is
 * @throws StartupError when the server is too old or the owner may not do what is needed
 */
export async function migrate(options: {
  readonly url: string;
  readonly runtimePassword?: string;
}): Promise<void> {
  const client = new pg.Client({ connectionString: options.url });
  await client.connect();
  try {
    await requireServer(client);
    await client.query('select pg_advisory_lock($1)', [MIGRATION_LOCK]);
    await ensureRuntimeRole(client, options.runtimePassword);
    await runMigrations(options.url);
    await prepareJobs(options.url);
  } finally {
    // Ending the session gives the lock back.
    await client.end();
  }
}

/** Whether every migration has been applied. */
export async function isMigrated(
  query: (text: string) => Promise<readonly { name: string }[]>,
): Promise<boolean> {
  const applied = new Set((await query('select name from migration')).map(({ name }) => name));
  return MIGRATIONS.every((migration) => applied.has(migration.name));
}

async function requireServer(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ version: number; text: string }>(
    `select current_setting('server_version_num')::int as version, current_setting('server_version') as text`,
  );
  const [server] = rows;
  if (server && server.version < OLDEST_SERVER) {
    throw new StartupError({
      zh: `数据库是 PostgreSQL ${server.text}，需要 15 或更高版本。请升级数据库后再启动。`,
      en: `The database is PostgreSQL ${server.text}; 15 or later is needed. Upgrade it, then start again.`,
    });
  }
}

async function ensureRuntimeRole(client: pg.Client, password: string | undefined): Promise<void> {
  try {
    const { rowCount } = await client.query('select from pg_roles where rolname = $1', [RUNTIME_ROLE]);
    if (rowCount === 0) {
      const unknown = randomBytes(24).toString('hex');
      await client.query(
        `create role ${RUNTIME_ROLE} login nosuperuser nobypassrls nocreatedb nocreaterole password '${unknown}'`,
      );
    }
    if (password !== undefined) {
      await client.query(`alter role ${RUNTIME_ROLE} password ${client.escapeLiteral(password)}`);
    }
  } catch (error) {
    const { code, message } = error as { code?: string; message: string };
    // Another database of the same server may be creating it at this moment.
    if (code === '42710' || code === '23505') return;
    if (code === '42501') {
      throw new StartupError(
        {
          zh: `数据库用户没有创建角色 ${RUNTIME_ROLE} 的权限。请在 DATABASE_URL 中使用有 CREATEROLE 权限的用户。`,
          en: `The database user may not create the role ${RUNTIME_ROLE}. Give DATABASE_URL a user with CREATEROLE.`,
        },
        { cause: error },
      );
    }
    throw new Error(`The runtime role could not be made sure of: ${message}`, { cause: error });
  }
}

async function runMigrations(url: string): Promise<void> {
  const source = new DataSource({
    type: 'postgres',
    url,
    migrations: MIGRATIONS,
    migrationsTableName: 'migration',
    migrationsTransactionMode: 'each',
  });
  await source.initialize();
  try {
    await source.runMigrations();
    await source.query(`grant select on migration to ${RUNTIME_ROLE}`);
  } finally {
    await source.destroy();
  }
}
