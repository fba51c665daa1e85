import type { Role, Sector } from '@huiyin/domain';
import { v7 as uuidv7 } from 'uuid';
import type { StoredSettings } from '../casework/office.ts';
import type { Database } from '../tenancy/database.ts';
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
  const { tenantId, email, password, name, role, departmentId = null } = staff;
  const memberId = uuidv7();
  const passwordHash = await hashPassword(password);
  const userId = await database.inTenant({ tenantId }, async (tx) => {
    const [existing] = await tx.query<{ id: string }>({
      text: 'select id from identity."user" where email = $1',
      values: [email.toLowerCase()],
    });
    const userId = existing?.id ?? uuidv7();
    if (!existing) {
      await tx.query({
        text: `insert into identity."user" (id, name, email, "emailVerified") values ($1, $2, $3, true)`,
        values: [userId, name, email.toLowerCase()],
      });
      await tx.query({
        text: `insert into identity.account (id, "accountId", "providerId", "userId", password, "updatedAt")
          values ($1, $2, 'credential', $2, $3, now())`,
        values: [uuidv7(), userId, passwordHash],
      });
    }
    await tx.query({
      text: `insert into member (tenant_id, id, user_id, name, role, department_id) values ($1, $2, $3, $4, $5, $6)`,
      values: [tenantId, memberId, userId, name, role, departmentId],
    });
    await tx.query({
      text: 'insert into user_membership (user_id, tenant_id, member_id) values ($1, $2, $3)',
      values: [userId, tenantId, memberId],
    });
    return userId;
  });
  return { memberId, userId };
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
