import type { TenantTransaction } from '../tenancy/tenant-transaction.ts';
import type { RegistrationCall } from './calls.ts';
import type {
  Complainant,
  EarlierComplaint,
  NewComplainant,
  RegisteredRespondent,
  Registers,
} from './people.ts';
import { phoneDigits, REPEAT_WITHIN_DAYS } from './person.ts';

/** What the registers hold of those whom the registrations name, in one statement. */
export async function findInRegisters(
  tx: TenantTransaction,
  calls: readonly RegistrationCall[],
): Promise<Registers> {
  const digits = calls.flatMap(({ complainant }) => phoneDigits(complainant?.phone) ?? []);
  const given = calls.flatMap(({ complainantId }) => complainantId ?? []);
  const names = calls.flatMap(({ command: { respondent } }) => respondent.name?.trim() || []);
  const parties = calls.flatMap(({ command: { respondent } }) => respondent.respondentId ?? []);
  if (digits.length + given.length + names.length + parties.length === 0) return NOBODY;
  const received = calls.map(({ command }) => command.receivedAt).sort();
  const [row] = await tx.query<{ [Key in keyof Registers]: Registers[Key] | null }>({
    name: 'people.find',
    text: `with people as (
        select id, phone_digits, name, created_at from complainant
        where tenant_id = $1 and (phone_digits = any($2::text[]) or id = any($3::uuid[]))
      )
      select
        (select json_agg(json_build_object('id', id, 'phone_digits', phone_digits, 'name', name)
          order by created_at, id) from people) as complainants,
        -- Whoever is named by another name of an entry is that party.
        (select json_agg(json_build_object('id', case when id = any($7::uuid[]) then id else coalesce(merged_into, id) end,
            'name', name, 'type', type))
          from respondent where tenant_id = $1 and (name = any($4::text[]) or id = any($7::uuid[]))) as respondents,
        (select json_agg(json_build_object('id', c.id, 'complainant_id', c.complainant_id, 'category', c.category,
            'respondent_name', c.respondent_name,
            'received_at', to_char(c.received_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')))
          from people p join complaint c on c.tenant_id = $1 and c.complainant_id = p.id
          where c.received_at <= $6::timestamptz
            and c.received_at > $5::timestamptz - make_interval(days => ${REPEAT_WITHIN_DAYS})) as earlier`,
    values: [tx.tenantId, digits, given, names, received[0], received.at(-1), parties],
  });
  return {
    complainants: (row?.complainants ?? []) as readonly Complainant[],
    respondents: (row?.respondents ?? []) as readonly RegisteredRespondent[],
    earlier: (row?.earlier ?? []) as readonly EarlierComplaint[],
  };
}

const NOBODY: Registers = { complainants: [], respondents: [], earlier: [] };

/** Adds people who were not known before, all in one statement, which goes with the transaction's next. */
export function addComplainants(tx: TenantTransaction, people: readonly NewComplainant[], at: string): void {
  if (people.length === 0) return;
  const rows = people.map(({ id, name, phone_digits: digits, details }) => ({
    ...{ id, name, phone_digits: digits, phone: details.phone?.trim() || null },
    ...{ email: details.email?.trim() || null, address: details.address?.trim() || null },
  }));
  tx.later({
    name: 'people.add-complainants',
    text: `insert into complainant (tenant_id, id, name, phone, email, address, phone_digits, created_at, updated_at)
      select $1, id, name, phone, email, address, phone_digits, $3, $3
      from jsonb_to_recordset($2::jsonb) as person (id uuid, name text, phone text, email text, address text,
        phone_digits text)`,
    values: [tx.tenantId, JSON.stringify(rows), at],
  });
}

/**
 * Adds parties to the register of respondents.
 * @throws SQLSTATE 40001 when one was added elsewhere at the same moment: run again, it is found.
 */
export async function addRespondents(
  tx: TenantTransaction,
  parties: readonly RegisteredRespondent[],
  at: string,
): Promise<void> {
  if (parties.length === 0) return;
  const added = await tx.query({
    name: 'people.add-respondents',
    // In one order for all: two that add the same parties wait for one another, never in a circle.
    text: `insert into respondent (tenant_id, id, name, type, created_at)
      select $1, id, name, type, $3 from jsonb_to_recordset($2::jsonb) as party (id uuid, name text, type text)
      order by name, type
      on conflict (tenant_id, name, coalesce(type, '')) do nothing returning id`,
    values: [tx.tenantId, JSON.stringify(parties), at],
  });
  if (added.length < parties.length) {
    throw Object.assign(new Error('A respondent was added at the same moment elsewhere.'), { code: '40001' });
  }
}
