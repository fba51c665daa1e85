import type { Connection, QueryResultRow, Submittable } from 'pg';
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

const SET_TENANT = { name: 'tenancy.set', text: "select set_config('app.tenant_id', $1, true)" };

/**
 * Reads of one tenant in a single round trip: Bind and Execute of the tenant's setting, then of every statement, and
 * one Sync. All of it is one implicit transaction, so the setting, which is local, ends with it; an error in any
 * statement ends the transaction and leaves the connection ready for the next.
 */
export class PipelinedRead implements Submittable {
  readonly #statements: readonly Statement[];
  readonly #results: QueryResultRow[][] = [];
  readonly #sent: string[] = [];
  #current = -1;
  #parsers: ((raw: string) => unknown)[] = [];
  #names: string[] = [];
  #failure: Error | undefined;
  readonly #settle: (error: Error | undefined, results: QueryResultRow[][]) => void;
  /** pg asks its queries for these: `name` must stay empty, for statements are remembered here. */
  readonly name = '';
  readonly text = '';
  callback: (() => void) | undefined;

  constructor(options: {
    readonly tenantId: string;
    readonly statements: readonly Statement[];
    readonly settle: (error: Error | undefined, results: QueryResultRow[][]) => void;
  }) {
    this.#statements = [{ ...SET_TENANT, values: [options.tenantId] }, ...options.statements];
    this.#settle = options.settle;
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
    this.#current += 1;
    this.#results[this.#current] = [];
    this.#names = message.fields.map(({ name }) => name);
    this.#parsers = message.fields.map(({ dataTypeID }) => pg.types.getTypeParser(dataTypeID, 'text'));
  }

  handleDataRow(message: { fields: (string | null)[] }): void {
    const row: QueryResultRow = {};
    for (let index = 0; index < this.#names.length; index += 1) {
      const raw = message.fields[index] ?? null;
      row[this.#names[index] as string] = raw === null ? null : this.#parsers[index]?.(raw);
    }
    this.#results[this.#current]?.push(row);
  }

  handleCommandComplete(): void {}

  handleEmptyQuery(): void {}

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
    if (!this.#failure) this.#settle(undefined, this.#results.slice(1));
  }
}
