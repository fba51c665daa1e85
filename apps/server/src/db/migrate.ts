import pg from 'pg';
import { DataSource } from 'typeorm';
import { prepareJobs } from '../jobs/jobs.ts';
import { StartupError } from '../startup-error.ts';
import { Organizations0001000000000 } from './migrations/0001-organizations.ts';
import { Complaints0002000000000 } from './migrations/0002-complaints.ts';
import { Identity0003000000000 } from './migrations/0003-identity.ts';
import { Imports0004000000000 } from './migrations/0004-imports.ts';
import { Reports0005000000000 } from './migrations/0005-reports.ts';
import { ImportReading0006000000000 } from './migrations/0006-import-reading.ts';
import { OfficesAndCalls0009000000000 } from './migrations/0009-offices-and-calls.ts';
import { PublicAccess0010000000000 } from './migrations/0010-public-access.ts';
import { CasesSideBySide0030000000000 } from './migrations/0030-cases-side-by-side.ts';
import { Administration0038000000000 } from './migrations/0038-administration.ts';
import { AgreedPrivacyNotice0044000000000 } from './migrations/0044-agreed-privacy-notice.ts';
import { Oversight0046000000000 } from './migrations/0046-oversight.ts';
import { Retention0050000000000 } from './migrations/0050-retention.ts';
import { Incidents0053000000000 } from './migrations/0053-incidents.ts';
import { IncidentProposals0054000000000 } from './migrations/0054-incident-proposals.ts';
import { Engineering0057000000000 } from './migrations/0057-engineering.ts';
import { Training0061000000000 } from './migrations/0061-training.ts';
import { Visits0062000000000 } from './migrations/0062-visits.ts';
import { GuidanceCards0063000000000 } from './migrations/0063-guidance-cards.ts';
import { Suggestions0065000000000 } from './migrations/0065-suggestions.ts';
import { DocumentTexts0067000000000 } from './migrations/0067-document-texts.ts';
import { RespondentRegister0069000000000 } from './migrations/0069-respondent-register.ts';
import { Sites0071000000000 } from './migrations/0071-sites.ts';
import { HealthLooks0072000000000 } from './migrations/0072-health-looks.ts';
import { Versions0073000000000 } from './migrations/0073-versions.ts';
import { VisitSubjects0074000000000 } from './migrations/0074-visit-subjects.ts';
import { BuildingCounts0075000000000 } from './migrations/0075-building-counts.ts';
import { HealthLooksAtFiles0076000000000 } from './migrations/0076-health-looks-at-files.ts';
import { PersonRequests0077000000000 } from './migrations/0077-person-requests.ts';
import { OverseenCases0082000000000 } from './migrations/0082-overseen-cases.ts';
import { ApiBudget0085000000000 } from './migrations/0085-api-budget.ts';
import { ScopesPerNoun0086000000000 } from './migrations/0086-scopes-per-noun.ts';
import { KeyLife0087000000000 } from './migrations/0087-key-life.ts';
import { Webhooks0088000000000 } from './migrations/0088-webhooks.ts';
import { LongestSession0091000000000 } from './migrations/0091-longest-session.ts';
import { Open3110094000000000 } from './migrations/0094-open311.ts';
import { ComplaintLetters0095000000000 } from './migrations/0095-complaint-letters.ts';
import { ensureLogin, ensureRole } from './runtime-role.ts';
import { OVERSIGHT_ROLE, RUNTIME_ROLE } from './tenant-table.ts';

/** In the order they are applied; a migration that has been released never changes. */
export const MIGRATIONS = [
  Organizations0001000000000,
  Complaints0002000000000,
  Identity0003000000000,
  Imports0004000000000,
  Reports0005000000000,
  ImportReading0006000000000,
  OfficesAndCalls0009000000000,
  PublicAccess0010000000000,
  CasesSideBySide0030000000000,
  Administration0038000000000,
  AgreedPrivacyNotice0044000000000,
  Oversight0046000000000,
  Retention0050000000000,
  Incidents0053000000000,
  IncidentProposals0054000000000,
  Engineering0057000000000,
  Training0061000000000,
  Visits0062000000000,
  GuidanceCards0063000000000,
  Suggestions0065000000000,
  DocumentTexts0067000000000,
  RespondentRegister0069000000000,
  Sites0071000000000,
  HealthLooks0072000000000,
  Versions0073000000000,
  VisitSubjects0074000000000,
  BuildingCounts0075000000000,
  HealthLooksAtFiles0076000000000,
  PersonRequests0077000000000,
  OverseenCases0082000000000,
  ApiBudget0085000000000,
  ScopesPerNoun0086000000000,
  KeyLife0087000000000,
  Webhooks0088000000000,
  LongestSession0091000000000,
  Open3110094000000000,
  ComplaintLetters0095000000000,
];

