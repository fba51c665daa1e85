import type { Role } from '@huiyin/domain';
import type { TenantTransaction } from '../../tenancy/tenant-transaction.ts';

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

export interface DepartmentRow {
  readonly id: string;
  readonly parentId: string | null;
  readonly name: string;
  readonly nameEn: string | null;
  readonly kind: string | null;
  readonly active: boolean;
}

export async function addDepartment(tx: TenantTransaction, row: DepartmentRow): Promise<void> {
  await tx.query({
    name: 'department.add',
    text: `insert into department (tenant_id, id, parent_id, name, name_en, kind, active)
      values ($1, $2, $3, $4, $5, $6, $7)`,
    values: [tx.tenantId, row.id, row.parentId, row.name, row.nameEn, row.kind, row.active],
  });
}

export async function changeDepartment(tx: TenantTransaction, row: DepartmentRow): Promise<void> {
  await tx.query({
    name: 'department.change',
    text: `update department set parent_id = $3, name = $4, name_en = $5, kind = $6, active = $7
      where tenant_id = $1 and id = $2`,
    values: [tx.tenantId, row.id, row.parentId, row.name, row.nameEn, row.kind, row.active],
  });
}

export interface MemberChange {
  readonly id: string;
  readonly name: string;
  readonly role: Role;
  readonly departmentId: string | null;
  readonly active: boolean;
}

export async function changeMember(tx: TenantTransaction, member: MemberChange): Promise<void> {
  await tx.query({
    name: 'member.change',
    text: 'update member set name = $3, role = $4, department_id = $5, active = $6 where tenant_id = $1 and id = $2',
    values: [tx.tenantId, member.id, member.name, member.role, member.departmentId, member.active],
  });
}
