import { hash } from 'node:crypto';
import type { ComplaintState, EscalationReason, TenantActor } from '@huiyin/domain';
import type { Conditions } from '../../casework/conditions.ts';
import type { EventAuthor } from '../../casework/event-chain.ts';
import type { Office } from '../../casework/office.ts';
import type { Said } from '../../casework/sealing.ts';
import type { Place } from '../../graphql/place-cursor.ts';
import type { Database, Statement } from '../../tenancy/database.ts';
import { type ComplaintFilter, conditionsOf } from './complaint-filter.ts';
import { HEALTH_LOOKS_SQL, type HealthLookRow } from './health-look.repository.ts';

/** How much of a complaint is read; each adds to the same single statement. */
export interface Depth {
  /** What its sector keeps: `details`, or what they say. */
  readonly details: boolean;
  /** Everything it has gathered: the whole state. */
  readonly state: boolean;
  /** Who complains. */
  readonly complainant: boolean;
  /** Everything that happened. */
  readonly history: boolean;
  /** Numbers of the complaints it was split from or into, merged into, or repeats. */
  readonly numbers: boolean;
  /** Who was shown its health data. */
  readonly healthLooks: boolean;
  /** The incident that it is one of. */
  readonly incident: boolean;
}

export interface EventRow {
  readonly seq: number;
  readonly type: string;
  readonly at: string;
  readonly recorded_at: string;
  readonly actor: EventAuthor;
  readonly data: Readonly<Record<string, unknown>>;
  /** What was said in it; `null` when nothing was, or it has been erased. */
  readonly said: Said | null;
  readonly hash: string;
  /** What became of the letter that tells the complainant of it; `null`: none was written. */
  readonly letter: 'WAITING' | 'SENT' | 'GIVEN_UP' | null;
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
  readonly due_provisional: boolean;
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
  /** `null`: none. */
  readonly health_looks?: HealthLookRow[] | null;
  /** Numbers of the complaints that it refers to, by id. */
  readonly numbers?: Readonly<Record<string, string>> | null;
  readonly incident?: { readonly id: string; readonly number: string; readonly title: string } | null;
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
  'due_provisional',
  'attention',
].map((column) => `c.${column}`);

const ISO = `'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'`;

/** Orders of a list. `key` is compared as text of its own type, so that a cursor can carry it. */
export const ORDERS = {
  RECEIVED_DESC: { key: 'c.received_at', type: 'timestamptz', direction: 'desc' },
  RECEIVED_ASC: { key: 'c.received_at', type: 'timestamptz', direction: 'asc' },
  DUE_ASC: { key: `coalesce(c.due_at, 'infinity')`, type: 'timestamptz', direction: 'asc' },
  ACTIVITY_DESC: { key: 'c.last_activity_at', type: 'timestamptz', direction: 'desc' },
  ACTIVITY_ASC: { key: 'c.last_activity_at', type: 'timestamptz', direction: 'asc' },
  CLOSED_DESC: { key: `coalesce(c.closed_at, '-infinity')`, type: 'timestamptz', direction: 'desc' },
  NUMBER_ASC: { key: 'c.number', type: 'text', direction: 'asc' },
  NUMBER_DESC: { key: 'c.number', type: 'text', direction: 'desc' },
} as const;
export type Order = keyof typeof ORDERS;

