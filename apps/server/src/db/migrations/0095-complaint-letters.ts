import type { MigrationInterface, QueryRunner } from 'typeorm';
import { protectTenantTable } from '../tenant-table.ts';

/** Letters by which complainants are told of what happened: one for an event, sent until it is taken. */
export class ComplaintLetters0095000000000 implements MigrationInterface {
  name = 'ComplaintLetters0095000000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(TABLE);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table complaint_letter');
  }
}

const TABLE = `
create table complaint_letter (
  tenant_id uuid not null references organization (tenant_id),
  complaint_id uuid not null,
  -- The event that it tells of. To whom and what it says is made when it is sent: no words are kept twice.
  seq integer not null,
  tries integer not null default 0,
  -- When it is tried (again).
  next_at timestamptz not null default now(),
  sent_at timestamptz,
  -- Nobody takes it, or there is nobody to write to any more.
  given_up_at timestamptz,
  primary key (tenant_id, complaint_id, seq),
  foreign key (tenant_id, complaint_id, seq) references complaint_event (tenant_id, complaint_id, seq)
);
create index complaint_letter_due on complaint_letter (tenant_id, next_at) where sent_at is null and given_up_at is null;
${protectTenantTable('complaint_letter', ['select', 'insert', 'update'])}
`;
