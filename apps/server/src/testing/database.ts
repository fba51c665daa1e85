import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { inject } from 'vitest';
import { migrate } from '../db/migrate.ts';
import { OVERSIGHT_ROLE, RUNTIME_ROLE } from '../db/tenant-table.ts';

const PASSWORD = 'test-only';
const TEMPLATE = 'huiyin_template';
/** Any number: whoever holds it makes the template, the others wait. */
const TEMPLATE_LOCK = 4_000;

export interface TestDatabase {
  /** The owner's (a superuser's) connection string: for looking behind row-level security. */
  readonly ownerUrl: string;
  /** The server's own role: owns nothing, bypasses nothing. */
  readonly appUrl: string;
  /** The role that reads across organisations. */
  readonly oversightUrl: string;
  /** Removes the database, ending whatever is still connected to it. */
  drop(): Promise<void>;
}

/**
 * A fresh, migrated database of one's own, for one test file. The first caller of a run migrates the template,
 * everybody gets a copy of it.
 */
export async function createTestDatabase(): Promise<TestDatabase> {
  const clusterUrl = inject('testClusterUrl');
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  await asSuperuser(clusterUrl, async (client) => {
    await makeTemplateOnce(client, clusterUrl);
    await client.query(`CREATE DATABASE ${name} TEMPLATE ${TEMPLATE}`);
  });
  const ownerUrl = urlOf(clusterUrl, name);
  return {
    ownerUrl,
    appUrl: urlOf(clusterUrl, name, { user: RUNTIME_ROLE, password: PASSWORD }),
    oversightUrl: urlOf(clusterUrl, name, { user: OVERSIGHT_ROLE, password: PASSWORD }),
    drop: () =>
      asSuperuser(clusterUrl, async (client) => {
        await client.query(`DROP DATABASE ${name} WITH (FORCE)`);
      }),
  };
}

async function makeTemplateOnce(client: pg.Client, clusterUrl: string): Promise<void> {
  await client.query('SELECT pg_advisory_lock($1)', [TEMPLATE_LOCK]);
  try {
    const { rowCount } = await client.query('SELECT FROM pg_database WHERE datname = $1', [TEMPLATE]);
    if (rowCount) return;
    // Named a template only when it is whole, so that a failed migration is not copied by the next caller.
    const draft = `${TEMPLATE}_draft`;
    await client.query(`DROP DATABASE IF EXISTS ${draft} WITH (FORCE)`);
    await client.query(`CREATE DATABASE ${draft}`);
    await migrate({ url: urlOf(clusterUrl, draft), passwordOf: () => PASSWORD });
    await client.query(`ALTER DATABASE ${draft} RENAME TO ${TEMPLATE}`);
  } finally {
    await client.query('SELECT pg_advisory_unlock($1)', [TEMPLATE_LOCK]);
  }
}

async function asSuperuser<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

function urlOf(clusterUrl: string, database: string, login?: { user: string; password: string }): string {
  const url = new URL(clusterUrl);
  url.pathname = `/${database}`;
  if (login) {
    url.username = login.user;
    url.password = login.password;
  }
  return url.href;
}
