import type { ImportTarget, Refusal, SystemActor } from '@huiyin/domain';
import type { Casework } from '../../casework/casework.ts';
import type { Office } from '../../casework/office.ts';
import type { FileStore } from '../../files/file-store.ts';
import { type OpenSheet, openSheet, type SheetRow } from '../../sheets/open-sheet.ts';
import { SheetError } from '../../sheets/sheet-error.ts';
import type { Database } from '../../tenancy/database.ts';
import type { TenantTransaction } from '../../tenancy/tenant-transaction.ts';
import {
  changeImport,
  complaintsOfNumbers,
  findImport,
  forgetRows,
  type ImportPhase,
  type ImportRow,
  lockImport,
  type RowOutcome,
  recordRows,
  rememberMapping,
} from './import.repository.ts';
import { complaintOf, sanctionRowOf } from './row-story.ts';
import { type ReadRow, type RowProblem, readRow, type TableReader } from './row-values.ts';
import { fingerprintOf, headerFinder, knownLabels, tableReader, targetsOf } from './table-reader.ts';

/** Rows of one transaction: few enough that others wait for a number no longer than a moment. */
const ROWS_AT_ONCE: Readonly<Record<ImportPhase, number>> = { RUN: 50, CHECK: 500 };

/** The import was ended by the process itself; the next one goes on where it stood. */
export class ImportInterrupted extends Error {
  override readonly name = 'ImportInterrupted';
}

/** Everything that one look at a file needs. */
interface Pass {
  readonly row: ImportRow;
  readonly phase: ImportPhase;
  readonly actor: SystemActor;
  readonly office: Office;
  readonly reader: TableReader;
  readonly headerOf: (target: string) => string | null;
  /** Numbers of this file seen so far, with their lines. */
  readonly seen: Map<string, number>;
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
    const onBehalfOf = row.started_by.kind === 'system' ? undefined : row.started_by;
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
        mapping: row.mapping,
        dateOrders: row.date_orders,
        targets,
      });
      const phase: ImportPhase = row.status === 'CHECKING' ? 'CHECK' : 'RUN';
      const pass = { row, phase, actor, office, reader, headerOf: headerFinder(reader), seen: new Map() };
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
    const seen = new Map(pass.seen);
    return this.#database.inTenant(actor, async (tx) => {
      const current = await lockImport(tx, row.id);
      if (current?.status !== row.status || current.done_line !== from) return undefined;
      // The transaction may be tried again: what the first try had seen is forgotten.
      pass.seen.clear();
      for (const [number, line] of seen) pass.seen.set(number, line);
      const outcomes = await this.#outcomes(tx, pass, rows);
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

  async #outcomes(tx: TenantTransaction, pass: Pass, rows: readonly SheetRow[]): Promise<RowOutcome[]> {
    const read = rows
      .filter(({ kind }) => kind === 'data')
      .map((sheetRow) => ({ sheetRow, values: readRow(sheetRow.cells, pass.reader) }));
    const numbers = read.flatMap(({ values }) => numberOf(values) ?? []);
    const known = await complaintsOfNumbers(tx, numbers);
    const outcomes: RowOutcome[] = rows
      .filter(({ kind }) => kind === 'total' || kind === 'note' || kind === 'repeatedHeader')
      .map(({ line, raw }) => ({ line, outcome: 'PASSED_OVER', raw }));
    for (const { sheetRow, values } of read) {
      const ownProblems = sheetRow.problems.map(
        ({ code, text }): RowProblem => ({ column: null, value: null, code, text }),
      );
      const taken =
        pass.row.kind === 'SANCTIONS'
          ? await this.#sanction(tx, pass, { values, ownProblems, known })
          : await this.#complaint(tx, pass, { line: sheetRow.line, values, ownProblems, known });
      const number = numberOf(values);
      if (number && pass.row.kind === 'COMPLAINTS')
        pass.seen.set(number, pass.seen.get(number) ?? sheetRow.line);
      outcomes.push(
        'problems' in taken
          ? {
              ...{ line: sheetRow.line, outcome: 'REFUSED', externalNumber: number },
              ...{ problems: taken.problems, cells: sheetRow.cells, raw: sheetRow.raw },
            }
          : {
              line: sheetRow.line,
              outcome: 'ACCEPTED',
              externalNumber: number,
              complaintId: taken.complaintId,
            },
      );
    }
    return outcomes;
  }

  async #complaint(
    tx: TenantTransaction,
    pass: Pass,
    given: GivenRow & { readonly line: number },
  ): Promise<Taken> {
    const { actor, office, row, phase, headerOf, seen } = pass;
    const { line, values, ownProblems, known } = given;
    const now = new Date().toISOString();
    const told = complaintOf(values, { sector: office.sector, now, headerOf });
    const number = numberOf(values);
    const doubled = number === undefined ? undefined : doubledProblem(number, { pass, known, seen });
    const problems = [...ownProblems, ...(doubled ? [doubled] : []), ...(told.ok ? [] : told.problems)];
    if (problems.length > 0 || !told.ok) return { problems };
    const { externalNumber, complainant, register, steps } = told.told;
    const call = {
      command: { ...register, imported: { importId: row.id, line } },
      complainant,
      externalNumber,
      historic: true,
      history: steps,
    };
    if (phase === 'CHECK') {
      const decision = this.#casework.consider({ actor, office, call });
      return decision.ok ? { complaintId: undefined } : refused(decision.refusals, headerOf);
    }
    const outcome = await this.#casework.registerIn(tx, { actor, office, call });
    return outcome.ok ? { complaintId: outcome.complaint.id } : refused(outcome.refusals, headerOf);
  }

  async #sanction(tx: TenantTransaction, pass: Pass, given: GivenRow): Promise<Taken> {
    const { actor, office, phase, headerOf } = pass;
    const { values, ownProblems, known } = given;
    const told = sanctionRowOf(values, headerOf);
    const number = numberOf(values);
    const complaint = number === undefined ? undefined : known.get(number);
    const problems = [...ownProblems, ...(told.ok ? [] : told.problems)];
    if (number !== undefined && !complaint) problems.push(unknownNumber(number, headerOf('externalNumber')));
    if (problems.length > 0 || !told.ok || !complaint) return { problems };
    if (phase === 'CHECK') return { complaintId: complaint.id };
    const { command, at = complaint.at } = told.told;
    const call = { complaintId: complaint.id, command, at, historic: true };
    const outcome = await this.#casework.executeIn(tx, { actor, office, call });
    return outcome.ok ? { complaintId: complaint.id } : refused(outcome.refusals, headerOf);
  }

  #finish({ row, phase, actor }: Pass): Promise<void> {
    const at = new Date();
    return this.#database.inTenant(actor, async (tx) => {
      const current = await lockImport(tx, row.id);
      if (current?.status !== row.status) return;
      const status = phase === 'CHECK' ? 'CHECKED' : 'COMPLETED';
      await changeImport(tx, row.id, { status, finishedAt: phase === 'RUN' ? at : null });
      await rememberMapping(tx, {
        kind: row.kind,
        fingerprint: fingerprintOf(row.layout.columns),
        mapping: row.mapping,
        at: at.toISOString(),
      });
    });
  }
}

