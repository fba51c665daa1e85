import type { SystemActor } from '@huiyin/domain';
import type { Database } from '../tenancy/database.ts';
import type { TenantTransaction } from '../tenancy/tenant-transaction.ts';

/** Differences folded in one transaction, and messages delivered in one. */
const BATCH = 500;

/** Something that happened, as the outbox keeps it until everybody has been told. */
export interface OutboxMessage {
  readonly id: string;
  readonly topic: string;
  readonly complaint_id: string | null;
  readonly payload: Readonly<Record<string, unknown>>;
  readonly created_at: Date;
}

/**
 * Told of every message at least once, some together, in the order of an organisation's changes, and in the transaction
 * that takes them out: failing keeps them.
 */
export type OutboxSubscriber = (tx: TenantTransaction, messages: readonly OutboxMessage[]) => Promise<void>;

/** Folds the rollup differences of an organisation into its cells; how many were folded. */
export function foldRollup(database: Database, actor: SystemActor): Promise<number> {
  return database.inTenant(actor, async (tx) => {
    // Another server's rows are skipped: two fold side by side without waiting or counting twice.
    const [row] = await tx.query<{ folded: number }>({
      name: 'outbox.fold-rollup',
      text: `with taken as (
          delete from rollup_difference where tenant_id = $1 and id in (
            select id from rollup_difference where tenant_id = $1 order by id limit ${BATCH} for update skip locked
          ) returning cells
        ),
        cells as (
          select (cell ->> 'month')::date as month, cell ->> 'measure' as measure, cell ->> 'dimension' as dimension,
            cell ->> 'value' as value, sum((cell ->> 'count')::bigint) as count, sum((cell ->> 'amount')::numeric) as amount
          from taken, jsonb_array_elements(taken.cells) as cell group by 1, 2, 3, 4
        ),
        folded as (
          insert into rollup (tenant_id, month, measure, dimension, value, count, amount)
          select $1, month, measure, dimension, value, count, amount from cells order by measure, dimension, month, value
          on conflict (tenant_id, measure, dimension, month, value) do update
            set count = rollup.count + excluded.count, amount = rollup.amount + excluded.amount
        )
        select count(*)::int as folded from taken`,
      values: [actor.tenantId],
    });
    return row?.folded ?? 0;
  });
}

/** Hands the waiting messages of an organisation to the subscribers and takes them out; how many there were. */
export function deliver(
  database: Database,
  actor: SystemActor,
  subscribers: readonly OutboxSubscriber[],
): Promise<number> {
  return database.inTenant(actor, async (tx) => {
    const messages = await tx.query<OutboxMessage & Record<string, unknown>>({
      name: 'outbox.take',
      text: `delete from outbox where tenant_id = $1 and id in (
          select id from outbox where tenant_id = $1 order by id limit ${BATCH} for update skip locked
        ) returning id, topic, complaint_id, payload, created_at`,
      values: [actor.tenantId],
    });
    messages.sort((a, b) => (a.id < b.id ? -1 : 1));
    if (messages.length > 0) for (const subscriber of subscribers) await subscriber(tx, messages);
    return messages.length;
  });
}

/** Days for which a call is known again by its key. */
const CALLS_KNOWN_FOR_DAYS = 30;

/** Forgets calls that nobody repeats any more, a batch at a time. */
export async function forgetOldCalls(database: Database, actor: SystemActor): Promise<void> {
  await database.inTenant(actor, (tx) =>
    tx.query({
      name: 'outbox.forget-calls',
      text: `delete from idempotency_key where tenant_id = $1 and (caller, key) in (
        select caller, key from idempotency_key
        where tenant_id = $1 and created_at < now() - make_interval(days => ${CALLS_KNOWN_FOR_DAYS}) limit ${BATCH})`,
      values: [actor.tenantId],
    }),
  );
}
