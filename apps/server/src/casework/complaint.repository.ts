import {
  type ComplaintState,
  countableOf,
  type Fact,
  type OfficeSettings,
  type RollupCell,
  RollupSum,
  rolledUpDimensions,
  type Sector,
} from '@huiyin/domain';
import { v7 as uuidv7 } from 'uuid';
import type { TenantTransaction } from '../tenancy/tenant-transaction.ts';
import { COLUMN_TYPES, COMPLAINT_COLUMNS, rowOf, searchTextOf } from './complaint-row.ts';
import type { StoredEvent } from './event-chain.ts';

/** A complaint as it stands in the database, locked for change until the transaction ends. */
export interface LoadedComplaint {
  readonly state: ComplaintState;
  readonly headHash: Buffer;
  readonly externalNumber: string | null;
  readonly complainantName: string | null;
}

/** Locks and loads a complaint; `undefined` when the organisation has none of that id. */
export async function loadForChange(tx: TenantTransaction, id: string): Promise<LoadedComplaint | undefined> {
  const [row] = await tx.query<{
    readonly state: ComplaintState;
    readonly head_hash: Buffer;
    readonly external_number: string | null;
    readonly complainant_name: string | null;
  }>({
    name: 'complaint.load',
    text: `select c.state, c.head_hash, c.external_number, p.name as complainant_name from complaint c
      left join complainant p on p.tenant_id = c.tenant_id and p.id = c.complainant_id
      where c.tenant_id = $1 and c.id = $2 for update of c`,
    values: [tx.tenantId, id],
  });
  return (
    row && {
      ...{ state: row.state, headHash: row.head_hash, externalNumber: row.external_number },
      complainantName: row.complainant_name,
    }
  );
}

/**
 * Takes so many numbers of each year as it is named, and gives them out in order. The rows stay locked until commit: a
 * transaction that fails gives its numbers back.
 */
