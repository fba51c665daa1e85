import { randomUUID } from 'node:crypto';
import type { ComplaintEvent, Sector, TenantActor } from '@huiyin/domain';
import { linkHash } from './link-hash.ts';
import { isAnySealed, isAsSealed, type Said, seal } from './sealing.ts';

/** Who did it, as the event keeps it. */
export interface EventAuthor {
  readonly kind: 'staff' | 'apiClient' | 'system' | 'public';
  /** Member, key, or the task's name. */
  readonly id: string;
  readonly name: string;
}

/** Whoever complained, over the public page: their name stands apart from the events, and is not in them. */
export const PUBLIC_AUTHOR: EventAuthor = { kind: 'public', id: 'web', name: '投诉人 / complainant' };

/** Who an event names as its author. */
export function authorOf(actor: TenantActor): EventAuthor {
  switch (actor.kind) {
    case 'staff':
      return { kind: 'staff', id: actor.memberId, name: actor.name };
    case 'apiClient':
      return { kind: 'apiClient', id: actor.keyId, name: actor.name };
    case 'complainant':
      return PUBLIC_AUTHOR;
    case 'system':
      return actor.onBehalfOf
        ? authorOf(actor.onBehalfOf)
        : { kind: 'system', id: actor.task, name: actor.task };
  }
}

/** An event in its place: what `decide` gave, with its number, its author and its link in the chain. */
export interface StoredEvent {
  readonly complaintId: string;
  /** 1 for the registration, then without gaps. */
  readonly seq: number;
  readonly id: string;
  readonly type: ComplaintEvent['type'];
  readonly at: string;
  readonly recordedAt: string;
  readonly actor: EventAuthor;
  /** With commitments in the place of what was said. */
  readonly data: ComplaintEvent['data'];
  /** What was said, and the salt of the commitments; `null` when nothing was, or it has been erased. */
  readonly said: Said | null;
  readonly salt: Buffer | null;
  readonly previousHash: Buffer | null;
  readonly hash: Buffer;
}

/** The link of an event in the chain of its complaint: of what was said it covers the commitments, which outlast the words. */
export function eventHash(event: Omit<StoredEvent, 'hash' | 'said' | 'salt'>): Buffer {
  const { complaintId, seq, id, type, at, recordedAt, actor, data, previousHash } = event;
  return linkHash({ complaintId, seq, id, type, at, recordedAt, actor, data }, previousHash);
}

/** Gives new events their places after `head`, each linked to the one before. */
export function chain(options: {
  readonly complaintId: string;
  readonly events: readonly ComplaintEvent[];
  readonly head: { readonly seq: number; readonly hash: Buffer | null };
  readonly actor: EventAuthor;
  readonly recordedAt: string;
  readonly sector: Pick<Sector, 'fields' | 'sites'>;
}): StoredEvent[] {
  const { complaintId, events, actor, recordedAt, sector } = options;
  let { seq, hash: previousHash } = options.head;
  return events.map(({ type, at, ...event }) => {
    seq += 1;
    const { data, said, salt } = seal(event.data, sector);
    const link = { complaintId, seq, id: randomUUID(), type, at, recordedAt, actor, data, previousHash };
    const hash = eventHash(link);
    previousHash = hash;
    return { ...link, said, salt, hash };
  });
}

/** A break in a complaint's history. */
export interface ChainFault {
  readonly complaintId: string;
  /** The place of the first event that is not as it was written. */
  readonly seq: number;
  readonly fault: 'CHANGED' | 'MISSING' | 'WORDS_MISSING' | 'OUT_OF_ORDER' | 'STATE_DIFFERS';
}

/** The first break in a history that must end at `head`; `undefined` when it is whole. */
export function firstFault(options: {
  readonly complaintId: string;
  readonly events: readonly StoredEvent[];
  readonly head: { readonly seq: number; readonly hash: Buffer };
}): ChainFault | undefined {
  const { complaintId, events, head } = options;
  const erased = events.findLast(({ type, data }) => type === 'DATA_ERASED' && isOfWords(data))?.seq ?? 0;
  let previous: StoredEvent | undefined;
  for (const event of events) {
    const expected = (previous?.seq ?? 0) + 1;
    if (event.seq !== expected) return { complaintId, seq: expected, fault: 'MISSING' };
    const before = previous?.hash ?? null;
    const linked = before === null ? event.previousHash === null : event.previousHash?.equals(before);
    if (!linked) return { complaintId, seq: event.seq, fault: 'OUT_OF_ORDER' };
    if (!eventHash(event).equals(event.hash)) return { complaintId, seq: event.seq, fault: 'CHANGED' };
    const words = faultOfWords(event, erased);
    if (words) return { complaintId, seq: event.seq, fault: words };
    if (previous && event.recordedAt < previous.recordedAt) {
      return { complaintId, seq: event.seq, fault: 'OUT_OF_ORDER' };
    }
    previous = event;
  }
  if ((previous?.seq ?? 0) !== head.seq || !previous?.hash.equals(head.hash)) {
    return { complaintId, seq: (previous?.seq ?? 0) + 1, fault: 'MISSING' };
  }
  return undefined;
}

/** What was said is there as it was sealed, or was erased with everything up to a place in the history. */
function faultOfWords(event: StoredEvent, erasedUpTo: number): ChainFault['fault'] | undefined {
  if (event.said !== null) return isAsSealed(event) ? undefined : 'CHANGED';
  return event.seq > erasedUpTo && isAnySealed(event.data) ? 'WORDS_MISSING' : undefined;
}

function isOfWords(data: ComplaintEvent['data']): boolean {
  return 'what' in data && data.what === 'PERSONAL_DATA';
}
