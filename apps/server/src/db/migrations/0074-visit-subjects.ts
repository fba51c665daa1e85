import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A visit refers to what is meant by it, where the organisation keeps it. */
export class VisitSubjects0074000000000 implements MigrationInterface {
  name = 'VisitSubjects0074000000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table visit add column respondent_id uuid, add column department_id uuid, add column site_id uuid;
      alter table visit add constraint visit_of_one check (num_nonnulls(respondent_id, department_id, site_id) <= 1);
      alter table visit add foreign key (tenant_id, respondent_id) references respondent (tenant_id, id);
      alter table visit add foreign key (tenant_id, department_id) references department (tenant_id, id);
      -- A site that is taken out of the tree keeps its name in the visit.
      alter table visit add foreign key (tenant_id, site_id) references site (tenant_id, id)
        on delete set null (site_id);
      create index visit_of_site on visit (tenant_id, site_id) where site_id is not null;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      'alter table visit drop column respondent_id, drop column department_id, drop column site_id',
    );
  }
}
