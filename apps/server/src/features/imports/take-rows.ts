import type { SystemActor } from '@huiyin/domain';
import type { RegistrationCall } from '../../casework/calls.ts';
import type { Casework } from '../../casework/casework.ts';
import type { Office } from '../../casework/office.ts';
import type { SheetRow } from '../../sheets/open-sheet.ts';
import type { TenantTransaction } from '../../tenancy/tenant-transaction.ts';
import type { ImportPhase, ImportRow } from './import.repository.ts';
import {
  complaintsOfNumbers,
  type KnownComplaint,
  linesOfKeys,
  type RowOutcome,
} from './import-row.repository.ts';
import {
  doubledNumber,
  doubledSanction,
  knownNumber,
  noCase,
  refusedByRules,
  unknownNumber,
} from './row-problems.ts';
import { complaintOf, sanctionRowOf, type ToldSanction } from './row-story.ts';
import { type ReadRow, type RowProblem, readRow, type TableReader } from './row-values.ts';

/** Everything that one look at a file needs. */
export interface Pass {
  readonly row: ImportRow;
  readonly phase: ImportPhase;
  readonly actor: SystemActor;
  readonly office: Office;
  readonly reader: TableReader;
  readonly casework: Casework;
}

/** A row of data with what was read from it. */
interface DataRow {
  readonly sheetRow: SheetRow;
  readonly read: ReadRow;
  readonly number: string | undefined;
}

/** What became of a row: taken in (in a dry run: it would be), or everything that is wrong with it. */
type Taken = { readonly complaintId: string | undefined } | { readonly problems: readonly RowProblem[] };

/** Reads and decides the rows of a chunk, and in a run takes them in: every row has its outcome. */
export async function takeRows(
  tx: TenantTransaction,
  pass: Pass,
  rows: readonly SheetRow[],
): Promise<RowOutcome[]> {
  const data = rows
    .filter(({ kind }) => kind === 'data')
    .map((sheetRow): DataRow => {
      const read = readRow(sheetRow, pass.reader);
      const number = read.values['externalNumber'];
      return { sheetRow, read, number: typeof number === 'string' ? number.trim() : undefined };
    });
  const known = await complaintsOfNumbers(
    tx,
    data.flatMap(({ number }) => number ?? []),
  );
  const outcomes =
    pass.row.kind === 'SANCTIONS'
      ? await takeSanctions(tx, pass, data, known)
      : await takeComplaints(tx, pass, data, known);
  return [...rows.flatMap((row) => passedOver(row, pass.row.layout.headerLines.at(-1) ?? 0)), ...outcomes];
}

/** A row that is no case, with what it was taken for. The title above the table is shown with the table itself. */
function passedOver({ line, kind, raw }: SheetRow, header: number): readonly RowOutcome[] {
  if (kind === 'data' || kind === 'empty' || kind === 'header' || line <= header) return [];
  return [{ line, outcome: 'PASSED_OVER', raw, problems: [noCase(kind)] }];
}

function outcomeOf({ sheetRow, number }: DataRow, key: string | undefined, taken: Taken): RowOutcome {
  const { line, cells, raw } = sheetRow;
  return 'problems' in taken
    ? { line, outcome: 'REFUSED', externalNumber: number, key, problems: taken.problems, cells, raw }
    : { line, outcome: 'ACCEPTED', externalNumber: number, key, complaintId: taken.complaintId };
}

/** What the sheet itself shows to be wrong with a row. */
function ownProblems({ problems }: SheetRow): RowProblem[] {
  return problems.map(({ code, text }) => ({ column: null, value: null, code, text }));
}

/** Keys of rows seen before: in the file so far, and in this chunk as it is gone through. */
async function seenBefore(
  tx: TenantTransaction,
  { row, phase }: Pass,
  keys: readonly string[],
): Promise<(key: string, line: number) => number | undefined> {
  const lines = new Map(await linesOfKeys(tx, { importId: row.id, phase, keys }));
  return (key, line) => {
    const first = lines.get(key);
    if (first === undefined) lines.set(key, line);
    return first;
  };
}

