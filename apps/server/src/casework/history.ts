import type { ComplaintEvent } from '@huiyin/domain';
import type { StoredEvent } from './event-chain.ts';

/** The events of `complaint c` with their places in the chain, as one JSON array. */
export const HISTORY_SQL = `(
  select coalesce(json_agg(json_build_object(
    'seq', e.seq, 'id', e.id, 'type', e.type,
    'at', to_char(e.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
    'recorded_at', to_char(e.recorded_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
    'actor', e.actor, 'data', e.data, 'said', w.said, 'salt', encode(w.salt, 'hex'),
    'previous_hash', encode(e.previous_hash, 'hex'), 'hash', encode(e.hash, 'hex')
  ) order by e.seq), '[]') from complaint_event e
    left join event_words w
      on w.tenant_id = e.tenant_id and w.complaint_id = e.complaint_id and w.seq = e.seq
    where e.tenant_id = c.tenant_id and e.complaint_id = c.id
)`;

/** An event as `HISTORY_SQL` gives it. */
export interface HistoryEventRow {
  readonly seq: number;
  readonly id: string;
  readonly type: ComplaintEvent['type'];
  readonly at: string;
  readonly recorded_at: string;
  readonly actor: StoredEvent['actor'];
  readonly data: ComplaintEvent['data'];
  readonly said: StoredEvent['said'];
  readonly salt: string | null;
  readonly previous_hash: string | null;
  readonly hash: string;
}

/** Events of a complaint in their places. */
export function storedEvents(complaintId: string, events: readonly HistoryEventRow[]): StoredEvent[] {
  return events.map((event) => ({
    ...{ complaintId, seq: event.seq, id: event.id, type: event.type, at: event.at },
    ...{ recordedAt: event.recorded_at, actor: event.actor, data: event.data, said: event.said },
    salt: event.salt === null ? null : Buffer.from(event.salt, 'hex'),
    previousHash: event.previous_hash === null ? null : Buffer.from(event.previous_hash, 'hex'),
    hash: Buffer.from(event.hash, 'hex'),
  }));
}
