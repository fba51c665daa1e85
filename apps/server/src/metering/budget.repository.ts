import type { Database } from '../tenancy/database.ts';
import type { Statement } from '../tenancy/pipeline.ts';

/** How much somebody may spend: at once, and in the long run. */
export interface Budget {
  /** The full measure, in points. */
  readonly capacity: number;
  readonly refillPerSecond: number;
}

/** What a server asks to be lent of one budget: `least`, or it is of no use; `most`, to have some in hand. */
export interface Asked {
  readonly id: string;
  readonly budget: Budget;
  readonly least: number;
  readonly most: number;
}

/** What was lent, and what is left for all servers. */
export interface Lent {
  readonly lent: number;
  readonly points: number;
}

const FULL =
  'least($3::float8, b.points + $4::float8 * greatest(0, extract(epoch from now() - b.at)::float8))';
const LENT = `case when ${FULL} >= $5::float8 then least(${FULL}, $6::float8) else 0 end`;

/** Whoever has spent nothing yet has the full measure. */
const BORROW = `
  insert into api_budget as b (tenant_id, id, points, at, lent)
  values ($1, $2, $3::float8 - least($3::float8, $6::float8), now(), least($3::float8, $6::float8))
  on conflict (tenant_id, id) do update
    set points = ${FULL} - ${LENT}, lent = ${LENT}, at = greatest(b.at, now())
  returning points, lent`;

/** Borrows from budgets, in their order: whoever borrows from the same ones does so in the same order. */
export function borrow(database: Database, tenantId: string, asked: readonly Asked[]): Promise<Lent[]> {
  return database.inTenant({ tenantId }, async (tx) => {
    const rows = await Promise.all(
      asked.map(({ id, budget: { capacity, refillPerSecond }, least, most }) =>
        tx.query<Lent & Record<string, unknown>>({
          name: 'api-budget.borrow',
          text: BORROW,
          values: [tenantId, id, capacity, refillPerSecond, least, most],
        }),
      ),
    );
    return rows.map(([row]) => row ?? { lent: 0, points: 0 });
  });
}

/** Gives back what was lent and not used. */
export function giveBack(
  database: Database,
  tenantId: string,
  returned: readonly { readonly id: string; readonly points: number }[],
): Promise<void> {
  return database.inTenant({ tenantId }, async (tx) => {
    for (const { id, points } of returned) tx.later(returning(tenantId, id, points));
  });
}

const returning = (tenantId: string, id: string, points: number): Statement => ({
  name: 'api-budget.give-back',
  text: 'update api_budget set points = points + $3 where tenant_id = $1 and id = $2',
  values: [tenantId, id, points],
});
