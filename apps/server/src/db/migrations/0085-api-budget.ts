import type { MigrationInterface, QueryRunner } from 'typeorm';
import { protectTenantTable } from '../tenant-table.ts';

/** What keys have left to spend, shared by all servers. */
export class ApiBudget0085000000000 implements MigrationInterface {
  name = 'ApiBudget0085000000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(TABLE);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table api_budget');
  }
}

// Unlogged: after a crash everybody begins with the full measure, which harms nobody.
const TABLE = `
create unlogged table api_budget (
  tenant_id uuid not null references organization (tenant_id),
  -- A key, or the organisation itself for all of its keys together.
  id uuid not null,
  -- What was left at the moment of \`at\`; it refills from then on.
  points double precision not null,
  at timestamptz not null,
  -- What the last server that asked was lent.
  lent double precision not null,
  primary key (tenant_id, id)
);
${protectTenantTable('api_budget', ['select', 'insert', 'update'])}
`;
