import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Which wording of the privacy notice a complainant agreed to: an office has to be able to show it. */
export class AgreedPrivacyNotice0044000000000 implements MigrationInterface {
  name = 'AgreedPrivacyNotice0044000000000';

  async up(runner: QueryRunner): Promise<void> {
    // Null: sent before notices had versions.
    await runner.query('alter table complaint_access add column privacy_version text');
  }

  async down(): Promise<void> {
    throw new Error('Not taken back: a later migration undoes what this one did.');
  }
}
