import type { TenantActor } from '@huiyin/domain';
import type { Localized } from '@huiyin/shared';
import { type Listed, NEWEST, type Place } from '../../graphql/place-cursor.ts';
import type { SheetColumn } from '../../sheets/read/layout.ts';
import type { DateOrder } from '../../sheets/values/date-parts.ts';
import type { Database } from '../../tenancy/database.ts';
import type { TenantTransaction } from '../../tenancy/tenant-transaction.ts';

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
  /** Every worksheet that could be read instead. */
  readonly sheets: readonly string[];
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

/** By column key: what a written value stands for, where the sheet has words of its own. */
export type ImportChoices = Readonly<Record<string, Readonly<Record<string, string>>>>;

/** How a table is read; remembered for the next with the same headers. */
export interface ImportReading {
  readonly mapping: ImportMapping;
  readonly dateOrders: Readonly<Record<string, DateOrder>>;
  readonly choices: ImportChoices;
}

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
  readonly choices: ImportChoices;
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
  page: { readonly first: number; readonly after: Place | undefined },
): Promise<Listed<ImportRow>[]> {
  const { key, id } = page.after ?? NEWEST;
  return database.readInTenant<Listed<ImportRow> & Record<string, unknown>>(actor, {
    name: 'import.list',
    text: `select *, created_at::text as sort_key from import where (created_at, id) < ($1::timestamptz, $2::uuid)
      order by created_at desc, id desc limit $3`,
    values: [key, id, page.first + 1],
  });
}

export async function addImport(
  tx: TenantTransaction,
  row: Pick<ImportRow, 'id' | 'kind' | 'sha256' | 'name' | 'layout' | 'started_by'> & {
    readonly reading: ImportReading;
    readonly bytes: number;
    readonly at: string;
  },
): Promise<void> {
  const { id, kind, sha256, name, bytes, layout, reading, started_by: startedBy, at } = row;
  const { mapping, dateOrders, choices } = reading;
  await tx.query({
    name: 'import.add',
    text: `insert into import (tenant_id, id, kind, sha256, name, bytes, status, layout, mapping, date_orders,
        choices, started_by, created_at)
      values ($1, $2, $3, $4, $5, $6, 'READY', $7::jsonb, $8::jsonb, $9::jsonb, $10::jsonb, $11::jsonb, $12)`,
    values: [
      tx.tenantId,
      ...[id, kind, sha256, name, bytes],
      ...[layout, mapping, dateOrders, choices, startedBy].map((value) => JSON.stringify(value)),
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
  layout: 'layout',
  mapping: 'mapping',
  dateOrders: 'date_orders',
  choices: 'choices',
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
const JSON_COLUMNS = new Set(['layout', 'mapping', 'date_orders', 'choices', 'error', 'started_by']);

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

/** When the same file was taken in before, if it was. */
export async function earlierImportOf(
  tx: TenantTransaction,
  options: Pick<ImportRow, 'id' | 'kind' | 'sha256' | 'layout'>,
): Promise<Date | undefined> {
  const [row] = await tx.query<{ started_at: Date }>({
    name: 'import.same-file',
    // Another worksheet of the same workbook is another table.
    text: `select started_at from import where sha256 = $1 and kind = $2 and id <> $3
      and (layout ->> 'format' = 'csv' or layout ->> 'sheetName' = $4) and status in ('RUNNING', 'COMPLETED') and accepted > 0 order by started_at limit 1`,
    values: [options.sha256, options.kind, options.id, options.layout.sheetName],
  });
  return row?.started_at;
}

export async function rememberReading(
  tx: TenantTransaction,
  options: {
    readonly kind: ImportKindCode;
    readonly fingerprint: string;
    readonly reading: ImportReading;
    readonly at: string;
  },
): Promise<void> {
  const { kind, fingerprint, reading, at } = options;
  const { mapping, dateOrders, choices } = reading;
  await tx.query({
    name: 'import.remember-reading',
    text: `insert into import_mapping (tenant_id, kind, fingerprint, mapping, date_orders, choices, used_at)
      values ($1, $2, $3, $4::jsonb, $5::jsonb, $6::jsonb, $7)
      on conflict (tenant_id, kind, fingerprint) do update set mapping = excluded.mapping,
        date_orders = excluded.date_orders, choices = excluded.choices, used_at = excluded.used_at`,
    values: [
      ...[tx.tenantId, kind, fingerprint],
      ...[mapping, dateOrders, choices].map((value) => JSON.stringify(value)),
      at,
    ],
  });
}

export async function rememberedReading(
  tx: TenantTransaction,
  options: { readonly kind: ImportKindCode; readonly fingerprint: string },
): Promise<ImportReading | undefined> {
  const [row] = await tx.query<ImportReading & Record<string, unknown>>({
    name: 'import.remembered-reading',
    text: `select mapping, date_orders as "dateOrders", choices from import_mapping
      where tenant_id = $1 and kind = $2 and fingerprint = $3`,
    values: [tx.tenantId, options.kind, options.fingerprint],
  });
  return row;
}

/** The latest readings of other tables of the kind, newest first. */
export async function recentReadings(
  tx: TenantTransaction,
  kind: ImportKindCode,
): Promise<readonly ImportReading[]> {
  return tx.query<ImportReading & Record<string, unknown>>({
    name: 'import.recent-readings',
    text: `select mapping, date_orders as "dateOrders", choices from import_mapping
      where tenant_id = $1 and kind = $2 order by used_at desc limit 20`,
    values: [tx.tenantId, kind],
  });
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
