import type { MigrationInterface, QueryRunner } from 'typeorm';
import { protectTenantTable, RUNTIME_ROLE } from '../tenant-table.ts';

/** What is said in events stands apart from them, so that it can be erased when its time has come. */
export class Retention0050000000000 implements MigrationInterface {
  name = 'Retention0050000000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(CHANGES);
  }

  async down(): Promise<void> {
    throw new Error('Not taken back: what was said stands apart from events since then.');
  }
}

const CHANGES = `
-- Events keep a commitment to each of these words. They can be taken away and never changed: the role cannot, and a
-- changed word no longer fits its commitment.
create table event_words (
  tenant_id uuid not null,
  complaint_id uuid not null,
  seq integer not null,
  -- By JSON pointer into the event's data.
  said jsonb not null,
  salt bytea not null,
  primary key (tenant_id, complaint_id, seq),
  foreign key (tenant_id, complaint_id) references complaint (tenant_id, id)
);
${protectTenantTable('event_words', ['select', 'insert', 'delete'])}

-- FILES or PERSONAL_DATA: what was erased last. Kept so that the timer finds what is due without opening a state.
alter table complaint add column erased text;
create index complaint_by_end on complaint (tenant_id, status_since)
  where status in ('CLOSED', 'DECLINED', 'TRANSFERRED', 'WITHDRAWN', 'MERGED') and erased is distinct from 'PERSONAL_DATA';
create index complaint_by_evidence on complaint using gin ((state -> 'evidence') jsonb_path_ops)
  where state -> 'evidence' <> '[]';
-- When its sheet, its first rows and its refused rows went.
alter table import add column erased_at timestamptz;
create index import_erasable on import (tenant_id, finished_at) where erased_at is null;
grant delete on stored_file to ${RUNTIME_ROLE};
`;
