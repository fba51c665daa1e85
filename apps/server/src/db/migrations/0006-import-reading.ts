import type { MigrationInterface, QueryRunner } from 'typeorm';

/** How values are read is part of how a table is read: chosen once, remembered with its columns. */
export class ImportReading0006000000000 implements MigrationInterface {
  name = 'ImportReading0006000000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- What a written value stands for, by column key: {"渠道": {"飞鸽": "LETTER"}}.
      alter table import add column choices jsonb not null default '{}';
      alter table import_mapping
        add column date_orders jsonb not null default '{}',
        add column choices jsonb not null default '{}';
      -- What tells a row from the others of its file: two of one key are one too many.
      alter table import_row add column row_key text;
      create index import_row_by_key on import_row (tenant_id, import_id, phase, row_key) where row_key is not null;
    `);
  }

  async down(): Promise<void> {
    throw new Error('What was chosen for imports is not taken away by a migration.');
  }
}
