import { setTimeout as sleep } from 'node:timers/promises';

/** A complaint that changed: a reference to what the subscriber then reads. */
export interface ChangedComplaint {
  readonly complaint: { readonly id: string; readonly number: string };
  readonly version: number;
}

/** What changed since the last such letter. */
export interface Changes {
  readonly complaints: readonly ChangedComplaint[];
  /** More changed than is named, or something may have been missed: all that is shown is to be read anew. */
  readonly more: boolean;
}

/** Complaints named in one letter. */
const MOST_NAMED = 100;
/** The shortest time between two letters: what comes faster goes together. */
const APART_MS = 200;

/**
 * What waits for one subscriber. It never grows beyond a letter: what is slower than the changes gets the latest of
 * each complaint, and of too many that there were more.
 */
export class Mailbox implements AsyncIterableIterator<Changes> {
  readonly #waiting = new Map<string, ChangedComplaint>();
  readonly #onClose: () => void;
  /** The first letter says that it begins: what was read before may be old already. */
  #more = true;
  #closed = false;
  #lastAt = 0;
  #wake: () => void = () => undefined;

  constructor(onClose: () => void) {
    this.#onClose = onClose;
  }

  put(changed: readonly ChangedComplaint[]): void {
    for (const change of changed) {
      this.#waiting.delete(change.complaint.id);
      this.#waiting.set(change.complaint.id, change);
    }
    if (this.#waiting.size > MOST_NAMED) this.putMore();
    else if (changed.length > 0) this.#wake();
  }

  putMore(): void {
    this.#waiting.clear();
    this.#more = true;
    this.#wake();
  }

  close(): void {
    if (this.#closed) return;
    this.#closed = true;
    this.#wake();
    this.#onClose();
  }

  async next(): Promise<IteratorResult<Changes>> {
    await sleep(Math.max(0, this.#lastAt + APART_MS - Date.now()), undefined, { ref: false });
    while (!this.#closed && this.#waiting.size === 0 && !this.#more) {
      await new Promise<void>((resolve) => {
        this.#wake = resolve;
      });
    }
    if (this.#closed) return { done: true, value: undefined };
    const value: Changes = { complaints: [...this.#waiting.values()], more: this.#more };
    this.#waiting.clear();
    this.#more = false;
    this.#lastAt = Date.now();
    return { done: false, value };
  }

  async return(): Promise<IteratorResult<Changes>> {
    this.close();
    return { done: true, value: undefined };
  }

  [Symbol.asyncIterator](): this {
    return this;
  }
}
