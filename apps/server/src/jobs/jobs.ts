import { PgBoss } from 'pg-boss';
import { RUNTIME_ROLE } from '../db/tenant-table.ts';

/** Work that outlives the request that asked for it. What it must survive stands in its own tables, not in the job. */
export interface JobData {
  readonly 'import.work': { readonly tenantId: string; readonly importId: string };
  readonly 'clocks.recompute': { readonly tenantId: string; readonly reason: string };
}
export type JobName = keyof JobData;

const QUEUES: readonly JobName[] = ['import.work', 'clocks.recompute'];
const SCHEMA = 'jobs';
/** A worker that has not been heard of for so long is dead, and its job is given to another. */
const HEARTBEAT_SECONDS = 30;
const POLLING_SECONDS = 1;
const LONGEST_SECONDS = 12 * 3600;

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
    boss.on('error', options.onError);
    await boss.start();
    return new Jobs(boss);
  }

  /** Does the jobs of a name, one at a time in this process. A job whose work throws is tried again later. */
  async work<Name extends JobName>(
    name: Name,
    work: (data: JobData[Name], signal: AbortSignal) => Promise<void>,
  ): Promise<void> {
    await this.#boss.work<JobData[Name]>(name, { pollingIntervalSeconds: POLLING_SECONDS }, async ([job]) => {
      if (job) await work(job.data, job.signal);
    });
  }

  async enqueue<Name extends JobName>(name: Name, data: JobData[Name]): Promise<void> {
    await this.#boss.send(name, data);
  }

  /** Waits a little for what is under way; the rest is taken up again by the next start. */
  async close(): Promise<void> {
    await this.#boss.stop({ graceful: true, timeout: 10_000, close: true });
  }
}
