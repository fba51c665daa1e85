import type { Status, TenantActor } from '@huiyin/domain';
import type { Database } from '../../tenancy/database.ts';
import type { TenantTransaction } from '../../tenancy/tenant-transaction.ts';

/** What a card says, and beside which cases. */
export interface CardWords {
  readonly title: string;
  readonly text: string;
  readonly statuses: readonly Status[];
  readonly categories: readonly string[];
}

export interface CardRow extends CardWords {
  readonly id: string;
  readonly version: number;
}

/** Of one organisation. */
export const MOST_CARDS = 100;

export function listCards(database: Database, actor: TenantActor): Promise<CardRow[]> {
  return database.readInTenant<CardRow & Record<string, unknown>>(actor, {
    name: 'guidance-card.list',
    text: `select id, version, title, text, statuses, categories from guidance_card
      order by position, id limit ${MOST_CARDS}`,
    values: [],
  });
}

/** As the last of them; `false` when there are as many as there may be. */
export async function addCard(tx: TenantTransaction, row: Omit<CardRow, 'version'>): Promise<boolean> {
  const { id, title, text, statuses, categories } = row;
  const added = await tx.query({
    name: 'guidance-card.add',
    text: `insert into guidance_card (tenant_id, id, title, text, statuses, categories, position, changed_at)
      select $1, $2, $3, $4, $5, $6, coalesce(max(position) + 1, 0), now()
      from guidance_card where tenant_id = $1 having count(*) < ${MOST_CARDS} returning id`,
    values: [tx.tenantId, id, title, text, statuses, categories],
  });
  return added.length > 0;
}

/** What it said before, and its version from now on; the row is locked. */
export async function changeCard(
  tx: TenantTransaction,
  row: Omit<CardRow, 'version'>,
): Promise<{ readonly before: CardWords; readonly version: number } | undefined> {
  const { id, title, text, statuses, categories } = row;
  const [before] = await tx.query<CardWords & Record<string, unknown>>({
    name: 'guidance-card.find',
    text: 'select title, text, statuses, categories from guidance_card where tenant_id = $1 and id = $2',
    values: [tx.tenantId, id],
  });
  const [changed] = await tx.query<{ version: number }>({
    name: 'guidance-card.change',
    text: `update guidance_card set title = $3, text = $4, statuses = $5, categories = $6, changed_at = now(),
        version = version + 1
      where tenant_id = $1 and id = $2 returning version`,
    values: [tx.tenantId, id, title, text, statuses, categories],
  });
  return before && changed ? { before, ...changed } : undefined;
}

/** Puts a card in a place among the organisation's own, the first being 1; where it stood and stands, counted so. */
export async function moveCard(
  tx: TenantTransaction,
  { id, place }: { readonly id: string; readonly place: number },
): Promise<{ readonly title: string; readonly before: number; readonly after: number } | undefined> {
  const rows = await tx.query<{ id: string; title: string }>({
    name: 'guidance-card.lock-all',
    text: 'select id, title from guidance_card where tenant_id = $1 order by position, id for update',
    values: [tx.tenantId],
  });
  const from = rows.findIndex((row) => row.id === id);
  const [card] = rows.slice(from, from + 1);
  if (from < 0 || !card) return undefined;
  const to = Math.min(Math.max(place, 1), rows.length) - 1;
  const ordered = rows.toSpliced(from, 1).toSpliced(to, 0, card);
  await tx.query({
    name: 'guidance-card.order',
    text: `update guidance_card c set position = o.place
      from unnest($2::uuid[]) with ordinality as o (id, place) where c.tenant_id = $1 and c.id = o.id`,
    values: [tx.tenantId, ordered.map((row) => row.id)],
  });
  return { title: card.title, before: from + 1, after: to + 1 };
}

/** What it said; `undefined` when there is none of that id. */
export async function removeCard(tx: TenantTransaction, id: string): Promise<CardWords | undefined> {
  const [removed] = await tx.query<CardWords & Record<string, unknown>>({
    name: 'guidance-card.remove',
    text: `delete from guidance_card where tenant_id = $1 and id = $2
      returning title, text, statuses, categories`,
    values: [tx.tenantId, id],
  });
  return removed;
}
