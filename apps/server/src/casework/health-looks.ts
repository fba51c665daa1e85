import type { ComplaintState } from '@huiyin/domain';
import type { TenantTransaction } from '../tenancy/tenant-transaction.ts';
import type { Office } from './office.ts';

/** Who was shown health data: written wherever it is shown, read on the complaint. */

/** Whether a complaint tells of somebody's health in a declared field. */
export function tellsOfHealth({ details }: ComplaintState, { sector }: Office): boolean {
  return sector.fields.some(({ key, sensitive }) => sensitive === 'health' && details[key] !== undefined);
}

/** Writes looks down, once within the hour for each person, complaint and item. */
export async function writeHealthLooks(
  tx: TenantTransaction,
  options: {
    readonly by: { readonly id: string; readonly key: boolean };
    readonly complaintIds: readonly string[];
    /** Id of the file or document that was given; empty for what stands in the complaint. */
    readonly item: string;
  },
): Promise<void> {
  const { by, complaintIds, item } = options;
  if (complaintIds.length === 0) return;
  await tx.query({
    name: 'health-look.record',
    text: `insert into health_look (tenant_id, complaint_id, hour, by_id, by_key, item)
      select $1, id, date_trunc('hour', now(), 'UTC'), $3, $4, $5 from unnest($2::uuid[]) as id order by id
      on conflict do nothing`,
    values: [tx.tenantId, [...complaintIds], by.id, by.key, item],
  });
}
