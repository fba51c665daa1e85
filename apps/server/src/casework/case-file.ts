import { createHash } from 'node:crypto';
import type { Localized } from '@huiyin/shared';
import type { StoredEvent } from './event-chain.ts';

/**
 * What a case file consists of, as it is written and as it is verified anywhere, without the product's database. Entries
 * are stored and not compressed, so that a damaged byte damages the one entry it lies in.
 */

export const MANIFEST = 'manifest.json';
/** Every entry with the manifest, as `sha256sum -c` reads it. */
export const SUMS = 'SHA256SUMS';
export const EVENTS = '02-events.ndjson';

export interface CaseFileManifest {
  readonly format: 'huiyin-case-file/1';
  readonly organization: Localized;
  readonly complaint: { readonly id: string; readonly number: string; readonly title: string };
  readonly takenBy: string;
  readonly takenAt: string;
  readonly reason: string;
  /** Whether it says who complained. */
  readonly identity: 'SHOWN' | 'MASKED' | 'ANONYMOUS';
  /** The last event, whose hash covers all before it. */
  readonly chainHead: { readonly seq: number; readonly hash: string };
  readonly entries: readonly CaseFileEntry[];
  /** What belongs to the case and is not in the archive. */
  readonly keptBack: readonly KeptBack[];
}

export interface CaseFileEntry {
  readonly path: string;
  readonly title: string;
  readonly bytes: number;
  /** Hex. */
  readonly sha256: string;
}

export interface KeptBack {
  readonly title: string;
  /** It shows who complained in confidence; it was erased at the end of its period; its bytes are gone. */
  readonly because: 'CONFIDENTIAL' | 'ERASED' | 'MISSING';
}

/** An event as a line of the archive. Commitments stand in it for words that are kept back. */
export interface EventLine {
  readonly event: Omit<StoredEvent, 'said' | 'salt' | 'previousHash' | 'hash'> | null;
  readonly seq: number;
  readonly said: StoredEvent['said'];
  readonly salt: string | null;
  readonly previousHash: string | null;
  readonly hash: string;
}

export function sha256Of(content: string | Buffer): string {
  return createHash('sha256').update(content).digest('hex');
}

/**
 * Events as lines. `words` masks for a reader who is not to know who complained: what was said is left out then, and
 * of an event whose codes and names would tell it, all but its link.
 */
export function eventLines(
  events: readonly StoredEvent[],
  options: { readonly identity: boolean; readonly words: (text: string) => string },
): string {
  const { identity, words } = options;
  const lines = events.map(({ said, salt, previousHash, hash, ...event }): EventLine => {
    const plain = JSON.stringify(event);
    return {
      seq: event.seq,
      event: identity || words(plain) === plain ? event : null,
      said: identity ? said : null,
      salt: identity ? (salt?.toString('hex') ?? null) : null,
      previousHash: previousHash?.toString('hex') ?? null,
      hash: hash.toString('hex'),
    };
  });
  return lines.map((line) => `${JSON.stringify(line)}\n`).join('');
}
