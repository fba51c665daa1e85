import {
  type ComplaintState,
  ERASED_TEXT,
  type IncidentEvent,
  type IncidentEventType,
  type IncidentState,
  type Status,
  type TenantActor,
} from '@huiyin/domain';
import { v7 as uuidv7 } from 'uuid';
import { Conditions } from '../../casework/conditions.ts';
import type { EventAuthor } from '../../casework/event-chain.ts';
import { linkHash } from '../../casework/link-hash.ts';
import { saidIn, WORDS_OF_EVENT } from '../../casework/said-sql.ts';
import { onlyVisible } from '../../casework/visibility.ts';
import type { Database } from '../../tenancy/database.ts';
import type { TenantTransaction } from '../../tenancy/tenant-transaction.ts';

/** An incident locked for change. Links of complaints go on meanwhile: they need its key alone. */
export interface LoadedIncident {
  readonly state: IncidentState;
  readonly headHash: Buffer;
}

/** Locks and loads an incident; `undefined` when the organisation has none of that id. */
export async function loadIncident(tx: TenantTransaction, id: string): Promise<LoadedIncident | undefined> {
  const [row] = await tx.query<{ readonly state: IncidentState; readonly head_hash: Buffer }>({
    name: 'incident.load',
    text: 'select state, head_hash from incident where tenant_id = $1 and id = $2 for no key update',
    values: [tx.tenantId, id],
  });
  return row && { state: row.state, headHash: row.head_hash };
}

/** The next number of a year, `SJ-2026-0001`: without gaps, for it is taken and used in one transaction. */
export async function nextNumber(
  tx: TenantTransaction,
  year: number,
): Promise<{ readonly serial: number; readonly number: string }> {
  await tx.query({
    name: 'incident.lock-numbers',
    text: 'select from organization where tenant_id = $1 for no key update',
    values: [tx.tenantId],
  });
  const [row] = await tx.query<{ readonly serial: number }>({
    name: 'incident.next-number',
    text: 'select coalesce(max(serial), 0)::int + 1 as serial from incident where tenant_id = $1 and year = $2',
    values: [tx.tenantId, year],
  });
  const serial = row?.serial ?? 1;
  return { serial, number: `SJ-${year}-${String(serial).padStart(4, '0')}` };
}

/** Writes what was decided: the events in their chain, and the incident as they leave it. */
export async function writeIncident(
  tx: TenantTransaction,
  change: {
    readonly before: LoadedIncident | undefined;
    readonly state: IncidentState;
    readonly events: readonly IncidentEvent[];
    readonly author: EventAuthor;
    /** Of a new one: what its number is made of. */
    readonly numbered?: { readonly year: number; readonly serial: number };
  },
): Promise<void> {
  const { before, state, events, author, numbered } = change;
  let { seq, previous } = { seq: before?.state.version ?? 0, previous: before?.headHash ?? null };
  const chained = events.map(({ type, at, data }) => {
    seq += 1;
    const said = { incidentId: state.id, seq, id: uuidv7(), type, at, actor: author, data };
    const link = { ...said, previous };
    previous = linkHash(said, previous);
    return { ...link, hash: previous };
  });
  const columns = [state.version, state.status, state.title, state.category ?? null];
  const row = [...columns, state.answeredAt ?? null, JSON.stringify(state), previous];
  if (numbered) {
    await tx.query({
      name: 'incident.add',
      text: `insert into incident (tenant_id, id, version, status, title, category, answered_at, state, head_hash,
          year, serial, number, opened_at)
        values ($1, $2, $3, $4, $5, $6, $7, $8::jsonb, $9, $10, $11, $12, $13)`,
      values: [tx.tenantId, state.id, ...row, numbered.year, numbered.serial, state.number, state.openedAt],
    });
  } else {
    await tx.query({
      name: 'incident.change',
      text: `update incident set version = $3, status = $4, title = $5, category = $6, answered_at = $7,
          state = $8::jsonb, head_hash = $9 where tenant_id = $1 and id = $2`,
      values: [tx.tenantId, state.id, ...row],
    });
  }
  for (const { id, seq: place, type, at, actor, data, previous: link, hash } of chained) {
    tx.later({
      name: 'incident.event',
      text: `insert into incident_event
          (tenant_id, incident_id, seq, id, type, at, actor, data, previous_hash, hash)
        values ($1, $2, $3, $4, $5, $6, $7::jsonb, $8::jsonb, $9, $10)`,
      values: [
        ...[tx.tenantId, state.id, place, id, type, at, JSON.stringify(actor)],
        ...[JSON.stringify(data), link, hash],
      ],
    });
  }
}

/** A linked complaint that the actor may see. */
export interface LinkedComplaint {
  readonly id: string;
  readonly state: ComplaintState;
}

/** Those linked to an incident, or those named, in the order in which they are locked. */
export function visibleComplaints(
  tx: TenantTransaction,
  options: { readonly actor: TenantActor } & (
    | { readonly incidentId: string }
    | { readonly ids: readonly string[] }
  ),
): Promise<LinkedComplaint[]> {
  const where = new Conditions();
  onlyVisible(where, options.actor);
  if ('incidentId' in options) where.and(`c.incident_id = ${where.parameter(options.incidentId)}::uuid`);
  else where.and(`c.id = any(${where.parameter([...options.ids])}::uuid[])`);
  return tx.query<LinkedComplaint & Record<string, unknown>>({
    text: `select c.id, c.state from complaint c where c.tenant_id = ${where.parameter(tx.tenantId)}::uuid
      and ${where.text} order by c.id`,
    values: where.values,
  });
}

