import type { MigrationInterface, QueryRunner } from 'typeorm';
import { protectTenantTable } from '../tenant-table.ts';

/** Many complaints, one event: incidents with a history of their own, and which complaints are one of them. */
export class Incidents0053000000000 implements MigrationInterface {
  name = 'Incidents0053000000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(TABLES);
  }

  async down(): Promise<void> {
    throw new Error('Not taken back: what became of an incident stays on record.');
  }
}

const TABLES = `
create table incident (
  tenant_id uuid not null references organization (tenant_id),
  id uuid not null,
  -- The human number is made of both, without gaps.
  year integer not null,
  serial integer not null,
  number text not null,
  version integer not null,
  status text not null,
  title text not null,
  category text,
  opened_at timestamptz not null,
  answered_at timestamptz,
  -- The incident as its events leave it.
  state jsonb not null,
  head_hash bytea not null,
  primary key (tenant_id, id)
);
create unique index incident_by_number on incident (tenant_id, year, serial);
create index incident_by_opening on incident (tenant_id, opened_at desc, id desc);
${protectTenantTable('incident', ['select', 'insert', 'update'])}

-- What happened, in order, chained by hash. Nobody changes or deletes a row: the role cannot.
create table incident_event (
  tenant_id uuid not null,
  incident_id uuid not null,
  seq integer not null,
  id uuid not null,
  type text not null,
  at timestamptz not null,
  actor jsonb not null,
  data jsonb not null,
  previous_hash bytea,
  hash bytea not null,
  primary key (tenant_id, incident_id, seq),
  foreign key (tenant_id, incident_id) references incident (tenant_id, id)
);
${protectTenantTable('incident_event', ['select', 'insert'])}

alter table complaint add column incident_id uuid;
alter table complaint add foreign key (tenant_id, incident_id) references incident (tenant_id, id);
create index complaint_by_incident on complaint (tenant_id, incident_id, received_at, id) where incident_id is not null;
create index complaint_event_of_incidents on complaint_event (tenant_id, (data ->> 'incidentId'))
  where type in ('INCIDENT_LINKED', 'INCIDENT_UNLINKED');
`;
