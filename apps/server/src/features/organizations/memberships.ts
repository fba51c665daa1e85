import type { StaffActor, SystemActor } from '@huiyin/domain';
import type { Office, Offices } from '../../casework/office.ts';
import type { Database } from '../../tenancy/database.ts';

export interface Membership {
  readonly slug: string;
  readonly office: Office;
}

/** The organisations in which somebody works, by their short names; those that they have left are none. */
export async function membershipsOf(
  { userId }: StaffActor,
  { database, offices }: { readonly database: Database; readonly offices: Offices },
): Promise<Membership[]> {
  const rows = await database.asPlatform((query) =>
    query<{ tenant_id: string; member_id: string; slug: string }>({
      name: 'membership.list',
      text: `select m.tenant_id, m.member_id, d.slug from user_membership m
        join tenant_directory d on d.tenant_id = m.tenant_id where m.user_id = $1 order by d.slug limit 100`,
      values: [userId],
    }),
  );
  const found: Membership[] = [];
  for (const { tenant_id: tenantId, member_id: memberId, slug } of rows) {
    const reader: SystemActor = { kind: 'system', tenantId, task: '所属单位 / memberships' };
    const office = await offices.of(reader);
    if (office.directory.members.get(memberId)?.active) found.push({ slug, office });
  }
  return found;
}
