import {
  type ComplaintEvent,
  type ComplaintState,
  replay,
  type Sector,
  saidIn,
  withSaid,
} from '@huiyin/domain';
import type { TenantTransaction } from '../tenancy/tenant-transaction.ts';

/** What is left of a complaint without the words of its events. */

/**
 * Erases what was said in all events of a complaint and what is known of whoever complained, if they complain of nothing
 * else that is still kept.
 * @returns the complaint as its events leave it now; `undefined` when words stand in its events themselves, written
 * before they were kept apart: those cannot be taken out
 */
export async function eraseWords(
  tx: TenantTransaction,
  {
    state,
    added,
    sector,
  }: {
    readonly state: ComplaintState;
    /** What is being written with it. */
    readonly added: readonly ComplaintEvent[];
    readonly sector: Sector;
  },
): Promise<ComplaintState | undefined> {
  const { id, complainantId } = state;
  const events = await tx.query<{ type: string; at: string; data: object }>({
    name: 'erasure.events',
    text: `select type, data, to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as at
      from complaint_event where tenant_id = $1 and complaint_id = $2 order by seq`,
    values: [tx.tenantId, id],
  });
  if (events.some(({ data }) => Object.keys(saidIn(data, sector)).length > 0)) return undefined;
  await tx.query({
    name: 'erasure.words',
    text: 'delete from event_words where tenant_id = $1 and complaint_id = $2',
    values: [tx.tenantId, id],
  });
  if (complainantId !== undefined) await eraseComplainant(tx, { complainantId, complaintId: id });
  const left = events.map(
    ({ type, at, data }) => ({ type, at, data: withSaid(data, null) }) as ComplaintEvent,
  );
  return replay([...left, ...added], id);
}

async function eraseComplainant(
  tx: TenantTransaction,
  { complainantId, complaintId }: { readonly complainantId: string; readonly complaintId: string },
): Promise<void> {
  await tx.query({
    name: 'erasure.complainant',
    text: `update complainant p
      set name = null, phone = null, email = null, address = null, phone_digits = null, updated_at = now()
      where p.tenant_id = $1 and p.id = $2 and not exists (
        select from complaint c where c.tenant_id = p.tenant_id and c.complainant_id = p.id and c.id <> $3
          and c.erased is distinct from 'PERSONAL_DATA')`,
    values: [tx.tenantId, complainantId, complaintId],
  });
}
