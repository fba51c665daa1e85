import type { MigrationInterface, QueryRunner } from 'typeorm';
import { protectTenantTable } from '../tenant-table.ts';

/** Who was shown health data, of which complaint, in which hour. */
export class HealthLooks0072000000000 implements MigrationInterface {
  name = 'HealthLooks0072000000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(TABLE);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table health_look');
  }
}

const TABLE = `
create table health_look (
  tenant_id uuid not null references organization (tenant_id),
  complaint_id uuid not null,
  -- However often somebody looks within it, it is one look.
  hour timestamptz not null,
  -- A member, or a key.
  by_id uuid not null,
  by_key boolean not null,
  primary key (tenant_id, complaint_id, hour, by_id),
  foreign key (tenant_id, complaint_id) references complaint (tenant_id, id)
);
${protectTenantTable('health_look', ['select', 'insert'])}
`;
