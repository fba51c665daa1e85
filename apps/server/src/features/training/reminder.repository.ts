import type { Role } from '@huiyin/domain';
import type { TenantTransaction } from '../../tenancy/tenant-transaction.ts';
import type { CertificateRow } from './training.repository.ts';

/** Somebody who can be written to. */
export interface Staff {
  readonly id: string;
  readonly role: Role;
  readonly departmentId: string | null;
  readonly email: string;
}

/** Writes down of which certificates somebody is now told; those of which nobody was before. */
export async function markTold<Row extends CertificateRow & { readonly days: number }>(
  tx: TenantTransaction,
  due: readonly Row[],
): Promise<readonly Row[]> {
  if (due.length === 0) return [];
  const records = due.map(({ sessionId, name, expiresOn, days }) => ({
    ...{ session_id: sessionId, name, expires_on: expiresOn, days },
  }));
  const marked = await tx.query<{ sessionId: string; name: string; expiresOn: string }>({
    name: 'training.told',
    text: `insert into training_reminder (tenant_id, session_id, name, expires_on, days)
      select $1, session_id, name, expires_on, days
      from jsonb_to_recordset($2::jsonb) as d (session_id uuid, name text, expires_on date, days integer)
      on conflict do nothing returning session_id as "sessionId", name, expires_on::text as "expiresOn"`,
    values: [tx.tenantId, JSON.stringify(records)],
  });
  return due.filter((row) =>
    marked.some(
      ({ sessionId, name, expiresOn }) =>
        sessionId === row.sessionId && name === row.name && expiresOn === row.expiresOn,
    ),
  );
}

/** Those who work here, with their addresses. */
export function staffWithAddresses(tx: TenantTransaction): Promise<Staff[]> {
  return tx.query<Staff & Record<string, unknown>>({
    name: 'training.staff',
    text: `select m.id, m.role, m.department_id as "departmentId", u.email
      from member m join identity."user" u on u.id = m.user_id where m.tenant_id = $1 and m.active`,
    values: [tx.tenantId],
  });
}