/** PostgreSQL's own numbering: 150000 is 15.0. */
const OLDEST_SERVER = 150_000;
/** Any number that nobody else uses: two servers starting at once migrate one after the other. */
const MIGRATION_LOCK = 4_711_001;

/** The connections of the roles that the server works as: neither owns or bypasses anything. */
export interface RoleUrls {
  /** Of the role that works inside organisations. */
  readonly runtimeUrl: string;
  /** Of the role that reads across them. */
  readonly oversightUrl: string;
}

/**
 * Brings the database up to date and makes sure of its roles.
 * @param options.url connection of an owner who may create roles, schemas and extensions
 * @param options.passwordOf what a role is to log in with
 * @throws StartupError when the server is too old or the owner may not do what is needed
 */
export async function migrate(options: {
  readonly url: string;
  readonly passwordOf: (role: string) => string;
}): Promise<RoleUrls> {
  const { url, passwordOf } = options;
  const client = new pg.Client({ connectionString: url });
  // A server that ends meanwhile says so in the answer to the next statement.
  client.on('error', () => undefined);
  await client.connect();
  try {
    await requireServer(client);
    await client.query('select pg_advisory_lock($1)', [MIGRATION_LOCK]);
    await ensureRole(client, RUNTIME_ROLE);
    await ensureRole(client, OVERSIGHT_ROLE);
    await runMigrations(url).catch(explain);
    await prepareJobs(url).catch(explain);
    const logIn = async (role: string): Promise<string> => {
      const password = passwordOf(role);
      const roleUrl = withLogin(url, role, password);
      await ensureLogin({ client, role, url: roleUrl, password });
      return roleUrl;
    };
    return { runtimeUrl: await logIn(RUNTIME_ROLE), oversightUrl: await logIn(OVERSIGHT_ROLE) };
  } finally {
    // Ending the session gives the lock back.
    await client.end();
  }
}

function withLogin(url: string, user: string, password: string): string {
  const login = new URL(url);
  login.username = user;
  login.password = password;
  return login.href;
}

/** Words what keeps the owner from changing the schema. @throws always */
function explain(error: unknown): never {
  const { code, message } = error as { code?: string; message: string };
  if (code === '42501') {
    throw new StartupError(
      {
        zh: `DATABASE_URL 中的数据库用户权限不足（${message}）。请让它成为该数据库的所有者：ALTER DATABASE … OWNER TO 该用户。`,
        en: `The database user of DATABASE_URL lacks a right (${message}). Make it the owner of the database: ALTER DATABASE … OWNER TO ….`,
      },
      { cause: error },
    );
  }
  // No control file of the extension, said in two ways by older and newer servers.
  if ((code === '58P01' || code === '0A000') && /extension/.test(message)) {
    throw new StartupError(
      {
        zh: `数据库缺少扩展（${message}）。请安装 PostgreSQL 的 contrib 扩展包（pg_trgm、btree_gin）。`,
        en: `The database lacks an extension (${message}). Install PostgreSQL's contrib package (pg_trgm, btree_gin).`,
      },
      { cause: error },
    );
  }
  throw error;
}

/** Whether every migration has been applied. */
export async function isMigrated(
  query: (text: string) => Promise<readonly { name: string }[]>,
): Promise<boolean> {
  const applied = new Set((await query('select name from migration')).map(({ name }) => name));
  return MIGRATIONS.every((migration) => applied.has(migration.name));
}

async function requireServer(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ version: number; text: string; encoding: string }>(
    `select current_setting('server_version_num')::int as version, current_setting('server_version') as text,
      current_setting('server_encoding') as encoding`,
  );
  const [server] = rows;
  if (server && server.encoding !== 'UTF8') {
    throw new StartupError({
      zh: `数据库的编码是 ${server.encoding}，需要 UTF8。请新建数据库：CREATE DATABASE … ENCODING 'UTF8' TEMPLATE template0。`,
      en: `The database is encoded in ${server.encoding}; UTF8 is needed. Create one: CREATE DATABASE … ENCODING 'UTF8' TEMPLATE template0.`,
    });
  }
  if (server && server.version < OLDEST_SERVER) {
    throw new StartupError({
      zh: `数据库是 PostgreSQL ${server.text}，需要 15 或更高版本。请升级数据库后再启动。`,
      en: `The database is PostgreSQL ${server.text}; 15 or later is needed. Upgrade it, then start again.`,
    });
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
