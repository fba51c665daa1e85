import { createHash } from 'node:crypto';
import { NO_SUCH_THING, type Refusal, type TenantActor } from '@huiyin/domain';
import canonicalize from 'canonicalize';
import type { TenantTransaction } from '../tenancy/tenant-transaction.ts';
import { authorOf } from './event-chain.ts';
import { KEY_USED_OTHERWISE, problemWithKey } from './idempotency.repository.ts';

type Done<Answer> = { readonly ok: true; readonly answer: Answer };
type NotDone = { readonly ok: false; readonly refusals: readonly Refusal[] };

/** What a mutation answered: something, or why nothing was changed. */
export type Answered<Answer> = Done<Answer> | NotDone;

/** What became of a call about something with a row of its own; refused, the row shows why. */
export type Outcome<Row> =
  | { readonly ok: true; readonly row: Row }
  | (NotDone & { readonly row?: Row | undefined });

/** The caller's own key of a call, where they gave one. */
export interface Keyed {
  readonly key?: string | null | undefined;
}

interface Call extends Keyed {
  readonly actor: TenantActor;
  readonly asked: unknown;
}

/**
 * Carries out a mutation that is not about one complaint, once for each key of the caller's: the same call again changes
 * nothing and is answered with what it was answered then. `Answer` is kept as JSON. A refusal is not kept.
 */
export async function once<Answer, Refused extends NotDone = NotDone>(
  tx: TenantTransaction,
  call: Call,
  work: () => Promise<Done<Answer> | Refused>,
): Promise<Done<Answer> | Refused | NotDone> {
  const { actor, asked } = call;
  const key = call.key ?? undefined;
  const problem = problemWithKey(key);
  if (problem) return { ok: false, refusals: [problem] };
  if (key === undefined) return work();
  const { kind, id } = authorOf(actor);
  const said = canonicalize(JSON.parse(JSON.stringify(asked))) ?? '';
  const values = [tx.tenantId, `${kind}:${id}`, key, createHash('sha256').update(said).digest()];
  const earlier = await findAnswer<Answer>(tx, values);
  if (earlier) return earlier;
  const done = await work();
  // The same call may have been carried out while this one waited for its row, and be why it is refused.
  if (!done.ok) return (await findAnswer<Answer>(tx, values)) ?? done;
  const kept = await tx.query({
    name: 'once.keep',
    text: `insert into idempotency_key (tenant_id, caller, key, request_hash, answer, created_at)
      values ($1, $2, $3, $4, $5::jsonb, now()) on conflict do nothing returning key`,
    values: [...values, JSON.stringify(done.answer)],
  });
  if (kept.length === 0) {
    throw Object.assign(new Error('The same call was carried out at the same moment.'), { code: '40001' });
  }
  return done;
}

/** As `once`, of something with a row: its id is kept, and the same call again is answered with the row as it is now. */
export async function onceOf<Row extends { readonly id: string }>(
  tx: TenantTransaction,
  call: Call & { readonly find: (tx: TenantTransaction, id: string) => Promise<Row | undefined> },
  work: () => Promise<Outcome<Row>>,
): Promise<Outcome<Row>> {
  let worked: Row | undefined;
  const done = await once<string, Extract<Outcome<Row>, NotDone>>(tx, call, async () => {
    const outcome = await work();
    if (!outcome.ok) return outcome;
    worked = outcome.row;
    return { ok: true, answer: worked.id };
  });
  if (!done.ok) return done;
  const row = worked ?? (await call.find(tx, done.answer));
  return row ? { ok: true, row } : { ok: false, refusals: [NO_SUCH_THING] };
}

async function findAnswer<Answer>(
  tx: TenantTransaction,
  values: readonly unknown[],
): Promise<Answered<Answer> | undefined> {
  const [earlier] = await tx.query<{ readonly same: boolean; readonly answer: Answer | null }>({
    name: 'once.find',
    // An answer of nothing is kept as JSON's null; a call about a complaint has none at all.
    text: `select request_hash = $4 and answer is not null as same, answer from idempotency_key
      where tenant_id = $1 and caller = $2 and key = $3`,
    values,
  });
  if (!earlier) return undefined;
  const { same, answer } = earlier;
  return same ? { ok: true, answer: answer as Answer } : { ok: false, refusals: [KEY_USED_OTHERWISE] };
}
