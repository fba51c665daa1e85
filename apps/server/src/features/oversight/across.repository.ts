import {
  type AddedCell,
  cellsWanted,
  type OversightActor,
  type OversightLevel,
  type Period,
  type ReportPeriods,
  WAYS_IN,
} from '@huiyin/domain';
import type { Database, Statement } from '../../tenancy/database.ts';

/** The periods that are compared, by name. */
export type PeriodName = 'now' | 'before' | 'yearAgo';

/** An organisation that somebody was granted to see. */
export interface OverseenRow {
  readonly tenant_id: string;
  readonly name: string;
  readonly name_en: string | null;
  readonly sector: string;
  readonly region: string;
  /** Whether a grant opens its cases. */
  readonly cases: boolean;
}

/** What of an organisation was counted in a period. */
export interface CountedRow extends AddedCell {
  readonly tenantId: string;
  readonly period: PeriodName;
}

/** What was open at an organisation when a period ended. */
export interface OpenRow {
  readonly tenantId: string;
  readonly period: PeriodName;
  readonly open: number;
}

export interface MonthRow {
  readonly tenantId: string;
  /** `YYYY-MM`. */
  readonly month: string;
  readonly measure: 'RECEIVED' | 'CLOSED';
  readonly count: number;
}

export interface DenominatorRow {
  readonly tenantId: string;
  readonly code: string;
  readonly value: number;
}

/** A grant, with what it covers. */
export interface GrantRow {
  readonly id: string;
  readonly level: OversightLevel;
  /** Only cases received on these days, `YYYY-MM-DD`; null: of any day. */
  readonly cases_from: string | null;
  readonly cases_until: string | null;
  readonly region: string | null;
  readonly sector: string | null;
  readonly tenant_id: string | null;
  readonly starts_at: Date;
  readonly ends_at: Date | null;
  readonly basis: 'LAW' | 'ORGANIZATION';
  readonly regulation: string | null;
  readonly granted_by: string;
}

export interface AcrossRows {
  readonly organizations: readonly OverseenRow[];
  readonly counted: readonly CountedRow[];
  readonly open: readonly OpenRow[];
  readonly months: readonly MonthRow[];
  readonly denominators: readonly DenominatorRow[];
  /** Those in force. */
  readonly grants: readonly GrantRow[];
}

type Rows = readonly Readonly<Record<string, unknown>>[];

/**
 * Everything that one look shows, in one round trip and one snapshot. Differences that wait to be folded into the rollup
 * are left out: each is what a single case has changed, and no grant of figures shows a case. They are folded in within
 * seconds.
 * @param options.months the first of them, and the last
 */
export async function readAcross(
  database: Database,
  actor: OversightActor,
  options: { readonly periods: ReportPeriods; readonly months: Pick<Period, 'from' | 'to'> },
): Promise<AcrossRows> {
  const { now, before, yearAgo } = options.periods;
  const periods = Object.entries({ now, before, yearAgo }).flatMap(([name, period]) =>
    period ? [{ name, ...period }] : [],
  );
  const [organizations, counted, open, months, denominators, grants] = await database.readAcross(actor, [
    ORGANIZATIONS,
    countedOver(periods),
    openAtEndOf(periods),
    byMonth(options.months),
    denominatorsOf(now),
    GRANTS,
  ]);
  return {
    organizations: (organizations ?? []) as OverseenRow[],
    counted: (counted ?? []).map((row) => ({
      ...(row as CountedRow),
      count: Number(row['count']),
      amount: Number(row['amount']),
    })),
    open: (open ?? []).map((row) => ({ ...(row as OpenRow), open: Number(row['open']) })),
    months: (months ?? []).map((row) => ({ ...(row as MonthRow), count: Number(row['count']) })),
    denominators: ((denominators ?? []) as Rows).map((row) => ({
      ...(row as unknown as DenominatorRow),
      value: Number(row['value']),
    })),
    grants: (grants ?? []) as GrantRow[],
  };
}

type NamedPeriod = Pick<Period, 'from' | 'to'> & { readonly name: string };

/** Whether a grant opens cases of an organisation `o`. */
export const CASES_GRANTED = `exists (
  select from oversight_grant g where g.level <> 'AGGREGATE'
    and (g.tenant_id is null or g.tenant_id = o.tenant_id) and (g.sector is null or g.sector = o.sector)
    and (g.region is null or starts_with(o.region::text, g.region)))`;

const ORGANIZATIONS: Statement = {
  name: 'oversight.organizations',
  text: `select tenant_id, name, name_en, sector, region, ${CASES_GRANTED} as cases
    from organization o order by region, sector, name, tenant_id`,
  values: [],
};

function countedOver(periods: readonly NamedPeriod[]): Statement {
  const wanted = cellsWanted();
  return {
    name: 'oversight.counted',
    text: `select o.tenant_id as "tenantId", p.period, r.measure, r.dimension, r.value,
        sum(r.count) as count, sum(r.amount) as amount
      from organization o
      cross join unnest($1::text[], $2::text[]) as w (measure, dimension)
      cross join unnest($3::text[], $4::date[], $5::date[]) as p (period, first_day, last_day)
      join rollup r on r.tenant_id = o.tenant_id and r.measure = w.measure and r.dimension = w.dimension
        and r.month between p.first_day and p.last_day
      group by 1, 2, 3, 4, 5`,
    values: [
      ...[wanted.map(([measure]) => measure), wanted.map(([, dimension]) => dimension)],
      ...[periods.map(({ name }) => name), periods.map(({ from }) => from), periods.map(({ to }) => to)],
    ],
  };
}

function openAtEndOf(periods: readonly NamedPeriod[]): Statement {
  return {
    name: 'oversight.open',
    text: `select o.tenant_id as "tenantId", p.period, sum(case r.measure when 'LEFT' then -r.count else r.count end) as open
      from organization o
      cross join unnest($1::text[], $2::date[]) as p (period, last_day)
      join rollup r on r.tenant_id = o.tenant_id and r.measure = any ($3::text[]) and r.dimension = 'TOTAL'
        and r.month <= p.last_day
      group by 1, 2`,
    values: [periods.map(({ name }) => name), periods.map(({ to }) => to), [...WAYS_IN, 'LEFT']],
  };
}

function byMonth({ from, to }: Pick<Period, 'from' | 'to'>): Statement {
  return {
    name: 'oversight.months',
    text: `select o.tenant_id as "tenantId", to_char(r.month, 'YYYY-MM') as month, r.measure, sum(r.count) as count
      from organization o
      join rollup r on r.tenant_id = o.tenant_id and r.measure in ('RECEIVED', 'CLOSED') and r.dimension = 'TOTAL'
        and r.month between $1::date and $2::date
      group by 1, 2, 3`,
    values: [from, to],
  };
}

function denominatorsOf({ from, to }: Pick<Period, 'from' | 'to'>): Statement {
  return {
    name: 'oversight.denominators',
    text: `select tenant_id as "tenantId", code, value from denominator
      where from_date = $1::date and to_date = $2::date`,
    values: [from, to],
  };
}

/** The columns of a grant `g`. */
export const GRANT_COLUMNS = `g.id, g.level, g.cases_from::text, g.cases_until::text, g.region, g.sector, g.tenant_id,
  g.starts_at, g.ends_at, g.basis, g.regulation, g.granted_by`;

const GRANTS: Statement = {
  name: 'oversight.grants',
  text: `select ${GRANT_COLUMNS} from oversight_grant g order by starts_at, id`,
  values: [],
};
