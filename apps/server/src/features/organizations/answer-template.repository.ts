import type { TenantActor } from '@huiyin/domain';
import type { Database } from '../../tenancy/database.ts';
import type { TenantTransaction } from '../../tenancy/tenant-transaction.ts';

export interface AnswerTemplateRow {
  readonly id: string;
  readonly name: string;
  readonly text: string;
  /** Code of the document that begins from it; null where answers do. */
  readonly document: string | null;
}

/** Of one organisation. */
export const MOST_TEMPLATES = 100;

export function listTemplates(database: Database, actor: TenantActor): Promise<AnswerTemplateRow[]> {
  return database.readInTenant<AnswerTemplateRow & Record<string, unknown>>(actor, {
    name: 'answer-template.list',
    text: `select id, name, text, document from answer_template order by name, id limit ${MOST_TEMPLATES}`,
    values: [],
  });
}

/** `false` when there are as many as there may be. */
export async function addTemplate(tx: TenantTransaction, row: AnswerTemplateRow): Promise<boolean> {
  const added = await tx.query({
    name: 'answer-template.add',
    text: `insert into answer_template (tenant_id, id, name, text, document, changed_at)
      select $1, $2, $3, $4, $5, now()
      where (select count(*) from answer_template where tenant_id = $1) < ${MOST_TEMPLATES} returning id`,
    values: [tx.tenantId, row.id, row.name, row.text, row.document],
  });
  return added.length > 0;
}

type Words = Pick<AnswerTemplateRow, 'name' | 'text'>;

/** What it said before; `undefined` when there is none of that id. */
export async function changeTemplate(
  tx: TenantTransaction,
  row: AnswerTemplateRow,
): Promise<Words | undefined> {
  const [before] = await tx.query<Words & Record<string, unknown>>({
    name: 'answer-template.find',
    text: 'select name, text from answer_template where tenant_id = $1 and id = $2 for update',
    values: [tx.tenantId, row.id],
  });
  if (!before) return undefined;
  await tx.query({
    name: 'answer-template.change',
    text: `update answer_template set name = $3, text = $4, document = $5, changed_at = now()
      where tenant_id = $1 and id = $2`,
    values: [tx.tenantId, row.id, row.name, row.text, row.document],
  });
  return before;
}

/** What it said; `undefined` when there is none of that id. */
export async function removeTemplate(tx: TenantTransaction, id: string): Promise<Words | undefined> {
  const [removed] = await tx.query<Words & Record<string, unknown>>({
    name: 'answer-template.remove',
    text: 'delete from answer_template where tenant_id = $1 and id = $2 returning name, text',
    values: [tx.tenantId, id],
  });
  return removed;
}
