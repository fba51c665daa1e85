import type { ClientBase } from 'pg';
import { OVERSIGHT_ROLE, RUNTIME_ROLE } from './tenant-table.ts';

/** What of the database belongs to no organisation, and why. Everything else is a table of tenants. */
const PLATFORM: Readonly<Record<string, string>> = {
  'public.tenant_directory':
    'finds an organisation by its address, before anybody is inside one: a public name',
  'public.user_membership': 'tells in which organisations somebody is a member, before they are inside one',
  'public.oversight_grant':
    'somebody may be granted to see organisations that do not exist yet; each sees their own grants alone',
  'public.migration': 'the names of the migrations applied',
  'identity.user': 'a person may be a member of several organisations',
  'identity.session': 'belongs to a person',
  'identity.account': 'the password of a person',
  'identity.twoFactor': 'the second factor of a person',
  'identity.verification': 'letters to people who are not signed in',
  'identity.rateLimit': 'counts calls of people who are not signed in',
  'identity.sign_in_failure': 'counts wrong passwords of people who are not signed in',
};

/** Schemas whose tables a library makes for itself; none of them may have a tenant_id. */
const LIBRARY_SCHEMAS: Readonly<Record<string, string>> = {
  jobs: 'the queue of pg-boss: ids of work to do, nothing of its content',
};

/** Tables whose rows are written once: history, answers given, bytes kept. */
const WRITTEN_ONCE: readonly string[] = [
  'public.complaint_event',
  'public.idempotency_key',
  'public.event_words',
  'public.health_look',
  'public.open311_request',
  'public.webhook_attempt',
  'public.training_attendance',
  'public.training_reminder',
  'public.import_row',
  'public.oversight_look',
  'public.stored_file',
];

/** Tables of tenants whose rows the server may take away, and why. */
const TAKEN_AWAY: Readonly<Record<string, string>> = {
  'public.complaint_fact': 'derived: written anew when its complaint changes',
  'public.rollup': 'derived',
  'public.rollup_difference': 'folded into the rollup',
  'public.outbox': 'delivered',
  'public.idempotency_key': 'outlived',
  'public.import_row': 'findings of a dry run that begins anew',
  'public.report': 'drafts; a trigger keeps what was published',
  'public.event_words': 'erased when the period of its complaint is over',
  'public.visit': 'a plan taken back before it was carried out; the record of acts keeps that it was',
  'public.training_session': 'written down by mistake; the record of acts keeps that it was',
  'public.training_attendance': 'with its session',
  'public.stored_file': 'erased with its complaint or import',
  'public.saved_view': "a member's own",
  'public.answer_template': "the office's own wording; answers given keep their text",
  'public.guidance_card': "the office's own wording; the record of acts keeps what it said",
  'public.site': 'one that no complaint names, put there by mistake',
  'public.site_number': 'a number entered by mistake, or of a site that is taken away',
  'public.webhook': 'an address that is no longer told; the record of acts keeps that it was',
  'public.webhook_message': 'the log of sending is kept for thirty days',
  'public.webhook_attempt': 'with its message',
  'public.complaint_presence': 'of the moment',
  'public.public_upload': 'kept apart until taken into a complaint, or outlived',
  'public.public_captcha': 'solved once, and outlived',
  'public.public_attempt': 'counts against guessing, and outlived',
};

/** All that the role of oversight reads, by table and column, and what it needs it for. */
const OVERSEEN: Readonly<Record<string, readonly string[]>> = {
  // What somebody was granted.
  'public.oversight_grant': [],
  // Which organisations that covers.
  'public.organization': ['tenant_id', 'name', 'name_en', 'sector', 'region'],
  // Their figures, and by what they are made comparable.
  'public.rollup': ['tenant_id', 'month', 'measure', 'dimension', 'value', 'count', 'amount'],
  'public.denominator': ['tenant_id', 'code', 'from_date', 'to_date', 'value'],
  // Cases without people and texts, and how they came out, where a grant opens them.
  'public.complaint': [
    ...['tenant_id', 'id', 'number', 'status', 'kind', 'channel', 'category', 'classification'],
    ...['respondent_type', 'received_at', 'closed_at', 'due_at', 'due_what', 'finding'],
  ],
  'public.complaint_fact': ['tenant_id', 'complaint_id', 'key', 'measure', 'on_date', 'amount', 'dimensions'],
};
const OVERSEEN_NAMES = Object.entries(OVERSEEN).flatMap(([table, columns]) =>
  columns.length === 0 ? [table] : columns.map((column) => `${table}.${column}`),
);

/** SECURITY DEFINER functions that were thought through: each runs as its owner, past the caller's rights. */
const DEFINER_FUNCTIONS: readonly string[] = [];

