import type { TenantActor } from '@huiyin/domain';
import type { Localized } from '@huiyin/shared';
import type { SheetColumn } from '../../sheets/read/layout.ts';
import type { DateOrder } from '../../sheets/values/date-parts.ts';
import type { Database } from '../../tenancy/database.ts';
import type { TenantTransaction } from '../../tenancy/tenant-transaction.ts';
import type { RowProblem } from './row-values.ts';

export const IMPORT_KINDS = ['COMPLAINTS', 'SANCTIONS'] as const;
export type ImportKindCode = (typeof IMPORT_KINDS)[number];

/** READY: the mapping can be changed. CHECKING, CHECKED: the dry run. RUNNING, COMPLETED: rows are taken in. */
export const IMPORT_STATUSES = ['READY', 'CHECKING', 'CHECKED', 'RUNNING', 'COMPLETED', 'FAILED'] as const;
export type ImportStatus = (typeof IMPORT_STATUSES)[number];
export type ImportPhase = 'CHECK' | 'RUN';

/** What was found in the file. */
export interface ImportLayout {
  readonly format: string;
  readonly encoding: string | null;
  readonly sheetName: string;
  readonly titles: readonly string[];
  readonly headerLines: readonly number[];
  readonly year: number | null;
  readonly columns: readonly SheetColumn[];
  /** The first rows of data by column key. */
  readonly sample: readonly Readonly<Record<string, string>>[];
  readonly approximateRows: number;
}

/** Column key to target key; `null`: the column is left out on purpose. */
export type ImportMapping = Readonly<Record<string, string | null>>;

export interface ImportRow {
  readonly id: string;
  readonly kind: ImportKindCode;
  readonly sha256: string;
  readonly name: string;
  readonly bytes: string;
  readonly status: ImportStatus;
  readonly layout: ImportLayout;
  readonly mapping: ImportMapping;
  readonly date_orders: Readonly<Record<string, DateOrder>>;
  readonly done_line: number;
  readonly rows_read: number;
  readonly accepted: number;
  readonly refused: number;
  readonly passed_over: number;
  readonly error: Localized | null;
  readonly started_by: TenantActor;
  readonly created_at: Date;
  readonly started_at: Date | null;
  readonly finished_at: Date | null;
}

/** What became of one row. */
export interface RowOutcome {
  readonly line: number;
  readonly outcome: 'ACCEPTED' | 'REFUSED' | 'PASSED_OVER';
  readonly externalNumber?: string | undefined;
  readonly complaintId?: string | undefined;
  readonly problems?: readonly RowProblem[] | undefined;
  readonly cells?: Readonly<Record<string, string>> | undefined;
  readonly raw?: readonly string[] | undefined;
}

type Actor = Pick<TenantActor, 'tenantId'>;

export async function findImport(
  database: Database,
  actor: Actor,
  id: string,
): Promise<ImportRow | undefined> {
  const [row] = await database.readInTenant<ImportRow & Record<string, unknown>>(actor, {
    name: 'import.find',
    text: 'select * from import where id = $1',
    values: [id],
  });
  return row;
}

/** The newest imports first, one more than asked for. */
export async function listImports(
  database: Database,
  actor: Actor,
  page: { readonly first: number; readonly after: readonly [string, string] | undefined },
): Promise<ImportRow[]> {
  const [createdAt, id] = page.after ?? ['infinity', 'ffffffff-ffff-ffff-ffff-ffffffffffff'];
  return database.readInTenant<ImportRow & Record<string, unknown>>(actor, {
    name: 'import.list',
    text: `select * from import where (created_at, id) < ($1::timestamptz, $2::uuid)
      order by created_at desc, id desc limit $3`,
    values: [createdAt, id, page.first + 1],
  });
}

