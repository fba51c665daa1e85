import type { TenantTransaction } from '../tenancy/tenant-transaction.ts';

/** Changes some of the organisation's settings, under a lock: two administrators at once lose nothing. */
export async function changeSettings<Settings extends object>(
  tx: TenantTransaction,
  change: (settings: Settings) => Partial<Settings>,
): Promise<void> {
  const [row] = await tx.query<{ readonly settings: Settings }>({
    name: 'organization.settings',
    text: 'select settings from organization where tenant_id = $1 for update',
    values: [tx.tenantId],
  });
  if (!row) throw new Error(`There is no organisation ${tx.tenantId}.`);
  const settings = { ...row.settings, ...change(row.settings) };
  await tx.query({
    name: 'organization.change-settings',
    text: 'update organization set settings = $2::jsonb where tenant_id = $1',
    values: [tx.tenantId, JSON.stringify(settings)],
  });
}
