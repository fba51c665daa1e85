import {
  canReadRestricted,
  EFFECT_DAYS,
  type FigureQuery,
  type FigureRequest,
  type TenantActor,
} from '@huiyin/domain';
import { ACTION_COLUMNS, ACTIONS, lastDay } from '../../casework/action-sql.ts';
import { dimensionValue, factCondition } from '../../casework/figure-sql.ts';
import { SITES_SQL } from '../../casework/site-sql.ts';
import { trainingCounts } from '../../casework/training-counts.ts';
import { visitCounts } from '../../casework/visit-counts.ts';
import type { Statement } from '../../tenancy/database.ts';

/** One request as one statement over the facts of the caller's organisation. */
export function statementOf(request: FigureRequest): Statement {
  const values: unknown[] = [];
  const parameter = (value: unknown): string => {
    values.push(value);
    return `$${values.length}`;
  };
  return { text: textOf(request, parameter), values };
}

/** Facts and cases behind a figure, with those cases that are restricted and not the actor's own. */
export function countStatement(query: FigureQuery, actor: TenantActor): Statement {
  const values: unknown[] = [];
  const parameter = (value: unknown): string => {
    values.push(value);
    return `$${values.length}`;
  };
  const condition = factCondition(query, parameter);
  const own = actor.kind === 'staff' ? actor.memberId : null;
  const hidden = canReadRestricted(actor)
    ? 'false'
    : `c.restricted and c.handler_id is distinct from ${parameter(own)}::uuid`;
  return {
    text: `select count(*) as count, count(distinct c.id) as cases,
        count(distinct c.id) filter (where ${hidden}) as hidden
      from ${FACTS} where ${condition}`,
    values,
  };
}

type Parameter = (value: unknown) => string;

const FACTS = `complaint_fact f join complaint c on c.tenant_id = f.tenant_id and c.id = f.complaint_id`;

