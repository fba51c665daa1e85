import type { ComplaintState } from '../complaint/state.ts';
import type { Sector } from '../sectors/contract.ts';
import { rootCode } from '../sectors/options.ts';
import { type ComparedPlace, placesOf } from '../similarity/matter.ts';
import type { Cell } from './burst.ts';

/** About a kilometre: hundredths of a degree. */
const SQUARE = 100;
/**
 * What a complaint can have in common with others of one event: its category, and the one above it, with the party
 * complained about, the department, or a detail by which its sector brings complaints together.
 */
export function cellsOf(
  { category, respondent, details }: Pick<ComplaintState, 'category' | 'respondent' | 'details'>,
  sector: Sector,
): readonly Cell[] {
  if (category === undefined) return [];
  const wheres = [
    ...(respondent.name
      ? [{ by: 'RESPONDENT' as const, value: respondent.name, label: respondent.name }]
      : []),
    ...(respondent.departmentId
      ? [{ by: 'DEPARTMENT' as const, value: respondent.departmentId, label: respondent.departmentId }]
      : []),
    ...placesOf(details, sector).map((place) => ({
      ...{ by: 'DETAIL' as const, field: place.field },
      ...cellOf(place),
    })),
  ];
  const categories = new Set([category, rootCode(sector.categories, category)]);
  return [...categories].flatMap((each) => wheres.map((where) => ({ category: each, ...where })));
}

/** A place by its square of the map, or its address as far as the house number; a text as it is. */
function cellOf({ name, point }: ComparedPlace): { readonly value: string; readonly label: string } {
  if (!point) return { value: name ?? '', label: name ?? '' };
  const square = [point.longitude, point.latitude]
    .map((degrees) => Math.round(degrees * SQUARE) / SQUARE)
    .join(',');
  return { value: square, label: name ?? square };
}
