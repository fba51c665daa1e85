import { type ComplaintState, problemWithText, type Refusal } from '@huiyin/domain';
import type { TenantTransaction } from '../tenancy/tenant-transaction.ts';

/** Which call: whose, by the caller's own key, and what it asked for. */
export interface Call {
  readonly caller: string;
  readonly key: string;
  /** SHA-256 of the request. */
  readonly requestHash: Buffer;
}

/** A call that was carried out under the same key before. */
export interface RepeatedCall {
  readonly requestHash: Buffer;
  /** `null`: under that key something else than a complaint was asked for. */
  readonly complaintId: string | null;
}

export const KEY_USED_OTHERWISE: Refusal = {
  code: 'INVALID',
  field: 'idempotencyKey',
  message: {
    zh: '此幂等键已用于另一个请求；请换一个新的键。',
    en: 'This key was used for a different request; use a new one.',
  },
};

const LONGEST_KEY = 200;
const KEY_TOO_LONG: Refusal = {
  code: 'INVALID',
  field: 'idempotencyKey',
  message: {
    zh: `幂等键应为 1 到 ${LONGEST_KEY} 个字符。`,
    en: `A key has from 1 to ${LONGEST_KEY} characters.`,
  },
};

/** What is wrong with a caller's key. */
export function problemWithKey(key: string | undefined): Refusal | undefined {
  if (key === undefined) return undefined;
  return key.trim() === '' || problemWithText(key, LONGEST_KEY) ? KEY_TOO_LONG : undefined;
}

/** The earlier call of the caller under the same key, if there is one. */
export async function findRepeatedCall(tx: TenantTransaction, call: Call): Promise<RepeatedCall | undefined> {
  const [earlier] = await tx.query<{ request_hash: Buffer; complaint_id: string | null }>({
    name: 'idempotency.find',
    text: 'select request_hash, complaint_id from idempotency_key where tenant_id = $1 and caller = $2 and key = $3',
    values: [tx.tenantId, call.caller, call.key],
  });
  return earlier && { requestHash: earlier.request_hash, complaintId: earlier.complaint_id };
}

/**
 * Keeps what the call did, in the transaction that does it. Of two calls at once the second waits here for the first
 * and is then run again (SQLSTATE 40001), when it finds the first.
 */
export async function rememberCall(
  tx: TenantTransaction,
  call: Call,
  complaint: ComplaintState,
): Promise<void> {
  const remembered = await tx.query({
    name: 'idempotency.remember',
    text: `insert into idempotency_key (tenant_id, caller, key, request_hash, complaint_id, version, created_at)
      values ($1, $2, $3, $4, $5, $6, now()) on conflict do nothing returning key`,
    values: [tx.tenantId, call.caller, call.key, call.requestHash, complaint.id, complaint.version],
  });
  if (remembered.length === 0) {
    throw Object.assign(new Error('The same call was carried out at the same moment.'), { code: '40001' });
  }
}
