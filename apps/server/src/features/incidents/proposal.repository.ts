import type { Burst, LocalDate, TenantActor } from '@huiyin/domain';
import { v7 as uuidv7 } from 'uuid';
import { Conditions } from '../../casework/conditions.ts';
import type { EventAuthor } from '../../casework/event-chain.ts';
import { onlyVisible } from '../../casework/visibility.ts';
import type { Database } from '../../tenancy/database.ts';
import type { TenantTransaction } from '../../tenancy/tenant-transaction.ts';

/** BURST: more than chance brings; DECLARED: a complaint says of itself that it is one of many. */
export type ProposalKind = 'BURST' | 'DECLARED';

/** What was found, as it is kept. */
export type Found = Pick<Burst, 'cell'> & Partial<Omit<Burst, 'cell' | 'complaintIds' | 'from' | 'to'>>;

export interface NewProposal {
  readonly cell: string;
  readonly kind: ProposalKind;
  readonly from: LocalDate;
  readonly to: LocalDate;
  readonly found: Found;
  readonly complaintIds: readonly string[];
}

/**
 * Puts down what was found now. One that is open keeps its place with the figures of today; what an officer has decided
 * on is not proposed again for the same days; what is no longer found is offered no longer.
 */
export async function keepProposals(tx: TenantTransaction, found: readonly NewProposal[]): Promise<void> {
  await tx.query({
    name: 'incident-proposal.gone',
    text: `update incident_proposal set status = 'GONE'
        where tenant_id = $1 and status = 'OPEN' and cell <> all($2::text[])`,
    values: [tx.tenantId, found.map(({ cell }) => cell)],
  });
  for (const { cell, kind, from, to, found: figures, complaintIds } of found) {
    await tx.query({
      name: 'incident-proposal.keep',
      text: `insert into incident_proposal
          (tenant_id, id, cell, kind, from_date, to_date, found, complaint_ids, status, found_at)
        select $1, $2, $3, $4, $5, $6, $7::jsonb, $8::uuid[], 'OPEN', now()
        where not exists (select 1 from incident_proposal d where d.tenant_id = $1 and d.cell = $3
          and d.status in ('ACCEPTED', 'DISMISSED') and d.to_date >= $5::date)
        on conflict (tenant_id, cell) where status = 'OPEN' do update set kind = excluded.kind,
          from_date = excluded.from_date, to_date = excluded.to_date, found = excluded.found,
          complaint_ids = excluded.complaint_ids`,
      values: [...[tx.tenantId, uuidv7(), cell, kind, from, to, JSON.stringify(figures), [...complaintIds]]],
    });
  }
}

export interface ProposalRow {
  readonly id: string;
  readonly kind: ProposalKind;
  readonly from_date: string;
  readonly to_date: string;
  readonly found: Found;
  readonly found_at: Date;
  /** Complaints that the reader may see and that are in no incident yet. */
  readonly complaints: readonly { readonly id: string; readonly number: string; readonly title: string }[];
}

/** Open proposals, the newest first; one of whose complaints the reader sees none is not theirs to see. */
export async function readProposals(
  database: Database,
  { actor, id }: { readonly actor: TenantActor; readonly id?: string },
): Promise<ProposalRow[]> {
  const where = new Conditions();
  onlyVisible(where, actor);
  const visible = where.text;
  const one = id ? `and p.id = ${where.parameter(id)}::uuid` : '';
  const rows = await database.readInTenant<ProposalRow & Record<string, unknown>>(actor, {
    text: `select p.id, p.kind, p.from_date::text, p.to_date::text, p.found, p.found_at, (
        select coalesce(json_agg(json_build_object('id', c.id, 'number', c.number, 'title', c.title)
          order by c.received_at), '[]')
        from complaint c where c.tenant_id = p.tenant_id and c.id = any(p.complaint_ids) and c.incident_id is null
          and ${visible}
      ) as complaints
      from incident_proposal p where p.status = 'OPEN' ${one} order by p.found_at desc, p.id desc limit 50`,
    values: where.values,
  });
  return rows.filter(({ complaints }) => complaints.length > 0);
}

/** Decides on an open proposal; `false` when none of that id is open any more. */
export async function decideProposal(
  tx: TenantTransaction,
  decision: {
    readonly id: string;
    readonly as: 'ACCEPTED' | 'DISMISSED';
    readonly by: EventAuthor;
    readonly reason: string;
    readonly incidentId?: string;
  },
): Promise<boolean> {
  const { id, as, by, reason, incidentId = null } = decision;
  const rows = await tx.query({
    name: 'incident-proposal.decide',
    text: `update incident_proposal set status = $3, decided_at = now(), decided_by = $4::jsonb, reason = $5,
        incident_id = $6 where tenant_id = $1 and id = $2 and status = 'OPEN' returning id`,
    values: [tx.tenantId, id, as, JSON.stringify(by), reason, incidentId],
  });
  return rows.length > 0;
}

/** The incident that an accepted proposal became. */
export async function incidentOfProposal(
  database: Database,
  { actor, id }: { readonly actor: TenantActor; readonly id: string },
): Promise<string | null> {
  const [row] = await database.readInTenant<{ incident_id: string | null }>(actor, {
    name: 'incident-proposal.incident',
    text: `select incident_id from incident_proposal where id = $1 and status = 'ACCEPTED'`,
    values: [id],
  });
  return row?.incident_id ?? null;
}
