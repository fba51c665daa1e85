import type { MigrationInterface, QueryRunner } from 'typeorm';
import { protectTenantTable } from '../tenant-table.ts';

/** Incidents that are proposed, because complaints came in a burst or say so themselves, and what became of it. */
export class IncidentProposals0054000000000 implements MigrationInterface {
  name = 'IncidentProposals0054000000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(TABLES);
  }

  async down(): Promise<void> {
    throw new Error('Not taken back: who dismissed a proposal, and why, stays on record.');
  }
}

const TABLES = `
create table incident_proposal (
  tenant_id uuid not null references organization (tenant_id),
  id uuid not null,
  -- What its complaints have in common, by one name.
  cell text not null,
  kind text not null,
  from_date date not null,
  to_date date not null,
  -- The cell, and the figures by which it was found.
  found jsonb not null,
  complaint_ids uuid[] not null,
  -- OPEN, ACCEPTED, DISMISSED; GONE: no longer found before anybody decided.
  status text not null,
  found_at timestamptz not null,
  decided_at timestamptz,
  decided_by jsonb,
  reason text,
  incident_id uuid,
  primary key (tenant_id, id),
  foreign key (tenant_id, incident_id) references incident (tenant_id, id)
);
create unique index incident_proposal_open on incident_proposal (tenant_id, cell) where status = 'OPEN';
create index incident_proposal_decided on incident_proposal (tenant_id, cell, to_date) where status in ('ACCEPTED', 'DISMISSED');
${protectTenantTable('incident_proposal', ['select', 'insert', 'update'])}
`;
