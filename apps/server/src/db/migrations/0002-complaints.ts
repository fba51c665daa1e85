import type { MigrationInterface, QueryRunner } from 'typeorm';
import { protectTenantTable } from '../tenant-table.ts';

/** Complaints: events, the row they leave, what figures count, and what others are told. */
export class Complaints0002000000000 implements MigrationInterface {
  name = 'Complaints0002000000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(TABLES);
    await runner.query(protectTenantTable('complainant', ['select', 'insert', 'update']));
    await runner.query(protectTenantTable('respondent', ['select', 'insert', 'update']));
    await runner.query(protectTenantTable('complaint_number', ['select', 'insert', 'update']));
    await runner.query(protectTenantTable('complaint', ['select', 'insert', 'update']));
    await runner.query(protectTenantTable('complaint_event', ['select', 'insert']));
    await runner.query(protectTenantTable('complaint_fact', ['select', 'insert', 'update', 'delete']));
    await runner.query(protectTenantTable('rollup', ['select', 'insert', 'update', 'delete']));
    await runner.query(protectTenantTable('rollup_difference', ['select', 'insert', 'update', 'delete']));
    await runner.query(protectTenantTable('outbox', ['select', 'insert', 'update', 'delete']));
    await runner.query(protectTenantTable('idempotency_key', ['select', 'insert', 'delete']));
    await runner.query(protectTenantTable('saved_view', ['select', 'insert', 'update', 'delete']));
    await runner.query(protectTenantTable('stored_file', ['select', 'insert']));
  }

  async down(): Promise<void> {
    throw new Error('Complaints are not taken away by a migration.');
  }
}

