import { setTimeout as sleep } from 'node:timers/promises';
import { isMigrated } from './db/migrate.ts';
import type { Database } from './tenancy/database.ts';

/** A database that does not answer for so long does not answer: whoever asks wants to know now. */
const PATIENCE_MS = 3_000;

/**
 * Whether the server can do its work: the database answers, and every migration is applied. Asked often and by many,
 * also while the database hangs: one question at a time is enough.
 */
export function readinessOf(database: Database): () => Promise<boolean> {
  let asked: Promise<boolean> | undefined;
  const ask = async (): Promise<boolean> => {
    try {
      return await isMigrated((text) =>
        database.asPlatform((query) => query<{ name: string }>({ text, values: [] })),
      );
    } catch {
      return false;
    } finally {
      asked = undefined;
    }
  };
  return () => {
    asked ??= ask();
    return Promise.race([asked, sleep(PATIENCE_MS, false, { ref: false })]);
  };
}
