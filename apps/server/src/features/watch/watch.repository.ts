import type { Dimension, FigureQuery, StaffActor } from '@huiyin/domain';
import { Conditions } from '../../casework/conditions.ts';
import { dimensionValue, factCondition } from '../../casework/figure-sql.ts';
import { onlyVisible } from '../../casework/visibility.ts';
import type { Statement } from '../../tenancy/database.ts';

/** How many facts of a figure stand under each value of a dimension, of complaints that the actor may see. */
export function watchStatement(options: {
  readonly actor: StaffActor;
  readonly query: FigureQuery;
  readonly by: Dimension;
}): Statement {
  const { actor, query, by } = options;
  const where = new Conditions();
  onlyVisible(where, actor);
  where.and(factCondition(query, (value) => where.parameter(value)));
  const values = dimensionValue(where.parameter(by));
  return {
    text: `select each.value, count(*)::int as count from complaint_fact f
      join complaint c on c.tenant_id = f.tenant_id and c.id = f.complaint_id
      cross join lateral jsonb_array_elements_text(${values}) as each(value)
      where ${where.text} group by each.value`,
    values: where.values,
  };
}
