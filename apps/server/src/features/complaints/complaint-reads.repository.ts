import { createHash } from 'node:crypto';
import type { ComplaintState, EscalationReason, TenantActor } from '@huiyin/domain';
import type { EventAuthor } from '../../casework/event-chain.ts';
import type { Office } from '../../casework/office.ts';
import type { Database, Statement } from '../../tenancy/database.ts';
import { type ComplaintFilter, type Conditions, conditionsOf } from './complaint-filter.ts';

/** How much of a complaint is read; each adds to the same single statement. */
export interface Depth {
  /** What its sector keeps: `details`. */
  readonly details: boolean;
  /** Everything it has gathered: the whole state. */
  readonly state: boolean;
  /** Who complains. */
  readonly complainant: boolean;
  /** Everything that happened. */
  readonly history: boolean;
}

export interface EventRow {
  readonly seq: number;
  readonly type: string;
  readonly at: string;
  readonly recorded_at: string;
  readonly actor: EventAuthor;
  readonly data: Readonly<Record<string, unknown>>;
  readonly hash: string;
}

/** A complaint as the one statement of a list or a detail gives it. */
export interface ComplaintReadRow {
  readonly id: string;
  readonly number: string;
  readonly external_number: string | null;
  readonly version: number;
  readonly status: ComplaintState['status'];
  readonly status_since: Date;
  readonly kind: ComplaintState['kind'];
  readonly channel: ComplaintState['channel'];
  readonly source_level: ComplaintState['source']['level'];
  readonly source_body: string | null;
  readonly disclosure: ComplaintState['disclosure'];
  readonly group_size: number;
  readonly title: string;
  readonly category: string | null;
  readonly classification: string | null;
  readonly respondent_id: string | null;
  readonly respondent_name: string | null;
  readonly respondent_type: string | null;
  readonly department_id: string | null;
  readonly handler_id: string | null;
  readonly received_at: Date;
  readonly closed_at: Date | null;
  readonly last_activity_at: Date;
  readonly due_at: Date | null;
  readonly due_what: string | null;
  readonly attention: EscalationReason[];
  readonly sort_key: string;
  readonly details?: Record<string, unknown>;
  readonly state?: ComplaintState;
  readonly complainant?: {
    readonly name: string | null;
    readonly phone: string | null;
    readonly email: string | null;
    readonly address: string | null;
  } | null;
  readonly history?: EventRow[];
}

const COLUMNS = [
  'id',
  'number',
  'external_number',
  'version',
  'status',
  'status_since',
  'kind',
  'channel',
  'source_level',
  'source_body',
  'disclosure',
  'group_size',
  'title',
  'category',
  'classification',
  'respondent_id',
  'respondent_name',
  'respondent_type',
  'department_id',
  'handler_id',
  'received_at',
  'closed_at',
  'last_activity_at',
  'due_at',
  'due_what',
  'attention',
].map((column) => `c.${column}`);

const ISO = `'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'`;

/** Orders of a list. `key` is compared as text of its own type, so that a cursor can carry it. */
export const ORDERS = {
  RECEIVED_DESC: { key: 'c.received_at', type: 'timestamptz', direction: 'desc' },
  RECEIVED_ASC: { key: 'c.received_at', type: 'timestamptz', direction: 'asc' },
  DUE_ASC: { key: `coalesce(c.due_at, 'infinity')`, type: 'timestamptz', direction: 'asc' },
  ACTIVITY_DESC: { key: 'c.last_activity_at', type: 'timestamptz', direction: 'desc' },
  NUMBER_ASC: { key: 'c.number', type: 'text', direction: 'asc' },
} as const;
export type Order = keyof typeof ORDERS;

/** The place after which a page begins. */
export interface Place {
  readonly key: string;
  readonly id: string;
}

