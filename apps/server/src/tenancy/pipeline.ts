import type { ClientBase, Connection, QueryResultRow, Submittable } from 'pg';
import pg from 'pg';

/** One statement, prepared under its name; the same name always carries the same text. */
export interface Statement {
  /** Unique to the text; absent for texts too varied to prepare, which are then planned every time. */
  readonly name?: string;
  readonly text: string;
  readonly values: readonly unknown[];
}

/** The members of pg's connection that the extended query protocol needs; its types leave them out. */
interface WireConnection {
  readonly stream: { cork?(): void; uncork?(): void };
  readonly parsedStatements: Record<string, string | undefined>;
  parse(message: { text: string; name: string }): void;
  bind(message: {
    portal: string;
    statement: string;
    values: readonly unknown[];
    valueMapper: (value: unknown) => unknown;
  }): void;
  describe(message: { type: 'P'; name: string }): void;
  close(message: { type: 'S'; name: string }): void;
  execute(message: { portal: string; rows: number }): void;
  sync(): void;
}

interface FieldDescription {
  readonly name: string;
  readonly dataTypeID: number;
}

/** A value as the wire takes it, in text form. */
function wireValue(value: unknown): unknown {
  if (value === null || value === undefined) return null;
  if (Buffer.isBuffer(value)) return value;
  if (value instanceof Date) return value.toISOString();
  if (Array.isArray(value)) return `{${value.map(arrayElement).join(',')}}`;
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

function arrayElement(value: unknown): string {
  if (value === null || value === undefined) return 'NULL';
  return `"${String(value).replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`;
}

/** Statements that the server may or may not have kept when their batch failed: closed before they are parsed again. */
const doubtful = new WeakMap<Connection, Set<string>>();

/** What a statement gave. */
export interface Result {
  readonly rows: QueryResultRow[];
  /** The server's word for what it did: `SELECT 3`, `INSERT 0 1`, `COMMIT`. */
  readonly command: string;
}

type Settle = (error: Error | undefined, results: Result[]) => void;

/**
 * Several statements in a single round trip: Bind and Execute of each, and one Sync. Outside a transaction all of it is
 * one implicit transaction, so that a setting which is local ends with it. An error in any statement ends them all, and
 * leaves the connection ready for the next.
 */
export class Pipeline implements Submittable {
  readonly #statements: readonly Statement[];
  readonly #results: Result[] = [];
  readonly #sent: string[] = [];
  #rows: QueryResultRow[] = [];
  #parsers: ((raw: string) => unknown)[] = [];
  #names: string[] = [];
  #failure: Error | undefined;
  readonly #settle: Settle;
  /** pg asks its queries for these: `name` must stay empty, for statements are remembered here. */
  readonly name = '';
  readonly text = '';
  callback: (() => void) | undefined;

  private constructor(statements: readonly Statement[], settle: Settle) {
    this.#statements = statements;
    this.#settle = settle;
  }

  /** Runs statements on a connection; their results in order. @throws the first error of any of them. */
  static run(client: Pick<ClientBase, 'query'>, statements: readonly Statement[]): Promise<Result[]> {
    return new Promise((resolve, reject) => {
      client.query(new Pipeline(statements, (error, results) => (error ? reject(error) : resolve(results))));
    });
  }

  submit(connection: Connection): void {
    const wire = connection as unknown as WireConnection;
    wire.stream.cork?.();
    try {
      for (const { name = '', text, values } of this.#statements) {
        if (name === '' || wire.parsedStatements[name] !== text) {
          if (doubtful.get(connection)?.delete(name)) wire.close({ type: 'S', name });
          wire.parse({ text, name });
          if (name !== '') {
            // Counted as parsed at once, for the same batch may use it twice; taken back on failure.
            wire.parsedStatements[name] = text;
            this.#sent.push(name);
          }
        }
        wire.bind({ portal: '', statement: name, values, valueMapper: wireValue });
        wire.describe({ type: 'P', name: '' });
        wire.execute({ portal: '', rows: 0 });
      }
      wire.sync();
    } finally {
      wire.stream.uncork?.();
    }
  }

  handleRowDescription(message: { fields: FieldDescription[] }): void {
    this.#names = message.fields.map(({ name }) => name);
    this.#parsers = message.fields.map(({ dataTypeID }) => pg.types.getTypeParser(dataTypeID, 'text'));
  }

  handleDataRow(message: { fields: (string | null)[] }): void {
    const row: QueryResultRow = {};
    for (let index = 0; index < this.#names.length; index += 1) {
      const raw = message.fields[index] ?? null;
      row[this.#names[index] as string] = raw === null ? null : this.#parsers[index]?.(raw);
    }
    this.#rows.push(row);
  }

  handleCommandComplete(message: { text: string }): void {
    this.#results.push({ rows: this.#rows, command: message.text });
    this.#rows = [];
  }

  handleEmptyQuery(): void {
    this.handleCommandComplete({ text: '' });
  }

  handlePortalSuspended(): void {}

  handleError(error: Error, connection: Connection): void {
    const { parsedStatements } = connection as unknown as WireConnection;
    const unsure = doubtful.get(connection) ?? new Set();
    doubtful.set(connection, unsure);
    for (const name of this.#sent) {
      delete parsedStatements[name];
      unsure.add(name);
    }
    if (this.#failure) return;
    this.#failure = error;
    this.#settle(error, []);
  }

  handleReadyForQuery(): void {
    if (!this.#failure) this.#settle(undefined, this.#results);
  }
}
