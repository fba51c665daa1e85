import {
  type ComplaintState,
  countableOf,
  type Fact,
  type OfficeSettings,
  rolledUpDimensions,
  rollupDifference,
  type Sector,
} from '@huiyin/domain';
import { v7 as uuidv7 } from 'uuid';
import type { TenantTransaction } from '../tenancy/tenant-transaction.ts';
import { COMPLAINT_COLUMNS, rowOf, searchTextOf } from './complaint-row.ts';
import type { StoredEvent } from './event-chain.ts';

/** A complaint as it stands in the database, locked for change until the transaction ends. */
export interface LoadedComplaint {
  readonly state: ComplaintState;
  readonly headHash: Buffer;
  readonly externalNumber: string | null;
}

/** Locks and loads a complaint; `undefined` when the organisation has none of that id. */
export async function loadForChange(tx: TenantTransaction, id: string): Promise<LoadedComplaint | undefined> {
  const [row] = await tx.query<{ state: ComplaintState; head_hash: Buffer; external_number: string | null }>({
    name: 'complaint.load',
    text: 'select state, head_hash, external_number from complaint where id = $1 for update',
    values: [id],
  });
  return row && { state: row.state, headHash: row.head_hash, externalNumber: row.external_number };
}

/** The next number of a year. The row stays locked until commit: a transaction that fails gives its number back. */
export async function nextNumber(tx: TenantTransaction, year: number): Promise<number> {
  const [row] = await tx.query<{ last: number }>({
    name: 'complaint.number',
    text: `insert into complaint_number (tenant_id, year, last) values ($1, $2, 1)
      on conflict (tenant_id, year) do update set last = complaint_number.last + 1 returning last`,
    values: [tx.tenantId, year],
  });
  if (!row) throw new Error('The number sequence gave no number.');
  return row.last;
}

/** A human number such as `TS-2026-000123`. */
export function formatNumber(prefix: string, year: number, sequence: number): string {
  return `${prefix}-${year}-${String(sequence).padStart(6, '0')}`;
}

const JSON_COLUMNS = new Set(['details', 'dimensions', 'state']);

/** `$n` for a column of the complaint, cast where the driver cannot tell. */
function placeholder(column: string, index: number): string {
  if (JSON_COLUMNS.has(column)) return `$${index}::jsonb`;
  return column === 'attention' ? `$${index}::text[]` : `$${index}`;
}

const FIRST_COLUMN = 12;
const columnPlaceholders = COMPLAINT_COLUMNS.map((column, index) =>
  placeholder(column, FIRST_COLUMN + index),
);

/** What every change writes after the complaint row itself, in the same statement. */
const CONSEQUENCES = `
  events as (
    insert into complaint_event
      (tenant_id, complaint_id, seq, id, type, at, recorded_at, actor, data, previous_hash, hash)
    select $1, $2, seq, id, type, at, recorded_at, actor, data,
      decode(previous_hash, 'hex'), decode(hash, 'hex')
    from jsonb_to_recordset($3::jsonb) as event (seq integer, id uuid, type text, at timestamptz,
      recorded_at timestamptz, actor jsonb, data jsonb, previous_hash text, hash text)
  ),
  gone as (
    delete from complaint_fact where tenant_id = $1 and complaint_id = $2 and key = any($4::text[])
  ),
  facts as (
    insert into complaint_fact (tenant_id, complaint_id, key, measure, at, on_date, amount, dimensions)
    select $1, $2, key, measure, at, on_date, amount, dimensions
    from jsonb_to_recordset($5::jsonb) as fact (key text, measure text, at timestamptz, on_date date,
      amount bigint, dimensions jsonb)
    on conflict (tenant_id, complaint_id, key) do update set measure = excluded.measure, at = excluded.at,
      on_date = excluded.on_date, amount = excluded.amount, dimensions = excluded.dimensions
  ),
  difference as (
    insert into rollup_difference (tenant_id, id, cells) select $1, $6, $7::jsonb where $7::jsonb <> '[]'::jsonb
  ),
  told as (
    insert into outbox (tenant_id, id, topic, complaint_id, payload, created_at)
    values ($1, $8, 'complaint.changed', $2, $9::jsonb, $10)
  )`;

