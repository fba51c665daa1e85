import type { Option, OptionNode, Sector } from '../sectors/contract.ts';
import { INTAKE_COLUMNS } from './intake-columns.ts';
import { OUTCOME_COLUMNS } from './outcome-columns.ts';
import type { ImportKind, ImportTarget } from './target.ts';

/** Detail fields as columns; a place is written as its address, money as an amount in yuan. */
function detailKind(kind: Sector['fields'][number]['type']['kind']): ImportKind {
  return kind === 'place' ? 'text' : kind;
}

function flat(nodes: readonly OptionNode[]): readonly Option[] {
  return nodes.flatMap((node) => [node, ...flat(node.children ?? [])]);
}

/** Options with the spellings that a sector's own sheets use. */
function withSpellings(
  options: readonly Option[],
  written: Readonly<Record<string, string>> | undefined,
): readonly Option[] {
  if (!written) return options;
  return options.map((choice) => {
    const own = Object.entries(written).flatMap(([spelling, code]) =>
      code === choice.code ? [spelling] : [],
    );
    return own.length === 0 ? choice : { ...choice, synonyms: [...(choice.synonyms ?? []), ...own] };
  });
}

/** Everything that a column of a sheet of complaints can be in a sector. */
export function importTargets(sector: Sector): readonly ImportTarget[] {
  const own: Readonly<Record<string, readonly Option[]>> = {
    respondentType: sector.respondentTypes,
    declineGround: sector.declineGrounds,
    category: flat(sector.categories),
    classification: flat(sector.classification?.options ?? []),
  };
  const shared = [...INTAKE_COLUMNS, ...OUTCOME_COLUMNS]
    .filter(({ key }) => key !== 'classification' || sector.classification)
    .map((target) => {
      const options = target.options ?? own[target.key];
      return {
        ...target,
        synonyms: [...target.synonyms, ...(sector.importHeaders?.[target.key] ?? [])],
        ...(options ? { options: withSpellings(options, sector.importValues?.[target.key]) } : {}),
      };
    });
  const details = sector.fields.map((field): ImportTarget => {
    const key = `details.${field.key}`;
    const options = 'options' in field.type ? flat(field.type.options) : undefined;
    return {
      key,
      kind: detailKind(field.type.kind),
      label: field.label,
      synonyms: [...(field.synonyms ?? []), ...(sector.importHeaders?.[key] ?? [])],
      required: false,
      ...(options ? { options: withSpellings(options, sector.importValues?.[key]) } : {}),
    };
  });
  return [...shared, ...details];
}
