import type { PoolClient, QueryResultRow } from 'pg';
import { Pipeline, type Result, type Statement } from './pipeline.ts';

/** A statement that waits for the next message, and whoever waits for its rows. */
interface Waiting {
  readonly statement: Statement;
  readonly resolve?: (result: Result) => void;
  readonly reject?: (error: unknown) => void;
}

const BEGIN: Statement = { name: 'transaction.begin', text: 'BEGIN', values: [] };
const COMMIT: Statement = { name: 'transaction.commit', text: 'COMMIT', values: [] };

/**
 * A transaction inside one organisation: everything done through it sees and writes that organisation's rows alone. It
 * is used only until the work it was opened for ends.
 *
 * Round trips are what a write costs most, and what its locks are held for, so statements travel together: BEGIN with
 * the first, COMMIT with the last, and those that are asked for at the same moment in one message, in their order.
 */
export class TenantTransaction {
  readonly tenantId: string;
  readonly #client: PoolClient;
  #waiting: Waiting[];
  #begun = false;
  #open = true;
  #leavesMessages = false;

  /** @param options.tenantId a checked UUID: it stands in the text of a statement */
  constructor(options: { readonly tenantId: string; readonly client: PoolClient }) {
    this.tenantId = options.tenantId;
    this.#client = options.client;
    // SET LOCAL rather than set_config(): a distributed engine passes it on to its workers.
    const setTenant = { text: `SET LOCAL app.tenant_id = '${options.tenantId}'`, values: [] };
    this.#waiting = [{ statement: BEGIN }, { statement: setTenant }];
  }

  /** Runs one statement and gives its rows. @throws the database's own error; the transaction is lost then. */
  async query<Row extends QueryResultRow = QueryResultRow>(statement: Statement): Promise<Row[]> {
    const { rows } = await this.#ask(statement);
    return rows as Row[];
  }

  /**
   * A statement whose rows nobody needs: it goes with whatever comes next, the end of the transaction at the latest. Its
   * error is that of what it went with.
   */
  later(statement: Statement): void {
    this.#mustBeOpen();
    this.#waiting.push({ statement });
  }

  /** Something waits in the outbox once this is committed; whoever hands it on is told then. */
  leaveMessages(): void {
    this.#leavesMessages = true;
  }

  /** For the door alone: whether something waits in the outbox because of this. */
  get leavesMessages(): boolean {
    return this.#leavesMessages;
  }

  /** For the door alone: ends the work and keeps what it did. @throws when something of it had failed. */
  async commit(): Promise<void> {
    const committed = this.#ask(COMMIT);
    this.#open = false;
    const { command } = await committed;
    // A statement that failed and was swallowed has ended the transaction: the server answers ROLLBACK.
    if (command !== 'COMMIT') throw new Error('The transaction had failed before it was committed.');
  }

  /** For the door alone: ends the work and undoes what it did. @throws when the connection is gone. */
  async rollBack(): Promise<void> {
    this.#open = false;
    this.#waiting = [];
    if (this.#begun) await this.#client.query('ROLLBACK');
  }

  #ask(statement: Statement): Promise<Result> {
    this.#mustBeOpen();
    return new Promise((resolve, reject) => {
      this.#waiting.push({ statement, resolve, reject });
      // After everything that is asked for at this moment.
      queueMicrotask(() => this.#send());
    });
  }

  #send(): void {
    const batch = this.#waiting;
    if (batch.length === 0) return;
    this.#waiting = [];
    this.#begun = true;
    Pipeline.run(
      this.#client,
      batch.map(({ statement }) => statement),
    ).then(
      (results) => {
        for (const [index, { resolve }] of batch.entries()) resolve?.(results[index] as Result);
      },
      (error: unknown) => {
        for (const { reject } of batch) reject?.(error);
      },
    );
  }

  #mustBeOpen(): void {
    if (!this.#open) throw new Error('This transaction is over: a statement was not awaited.');
  }
}
