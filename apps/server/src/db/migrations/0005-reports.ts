import type { MigrationInterface, QueryRunner } from 'typeorm';
import { protectTenantTable } from '../tenant-table.ts';

/** Reports: drafts with their author's text, published ones frozen, and the numbers that figures are compared by. */
export class Reports0005000000000 implements MigrationInterface {
  name = 'Reports0005000000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(TABLES);
    await runner.query(protectTenantTable('report', ['select', 'insert', 'update', 'delete']));
    await runner.query(protectTenantTable('denominator', ['select', 'insert', 'update']));
  }

  async down(): Promise<void> {
    throw new Error('Reports are not taken away by a migration.');
  }
}

const TABLES = `
create table report (
  tenant_id uuid not null references organization (tenant_id),
  id uuid not null,
  -- The same for all versions of the report on one period.
  series uuid not null,
  version integer not null,
  status text not null check (status in ('DRAFT', 'PUBLISHED')),
  -- Counts the author's changes to a draft.
  revision integer not null,
  period jsonb not null,
  from_date date not null,
  to_date date not null,
  -- Text by section and language, where the author wrote another than the proposed one.
  texts jsonb not null,
  -- Of a correction: the published version it takes the place of, and why.
  corrects uuid,
  reason text,
  -- Frozen at publication: figures, texts as they read, and the rules in force.
  frozen jsonb,
  hash bytea,
  created_by jsonb not null,
  created_at timestamptz not null,
  published_by jsonb,
  published_at timestamptz,
  primary key (tenant_id, id),
  unique (tenant_id, series, version),
  foreign key (tenant_id, corrects) references report (tenant_id, id),
  check ((status = 'PUBLISHED') = (frozen is not null and hash is not null and published_at is not null))
);
create index report_by_age on report (tenant_id, created_at desc, id desc);
create unique index report_first_of_period on report (tenant_id, period) where version = 1;
create unique index report_draft_of_series on report (tenant_id, series) where status = 'DRAFT';

-- Nobody changes what was published, whatever a program asks for.
create function refuse_change_of_published_report() returns trigger language plpgsql as $$
begin
  raise exception 'A published report is never changed: correct it with a new version.';
end $$;
create trigger published_report_stays before update or delete on report
  for each row when (old.status = 'PUBLISHED') execute function refuse_change_of_published_report();

-- Customers, visits, households: given by the organisation for the days that a figure is about.
create table denominator (
  tenant_id uuid not null references organization (tenant_id),
  code text not null,
  from_date date not null,
  to_date date not null,
  value numeric not null check (value > 0),
  set_by jsonb not null,
  set_at timestamptz not null,
  primary key (tenant_id, code, from_date, to_date)
);
`;
