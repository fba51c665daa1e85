import type { MigrationInterface, QueryRunner } from 'typeorm';
import { protectTenantTable } from '../tenant-table.ts';

/** Known callers by the beginning of name and number, templates of answers, and who looks at a complaint just now. */
export class CasesSideBySide0030000000000 implements MigrationInterface {
  name = 'CasesSideBySide0030000000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(CHANGES);
  }

  async down(): Promise<void> {
    throw new Error('Not taken back: a later migration undoes what this one did.');
  }
}

const CHANGES = `
create index complainant_by_name on complainant (tenant_id, name text_pattern_ops) where name is not null;
create index complainant_by_number on complainant (tenant_id, phone_digits text_pattern_ops)
  where phone_digits is not null;

create table answer_template (
  tenant_id uuid not null references organization (tenant_id),
  id uuid not null,
  name text not null,
  -- With live fields: {complainant}, {number} …
  text text not null,
  changed_at timestamptz not null,
  primary key (tenant_id, id)
);
${protectTenantTable('answer_template', ['select', 'insert', 'update', 'delete'])}

-- Worth nothing after a minute, so nothing is lost with it in a crash.
create unlogged table complaint_presence (
  tenant_id uuid not null,
  complaint_id uuid not null,
  member_id uuid not null,
  -- The action whose form they are writing in; null while they only look.
  doing text,
  seen_at timestamptz not null,
  primary key (tenant_id, complaint_id, member_id),
  foreign key (tenant_id, complaint_id) references complaint (tenant_id, id)
);
${protectTenantTable('complaint_presence', ['select', 'insert', 'update', 'delete'])}
`;
