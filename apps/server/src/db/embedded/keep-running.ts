import type { Localized } from '@huiyin/shared';
import { StartupError } from '../../startup-error.ts';
import { type Cluster, type ClusterOptions, startCluster } from './cluster.ts';

/** A database that ends so often is not helped by another start. */
const MOST_RESTARTS = 5;
const WITHIN_MS = 10 * 60_000;

export interface KeptCluster {
  url(database: string): string;
  /** Settles when the database is gone for good, with why: it ended unasked and could not be started again. */
  readonly lost: Promise<StartupError>;
  /** Ends all connections, writes everything out, returns when the server is gone and stays so. */
  stop(): Promise<void>;
}

export interface KeepOptions extends ClusterOptions {
  /** Told when the database ended unasked, and when it is back. */
  readonly onTrouble: (text: Localized) => void;
}

/**
 * Starts a cluster and keeps it running: when it ends unasked (killed, out of memory), it recovers on the same folder
 * and port, so that whoever is connected only has to connect again. Everything acknowledged is there again.
 * @throws StartupError when it cannot start the first time
 */
export async function keepRunning({ onTrouble, ...options }: KeepOptions): Promise<KeptCluster> {
  const stopping = new AbortController();
  let current: Cluster = await startCluster(options);
  const { port } = current;
  let lost: (reason: StartupError) => void = () => undefined;
  const whenLost = new Promise<StartupError>((resolve) => {
    lost = resolve;
  });
  const restarts: number[] = [];

  async function keep(): Promise<void> {
    for (;;) {
      await current.exited;
      if (stopping.signal.aborted) return;
      const now = Date.now();
      if (restarts.filter((at) => now - at < WITHIN_MS).length >= MOST_RESTARTS)
        return lost(endsTooOften(options));
      restarts.push(now);
      onTrouble(ENDED);
      try {
        current = await startCluster({ ...options, port, signal: stopping.signal });
      } catch (error) {
        if (!stopping.signal.aborted) lost(asStartupError(error, options));
        return;
      }
      if (stopping.signal.aborted) return current.stop();
      onTrouble(BACK);
    }
  }

  const kept = keep();
  return {
    url: (database) => current.url(database),
    lost: whenLost,
    stop: async () => {
      stopping.abort();
      await current.stop();
      await kept;
    },
  };
}

const ENDED: Localized = {
  zh: '内置数据库意外停止，正在重新启动。已确认的数据不会丢失。',
  en: 'The embedded database ended unexpectedly and is being started again. Nothing acknowledged is lost.',
};
const BACK: Localized = { zh: '内置数据库已恢复。', en: 'The embedded database is back.' };

function endsTooOften({ logFile }: ClusterOptions): StartupError {
  const minutes = WITHIN_MS / 60_000;
  return new StartupError({
    zh: `内置数据库在 ${minutes} 分钟内多次意外停止，不再重启（日志：${logFile}）。请检查内存和磁盘空间，然后重新启动。`,
    en: `The embedded database ended unexpectedly again and again within ${minutes} minutes and is not started any more (log: ${logFile}). Check memory and disk space, then start again.`,
  });
}

function asStartupError(error: unknown, { logFile }: ClusterOptions): StartupError {
  if (error instanceof StartupError) return error;
  return new StartupError(
    {
      zh: `内置数据库意外停止，无法重新启动（${String(error)}；日志：${logFile}）。`,
      en: `The embedded database ended unexpectedly and cannot be started again (${String(error)}; log: ${logFile}).`,
    },
    { cause: error },
  );
}
