import type { StaffActor } from '@huiyin/domain';
import type { Database } from '../../tenancy/database.ts';
import type { TenantTransaction } from '../../tenancy/tenant-transaction.ts';

export interface SavedViewRow {
  readonly id: string;
  readonly member_id: string;
  readonly name: string;
  readonly shared: boolean;
  readonly filter: Readonly<Record<string, unknown>>;
  readonly list_order: string;
}

/** Of one member. */
export const MOST_VIEWS = 50;

/** A member's own views and those that colleagues share. */
export function listViews(database: Database, actor: StaffActor): Promise<SavedViewRow[]> {
  return database.readInTenant<SavedViewRow & Record<string, unknown>>(actor, {
    name: 'saved-view.list',
    text: `select id, member_id, name, shared, filter, list_order from saved_view
      where member_id = $1 or shared order by name, id limit 500`,
    values: [actor.memberId],
  });
}

export async function countViews(tx: TenantTransaction, memberId: string): Promise<number> {
  const [row] = await tx.query<{ count: number }>({
    name: 'saved-view.count',
    text: 'select count(*)::int as count from saved_view where tenant_id = $1 and member_id = $2',
    values: [tx.tenantId, memberId],
  });
  return row?.count ?? 0;
}

export async function addView(tx: TenantTransaction, row: SavedViewRow): Promise<void> {
  await tx.query({
    name: 'saved-view.add',
    text: `insert into saved_view (tenant_id, id, member_id, name, shared, filter, list_order, created_at)
      values ($1, $2, $3, $4, $5, $6::jsonb, $7, now())`,
    values: valuesOf(tx, row),
  });
}

function valuesOf({ tenantId }: TenantTransaction, row: SavedViewRow): readonly unknown[] {
  const { id, member_id: memberId, name, shared, filter, list_order: order } = row;
  return [tenantId, id, memberId, name, shared, JSON.stringify(filter), order];
}

/** `false` when the member has no view of that id. */
export async function changeView(tx: TenantTransaction, row: SavedViewRow): Promise<boolean> {
  const rows = await tx.query({
    name: 'saved-view.change',
    text: `update saved_view set name = $4, shared = $5, filter = $6::jsonb, list_order = $7
      where tenant_id = $1 and id = $2 and member_id = $3 returning id`,
    values: valuesOf(tx, row),
  });
  return rows.length > 0;
}

/** `false` when the member has no view of that id. */
export async function removeView(
  tx: TenantTransaction,
  view: { readonly id: string; readonly memberId: string },
): Promise<boolean> {
  const rows = await tx.query({
    name: 'saved-view.remove',
    text: 'delete from saved_view where tenant_id = $1 and id = $2 and member_id = $3 returning id',
    values: [tx.tenantId, view.id, view.memberId],
  });
  return rows.length > 0;
}
