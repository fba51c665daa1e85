import { setTimeout as sleep } from 'node:timers/promises';
import type { SystemActor } from '@huiyin/domain';
import type { Casework } from '../casework/casework.ts';
import type { Database } from '../tenancy/database.ts';
import { deliver, foldRollup, forgetOldCalls, type OutboxSubscriber } from './relay.ts';

/** How often time itself is looked at: clocks, promises, idle cases, and what waits in the outbox. */
const EVERY_MS = 15_000;
/** Messages that come within so short a time are handed on together. */
const GATHER_MS = 30;
/** Complaints looked at in one go, so that one organisation does not keep the others waiting. */
const MOST_TICKED = 200;

export interface BackgroundOptions {
  readonly database: Database;
  readonly casework: Casework;
  readonly subscribers: readonly OutboxSubscriber[];
  /** What else time brings about in an organisation. */
  readonly alsoLook: readonly ((actor: SystemActor) => Promise<void>)[];
  readonly onError: (error: unknown) => void;
}

/** What goes on without anybody asking: the timer, and what follows after commits. */
export class Background {
  readonly #options: BackgroundOptions;
  #timer: NodeJS.Timeout | undefined;
  #running: Promise<void> | undefined;
  /** Organisations whose messages are to be handed on, and the work of doing so. */
  readonly #waiting = new Set<string>();
  #handing: Promise<void> | undefined;
  #stopped = false;

  constructor(options: BackgroundOptions) {
    this.#options = options;
  }

  start(): void {
    this.#options.database.whenMessagesWait((tenantId) => this.#handOnSoon(tenantId));
    const again = (): void => {
      if (this.#stopped) return;
      this.#running = this.runOnce()
        .catch(this.#options.onError)
        .finally(() => {
          if (!this.#stopped) this.#timer = setTimeout(again, EVERY_MS);
        });
    };
    again();
  }

  /** Waits for what is under way; nothing new begins. */
  async stop(): Promise<void> {
    this.#stopped = true;
    clearTimeout(this.#timer);
    await Promise.all([this.#running, this.#handing]);
  }

  /** What this server has just written is told at once; the timer finds what a server left that ended in between. */
  #handOnSoon(tenantId: string): void {
    this.#waiting.add(tenantId);
    if (this.#stopped || this.#handing) return;
    this.#handing = this.#handOn().finally(() => {
      this.#handing = undefined;
    });
  }

  async #handOn(): Promise<void> {
    const { database, subscribers, onError } = this.#options;
    while (this.#waiting.size > 0 && !this.#stopped) {
      await sleep(GATHER_MS);
      const tenants = [...this.#waiting];
      this.#waiting.clear();
      for (const tenantId of tenants) {
        const actor: SystemActor = { kind: 'system', tenantId, task: '定时 / timer' };
        await deliver(database, actor, subscribers).catch(onError);
      }
    }
  }

  /** One look at every organisation. */
  async runOnce(): Promise<void> {
    const { database, onError } = this.#options;
    const tenants = await database.asPlatform((query) =>
      query<{ tenant_id: string }>({ text: 'select tenant_id from tenant_directory', values: [] }),
    );
    for (const { tenant_id: tenantId } of tenants) {
      const actor: SystemActor = { kind: 'system', tenantId, task: '定时 / timer' };
      for (const look of this.#looksAt(actor)) {
        if (this.#stopped) return;
        // One organisation's trouble is not the others', and what is in trouble keeps nothing else from being done.
        await look().catch(onError);
      }
    }
  }

  /** What is looked at in an organisation, one after the other. */
  #looksAt(actor: SystemActor): readonly (() => Promise<void>)[] {
    const { database, subscribers, alsoLook } = this.#options;
    return [
      () => this.#tickDue(actor),
      ...alsoLook.map((look) => () => look(actor)),
      () => forgetOldCalls(database, actor),
      async () => {
        while ((await foldRollup(database, actor)) > 0 && !this.#stopped);
      },
      async () => {
        while ((await deliver(database, actor, subscribers)) > 0 && !this.#stopped);
      },
    ];
  }

  async #tickDue(actor: SystemActor): Promise<void> {
    const { database, casework } = this.#options;
    const due = await database.readInTenant<{ id: string }>(actor, {
      name: 'background.due',
      text: `select id from complaint where tick_at <= now() order by tick_at limit ${MOST_TICKED}`,
      values: [],
    });
    for (const { id } of due) await casework.execute(actor, { complaintId: id, command: { type: 'TICK' } });
  }
}
