import type { Localized } from '@huiyin/shared';
import type { MeasureQuery, Where } from '../figures/measures.ts';
import type { Derived, FigureQuery, FigureSource, Group } from '../figures/query.ts';
import type { Sector } from '../sectors/contract.ts';
import type { NamesById } from './dimension-labels.ts';
import type { Period, ReportPeriods } from './period.ts';

/** What a report is about. */
export interface ReportSubject {
  readonly sector: Sector;
  readonly periods: ReportPeriods;
  readonly organization: Localized;
  /** Departments and members by id. */
  readonly names: NamesById;
}

/** A report while it is being written. */
export interface BlockContext extends ReportSubject {
  readonly source: FigureSource;
  /** Says what does not add up or is missing. */
  readonly problem: (text: Localized) => void;
}

/** A query over the days of a period. */
export function over({ measure, where }: MeasureQuery, { from, to }: Period): FigureQuery {
  return { measure, ...(where ? { where } : {}), from, to };
}

/** The same of what follows from facts. */
export function derivedOver(
  { measure, where }: { readonly measure: Derived; readonly where?: Where },
  { from, to }: Period,
): FigureQuery {
  return { measure, ...(where ? { where } : {}), from, to };
}

/** The total of a query: the sum of its one group. */
export function totalOf(source: FigureSource, query: FigureQuery): Group {
  const [group] = source({ kind: 'groups', query, by: [] });
  return group ?? { values: [], count: 0, amount: 0 };
}
