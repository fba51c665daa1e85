import type { Role } from '@huiyin/domain';
import type { TenantTransaction } from '../../tenancy/tenant-transaction.ts';

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
