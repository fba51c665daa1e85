import {
  COMMON_DIMENSIONS,
  type Counted,
  DERIVED,
  type Derived,
  FACT_DIMENSIONS,
  type FigureQuery,
  isDerived,
  MEASURES,
  NOT_STATED,
  WAYS_IN,
} from '@huiyin/domain';
import { ACTION_OF_FACT, lastDay } from './action-sql.ts';

/** The query as an opaque string that lists of complaints take as a filter. */
export function casesFilterOf(query: FigureQuery): string {
  const { measure, where = {}, from, to } = query;
  return Buffer.from(JSON.stringify({ measure, where, from, to })).toString('base64url');
}

const DAY = /^\d{4}-\d{2}-\d{2}$/;
const KNOWN_DIMENSIONS: ReadonlySet<string> = new Set([...COMMON_DIMENSIONS, ...FACT_DIMENSIONS]);
const COUNTED: readonly Counted[] = [...MEASURES, 'OPEN', ...DERIVED];

/** @throws TypeError for anything that is no figure of ours. */
export function parseCasesFilter(text: string): FigureQuery {
  try {
    const { measure, where, from, to } = JSON.parse(
      Buffer.from(text, 'base64url').toString('utf8'),
    ) as FigureQuery;
    const sound =
      COUNTED.includes(measure) &&
      DAY.test(from) &&
      DAY.test(to) &&
      Object.entries(where ?? {}).every(
        ([dimension, values]) =>
          (KNOWN_DIMENSIONS.has(dimension) || /^details\.[A-Za-z0-9]+$/.test(dimension)) &&
          Array.isArray(values) &&
          values.every((value) => typeof value === 'string'),
      );
    if (sound) return { measure, where: where ?? {}, from, to };
  } catch {
    // Falls through: whatever it was, it is not ours.
  }
  throw new TypeError('That is not a figure of this report.');
}

/** `$n` of a value. */
type Parameter = (value: unknown) => string;

/**
 * The condition that a fact `f` of a complaint `c` is one that a figure counts. A fact's own value of a dimension
 * stands before its complaint's; a complaint without a value counts under NONE. Of `OPEN` the receipt is counted,
 * where it was not undone by the last day.
 */
export function factCondition(query: FigureQuery, parameter: Parameter): string {
  const parts = countedOf(query, parameter);
  for (const [dimension, values] of Object.entries(query.where ?? {})) {
    if (!values) continue;
    const value = dimensionValue(parameter(dimension));
    parts.push(`${value} ?| ${parameter([...values])}::text[]`);
  }
  return parts.join(' and ');
}

function countedOf({ measure, from, to }: FigureQuery, parameter: Parameter): string[] {
  if (measure === 'OPEN') return [`f.key = 'received'`, openAtEndOf(to, parameter)];
  if (isDerived(measure)) return derivedOf({ measure, from, to }, parameter);
  return [
    `f.measure = ${parameter(measure)}`,
    `f.on_date between ${parameter(from)}::date and ${parameter(to)}::date`,
  ];
}

/** What follows from facts: something began and did not end by a day, or ended as it should. */
function derivedOf(
  { measure, from, to }: { readonly measure: Derived; readonly from: string; readonly to: string },
  parameter: Parameter,
): string[] {
  const begun = (began: string, [beginning, end]: readonly [string, string]) => [
    `f.measure = '${began}' and f.on_date <= ${parameter(to)}::date`,
    `not exists (select from complaint_fact e where e.tenant_id = f.tenant_id and e.complaint_id = f.complaint_id
      and e.key = regexp_replace(f.key, '${beginning}', '${end}') and e.on_date <= ${parameter(to)}::date)`,
  ];
  const due = `(${ACTION_OF_FACT} ->> 'dueOn')::date`;
  switch (measure) {
    case 'ENGINEERING_WAITING':
      return begun('ENGINEERING_JOINED', ['joined$', 'ended']);
    case 'ACTION_OPEN':
      return begun('ACTION_PLANNED', ['^planned', 'completed']);
    case 'ACTION_OVERDUE':
      return [...begun('ACTION_PLANNED', ['^planned', 'completed']), `${due} <= ${lastDay(to, parameter)}`];
    case 'ACTION_IN_TIME':
      return [
        `f.measure = 'ACTION_COMPLETED'`,
        `f.on_date between ${parameter(from)}::date and ${parameter(to)}::date`,
        `${due} >= f.on_date`,
      ];
  }
}

const BALANCE = [...WAYS_IN, 'LEFT'].map((measure) => `'${measure}'`).join(', ');

/** More ways in than ways out by the end of a day. */
function openAtEndOf(day: string, parameter: Parameter): string {
  return `(select sum(case o.measure when 'LEFT' then -1 else 1 end) from complaint_fact o
    where o.tenant_id = f.tenant_id and o.complaint_id = f.complaint_id
      and o.measure in (${BALANCE}) and o.on_date <= ${parameter(day)}::date) > 0`;
}

/** The values of a dimension as a JSON array, whatever they are stored as. */
export function dimensionValue(dimension: string): string {
  const stored = `coalesce(f.dimensions -> ${dimension}::text, c.dimensions -> ${dimension}::text, '"${NOT_STATED}"')`;
  return `(case when jsonb_typeof(${stored}) = 'array' then ${stored} else jsonb_build_array(${stored}) end)`;
}

/** The condition that a complaint `c` is one of the cases behind a figure. */
export function figureCondition(query: FigureQuery, parameter: Parameter): string {
  return `exists (select 1 from complaint_fact f
    where f.tenant_id = c.tenant_id and f.complaint_id = c.id and ${factCondition(query, parameter)})`;
}