function textOf(request: FigureRequest, parameter: Parameter): string {
  switch (request.kind) {
    case 'groups':
      return groups(request, parameter);
    case 'months':
      return `select array[to_char(f.on_date, 'YYYY-MM')] as values, count(*) as count, coalesce(sum(f.amount), 0) as amount
        from ${FACTS} where ${factCondition(request.query, parameter)} group by 1`;
    case 'percentile': {
      const at = parameter(request.at);
      return `select percentile_cont(${at}::float8) within group (order by f.amount) as value
        from ${FACTS} where ${factCondition(request.query, parameter)}`;
    }
    case 'currencies':
      return `select money #>> '{original,currency}' as currency, count(*) as count,
          sum((money #>> '{original,amount}')::numeric) as original, sum(f.amount) as converted
        from ${withMoney(request.query, parameter)} and money is not null group by 1 order by 1`;
    case 'amounts':
      return `select c.id, coalesce(c.external_number, c.number) as number,
          coalesce(item ->> 'party', c.respondent_name) as party,
          coalesce(item ->> 'sanction', item ->> 'remedy') as what,
          money #>> '{original,currency}' as currency, money #>> '{original,amount}' as original,
          money ->> 'rate' as rate, money ->> 'rateDate' as rate_date, f.amount as converted,
          f.on_date::text as "on", item ->> 'paidOn' as paid_on
        from ${withMoney(request.query, parameter)} and not c.restricted order by f.on_date, 2, place`;
    case 'cases':
      return `with counted as (
          select distinct c.id, c.received_at, c.restricted from ${FACTS}
          where ${factCondition(request.query, parameter)}
        ),
        shown as (
          select id from counted where not restricted
          order by received_at, id limit ${parameter(request.limit)}::int
        ),
        counts as (
          select count(*) as cases, count(*) filter (where restricted) as restricted from counted
        )
        select counts.cases, counts.restricted, coalesce(c.external_number, c.number) as number, c.state,
          p.name as complainant_name
        from counts
        left join shown on true
        left join complaint c on c.id = shown.id
        left join complainant p on p.tenant_id = c.tenant_id and p.id = c.complainant_id
        order by c.received_at, c.id`;
    case 'incidents': {
      const to = parameter(request.to);
      const day = (at: string) => `(${at} at time zone 'Asia/Shanghai')::date`;
      return `select i.id, i.number, i.title, ${day('i.opened_at')}::text as opened_on,
          case when ${day('i.answered_at')} <= ${to}::date
            then extract(epoch from i.answered_at - i.opened_at)::bigint end as seconds,
          case when (i.state #>> '{closing,at}') is not null and ${day(`(i.state #>> '{closing,at}')::timestamptz`)} <= ${to}::date
            then 'CLOSED' when ${day('i.answered_at')} <= ${to}::date then 'ANSWERED' else 'OPEN' end as status,
          (select coalesce(json_agg(json_build_object('complainantId', c.complainant_id, 'groupSize', c.group_size)), '[]')
            from ${FACTS} where f.measure = 'INCIDENT_LINKED' and f.dimensions ->> 'incident' = i.id::text
              and f.on_date <= ${to}::date) as cases
        from incident i where ${day('i.opened_at')} between ${parameter(request.from)}::date and ${to}::date
        order by i.opened_at, i.id`;
    }
    case 'formerNames':
      return `select a.name, coalesce(a.type, 'NONE') as type, coalesce(r.type, 'NONE') || e'\\n' || r.name as now
        from respondent a join respondent r on r.tenant_id = a.tenant_id and r.id = a.merged_into`;
    case 'training':
      return trainingCounts({ from: parameter(request.from), to: parameter(request.to) });
    case 'sites':
      return SITES_SQL;
    case 'visits':
      return visitCounts({ from: parameter(request.from), to: parameter(request.to) });
    case 'actions':
      return actions(request, parameter);
    case 'denominator':
      return `select value from denominator
        where code = ${parameter(request.code)} and from_date = ${parameter(request.from)}::date
          and to_date = ${parameter(request.to)}::date`;
  }
}

/** What is overdue the longest overdue first, what was completed the latest first. */
function actions(
  { which, from, to }: Extract<FigureRequest, { kind: 'actions' }>,
  parameter: Parameter,
): string {
  const last = `${parameter(to)}::date`;
  const within = (day: string) => `${day} between ${parameter(from)}::date and ${last}`;
  const condition =
    which === 'OVERDUE'
      ? `a.planned_on <= ${last} and a.due_on <= ${lastDay(to, parameter)}
          and (a.completed_on is null or a.completed_on > ${last})`
      : `(${within('a.completed_on')} or ${within(`a.completed_on + ${EFFECT_DAYS}`)})`;
  const order = which === 'OVERDUE' ? 'a.due_on' : 'a.completed_on desc';
  return `select ${ACTION_COLUMNS} from ${ACTIONS} where not c.restricted and ${condition} order by ${order}, a.id`;
}

/** Counts under the values of up to two dimensions; a case that stands under several is counted under each. */
function groups({ query, by }: Extract<FigureRequest, { kind: 'groups' }>, parameter: Parameter): string {
  const names = by.map((_, index) => `by${index}.value`);
  const joins = by.map(
    (dimension, index) =>
      `cross join lateral jsonb_array_elements_text(${dimensionValue(parameter(dimension))}) as by${index}(value)`,
  );
  // Of a case under several values, only those asked for: the others were not what was narrowed to.
  const narrowed = by.flatMap((dimension, index) => {
    const values = query.where?.[dimension];
    return values ? [`by${index}.value = any(${parameter([...values])}::text[])`] : [];
  });
  const conditions = [factCondition(query, parameter), ...narrowed].join(' and ');
  return `select ${by.length > 0 ? `array[${names.join(', ')}]` : `'{}'::text[]`} as values,
      count(*) as count, coalesce(sum(f.amount), 0) as amount
    from ${FACTS} ${joins.join(' ')} where ${conditions} ${by.length > 0 ? `group by ${names.join(', ')}` : ''}`;
}

/** Facts with the sanction or remedy they are about, which the state keeps with its money. */
function withMoney(query: FigureQuery, parameter: Parameter): string {
  return `${FACTS}
    cross join lateral (
      select item, item -> 'money' as money, place
      from jsonb_array_elements((c.state -> 'remedies') || (c.state -> 'sanctions')) with ordinality as each (item, place)
      where item ->> 'id' = substring(f.key from position(':' in f.key) + 1)
    ) as sums
    where ${factCondition(query, parameter)}`;
}
