import { type ComplaintState, erasureDay, type Retention, type RetentionKind } from '@huiyin/domain';
import type { Database } from '../../tenancy/database.ts';
import type { TenantTransaction } from '../../tenancy/tenant-transaction.ts';

/** A matter that is over, or an import, with the day on which something of it is due to go. */
export interface Due {
  readonly id: string;
  readonly kind: RetentionKind;
  /** Number of the complaint, or name of the sheet. */
  readonly name: string;
  readonly dueOn: string;
  /** What keeps it for now. */
  readonly held: NonNullable<ComplaintState['held']> | null;
  readonly evidence: ComplaintState['evidence'];
  readonly restricted: boolean;
}

interface Actor {
  readonly tenantId: string;
}

interface Asked {
  readonly retention: Retention;
  readonly day: string;
  readonly timeZone: string;
  /** Of each kind. */
  readonly most: number;
}

const OVER = `('CLOSED', 'DECLINED', 'TRANSFERRED', 'WITHDRAWN', 'MERGED')`;

/**
 * What is due by a day, earliest first: what has been over for so long as the organisation's periods say. A complaint
 * whose personal data is due is not named for its files as well.
 */
export async function dueBy(
  database: Database,
  actor: Actor,
  { retention, day, timeZone, most }: Asked,
): Promise<Due[]> {
  const found: Due[] = [];
  for (const kind of ['PERSONAL_DATA', 'FILES'] as const) {
    const period = retention[kind];
    if (!period || erasureDay('1900-01-01', period) > day) continue;
    const rows = await database.readInTenant<Omit<Due, 'kind' | 'dueOn'> & { ended: string }>(actor, {
      name: 'retention.complaints',
      text: `select id, number as name, restricted, state -> 'held' as held, state -> 'evidence' as evidence,
          to_char(status_since at time zone $3, 'YYYY-MM-DD') as ended
        from complaint
        where status in ${OVER} and erased is distinct from 'PERSONAL_DATA'
          and ($4 or (erased is null and state -> 'evidence' @> '[{"kind": "FILE"}]'))
          and (status_since at time zone $3)::date + make_interval(months => $1) < $2::date + 1
        order by status_since, id limit $5`,
      values: [period.months, day, timeZone, kind === 'PERSONAL_DATA', most],
    });
    const known = new Set(found.map(({ id }) => id));
    for (const { ended, ...row } of rows) {
      if (!known.has(row.id)) found.push({ ...row, kind, dueOn: erasureDay(ended, period) });
    }
  }
  return [...found, ...(await importsDueBy(database, actor, { retention, day, timeZone, most }))]
    .filter(({ dueOn }) => dueOn <= day)
    .sort((a, b) => a.dueOn.localeCompare(b.dueOn) || a.id.localeCompare(b.id));
}

async function importsDueBy(
  database: Database,
  actor: Actor,
  { retention, day, timeZone, most }: Asked,
): Promise<Due[]> {
  const period = retention.IMPORTS;
  if (!period || erasureDay('1900-01-01', period) > day) return [];
  const rows = await database.readInTenant<{ id: string; name: string; ended: string }>(actor, {
    name: 'retention.imports',
    text: `select id, name, to_char(finished_at at time zone $3, 'YYYY-MM-DD') as ended from import
      where erased_at is null and (finished_at at time zone $3)::date + make_interval(months => $1) < $2::date + 1
      order by finished_at, id limit $4`,
    values: [period.months, day, timeZone, most],
  });
  return rows.map(({ id, name, ended }) => ({
    ...{ id, name, kind: 'IMPORTS' as const, dueOn: erasureDay(ended, period) },
    ...{ held: null, evidence: [], restricted: false },
  }));
}

/**
 * Takes files out of the register of files, except those that something else still holds.
 * @param options.of the complaint or import that goes
 * @returns hashes of the files whose bytes are to go
 */
export async function eraseFiles(
  tx: TenantTransaction,
  { files, of }: { readonly files: readonly string[]; readonly of: string },
): Promise<readonly string[]> {
  if (files.length === 0) return [];
  await tx.query({
    name: 'retention.uploads',
    text: 'delete from public_upload where tenant_id = $1 and complaint_id = $2',
    values: [tx.tenantId, of],
  });
  const gone = await tx.query<{ sha256: string }>({
    name: 'retention.files',
    text: `delete from stored_file f where f.tenant_id = $1 and f.sha256 = any($2::text[])
        and not exists (select from import i
          where i.tenant_id = f.tenant_id and i.sha256 = f.sha256 and i.id <> $3 and i.erased_at is null)
        and not exists (select from public_upload u where u.tenant_id = f.tenant_id and u.sha256 = f.sha256)
        and not exists (select from complaint c where c.tenant_id = f.tenant_id and c.id <> $3 and c.erased is null
          and c.state -> 'evidence' @> jsonb_build_array(jsonb_build_object('sha256', f.sha256)))
      returning f.sha256`,
    values: [tx.tenantId, [...files], of],
  });
  return gone.map(({ sha256 }) => sha256);
}

/** Takes away what an import holds of its sheet; its counts and what became of each row taken in stay. */
export async function eraseSheet(tx: TenantTransaction, id: string): Promise<readonly string[]> {
  const [row] = await tx.query<{ sha256: string }>({
    name: 'retention.sheet',
    text: `update import set erased_at = now(), layout = layout || '{"sample": [], "titles": []}'
      where tenant_id = $1 and id = $2 and erased_at is null returning sha256`,
    values: [tx.tenantId, id],
  });
  if (!row) return [];
  await tx.query({
    name: 'retention.rows',
    text: `delete from import_row where tenant_id = $1 and import_id = $2 and (phase = 'CHECK' or outcome <> 'ACCEPTED')`,
    values: [tx.tenantId, id],
  });
  return eraseFiles(tx, { files: [row.sha256], of: id });
}
