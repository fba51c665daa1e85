import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What several people keep has a version: whoever changes it says which one they saw. */
export class Versions0073000000000 implements MigrationInterface {
  name = 'Versions0073000000000';

  async up(runner: QueryRunner): Promise<void> {
    for (const table of TABLES) {
      await runner.query(`alter table ${table} add column version integer not null default 1`);
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of TABLES) await runner.query(`alter table ${table} drop column version`);
  }
}

const TABLES = ['training_session', 'visit', 'guidance_card', 'site'] as const;
