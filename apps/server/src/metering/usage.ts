import type { ApiClientActor } from '@huiyin/domain';
import type { Database } from '../tenancy/database.ts';

/** What was done with a key on one day. */
export interface UsageOfDay {
  readonly day: string;
  readonly requests: number;
  readonly points: number;
  readonly throttled: number;
}

/** How long uses are gathered before they are written: a key that is in use would be written to with every request. */
const GATHERED_MS = 2_000;
/** Days that are shown. */
const SHOWN_DAYS = 30;

interface Gathered {
  readonly actor: ApiClientActor;
  requests: number;
  points: number;
  throttled: number;
}

/** Counts what keys are used for, by day; what a crash takes with it is two seconds of it. */
export class Usage {
  readonly #database: Database;
  #gathered = new Map<string, Gathered>();
  #timer: NodeJS.Timeout | undefined;

  constructor(database: Database) {
    this.#database = database;
  }

  note(actor: ApiClientActor, points: number | 'throttled'): void {
    const one = this.#gathered.get(actor.keyId) ?? { actor, requests: 0, points: 0, throttled: 0 };
    this.#gathered.set(actor.keyId, one);
    one.requests += 1;
    if (points === 'throttled') one.throttled += 1;
    else one.points += points;
    // Of no importance to anybody who waits: what cannot be written now is lost.
    this.#timer ??= setTimeout(() => void this.write().catch(() => undefined), GATHERED_MS).unref();
  }

  /** Writes what was gathered. */
  async write(): Promise<void> {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    const gathered = [...this.#gathered.values()];
    this.#gathered = new Map();
    for (const { actor, requests, points, throttled } of gathered) {
      const { tenantId, keyId } = actor;
      await this.#database.inTenant({ tenantId }, (tx) =>
        tx.query({
          name: 'api-usage.add',
          text: `insert into api_usage as u (tenant_id, key_id, day, requests, points, throttled)
            values ($1, $2, (now() at time zone 'Asia/Shanghai')::date, $3, $4, $5)
            on conflict (tenant_id, key_id, day) do update set requests = u.requests + excluded.requests,
              points = u.points + excluded.points, throttled = u.throttled + excluded.throttled`,
          values: [tenantId, keyId, requests, points, throttled],
        }),
      );
    }
  }
}

/** What was done with the organisation's keys in the last thirty days, by key; oldest first. */
export async function usageOfKeys(
  database: Database,
  actor: { readonly tenantId: string },
): Promise<ReadonlyMap<string, readonly UsageOfDay[]>> {
  const rows = await database.readInTenant<UsageOfDay & { readonly key_id: string }>(actor, {
    name: 'api-usage.list',
    text: `select key_id, day::text, requests::float8, points::float8, throttled::float8 from api_usage
      where day > (now() at time zone 'Asia/Shanghai')::date - $1::int order by day`,
    values: [SHOWN_DAYS],
  });
  return Map.groupBy(rows, ({ key_id }) => key_id);
}