export async function addImport(
  tx: TenantTransaction,
  row: Pick<ImportRow, 'id' | 'kind' | 'sha256' | 'name' | 'layout' | 'mapping' | 'started_by'> & {
    readonly bytes: number;
    readonly at: string;
  },
): Promise<void> {
  const { id, kind, sha256, name, bytes, layout, mapping, started_by: startedBy, at } = row;
  await tx.query({
    name: 'import.add',
    text: `insert into import (tenant_id, id, kind, sha256, name, bytes, status, layout, mapping, date_orders,
        started_by, created_at)
      values ($1, $2, $3, $4, $5, $6, 'READY', $7::jsonb, $8::jsonb, '{}', $9::jsonb, $10)`,
    values: [
      tx.tenantId,
      ...[id, kind, sha256, name, bytes],
      ...[layout, mapping, startedBy].map((value) => JSON.stringify(value)),
      at,
    ],
  });
}

/** Locks an import until the transaction ends: whoever holds it alone moves it on. */
export async function lockImport(tx: TenantTransaction, id: string): Promise<ImportRow | undefined> {
  const [row] = await tx.query<ImportRow & Record<string, unknown>>({
    name: 'import.lock',
    text: 'select * from import where id = $1 for update',
    values: [id],
  });
  return row;
}

const CHANGEABLE = {
  status: 'status',
  mapping: 'mapping',
  dateOrders: 'date_orders',
  doneLine: 'done_line',
  rowsRead: 'rows_read',
  accepted: 'accepted',
  refused: 'refused',
  passedOver: 'passed_over',
  error: 'error',
  startedBy: 'started_by',
  startedAt: 'started_at',
  finishedAt: 'finished_at',
} as const;
const JSON_COLUMNS = new Set(['mapping', 'date_orders', 'error', 'started_by']);

export async function changeImport(
  tx: TenantTransaction,
  id: string,
  changes: { readonly [Key in keyof typeof CHANGEABLE]?: unknown },
): Promise<void> {
  const values: unknown[] = [id];
  const sets = Object.entries(changes).map(([key, value]) => {
    const column = CHANGEABLE[key as keyof typeof CHANGEABLE];
    const json = JSON_COLUMNS.has(column);
    values.push(json && value !== null ? JSON.stringify(value) : value);
    return `${column} = $${values.length}${json ? '::jsonb' : ''}`;
  });
  await tx.query({ text: `update import set ${sets.join(', ')} where id = $1`, values });
}

/** Everything that an earlier dry run found. */
export async function forgetRows(tx: TenantTransaction, id: string, phase: ImportPhase): Promise<void> {
  await tx.query({
    name: 'import.forget-rows',
    text: 'delete from import_row where import_id = $1 and phase = $2',
    values: [id, phase],
  });
}

export async function recordRows(
  tx: TenantTransaction,
  options: { readonly importId: string; readonly phase: ImportPhase; readonly rows: readonly RowOutcome[] },
): Promise<void> {
  const { importId, phase, rows } = options;
  if (rows.length === 0) return;
  await tx.query({
    name: 'import.record-rows',
    text: `insert into import_row
        (tenant_id, import_id, phase, line, outcome, external_number, complaint_id, problems, cells, raw)
      select $1, $2, $3, line, outcome, "externalNumber", "complaintId", problems, cells, raw
      from jsonb_to_recordset($4::jsonb) as r (line integer, outcome text, "externalNumber" text,
        "complaintId" uuid, problems jsonb, cells jsonb, raw jsonb)`,
    values: [tx.tenantId, importId, phase, JSON.stringify(rows)],
  });
}

/** The refused rows from a line on, in order. */
export async function refusedRows(
  database: Database,
  actor: Actor,
  options: {
    readonly importId: string;
    readonly phase: ImportPhase;
    readonly afterLine: number;
    readonly first: number;
  },
): Promise<Required<Pick<RowOutcome, 'line' | 'problems' | 'cells' | 'raw'>>[]> {
  const { importId, phase, afterLine, first } = options;
  return database.readInTenant(actor, {
    name: 'import.refused-rows',
    text: `select line, problems, cells, raw from import_row
      where import_id = $1 and phase = $2 and outcome = 'REFUSED' and line > $3 order by line limit $4`,
    values: [importId, phase, afterLine, first],
  });
}

