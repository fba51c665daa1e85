import type { ComplaintState } from '@huiyin/domain';
import type { Database } from '../../../tenancy/database.ts';
import type { TenantTransaction } from '../../../tenancy/tenant-transaction.ts';

/** A complaint that came in as a request. */
export interface RequestRow {
  readonly state: ComplaintState;
  readonly last_activity_at: Date;
}

export interface RequestFilter {
  readonly numbers?: readonly string[];
  readonly categories?: readonly string[];
  readonly from?: Date;
  readonly to?: Date;
}

/** As many as GeoReport lists at once. */
export const MOST_REQUESTS = 1_000;

/** Notes that a complaint registered in this transaction came in as a request. */
export async function rememberRequest(tx: TenantTransaction, complaintId: string): Promise<void> {
  await tx.query({
    name: 'open311.remember',
    // A request that is repeated is the same complaint.
    text: 'insert into open311_request (tenant_id, complaint_id) values ($1, $2) on conflict do nothing',
    values: [tx.tenantId, complaintId],
  });
}

/** Complaints that came in as requests, newest first; those kept from lists are left out. */
export function findRequests(
  database: Database,
  { tenantId, filter }: { readonly tenantId: string; readonly filter: RequestFilter },
): Promise<RequestRow[]> {
  const { numbers = null, categories = null, from = null, to = null } = filter;
  return database.readInTenant<RequestRow & Record<string, unknown>>(
    { tenantId },
    {
      name: 'open311.find',
      text: `select c.state, c.last_activity_at from open311_request r
        join complaint c on c.tenant_id = r.tenant_id and c.id = r.complaint_id
        where not c.restricted
          and ($1::text[] is null or c.number = any($1::text[]))
          and ($2::text[] is null or c.category = any($2::text[]))
          and ($3::timestamptz is null or c.received_at >= $3)
          and ($4::timestamptz is null or c.received_at <= $4)
        order by c.received_at desc, c.id desc limit ${MOST_REQUESTS}`,
      values: [numbers && [...numbers], categories && [...categories], from, to],
    },
  );
}