/** The columns of `complaint c` that a depth asks for. */
export function columnsFor(depth: Depth): string {
  const columns = [...COLUMNS];
  if (depth.details && !depth.state) columns.push('c.details');
  if (depth.state) columns.push('c.state');
  // What was written may name whoever complains: without knowing them it cannot be masked.
  if (depth.complainant || depth.state) {
    columns.push(`(select json_build_object('name', p.name, 'phone', p.phone, 'email', p.email, 'address', p.address)
      from complainant p where p.tenant_id = c.tenant_id and p.id = c.complainant_id) as complainant`);
  }
  if (depth.history) {
    columns.push(`(select json_agg(json_build_object('seq', e.seq, 'type', e.type,
        'at', to_char(e.at at time zone 'UTC', ${ISO}), 'recorded_at', to_char(e.recorded_at at time zone 'UTC', ${ISO}),
        'actor', e.actor, 'data', e.data, 'said', w.said, 'hash', encode(e.hash, 'hex'),
        'letter', case when l.seq is null then null when l.sent_at is not null then 'SENT'
          when l.given_up_at is not null then 'GIVEN_UP' else 'WAITING' end) order by e.seq)
      from complaint_event e
      left join event_words w on w.tenant_id = e.tenant_id and w.complaint_id = e.complaint_id and w.seq = e.seq
      left join complaint_letter l on l.tenant_id = e.tenant_id and l.complaint_id = e.complaint_id and l.seq = e.seq
      where e.tenant_id = c.tenant_id and e.complaint_id = c.id) as history`);
  }
  if (depth.healthLooks) columns.push(`${HEALTH_LOOKS_SQL} as health_looks`);
  if (depth.incident) {
    columns.push(`(select json_build_object('id', i.id, 'number', i.number, 'title', i.title)
      from incident i where i.tenant_id = c.tenant_id and i.id = c.incident_id) as incident`);
  }
  if (depth.numbers) {
    columns.push(`(select json_object_agg(r.id, r.number) from complaint r
      where r.tenant_id = c.tenant_id and (not r.restricted or c.restricted) and r.id in (
        select id::uuid from jsonb_array_elements_text(
          coalesce(c.state -> 'splitInto', '[]') || coalesce(c.state -> 'absorbed', '[]')
          || jsonb_build_array(c.state -> 'splitFrom', c.state -> 'mergedInto', c.state -> 'repeatOf')) as id
      )) as numbers`);
  }
  return columns.join(', ');
}

/** Names of the texts prepared so far; a list with an unusual filter is planned each time instead of kept for ever. */
const prepared = new Map<string, string>();
const MOST_PREPARED = 200;

function named(text: string, values: readonly unknown[]): Statement {
  const known = prepared.get(text);
  if (known) return { name: known, text, values };
  if (prepared.size >= MOST_PREPARED) return { text, values };
  const name = `complaints.${hash('sha1', text, 'base64url')}`;
  prepared.set(text, name);
  return { name, text, values };
}

/** A list as it is asked for. */
export interface ListAsked {
  readonly actor: TenantActor;
  readonly office: Office;
  readonly filter: ComplaintFilter;
  readonly order: Order;
  /** An integer, checked: it stands in the statement. */
  readonly first: number;
  readonly after: Place | undefined;
  readonly depth: Depth;
}

/** One page of complaints, and one row more that tells whether there is another page. */
function pageStatement({ actor, office, filter, order, first, after, depth }: ListAsked): Statement {
  const where = conditionsOf({ filter, actor, sector: office.sector });
  const { key, type, direction } = ORDERS[order];
  if (after) {
    const than = direction === 'desc' ? '<' : '>';
    where.and(
      `(${key}, c.id) ${than} (${where.parameter(after.key)}::${type}, ${where.parameter(after.id)}::uuid)`,
    );
  }
  // The limit stands in the text: a plan for a limit to come expects a tenth of the table, and sorts it.
  const text = `select ${columnsFor(depth)}, (${key})::text as sort_key from complaint c
    where ${where.text} order by ${key} ${direction}, c.id ${direction} limit ${first + 1}`;
  return named(text, where.values);
}

/** How many complaints the filter finds, counted only as far as `most`. */
function countStatement({ actor, office, filter }: ListAsked, most: number): Statement {
  const where = conditionsOf({ filter, actor, sector: office.sector });
  const text = `select count(*)::int as count from (select 1 from complaint c where ${where.text}
    limit ${where.parameter(most)}::int) counted`;
  return named(text, where.values);
}

/** A page and the number of all, as far as either is wanted: in one round trip, of one moment. */
export async function readComplaints(
  database: Database,
  asked: ListAsked & {
    readonly page: boolean;
    /** As far as it is counted; absent: not counted at all. */
    readonly countTo: number | undefined;
  },
): Promise<{ readonly rows: ComplaintReadRow[]; readonly count: number | undefined }> {
  const { actor, page, countTo } = asked;
  const statements = [
    ...(page ? [pageStatement(asked)] : []),
    ...(countTo === undefined ? [] : [countStatement(asked, countTo)]),
  ];
  if (statements.length === 0) return { rows: [], count: undefined };
  const answers = await database.readAllInTenant(actor, statements);
  const rows = page ? ((answers[0] ?? []) as ComplaintReadRow[]) : [];
  const counted = countTo === undefined ? undefined : answers.at(-1)?.[0]?.['count'];
  return { rows, count: counted as number | undefined };
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
