import type { TenantTransaction } from '../../../tenancy/tenant-transaction.ts';

/** A letter that is to be sent. */
export interface DueLetter {
  readonly complaint_id: string;
  readonly seq: number;
  readonly tries: number;
  /** Of whoever complained; `null` when it was erased. */
  readonly email: string | null;
}

/** An event of a complaint. */
export interface EventPlace {
  readonly complaintId: string;
  readonly seq: number;
}

/**
 * Notes letters for events: where the office writes any, and whoever complained can be written to. A register that is
 * imported tells of the past, of which nobody waits to hear.
 */
export async function noteLetters(tx: TenantTransaction, events: readonly EventPlace[]): Promise<void> {
  await tx.query({
    name: 'letters.note',
    text: `insert into complaint_letter (tenant_id, complaint_id, seq)
      select c.tenant_id, c.id, e.seq
      from unnest($2::uuid[], $3::int[]) as e (complaint_id, seq)
      join complaint c on c.tenant_id = $1 and c.id = e.complaint_id
      join complainant p on p.tenant_id = c.tenant_id and p.id = c.complainant_id
      join organization o on o.tenant_id = c.tenant_id
      where p.email is not null and c.import_id is null and c.disclosure <> 'ANONYMOUS'
        and (o.settings -> 'publicPage' ->> 'writesLetters')::boolean
      on conflict do nothing`,
    values: [tx.tenantId, events.map(({ complaintId }) => complaintId), events.map(({ seq }) => seq)],
  });
}

/** The letter that has waited longest, held until the transaction ends; another server's is passed over. */
export async function takeDueLetter(tx: TenantTransaction): Promise<DueLetter | undefined> {
  const [letter] = await tx.query<DueLetter & Record<string, unknown>>({
    name: 'letters.due',
    text: `select l.complaint_id, l.seq, l.tries, p.email from complaint_letter l
      join complaint c on c.tenant_id = l.tenant_id and c.id = l.complaint_id
      left join complainant p on p.tenant_id = c.tenant_id and p.id = c.complainant_id
      where l.tenant_id = $1 and l.sent_at is null and l.given_up_at is null and l.next_at <= now()
      order by l.next_at, l.complaint_id, l.seq limit 1 for update of l skip locked`,
    values: [tx.tenantId],
  });
  return letter;
}

export async function markSent(tx: TenantTransaction, { complaint_id, seq }: DueLetter): Promise<void> {
  await tx.query({
    name: 'letters.sent',
    text: `update complaint_letter set sent_at = now(), tries = tries + 1
      where tenant_id = $1 and complaint_id = $2 and seq = $3`,
    values: [tx.tenantId, complaint_id, seq],
  });
}

/** Tries it again after so many minutes; `undefined`: never. */
export async function markFailed(
  tx: TenantTransaction,
  { complaint_id, seq }: DueLetter,
  again: number | undefined,
): Promise<void> {
  await tx.query({
    name: 'letters.failed',
    text: `update complaint_letter set tries = tries + 1,
        next_at = now() + make_interval(mins => coalesce($4, 0)),
        given_up_at = case when $4::int is null then now() end
      where tenant_id = $1 and complaint_id = $2 and seq = $3`,
    values: [tx.tenantId, complaint_id, seq, again ?? null],
  });
}