type KnownComplaints = Awaited<ReturnType<typeof complaintsOfNumbers>>;

interface GivenRow {
  readonly values: ReadRow;
  readonly ownProblems: readonly RowProblem[];
  readonly known: KnownComplaints;
}

type Taken = { readonly complaintId: string | undefined } | { readonly problems: readonly RowProblem[] };

function numberOf({ values }: ReadRow): string | undefined {
  const number = values['externalNumber'];
  return typeof number === 'string' ? number.trim() : undefined;
}

function doubledProblem(
  number: string,
  { pass, known, seen }: { pass: Pass; known: KnownComplaints; seen: ReadonlyMap<string, number> },
): RowProblem | undefined {
  const column = pass.headerOf('externalNumber');
  const line = seen.get(number);
  const complaint = known.get(number);
  if (line !== undefined) {
    return {
      ...{ column, value: number, code: 'DOUBLED_NUMBER' },
      text: {
        zh: `编号与第 ${line} 行相同。同一件请只保留一行；不同的件请改用各自的编号。`,
        en: `Line ${line} has the same number. Keep one row a case; give different cases different numbers.`,
      },
    };
  }
  if (!complaint) return undefined;
  return {
    ...{ column, value: number, code: 'KNOWN_NUMBER' },
    text: {
      zh: `此编号已登记为 ${complaint.number}。已导入过的行请删除；不同的件请改用新的编号。`,
      en: `This number is registered already as ${complaint.number}. Delete rows taken in before; give a different case a number of its own.`,
    },
  };
}

function unknownNumber(number: string, column: string | null): RowProblem {
  return {
    ...{ column, value: number, code: 'UNKNOWN_NUMBER' },
    text: {
      zh: '没有此编号的投诉件。请先导入投诉登记表，或更正编号。',
      en: 'There is no complaint of this number. Import the register of complaints first, or correct the number.',
    },
  };
}

/** Where a command's own field stands in a sheet under another name. */
const COLUMN_OF_FIELD: Readonly<Record<string, string>> = {
  ground: 'declineGround',
  body: 'transferBody',
  facts: 'findingFacts',
  text: 'resultText',
  'respondent.type': 'respondentType',
  money: 'compensation',
};

function refused(refusals: readonly Refusal[], headerOf: (target: string) => string | null): Taken {
  return {
    problems: refusals.map(({ code, field, message }) => ({
      column: field === undefined ? null : headerOf(COLUMN_OF_FIELD[field] ?? field),
      value: null,
      code,
      text: message,
    })),
  };
}

async function* chunks(rows: AsyncIterable<SheetRow>, size: number): AsyncGenerator<SheetRow[]> {
  let chunk: SheetRow[] = [];
  let data = 0;
  for await (const row of rows) {
    chunk.push(row);
    if (row.kind === 'data') data += 1;
    if (data >= size) {
      yield chunk;
      chunk = [];
      data = 0;
    }
  }
  if (chunk.length > 0) yield chunk;
}
