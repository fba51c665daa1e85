import {
  COMMON_DIMENSIONS,
  FACT_DIMENSIONS,
  MEASURES,
  type Measure,
  NOT_STATED,
  type Where,
} from '@huiyin/domain';

/** The exact query behind a figure: what was counted, over which days, narrowed by what. */
export interface FigureQuery {
  readonly measure: Measure;
  readonly where?: Where;
  /** First day, inclusive. */
  readonly from: string;
  /** Last day, inclusive. */
  readonly to: string;
}

/** The query as an opaque string that lists of complaints take as a filter. */
export function casesFilterOf(query: FigureQuery): string {
  const { measure, where = {}, from, to } = query;
  return Buffer.from(JSON.stringify({ measure, where, from, to })).toString('base64url');
}

const DAY = /^\d{4}-\d{2}-\d{2}$/;
const KNOWN_DIMENSIONS: ReadonlySet<string> = new Set([...COMMON_DIMENSIONS, ...FACT_DIMENSIONS]);

/** @throws TypeError for anything that is no figure of ours. */
export function parseCasesFilter(text: string): FigureQuery {
  try {
    const { measure, where, from, to } = JSON.parse(
      Buffer.from(text, 'base64url').toString('utf8'),
    ) as FigureQuery;
    const sound =
      MEASURES.includes(measure) &&
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

/**
 * The condition that a fact `f` of a complaint `c` is one that a figure counts. A fact's own value of a dimension
 * stands before its complaint's; a complaint without a value counts under NONE.
 */
export function factCondition(query: FigureQuery, parameter: (value: unknown) => string): string {
  const parts = [
    `f.measure = ${parameter(query.measure)}`,
    `f.on_date between ${parameter(query.from)}::date and ${parameter(query.to)}::date`,
  ];
  for (const [dimension, values] of Object.entries(query.where ?? {})) {
    if (!values) continue;
    const value = dimensionValue(parameter(dimension));
    parts.push(`${value} ?| ${parameter([...values])}::text[]`);
  }
  return parts.join(' and ');
}

/** The values of a dimension as a JSON array, whatever they are stored as. */
export function dimensionValue(dimension: string): string {
  const stored = `coalesce(f.dimensions -> ${dimension}::text, c.dimensions -> ${dimension}::text, '"${NOT_STATED}"')`;
  return `(case when jsonb_typeof(${stored}) = 'array' then ${stored} else jsonb_build_array(${stored}) end)`;
}

/** The condition that a complaint `c` is one of the cases behind a figure. */
export function figureCondition(query: FigureQuery, parameter: (value: unknown) => string): string {
  return `exists (select 1 from complaint_fact f
    where f.tenant_id = c.tenant_id and f.complaint_id = c.id and ${factCondition(query, parameter)})`;
}