/** The only condition that a policy may have, as PostgreSQL writes it back: evaluated once a statement. */
const OWN_ROWS = `(tenant_id = ( SELECT (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid AS "nullif"))`;

/** Words that every rule begins with: who is the server, what is a table of tenants. */
const WORDS = `
  with app as (select oid from pg_roles where rolname in ('${RUNTIME_ROLE}', '${OVERSIGHT_ROLE}')),
  oversight as (select oid from pg_roles where rolname = '${OVERSIGHT_ROLE}'),
  -- Whose rights the server has: its own, those of everybody, those of roles that it is a member of.
  server as (select oid from app union all select 0::oid union all select roleid from pg_auth_members, app where member = app.oid),
  ours as (
    select c.*, n.nspname || '.' || c.relname as name, n.nspname as schema
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where n.nspname not in ('pg_catalog', 'information_schema') and n.nspname !~ '^pg_'
  ),
  every_table as (
    select o.*, exists (
      select from pg_attribute a where a.attrelid = o.oid and a.attname = 'tenant_id' and not a.attisdropped
    ) as has_tenant
    from ours o where o.relkind in ('r', 'p', 'f')
  ),
  tenant_table as (select * from every_table where has_tenant and not name = any (${array(Object.keys(PLATFORM))})),
  -- The first column of every index, by its name; an expression has none.
  index_of as (
    select i.indexrelid::regclass::text as index, i.indisprimary as is_primary, i.indrelid as table_id, a.attname as first
    from pg_index i left join pg_attribute a on a.attrelid = i.indrelid and a.attnum = i.indkey[0]
    where i.indisunique or i.indisexclusion
  ),
  granted as (
    select o.name, o.relkind, g.privilege_type as privilege, g.is_grantable from ours o, server s,
      aclexplode(coalesce(o.relacl, acldefault(case o.relkind when 'S' then 's'::"char" else 'r' end, o.relowner))) g
    where g.grantee = s.oid
    union all
    select o.name, o.relkind, g.privilege_type, g.is_grantable
    from ours o join pg_attribute a on a.attrelid = o.oid, server s, aclexplode(a.attacl) g where g.grantee = s.oid
  ),
  -- Of oversight, table by table and column by column; what everybody may, it may too.
  granted_oversight as (
    select o.name, g.privilege_type as privilege from ours o, oversight,
      aclexplode(coalesce(o.relacl, acldefault(case o.relkind when 'S' then 's'::"char" else 'r' end, o.relowner))) g
    where g.grantee in (0, oversight.oid)
    union all
    select o.name || '.' || a.attname, g.privilege_type
    from ours o join pg_attribute a on a.attrelid = o.oid, oversight, aclexplode(a.attacl) g
    where g.grantee in (0, oversight.oid)
  ),
  -- Its policies; the one of a table of tenants for everybody holds for it too, unless another restricts it.
  overseen as (
    select t.oid, t.name, p.polpermissive as permissive, p.polcmd as command, pg_get_expr(p.polqual, p.polrelid) as condition
    from tenant_table t join pg_policy p on p.polrelid = t.oid, oversight where p.polroles = array[oversight.oid]
  )`;

