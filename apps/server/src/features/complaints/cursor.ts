import type { Place } from './complaint-reads.repository.ts';

/** A place in a list as an opaque cursor. */
export function writeCursor({ key, id }: Place): string {
  return Buffer.from(JSON.stringify([key, id])).toString('base64url');
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
const TIME = /^(infinity|\d{4}-\d{2}-\d{2} \d{2}:\d{2}:\d{2}(\.\d+)?([+-]\d{2}(:?\d{2})?))$/;

/** The place of a cursor; `undefined` for anything that is none of a list in that order. */
export function readCursor(cursor: string, type: 'timestamptz' | 'text'): Place | undefined {
  try {
    const [key, id] = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8')) as unknown[];
    if (typeof key !== 'string' || typeof id !== 'string' || !UUID.test(id)) return undefined;
    return type === 'text' || TIME.test(key) ? { key, id } : undefined;
  } catch {
    return undefined;
  }
}
