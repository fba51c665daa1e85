import type { FigureQuery, TenantActor } from '@huiyin/domain';
import { factCondition } from '../casework/figure-sql.ts';
import type { Database } from '../tenancy/database.ts';

/** A figure counted straight from the facts, with the numbers of its cases in order. */
export async function countFigure(
  database: Database,
  actor: TenantActor,
  query: FigureQuery,
): Promise<{ readonly count: number; readonly amount: number; readonly numbers: readonly string[] }> {
  const values: unknown[] = [];
  const condition = factCondition(query, (value) => {
    values.push(value);
    return `$${values.length}`;
  });
  const rows = await database.readInTenant<{ number: string; amount: string | null }>(actor, {
    text: `select coalesce(c.external_number, c.number) as number, f.amount
      from complaint_fact f join complaint c on c.tenant_id = f.tenant_id and c.id = f.complaint_id
      where ${condition} order by 1`,
    values,
  });
  return {
    count: rows.length,
    amount: rows.reduce((sum, { amount }) => sum + Number(amount ?? 0), 0),
    numbers: [...new Set(rows.map(({ number }) => number))],
  };
}
