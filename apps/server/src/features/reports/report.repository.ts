import type { DeadlineRule, LocalDate, PeriodChoice, ReportContent, TenantActor } from '@huiyin/domain';
import type { Localized } from '@huiyin/shared';
import type { EventAuthor } from '../../casework/event-chain.ts';
import { type Listed, NEWEST, type Place } from '../../graphql/place-cursor.ts';
import type { Database } from '../../tenancy/database.ts';
import type { TenantTransaction } from '../../tenancy/tenant-transaction.ts';

export type ReportStatus = 'DRAFT' | 'PUBLISHED';

/** An author's text of the sections they worded themselves. */
export type ReportTexts = Readonly<Record<string, Partial<Localized>>>;

/** What publication freezes. */
export interface FrozenReport {
  readonly content: ReportContent;
  /** Every section's text as it reads, by section. */
  readonly read: Readonly<Record<string, Localized>>;
  /** The deadline rules that its clocks were judged by. */
  readonly rules: readonly DeadlineRule[];
}

export interface ReportRow {
  readonly id: string;
  readonly series: string;
  readonly version: number;
  readonly status: ReportStatus;
  readonly revision: number;
  readonly period: PeriodChoice;
  readonly texts: ReportTexts;
  readonly corrects: string | null;
  readonly reason: string | null;
  readonly frozen: FrozenReport | null;
  /** Hex. */
  readonly hash: string | null;
  readonly created_by: EventAuthor;
  readonly created_at: Date;
  readonly published_by: EventAuthor | null;
  readonly published_at: Date | null;
}

type Actor = Pick<TenantActor, 'tenantId'>;

const COLUMNS = `id, series, version, status, revision, period, texts, corrects, reason, frozen,
  encode(hash, 'hex') as hash, created_by, created_at, published_by, published_at`;

export async function findReport(
  database: Database,
  actor: Actor,
  id: string,
): Promise<ReportRow | undefined> {
  const [row] = await database.readInTenant<ReportRow & Record<string, unknown>>(actor, {
    name: 'report.find',
    text: `select ${COLUMNS} from report where id = $1`,
    values: [id],
  });
  return row;
}

/** The newest reports first, one more than asked for. */
export async function listReports(
  database: Database,
  actor: Actor,
  page: { readonly first: number; readonly after: Place | undefined },
): Promise<Listed<ReportRow>[]> {
  const { key, id } = page.after ?? NEWEST;
  return database.readInTenant<Listed<ReportRow> & Record<string, unknown>>(actor, {
    name: 'report.list',
    text: `select ${COLUMNS}, created_at::text as sort_key from report where (created_at, id) < ($1::timestamptz, $2::uuid)
      order by created_at desc, id desc limit $3`,
    values: [key, id, page.first + 1],
  });
}

/** The next published report by id, if there is one: a report may be large, so they come one by one. */
export async function publishedAfter(
  database: Database,
  actor: Actor,
  id = '00000000-0000-0000-0000-000000000000',
): Promise<ReportRow[]> {
  return database.readInTenant<ReportRow & Record<string, unknown>>(actor, {
    name: 'report.published',
    text: `select ${COLUMNS} from report where status = 'PUBLISHED' and id > $1 order by id limit 1`,
    values: [id],
  });
}

/** Locks a report until the transaction ends. */
export async function lockReport(tx: TenantTransaction, id: string): Promise<ReportRow | undefined> {
  const [row] = await tx.query<ReportRow & Record<string, unknown>>({
    name: 'report.lock',
    text: `select ${COLUMNS} from report where id = $1 for update`,
    values: [id],
  });
  return row;
}

/** The newest version of the report on a period. */
export async function newestOfPeriod(
  tx: TenantTransaction,
  period: PeriodChoice,
): Promise<ReportRow | undefined> {
  const [row] = await tx.query<ReportRow & Record<string, unknown>>({
    name: 'report.newest-of-period',
    text: `select ${COLUMNS} from report where period = $1::jsonb order by version desc limit 1`,
    values: [JSON.stringify(period)],
  });
  return row;
}

