/** Opaque ids of the Relay `Node` kind: a type and a UUID, not meant to be taken apart by callers. */

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

export interface GlobalId {
  readonly type: string;
  readonly id: string;
}

export function toGlobalId(type: string, id: string): string {
  return Buffer.from(`${type}:${id}`).toString('base64url');
}

/** The parts of a global id; `undefined` for anything that is none. */
export function fromGlobalId(globalId: string): GlobalId | undefined {
  const [type, id, ...rest] = Buffer.from(globalId, 'base64url').toString('utf8').split(':');
  return type && id && rest.length === 0 && UUID.test(id) ? { type, id } : undefined;
}

/** The UUID of a global id of that type; `undefined` for another type or for anything that is no id. */
export function uuidOf(globalId: string, type: string): string | undefined {
  const found = fromGlobalId(globalId);
  return found?.type === type ? found.id : undefined;
}
