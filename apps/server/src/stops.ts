import { setTimeout as sleep } from 'node:timers/promises';

/** How long a part may take to stop before the others are stopped without it. */
const PATIENCE_MS = 15_000;

type Stop = () => Promise<void> | void;

/** What has been started, to be stopped in the opposite order. */
export class Stops {
  readonly #stops: { readonly what: string; readonly stop: Stop; readonly patienceMs: number }[] = [];

  add(what: string, stop: Stop, { patienceMs = PATIENCE_MS } = {}): void {
    this.#stops.push({ what, stop, patienceMs });
  }

  /** Stops everything; a part that fails or takes too long is told, and keeps none of the others from it. */
  async stopAll(onError: (text: string) => void): Promise<void> {
    for (let last = this.#stops.pop(); last; last = this.#stops.pop()) {
      const { what, stop, patienceMs } = last;
      try {
        const stopped = Promise.resolve(stop()).then(() => true);
        const late = sleep(patienceMs, false, { ref: false });
        if (!(await Promise.race([stopped, late])))
          onError(`${what}: not stopped after ${patienceMs / 1000} s`);
      } catch (error) {
        onError(`${what}: ${(error as Error).stack ?? error}`);
      }
    }
  }
}
