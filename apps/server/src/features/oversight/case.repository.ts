import {
  CASE_OUTCOME_CODES,
  type CaseChoice,
  caseChoiceOf,
  type OversightActor,
  type Period,
  WAYS_IN,
} from '@huiyin/domain';
import type { Place } from '../../graphql/place-cursor.ts';
import type { Database, Statement } from '../../tenancy/database.ts';
import { CASES_GRANTED } from './across.repository.ts';

/** A case as the role of oversight is shown it: no person and no text stands in any of its columns. */
export interface CaseRow {
  readonly id: string;
  readonly number: string;
  readonly status: string;
  readonly kind: string;
  readonly channel: string;
  readonly category: string | null;
  readonly classification: string | null;
  readonly respondent_type: string | null;
  readonly received_at: Date;
  readonly closed_at: Date | null;
  readonly due_at: Date | null;
  readonly due_what: string | null;
  readonly finding: string | null;
  readonly sort_key: string;
}

/** How something about a case came out. */
export interface OutcomeRow {
  readonly measure: string;
  readonly on: string;
  /** Fen of yuan. */
  readonly amount: number | null;
  readonly dimensions: Readonly<Record<string, unknown>>;
}

/** The organisation whose cases are opened. */
export interface OpenedOrganization {
  readonly tenant_id: string;
  readonly name: string;
  readonly name_en: string | null;
  readonly sector: string;
}

/** One page of cases of an organisation, and one row more; `undefined` when none of its cases are granted. */
export async function readCases(
  database: Database,
  actor: OversightActor,
  asked: {
    readonly tenantId: string;
    readonly period: Pick<Period, 'from' | 'to'>;
    readonly choice: CaseChoice;
    /** Checked: it stands in the statement. */
    readonly first: number;
    readonly after: Place;
  },
): Promise<{ readonly organization: OpenedOrganization; readonly rows: readonly CaseRow[] } | undefined> {
  const { tenantId, choice, first, after } = asked;
  const values: unknown[] = [tenantId, after.key, after.id];
  const parameter = (value: unknown): string => `$${values.push(value)}`;
  const behind = happened({ choice, period: asked.period, parameter });
  const [organizations = [], rows = []] = await database.readAcross(actor, [
    organizationOf(tenantId),
    {
      text: `select ${COLUMNS}, c.received_at::text as sort_key from complaint c
        where c.tenant_id = $1 and (c.received_at, c.id) < ($2::timestamptz, $3::uuid) and exists (
          select from complaint_fact f where f.tenant_id = c.tenant_id and f.complaint_id = c.id and ${behind})
        order by c.received_at desc, c.id desc limit ${first + 1}`,
      values,
    },
  ]);
  const [organization] = organizations as OpenedOrganization[];
  return organization && { organization, rows: rows as CaseRow[] };
}

/** One case with how everything about it came out; `undefined` when there is none, or none that is granted. */
export async function readCase(
  database: Database,
  actor: OversightActor,
  id: string,
): Promise<
  | {
      readonly organization: OpenedOrganization;
      readonly row: CaseRow;
      readonly outcomes: readonly OutcomeRow[];
    }
  | undefined
> {
  const [rows = [], outcomes = []] = await database.readAcross(actor, [
    {
      name: 'oversight.case',
      text: `select ${COLUMNS}, '' as sort_key, o.tenant_id, o.name, o.name_en, o.sector
        from organization o join complaint c on c.tenant_id = o.tenant_id and c.id = $1`,
      values: [id],
    },
    {
      name: 'oversight.case-outcomes',
      text: `select f.measure, f.on_date::text as "on", f.amount, f.dimensions
        from organization o join complaint c on c.tenant_id = o.tenant_id and c.id = $1
        join complaint_fact f on f.tenant_id = c.tenant_id and f.complaint_id = c.id and f.measure = any ($2::text[])
        order by f.on_date, f.key`,
      values: [id, CASE_OUTCOME_CODES],
    },
  ]);
  const [row] = rows as (CaseRow & OpenedOrganization)[];
  if (!row) return undefined;
  const told = (outcomes as OutcomeRow[]).map((outcome) => ({
    ...outcome,
    amount: outcome.amount === null ? null : Number(outcome.amount),
  }));
  return { organization: row, row, outcomes: told };
}

const COLUMNS = [
  ...['id', 'number', 'status', 'kind', 'channel', 'category', 'classification', 'respondent_type'],
  ...['received_at', 'closed_at', 'due_at', 'due_what', 'finding'],
]
  .map((column) => `c.${column}`)
  .join(', ');

/** The organisation, where a grant opens its cases. */
function organizationOf(tenantId: string): Statement {
  return {
    name: 'oversight.opened-organization',
    text: `select tenant_id, name, name_en, sector from organization o where tenant_id = $1 and ${CASES_GRANTED}`,
    values: [tenantId],
  };
}

const BALANCE = [...WAYS_IN, 'LEFT'].map((measure) => `'${measure}'`).join(', ');

/** The condition that a fact `f` is what a choice counts. Of a fact its own dimensions alone are shown across. */
function happened(options: {
  readonly choice: CaseChoice;
  readonly period: Pick<Period, 'from' | 'to'>;
  readonly parameter: (value: unknown) => string;
}): string {
  const { choice, period, parameter } = options;
  const { counts, withMoney } = caseChoiceOf(choice);
  const lastDay = `${parameter(period.to)}::date`;
  if (counts === 'OPEN') {
    // More ways in than ways out by the last day.
    return `f.key = 'received' and (select sum(case o.measure when 'LEFT' then -1 else 1 end) from complaint_fact o
      where o.tenant_id = f.tenant_id and o.complaint_id = f.complaint_id
        and o.measure in (${BALANCE}) and o.on_date <= ${lastDay}) > 0`;
  }
  const own = Object.entries(counts.where ?? {}).map(
    ([dimension, values]) => `f.dimensions ->> ${parameter(dimension)} = any (${parameter(values)}::text[])`,
  );
  return [
    `f.measure = ${parameter(counts.measure)}`,
    `f.on_date between ${parameter(period.from)}::date and ${lastDay}`,
    ...(withMoney ? ['f.amount > 0'] : []),
    ...own,
  ].join(' and ');
}