/** Incidents as lists show them, with their complaints as far as the reader may see them. */
export interface IncidentRow {
  readonly id: string;
  readonly state: IncidentState;
  readonly cases: readonly {
    readonly complainantId: string | null;
    readonly groupSize: number;
    readonly status: Status;
  }[];
  readonly sort_key: string;
}

/** A page of incidents, the newest first, and one more that tells whether there is another page. */
export async function readIncidents(
  database: Database,
  options: {
    readonly actor: TenantActor;
    readonly id?: string | undefined;
    readonly open?: boolean | undefined;
    readonly first: number;
    readonly after?: { readonly key: string; readonly id: string } | undefined;
  },
): Promise<IncidentRow[]> {
  const { actor, id, open, first, after } = options;
  const where = new Conditions();
  onlyVisible(where, actor);
  const visible = where.text;
  const conditions = [
    ...(id ? [`i.id = ${where.parameter(id)}::uuid`] : []),
    ...(open === undefined ? [] : [open ? `i.status <> 'CLOSED'` : `i.status = 'CLOSED'`]),
    ...(after
      ? [
          `(i.opened_at, i.id) < (${where.parameter(after.key)}::timestamptz, ${where.parameter(after.id)}::uuid)`,
        ]
      : []),
  ];
  return database.readInTenant<IncidentRow & Record<string, unknown>>(actor, {
    text: `select i.id, i.state, i.opened_at::text as sort_key, (
        select coalesce(json_agg(json_build_object('complainantId', c.complainant_id, 'groupSize', c.group_size,
          'status', c.status)), '[]')
        from complaint c where c.tenant_id = i.tenant_id and c.incident_id = i.id and ${visible}
      ) as cases
      from incident i where ${conditions.join(' and ') || 'true'}
      order by i.opened_at desc, i.id desc limit ${where.parameter(first + 1)}::int`,
    values: where.values,
  });
}

/** Numbers of those complaints that the reader may see. */
export function readNumbers(
  database: Database,
  { actor, ids }: { readonly actor: TenantActor; readonly ids: readonly string[] },
): Promise<{ readonly id: string; readonly number: string }[]> {
  const where = new Conditions();
  onlyVisible(where, actor);
  return database.readInTenant<{ id: string; number: string }>(actor, {
    text: `select c.id, c.number from complaint c
      where c.id = any(${where.parameter([...ids])}::uuid[]) and ${where.text}`,
    values: where.values,
  });
}

/** One complaint of an incident, as its page lists it. */
export interface IncidentCaseRow {
  readonly id: string;
  readonly number: string;
  readonly title: string;
  readonly status: Status;
  readonly group_size: number;
  readonly received_at: Date;
  readonly handler_id: string | null;
  readonly department_id: string | null;
  /** Master answers that it has had. */
  readonly answer_ids: readonly string[];
}

export interface IncidentHistoryRow {
  readonly type: IncidentEventType;
  readonly at: Date;
  readonly actor: EventAuthor;
  readonly data: Readonly<Record<string, unknown>>;
}

/** A complaint that came in or out. */
export interface IncidentLinkRow {
  readonly type: 'INCIDENT_LINKED' | 'INCIDENT_UNLINKED';
  readonly complaint_id: string;
  readonly number: string;
  readonly at: Date;
  readonly actor: EventAuthor;
  readonly reason: string;
}

/** What the page of an incident shows beside the incident, all of one moment. */
export async function readIncidentPage(
  database: Database,
  { actor, id }: { readonly actor: TenantActor; readonly id: string },
): Promise<{
  readonly cases: readonly IncidentCaseRow[];
  readonly history: readonly IncidentHistoryRow[];
  readonly links: readonly IncidentLinkRow[];
}> {
  const [ofCases, ofLinks] = [new Conditions(), new Conditions()];
  onlyVisible(ofCases, actor);
  onlyVisible(ofLinks, actor);
  const [cases, history, links] = await database.readAllInTenant(actor, [
    {
      text: `select c.id, c.number, c.title, c.status, c.group_size, c.received_at, c.handler_id, c.department_id,
          coalesce((select array_agg(a ->> 'id') from jsonb_array_elements(c.state -> 'answers') a), '{}') as answer_ids
        from complaint c where c.incident_id = ${ofCases.parameter(id)}::uuid and ${ofCases.text}
        order by c.received_at, c.id limit ${MOST_LISTED}`,
      values: ofCases.values,
    },
    {
      name: 'incident.history',
      text: 'select type, at, actor, data from incident_event where incident_id = $1 order by seq',
      values: [id],
    },
    {
      text: `select e.type, e.complaint_id, c.number, e.at, e.actor,
          ${saidIn('reason', `${ofLinks.parameter(ERASED_TEXT)}::text`)} as reason
        from complaint_event e join complaint c on c.tenant_id = e.tenant_id and c.id = e.complaint_id
        ${WORDS_OF_EVENT}
        where e.type in ('INCIDENT_LINKED', 'INCIDENT_UNLINKED')
          and e.data ->> 'incidentId' = ${ofLinks.parameter(id)}::text and ${ofLinks.text} order by e.at`,
      values: ofLinks.values,
    },
  ]);
  return {
    cases: (cases ?? []) as IncidentCaseRow[],
    history: (history ?? []) as IncidentHistoryRow[],
    links: (links ?? []) as IncidentLinkRow[],
  };
}

/** More than one incident has ever had here; beyond them the counts still tell. */
const MOST_LISTED = 500;
