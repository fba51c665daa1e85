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
