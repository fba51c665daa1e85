import { createHmac } from 'node:crypto';
import type { Localized } from '@huiyin/shared';
import type { Config } from './config.ts';
import { openDataFolder } from './data-folder.ts';
import { runningEmbeddedDatabase, startEmbeddedDatabase } from './db/embedded.ts';
import { migrate, type RoleUrls } from './db/migrate.ts';
import { requireReachable } from './db/reachable.ts';
import { RUNTIME_ROLE } from './db/tenant-table.ts';
import { keptSecret } from './kept-secret.ts';
import type { StartupError } from './startup-error.ts';

/** The database as the server works on it. */
export interface OpenDatabase extends RoleUrls {
  /** Signs sessions. */
  readonly secret: string;
  /** Settles when an embedded database is gone for good, with why. */
  readonly lost: Promise<StartupError>;
  /** Stops what was started here. */
  close(): Promise<void>;
}

export interface OpenOptions {
  /** Use an embedded database that a running server has started already: for commands beside it. */
  readonly share?: boolean;
  /** Ends an opening that is under way. */
  readonly signal?: AbortSignal;
  /** Told when the embedded database ended unasked, and when it is back. */
  readonly onTrouble?: (text: Localized) => void;
}

/** From which words a role's password is derived, where that is not its name: installations know it by them already. */
const PASSWORD_LABELS: Readonly<Record<string, string>> = { [RUNTIME_ROLE]: 'database role' };

type Owner = Pick<OpenDatabase, 'lost' | 'close'> & { readonly url: string };

/**
 * Opens the database of the settings, brought up to date: one's own, or the embedded one in the data folder.
 * @throws StartupError that says what to do; the signal's reason when it was told not to
 */
export async function openDatabase(config: Config, options: OpenOptions = {}): Promise<OpenDatabase> {
  const { signal } = options;
  openDataFolder(config.dataDir);
  const { url, lost, close } = await openOwner(config, options);
  try {
    signal?.throwIfAborted();
    const secret = config.secret ?? keptSecret({ dataDir: config.dataDir, name: 'sessions' });
    // Derived, so that every process of this installation knows it and no file holds it.
    const passwordOf = (role: string) =>
      createHmac('sha256', secret)
        .update(PASSWORD_LABELS[role] ?? role)
        .digest('base64url');
    const urls = await migrate({ url, passwordOf });
    signal?.throwIfAborted();
    return { ...urls, secret, lost, close };
  } catch (error) {
    await close();
    throw error;
  }
}

/** The connection that may migrate. */
async function openOwner(config: Config, { share, signal, onTrouble }: OpenOptions): Promise<Owner> {
  const notOurs = { lost: new Promise<never>(() => undefined), close: async () => undefined };
  if (config.databaseUrl) return { url: await requireReachable(config.databaseUrl), ...notOurs };
  const { dataDir } = config;
  const running = share ? runningEmbeddedDatabase({ dataDir }) : undefined;
  if (running) return { url: running, ...notOurs };
  const embedded = await startEmbeddedDatabase({ dataDir, signal, onTrouble });
  return { url: embedded.url, lost: embedded.lost, close: () => embedded.stop() };
}
