import type { MigrationInterface, QueryRunner } from 'typeorm';
import { protectTenantTable } from '../tenant-table.ts';

/** What the organisation tells its handlers beside a case. */
export class GuidanceCards0063000000000 implements MigrationInterface {
  name = 'GuidanceCards0063000000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(TABLE);
    await runner.query(protectTenantTable('guidance_card', ['select', 'insert', 'update', 'delete']));
  }

  async down(): Promise<void> {
    throw new Error('Not taken back: a later migration undoes what this one did.');
  }
}

const TABLE = `
create table guidance_card (
  tenant_id uuid not null references organization (tenant_id),
  id uuid not null,
  title text not null,
  text text not null,
  -- Beside cases in these states and of these categories; empty: in all, of all.
  statuses text[] not null,
  categories text[] not null,
  -- Among the organisation's own; two that were written at once may share a place.
  position integer not null,
  changed_at timestamptz not null,
  primary key (tenant_id, id)
);
`;
