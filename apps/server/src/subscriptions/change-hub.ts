import { canInOffice, canRead, type TenantActor } from '@huiyin/domain';
import type { Offices } from '../casework/office.ts';
import { toGlobalId } from '../graphql/global-id.ts';
import type { Database } from '../tenancy/database.ts';
import { type ChangedRow, readChanged } from './changes.repository.ts';
import { Mailbox } from './mailbox.ts';
import { readMessage } from './message.ts';

/** Complaints of an organisation that wait to be looked at; of more it is said that there are many. */
const MOST_WAITING = 500;

/** Somebody who wants to know what changes. */
export interface Watch {
  readonly tenantId: string;
  /** The one complaint that they want to know of; absent: all that they may see. */
  readonly complaintId?: string;
  /** Who they are now: asked anew for every change. `undefined`: nobody any more. */
  readonly who: () => Promise<TenantActor | undefined>;
}

interface Watcher extends Watch {
  readonly mailbox: Mailbox;
}

interface Waiting {
  readonly ids: Set<string>;
  many: boolean;
}

/**
 * Who wants to know what changes, in this process. What changed is heard from all servers on the database; whether
 * somebody may know of it is judged here, for each of them and each time, by the rules that reading goes by.
 */
export class ChangeHub {
  readonly #database: Database;
  readonly #offices: Offices;
  readonly #watchers = new Map<string, Set<Watcher>>();
  readonly #waiting = new Map<string, Waiting>();
  readonly #busy = new Set<string>();

  constructor(options: { readonly database: Database; readonly offices: Offices }) {
    this.#database = options.database;
    this.#offices = options.offices;
  }

  /** Letters of what changes, from now on and until the mailbox is closed. */
  watch(watch: Watch): Mailbox {
    const { tenantId } = watch;
    const ours = this.#watchers.get(tenantId) ?? new Set();
    this.#watchers.set(tenantId, ours);
    const mailbox = new Mailbox(() => {
      ours.delete(watcher);
      if (ours.size === 0 && this.#watchers.get(tenantId) === ours) this.#watchers.delete(tenantId);
    });
    const watcher: Watcher = { ...watch, mailbox };
    ours.add(watcher);
    return mailbox;
  }

  /** Takes what a server has said. */
  hear(payload: string): void {
    const { tenantId, complaintIds } = readMessage(payload);
    if (!this.#watchers.has(tenantId)) return;
    const waiting = this.#waiting.get(tenantId) ?? { ids: new Set<string>(), many: false };
    this.#waiting.set(tenantId, waiting);
    for (const id of complaintIds ?? []) waiting.ids.add(id);
    if (complaintIds === null || waiting.ids.size > MOST_WAITING) waiting.many = true;
    void this.#handOut(tenantId);
  }

  /** Something may have been missed: everybody reads anew. */
  missed(): void {
    for (const tenantId of this.#watchers.keys()) {
      this.#waiting.set(tenantId, { ids: new Set(), many: true });
      void this.#handOut(tenantId);
    }
  }

  /** One organisation's changes after another: what comes meanwhile waits and goes together. */
  async #handOut(tenantId: string): Promise<void> {
    if (this.#busy.has(tenantId)) return;
    this.#busy.add(tenantId);
    try {
      for (let waiting = this.#take(tenantId); waiting; waiting = this.#take(tenantId)) {
        const rows = waiting.many ? undefined : await this.#read(tenantId, waiting.ids);
        const watchers = [...(this.#watchers.get(tenantId) ?? [])];
        await Promise.all(watchers.map((watcher) => this.#tell(watcher, rows)));
      }
    } finally {
      this.#busy.delete(tenantId);
    }
  }

  #take(tenantId: string): Waiting | undefined {
    const waiting = this.#waiting.get(tenantId);
    this.#waiting.delete(tenantId);
    return waiting;
  }

  /** `undefined` when they cannot be read now: then that something changed is all that is said. */
  async #read(tenantId: string, ids: ReadonlySet<string>): Promise<readonly ChangedRow[] | undefined> {
    try {
      return await readChanged(this.#database, { tenantId, ids: [...ids] });
    } catch {
      return undefined;
    }
  }

  async #tell(watcher: Watcher, rows: readonly ChangedRow[] | undefined): Promise<void> {
    const { mailbox, complaintId, tenantId, who } = watcher;
    try {
      const actor = await who();
      if (actor?.tenantId !== tenantId || !canInOffice(actor, 'readComplaints')) return mailbox.close();
      if (!rows) return mailbox.putMore();
      const { sector } = await this.#offices.of(actor);
      mailbox.put(
        rows
          .filter(({ id }) => complaintId === undefined || id === complaintId)
          .filter(({ subject }) => canRead({ actor, subject, sector }))
          .map(({ id, number, version }) => ({
            complaint: { id: toGlobalId('Complaint', id), number },
            version,
          })),
      );
    } catch {
      // Who they are cannot be found out now: nothing is said but that they read anew, which asks again.
      mailbox.putMore();
    }
  }
}