const TABLES = `
-- People who complain. Apart from events, so that a person's data can be erased while the history stays.
create table complainant (
  tenant_id uuid not null references organization (tenant_id),
  id uuid not null,
  name text,
  phone text,
  email text,
  address text,
  -- Digits only, for finding the same person again.
  phone_digits text,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (tenant_id, id)
);
create index complainant_phone on complainant (tenant_id, phone_digits) where phone_digits is not null;

-- The register of parties complained about.
create table respondent (
  tenant_id uuid not null references organization (tenant_id),
  id uuid not null,
  name text not null,
  type text,
  licence text,
  created_at timestamptz not null,
  primary key (tenant_id, id)
);
create unique index respondent_name on respondent (tenant_id, name, coalesce(type, ''));

-- The last number given in a year: raised in the transaction that uses it, so that numbers have no gaps.
create table complaint_number (
  tenant_id uuid not null references organization (tenant_id),
  year integer not null,
  last integer not null,
  primary key (tenant_id, year)
);

create table complaint (
  tenant_id uuid not null references organization (tenant_id),
  id uuid not null,
  number text not null,
  -- The number that a sheet or a forwarding body gave it.
  external_number text,
  version integer not null,
  status text not null,
  status_since timestamptz not null,
  kind text not null,
  channel text not null,
  source_level text not null,
  source_body text,
  disclosure text not null,
  group_size integer not null,
  title text not null,
  category text,
  classification text,
  complainant_id uuid,
  respondent_id uuid,
  respondent_name text,
  respondent_type text,
  department_id uuid,
  handler_id uuid,
  first_responder_id uuid,
  received_at timestamptz not null,
  closed_at timestamptz,
  last_activity_at timestamptz not null,
  -- What is due next: an open promise or a running clock.
  due_at timestamptz,
  due_what text,
  -- When the timer must look at it again.
  tick_at timestamptz,
  attention text[] not null default '{}',
  -- Kept from lists for all but named roles.
  restricted boolean not null default false,
  import_id uuid,
  import_line integer,
  details jsonb not null,
  dimensions jsonb not null,
  -- The complaint as its events leave it.
  state jsonb not null,
  head_hash bytea not null,
  search tsvector not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, complainant_id) references complainant (tenant_id, id),
  foreign key (tenant_id, respondent_id) references respondent (tenant_id, id),
  foreign key (tenant_id, department_id) references department (tenant_id, id),
  foreign key (tenant_id, handler_id) references member (tenant_id, id)
);
create unique index complaint_by_number on complaint (tenant_id, number);
create unique index complaint_by_import_line on complaint (tenant_id, import_id, import_line) where import_id is not null;
create index complaint_by_receipt on complaint (tenant_id, received_at desc, id desc);
create index complaint_by_status on complaint (tenant_id, status, received_at desc, id desc);
create index complaint_by_due on complaint (tenant_id, coalesce(due_at, 'infinity'), id);
create index complaint_by_handler on complaint (tenant_id, handler_id, coalesce(due_at, 'infinity'), id);
create index complaint_by_department on complaint (tenant_id, department_id, received_at desc, id desc);
create index complaint_by_tick on complaint (tenant_id, tick_at) where tick_at is not null;
create index complaint_by_category on complaint (tenant_id, category, received_at desc, id desc);
create index complaint_by_external_number on complaint (tenant_id, external_number) where external_number is not null;
create index complaint_by_complainant on complaint (tenant_id, complainant_id, received_at desc) where complainant_id is not null;
create index complaint_by_words on complaint using gin (tenant_id, search);
create index complaint_by_details on complaint using gin (tenant_id, details jsonb_path_ops);

-- What happened, in order, chained by hash. Nobody changes or deletes a row: the role cannot.
create table complaint_event (
  tenant_id uuid not null,
  complaint_id uuid not null,
  seq integer not null,
  id uuid not null,
  type text not null,
  at timestamptz not null,
  recorded_at timestamptz not null,
  actor jsonb not null,
  data jsonb not null,
  previous_hash bytea,
  hash bytea not null,
  primary key (tenant_id, complaint_id, seq),
  foreign key (tenant_id, complaint_id) references complaint (tenant_id, id)
);

-- Every countable thing of a complaint, as the domain derives it: what figures count and what they open onto.
create table complaint_fact (
  tenant_id uuid not null,
  complaint_id uuid not null,
  key text not null,
  measure text not null,
  at timestamptz not null,
  on_date date not null,
  amount bigint,
  dimensions jsonb not null,
  primary key (tenant_id, complaint_id, key),
  foreign key (tenant_id, complaint_id) references complaint (tenant_id, id)
);
create index complaint_fact_by_measure on complaint_fact (tenant_id, measure, on_date) include (amount);

-- Counts by month. Writers only add a difference; the differences are folded into cells behind them, so that no two
-- writers wait for one another, and a reader sums both.
create table rollup (
  tenant_id uuid not null references organization (tenant_id),
  month date not null,
  measure text not null,
  dimension text not null,
  value text not null,
  count bigint not null,
  amount numeric not null,
  primary key (tenant_id, measure, dimension, month, value)
);
create table rollup_difference (
  tenant_id uuid not null references organization (tenant_id),
  id uuid not null,
  cells jsonb not null,
  primary key (tenant_id, id)
);

-- What others are to be told, written with the change itself and delivered after it.
create table outbox (
  tenant_id uuid not null references organization (tenant_id),
  id uuid not null,
  topic text not null,
  complaint_id uuid,
  payload jsonb not null,
  created_at timestamptz not null,
  primary key (tenant_id, id)
);

-- Answers to mutations already carried out, by the caller's own key: a repeated call changes nothing.
create table idempotency_key (
  tenant_id uuid not null references organization (tenant_id),
  caller text not null,
  key text not null,
  request_hash bytea not null,
  complaint_id uuid not null,
  version integer not null,
  created_at timestamptz not null,
  primary key (tenant_id, caller, key)
);

create table saved_view (
  tenant_id uuid not null references organization (tenant_id),
  id uuid not null,
  member_id uuid not null,
  name text not null,
  shared boolean not null,
  filter jsonb not null,
  created_at timestamptz not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, member_id) references member (tenant_id, id)
);

-- Which stored bytes belong to which organisation; the bytes themselves lie in the file store by their hash.
create table stored_file (
  tenant_id uuid not null references organization (tenant_id),
  sha256 text not null,
  media_type text not null,
  bytes bigint not null,
  name text not null,
  created_at timestamptz not null,
  primary key (tenant_id, sha256)
);
`;
