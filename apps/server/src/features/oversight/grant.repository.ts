import type { TenantTransaction } from '../../tenancy/tenant-transaction.ts';

/** Whoever has an account by which they were ever granted something. */
export async function findOverseer(
  tx: TenantTransaction,
  email: string,
): Promise<{ readonly userId: string; readonly name: string } | undefined> {
  const [row] = await tx.query<{ userId: string; name: string }>({
    name: 'oversight.find-overseer',
    text: `select u.id as "userId", u.name from identity."user" u
      where u.email = $1 and exists (select from oversight_grant g where g.user_id = u.id)`,
    values: [email],
  });
  return row;
}

/** Whether something holds that the organisation has granted them of its own will. */
export async function hasOwnGrant(tx: TenantTransaction, userId: string): Promise<boolean> {
  const rows = await tx.query({
    name: 'oversight.has-own-grant',
    text: `select from oversight_grant where user_id = $1 and tenant_id = $2 and basis = 'ORGANIZATION'
      and revoked_at is null and (ends_at is null or ends_at > now())`,
    values: [userId, tx.tenantId],
  });
  return rows.length > 0;
}

/** Ends what the organisation has granted of its own will; whose it was, or undefined when it holds none of that id. */
export async function endOwnGrant(
  tx: TenantTransaction,
  id: string,
): Promise<{ readonly name: string; readonly email: string } | undefined> {
  const [row] = await tx.query<{ name: string; email: string }>({
    name: 'oversight.end-own-grant',
    text: `update oversight_grant g set revoked_at = now() from identity."user" u
      where g.id = $1 and g.tenant_id = $2 and g.basis = 'ORGANIZATION' and u.id = g.user_id
        and g.revoked_at is null and (g.ends_at is null or g.ends_at > now())
      returning u.name, u.email`,
    values: [id, tx.tenantId],
  });
  return row;
}
