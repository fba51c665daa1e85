import { type ApolloClient, ApolloLink } from '@apollo/client';
import { useApolloClient } from '@apollo/client/react';
import { useEffect, useRef } from 'react';
import { from, type Subscription, switchMap } from 'rxjs';
import { ComplaintsChangedDocument, type ComplaintsChangedSubscription } from './generated/viewer.ts';

/** What changed: complaints by their id with their version, or more than that. */
export interface Changes {
  readonly versions: ReadonlyMap<string, number>;
  /** Everything shown may be old. */
  readonly more: boolean;
}
type Listener = (changes: Changes) => void;

/** Sends subscriptions over the socket, whose code comes when it is first needed. */
export const liveLink = new ApolloLink((operation) =>
  from(import('./sockets.ts')).pipe(switchMap(({ socketLink }) => socketLink.request(operation))),
);

/** Where no socket is to be had (some offices’ proxies let none through), it is asked so often. */
const ASK_EVERY_MS = 20_000;
const TRY_AGAIN_MS = 60_000;
const MORE: Changes = { versions: new Map(), more: true };

/** One ear for all that is on the screen: what changes is told to everybody who shows something of it. */
class Ear {
  readonly #client: ApolloClient;
  readonly #listeners = new Set<Listener>();
  #connected = false;
  #subscription: Subscription | undefined;
  #timers: ReturnType<typeof setTimeout>[] = [];
  #unwatch: () => void = () => undefined;
  /** What came while nobody looked at the page. */
  #unseen: Changes | undefined;

  constructor(client: ApolloClient) {
    this.#client = client;
  }

  listen(listener: Listener): () => void {
    this.#listeners.add(listener);
    if (this.#listeners.size === 1) this.#open();
    return () => {
      this.#listeners.delete(listener);
      if (this.#listeners.size === 0) this.#close();
    };
  }

  #open(): void {
    document.addEventListener('visibilitychange', this.#look);
    this.#timers.push(setInterval(() => !this.#connected && this.#tell(MORE), ASK_EVERY_MS));
    this.#subscribe();
    import('./sockets.ts').then(
      ({ watchSocket }) => {
        if (this.#listeners.size === 0) return;
        this.#unwatch();
        this.#unwatch = watchSocket((connected) => {
          this.#connected = connected;
        });
      },
      () => undefined,
    );
  }

  #subscribe(): void {
    this.#subscription = this.#client.subscribe({ query: ComplaintsChangedDocument }).subscribe({
      next: ({ data }) => data && this.#tell(changesIn(data)),
      // Refused for good, or signed out: the screens ask as before, and after a while it is tried again.
      error: () => this.#timers.push(setTimeout(() => this.#subscribe(), TRY_AGAIN_MS)),
    });
  }

  #close(): void {
    document.removeEventListener('visibilitychange', this.#look);
    for (const timer of this.#timers.splice(0)) clearTimeout(timer);
    this.#subscription?.unsubscribe();
    this.#unwatch();
    this.#unseen = undefined;
  }

  readonly #look = (): void => {
    const unseen = this.#unseen;
    if (document.hidden || !unseen) return;
    this.#unseen = undefined;
    this.#tell(unseen);
  };

  #tell(changes: Changes): void {
    if (document.hidden) {
      this.#unseen = MORE;
      return;
    }
    for (const listener of this.#listeners) listener(changes);
  }
}

function changesIn({ complaintsChanged: { complaints, more } }: ComplaintsChangedSubscription): Changes {
  return { versions: new Map(complaints.map(({ complaint, version }) => [complaint.id, version])), more };
}

const ears = new WeakMap<ApolloClient, Ear>();

/** Calls `onChanges` whenever somebody changes a complaint that the viewer may see, for as long as the page is there. */
export function useChanges(onChanges: Listener): void {
  const client = useApolloClient();
  const current = useRef(onChanges);
  useEffect(() => {
    current.current = onChanges;
  });
  useEffect(() => {
    const ear = ears.get(client) ?? new Ear(client);
    ears.set(client, ear);
    return ear.listen((changes) => current.current(changes));
  }, [client]);
}

/** The shortest time between two readings of the same thing: many changes at once are read once. */
const APART_MS = 1_500;

/** Reads anew when asked to: at once, but never twice at a time, and not more often than somebody can follow. */
export function useRefresh(read: () => Promise<unknown>): () => void {
  const state = useRef({ busy: false, again: false, gone: false });
  const current = useRef(read);
  useEffect(() => {
    current.current = read;
  });
  useEffect(() => {
    state.current.gone = false;
    return () => {
      state.current.gone = true;
    };
  }, []);
  const run = useRef(async () => {
    const now = state.current;
    now.again = true;
    if (now.busy) return;
    now.busy = true;
    while (now.again && !now.gone) {
      now.again = false;
      // The banner of the whole product says that the connection is lost.
      await current.current().catch(() => undefined);
      await new Promise((resume) => setTimeout(resume, APART_MS));
    }
    now.busy = false;
  });
  return run.current;
}
