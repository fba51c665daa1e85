import { createHash } from 'node:crypto';
import type { Refusal, TenantActor } from '@huiyin/domain';
import canonicalize from 'canonicalize';
import type { TenantTransaction } from '../tenancy/tenant-transaction.ts';
import { authorOf } from './event-chain.ts';
import { KEY_USED_OTHERWISE, problemWithKey } from './idempotency.repository.ts';

/** What a mutation answered: something, or why nothing was changed. */
export type Answered<Answer> =
  | { readonly ok: true; readonly answer: Answer }
  | { readonly ok: false; readonly refusals: readonly Refusal[] };

/**
 * Carries out a mutation that is not about one complaint, once for each key of the caller's: the same call again changes
 * nothing and is answered with what it was answered then. `Answer` is kept as JSON. A refusal is not kept.
 */
export async function once<Answer>(
  tx: TenantTransaction,
  call: { readonly actor: TenantActor; readonly key: string | null | undefined; readonly asked: unknown },
  work: () => Promise<Answered<Answer>>,
): Promise<Answered<Answer>> {
  const { actor, asked } = call;
  const key = call.key ?? undefined;
  const problem = problemWithKey(key);
  if (problem) return { ok: false, refusals: [problem] };
  if (key === undefined) return work();
  const { kind, id } = authorOf(actor);
  const said = canonicalize(JSON.parse(JSON.stringify(asked))) ?? '';
  const values = [tx.tenantId, `${kind}:${id}`, key, createHash('sha256').update(said).digest()];
  const [earlier] = await tx.query<{ readonly same: boolean; readonly answer: Answer | null }>({
    name: 'once.find',
    // An answer of nothing is kept as JSON's null; a call about a complaint has none at all.
    text: `select request_hash = $4 and answer is not null as same, answer from idempotency_key
      where tenant_id = $1 and caller = $2 and key = $3`,
    values,
  });
  if (earlier) {
    const { same, answer } = earlier;
    return same ? { ok: true, answer: answer as Answer } : { ok: false, refusals: [KEY_USED_OTHERWISE] };
  }
  const done = await work();
  if (!done.ok) return done;
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
