import type { Dimension, FigureQuery, MatterWatch, StaffActor } from '@huiyin/domain';
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

/** How many facts of a figure there are, of complaints that the actor may see. */
export function countStatement(actor: StaffActor, query: FigureQuery): Statement {
  const where = new Conditions();
  onlyVisible(where, actor);
  where.and(factCondition(query, (value) => where.parameter(value)));
  return {
    text: `select count(*)::int as count from complaint_fact f
      join complaint c on c.tenant_id = f.tenant_id and c.id = f.complaint_id where ${where.text}`,
    values: where.values,
  };
}

/** Complaints that share what is watched, or wait for a day that has come. */
export interface MatterRow {
  readonly name: string;
  /** What the value is of. */
  readonly of: string | null;
  /** The day since when. */
  readonly since: string | null;
  readonly count: number;
  readonly complaints: readonly { readonly id: string; readonly number: string }[];
}

const COMPLAINTS = `(json_agg(json_build_object('id', c.id, 'number', c.number) order by c.received_at desc, c.id))`;

/** The matters of one watch among the complaints that the actor may see; at most a hundred. */
export function mattersStatement(watch: MatterWatch, actor: StaffActor): Statement {
  const where = new Conditions();
  onlyVisible(where, actor);
  where.and(`c.status <> 'MERGED'`);
  if (watch.kind === 'REPEATED') {
    const value = `upper(trim(c.details ->> ${where.parameter(watch.field)}))`;
    where.and(`${value} <> ''`);
    where.and(`c.received_at >= now() - make_interval(days => ${where.parameter(watch.withinDays)}::int)`);
    const of = `max(c.details ->> ${where.parameter(watch.of)})`;
    return {
      text: `select ${value} as name, ${of} as of, null as since, count(*)::int as count, ${COMPLAINTS} as complaints
        from complaint c where ${where.text} group by ${value}
        having count(*) >= ${where.parameter(watch.least)}::int order by count(*) desc, 1 limit 100`,
      values: where.values,
    };
  }
  if (watch.kind === 'RECEIPT') {
    const since = `((p.value ->> 'at')::timestamptz at time zone 'Asia/Shanghai')::date`;
    where.and(`p.value ->> 'to' = ${where.parameter(watch.to)} and p.value -> 'receipt' is null`);
    where.and(
      `${since} + ${where.parameter(watch.withinDays)}::int < (now() at time zone 'Asia/Shanghai')::date`,
    );
    return {
      text: `select c.number as name, null as of, min(${since})::text as since, 1 as count,
          json_build_array(json_build_object('id', c.id, 'number', c.number)) as complaints
        from complaint c cross join lateral jsonb_array_elements(c.state -> 'forwardings') as p(value)
        where ${where.text} group by c.id, c.number order by min(${since}), c.id limit 100`,
      values: where.values,
    };
  }
  const since = `((c.details ->> ${where.parameter(watch.since)})::timestamptz at time zone 'Asia/Shanghai')::date`;
  where.and(`c.details ->> ${where.parameter(watch.done)} is null`);
  where.and(`${since} + make_interval(years => ${where.parameter(watch.years)}::int)
    <= now() + make_interval(days => ${where.parameter(watch.noticeDays)}::int)`);
  return {
    text: `select c.number as name, null as of, ${since}::text as since, 1 as count,
        json_build_array(json_build_object('id', c.id, 'number', c.number)) as complaints
      from complaint c where ${where.text} order by ${since}, c.id limit 100`,
    values: where.values,
  };
}
