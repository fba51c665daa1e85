import { createHmac } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import type { Config } from './config.ts';
import { runningEmbeddedDatabase, startEmbeddedDatabase } from './db/embedded.ts';
import { migrate } from './db/migrate.ts';
import { requireReachable } from './db/reachable.ts';
import { RUNTIME_ROLE } from './db/tenant-table.ts';
import { keptSecret } from './kept-secret.ts';

/** The database as the server works on it. */
export interface OpenDatabase {
  /** Connection of the runtime role, which owns nothing and bypasses nothing. */
  readonly runtimeUrl: string;
  /** Signs sessions. */
  readonly secret: string;
  /** Stops what was started here. */
  close(): Promise<void>;
}

/**
 * Opens the database of the settings, brought up to date: one's own, or the embedded one in the data folder.
 * @param options.share use an embedded database that a running server has started already (for commands beside it)
 * @throws StartupError that says what to do
 */
export async function openDatabase(config: Config, { share = false } = {}): Promise<OpenDatabase> {
  mkdirSync(config.dataDir, { recursive: true });
  const owner = await openOwner(config, share);
  try {
    const secret = config.secret ?? keptSecret({ dataDir: config.dataDir, name: 'sessions' });
    // Derived, so that every process of this installation knows it and no file holds it.
    const runtimePassword = createHmac('sha256', secret).update('database role').digest('base64url');
    await migrate({ url: owner.url, runtimePassword });
    return { runtimeUrl: withLogin(owner.url, RUNTIME_ROLE, runtimePassword), secret, close: owner.close };
  } catch (error) {
    await owner.close();
    throw error;
  }
}

/** The connection that may migrate. */
async function openOwner(
  config: Config,
  share: boolean,
): Promise<{ readonly url: string; readonly close: () => Promise<void> }> {
  const nothing = async (): Promise<void> => undefined;
  if (config.databaseUrl) {
    await requireReachable(config.databaseUrl);
    return { url: config.databaseUrl, close: nothing };
  }
  const running = share ? runningEmbeddedDatabase({ dataDir: config.dataDir }) : undefined;
  if (running) return { url: running, close: nothing };
  const embedded = await startEmbeddedDatabase({ dataDir: config.dataDir });
  return { url: embedded.url, close: () => embedded.stop() };
}

function withLogin(url: string, user: string, password: string): string {
  const login = new URL(url);
  login.username = user;
  login.password = password;
  return login.href;
}
