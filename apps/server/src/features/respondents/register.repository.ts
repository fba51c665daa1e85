import type { TenantTransaction } from '../../tenancy/tenant-transaction.ts';

/** An entry of the register of respondents as it is written. */
export interface EntryRow {
  readonly id: string;
  readonly name: string;
  readonly type: string | null;
  readonly licence: string | null;
  readonly credit_code: string | null;
  readonly merged_into: string | null;
}

const COLUMNS = 'id, name, type, licence, credit_code, merged_into';

/** Entries by id, kept from other changes until the transaction ends; in one order, so that nobody waits in a circle. */
export async function lockEntries(
  tx: TenantTransaction,
  ids: readonly string[],
): Promise<ReadonlyMap<string, EntryRow>> {
  const rows = await tx.query<EntryRow & Record<string, unknown>>({
    name: 'respondent.lock',
    text: `select ${COLUMNS} from respondent where tenant_id = $1 and id = any($2::uuid[]) order by id for update`,
    values: [tx.tenantId, ids],
  });
  return new Map(rows.map((row) => [row.id, row]));
}

/** The entry, or the other name of one, that is called so. */
export async function entryCalled(
  tx: TenantTransaction,
  { name, type }: Pick<EntryRow, 'name' | 'type'>,
): Promise<EntryRow | undefined> {
  const [row] = await tx.query<EntryRow & Record<string, unknown>>({
    name: 'respondent.called',
    text: `select ${COLUMNS} from respondent where tenant_id = $1 and name = $2 and coalesce(type, '') = $3`,
    values: [tx.tenantId, name, type ?? ''],
  });
  return row;
}

export async function writeEntry(
  tx: TenantTransaction,
  { id, name, type, licence, credit_code: creditCode }: Omit<EntryRow, 'merged_into'>,
): Promise<void> {
  await tx.query({
    name: 'respondent.write',
    text: `update respondent set name = $3, type = $4, licence = $5, credit_code = $6
      where tenant_id = $1 and id = $2 returning id`,
    values: [tx.tenantId, id, name, type, licence, creditCode],
  });
}

/** What an entry was called stays its name too: complaints that say so are about the same party. */
export async function keepName(
  tx: TenantTransaction,
  { id, name, type, of }: Pick<EntryRow, 'id' | 'name' | 'type'> & { readonly of: string },
): Promise<void> {
  await tx.query({
    name: 'respondent.keep-name',
    text: `insert into respondent (tenant_id, id, name, type, merged_into, created_at) values ($1, $2, $3, $4, $5, now())`,
    values: [tx.tenantId, id, name, type, of],
  });
}

/** The entry and all its other names become names of another entry. */
export async function mergeEntry(
  tx: TenantTransaction,
  { id, into }: { readonly id: string; readonly into: string },
): Promise<void> {
  await tx.query({
    name: 'respondent.merge',
    text: `update respondent set merged_into = $3 where tenant_id = $1 and (id = $2 or merged_into = $2) returning id`,
    values: [tx.tenantId, id, into],
  });
}
