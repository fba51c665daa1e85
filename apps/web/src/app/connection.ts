import { ApolloLink, ServerError } from '@apollo/client';
import { RetryLink } from '@apollo/client/link/retry';
import { OperationTypeNode } from 'graphql';
import { tap } from 'rxjs';

/** Whether the server answers, as the last calls went. */
let reachable = true;
const listeners = new Set<() => void>();
const LOOK_EVERY_MS = 3_000;
let looking: ReturnType<typeof setInterval> | undefined;

function report(answers: boolean): void {
  if (answers === reachable) return;
  reachable = answers;
  clearInterval(looking);
  // Nobody may be asking for anything: it is looked for until it is back.
  looking = answers ? undefined : setInterval(look, LOOK_EVERY_MS);
  for (const listener of listeners) listener();
}

function look(): void {
  fetch('/healthz', { cache: 'no-store' }).then(
    ({ ok }) => report(ok),
    () => report(false),
  );
}

export function subscribeToConnection(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function isReachable(): boolean {
  return reachable;
}

window.addEventListener('offline', () => report(false));
window.addEventListener('online', look);

/** Nobody answered, or only what stands before the server. */
export function isConnectionLost(error: unknown): boolean {
  if (ServerError.is(error)) return error.statusCode >= 502 && error.statusCode <= 504;
  return error instanceof TypeError;
}

/** Tells how each call went. */
export const watchConnection = new ApolloLink((operation, forward) =>
  forward(operation).pipe(
    tap({
      next: () => report(true),
      error: (error) => report(!isConnectionLost(error)),
    }),
  ),
);

const TRIES_OF_QUERY = 3;
/** About half a minute: then the form says so, and keeps what was typed. */
const TRIES_OF_CHANGE = 12;

/**
 * Tries again what was lost on the way. A change only where it carries a key of its own, by which the server knows it
 * again: it is not done twice, whether the question was lost or the answer.
 */
export const retryLost = new RetryLink({
  delay: { initial: 400, max: 3_000, jitter: true },
  attempts: (count, { operationType, variables }, error) => {
    if (!isConnectionLost(error)) return false;
    if (operationType === OperationTypeNode.QUERY) return count < TRIES_OF_QUERY;
    const input = variables['input'] as { readonly idempotencyKey?: string } | undefined;
    return input?.idempotencyKey !== undefined && count < TRIES_OF_CHANGE;
  },
});
