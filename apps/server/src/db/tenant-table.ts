/** SQL that every table of a tenant needs, so that no migration forgets a part of it. */

type Privilege = 'select' | 'insert' | 'update' | 'delete';

/** The role that the server runs as. It owns nothing and bypasses nothing. */
export const RUNTIME_ROLE = 'huiyin_app';

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
