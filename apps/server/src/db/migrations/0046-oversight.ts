import type { MigrationInterface, QueryRunner } from 'typeorm';
import { OVERSIGHT_ROLE, overseeTable, protectTenantTable, RUNTIME_ROLE } from '../tenant-table.ts';

/**
 * Oversight: who was granted to see figures of which organisations, what the database role of oversight may read by
 * that, and who looked.
 */
export class Oversight0046000000000 implements MigrationInterface {
  name = 'Oversight0046000000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(TABLES);
    await runner.query(protectTenantTable('oversight_look', ['select', 'insert']));
    await runner.query(GRANTS);
    for (const [table, columns, granted] of OVERSEEN) {
      await runner.query(overseeTable(table, { columns, granted }));
    }
  }

  async down(): Promise<void> {
    throw new Error('What was granted and looked at is not forgotten by a migration.');
  }
}

const TABLES = `
-- Of the platform: a grant may cover organisations that do not exist yet. Never taken away, only revoked.
create table oversight_grant (
  id uuid primary key,
  user_id text not null references identity."user" (id),
  -- What is shown: figures alone.
  level text not null check (level = 'AGGREGATE'),
  -- Each narrows, null does not: a region by the beginning of its GB/T 2260 code (44: the province, 4403: the city).
  region text check (region ~ '^([0-9]{2}|[0-9]{4}|[0-9]{6})$'),
  sector text,
  tenant_id uuid references organization (tenant_id),
  starts_at timestamptz not null,
  ends_at timestamptz,
  -- By law, whose text is named; or by an organisation's own will, for itself alone.
  basis text not null check (basis = 'LAW' or (basis = 'ORGANIZATION' and tenant_id is not null)),
  regulation text check ((basis = 'LAW') = (regulation is not null)),
  granted_by text not null,
  granted_at timestamptz not null default now(),
  revoked_at timestamptz
);
create index oversight_grant_of_user on oversight_grant (user_id);

-- Every look, at each organisation that was looked at.
create table oversight_look (
  tenant_id uuid not null references organization (tenant_id),
  id uuid not null,
  at timestamptz not null,
  user_id text not null,
  -- As they were called then.
  name text not null,
  -- What was asked: the period.
  asked jsonb not null,
  primary key (tenant_id, id)
);
create index oversight_look_by_time on oversight_look (tenant_id, at desc, id desc);
`;

const GRANTS = `
alter table oversight_grant enable row level security;
alter table oversight_grant force row level security;
grant select, insert, update (revoked_at) on oversight_grant to ${RUNTIME_ROLE};
grant select on oversight_grant to ${OVERSIGHT_ROLE};
-- The server looks after all of them; the role of oversight sees those of the person who looks, while they hold.
create policy oversight_grant_of_platform on oversight_grant to ${RUNTIME_ROLE} using (true) with check (true);
create policy oversight_grant_in_force on oversight_grant for select to ${OVERSIGHT_ROLE} using (
  user_id = (select nullif(current_setting('app.overseer', true), ''))
  and revoked_at is null and starts_at <= now() and (ends_at is null or now() < ends_at)
);
`;

/** An organisation of a grant in force: resolved here and now, never told by the server. */
const GRANTED_ORGANIZATION = `exists (
  select from oversight_grant g
  where (g.tenant_id is null or g.tenant_id = organization.tenant_id)
    and (g.sector is null or g.sector = organization.sector)
    and (g.region is null or starts_with(organization.region::text, g.region))
)`;
/** The role sees no other organisations than those granted. */
const OF_GRANTED = 'tenant_id in (select o.tenant_id from organization o)';
/** Totals, and how clocks, promises, follow-ups and sums came out: no department, no category, no box of a sector. */
const FIGURES = `${OF_GRANTED}
  and dimension in ('TOTAL', 'clockResult', 'promiseResult', 'followUpResult', 'currency')`;

/** What the role of oversight reads of tenants, and nothing else. */
const OVERSEEN: readonly (readonly [table: string, columns: readonly string[], granted: string])[] = [
  ['organization', ['tenant_id', 'name', 'name_en', 'sector', 'region'], GRANTED_ORGANIZATION],
  ['rollup', ['tenant_id', 'month', 'measure', 'dimension', 'value', 'count', 'amount'], FIGURES],
  ['denominator', ['tenant_id', 'code', 'from_date', 'to_date', 'value'], OF_GRANTED],
];
