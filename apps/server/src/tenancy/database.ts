import { AsyncLocalStorage } from 'node:async_hooks';
import type { OversightActor, TenantActor } from '@huiyin/domain';
import pg, { type Pool, type PoolClient, type QueryResultRow } from 'pg';
import { DataSource } from 'typeorm';
import { Pipeline, type Statement } from './pipeline.ts';
import { TenantTransaction } from './tenant-transaction.ts';

export type { Statement } from './pipeline.ts';

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** Faults of the moment, after which the same transaction may well succeed: serialization failure, deadlock. */
const WORTH_ANOTHER_TRY = new Set(['40001', '40P01']);
const TRIES = 4;

export interface DatabaseOptions {
  /** Connection string of the runtime role, which owns nothing and bypasses nothing. */
  readonly url: string;
  /** Connection string of the role that reads across organisations; absent: nobody does here. */
  readonly oversightUrl?: string;
  readonly poolSize?: number;
  /** Longest time to wait for a free connection. */
  readonly connectionTimeoutMs?: number;
  /** Longest time that the database works on one statement. */
  readonly statementTimeoutMs?: number;
}

/** What both doors need of an actor: in which organisation. */
type InTenant = Pick<TenantActor, 'tenantId'>;

/** Few look across organisations at a time, and what they ask is large. */
const OVERSIGHT_POOL_SIZE = 4;

const SET_OVERSEER = { name: 'tenancy.set-overseer', text: "select set_config('app.overseer', $1, true)" };
const SET_TENANT = { name: 'tenancy.set', text: "select set_config('app.tenant_id', $1, true)" };

/**
 * The only door to the database. Work is done either inside one organisation, where row-level security shows that
 * organisation's rows alone, or (named for what it is) on the platform's own tables, which hold nothing of a tenant.
 * Across organisations there is reading alone, by another role, of what the database itself finds granted.
 */
export class Database {
  readonly #source: DataSource;
  readonly #oversight: Pool | undefined;
  readonly #inside = new AsyncLocalStorage<true>();
  #onMessages: (tenantId: string) => void = () => undefined;

  private constructor(source: DataSource, oversight: Pool | undefined) {
    this.#source = source;
    this.#oversight = oversight;
  }

  /** Opens the pool. @throws when the database cannot be reached. */
  static async open(options: DatabaseOptions): Promise<Database> {
    const { url, oversightUrl, poolSize = 16 } = options;
    const { connectionTimeoutMs = 10_000, statementTimeoutMs = 30_000 } = options;
    const limits = {
      connectionTimeoutMillis: connectionTimeoutMs,
      statement_timeout: statementTimeoutMs,
      idle_in_transaction_session_timeout: 60_000,
      application_name: 'huiyin',
    };
    const source = new DataSource({
      type: 'postgres',
      url,
      synchronize: false,
      logging: false,
      extra: { max: poolSize, ...limits },
    });
    await source.initialize();
    const oversight =
      oversightUrl === undefined
        ? undefined
        : new pg.Pool({
            ...{ connectionString: oversightUrl, max: OVERSIGHT_POOL_SIZE, ...limits },
            // It may write nothing anyway; and all statements of one look see one moment.
            options: '-c default_transaction_read_only=on -c default_transaction_isolation=repeatable\\ read',
          });
    // A connection that breaks while idle is replaced at the next use.
    oversight?.on('error', () => undefined);
    return new Database(source, oversight);
  }

  get #pool(): Pool {
    // TypeORM keeps pg's pool here and gives no other way to it.
    return (this.#source.driver as unknown as { master: Pool }).master;
  }

  /**
   * Reads inside one organisation: one prepared statement, one round trip.
   * @throws the database's own error.
   */
  async readInTenant<Row extends QueryResultRow = QueryResultRow>(
    actor: InTenant,
    statement: Statement,
  ): Promise<Row[]> {
    const [rows] = await this.readAllInTenant(actor, [statement]);
    return rows as Row[];
  }

  /** Several reads of one organisation in one round trip and one snapshot; results in the order of the statements. */
  async readAllInTenant(actor: InTenant, statements: readonly Statement[]): Promise<QueryResultRow[][]> {
    const setTenant = { ...SET_TENANT, values: [checkedTenant(actor)] };
    const results = await this.#withClient((client) => Pipeline.run(client, [setTenant, ...statements]));
    return results.slice(1).map(({ rows }) => rows);
  }

  /**
   * Reads across organisations in one snapshot: of those that the person has a grant in force for, which the database
   * finds out itself, the figures and nothing else; read only, by a role of its own.
   * @throws the database's own error
   */
  async readAcross(
    { userId }: Pick<OversightActor, 'userId'>,
    statements: readonly Statement[],
  ): Promise<QueryResultRow[][]> {
    if (!this.#oversight) throw new Error('The database was not opened for oversight.');
    const setOverseer = { ...SET_OVERSEER, values: [userId] };
    const results = await this.#withClient(
      (client) => Pipeline.run(client, [setOverseer, ...statements]),
      this.#oversight,
    );
    return results.slice(1).map(({ rows }) => rows);
  }

