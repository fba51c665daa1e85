import type { Role, Sector } from '@huiyin/domain';
import { v7 as uuidv7 } from 'uuid';
import type { StoredSettings } from '../casework/office.ts';
import type { Database } from '../tenancy/database.ts';
import type { TenantTransaction } from '../tenancy/tenant-transaction.ts';
import { hashPassword } from './auth.ts';

/** A new organisation with its departments. */
export interface NewOrganization {
  readonly name: string;
  readonly nameEn?: string;
  /** Short name in addresses and headers: lower-case letters, digits and hyphens. */
  readonly slug: string;
  readonly sector: Sector['code'];
  /** GB/T 2260. */
  readonly region: string;
  readonly settings?: StoredSettings;
  readonly departments?: readonly {
    readonly name: string;
    readonly nameEn?: string;
    readonly kind?: string;
  }[];
}

/** Makes an organisation; its id, and those of its departments in their order. */
export async function createOrganization(
  database: Database,
  organization: NewOrganization,
): Promise<{ readonly tenantId: string; readonly departmentIds: readonly string[] }> {
  const { name, nameEn = null, slug, sector, region, settings = {}, departments = [] } = organization;
  const tenantId = uuidv7();
  const departmentIds = departments.map(() => uuidv7());
  await database.inTenant({ tenantId }, async (tx) => {
    await tx.query({
      text: `insert into organization (tenant_id, name, name_en, sector, region, settings)
        values ($1, $2, $3, $4, $5, $6::jsonb)`,
      values: [tenantId, name, nameEn, sector, region, JSON.stringify(settings)],
    });
    await tx.query({
      text: 'insert into tenant_directory (tenant_id, slug) values ($1, $2)',
      values: [tenantId, slug],
    });
    for (const [index, department] of departments.entries()) {
      await tx.query({
        text: 'insert into department (tenant_id, id, name, name_en, kind) values ($1, $2, $3, $4, $5)',
        values: [
          tenantId,
          departmentIds[index],
          department.name,
          department.nameEn ?? null,
          department.kind ?? null,
        ],
      });
    }
  });
  return { tenantId, departmentIds };
}

/** Somebody who signs in and works in an organisation. */
export interface NewStaff {
  readonly tenantId: string;
  readonly email: string;
  readonly password: string;
  readonly name: string;
  readonly role: Role;
  readonly departmentId?: string | undefined;
}

/** Makes a member who can sign in. An account of that address that exists already joins with its own password. */
export async function createStaff(
  database: Database,
  staff: NewStaff,
): Promise<{ readonly memberId: string; readonly userId: string }> {
  const { tenantId, email, password, name, role, departmentId } = staff;
  const passwordHash = await hashPassword(password);
  return database.inTenant({ tenantId }, async (tx) => {
    const existing = await findAccount(tx, email);
    const userId = existing?.userId ?? (await addAccount(tx, { email, name, passwordHash }));
    return { userId, memberId: await addMember(tx, { userId, name, role, departmentId }) };
  });
}

/** Somebody who can sign in, with the hash of their password. */
export interface Account {
  readonly userId: string;
  /** `null` where they sign in by other means. */
  readonly passwordHash: string | null;
}

/** The account of an address; accounts belong to no organisation. */
export async function findAccount(tx: TenantTransaction, email: string): Promise<Account | undefined> {
  const [found] = await tx.query<Account & Record<string, unknown>>({
    name: 'account.find',
    text: `select u.id as "userId", a.password as "passwordHash" from identity."user" u
      left join identity.account a on a."userId" = u.id and a."providerId" = 'credential' where u.email = $1`,
    values: [email.toLowerCase()],
  });
  return found;
}

/** A new account of an address that is known to be theirs; its id. */
export async function addAccount(
  tx: TenantTransaction,
  account: { readonly email: string; readonly name: string; readonly passwordHash: string },
): Promise<string> {
  const userId = uuidv7();
  await tx.query({
    text: `insert into identity."user" (id, name, email, "emailVerified") values ($1, $2, $3, true)`,
    values: [userId, account.name, account.email.toLowerCase()],
  });
  await tx.query({
    text: `insert into identity.account (id, "accountId", "providerId", "userId", password, "updatedAt")
      values ($1, $2, 'credential', $2, $3, now())`,
    values: [uuidv7(), userId, account.passwordHash],
  });
  return userId;
}

/** Makes an account a member of the transaction's organisation; the member's id. */
export async function addMember(
  tx: TenantTransaction,
  member: {
    readonly userId: string;
    readonly name: string;
    readonly role: Role;
    readonly departmentId?: string | null | undefined;
  },
): Promise<string> {
  const { userId, name, role, departmentId = null } = member;
  const memberId = uuidv7();
  await tx.query({
    text: `insert into member (tenant_id, id, user_id, name, role, department_id) values ($1, $2, $3, $4, $5, $6)`,
    values: [tx.tenantId, memberId, userId, name, role, departmentId],
  });
  await tx.query({
    text: 'insert into user_membership (user_id, tenant_id, member_id) values ($1, $2, $3)',
    values: [userId, tx.tenantId, memberId],
  });
  return memberId;
}

/** Whether an account is, or has been, a member of the transaction's organisation. */
export async function isMember(tx: TenantTransaction, userId: string): Promise<boolean> {
  const rows = await tx.query({
    name: 'member.of-user',
    text: 'select from member where tenant_id = $1 and user_id = $2',
    values: [tx.tenantId, userId],
  });
  return rows.length > 0;
}

/**
 * The account of an address: the one there is, or a new one that signs in with the password.
 * @returns `joins`: it was there, and keeps its own password
 */
export async function ensureAccount(
  database: Database,
  account: { readonly email: string; readonly password: string; readonly name: string },
): Promise<{ readonly userId: string; readonly joins: boolean }> {
  const { email, password, name } = account;
  const userId = uuidv7();
  const values = [userId, name, email.toLowerCase(), uuidv7(), await hashPassword(password)];
  // One statement: an account without its password would keep the address for ever.
  const [found] = await database.asPlatform((query) =>
    query<{ id: string }>({
      text: `with made as (
          insert into identity."user" (id, name, email, "emailVerified") values ($1, $2, $3, true)
          on conflict (email) do nothing returning id
        ),
        signs_in as (
          insert into identity.account (id, "accountId", "providerId", "userId", password, "updatedAt")
          select $4, id, 'credential', id, $5, now() from made
        )
        select id from made union all select id from identity."user" where email = $3`,
      values,
    }),
  );
  if (!found) throw new Error(`There is no account of ${email}, and none could be made.`);
  return { userId: found.id, joins: found.id !== userId };
}
