import { constants } from 'node:os';

/**
 * Lets a command that is told to stop end at once, and with it the database that it started: by itself, a signal would
 * leave that running. What it was doing is taken up again: a transaction is undone, an import goes on with the server.
 */
export function endOnSignal(): void {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.once(signal, () => process.exit(128 + constants.signals[signal]));
  }
}
