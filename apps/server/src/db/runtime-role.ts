import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { StartupError } from '../startup-error.ts';

/** PostgreSQL's codes for a login that it refuses: no such password, no such way in. */
const LOGIN_REFUSED: ReadonlySet<string> = new Set(['28P01', '28000']);
const LOGIN_TIMEOUT_MS = 10_000;

/** Makes a role that the server works as, once, with a password that nobody knows. */
export async function ensureRole(client: pg.Client, role: string): Promise<void> {
  try {
    const { rowCount } = await client.query('select from pg_roles where rolname = $1', [role]);
    if (rowCount) return;
    const unknown = randomBytes(24).toString('hex');
    await client.query(
      `create role ${role} login nosuperuser nobypassrls nocreatedb nocreaterole password '${unknown}'`,
    );
  } catch (error) {
    const { code } = error as { code?: string };
    // Another database of the same server may be creating it at this moment.
    if (code === '42710' || code === '23505') return;
    throw code === '42501' ? mayNotCreate(role, error) : error;
  }
}

/**
 * Makes sure that the server can log in with this password, and that the role neither owns nor bypasses anything. A
 * password that works already stays; one that another running installation uses is not taken from it.
 * @param options.client the owner's connection
 * @param options.url the address that the server will connect with as this role
 * @throws StartupError with what to do
 */
export async function ensureLogin(options: {
  readonly client: pg.Client;
  readonly role: string;
  readonly url: string;
  readonly password: string;
}): Promise<void> {
  const { client, role, url, password } = options;
  if (await logIn(role, url)) return;
  if (await isUsedElsewhere(client, role)) throw usedElsewhere(role);
  try {
    await client.query(`alter role ${role} password ${client.escapeLiteral(password)}`);
  } catch (error) {
    throw (error as { code?: string }).code === '42501' ? mayNotChange(role, error) : error;
  }
  if (!(await logIn(role, url))) throw loginRefused(role);
}

/** Whether the server can log in. @throws StartupError when it could, but as somebody who may too much */
async function logIn(role: string, url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: LOGIN_TIMEOUT_MS });
  // A server that ends while we ask says so in the answer to the question.
  client.on('error', () => undefined);
  try {
    await client.connect();
  } catch (error) {
    if (LOGIN_REFUSED.has((error as { code?: string }).code ?? '')) return false;
    throw loginFailed(role, error);
  }
  try {
    const { rows } = await client.query<{ sound: boolean }>(
      `select rolname = $1 and not rolsuper and not rolbypassrls and not exists (
          select from pg_class where relowner = r.oid
        ) as sound from pg_roles r where rolname = current_user`,
      [role],
    );
    if (!rows[0]?.sound) throw mayTooMuch(role);
    return true;
  } finally {
    await client.end();
  }
}

/** Whether another installation runs as this role now, or keeps its data in another database of the server. */
async function isUsedElsewhere(client: pg.Client, role: string): Promise<boolean> {
  const { rows } = await client.query<{ used: boolean }>(
    `select exists (select from pg_stat_activity where usename = $1)
       or exists (
         select from pg_shdepend d join pg_roles r on r.oid = d.refobjid
         where d.refclassid = 'pg_authid'::regclass and r.rolname = $1
           and d.dbid not in (0, (select oid from pg_database where datname = current_database()))
       ) as used`,
    [role],
  );
  return rows[0]?.used ?? false;
}

function mayNotCreate(role: string, cause: unknown): StartupError {
  return new StartupError(
    {
      zh: `DATABASE_URL 中的数据库用户无权创建角色 ${role}。请由数据库管理员执行 ALTER ROLE 该用户 CREATEROLE，或改用有此权限的用户。`,
      en: `The database user of DATABASE_URL may not create the role ${role}. Have the database's administrator run ALTER ROLE … CREATEROLE for it, or name a user who may.`,
    },
    { cause },
  );
}

function mayNotChange(role: string, cause: unknown): StartupError {
  return new StartupError(
    {
      zh: `角色 ${role} 不是由 DATABASE_URL 中的数据库用户创建的，该用户无权设置其密码。请由数据库管理员执行 GRANT ${role} TO 该用户 WITH ADMIN OPTION，并确认该用户有 CREATEROLE 权限。`,
      en: `The role ${role} was made by somebody else, and the database user of DATABASE_URL may not set its password. Have the database's administrator run GRANT ${role} TO … WITH ADMIN OPTION, and see that the user has CREATEROLE.`,
    },
    { cause },
  );
}

function usedElsewhere(role: string): StartupError {
  return new StartupError({
    zh: `角色 ${role} 正被同一 PostgreSQL 上的另一套回音使用，而密钥不同。同一数据库的多个服务须使用相同的 HUIYIN_SECRET（演示模式为同一 DATA_DIR）；另一套系统请使用另一个 PostgreSQL。`,
    en: `The role ${role} is in use by another Huiyin on the same PostgreSQL, with another secret. Servers of one database need the same HUIYIN_SECRET (in demo mode: the same DATA_DIR); a second installation needs a PostgreSQL of its own.`,
  });
}

function loginRefused(role: string): StartupError {
  return new StartupError({
    zh: `数据库拒绝角色 ${role} 用密码登录。请在 pg_hba.conf 中允许它从本机以 scram-sha-256 方式连接。`,
    en: `The database refuses the role ${role} a login by password. Allow it one from this machine with scram-sha-256 in pg_hba.conf.`,
  });
}

function loginFailed(role: string, cause: unknown): StartupError {
  const { message } = cause as Error;
  return new StartupError(
    {
      zh: `角色 ${role} 无法连接数据库（${message}）。请检查该角色对数据库的 CONNECT 权限和连接数上限。`,
      en: `The role ${role} cannot connect to the database (${message}). Check its CONNECT privilege and the limit of connections.`,
    },
    { cause },
  );
}

function mayTooMuch(role: string): StartupError {
  return new StartupError({
    zh: `服务器应以角色 ${role} 工作，且该角色不得是超级用户、不得有 BYPASSRLS、不得拥有任何表，否则单位之间的隔离失效。请检查 DATABASE_URL 和该角色。`,
    en: `The server must work as the role ${role}, which must be no superuser, have no BYPASSRLS and own no table, or nothing keeps organisations apart. Check DATABASE_URL and the role.`,
  });
}
