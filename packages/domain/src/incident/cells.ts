import type { ComplaintState } from '../complaint/state.ts';
import type { Sector } from '../sectors/contract.ts';
import { rootCode } from '../sectors/options.ts';
import type { Cell } from './burst.ts';

/** About a kilometre: hundredths of a degree. */
const SQUARE = 100;
/** What comes before the number of a house or a block: the estate, the street, the attraction. */
const BEFORE_NUMBER = /^[^\d#号]{2,}/u;

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
    ...(sector.clusteredBy ?? []).flatMap((field) => {
      const where = placeOf(details[field]);
      return where ? [{ by: 'DETAIL' as const, field, ...where }] : [];
    }),
  ];
  const categories = new Set([category, rootCode(sector.categories, category)]);
  return [...categories].flatMap((each) => wheres.map((where) => ({ category: each, ...where })));
}

/** A place by its square of the map, or its address as far as the house number; a text as it is. */
function placeOf(value: unknown): { readonly value: string; readonly label: string } | undefined {
  if (typeof value === 'string')
    return value.trim() ? { value: value.trim(), label: value.trim() } : undefined;
  if (typeof value !== 'object' || value === null) return undefined;
  const { address, longitude, latitude } = value as {
    address?: string;
    longitude?: number;
    latitude?: number;
  };
  const text = address?.trim() ?? '';
  const name = BEFORE_NUMBER.exec(text)?.[0] ?? text;
  if (longitude !== undefined && latitude !== undefined) {
    const square = [longitude, latitude].map((degrees) => Math.round(degrees * SQUARE) / SQUARE).join(',');
    return { value: square, label: name || square };
  }
  return name ? { value: name, label: name } : undefined;
}
