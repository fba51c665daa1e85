import type { MigrationInterface, QueryRunner } from 'typeorm';
import { protectTenantTable } from '../tenant-table.ts';

/** What engineers plan and do for complaints, item by item; who waits for it stands in the complaints themselves. */
export class Engineering0057000000000 implements MigrationInterface {
  name = 'Engineering0057000000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(TABLES);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table engineering_item_complaint; drop table engineering_item');
  }
}

const TABLES = `
create table engineering_item (
  tenant_id uuid not null references organization (tenant_id),
  id uuid not null,
  -- Code of the sector's list, and where on it: a cell of the map, a station.
  outlet text not null,
  site text,
  -- ISO week it is planned for now: 2026-W48.
  week text,
  title text not null,
  stage text not null check (stage in ('PLANNED', 'DONE')),
  planned_on date not null,
  done_on date check ((stage = 'DONE') = (done_on is not null)),
  note text,
  -- Indicators that were looked at, and where the fault was.
  checked text,
  fault_point text,
  -- Readings by the key of the field.
  before jsonb not null,
  after jsonb not null,
  carried_over integer not null default 0,
  -- The earlier repair of the same site that did not hold.
  repeat_of uuid,
  changed_at timestamptz not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, repeat_of) references engineering_item (tenant_id, id)
);
create index engineering_item_of_list on engineering_item (tenant_id, outlet, planned_on desc, id desc);
-- Nobody plans for a site what is planned there already.
create unique index engineering_item_planned on engineering_item (tenant_id, outlet, site)
  where stage = 'PLANNED' and site is not null;
${protectTenantTable('engineering_item', ['select', 'insert', 'update'])}

create table engineering_item_complaint (
  tenant_id uuid not null references organization (tenant_id),
  item_id uuid not null,
  complaint_id uuid not null,
  primary key (tenant_id, item_id, complaint_id),
  foreign key (tenant_id, item_id) references engineering_item (tenant_id, id),
  foreign key (tenant_id, complaint_id) references complaint (tenant_id, id)
);
create index engineering_item_of_complaint on engineering_item_complaint (tenant_id, complaint_id);
${protectTenantTable('engineering_item_complaint', ['select', 'insert'])}
`;
