import type { HeldNumber, LocalDate, Site, TenantActor } from '@huiyin/domain';
import { Conditions } from '../../casework/conditions.ts';
import { SITES_SQL } from '../../casework/site-sql.ts';
import type { Database } from '../../tenancy/database.ts';
import type { TenantTransaction } from '../../tenancy/tenant-transaction.ts';

const ALL = { name: 'site.all', text: SITES_SQL, values: [] };

/** A site of the tree, as often as it was changed. */
export type SiteRow = Site & { readonly version: number };

/** The whole tree, by name. */
export async function allSites(database: Database, actor: TenantActor): Promise<readonly SiteRow[]> {
  return (await database.readInTenant(actor, ALL)) as unknown as readonly SiteRow[];
}

/** The whole tree, which nobody else changes until the transaction ends. */
export async function lockSites(tx: TenantTransaction): Promise<readonly SiteRow[]> {
  await tx.query({
    name: 'site.lock',
    text: 'select from organization where tenant_id = $1 for no key update',
    values: [tx.tenantId],
  });
  return (await tx.query(ALL)) as unknown as readonly SiteRow[];
}

type Named = Pick<Site, 'id' | 'parentId' | 'level' | 'name' | 'formerNames'>;

export async function addSite(tx: TenantTransaction, { id, parentId, level, name }: Named): Promise<void> {
  await tx.query({
    name: 'site.add',
    text: 'insert into site (tenant_id, id, parent_id, level, name) values ($1, $2, $3, $4, $5)',
    values: [tx.tenantId, id, parentId, level, name],
  });
}

export async function renameSite(tx: TenantTransaction, { id, name, formerNames }: Named): Promise<void> {
  await tx.query({
    name: 'site.rename',
    text: 'update site set name = $3, former_names = $4 where tenant_id = $1 and id = $2',
    values: [tx.tenantId, id, name, [...formerNames]],
  });
}

/** Whoever has it open learns that it has moved on. */
export async function moveOn(tx: TenantTransaction, ids: readonly string[]): Promise<void> {
  await tx.query({
    name: 'site.moves-on',
    text: 'update site set version = version + 1 where tenant_id = $1 and id = any($2::uuid[])',
    values: [tx.tenantId, ids],
  });
}

/** Its numbers go with it. */
export async function removeSite(tx: TenantTransaction, id: string): Promise<void> {
  await tx.query({
    name: 'site.remove',
    text: 'delete from site where tenant_id = $1 and id = $2',
    values: [tx.tenantId, id],
  });
}

/** Puts a number of a site in the place of another of the same day. */
export async function setNumber(
  tx: TenantTransaction,
  siteId: string,
  { code, value, holdsFrom }: HeldNumber,
): Promise<void> {
  await tx.query({
    name: 'site.set-number',
    text: `insert into site_number (tenant_id, site_id, code, holds_from, value) values ($1, $2, $3, $4, $5)
      on conflict (tenant_id, site_id, code, holds_from) do update set value = excluded.value`,
    values: [tx.tenantId, siteId, code, holdsFrom, value],
  });
}

export async function removeNumber(
  tx: TenantTransaction,
  siteId: string,
  { code, holdsFrom }: { readonly code: string; readonly holdsFrom: LocalDate },
): Promise<void> {
  await tx.query({
    name: 'site.remove-number',
    text: 'delete from site_number where tenant_id = $1 and site_id = $2 and code = $3 and holds_from = $4',
    values: [tx.tenantId, siteId, code, holdsFrom],
  });
}

/**
 * How many complaints name a site.
 * @param path the field of each level down to it, with all names by which complaints know the site there
 */
export async function complaintsAt(
  tx: TenantTransaction,
  path: readonly { readonly field: string; readonly names: readonly string[] }[],
): Promise<number> {
  const where = new Conditions();
  for (const { field, names } of path) where.among(`details ->> ${where.parameter(field)}`, names);
  const [row] = await tx.query<{ count: number }>({
    text: `select count(*)::int as count from complaint where ${where.text}`,
    values: where.values,
  });
  return row?.count ?? 0;
}
