import type { Accuracy, SuggestionModel, TaughtCase, TenantActor } from '@huiyin/domain';
import { taught } from '../../casework/compared.ts';
import { Conditions } from '../../casework/conditions.ts';
import { onlyVisible } from '../../casework/visibility.ts';
import type { Database } from '../../tenancy/database.ts';
import type { TenantTransaction } from '../../tenancy/tenant-transaction.ts';

/** What was learned is small however long the register: the newest teach most. */
const MOST_CASES = 20_000;

/** What may be learned from: closed, by no hidden track, and not said in confidence; what was erased has nothing left. */
const TEACHES = `c.status = 'CLOSED' and c.category is not null and not c.restricted
  and c.disclosure <> 'CONFIDENTIAL' and c.erased is distinct from 'PERSONAL_DATA'`;

interface ClosedCase {
  readonly content: string;
  readonly channel: string;
  readonly category: string;
  readonly complainant_id: string | null;
  readonly complainant_name: string | null;
  readonly urgent: boolean;
  readonly grouped: boolean;
}

/** The organisation's closed cases, oldest first. */
export async function readTaughtCases(
  database: Database,
  actor: TenantActor,
): Promise<readonly TaughtCase[]> {
  const rows = await database.readInTenant<ClosedCase>(actor, {
    name: 'suggestions.cases',
    text: `select c.state ->> 'content' as content, c.channel, c.category, c.complainant_id,
        p.name as complainant_name,
        c.state -> 'moments' @> '[{"type": "ESCALATED"}]' as urgent,
        c.group_size > 1 or c.incident_id is not null as grouped
      from (select * from complaint c where ${TEACHES} order by c.received_at desc, c.id desc limit $1) c
      left join complainant p on p.tenant_id = c.tenant_id and p.id = c.complainant_id
      order by c.received_at, c.id`,
    values: [MOST_CASES],
  });
  return rows.map(({ complainant_id: complainantId, category, urgent, grouped, ...said }) => ({
    ...taught({ ...said, complainantName: said.complainant_name }),
    ...{ category, urgent, grouped, complainantId: complainantId ?? undefined },
  }));
}

/** What was said in a complaint, as it is asked about. */
export async function readSaid(
  database: Database,
  { actor, id }: { readonly actor: TenantActor; readonly id: string },
): Promise<
  { readonly content: string; readonly channel: string; readonly complainantName: string | null } | undefined
> {
  const where = new Conditions();
  onlyVisible(where, actor);
  where.and(`c.id = ${where.parameter(id)}::uuid`);
  const [row] = await database.readInTenant<{
    readonly content: string;
    readonly channel: string;
    readonly complainantName: string | null;
  }>(actor, {
    text: `select c.state ->> 'content' as content, c.channel, p.name as "complainantName" from complaint c
      left join complainant p on p.tenant_id = c.tenant_id and p.id = c.complainant_id where ${where.text}`,
    values: where.values,
  });
  return row;
}

/** What an organisation has learned. */
export interface Learned {
  readonly asked_at: Date;
  readonly trained_at: Date | null;
  readonly cases: number;
  readonly accuracy: Accuracy | null;
}

export async function readLearned(
  database: Database,
  actor: TenantActor,
): Promise<{ readonly learned: Learned | undefined; readonly taken: number; readonly other: number }> {
  const [rows = [], sums = []] = await database.readAllInTenant(actor, [
    {
      name: 'suggestions.learned',
      text: 'select asked_at, trained_at, cases, accuracy from suggestion_model',
      values: [],
    },
    {
      name: 'suggestions.counts',
      text: `select coalesce(sum(taken), 0)::int as taken, coalesce(sum(other), 0)::int as other
        from suggestion_count`,
      values: [],
    },
  ]);
  const [learned] = rows as unknown as readonly Learned[];
  const [counts] = sums as unknown as readonly { readonly taken: number; readonly other: number }[];
  return { learned, taken: counts?.taken ?? 0, other: counts?.other ?? 0 };
}

export async function readModel(
  database: Database,
  actor: TenantActor,
): Promise<{ readonly model: SuggestionModel | null; readonly trainedAt: Date | null } | undefined> {
  const [row] = await database.readInTenant<{ model: SuggestionModel | null; trainedAt: Date | null }>(
    actor,
    {
      name: 'suggestions.model',
      text: 'select model, trained_at as "trainedAt" from suggestion_model',
      values: [],
    },
  );
  return row;
}

export async function markAsked(tx: TenantTransaction): Promise<void> {
  await tx.query({
    name: 'suggestions.ask',
    text: `insert into suggestion_model (tenant_id, asked_at) values ($1, now())
      on conflict (tenant_id) do update set asked_at = now()`,
    values: [tx.tenantId],
  });
}

export async function keepModel(
  tx: TenantTransaction,
  learned: {
    readonly cases: number;
    readonly model: SuggestionModel | undefined;
    readonly accuracy: Accuracy | undefined;
  },
): Promise<void> {
  const { cases, model, accuracy } = learned;
  await tx.query({
    name: 'suggestions.keep',
    text: `insert into suggestion_model (tenant_id, asked_at, trained_at, cases, model, accuracy)
      values ($1, now(), now(), $2, $3::jsonb, $4::jsonb)
      on conflict (tenant_id) do update set trained_at = now(), cases = excluded.cases,
        model = excluded.model, accuracy = excluded.accuracy`,
    values: [
      tx.tenantId,
      cases,
      model ? JSON.stringify(model) : null,
      accuracy ? JSON.stringify(accuracy) : null,
    ],
  });
}

/** One more that was suggested, and whether it was what was chosen. */
export async function count(
  tx: TenantTransaction,
  { category, taken }: { readonly category: string; readonly taken: boolean },
): Promise<void> {
  const column = taken ? 'taken' : 'other';
  await tx.query({
    name: `suggestions.${column}`,
    text: `insert into suggestion_count as c (tenant_id, category, ${column}) values ($1, $2, 1)
      on conflict (tenant_id, category) do update set ${column} = c.${column} + 1`,
    values: [tx.tenantId, category],
  });
}
