import type { SanctionImposed, TenantActor } from '@huiyin/domain';
import type { Database } from '../../tenancy/database.ts';
import type { TenantTransaction } from '../../tenancy/tenant-transaction.ts';
import type { ImportPhase } from './import.repository.ts';
import type { RowProblem } from './row-values.ts';

/** What became of one row. */
export interface RowOutcome {
  readonly line: number;
  readonly outcome: 'ACCEPTED' | 'REFUSED' | 'PASSED_OVER';
  readonly externalNumber?: string | undefined;
  /** What tells the row from the others of its file. */
  readonly key?: string | undefined;
  readonly complaintId?: string | undefined;
  /** Everything wrong with a row that was refused; why, of one that was passed over. */
  readonly problems?: readonly RowProblem[] | undefined;
  readonly cells?: Readonly<Record<string, string>> | undefined;
  readonly raw?: readonly string[] | undefined;
}

type Actor = Pick<TenantActor, 'tenantId'>;

/** Everything that an earlier dry run found. */
export async function forgetRows(tx: TenantTransaction, id: string, phase: ImportPhase): Promise<void> {
  await tx.query({
    name: 'import.forget-rows',
    text: 'delete from import_row where import_id = $1 and phase = $2',
    values: [id, phase],
  });
}

export async function recordRows(
  tx: TenantTransaction,
  options: { readonly importId: string; readonly phase: ImportPhase; readonly rows: readonly RowOutcome[] },
): Promise<void> {
  const { importId, phase, rows } = options;
  if (rows.length === 0) return;
  await tx.query({
    name: 'import.record-rows',
    text: `insert into import_row
        (tenant_id, import_id, phase, line, outcome, external_number, row_key, complaint_id, problems, cells, raw)
      select $1, $2, $3, line, outcome, "externalNumber", key, "complaintId", problems, cells, raw
      from jsonb_to_recordset($4::jsonb) as r (line integer, outcome text, "externalNumber" text, key text,
        "complaintId" uuid, problems jsonb, cells jsonb, raw jsonb)`,
    values: [tx.tenantId, importId, phase, JSON.stringify(rows)],
  });
}

/** In which line of the file each of these keys stood first, as far as the file has been gone through. */
export async function linesOfKeys(
  tx: TenantTransaction,
  options: { readonly importId: string; readonly phase: ImportPhase; readonly keys: readonly string[] },
): Promise<ReadonlyMap<string, number>> {
  if (options.keys.length === 0) return new Map();
  const rows = await tx.query<{ row_key: string; line: number }>({
    name: 'import.lines-of-keys',
    text: `select row_key, min(line) as line from import_row
      where tenant_id = $1 and import_id = $2 and phase = $3 and row_key = any($4::text[]) group by row_key`,
    values: [tx.tenantId, options.importId, options.phase, options.keys],
  });
  return new Map(rows.map(({ row_key: key, line }) => [key, line]));
}

/** The refused rows from a line on, in order. */
export async function refusedRows(
  database: Database,
  actor: Actor,
  options: {
    readonly importId: string;
    readonly phase: ImportPhase;
    readonly afterLine: number;
    readonly first: number;
  },
): Promise<Required<Pick<RowOutcome, 'line' | 'problems' | 'cells' | 'raw'>>[]> {
  const { importId, phase, afterLine, first } = options;
  return database.readInTenant(actor, {
    name: 'import.refused-rows',
    text: `select line, problems, cells, raw from import_row
      where import_id = $1 and phase = $2 and outcome = 'REFUSED' and line > $3 order by line limit $4`,
    values: [importId, phase, afterLine, first],
  });
}

/** Rows that were neither taken in nor refused (titles, totals, notes), so that none goes missing unsaid. */
export async function passedOverRows(
  database: Database,
  actor: Actor,
  options: { readonly importId: string; readonly phase: ImportPhase; readonly first: number },
): Promise<Required<Pick<RowOutcome, 'line' | 'problems' | 'raw'>>[]> {
  return database.readInTenant(actor, {
    name: 'import.passed-over-rows',
    text: `select line, problems, raw from import_row
      where import_id = $1 and phase = $2 and outcome = 'PASSED_OVER' order by line limit $3`,
    values: [options.importId, options.phase, options.first],
  });
}

/** A complaint that a number of the sheet stands for. */
export interface KnownComplaint {
  readonly id: string;
  readonly number: string;
  /** When it was done with, or else received. */
  readonly at: string;
  readonly sanctions: readonly SanctionImposed[];
}

/** Which of these numbers the organisation has already, with the complaint of each. */
export async function complaintsOfNumbers(
  tx: TenantTransaction,
  numbers: readonly string[],
): Promise<ReadonlyMap<string, KnownComplaint>> {
  if (numbers.length === 0) return new Map();
  const rows = await tx.query<
    Omit<KnownComplaint, 'at'> & { readonly external_number: string; readonly at: Date }
  >({
    name: 'import.known-numbers',
    text: `select distinct on (external_number) external_number, id, number, coalesce(closed_at, received_at) as at,
        state -> 'sanctions' as sanctions
      from complaint where tenant_id = $1 and external_number = any($2::text[]) order by external_number, id`,
    values: [tx.tenantId, numbers],
  });
  return new Map(rows.map(({ external_number: key, at, ...row }) => [key, { ...row, at: at.toISOString() }]));
}
