import type { PoolClient, QueryResultRow } from 'pg';
import type { ObjectLiteral, QueryRunner } from 'typeorm';
import type { Statement } from './pipelined-read.ts';

/**
 * A transaction inside one organisation: everything done through it sees and writes that organisation's rows alone.
 * It is used one statement after another, and only until the work it was opened for ends.
 */
export class TenantTransaction {
  readonly tenantId: string;
  readonly #runner: QueryRunner;
  readonly #client: PoolClient;
  readonly #afterCommit: (() => void | Promise<void>)[] = [];
  #open = true;

  constructor(options: {
    readonly tenantId: string;
    readonly runner: QueryRunner;
    readonly client: PoolClient;
  }) {
    this.tenantId = options.tenantId;
    this.#runner = options.runner;
    this.#client = options.client;
  }

  /** Runs one statement and gives its rows. @throws the database's own error; the transaction is lost then. */
  async query<Row extends QueryResultRow = QueryResultRow>(statement: Statement): Promise<Row[]> {
    this.#mustBeOpen();
    const { name, text, values } = statement;
    const result = await this.#client.query<Row>({ ...(name ? { name } : {}), text, values: [...values] });
    return result.rows;
  }

  /** TypeORM's repository of an entity, on this transaction's own connection. */
  repository<Entity extends ObjectLiteral>(entity: new () => Entity) {
    this.#mustBeOpen();
    return this.#runner.manager.getRepository(entity);
  }

  /** Something to be done once the transaction is committed, and only then. */
  afterCommit(work: () => void | Promise<void>): void {
    this.#afterCommit.push(work);
  }

  /** For the door alone: the work is over. */
  close(): readonly (() => void | Promise<void>)[] {
    this.#open = false;
    return this.#afterCommit;
  }

  #mustBeOpen(): void {
    if (!this.#open) throw new Error('This transaction is over: a statement was not awaited.');
  }
}
