import { createHash, randomBytes } from 'node:crypto';
import { isSealed, replaceSaid, type Sealed, type Sector, saidIn } from '@huiyin/domain';
import canonicalize from 'canonicalize';

/**
 * What is said in an event stands apart from it, so that it can be erased: the event keeps a commitment in its place,
 * SHA-256 over a random salt, the place and the words. The hash of the event covers the commitment, so that words that
 * were changed are found, and the chain still holds when words and salt are gone, after which nobody can guess them.
 */

export type Said = Readonly<Record<string, unknown>>;

/** An event's data as the event keeps it, and what was said in it. */
export interface SealedData<Data> {
  readonly data: Data;
  /** By JSON pointer; `null` when nothing was said. */
  readonly said: Said | null;
  readonly salt: Buffer | null;
}

const SALT_BYTES = 16;

export function seal<Data>(data: Data, sector: Pick<Sector, 'fields' | 'sites'>): SealedData<Data> {
  // Through JSON once, as the database will give it back: without undefined members.
  const plain = JSON.parse(JSON.stringify(data)) as Data;
  const said = saidIn(plain, sector);
  if (Object.keys(said).length === 0) return { data: plain, said: null, salt: null };
  const salt = randomBytes(SALT_BYTES);
  const sealed = replaceSaid(
    plain,
    (pointer, value): Sealed => ({
      sealed: commitment({ salt, pointer, value }),
      words: typeof value === 'string',
    }),
    (pointer) => pointer in said,
  );
  return { data: sealed, said, salt };
}

/** Whether all that was said is there just as it was sealed. */
export function isAsSealed({ data, said, salt }: SealedData<unknown>): boolean {
  const commitments = sealedIn(data);
  const pointers = Object.keys(said ?? {});
  if (pointers.length !== commitments.size) return false;
  return pointers.every(
    (pointer) =>
      salt !== null && commitments.get(pointer) === commitment({ salt, pointer, value: said?.[pointer] }),
  );
}

/** Whether an event keeps commitments to something said. */
export function isAnySealed(data: unknown): boolean {
  return sealedIn(data).size > 0;
}

function sealedIn(data: unknown): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  replaceSaid(
    data,
    (pointer, value) => found.set(pointer, (value as Sealed).sealed),
    (_pointer, value) => isSealed(value),
  );
  return found;
}

function commitment({ salt, pointer, value }: { salt: Buffer; pointer: string; value: unknown }): string {
  return createHash('sha256')
    .update(salt)
    .update(`${pointer}\n${canonicalize(value) ?? ''}`)
    .digest('hex');
}
