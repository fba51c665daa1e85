import { type ComplaintEvent, type ComplaintState, replay, type TenantActor, withSaid } from '@huiyin/domain';
import canonicalize from 'canonicalize';
import type { Database } from '../tenancy/database.ts';
import { type ChainFault, firstFault } from './event-chain.ts';
import { HISTORY_SQL, type HistoryEventRow, storedEvents } from './history.ts';

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
  readonly events: readonly HistoryEventRow[];
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
      text: `select c.id, c.state, c.head_hash, ${HISTORY_SQL} as events
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
  const events = storedEvents(row.id, row.events);
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
