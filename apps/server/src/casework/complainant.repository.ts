import { v7 as uuidv7 } from 'uuid';
import type { TenantTransaction } from '../tenancy/tenant-transaction.ts';

/** Who complains, as they said it. */
export interface ComplainantDetails {
  readonly name?: string | undefined;
  readonly phone?: string | undefined;
  readonly email?: string | undefined;
  readonly address?: string | undefined;
}

/** The digits of a telephone number without the country's prefix; `null` when there are too few to tell people apart. */
export function phoneDigits(phone: string | undefined): string | null {
  const digits = (phone ?? '')
    .normalize('NFKC')
    .replace(/\D/g, '')
    .replace(/^(0086|86)(?=1\d{10}$)/, '');
  return digits.length >= 7 ? digits : null;
}

/**
 * The complainant of that telephone and name, or a new one. Two people who share a telephone but not a name stay two;
 * without a telephone everybody is somebody new.
 */
export async function findOrAddComplainant(
  tx: TenantTransaction,
  details: ComplainantDetails,
  at: string,
): Promise<string> {
  const digits = phoneDigits(details.phone);
  const name = details.name?.trim() || null;
  if (digits) {
    const [known] = await tx.query<{ id: string }>({
      name: 'complainant.find',
      text: `select id from complainant where tenant_id = $1 and phone_digits = $2
        and (name is not distinct from $3 or name is null or $3::text is null) order by created_at limit 1`,
      values: [tx.tenantId, digits, name],
    });
    if (known) return known.id;
  }
  const id = uuidv7();
  await tx.query({
    name: 'complainant.add',
    text: `insert into complainant (tenant_id, id, name, phone, email, address, phone_digits, created_at, updated_at)
      values ($1, $2, $3, $4, $5, $6, $7, $8, $8)`,
    values: [
      tx.tenantId,
      id,
      name,
      details.phone?.trim() || null,
      details.email?.trim() || null,
      details.address?.trim() || null,
      digits,
      at,
    ],
  });
  return id;
}

/** Days within which the same subject from the same complainant is a repeat (domain.md 8). */
export const REPEAT_WITHIN_DAYS = 30;

/** The complainant's earlier complaint about the same subject within 30 days before, if there is one. */
export async function findRepeated(
  tx: TenantTransaction,
  options: {
    readonly complainantId: string;
    readonly category: string | undefined;
    readonly respondentName: string | undefined;
    readonly receivedAt: string;
  },
): Promise<string | undefined> {
  const { complainantId, category = null, respondentName = null, receivedAt } = options;
  if (category === null && respondentName === null) return undefined;
  const [earlier] = await tx.query<{ id: string }>({
    name: 'complainant.repeated',
    text: `select id from complaint where tenant_id = $1 and complainant_id = $2
      and category is not distinct from $3 and respondent_name is not distinct from $4
      and received_at <= $5 and received_at > $5::timestamptz - make_interval(days => $6)
      order by received_at desc limit 1`,
    values: [tx.tenantId, complainantId, category, respondentName, receivedAt, REPEAT_WITHIN_DAYS],
  });
  return earlier?.id;
}

/** The respondent of that name and kind in the organisation's register, added when new. */
export async function findOrAddRespondent(
  tx: TenantTransaction,
  options: { readonly name: string; readonly type: string | undefined; readonly at: string },
): Promise<string> {
  const { name, type = null, at } = options;
  const [row] = await tx.query<{ id: string }>({
    name: 'respondent.find-or-add',
    text: `with added as (
        insert into respondent (tenant_id, id, name, type, created_at) values ($1, $2, $3, $4, $5)
        on conflict (tenant_id, name, coalesce(type, '')) do nothing returning id
      )
      select id from added union all
      select id from respondent where tenant_id = $1 and name = $3 and type is not distinct from $4 limit 1`,
    values: [tx.tenantId, uuidv7(), name.trim(), type, at],
  });
  if (!row) throw new Error('The respondent was added at the same moment elsewhere; try again.');
  return row.id;
}
