import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The register of respondents is kept: entries are corrected, and two that are one party are brought together. */
export class RespondentRegister0069000000000 implements MigrationInterface {
  name = 'RespondentRegister0069000000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Unified social credit code.
      alter table respondent add column credit_code text;
      -- The entry that this is another name of: its complaints count there, and who is named so is that party.
      alter table respondent add column merged_into uuid;
      alter table respondent add foreign key (tenant_id, merged_into) references respondent (tenant_id, id);
      create index respondent_names on respondent (tenant_id, merged_into) where merged_into is not null;
    `);
  }

  async down(): Promise<void> {
    throw new Error('Entries that were brought together are not taken apart by a migration.');
  }
}
