import { type IncidentEvent, type IncidentState, replayIncident, type TenantActor } from '@huiyin/domain';
import canonicalize from 'canonicalize';
import type { EventAuthor } from '../../casework/event-chain.ts';
import { linkHash } from '../../casework/link-hash.ts';
import type { Database } from '../../tenancy/database.ts';

interface HistoryRow {
  readonly id: string;
  readonly number: string;
  readonly state: IncidentState;
  readonly head_hash: Buffer;
  readonly events: readonly {
    readonly seq: number;
    readonly id: string;
    readonly type: IncidentEvent['type'];
    readonly at: string;
    readonly actor: EventAuthor;
    readonly data: IncidentEvent['data'];
    readonly hash: string;
  }[];
}

/** A break in the history of an incident: the place of the first event that is not as it was written. */
export interface IncidentFault {
  readonly number: string;
  readonly seq: number;
}

/** Goes through the history of every incident of an organisation, and holds the incident against it. */
export async function verifyIncidents(
  database: Database,
  actor: TenantActor,
): Promise<{ readonly incidents: number; readonly faults: readonly IncidentFault[] }> {
  const rows = await database.readInTenant<HistoryRow & Record<string, unknown>>(actor, {
    name: 'verify.incidents',
    text: `select i.id, i.number, i.state, i.head_hash, (
        select coalesce(json_agg(json_build_object('seq', e.seq, 'id', e.id, 'type', e.type,
          'at', to_char(e.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
          'actor', e.actor, 'data', e.data, 'hash', encode(e.hash, 'hex')) order by e.seq), '[]')
        from incident_event e where e.tenant_id = i.tenant_id and e.incident_id = i.id
      ) as events from incident i order by i.id`,
    values: [],
  });
  const faults = rows.flatMap((row) => {
    const seq = firstFault(row);
    return seq === undefined ? [] : [{ number: row.number, seq }];
  });
  return { incidents: rows.length, faults };
}

function firstFault({ id: incidentId, state, head_hash, events }: HistoryRow): number | undefined {
  let previous: Buffer | null = null;
  for (const [index, { seq, id, type, at, actor, data, hash }] of events.entries()) {
    const expected = linkHash({ incidentId, seq, id, type, at, actor, data }, previous);
    if (seq !== index + 1 || expected.toString('hex') !== hash) return index + 1;
    previous = expected;
  }
  if (events.length !== state.version || !previous?.equals(head_hash)) return events.length + 1;
  const replayed = replayIncident(
    events.map(({ type, at, data }) => ({ type, at, data }) as IncidentEvent),
    incidentId,
  );
  const same = canonicalize(JSON.parse(JSON.stringify(replayed))) === canonicalize(state);
  return same ? undefined : state.version;
}
