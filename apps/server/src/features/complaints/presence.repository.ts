import type { TenantTransaction } from '../../tenancy/tenant-transaction.ts';

/** Seconds after which somebody who has not been heard of is gone: three missed calls of a page. */
const GONE_AFTER_SECONDS = 40;

export interface PresenceRow {
  readonly member_id: string;
  readonly doing: string | null;
}

/** Who else looks at the complaint, after writing down that the member does. */
export async function keepPresence(
  tx: TenantTransaction,
  here: { readonly complaintId: string; readonly memberId: string; readonly doing: string | null },
): Promise<readonly PresenceRow[]> {
  const { complaintId, memberId, doing } = here;
  await tx.query({
    name: 'presence.keep',
    text: `insert into complaint_presence (tenant_id, complaint_id, member_id, doing, seen_at)
      values ($1, $2, $3, $4, now())
      on conflict (tenant_id, complaint_id, member_id) do update set doing = excluded.doing, seen_at = excluded.seen_at`,
    values: [tx.tenantId, complaintId, memberId, doing],
  });
  return tx.query<PresenceRow & Record<string, unknown>>({
    name: 'presence.others',
    text: `select member_id, doing from complaint_presence where tenant_id = $1 and complaint_id = $2
      and member_id <> $3 and seen_at > now() - make_interval(secs => ${GONE_AFTER_SECONDS}) order by member_id`,
    values: [tx.tenantId, complaintId, memberId],
  });
}

/** Takes away the member's place, and those of whoever left without saying so. */
export async function leavePresence(
  tx: TenantTransaction,
  here: { readonly complaintId: string; readonly memberId: string },
): Promise<void> {
  await tx.query({
    name: 'presence.leave',
    text: `delete from complaint_presence where tenant_id = $1 and complaint_id = $2
      and (member_id = $3 or seen_at < now() - make_interval(secs => ${GONE_AFTER_SECONDS}))`,
    values: [tx.tenantId, here.complaintId, here.memberId],
  });
}
