/** The UUID behind a global id. */
export const uuidOf = (globalId) => Buffer.from(globalId, 'base64url').toString().split(':')[1];

export const globalIdOf = (type, uuid) => Buffer.from(`${type}:${uuid}`).toString('base64url');

/** A moment in one form, however a peer writes it. */
export const moment = (text) => new Date(text).toISOString();
