import { setTimeout as sleep } from 'node:timers/promises';
import { PgBoss } from 'pg-boss';
import { RUNTIME_ROLE } from '../db/tenant-table.ts';
import { isConnectionLost } from '../tenancy/connection-lost.ts';
import type { TenantTransaction } from '../tenancy/tenant-transaction.ts';

/** Work that outlives the request that asked for it. What it must survive stands in its own tables, not in the job. */
export interface JobData {
  readonly 'import.work': { readonly tenantId: string; readonly importId: string };
  readonly 'clocks.recompute': { readonly tenantId: string; readonly reason: string };
  readonly 'suggestions.train': { readonly tenantId: string };
  readonly 'webhooks.send': { readonly tenantId: string };
}
export type JobName = keyof JobData;

const QUEUES: readonly JobName[] = ['import.work', 'clocks.recompute', 'suggestions.train', 'webhooks.send'];
const SCHEMA = 'jobs';
/** A worker that has not been heard of for so long is dead, and its job is given to another. */
const HEARTBEAT_SECONDS = 30;
const POLLING_SECONDS = 1;
const LONGEST_SECONDS = 12 * 3600;
/** How long a job waits for a database that is away before it looks again. */
const OUTAGE_PAUSE_MS = 500;

/** Makes or updates the queue's own tables; by the owner, so that the runtime role needs no right to create. */
export async function prepareJobs(ownerUrl: string): Promise<void> {
  const boss = new PgBoss({
    connectionString: ownerUrl,
    schema: SCHEMA,
    supervise: false,
    schedule: false,
    max: 2,
  });
  boss.on('error', () => undefined);
  await boss.start();
  try {
    for (const name of QUEUES) {
      const options = {
        retryLimit: 5,
        retryDelay: 5,
        retryBackoff: true,
        expireInSeconds: LONGEST_SECONDS,
        heartbeatSeconds: HEARTBEAT_SECONDS,
        deleteAfterSeconds: 7 * 86_400,
      };
      if (await boss.getQueue(name)) await boss.updateQueue(name, options);
      else await boss.createQueue(name, options);
    }
    await boss.getDb().executeSql(`
      grant usage on schema ${SCHEMA} to ${RUNTIME_ROLE};
      grant select, insert, update, delete on all tables in schema ${SCHEMA} to ${RUNTIME_ROLE};
      grant usage on all sequences in schema ${SCHEMA} to ${RUNTIME_ROLE};
      grant execute on all functions in schema ${SCHEMA} to ${RUNTIME_ROLE};`);
  } finally {
    await boss.stop({ graceful: false });
  }
}

/** The queue of this process: several processes share the work. */
export class Jobs {
  readonly #boss: PgBoss;
  #closing = false;

  private constructor(boss: PgBoss) {
    this.#boss = boss;
  }

  /** Opens the queue as the runtime role. Faults of its upkeep go to `onError`; they lose no job. */
  static async open(options: {
    readonly url: string;
    readonly onError: (error: unknown) => void;
  }): Promise<Jobs> {
    const boss = new PgBoss({
      connectionString: options.url,
      schema: SCHEMA,
      migrate: false,
      createSchema: false,
      schedule: false,
      reindex: false,
      monitorVacuum: false,
      max: 3,
    });
    // A database that is away is said by those who wait for it, not once a second by each worker.
    boss.on('error', (error) => {
      if (!isConnectionLost(error)) options.onError(error);
    });
    await boss.start();
    return new Jobs(boss);
  }

  /**
   * Does the jobs of a name, one at a time in this process. A job whose work throws is tried again later, and one that
   * lost its database goes on as soon as that is back: work is written so that it can begin again at any time.
   */
  async work<Name extends JobName>(
    name: Name,
    work: (data: JobData[Name], signal: AbortSignal) => Promise<void>,
  ): Promise<void> {
    await this.#boss.work<JobData[Name]>(name, { pollingIntervalSeconds: POLLING_SECONDS }, async ([job]) => {
      if (job) await this.#throughOutages(() => work(job.data, job.signal));
    });
  }

  async #throughOutages(work: () => Promise<void>): Promise<void> {
    for (;;) {
      try {
        return await work();
      } catch (error) {
        if (this.#closing || !isConnectionLost(error)) throw error;
      }
      await sleep(OUTAGE_PAUSE_MS);
    }
  }

  /** Asks for work; within a transaction, the work is asked for just when the transaction is committed. */
  async enqueue<Name extends JobName>(
    name: Name,
    data: JobData[Name],
    within?: TenantTransaction,
  ): Promise<void> {
    if (!within) return void (await this.#boss.send(name, data));
    const executeSql = async (text: string, values: unknown[] = []) => ({
      rows: await within.query({ text, values }),
    });
    await this.#boss.send(name, data, { db: { executeSql } });
  }

  /** Waits a little for what is under way; the rest is taken up again by the next start. */
  async close(): Promise<void> {
    this.#closing = true;
    await this.#boss.stop({ graceful: true, timeout: 10_000, close: true });
  }
}
