import type { MigrationInterface, QueryRunner } from 'typeorm';
import { protectTenantTable } from '../tenant-table.ts';

/** Preventive visits, with what was found and what is to be put right. */
export class Visits0062000000000 implements MigrationInterface {
  name = 'Visits0062000000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(TABLES);
    await runner.query(protectTenantTable('visit', ['select', 'insert', 'update', 'delete']));
    await runner.query(protectTenantTable('visit_follow_up', ['select', 'insert', 'update']));
  }

  async down(): Promise<void> {
    throw new Error('Not taken back: a later migration undoes what this one did.');
  }
}

const TABLES = `
create table visit (
  tenant_id uuid not null references organization (tenant_id),
  id uuid not null,
  target text not null,
  -- Whom or what, as it was called when the visit was planned.
  name text not null,
  reason text not null,
  why text not null,
  visitor_id uuid not null,
  planned_on date not null,
  -- Null: not made yet.
  done_on date,
  findings jsonb not null default '[]',
  primary key (tenant_id, id),
  foreign key (tenant_id, visitor_id) references member (tenant_id, id)
);
create index visit_by_day on visit (tenant_id, planned_on desc, id desc);

create table visit_follow_up (
  tenant_id uuid not null references organization (tenant_id),
  id uuid not null,
  visit_id uuid not null,
  place integer not null,
  text text not null,
  owner_id uuid not null,
  due_on date not null,
  done_on date,
  primary key (tenant_id, id),
  foreign key (tenant_id, visit_id) references visit (tenant_id, id) on delete cascade,
  foreign key (tenant_id, owner_id) references member (tenant_id, id)
);
create index visit_follow_up_of on visit_follow_up (tenant_id, visit_id, place);
`;