export async function takeNumbers(
  tx: TenantTransaction,
  years: readonly number[],
): Promise<(year: number) => number> {
  const wanted = [...Map.groupBy(years, (year) => year)].map(([year, all]) => [year, all.length] as const);
  const taken = new Map<number, number>();
  if (wanted.length > 0) {
    const rows = await tx.query<{ year: number; last: number }>({
      name: 'complaint.numbers',
      // Years in one order for all, so that two who number across years never wait in a circle.
      text: `insert into complaint_number (tenant_id, year, last)
        select $1, year, wanted from unnest($2::int[], $3::int[]) as w (year, wanted) order by year
        on conflict (tenant_id, year) do update set last = complaint_number.last + excluded.last
        returning year, last`,
      values: [tx.tenantId, wanted.map(([year]) => year), wanted.map(([, count]) => count)],
    });
    const counts = new Map(wanted);
    for (const { year, last } of rows) taken.set(year, last - (counts.get(year) ?? 0));
  }
  return (year) => {
    const number = (taken.get(year) ?? Number.NaN) + 1;
    if (Number.isNaN(number)) throw new Error(`No number of ${year} was taken.`);
    taken.set(year, number);
    return number;
  };
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

/** What every change writes beside the complaint rows, in the same statement: $2 events, $3 facts, $4 cells, $5 told. */
const CONSEQUENCES = `
  events as (
    insert into complaint_event
      (tenant_id, complaint_id, seq, id, type, at, recorded_at, actor, data, previous_hash, hash)
    select $1, complaint_id, seq, id, type, at, recorded_at, actor, data,
      decode(previous_hash, 'hex'), decode(hash, 'hex')
    from jsonb_to_recordset($2::jsonb) as event (complaint_id uuid, seq integer, id uuid, type text, at timestamptz,
      recorded_at timestamptz, actor jsonb, data jsonb, previous_hash text, hash text)
  ),
  words as (
    insert into event_words (tenant_id, complaint_id, seq, said, salt)
    select $1, complaint_id, seq, said, decode(salt, 'hex')
    from jsonb_to_recordset($2::jsonb) as event (complaint_id uuid, seq integer, said jsonb, salt text)
    where salt is not null
  ),
  facts as (
    insert into complaint_fact (tenant_id, complaint_id, key, measure, at, on_date, amount, dimensions)
    select $1, complaint_id, key, measure, at, on_date, amount, dimensions
    from jsonb_to_recordset($3::jsonb) as fact (complaint_id uuid, key text, measure text, at timestamptz,
      on_date date, amount bigint, dimensions jsonb)
    on conflict (tenant_id, complaint_id, key) do update set measure = excluded.measure, at = excluded.at,
      on_date = excluded.on_date, amount = excluded.amount, dimensions = excluded.dimensions
  ),
  difference as (
    insert into rollup_difference (tenant_id, id, cells)
    select $1, id, cells from jsonb_to_recordset($4::jsonb) as difference (id uuid, cells jsonb)
  ),
  told as (
    insert into outbox (tenant_id, id, topic, complaint_id, payload, created_at)
    select $1, id, 'complaint.changed', complaint_id, payload, created_at
    from jsonb_to_recordset($5::jsonb) as message (id uuid, complaint_id uuid, payload jsonb, created_at timestamptz)
  )`;

/** What is said of a complaint once, when it is registered. */
const ONCE = {
  number: 'text',
  external_number: 'text',
  received_at: 'timestamptz',
  import_id: 'uuid',
  import_line: 'integer',
} as const;
const ADDED = [...COMPLAINT_COLUMNS, ...Object.keys(ONCE)].join(', ');

const INSERT = `with ${CONSEQUENCES}
  insert into complaint (tenant_id, id, head_hash, search, ${ADDED})
  select $1, id, decode(head_hash, 'hex'), to_tsvector('simple', words), ${ADDED}
  from jsonb_to_recordset($6::jsonb) as added (id uuid, head_hash text, words text, ${Object.entries({
    ...COLUMN_TYPES,
    ...ONCE,
  })
    .map(([column, type]) => `${column} ${type}`)
    .join(', ')})`;

const FIRST_COLUMN = 9;
const UPDATE = `with ${CONSEQUENCES},
  gone as (
    delete from complaint_fact where tenant_id = $1 and complaint_id = $6 and key = any($7::text[])
  )
  update complaint set head_hash = $8,
    search = to_tsvector('simple', $${FIRST_COLUMN + COMPLAINT_COLUMNS.length}),
    ${COMPLAINT_COLUMNS.map((column, index) => `${column} = ${placeholder(column, FIRST_COLUMN + index)}`).join(', ')}
  where tenant_id = $1 and id = $6`;

/** By what the rows of a sector's complaints are derived from their states. */
interface Deriving {
  readonly sector: Sector;
  readonly settings: OfficeSettings;
}

/** A change of a complaint: the state that its new events leave. */
interface Change {
  readonly after: ComplaintState;
  readonly events: readonly StoredEvent[];
  readonly externalNumber: string | null;
  readonly complainantName: string | null;
}

/**
 * The one write: events, complaint row, facts, rollup difference and outbox in a single statement of the caller's
 * transaction, which goes with the next one: nothing here waits for it. Everything but the events is derived here from
 * the state that the events leave. The complaint was locked when it was loaded, so that it is there.
 */
export function writeComplaint(
  tx: TenantTransaction,
  options: Change & Deriving & { readonly before: ComplaintState },
): void {
  const { before, after, events, externalNumber, complainantName, sector, settings } = options;
  const last = events.at(-1);
  if (!last) return;
  const changed = consequencesOf([{ ...options, before }], sector);
  tx.leaveMessages();
  const source = { state: after, complainantName, externalNumber };
  const row = rowOf(source, sector, settings);
  tx.later({
    name: 'complaint.update',
    text: UPDATE,
    values: [
      ...[tx.tenantId, ...changed.values, after.id, changed.gone, last.hash],
      ...COMPLAINT_COLUMNS.map((column) =>
        JSON_COLUMNS.has(column) ? JSON.stringify(row[column]) : row[column],
      ),
      searchTextOf(source, sector),
    ],
  });
}

/** The same for complaints that are new, any number of them in the one statement. */
export function addComplaints(
  tx: TenantTransaction,
  { additions, sector, settings }: Deriving & { readonly additions: readonly Change[] },
): void {
  if (additions.length === 0) return;
  const rows = additions.map(({ after, events, externalNumber, complainantName }) => ({
    ...rowOf({ state: after, complainantName }, sector, settings),
    id: after.id,
    head_hash: events.at(-1)?.hash.toString('hex'),
    words: searchTextOf({ state: after, complainantName, externalNumber }, sector),
    number: after.number,
    external_number: externalNumber,
    received_at: after.receivedAt,
    import_id: after.imported?.importId ?? null,
    import_line: after.imported?.line ?? null,
  }));
  const { values } = consequencesOf(additions, sector);
  tx.leaveMessages();
  tx.later({
    name: 'complaint.insert',
    text: INSERT,
    values: [tx.tenantId, ...values, JSON.stringify(rows)],
  });
}

/** The values of what follows from changes, as the statements name them, and the facts that are no more. */
function consequencesOf(
  changes: readonly (Change & { readonly before?: ComplaintState })[],
  sector: Sector,
): { readonly values: readonly string[]; readonly gone: readonly string[] } {
  const rollup = new RollupSum(rolledUpDimensions(sector));
  const gone: string[] = [];
  const facts = changes.flatMap(({ before, after }) => {
    const countable = { before: countableOf(before, sector), after: countableOf(after, sector) };
    rollup.change(countable);
    const difference = factDifference(countable.before.facts, countable.after.facts);
    gone.push(...difference.gone);
    return difference.written.map((fact) => factRecord(fact, after.id));
  });
  const events = changes.flatMap((change) => change.events.map(eventRecord));
  const told = changes.map(({ after, events: own }) => ({
    ...{ id: uuidv7(), complaint_id: after.id, created_at: own.at(-1)?.recordedAt },
    payload: { version: after.version, events: own.map(({ type }) => type) },
  }));
  const values = [events, facts, differenceRecords(rollup.cells()), told].map((records) =>
    JSON.stringify(records),
  );
  return { values, gone };
}

/** Cells of one row of differences: so few that those who fold them never hold too much at once. */
const CELLS_AT_ONCE = 500;

function differenceRecords(cells: readonly RollupCell[]): Record<string, unknown>[] {
  const records: Record<string, unknown>[] = [];
  for (let at = 0; at < cells.length; at += CELLS_AT_ONCE) {
    records.push({ id: uuidv7(), cells: cells.slice(at, at + CELLS_AT_ONCE) });
  }
  return records;
}

function eventRecord(event: StoredEvent): Record<string, unknown> {
  const { complaintId, seq, id, type, at, recordedAt, actor, data, said, salt, previousHash, hash } = event;
  return {
    ...{ complaint_id: complaintId, seq, id, type, at, actor, data, said },
    salt: salt?.toString('hex') ?? null,
    recorded_at: recordedAt,
    previous_hash: previousHash?.toString('hex') ?? null,
    hash: hash.toString('hex'),
  };
}

function factRecord(fact: Fact, complaintId: string): Record<string, unknown> {
  const { key, measure, at, on, amount = null, dimensions } = fact;
  return { complaint_id: complaintId, key, measure, at, on_date: on, amount, dimensions };
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
