import type { Localized } from '@huiyin/shared';
import { type Dimension, NOT_STATED } from '../figures/measures.ts';
import type { FigureQuery } from '../figures/query.ts';
import { dimensionLabel } from '../report/dimension-labels.ts';
import type { Sector } from '../sectors/contract.ts';
import type { VisitTarget } from './visit.ts';

/** Where complaints gather, as a figure names it. */
export interface VisitSpot {
  readonly target: VisitTarget;
  /** The value that the figure is narrowed to: a name, or the id of a department. */
  readonly value: string;
  readonly label: Localized;
  /** By which it is one place, party or department. */
  readonly dimension: Dimension;
}

/** Whom or what a figure would have visited: the party, department or place that it is narrowed to, if to one alone. */
export function visitSpotOf({ where = {} }: FigureQuery, sector: Sector): VisitSpot | undefined {
  const only = (dimension: Dimension): string | undefined => {
    const [value, ...others] = where[dimension] ?? [];
    return others.length > 0 || value === NOT_STATED ? undefined : value;
  };
  const spot = (target: VisitTarget, dimension: Dimension): VisitSpot | undefined => {
    const value = only(dimension);
    return value === undefined
      ? undefined
      : { target, dimension, value, label: dimensionLabel(dimension, value, { sector, names: new Map() }) };
  };
  for (const { key } of sector.fields) {
    const place = spot('PLACE', `details.${key}`);
    if (place) return place;
  }
  return spot('RESPONDENT', 'respondent') ?? spot('DEPARTMENT', 'department');
}
