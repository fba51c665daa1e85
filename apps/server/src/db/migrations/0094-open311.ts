import type { MigrationInterface, QueryRunner } from 'typeorm';
import { protectTenantTable } from '../tenant-table.ts';

/** Which complaints came in as requests of Open311: these alone are listed there. */
export class Open3110094000000000 implements MigrationInterface {
  name = 'Open3110094000000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(TABLE);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table open311_request');
  }
}

const TABLE = `
create table open311_request (
  tenant_id uuid not null references organization (tenant_id),
  complaint_id uuid not null,
  primary key (tenant_id, complaint_id),
  foreign key (tenant_id, complaint_id) references complaint (tenant_id, id)
);
${protectTenantTable('open311_request', ['select', 'insert'])}
`;
