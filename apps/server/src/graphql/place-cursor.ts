/** A place in a list that is ordered by a value and, where it is equal, by id. */
export interface Place {
  /** The value as text of its own type. */
  readonly key: string;
  readonly id: string;
}

/** A row of a list: what it is ordered by, as text, stands in `sort_key`. */
export type Listed<Row> = Row & { readonly sort_key: string };

/** Before every row of a list that begins with the newest. */
export const NEWEST: Place = { key: 'infinity', id: 'ffffffff-ffff-ffff-ffff-ffffffffffff' };

/** A place as an opaque cursor. */
export function writePlace({ key, id }: Place): string {
  return Buffer.from(JSON.stringify([key, id])).toString('base64url');
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
const LONGEST_TEXT = 1000;
/** What a value of each type of order looks like: nothing else reaches a statement. */
const VALUES = {
  timestamptz: /^(-?infinity|\d{4}-\d{2}-\d{2} \d{2}:\d{2}:\d{2}(\.\d+)?([+-]\d{2}(:?\d{2})?))$/,
  int: /^\d{1,9}$/,
  text: /^[^\0]*$/,
} as const;
export type OrderedBy = keyof typeof VALUES;

/** The place of a cursor; `undefined` for anything that is none of a list in that order. */
export function readPlace(cursor: string, orderedBy: OrderedBy): Place | undefined {
  try {
    const [key, id] = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8')) as unknown[];
    if (typeof key !== 'string' || typeof id !== 'string' || !UUID.test(id)) return undefined;
    return key.length <= LONGEST_TEXT && key.isWellFormed() && VALUES[orderedBy].test(key)
      ? { key, id }
      : undefined;
  } catch {
    return undefined;
  }
}