function columnsFor(depth: Depth): string {
  const columns = [...COLUMNS];
  if (depth.details && !depth.state) columns.push('c.details');
  if (depth.state) columns.push('c.state');
  if (depth.complainant) {
    columns.push(`(select json_build_object('name', p.name, 'phone', p.phone, 'email', p.email, 'address', p.address)
      from complainant p where p.tenant_id = c.tenant_id and p.id = c.complainant_id) as complainant`);
  }
  if (depth.history) {
    columns.push(`(select json_agg(json_build_object('seq', e.seq, 'type', e.type,
        'at', to_char(e.at at time zone 'UTC', ${ISO}), 'recorded_at', to_char(e.recorded_at at time zone 'UTC', ${ISO}),
        'actor', e.actor, 'data', e.data, 'hash', encode(e.hash, 'hex')) order by e.seq)
      from complaint_event e where e.tenant_id = c.tenant_id and e.complaint_id = c.id) as history`);
  }
  return columns.join(', ');
}

/** Texts prepared by name so far; a list with an unusual filter is planned each time instead of kept for ever. */
const prepared = new Set<string>();
const MOST_PREPARED = 200;

function named(text: string, values: readonly unknown[]): Statement {
  const name = `complaints.${createHash('sha1').update(text).digest('base64url')}`;
  if (!prepared.has(name)) {
    if (prepared.size >= MOST_PREPARED) return { text, values };
    prepared.add(name);
  }
  return { name, text, values };
}

/** One page of complaints, and one row more that tells whether there is another page. */
export async function readComplaints(
  database: Database,
  options: {
    readonly actor: TenantActor;
    readonly office: Office;
    readonly filter: ComplaintFilter;
    readonly order: Order;
    readonly first: number;
    readonly after: Place | undefined;
    readonly depth: Depth;
  },
): Promise<ComplaintReadRow[]> {
  const { actor, office, filter, order, first, after, depth } = options;
  const where = conditionsOf({ filter, actor, sector: office.sector });
  const { key, type, direction } = ORDERS[order];
  if (after) {
    const than = direction === 'desc' ? '<' : '>';
    where.and(
      `(${key}, c.id) ${than} (${where.parameter(after.key)}::${type}, ${where.parameter(after.id)}::uuid)`,
    );
  }
  const text = `select ${columnsFor(depth)}, (${key})::text as sort_key from complaint c
    where ${where.text} order by ${key} ${direction}, c.id ${direction} limit ${where.parameter(first + 1)}::int`;
  return database.readInTenant<ComplaintReadRow>(actor, named(text, where.values));
}

/** How many complaints a filter finds, counted only as far as `most`. */
export async function countComplaints(
  database: Database,
  options: {
    readonly actor: TenantActor;
    readonly office: Office;
    readonly filter: ComplaintFilter;
    readonly most: number;
  },
): Promise<number> {
  const { actor, office, filter, most } = options;
  const where = conditionsOf({ filter, actor, sector: office.sector });
  const text = `select count(*)::int as count from (select 1 from complaint c where ${where.text}
    limit ${where.parameter(most)}::int) counted`;
  const [row] = await database.readInTenant<{ count: number }>(actor, named(text, where.values));
  return row?.count ?? 0;
}

/** One complaint by its id or its number; `undefined` when the organisation has none, or the caller may not see it. */
export async function readComplaint(
  database: Database,
  options: {
    readonly actor: TenantActor;
    readonly office: Office;
    readonly by: { readonly id: string } | { readonly number: string };
    readonly depth: Depth;
  },
): Promise<ComplaintReadRow | undefined> {
  const { actor, office, by, depth } = options;
  const where: Conditions = conditionsOf({ filter: {}, actor, sector: office.sector });
  where.and(
    'id' in by ? `c.id = ${where.parameter(by.id)}::uuid` : `c.number = ${where.parameter(by.number)}`,
  );
  const text = `select ${columnsFor(depth)}, '' as sort_key from complaint c where ${where.text}`;
  const [row] = await database.readInTenant<ComplaintReadRow>(actor, named(text, where.values));
  return row;
}
