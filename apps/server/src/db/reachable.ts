import pg from 'pg';
import { StartupError } from '../startup-error.ts';

const TIMEOUT_MS = 5_000;

/**
 * Connects once to an own database.
 * @returns the address with the name of the database in it: left out, each user would get one of their own name
 * @throws StartupError that says what to do when no database answers within five seconds
 */
export async function requireReachable(url: string): Promise<string> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: TIMEOUT_MS });
  client.on('error', () => undefined);
  try {
    await client.connect();
    const { rows } = await client.query<{ name: string }>('select current_database() as name');
    await client.end();
    const whole = new URL(url);
    whole.pathname = encodeURIComponent(rows[0]?.name ?? '');
    return whole.href;
  } catch (error) {
    throw unreachable(url, error);
  }
}

function unreachable(url: string, cause: unknown): StartupError {
  const { hostname, port } = new URL(url);
  const where = `${hostname}:${port || 5432}`;
  // Of several addresses tried (IPv6 and IPv4), the error as a whole has no words.
  const reason = (cause as Error).message || (cause as { code?: string }).code || String(cause);
  return new StartupError(
    {
      zh: `连接不上数据库 ${where}（${reason}）。请检查 DATABASE_URL，并确认数据库已启动。`,
      en: `The database at ${where} cannot be reached (${reason}). Check DATABASE_URL and that it is running.`,
    },
    { cause },
  );
}
