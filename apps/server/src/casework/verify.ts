import { type ComplaintEvent, type ComplaintState, replay, type TenantActor, withSaid } from '@huiyin/domain';
import canonicalize from 'canonicalize';
import type { Database } from '../tenancy/database.ts';
import { type ChainFault, firstFault, type StoredEvent } from './event-chain.ts';

/** What a verification found. */
export interface Verification {
  /** Complaints looked at. */
  readonly complaints: number;
  readonly events: number;
  readonly faults: readonly ChainFault[];
}

interface HistoryRow {
  readonly id: string;
  readonly state: ComplaintState;
  readonly head_hash: Buffer;
  readonly events: readonly {
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
  }[];
}

const PAGE = 200;

/**
 * Goes through the history of every complaint of an organisation: each event as it was written, none missing, none
 * out of its place, and the complaint's row just what its events make of it.
 */
export async function verifyHistory(database: Database, actor: TenantActor): Promise<Verification> {
  const faults: ChainFault[] = [];
  let complaints = 0;
  let events = 0;
  let after = '00000000-0000-0000-0000-000000000000';
  for (;;) {
    const rows = await database.readInTenant<HistoryRow>(actor, {
      name: 'verify.page',
      text: `select c.id, c.state, c.head_hash, (
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
        ) as events
        from complaint c where c.id > $1 order by c.id limit ${PAGE}`,
      values: [after],
    });
    for (const row of rows) {
      complaints += 1;
      events += row.events.length;
      const fault = faultOf(row);
      if (fault) faults.push(fault);
    }
    const last = rows.at(-1);
    if (!last || rows.length < PAGE) return { complaints, events, faults };
    after = last.id;
  }
}

function faultOf(row: HistoryRow): ChainFault | undefined {
  const events = row.events.map(
    (event): StoredEvent => ({
      complaintId: row.id,
      seq: event.seq,
      id: event.id,
      type: event.type,
      at: event.at,
      recordedAt: event.recorded_at,
      actor: event.actor,
      data: event.data,
      said: event.said,
      salt: event.salt === null ? null : Buffer.from(event.salt, 'hex'),
      previousHash: event.previous_hash === null ? null : Buffer.from(event.previous_hash, 'hex'),
      hash: Buffer.from(event.hash, 'hex'),
    }),
  );
  const head = { seq: row.state.version, hash: row.head_hash };
  const broken = firstFault({ complaintId: row.id, events, head });
  if (broken) return broken;
  const replayed = replay(
    events.map(({ type, at, data, said }) => ({ type, at, data: withSaid(data, said) }) as ComplaintEvent),
    row.id,
  );
  const same = canonicalize(JSON.parse(JSON.stringify(replayed))) === canonicalize(row.state);
  return same ? undefined : { complaintId: row.id, seq: row.state.version, fault: 'STATE_DIFFERS' };
}
