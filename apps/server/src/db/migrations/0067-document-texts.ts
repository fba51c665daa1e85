import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The organisation's own texts are of documents too. */
export class DocumentTexts0067000000000 implements MigrationInterface {
  name = 'DocumentTexts0067000000000';

  async up(runner: QueryRunner): Promise<void> {
    // Code of the sector's document; null where answers begin from it.
    await runner.query('alter table answer_template add column document text');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table answer_template drop column document');
  }
}