/** What must not be found, each as a query for the names of the offenders. */
export const RULES: Readonly<Record<string, string>> = {
  'belongs neither to tenants nor to the platform': `
    select name from every_table where not has_tenant and not name = any (${array(Object.keys(PLATFORM))})
      and not schema = any (${array(Object.keys(LIBRARY_SCHEMAS))})`,
  'its tenant_id is not a uuid that is always there': `
    select t.name from tenant_table t join pg_attribute a on a.attrelid = t.oid and a.attname = 'tenant_id'
    where not a.attnotnull or a.atttypid <> 'uuid'::regtype`,
  'row-level security is not enabled': 'select name from tenant_table where not relrowsecurity',
  'row-level security is not forced on the owner':
    'select name from tenant_table where not relforcerowsecurity',
  'has no policy for reading and writing': `
    select t.name from tenant_table t where not exists (
      select from pg_policy p where p.polrelid = t.oid and p.polpermissive and p.polcmd = '*' and p.polroles = '{0}'
        and p.polqual is not null and p.polwithcheck is not null)`,
  'has a policy of another form': `
    select distinct t.name from tenant_table t join pg_policy p on p.polrelid = t.oid
    where p.polpermissive and not p.polroles = array[(select oid from oversight)] and (
      coalesce(pg_get_expr(p.polqual, p.polrelid), '') <> ${text(OWN_ROWS)}
      or coalesce(pg_get_expr(p.polwithcheck, p.polrelid), '') <> ${text(OWN_ROWS)})`,
  'has no primary key that starts with tenant_id': `
    select t.name from tenant_table t where not exists (
      select from index_of i where i.table_id = t.oid and i.is_primary and i.first = 'tenant_id')`,
  'is unique without starting with tenant_id': `
    select i.index as name from index_of i join tenant_table t on t.oid = i.table_id
    where not i.is_primary and i.first is distinct from 'tenant_id'`,
  'refers to a tenant table without carrying tenant_id': `
    select f.name || '.' || c.conname as name from pg_constraint c
    join tenant_table t on t.oid = c.confrelid join ours f on f.oid = c.conrelid
    where c.contype = 'f' and not exists (
      select from unnest(c.conkey, c.confkey) as pair (here, there)
      join pg_attribute a on a.attrelid = c.conrelid and a.attnum = pair.here
      join pg_attribute b on b.attrelid = c.confrelid and b.attnum = pair.there
      where a.attname = 'tenant_id' and b.attname = 'tenant_id')`,
  'gives the server more than it needs': `
    select distinct name || ' ' || lower(privilege) as name from granted g
    where relkind in ('r', 'p', 'f') and (is_grantable or not (case
      when privilege in ('SELECT', 'INSERT') then true
      when privilege = 'UPDATE' then not name = any (${array(WRITTEN_ONCE)})
      when privilege = 'DELETE' then not exists (select from tenant_table t where t.name = g.name) or name = any (${array(Object.keys(TAKEN_AWAY))})
      else false end))`,
  'lets oversight do more than read its figures': `
    select distinct name || ' ' || lower(privilege) as name from granted_oversight
    where privilege <> 'SELECT' or not name = any (${array(OVERSEEN_NAMES)})`,
  'is shown across organisations without being named here': `
    select distinct name from overseen where command <> 'r' or not name = any (${array(Object.keys(OVERSEEN))})`,
  'shows oversight what was not granted, once a tenant is set': `
    select t.name from tenant_table t where t.name = any (${array(Object.keys(OVERSEEN))}) and not exists (
      select from overseen shown join overseen kept using (oid, condition)
      where oid = t.oid and shown.permissive and not kept.permissive)`,
  'is a view that shows what its owner sees': `
    select name from ours where relkind = 'v'
      and not coalesce((select bool_or(o in ('security_invoker=true', 'security_invoker=on')) from unnest(reloptions) o), false)`,
  'is a stored view, which no policy protects': `
    select o.name from ours o where o.relkind = 'm' and exists (select from granted g where g.name = o.name)`,
  'runs as its owner': `
    select p.oid::regprocedure::text as name from pg_proc p join pg_namespace n on n.oid = p.pronamespace
    where p.prosecdef and n.nspname <> 'pg_catalog' and not p.oid::regprocedure::text = any (${array(DEFINER_FUNCTIONS)})`,
  'belongs to the server': `
    select name from ours, app where relowner = app.oid
    union all select nspname from pg_namespace, app where nspowner = app.oid
    union all select p.oid::regprocedure::text from pg_proc p, app where proowner = app.oid
    union all select datname from pg_database, app where datdba = app.oid`,
  'lets the server make tables': `
    select nspname as name from pg_namespace n, server s,
      aclexplode(coalesce(n.nspacl, acldefault('n', n.nspowner))) g
    where g.grantee = s.oid and g.privilege_type = 'CREATE'`,
  'is the server, and may more than it needs': `
    select rolname as name from pg_roles r join app on app.oid = r.oid
    where rolsuper or rolbypassrls or rolcreaterole or rolcreatedb or rolreplication
      or exists (select from pg_auth_members m where m.member = r.oid)`,
};

/** Everything in the catalogue that could let one organisation see or change another's, as `name: rule`. */
export async function breachesOf(client: ClientBase): Promise<string[]> {
  const breaches: string[] = [];
  for (const [rule, query] of Object.entries(RULES)) {
    const { rows } = await client.query<{ name: string }>(`${WORDS} ${query}`);
    breaches.push(...rows.map(({ name }) => `${name}: ${rule}`));
  }
  return breaches.sort();
}

/** Names of the lists above that the database does not have: a list that outlives its tables excuses the next one. */
export async function unknownNames(client: ClientBase): Promise<string[]> {
  const named = [
    ...Object.keys(PLATFORM),
    ...WRITTEN_ONCE,
    ...Object.keys(TAKEN_AWAY),
    ...Object.keys(OVERSEEN),
  ];
  const { rows } = await client.query<{ name: string }>(
    `${WORDS} select listed.name from unnest(${array(named)}) as listed (name)
     where not exists (select from every_table t where t.name = listed.name)`,
  );
  return rows.map(({ name }) => name);
}

function array(names: readonly string[]): string {
  return `array[${names.map(text).join(', ')}]::text[]`;
}

function text(value: string): string {
  return `'${value.replaceAll("'", "''")}'`;
}
