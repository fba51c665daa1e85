/** Cursors of lists that are ordered by creation, newest first: the moment and the id of the last row seen. */

export function writeKeysetCursor(createdAt: Date, id: string): string {
  return Buffer.from(`${createdAt.toISOString()} ${id}`).toString('base64url');
}

/** `undefined` for anything that is no such cursor. */
export function readKeysetCursor(cursor: string): readonly [string, string] | undefined {
  const [at = '', id = ''] = Buffer.from(cursor, 'base64url').toString('utf8').split(' ');
  return Number.isNaN(Date.parse(at)) || !/^[0-9a-f-]{36}$/.test(id) ? undefined : [at, id];
}