async function takeComplaints(
  tx: TenantTransaction,
  pass: Pass,
  data: readonly DataRow[],
  known: ReadonlyMap<string, KnownComplaint>,
): Promise<RowOutcome[]> {
  const { actor, office, phase, casework, row } = pass;
  const now = new Date().toISOString();
  const seen = await seenBefore(
    tx,
    pass,
    data.flatMap(({ number }) => number ?? []),
  );
  const taken = new Map<DataRow, Taken>();
  const calls = new Map<DataRow, RegistrationCall>();
  for (const each of data) {
    const { sheetRow, read, number } = each;
    const told = complaintOf(read, { sector: office.sector, now });
    const problems = [...ownProblems(sheetRow), ...(told.ok ? [] : told.problems)];
    const line = number === undefined ? undefined : seen(number, sheetRow.line);
    const complaint = number === undefined ? undefined : known.get(number);
    if (line !== undefined) problems.push(doubledNumber(line, read.placeOf));
    else if (complaint) problems.push(knownNumber(complaint.number, read.placeOf));
    if (problems.length > 0 || !told.ok) {
      taken.set(each, { problems });
      continue;
    }
    const { externalNumber, complainant, register, steps } = told.told;
    const call: RegistrationCall = {
      command: { ...register, imported: { importId: row.id, line: sheetRow.line } },
      ...{ complainant, externalNumber, historic: true, history: steps },
    };
    if (phase === 'RUN') calls.set(each, call);
    else {
      const decision = casework.consider({ actor, office, call });
      taken.set(
        each,
        decision.ok
          ? { complaintId: undefined }
          : { problems: refusedByRules(decision.refusals, read.placeOf) },
      );
    }
  }
  const registered = await casework.registerAllIn(tx, { actor, office, calls: [...calls.values()] });
  for (const [index, each] of [...calls.keys()].entries()) {
    const outcome = registered[index];
    if (outcome?.ok) taken.set(each, { complaintId: outcome.complaint.id });
    else if (outcome) taken.set(each, { problems: refusedByRules(outcome.refusals, each.read.placeOf) });
  }
  return data.map((each) => {
    const became = taken.get(each);
    if (!became) throw new Error(`Line ${each.sheetRow.line} had no outcome.`);
    return outcomeOf(each, each.number, became);
  });
}

async function takeSanctions(
  tx: TenantTransaction,
  pass: Pass,
  data: readonly DataRow[],
  known: ReadonlyMap<string, KnownComplaint>,
): Promise<RowOutcome[]> {
  const { actor, office, phase, casework } = pass;
  const told = data.map((each) => ({ each, told: sanctionRowOf(each.read) }));
  const keyOf = ({ told: row }: (typeof told)[number]) => (row.ok ? sanctionKey(row.told) : undefined);
  const seen = await seenBefore(
    tx,
    pass,
    told.flatMap((row) => keyOf(row) ?? []),
  );
  const outcomes: RowOutcome[] = [];
  for (const row of told) {
    const { sheetRow, read, number } = row.each;
    const key = keyOf(row);
    const complaint = number === undefined ? undefined : known.get(number);
    const problems = [...ownProblems(sheetRow), ...(row.told.ok ? [] : row.told.problems)];
    if (number !== undefined && !complaint) problems.push(unknownNumber(read.placeOf));
    const line = key === undefined ? undefined : seen(key, sheetRow.line);
    if (line !== undefined || (row.told.ok && complaint && hasSanction(complaint, row.told.told))) {
      problems.push(doubledSanction(line, read.placeOf));
    }
    if (problems.length > 0 || !row.told.ok || !complaint) {
      outcomes.push(outcomeOf(row.each, key, { problems }));
      continue;
    }
    const { command, at = complaint.at } = row.told.told;
    const call = { complaintId: complaint.id, command, at, historic: true };
    const outcome =
      phase === 'CHECK' ? ({ ok: true } as const) : await casework.executeIn(tx, { actor, office, call });
    const taken = outcome.ok
      ? { complaintId: complaint.id }
      : { problems: refusedByRules(outcome.refusals, read.placeOf) };
    outcomes.push(outcomeOf(row.each, key, taken));
  }
  return outcomes;
}

/** What tells one sanction of a case from another. */
function sanctionKey({ externalNumber, command }: Pick<ToldSanction, 'externalNumber' | 'command'>): string {
  const { sanction, party, money, paidOn } = command;
  const { amount, currency } = money?.original ?? {};
  return JSON.stringify([externalNumber, sanction, party, amount, currency, paidOn]);
}

function hasSanction({ sanctions }: KnownComplaint, { externalNumber, command }: ToldSanction): boolean {
  const key = sanctionKey({ externalNumber, command });
  return sanctions.some(
    (imposed) => sanctionKey({ externalNumber, command: { ...imposed, type: 'IMPOSE_SANCTION' } }) === key,
  );
}
