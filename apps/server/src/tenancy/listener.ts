import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';

export interface ListenerOptions {
  /** Connection string of the runtime role. */
  readonly url: string;
  readonly channel: string;
  readonly onMessage: (payload: string) => void;
  /** Listening has begun, or begun again: what was said before was not heard. */
  readonly onListening: () => void;
  readonly onError: (error: unknown) => void;
}

const TRY_AGAIN_MS = 1_000;

/**
 * Hears what the servers on one database say to one another. It has a connection of its own, for as long as it lives,
 * and takes another when that breaks.
 */
export class Listener {
  readonly #options: ListenerOptions;
  readonly #stopped = new AbortController();
  readonly #done: Promise<void>;

  constructor(options: ListenerOptions) {
    this.#options = options;
    this.#done = this.#listenAlways();
  }

  async stop(): Promise<void> {
    this.#stopped.abort();
    await this.#done;
  }

  async #listenAlways(): Promise<void> {
    const { signal } = this.#stopped;
    while (!signal.aborted) {
      try {
        await this.#listenOnce(signal);
      } catch (error) {
        this.#options.onError(error);
      }
      await sleep(TRY_AGAIN_MS, undefined, { signal }).catch(() => undefined);
    }
  }

  /** Ends when the connection does. */
  async #listenOnce(signal: AbortSignal): Promise<void> {
    const { url, channel, onMessage, onListening } = this.#options;
    const client = new pg.Client({
      ...{ connectionString: url, application_name: 'huiyin listener', keepAlive: true },
      connectionTimeoutMillis: 10_000,
    });
    const ended = new Promise<void>((resolve, reject) => {
      client.on('end', resolve);
      client.on('error', reject);
      signal.addEventListener('abort', () => resolve(), { once: true });
    });
    // Heard below; a connection may break before anybody waits for it.
    ended.catch(() => undefined);
    client.on('notification', ({ payload = '' }) => onMessage(payload));
    try {
      await client.connect();
      await client.query(`LISTEN ${client.escapeIdentifier(channel)}`);
      onListening();
      await ended;
    } finally {
      await client.end().catch(() => undefined);
    }
  }
}
