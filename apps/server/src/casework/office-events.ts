import type { OfficeEventKind, TenantActor } from '@huiyin/domain';
import canonicalize from 'canonicalize';
import { v7 as uuidv7 } from 'uuid';
import type { Database } from '../tenancy/database.ts';
import type { TenantTransaction } from '../tenancy/tenant-transaction.ts';
import { authorOf, type EventAuthor } from './event-chain.ts';
import { linkHash } from './link-hash.ts';

/** What a field held, and what it holds now; `null` where there is nothing. */
export type Changes = Readonly<Record<string, { readonly before: unknown; readonly after: unknown }>>;

interface Recorded {
  readonly id: string;
  readonly seq: number;
  readonly kind: string;
  readonly at: string;
  readonly actor: EventAuthor;
  readonly subject: string | null;
  readonly changes: Changes;
}

type Fields = Readonly<Record<string, unknown>>;

/**
 * Puts on record what somebody did to the organisation, in the transaction that does it. Of `before` and `after` only
 * what differs is kept; a change in which nothing differs is none.
 */
export async function recordOfficeEvent(
  tx: TenantTransaction,
  event: {
    readonly actor: TenantActor;
    readonly kind: OfficeEventKind;
    /** What it was about, as people call it. */
    readonly subject?: string | undefined;
    readonly before?: object;
    readonly after?: object;
  },
): Promise<void> {
  const { actor, kind, subject = null, before, after } = event;
  const changes = changesBetween((before ?? {}) as Fields, (after ?? {}) as Fields);
  if ((before || after) && Object.keys(changes).length === 0) return;
  // One after the other within an organisation: the chain has one end.
  await tx.query({
    name: 'office-event.lock',
    text: 'select from organization where tenant_id = $1 for no key update',
    values: [tx.tenantId],
  });
  const [head] = await tx.query<{ readonly seq: number; readonly hash: Buffer }>({
    name: 'office-event.head',
    text: 'select seq, hash from office_event where tenant_id = $1 order by seq desc limit 1',
    values: [tx.tenantId],
  });
  const said: Recorded = {
    ...{ id: uuidv7(), seq: (head?.seq ?? 0) + 1, kind, at: new Date().toISOString() },
    ...{ actor: authorOf(actor), subject, changes },
  };
  const previous = head?.hash ?? null;
  await tx.query({
    name: 'office-event.add',
    text: `insert into office_event (tenant_id, id, seq, kind, at, actor, subject, changes, previous_hash, hash)
      values ($1, $2, $3, $4, $5, $6::jsonb, $7, $8::jsonb, $9, $10)`,
    values: [
      ...[tx.tenantId, said.id, said.seq, said.kind, said.at, JSON.stringify(said.actor), said.subject],
      ...[JSON.stringify(said.changes), previous, linkHash(said, previous)],
    ],
  });
}

function changesBetween(before: Fields, after: Fields): Changes {
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  const same = (a: unknown, b: unknown): boolean => canonicalize(plain(a)) === canonicalize(plain(b));
  return Object.fromEntries(
    names
      .filter((name) => !same(before[name], after[name]))
      .map((name) => [name, { before: plain(before[name]), after: plain(after[name]) }]),
  );
}

/** As JSON gives it back: no undefined members, and nothing is `null`. */
function plain(value: unknown): unknown {
  return value === undefined ? null : JSON.parse(JSON.stringify(value));
}

/**
 * Goes through what was recorded of an organisation.
 * @returns how many there are, and the place of the first that is not as it was written
 */
export async function verifyOfficeEvents(
  database: Database,
  actor: TenantActor,
): Promise<{ readonly events: number; readonly faultAt: number | undefined }> {
  const rows = await database.readInTenant<Recorded & Record<'previous_hash' | 'hash', Buffer | null>>(
    actor,
    {
      name: 'office-event.verify',
      text: `select id, seq, kind, actor, subject, changes, previous_hash, hash,
        to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as at
      from office_event order by seq`,
      values: [],
    },
  );
  let previous: Buffer | null = null;
  for (const [index, { previous_hash, hash, ...said }] of rows.entries()) {
    const linked = previous === null ? previous_hash === null : previous_hash?.equals(previous);
    const { id, seq, kind, at, actor: author, subject, changes } = said;
    const expected = linkHash({ id, seq, kind, at, actor: author, subject, changes }, previous);
    if (seq !== index + 1 || !linked || !hash?.equals(expected)) {
      return { events: rows.length, faultAt: index + 1 };
    }
    previous = hash;
  }
  return { events: rows.length, faultAt: undefined };
}