/** The draft that follows a published version, if somebody began one. */
export async function draftOfSeries(tx: TenantTransaction, series: string): Promise<ReportRow | undefined> {
  const [row] = await tx.query<ReportRow & Record<string, unknown>>({
    name: 'report.draft-of-series',
    text: `select ${COLUMNS} from report where series = $1 and status = 'DRAFT'`,
    values: [series],
  });
  return row;
}

/** Adds a draft; one of the same place that was begun at the same moment stays, and nothing is added. */
export async function addReport(
  tx: TenantTransaction,
  row: Pick<
    ReportRow,
    'id' | 'series' | 'version' | 'period' | 'texts' | 'corrects' | 'reason' | 'created_by'
  > & {
    readonly from: LocalDate;
    readonly to: LocalDate;
    readonly at: string;
  },
): Promise<void> {
  await tx.query({
    name: 'report.add',
    text: `insert into report (tenant_id, id, series, version, status, revision, period, from_date, to_date, texts,
        corrects, reason, created_by, created_at)
      values ($1, $2, $3, $4, 'DRAFT', 1, $5::jsonb, $6::date, $7::date, $8::jsonb, $9, $10, $11::jsonb, $12)
      on conflict do nothing`,
    values: [
      ...[tx.tenantId, row.id, row.series, row.version, JSON.stringify(row.period), row.from, row.to],
      ...[JSON.stringify(row.texts), row.corrects, row.reason, JSON.stringify(row.created_by), row.at],
    ],
  });
}

export async function changeTexts(tx: TenantTransaction, id: string, texts: ReportTexts): Promise<void> {
  await tx.query({
    name: 'report.change-texts',
    text: 'update report set texts = $2::jsonb, revision = revision + 1 where id = $1',
    values: [id, JSON.stringify(texts)],
  });
}

export async function freezeReport(
  tx: TenantTransaction,
  id: string,
  frozen: {
    readonly report: FrozenReport;
    readonly hash: Buffer;
    readonly by: EventAuthor;
    readonly at: string;
  },
): Promise<void> {
  await tx.query({
    name: 'report.freeze',
    text: `update report set status = 'PUBLISHED', frozen = $2::jsonb, hash = $3, published_by = $4::jsonb,
        published_at = $5, revision = revision + 1
      where id = $1`,
    values: [id, JSON.stringify(frozen.report), frozen.hash, JSON.stringify(frozen.by), frozen.at],
  });
}

export async function removeDraft(tx: TenantTransaction, id: string): Promise<void> {
  await tx.query({
    name: 'report.remove-draft',
    text: `delete from report where id = $1 and status = 'DRAFT'`,
    values: [id],
  });
}

/** A number by which figures are compared, as given for some days. */
export interface DenominatorRow {
  readonly code: string;
  readonly from: LocalDate;
  readonly to: LocalDate;
  readonly value: number;
}

/** The numbers given for exactly these days, by code. */
export async function findDenominators(
  database: Database,
  actor: Actor,
  { from, to }: { readonly from: LocalDate; readonly to: LocalDate },
): Promise<ReadonlyMap<string, number>> {
  const rows = await database.readInTenant<{ code: string; value: number }>(actor, {
    name: 'report.denominators',
    text: `select code, value::float8 as value from denominator
      where from_date = $1::date and to_date = $2::date`,
    values: [from, to],
  });
  return new Map(rows.map(({ code, value }) => [code, Number(value)]));
}

export async function setDenominator(
  tx: TenantTransaction,
  row: DenominatorRow & { readonly by: EventAuthor; readonly at: string },
): Promise<void> {
  await tx.query({
    name: 'report.set-denominator',
    text: `insert into denominator (tenant_id, code, from_date, to_date, value, set_by, set_at)
      values ($1, $2, $3::date, $4::date, $5, $6::jsonb, $7)
      on conflict (tenant_id, code, from_date, to_date)
      do update set value = excluded.value, set_by = excluded.set_by, set_at = excluded.set_at`,
    values: [tx.tenantId, row.code, row.from, row.to, row.value, JSON.stringify(row.by), row.at],
  });
}
