import type { MigrationInterface, QueryRunner } from 'typeorm';
import { protectTenantTable } from '../tenant-table.ts';

/** What a complaints centre teaches its people. */
export class Training0061000000000 implements MigrationInterface {
  name = 'Training0061000000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(TABLES);
    await runner.query(protectTenantTable('training_session', ['select', 'insert', 'update', 'delete']));
    await runner.query(protectTenantTable('training_attendance', ['select', 'insert', 'delete']));
    await runner.query(protectTenantTable('training_reminder', ['select', 'insert']));
  }

  async down(): Promise<void> {
    throw new Error('Not taken back: a later migration undoes what this one did.');
  }
}

const TABLES = `
create table training_session (
  tenant_id uuid not null references organization (tenant_id),
  id uuid not null,
  class text not null,
  topic text not null,
  held_on date not null,
  -- Half an hour is 5.
  tenths_of_hours integer not null,
  trainer text not null,
  -- Whose lesson it answers.
  complaint_id uuid,
  primary key (tenant_id, id),
  foreign key (tenant_id, complaint_id) references complaint (tenant_id, id)
);
create index training_session_by_day on training_session (tenant_id, held_on desc, id desc);

-- Who took part, in the order they were written down.
create table training_attendance (
  tenant_id uuid not null references organization (tenant_id),
  session_id uuid not null,
  place integer not null,
  -- Null: somebody without a sign-in here.
  member_id uuid,
  name text not null,
  experience text not null,
  assessment text not null,
  certificate text,
  expires_on date,
  primary key (tenant_id, session_id, place),
  foreign key (tenant_id, session_id) references training_session (tenant_id, id) on delete cascade,
  foreign key (tenant_id, member_id) references member (tenant_id, id)
);
create index training_attendance_by_expiry on training_attendance (tenant_id, expires_on)
  where expires_on is not null;

-- Of which certificate somebody was told, how many days ahead: nobody is told twice.
create table training_reminder (
  tenant_id uuid not null references organization (tenant_id),
  session_id uuid not null,
  name text not null,
  expires_on date not null,
  days integer not null,
  told_at timestamptz not null default now(),
  primary key (tenant_id, session_id, name, expires_on, days),
  foreign key (tenant_id, session_id) references training_session (tenant_id, id) on delete cascade
);
`;
