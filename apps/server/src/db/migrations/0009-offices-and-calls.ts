import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What lists say of a due time whose calendar is not published, complaints by respondent, answers to any mutation that
 * is repeated under its key, and the order of a saved view.
 */
export class OfficesAndCalls0009000000000 implements MigrationInterface {
  name = 'OfficesAndCalls0009000000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(CHANGES);
  }

  async down(): Promise<void> {
    throw new Error('Not taken back: a later migration undoes what this one did.');
  }
}

const CHANGES = `
alter table complaint add column due_provisional boolean not null default false;
create index complaint_by_respondent on complaint (tenant_id, respondent_id, received_at desc, id desc)
  where respondent_id is not null;

-- Mutations on a complaint are answered with the complaint as it stands; any other with what it answered then.
alter table idempotency_key alter column complaint_id drop not null;
alter table idempotency_key alter column version drop not null;
alter table idempotency_key add column answer jsonb;
create index idempotency_key_by_age on idempotency_key (tenant_id, created_at);

-- A state holds every list, however empty, as its events leave it.
do $$
declare tenant uuid;
begin
  for tenant in select tenant_id from tenant_directory loop
    perform set_config('app.tenant_id', tenant::text, true);
    update complaint set state = '{"earlierDecisions": [], "forwardings": [], "routes": [], "absorbed": []}' || state
      where tenant_id = tenant;
  end loop;
  perform set_config('app.tenant_id', '', true);
end $$;

alter table saved_view add column list_order text not null default 'RECEIVED_DESC';
`;
