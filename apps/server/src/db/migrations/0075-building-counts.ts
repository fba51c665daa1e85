import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Complaints of property companies are counted by building too: those that are here already as well. */
export class BuildingCounts0075000000000 implements MigrationInterface {
  name = 'BuildingCounts0075000000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      do $$
      declare tenant uuid;
      begin
        for tenant in select tenant_id from tenant_directory loop
          perform set_config('app.tenant_id', tenant::text, true);
          update complaint
            set dimensions = dimensions || jsonb_build_object('details.building', details ->> 'building')
            where tenant_id = tenant and details ->> 'building' <> ''
              and exists (select from organization o where o.tenant_id = tenant and o.sector = 'PROPERTY');
        end loop;
        perform set_config('app.tenant_id', '', true);
      end $$
    `);
  }

  async down(): Promise<void> {
    throw new Error('Not taken back: a later migration undoes what this one did.');
  }
}
