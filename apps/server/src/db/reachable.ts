import pg from 'pg';
import { StartupError } from '../startup-error.ts';

/** Throws a {@link StartupError} that says what to do when no database answers at the address within five seconds. */
export async function requireReachable(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5_000 });
  try {
    await client.connect();
    await client.end();
  } catch (error) {
    const { hostname, port } = new URL(url);
    throw new StartupError(
      {
        zh: `连接不上数据库 ${hostname}:${port || 5432}（${(error as Error).message}）。请检查 DATABASE_URL，并确认数据库已启动。`,
        en: `The database at ${hostname}:${port || 5432} cannot be reached (${(error as Error).message}). Check DATABASE_URL and that it is running.`,
      },
      { cause: error },
    );
  }
}
