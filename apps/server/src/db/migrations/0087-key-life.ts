import type { MigrationInterface, QueryRunner } from 'typeorm';
import { protectTenantTable } from '../tenant-table.ts';

/** A key gets a new secret while the old one still holds, and shows what is done with it. */
export class KeyLife0087000000000 implements MigrationInterface {
  name = 'KeyLife0087000000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(CHANGES);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table api_usage;
      alter table api_key drop column former_hash, drop column former_until`);
  }
}

const CHANGES = `
alter table api_key
  add column former_hash bytea,
  add column former_until timestamptz,
  add constraint api_key_former check ((former_hash is null) = (former_until is null));

create table api_usage (
  tenant_id uuid not null references organization (tenant_id),
  key_id uuid not null,
  -- In the time of the office.
  day date not null,
  requests bigint not null,
  points bigint not null,
  -- Requests that were told to come again later.
  throttled bigint not null,
  primary key (tenant_id, key_id, day),
  foreign key (tenant_id, key_id) references api_key (tenant_id, id)
);
${protectTenantTable('api_usage', ['select', 'insert', 'update'])}
`;
