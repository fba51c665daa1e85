/** SQL that every table of a tenant needs, so that no migration forgets a part of it. */

type Privilege = 'select' | 'insert' | 'update' | 'delete';

/** The role that the server runs as. It owns nothing and bypasses nothing. */
export const RUNTIME_ROLE = 'huiyin_app';
/** The role that reads across organisations, as far as somebody was granted. It writes nothing at all. */
export const OVERSIGHT_ROLE = 'huiyin_oversight';

/**
 * Row-level security for a table with a `tenant_id`: enabled and forced, reading and writing alike, and just the
 * privileges named. The setting is read in a sub-select, so that it is evaluated once a statement and not once a row;
 * after SET LOCAL it is '' and not NULL, hence nullif.
 */
export function protectTenantTable(table: string, privileges: readonly Privilege[]): string {
  const own = `tenant_id = (select nullif(current_setting('app.tenant_id', true), '')::uuid)`;
  return `
    alter table ${table} enable row level security;
    alter table ${table} force row level security;
    create policy ${table}_of_tenant on ${table} using (${own}) with check (${own});
    grant ${privileges.join(', ')} on ${table} to ${RUNTIME_ROLE};
  `;
}

/**
 * Lets the role of oversight read columns of a tenant's table, where `granted` holds. Twice: the permissive policy shows
 * the rows without a tenant being set, the restrictive one keeps them from being shown because a tenant is set.
 */
export function overseeTable(
  table: string,
  { columns, granted }: { readonly columns: readonly string[]; readonly granted: string },
): string {
  return `
    create policy ${table}_overseen on ${table} for select to ${OVERSIGHT_ROLE} using (${granted});
    create policy ${table}_only_overseen on ${table} as restrictive for select to ${OVERSIGHT_ROLE} using (${granted});
    grant select (${columns.join(', ')}) on ${table} to ${OVERSIGHT_ROLE};
  `;
}
