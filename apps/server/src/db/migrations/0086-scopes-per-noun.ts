import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Incidents, respondents and sites have scopes of their own: keys that could read them go on reading them. */
export class ScopesPerNoun0086000000000 implements MigrationInterface {
  name = 'ScopesPerNoun0086000000000';

  async up(runner: QueryRunner): Promise<void> {
    // For every organisation at once, which the table's own rule allows nobody.
    await runner.query('alter table api_key no force row level security');
    await runner.query(`update api_key set scopes = scopes || '{incidents:read,respondents:read}'
      where 'complaints:read' = any (scopes)`);
    await runner.query(`update api_key set scopes = scopes || '{sites:read}'
      where 'organization:read' = any (scopes)`);
    await runner.query('alter table api_key force row level security');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table api_key no force row level security');
    await runner.query(`update api_key set scopes =
      array_remove(array_remove(array_remove(scopes, 'incidents:read'), 'respondents:read'), 'sites:read')`);
    await runner.query('alter table api_key force row level security');
  }
}
