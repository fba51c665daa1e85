import type { MigrationInterface, QueryRunner } from 'typeorm';
import { protectTenantTable } from '../tenant-table.ts';

/** Imports: a file, how its columns are read, and what became of each of its rows. */
export class Imports0004000000000 implements MigrationInterface {
  name = 'Imports0004000000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(TABLES);
    await runner.query(protectTenantTable('import', ['select', 'insert', 'update']));
    await runner.query(protectTenantTable('import_row', ['select', 'insert', 'delete']));
    await runner.query(protectTenantTable('import_mapping', ['select', 'insert', 'update']));
  }

  async down(): Promise<void> {
    throw new Error('Imports are not taken away by a migration.');
  }
}

const TABLES = `
create table import (
  tenant_id uuid not null references organization (tenant_id),
  id uuid not null,
  kind text not null,
  -- The file by its content, and the name it was sent under.
  sha256 text not null,
  name text not null,
  bytes bigint not null,
  status text not null,
  -- What was found in the file: columns, first rows, titles, encoding.
  layout jsonb not null,
  -- Column key to target key.
  mapping jsonb not null,
  -- Order of day, month and year by column key, found or chosen.
  date_orders jsonb not null,
  -- Rows are taken in order: everything up to this line is done.
  done_line integer not null default 0,
  rows_read integer not null default 0,
  accepted integer not null default 0,
  refused integer not null default 0,
  passed_over integer not null default 0,
  error jsonb,
  -- On whose behalf rows are taken in.
  started_by jsonb not null,
  created_at timestamptz not null,
  started_at timestamptz,
  finished_at timestamptz,
  primary key (tenant_id, id)
);
create index import_by_age on import (tenant_id, created_at desc, id desc);
create index import_by_file on import (tenant_id, sha256);

-- One row of the file, written in the transaction that takes it in: no line is ever taken twice.
create table import_row (
  tenant_id uuid not null,
  import_id uuid not null,
  -- CHECK: of the dry run; RUN: what really became of it.
  phase text not null,
  line integer not null,
  outcome text not null,
  external_number text,
  complaint_id uuid,
  problems jsonb,
  -- As the file holds it, for the spreadsheet of refused rows.
  cells jsonb,
  raw jsonb,
  primary key (tenant_id, import_id, phase, line),
  foreign key (tenant_id, import_id) references import (tenant_id, id)
);
create index import_row_refused on import_row (tenant_id, import_id, phase, line) where outcome = 'REFUSED';

-- How a table with these headers was read last time.
create table import_mapping (
  tenant_id uuid not null references organization (tenant_id),
  kind text not null,
  fingerprint text not null,
  mapping jsonb not null,
  used_at timestamptz not null,
  primary key (tenant_id, kind, fingerprint)
);
`;