/** Rows that were neither taken in nor refused (titles, totals, notes), so that none goes missing unsaid. */
export async function passedOverRows(
  database: Database,
  actor: Actor,
  options: { readonly importId: string; readonly phase: ImportPhase; readonly first: number },
): Promise<{ readonly line: number; readonly raw: readonly string[] }[]> {
  return database.readInTenant(actor, {
    name: 'import.passed-over-rows',
    text: `select line, raw from import_row
      where import_id = $1 and phase = $2 and outcome = 'PASSED_OVER' order by line limit $3`,
    values: [options.importId, options.phase, options.first],
  });
}

/** Which of these numbers the organisation has already, with the complaint of each and when it was done with. */
export async function complaintsOfNumbers(
  tx: TenantTransaction,
  numbers: readonly string[],
): Promise<ReadonlyMap<string, { readonly id: string; readonly number: string; readonly at: string }>> {
  const rows = await tx.query<{ external_number: string; id: string; number: string; at: Date }>({
    name: 'import.known-numbers',
    text: `select distinct on (external_number) external_number, id, number, coalesce(closed_at, received_at) as at
      from complaint where tenant_id = $1 and external_number = any($2::text[]) order by external_number, id`,
    values: [tx.tenantId, numbers],
  });
  return new Map(
    rows.map(({ external_number: key, id, number, at }) => [key, { id, number, at: at.toISOString() }]),
  );
}

/** When the same file was taken in before, if it was. */
export async function earlierImportOf(
  tx: TenantTransaction,
  options: { readonly id: string; readonly kind: ImportKindCode; readonly sha256: string },
): Promise<Date | undefined> {
  const [row] = await tx.query<{ started_at: Date }>({
    name: 'import.same-file',
    text: `select started_at from import where sha256 = $1 and kind = $2 and id <> $3
      and status in ('RUNNING', 'COMPLETED') and accepted > 0 order by started_at limit 1`,
    values: [options.sha256, options.kind, options.id],
  });
  return row?.started_at;
}

export async function rememberMapping(
  tx: TenantTransaction,
  options: {
    readonly kind: ImportKindCode;
    readonly fingerprint: string;
    readonly mapping: ImportMapping;
    readonly at: string;
  },
): Promise<void> {
  const { kind, fingerprint, mapping, at } = options;
  await tx.query({
    name: 'import.remember-mapping',
    text: `insert into import_mapping (tenant_id, kind, fingerprint, mapping, used_at)
      values ($1, $2, $3, $4::jsonb, $5)
      on conflict (tenant_id, kind, fingerprint) do update set mapping = excluded.mapping, used_at = excluded.used_at`,
    values: [tx.tenantId, kind, fingerprint, JSON.stringify(mapping), at],
  });
}

export async function rememberedMapping(
  tx: TenantTransaction,
  options: { readonly kind: ImportKindCode; readonly fingerprint: string },
): Promise<ImportMapping | undefined> {
  const [row] = await tx.query<{ mapping: ImportMapping }>({
    name: 'import.remembered-mapping',
    text: 'select mapping from import_mapping where tenant_id = $1 and kind = $2 and fingerprint = $3',
    values: [tx.tenantId, options.kind, options.fingerprint],
  });
  return row?.mapping;
}

/** Imports of the organisation that were under way. */
export async function unfinishedImports(database: Database, actor: Actor): Promise<string[]> {
  const rows = await database.readInTenant<{ id: string }>(actor, {
    name: 'import.unfinished',
    text: `select id from import where status in ('CHECKING', 'RUNNING')`,
    values: [],
  });
  return rows.map(({ id }) => id);
}
