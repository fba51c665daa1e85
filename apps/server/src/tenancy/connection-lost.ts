/** Node's own words for a server that is not there, or no longer. */
const NODE_CODES: ReadonlySet<string> = new Set([
  ...['ECONNREFUSED', 'ECONNRESET', 'ECONNABORTED', 'EPIPE', 'ETIMEDOUT'],
  ...['EHOSTUNREACH', 'ENETUNREACH', 'ENOTFOUND', 'EAI_AGAIN'],
]);

/** pg's words for a connection that ended under a statement; its errors carry no code. */
const PG_MESSAGES =
  /^Connection terminated|timeout exceeded when trying to connect|connection error and is not queryable|was closed and is not queryable/;

/** PostgreSQL's: a broken connection (class 08), a server that stops, crashed or starts (57P0x), no place left (53300). */
const SERVER_CODES = /^(08\w{3}|57P0[1-3]|53300)$/;

/**
 * Whether an error says that the database is away, and nothing about what was asked of it: the same may well succeed
 * in a moment. A write that met it may have been carried out all the same.
 */
export function isConnectionLost(error: unknown): boolean {
  const { code, message } = (error ?? {}) as { code?: unknown; message?: unknown };
  if (typeof code === 'string' && (NODE_CODES.has(code) || SERVER_CODES.test(code))) return true;
  return typeof message === 'string' && PG_MESSAGES.test(message);
}
