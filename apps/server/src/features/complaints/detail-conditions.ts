import type { FieldDeclaration, Sector, TenantActor } from '@huiyin/domain';
import type { Conditions } from '../../casework/conditions.ts';
import { needsToKnow } from '../../casework/visibility.ts';

interface Range {
  readonly min?: number | null;
  readonly max?: number | null;
  readonly from?: string | null;
  readonly to?: string | null;
}
interface PlaceFilter {
  readonly address?: string | null;
  readonly west?: number | null;
  readonly east?: number | null;
  readonly south?: number | null;
  readonly north?: number | null;
}

/** Narrows by what the sector declares: every field, each in its own way. */
export function byDetails(
  where: Conditions,
  details: Readonly<Record<string, unknown>>,
  { sector, actor }: { readonly sector: Sector; readonly actor: TenantActor },
): void {
  for (const field of sector.fields) {
    const value = details[field.key];
    if (value === undefined || value === null) continue;
    // Nobody finds out by asking what they would not be shown.
    if (field.sensitive) where.and(`(${needsToKnow(where, actor)})`);
    if (field.sensitive === 'personal') where.and(`c.disclosure <> 'CONFIDENTIAL'`);
    for (const condition of fieldConditions(where, field, value)) where.and(condition);
  }
}

/** Declared keys are camelCase words: nothing of a caller's stands in the text of a statement. */
function fieldConditions(where: Conditions, field: FieldDeclaration, value: unknown): readonly string[] {
  const { key, type, filter, dimension } = field;
  const text = `(c.details ->> '${key}')`;
  const range = value as Range;
  switch (type.kind) {
    case 'text':
      return [filter || dimension ? holds(where, { [key]: value }) : contains(where, text, String(value))];
    case 'boolean':
      return [holds(where, { [key]: value })];
    case 'choice':
      return [anyOf((value as readonly string[]).map((code) => holds(where, { [key]: code })))];
    case 'choices':
      return [anyOf((value as readonly string[]).map((code) => holds(where, { [key]: [code] })))];
    case 'integer':
    case 'decimal':
      return between(where, { column: `${text}::numeric`, type: 'numeric', range });
    case 'date':
      return between(where, { column: text, type: 'text', range });
    case 'dateTime':
      return between(where, { column: `${text}::timestamptz`, type: 'timestamptz', range });
    case 'money': {
      const { currency } = value as { readonly currency: string };
      const column = `(c.details #>> '{${key},amount}')::numeric`;
      return [holds(where, { [key]: { currency } }), ...between(where, { column, type: 'numeric', range })];
    }
    case 'place':
      return placeConditions(where, key, value as PlaceFilter);
  }
}

function holds(where: Conditions, part: object): string {
  return `c.details @> ${where.parameter(JSON.stringify(part))}::jsonb`;
}

function anyOf(alternatives: readonly string[]): string {
  return alternatives.length === 0 ? 'false' : `(${alternatives.join(' or ')})`;
}

/** The text itself, whatever LIKE makes of its characters. */
function contains(where: Conditions, column: string, part: string): string {
  const escaped = part.replace(/[\\%_]/g, (character) => `\\${character}`);
  return `${column} ilike ${where.parameter(`%${escaped}%`)}`;
}

function between(
  where: Conditions,
  { column, type, range }: { readonly column: string; readonly type: string; readonly range: Range },
): string[] {
  const least = range.min ?? range.from ?? null;
  const most = range.max ?? range.to ?? null;
  return [
    ...(least === null ? [] : [`${column} >= ${where.parameter(least)}::${type}`]),
    ...(most === null ? [] : [`${column} <= ${where.parameter(most)}::${type}`]),
  ];
}

function placeConditions(where: Conditions, key: string, place: PlaceFilter): string[] {
  const { address, west = null, east = null, south = null, north = null } = place;
  const degrees = (name: string): string => `(c.details #>> '{${key},${name}}')::numeric`;
  const within = (column: string, range: Range): string[] =>
    between(where, { column, type: 'numeric', range });
  return [
    ...(address ? [contains(where, `(c.details #>> '{${key},address}')`, address)] : []),
    ...within(degrees('longitude'), { min: west, max: east }),
    ...within(degrees('latitude'), { min: south, max: north }),
  ];
}
