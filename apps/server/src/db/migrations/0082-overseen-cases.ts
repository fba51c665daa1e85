import type { MigrationInterface, QueryRunner } from 'typeorm';
import { overseeTable } from '../tenant-table.ts';

/**
 * Cases for those who oversee: grants say how much they show, and the database shows of a case what is neither a person
 * nor a text, where a grant in force opens cases of its organisation.
 */
export class OverseenCases0082000000000 implements MigrationInterface {
  name = 'OverseenCases0082000000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(LEVELS);
    await runner.query(FINDING);
    for (const [table, columns, granted] of OVERSEEN) {
      await runner.query(overseeTable(table, { columns, granted }));
    }
  }

  async down(): Promise<void> {
    throw new Error('What was granted is not forgotten by a migration.');
  }
}

const LEVELS = `
alter table oversight_grant drop constraint oversight_grant_level_check;
alter table oversight_grant add constraint oversight_grant_level_check check (level in ('AGGREGATE', 'MASKED_CASES'));
-- Only cases received on these days, both inclusive.
alter table oversight_grant add column cases_from date;
alter table oversight_grant add column cases_until date;
alter table oversight_grant add constraint oversight_grant_cases_check
  check (level <> 'AGGREGATE' or (cases_from is null and cases_until is null));
`;

// A column of its own: the state that it stands in holds people and texts, and is not shown.
const FINDING = `
alter table complaint add column finding text generated always as (state #>> '{finding,finding}') stored;
`;

/** A box that a sector restricts is shown to nobody across organisations, by no grant. */
const GRANTED_CASE = `not restricted and exists (
  select from organization o
  join oversight_grant g on (g.tenant_id is null or g.tenant_id = o.tenant_id)
    and (g.sector is null or g.sector = o.sector)
    and (g.region is null or starts_with(o.region::text, g.region))
  where o.tenant_id = complaint.tenant_id and g.level <> 'AGGREGATE'
    and (g.cases_from is null or (complaint.received_at at time zone 'Asia/Shanghai')::date >= g.cases_from)
    and (g.cases_until is null or (complaint.received_at at time zone 'Asia/Shanghai')::date <= g.cases_until)
)`;
/** What happened to a case that is shown: how it came out, when, and with how much money; no body, no place, no text. */
const GRANTED_FACT = `measure in ('RECEIVED', 'REOPENED', 'APPEALED', 'LEFT', 'ACCEPTED', 'CLOSED',
    'CLOCK_ENDED', 'PROMISE_DUE', 'FOLLOWED_UP', 'REMEDY', 'SANCTION')
  and exists (
    select from complaint c where c.tenant_id = complaint_fact.tenant_id and c.id = complaint_fact.complaint_id
  )`;

const CASE_COLUMNS = [
  ...['tenant_id', 'id', 'number', 'status', 'kind', 'channel', 'category', 'classification'],
  ...['respondent_type', 'received_at', 'closed_at', 'due_at', 'due_what', 'finding'],
];
const FACT_COLUMNS = ['tenant_id', 'complaint_id', 'key', 'measure', 'on_date', 'amount', 'dimensions'];

const OVERSEEN: readonly (readonly [table: string, columns: readonly string[], granted: string])[] = [
  ['complaint', CASE_COLUMNS, GRANTED_CASE],
  ['complaint_fact', FACT_COLUMNS, GRANTED_FACT],
];
