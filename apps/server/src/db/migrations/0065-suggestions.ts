import type { MigrationInterface, QueryRunner } from 'typeorm';
import { protectTenantTable } from '../tenant-table.ts';

/** What an organisation's closed cases taught, and what became of what was suggested. */
export class Suggestions0065000000000 implements MigrationInterface {
  name = 'Suggestions0065000000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(TABLES);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table suggestion_count; drop table suggestion_model');
  }
}

const TABLES = `
create table suggestion_model (
  tenant_id uuid not null references organization (tenant_id),
  -- Learning was asked for, and has come to its end.
  asked_at timestamptz not null,
  trained_at timestamptz,
  -- Closed cases that could be learned from, whether they were enough or not.
  cases integer not null default 0,
  -- Counts of words that at least three people said, and nothing of any case; null: too few cases.
  model jsonb,
  -- How good it is, on the newest fifth; null: too few cases.
  accuracy jsonb,
  primary key (tenant_id)
);
${protectTenantTable('suggestion_model', ['select', 'insert', 'update'])}

create table suggestion_count (
  tenant_id uuid not null references organization (tenant_id),
  -- The category that was suggested.
  category text not null,
  taken integer not null default 0,
  other integer not null default 0,
  primary key (tenant_id, category)
);
${protectTenantTable('suggestion_count', ['select', 'insert', 'update'])}
`;
