import type { Database } from '../../../tenancy/database.ts';

/** The complaint of a number whose complainant has this address (in lower case); `undefined` for anybody else's. */
export async function findOfSender(
  database: Database,
  sender: { readonly tenantId: string; readonly number: string; readonly address: string },
): Promise<string | undefined> {
  const { tenantId, number, address } = sender;
  const [row] = await database.readInTenant<{ id: string }>(
    { tenantId },
    {
      name: 'mail.find-of-sender',
      text: `select c.id from complaint c
        join complainant p on p.tenant_id = c.tenant_id and p.id = c.complainant_id
        where c.number = $1 and lower(p.email) = $2`,
      values: [number, address],
    },
  );
  return row?.id;
}
