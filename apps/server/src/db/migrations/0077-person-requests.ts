import type { MigrationInterface, QueryRunner } from 'typeorm';
import { protectTenantTable } from '../tenant-table.ts';

/** What people ask of their personal data, until when it is answered, and what became of it. */
export class PersonRequests0077000000000 implements MigrationInterface {
  name = 'PersonRequests0077000000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(TABLE);
    await runner.query(protectTenantTable('person_request', ['select', 'insert', 'update']));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table person_request');
  }
}

const TABLE = `
-- Nothing here says who it is: the complaints tell it, as long as they do.
create table person_request (
  tenant_id uuid not null references organization (tenant_id),
  id uuid not null,
  kind text not null,
  -- How somebody made sure who asks.
  reason text not null,
  due_on date not null,
  opened_by uuid not null,
  opened_at timestamptz not null default now(),
  -- Of each complaint its id and, once answered, what became of it and until when.
  complaints jsonb not null,
  -- Null: not answered yet.
  completed_at timestamptz,
  primary key (tenant_id, id),
  foreign key (tenant_id, opened_by) references member (tenant_id, id)
);
create index person_request_by_day on person_request (tenant_id, opened_at desc, id desc);
`;
