import { CHANGED_MEANWHILE, NO_SUCH_THING, type Refusal } from '@huiyin/domain';
import type { TenantTransaction } from '../tenancy/tenant-transaction.ts';

/** A change of something that others may change too. */
export interface Versioned {
  /** The one they decided on; absent: whichever it is. */
  readonly version?: number | null | undefined;
}

type Kept = 'training_session' | 'visit' | 'guidance_card' | 'site';

/** Why a row cannot be changed: there is none, or it has moved on. Otherwise nobody else changes it until the end. */
export async function whyNotChange(
  tx: TenantTransaction,
  { table, id, version }: Versioned & { readonly table: Kept; readonly id: string },
): Promise<Refusal | undefined> {
  const [row] = await tx.query<{ version: number }>({
    name: `version.${table}`,
    text: `select version from ${table} where tenant_id = $1 and id = $2 for update`,
    values: [tx.tenantId, id],
  });
  if (!row) return { ...NO_SUCH_THING, field: 'id' };
  return (version ?? row.version) === row.version ? undefined : CHANGED_MEANWHILE;
}
