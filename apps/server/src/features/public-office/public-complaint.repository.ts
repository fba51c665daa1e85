import { type ComplaintState, withSaid } from '@huiyin/domain';
import type { Said } from '../../casework/sealing.ts';
import type { Database } from '../../tenancy/database.ts';
import type { TenantTransaction } from '../../tenancy/tenant-transaction.ts';

/** A complaint that came in over the public page, with what its code is compared with. */
export interface PublicComplaintRow {
  readonly state: ComplaintState;
  readonly code_hash: string;
}

/** What happened to a complaint, as far as it may concern its complainant. */
export interface PublicEventRow {
  readonly seq: number;
  readonly type: string;
  readonly at: string;
  readonly data: Readonly<Record<string, unknown>>;
}

interface StoredStep {
  readonly seq: number;
  readonly type: string;
  readonly at: Date;
  readonly data: Readonly<Record<string, unknown>>;
  readonly said: Said | null;
}

/** A file that the public sent. */
export interface UploadRow {
  readonly id: string;
  readonly sha256: string;
  readonly name: string;
  readonly media_type: string;
  readonly bytes: string;
}

/** The complaint of a number, if it came in over the public page. */
export async function findByNumber(
  database: Database,
  tenantId: string,
  number: string,
): Promise<PublicComplaintRow | undefined> {
  const [row] = await database.readInTenant<PublicComplaintRow & Record<string, unknown>>(
    { tenantId },
    {
      name: 'public-complaint.find',
      text: `select c.state, a.code_hash from complaint c
        join complaint_access a on a.tenant_id = c.tenant_id and a.complaint_id = c.id where c.number = $1`,
      values: [number],
    },
  );
  return row;
}

/** The complaint as it stands, with its events of these types in order. */
export async function readStory(
  database: Database,
  options: { readonly tenantId: string; readonly id: string; readonly types: readonly string[] },
): Promise<{ readonly state: ComplaintState; readonly events: readonly PublicEventRow[] } | undefined> {
  const { tenantId, id, types } = options;
  const [states, events] = await database.readAllInTenant({ tenantId }, [
    { name: 'public-complaint.state', text: 'select state from complaint where id = $1', values: [id] },
    {
      name: 'public-complaint.events',
      text: `select e.seq, e.type, e.at, e.data, w.said from complaint_event e
        left join event_words w on w.tenant_id = e.tenant_id and w.complaint_id = e.complaint_id and w.seq = e.seq
        where e.complaint_id = $1 and e.type = any($2::text[]) order by e.seq`,
      values: [id, [...types]],
    },
  ]);
  const [row] = (states ?? []) as { state: ComplaintState }[];
  if (!row) return undefined;
  const story = ((events ?? []) as StoredStep[]).map(({ seq, type, at, data, said }) => ({
    ...{ seq, type, at: at.toISOString(), data: withSaid(data, said) },
  }));
  return { state: row.state, events: story };
}

/** Matters of a category received lately: how many, by how far they are. Those in restricted boxes are not counted. */
export async function countSimilar(
  database: Database,
  options: { readonly tenantId: string; readonly categories: readonly string[]; readonly days: number },
): Promise<readonly { readonly status: ComplaintState['status']; readonly count: number }[]> {
  const { tenantId, categories, days } = options;
  return database.readInTenant<{ status: ComplaintState['status']; count: number }>(
    { tenantId },
    {
      name: 'public-complaint.similar',
      text: `select status, count(*)::int as count from complaint
        where category = any($1::text[]) and received_at > now() - make_interval(days => $2) and not restricted
        group by status`,
      values: [[...categories], days],
    },
  );
}

/** The complaint that a submission of this key became, if it was carried out before. */
export async function findSubmitted(
  tx: TenantTransaction,
  call: { readonly caller: string; readonly key: string },
): Promise<string | undefined> {
  const [row] = await tx.query<{ complaint_id: string }>({
    name: 'public-complaint.submitted',
    text: 'select complaint_id from idempotency_key where tenant_id = $1 and caller = $2 and key = $3',
    values: [tx.tenantId, call.caller, call.key],
  });
  return row?.complaint_id;
}

/** Keeps, of a complaint that was registered in this transaction, its code's hash and the privacy notice agreed to. */
export async function rememberAccess(
  tx: TenantTransaction,
  access: { readonly complaintId: string; readonly codeHash: string; readonly privacyVersion: string },
): Promise<void> {
  const { complaintId, codeHash, privacyVersion } = access;
  await tx.query({
    name: 'public-complaint.remember-access',
    text: `insert into complaint_access (tenant_id, complaint_id, code_hash, privacy_version)
      values ($1, $2, $3, $4)`,
    values: [tx.tenantId, complaintId, codeHash, privacyVersion],
  });
}

/** Uses up a solved captcha; `false` when it was used before. */
export async function useCaptcha(
  tx: TenantTransaction,
  captcha: { readonly signature: string; readonly expiresAt: Date },
): Promise<boolean> {
  await tx.query({
    name: 'public-captcha.forget',
    text: 'delete from public_captcha where tenant_id = $1 and expires_at < now()',
    values: [tx.tenantId],
  });
  const used = await tx.query({
    name: 'public-captcha.use',
    text: `insert into public_captcha (tenant_id, signature, expires_at) values ($1, $2, $3)
      on conflict do nothing returning signature`,
    values: [tx.tenantId, captcha.signature, captcha.expiresAt],
  });
  return used.length > 0;
}

/** Takes files that were sent into a complaint; `undefined` when one of them is nobody's, or another complaint's. */
export async function takeUploads(
  tx: TenantTransaction,
  complaintId: string,
  ids: readonly string[],
): Promise<readonly UploadRow[] | undefined> {
  if (ids.length === 0) return [];
  const taken = await tx.query<UploadRow & Record<string, unknown>>({
    name: 'public-upload.take',
    text: `update public_upload u set complaint_id = $2 from stored_file f
      where u.tenant_id = $1 and u.id = any($3::text[]) and u.complaint_id is null
        and f.tenant_id = u.tenant_id and f.sha256 = u.sha256
      returning u.id, u.sha256, u.name, f.media_type, f.bytes`,
    values: [tx.tenantId, complaintId, [...ids]],
  });
  // Those that a call which is repeated took before are there already.
  const [there] = await tx.query<{ count: number }>({
    name: 'public-upload.there',
    text: `select count(*)::int as count from public_upload
      where tenant_id = $1 and id = any($3::text[]) and complaint_id = $2`,
    values: [tx.tenantId, complaintId, [...ids]],
  });
  return there?.count === new Set(ids).size ? taken : undefined;
}

/** Notes a file that has come in whole. */
export async function rememberUpload(
  database: Database,
  upload: { readonly tenantId: string; readonly id: string; readonly sha256: string; readonly name: string },
): Promise<void> {
  const { tenantId, id, sha256, name } = upload;
  await database.inTenant({ tenantId }, async (tx) => {
    await tx.query({
      name: 'public-upload.remember',
      text: `insert into public_upload (tenant_id, id, sha256, name) values ($1, $2, $3, $4) on conflict do nothing`,
      values: [tx.tenantId, id, sha256, name],
    });
  });
}