const INSERT = `with ${CONSEQUENCES}
  insert into complaint (tenant_id, id, head_hash, search, ${COMPLAINT_COLUMNS.join(', ')},
    number, external_number, received_at, import_id, import_line)
  values ($1, $2, $11, to_tsvector('simple', $${FIRST_COLUMN + COMPLAINT_COLUMNS.length}),
    ${columnPlaceholders.join(', ')},
    ${[1, 2, 3, 4, 5].map((n) => `$${FIRST_COLUMN + COMPLAINT_COLUMNS.length + n}`).join(', ')})`;

const UPDATE = `with ${CONSEQUENCES}
  update complaint set head_hash = $11,
    search = to_tsvector('simple', $${FIRST_COLUMN + COMPLAINT_COLUMNS.length}),
    ${COMPLAINT_COLUMNS.map((column, index) => `${column} = ${columnPlaceholders[index]}`).join(', ')}
  where tenant_id = $1 and id = $2 returning version`;

/**
 * The one write: events, complaint row, facts, rollup difference and outbox in a single statement of the caller's
 * transaction. Everything but the events is derived here from the state that the events leave.
 */
export async function writeComplaint(
  tx: TenantTransaction,
  options: {
    readonly before: ComplaintState | undefined;
    readonly after: ComplaintState;
    readonly events: readonly StoredEvent[];
    readonly externalNumber: string | null;
    readonly sector: Sector;
    readonly settings: OfficeSettings;
  },
): Promise<void> {
  const { before, after, events, externalNumber, sector, settings } = options;
  const last = events.at(-1);
  if (!last) return;
  const countableBefore = countableOf(before, sector);
  const countableAfter = countableOf(after, sector);
  const cells = rollupDifference({
    before: countableBefore,
    after: countableAfter,
    dimensions: rolledUpDimensions(sector),
  });
  const { gone, written } = factDifference(countableBefore.facts, countableAfter.facts);
  const row = rowOf(after, sector, settings);
  const values: unknown[] = [
    tx.tenantId,
    after.id,
    JSON.stringify(events.map(eventRecord)),
    gone,
    JSON.stringify(written.map(factRecord)),
    uuidv7(),
    JSON.stringify(cells),
    uuidv7(),
    JSON.stringify({ version: after.version, events: events.map(({ type }) => type) }),
    last.recordedAt,
    last.hash,
    ...COMPLAINT_COLUMNS.map((column) =>
      JSON_COLUMNS.has(column) ? JSON.stringify(row[column]) : row[column],
    ),
    searchTextOf(after, externalNumber),
  ];
  if (before) {
    const updated = await tx.query({ name: 'complaint.update', text: UPDATE, values });
    if (updated.length !== 1) throw new Error(`Complaint ${after.id} was not there to be changed.`);
    return;
  }
  await tx.query({
    name: 'complaint.insert',
    text: INSERT,
    values: [
      ...values,
      after.number,
      externalNumber,
      after.receivedAt,
      after.imported?.importId ?? null,
      after.imported?.line ?? null,
    ],
  });
}

function eventRecord(event: StoredEvent): Record<string, unknown> {
  const { seq, id, type, at, recordedAt, actor, data, previousHash, hash } = event;
  return {
    ...{ seq, id, type, at, actor, data },
    recorded_at: recordedAt,
    previous_hash: previousHash?.toString('hex') ?? null,
    hash: hash.toString('hex'),
  };
}

function factRecord(fact: Fact): Record<string, unknown> {
  const { key, measure, at, on, amount = null, dimensions } = fact;
  return { key, measure, at, on_date: on, amount, dimensions };
}

/** Facts that are gone, and those that are new or changed. */
function factDifference(
  before: readonly Fact[],
  after: readonly Fact[],
): { gone: string[]; written: Fact[] } {
  const earlier = new Map(before.map((fact) => [fact.key, JSON.stringify(fact)]));
  const kept = new Set(after.map(({ key }) => key));
  return {
    gone: before.map(({ key }) => key).filter((key) => !kept.has(key)),
    written: after.filter((fact) => earlier.get(fact.key) !== JSON.stringify(fact)),
  };
}
