import type { MigrationInterface, QueryRunner } from 'typeorm';
import { protectTenantTable } from '../tenant-table.ts';

/** The sites that an organisation looks after, as a tree, and what is known of each from which day on. */
export class Sites0071000000000 implements MigrationInterface {
  name = 'Sites0071000000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(TABLES);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table site_number; drop table site');
  }
}

const TABLES = `
create table site (
  tenant_id uuid not null references organization (tenant_id),
  id uuid not null,
  parent_id uuid,
  -- Code of a level that the sector declares.
  level text not null,
  name text not null,
  -- What complaints of earlier times call it.
  former_names text[] not null default '{}',
  primary key (tenant_id, id),
  foreign key (tenant_id, parent_id) references site (tenant_id, id),
  constraint site_named_once unique nulls not distinct (tenant_id, parent_id, name)
);
${protectTenantTable('site', ['select', 'insert', 'update', 'delete'])}

create table site_number (
  tenant_id uuid not null references organization (tenant_id),
  site_id uuid not null,
  -- Code of one of the sector's denominators.
  code text not null,
  holds_from date not null,
  value numeric not null check (value > 0),
  primary key (tenant_id, site_id, code, holds_from),
  foreign key (tenant_id, site_id) references site (tenant_id, id) on delete cascade
);
${protectTenantTable('site_number', ['select', 'insert', 'update', 'delete'])}
`;
