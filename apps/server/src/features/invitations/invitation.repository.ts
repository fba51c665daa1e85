import type { Role, TenantActor } from '@huiyin/domain';
import type { Database } from '../../tenancy/database.ts';
import type { TenantTransaction } from '../../tenancy/tenant-transaction.ts';

export interface InvitationRow {
  readonly id: string;
  readonly email: string;
  readonly name: string;
  readonly role: Role;
  readonly department_id: string | null;
  readonly invited_by: string;
  readonly sent_at: Date;
  readonly expires_at: Date;
}

const COLUMNS = 'id, email, name, role, department_id, invited_by, sent_at, expires_at';
const OPEN = 'accepted_at is null and withdrawn_at is null';

/** Those that nobody has taken up or back, the newest first; past their day or not. */
export function listInvitations(database: Database, actor: TenantActor): Promise<InvitationRow[]> {
  return database.readInTenant<InvitationRow & Record<string, unknown>>(actor, {
    name: 'invitation.list',
    text: `select ${COLUMNS} from invitation where ${OPEN} order by sent_at desc, id desc limit 500`,
    values: [],
  });
}

/** `false` when one to the same address is open. */
export async function addInvitation(
  tx: TenantTransaction,
  row: InvitationRow & { readonly secretHash: Buffer },
): Promise<boolean> {
  const added = await tx.query({
    name: 'invitation.add',
    text: `insert into invitation
        (tenant_id, id, email, name, role, department_id, invited_by, sent_at, expires_at, secret_hash)
      values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) on conflict do nothing returning id`,
    values: [
      ...[tx.tenantId, row.id, row.email, row.name, row.role, row.department_id, row.invited_by],
      ...[row.sent_at, row.expires_at, row.secretHash],
    ],
  });
  return added.length > 0;
}

/** Gives it a new secret and a new day; `undefined` when none of that id is open. */
export async function renewInvitation(
  tx: TenantTransaction,
  renewal: {
    readonly id: string;
    readonly secretHash: Buffer;
    readonly sentAt: Date;
    readonly expiresAt: Date;
  },
): Promise<InvitationRow | undefined> {
  const { id, secretHash, sentAt, expiresAt } = renewal;
  const [row] = await tx.query<InvitationRow & Record<string, unknown>>({
    name: 'invitation.renew',
    text: `update invitation set secret_hash = $3, sent_at = $4, expires_at = $5
      where tenant_id = $1 and id = $2 and ${OPEN} returning ${COLUMNS}`,
    values: [tx.tenantId, id, secretHash, sentAt, expiresAt],
  });
  return row;
}

/** Takes it back or up: from then on it leads nowhere. `undefined` when none of that id is open. */
export async function endInvitation(
  tx: TenantTransaction,
  { id, as }: { readonly id: string; readonly as: 'accepted' | 'withdrawn' },
): Promise<InvitationRow | undefined> {
  const [row] = await tx.query<InvitationRow & Record<string, unknown>>({
    name: `invitation.${as}`,
    text: `update invitation set ${as}_at = now() where tenant_id = $1 and id = $2 and ${OPEN} returning ${COLUMNS}`,
    values: [tx.tenantId, id],
  });
  return row;
}

/** The invitation of a letter, while it leads somewhere. */
export async function findInvitation(
  database: Database,
  letter: { readonly tenantId: string; readonly id: string; readonly secretHash: Buffer },
): Promise<InvitationRow | undefined> {
  const { tenantId, id, secretHash } = letter;
  const [row] = await database.readInTenant<InvitationRow & Record<string, unknown>>(
    { tenantId },
    {
      name: 'invitation.find',
      text: `select ${COLUMNS} from invitation
        where id = $1 and secret_hash = $2 and ${OPEN} and expires_at > now()`,
      values: [id, secretHash],
    },
  );
  return row;
}