  /** Runs one statement inside each of several organisations, in one round trip: in all of them, or in none. */
  async inEachTenant(
    tenantIds: readonly string[],
    statementIn: (tenantId: string) => Statement,
  ): Promise<void> {
    const statements = tenantIds.flatMap((tenantId) => [
      { ...SET_TENANT, values: [checkedTenant({ tenantId })] },
      statementIn(tenantId),
    ]);
    if (statements.length > 0) await this.#withClient((client) => Pipeline.run(client, statements));
  }

  /** Lends a connection. One that breaks is thrown away; its end is reported by the statement it was lent for. */
  async #withClient<Result>(
    work: (client: PoolClient) => Promise<Result>,
    pool = this.#pool,
  ): Promise<Result> {
    const client = await pool.connect();
    let broken: Error | undefined;
    const onError = (error: Error): void => {
      broken = error;
    };
    client.on('error', onError);
    try {
      return await work(client);
    } catch (error) {
      if (leavesConnectionUnsure(error)) broken ??= error as Error;
      throw error;
    } finally {
      client.release(broken);
      // A broken one may still say so after it was given back.
      if (!broken) client.off('error', onError);
    }
  }

  /**
   * Writes inside one organisation: all of `work` or nothing. Run again, from the start, after a serialization failure
   * or deadlock, so `work` changes nothing but the database.
   * @throws what `work` throws, with nothing written.
   */
  async inTenant<Result>(actor: InTenant, work: (tx: TenantTransaction) => Promise<Result>): Promise<Result> {
    if (this.#inside.getStore()) throw new Error('A transaction is open already: pass it on instead.');
    const tenantId = checkedTenant(actor);
    for (let attempt = 1; ; attempt += 1) {
      try {
        const { result, leavesMessages } = await this.#inside.run(true, () => this.#once(tenantId, work));
        if (leavesMessages) this.#onMessages(tenantId);
        return result;
      } catch (error) {
        if (attempt >= TRIES || !WORTH_ANOTHER_TRY.has((error as { code?: string }).code ?? '')) throw error;
        await new Promise((resume) => setTimeout(resume, 5 * attempt + Math.random() * 10));
      }
    }
  }

  async #once<Result>(
    tenantId: string,
    work: (tx: TenantTransaction) => Promise<Result>,
  ): Promise<{ readonly result: Result; readonly leavesMessages: boolean }> {
    const settled = await this.#withClient(async (client) => {
      const tx = new TenantTransaction({ tenantId, client });
      try {
        const result = await work(tx);
        await tx.commit();
        return { result, leavesMessages: tx.leavesMessages };
      } catch (error) {
        // What the work throws says nothing about the connection; that it cannot roll back does.
        await tx.rollBack();
        return { error };
      }
    });
    if ('error' in settled) throw settled.error;
    return settled;
  }

  /** Calls `tell` after each commit that left messages in an organisation's outbox. */
  whenMessagesWait(tell: (tenantId: string) => void): void {
    this.#onMessages = tell;
  }

  /** Works on the platform's own tables, which belong to no organisation; tenant tables show nothing here. */
  async asPlatform<Result>(work: (query: PlatformQuery) => Promise<Result>): Promise<Result> {
    return this.#withClient((client) =>
      work(async (statement) => {
        const { name, text, values } = statement;
        return (await client.query({ ...(name ? { name } : {}), text, values: [...values] })).rows;
      }),
    );
  }

  /** Whether the database answers. */
  async isReachable(): Promise<boolean> {
    try {
      await this.asPlatform((query) => query({ text: 'select 1', values: [] }));
      return true;
    } catch {
      return false;
    }
  }

  async close(): Promise<void> {
    await this.#oversight?.end();
    await this.#source.destroy();
  }
}

export type PlatformQuery = <Row extends QueryResultRow = QueryResultRow>(
  statement: Statement,
) => Promise<Row[]>;

/** Errors without an SQLSTATE are the connection's own; classes 08 and 57P end it. */
function leavesConnectionUnsure(error: unknown): boolean {
  const { code = '' } = error as { code?: string };
  return !/^[0-9A-Z]{5}$/.test(code) || code.startsWith('08') || code.startsWith('57P');
}

function checkedTenant({ tenantId }: InTenant): string {
  // It stands in the text of SET LOCAL: nothing but a UUID may.
  if (!UUID.test(tenantId)) throw new Error('That is no organisation.');
  return tenantId;
}
