import type { ImportTarget, SystemActor } from '@huiyin/domain';
import type { Casework } from '../../casework/casework.ts';
import type { FileStore } from '../../files/file-store.ts';
import { foldRollup } from '../../outbox/relay.ts';
import { type OpenSheet, openSheet, type SheetRow } from '../../sheets/open-sheet.ts';
import { SheetError } from '../../sheets/sheet-error.ts';
import type { Database } from '../../tenancy/database.ts';
import {
  changeImport,
  findImport,
  type ImportPhase,
  type ImportRow,
  lockImport,
  rememberReading,
} from './import.repository.ts';
import { forgetRows, type RowOutcome, recordRows } from './import-row.repository.ts';
import { dateOrdersIn, fingerprintOf, knownLabels, tableReader, targetsOf } from './table-reader.ts';
import { type Pass, takeRows } from './take-rows.ts';

/** Rows of one transaction: few enough that others wait for a number no longer than a moment. */
const ROWS_AT_ONCE: Readonly<Record<ImportPhase, number>> = { RUN: 100, CHECK: 500 };

/** The import was ended by the process itself; the next one goes on where it stood. */
export class ImportInterrupted extends Error {
  override readonly name = 'ImportInterrupted';
}

/** Checks files and takes in their rows, chunk by chunk, each chunk with the record of its rows in one transaction. */
export class ImportWorker {
  readonly #database: Database;
  readonly #casework: Casework;
  readonly #files: FileStore;
  #stopping = false;

  constructor(options: {
    readonly database: Database;
    readonly casework: Casework;
    readonly files: FileStore;
  }) {
    this.#database = options.database;
    this.#casework = options.casework;
    this.#files = options.files;
  }

  /** Ends what is under way after its present chunk. */
  stop(): void {
    this.#stopping = true;
  }

  /**
   * Carries an import on from wherever it stands, to its end. Safe to call again at any time, in any process.
   * @throws ImportInterrupted when the process stops meanwhile
   */
  async work({
    tenantId,
    importId,
  }: {
    readonly tenantId: string;
    readonly importId: string;
  }): Promise<void> {
    const row = await findImport(this.#database, { tenantId }, importId);
    if (row?.status !== 'CHECKING' && row?.status !== 'RUNNING') return;
    const { started_by: starter } = row;
    const onBehalfOf = starter.kind === 'staff' || starter.kind === 'apiClient' ? starter : undefined;
    const actor: SystemActor = {
      kind: 'system',
      tenantId,
      task: '导入 / import',
      ...(onBehalfOf ? { onBehalfOf } : {}),
    };
    try {
      await this.#goThrough(row, actor);
    } catch (error) {
      if (!(error instanceof SheetError)) throw error;
      await this.#database.inTenant(actor, (tx) =>
        changeImport(tx, row.id, { status: 'FAILED', error: error.text, finishedAt: new Date() }),
      );
    }
  }

  async #goThrough(row: ImportRow, actor: SystemActor): Promise<void> {
    const office = await this.#casework.offices.of(actor);
    const targets = targetsOf(row.kind, office.sector);
    const sheet = await this.#open(row, targets);
    try {
      const reader = await tableReader(sheet, {
        layout: row.layout,
        reading: { mapping: row.mapping, dateOrders: row.date_orders, choices: row.choices },
        targets,
      });
      const phase: ImportPhase = row.status === 'CHECKING' ? 'CHECK' : 'RUN';
      const pass = { row, phase, actor, office, reader, casework: this.#casework };
      // A dry run that was interrupted begins anew: what it had found is in memory alone.
      let from = phase === 'CHECK' ? await this.#beginCheck(pass) : row.done_line;
      for await (const chunk of chunks(sheet.rows({ fromLine: from + 1 }), ROWS_AT_ONCE[phase])) {
        if (this.#stopping) throw new ImportInterrupted('The server is stopping.');
        const next = await this.#chunk(pass, chunk, from);
        if (next === undefined) return;
        from = next;
      }
      await this.#finish(pass);
    } finally {
      await sheet.close();
    }
  }

  async #open(row: ImportRow, targets: readonly ImportTarget[]): Promise<OpenSheet> {
    const { encoding, sheetName, headerLines, format } = row.layout;
    const stream = await this.#files.open(row.started_by, row.sha256);
    return openSheet(
      { stream, name: row.name },
      {
        ...(encoding ? { encoding } : {}),
        ...(format === 'csv' ? {} : { sheet: sheetName }),
        headerLine: headerLines[0] ?? 0,
        knownLabels: knownLabels(targets),
      },
    );
  }

  #beginCheck({ row, actor }: Pass): Promise<number> {
    return this.#database.inTenant(actor, async (tx) => {
      await forgetRows(tx, row.id, 'CHECK');
      await changeImport(tx, row.id, { doneLine: 0, rowsRead: 0, accepted: 0, refused: 0, passedOver: 0 });
      return 0;
    });
  }

  /** Takes in a chunk; gives the line it ends with, or nothing when another process has gone on with the import. */
  #chunk(pass: Pass, rows: readonly SheetRow[], from: number): Promise<number | undefined> {
    const { row, phase, actor } = pass;
    const last = rows.at(-1)?.line ?? from;
    return this.#database.inTenant(actor, async (tx) => {
      const current = await lockImport(tx, row.id);
      if (current?.status !== row.status || current.done_line !== from) return undefined;
      const outcomes = await takeRows(tx, pass, rows);
      const count = (outcome: RowOutcome['outcome']) =>
        outcomes.filter((each) => each.outcome === outcome).length;
      await recordRows(tx, { importId: row.id, phase, rows: outcomes });
      await changeImport(tx, row.id, {
        doneLine: last,
        rowsRead: current.rows_read + count('ACCEPTED') + count('REFUSED'),
        accepted: current.accepted + count('ACCEPTED'),
        refused: current.refused + count('REFUSED'),
        passedOver: current.passed_over + count('PASSED_OVER'),
      });
      return last;
    });
  }

  async #finish({ row, phase, actor, reader }: Pass): Promise<void> {
    const at = new Date();
    await this.#database.inTenant(actor, async (tx) => {
      const current = await lockImport(tx, row.id);
      if (current?.status !== row.status) return;
      const status = phase === 'CHECK' ? 'CHECKED' : 'COMPLETED';
      await changeImport(tx, row.id, { status, finishedAt: phase === 'RUN' ? at : null });
      await rememberReading(tx, {
        kind: row.kind,
        fingerprint: fingerprintOf(row.layout.columns),
        reading: {
          mapping: row.mapping,
          dateOrders: { ...row.date_orders, ...dateOrdersIn(reader) },
          choices: row.choices,
        },
        at: at.toISOString(),
      });
    });
    // Reports would otherwise add up thousands of differences until somebody gets round to them.
    while (phase === 'RUN' && (await foldRollup(this.#database, actor)) > 0);
  }
}

/** Text of one chunk: rows of whole stories come fewer at a time. Characters. */
const TEXT_AT_ONCE = 2_000_000;

async function* chunks(rows: AsyncIterable<SheetRow>, size: number): AsyncGenerator<SheetRow[]> {
  let chunk: SheetRow[] = [];
  let data = 0;
  let text = 0;
  for await (const row of rows) {
    chunk.push(row);
    if (row.kind === 'data') data += 1;
    for (const cell of row.raw) text += cell.length;
    if (data >= size || text >= TEXT_AT_ONCE) {
      yield chunk;
      chunk = [];
      data = 0;
      text = 0;
    }
  }
  if (chunk.length > 0) yield chunk;
}
