import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Which file or document of a complaint that tells of health somebody was given. */
export class HealthLooksAtFiles0076000000000 implements MigrationInterface {
  name = 'HealthLooksAtFiles0076000000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(ADD);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(REMOVE);
  }
}

const ADD = `
-- Id of the evidence or the document; empty for what stands in the complaint itself.
alter table health_look add column item text not null default '';
alter table health_look drop constraint health_look_pkey;
alter table health_look add primary key (tenant_id, complaint_id, hour, by_id, item);
`;

const REMOVE = `
delete from health_look where item <> '';
alter table health_look drop constraint health_look_pkey;
alter table health_look drop column item;
alter table health_look add primary key (tenant_id, complaint_id, hour, by_id);
`;
