import type { MigrationInterface, QueryRunner } from 'typeorm';
import { protectTenantTable } from '../tenant-table.ts';

/** What administrators did, in order and chained by hash; and invitations to become a member. */
export class Administration0038000000000 implements MigrationInterface {
  name = 'Administration0038000000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(CHANGES);
  }

  async down(): Promise<void> {
    throw new Error('Not taken back: what administrators did stays on record.');
  }
}

const CHANGES = `
-- Nobody changes or deletes a row: the role cannot.
create table office_event (
  tenant_id uuid not null references organization (tenant_id),
  id uuid not null,
  -- 1 for the first of the organisation, then without gaps.
  seq integer not null,
  kind text not null,
  at timestamptz not null,
  actor jsonb not null,
  -- What it was about, called as it was then.
  subject text,
  -- What changed: {field: {before, after}}.
  changes jsonb not null,
  previous_hash bytea,
  hash bytea not null,
  primary key (tenant_id, id)
);
create unique index office_event_by_seq on office_event (tenant_id, seq);
create index office_event_by_time on office_event (tenant_id, at desc, id desc);
${protectTenantTable('office_event', ['select', 'insert'])}

-- Looks behind a mask are few among the events of complaints.
create index complaint_event_revealed on complaint_event (tenant_id, recorded_at desc, id desc)
  where type = 'REVEALED';

create table invitation (
  tenant_id uuid not null references organization (tenant_id),
  id uuid not null,
  -- In lower case.
  email text not null,
  name text not null,
  role text not null,
  department_id uuid,
  -- SHA-256 of the 256 random bits in the letter sent last: an earlier letter ends with the next.
  secret_hash bytea not null,
  invited_by uuid not null,
  sent_at timestamptz not null,
  expires_at timestamptz not null,
  accepted_at timestamptz,
  withdrawn_at timestamptz,
  primary key (tenant_id, id),
  foreign key (tenant_id, department_id) references department (tenant_id, id),
  foreign key (tenant_id, invited_by) references member (tenant_id, id)
);
create unique index invitation_open on invitation (tenant_id, email)
  where accepted_at is null and withdrawn_at is null;
${protectTenantTable('invitation', ['select', 'insert', 'update'])}
`;
