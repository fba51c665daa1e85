import { GraphQLWsLink } from '@apollo/client/link/subscriptions';
import { createClient } from 'graphql-ws';

/** Longest wait between two attempts; all clients of an office come back after a restart, not all at once. */
const LONGEST_WAIT_MS = 30_000;

let connected = false;
const listeners = new Set<(connected: boolean) => void>();

function report(is: boolean): void {
  connected = is;
  for (const listener of listeners) listener(is);
}

/** Calls `listener` now and whenever the socket is won or lost. */
export function watchSocket(listener: (connected: boolean) => void): () => void {
  listeners.add(listener);
  listener(connected);
  return () => listeners.delete(listener);
}

/** Subscriptions over a WebSocket that is opened by the first of them and opened again when it breaks. */
export const socketLink = new GraphQLWsLink(
  createClient({
    url: `${window.location.protocol === 'https:' ? 'wss' : 'ws'}://${window.location.host}/graphql`,
    retryAttempts: Number.POSITIVE_INFINITY,
    shouldRetry: () => true,
    retryWait: async (attempt) => {
      const wait = Math.min(LONGEST_WAIT_MS, 500 * 2 ** attempt);
      await new Promise((resume) => setTimeout(resume, wait * (0.5 + Math.random() / 2)));
    },
    // A socket that has silently died is found by its silence.
    keepAlive: 15_000,
    on: { connected: () => report(true), closed: () => report(false) },
  }),
);
