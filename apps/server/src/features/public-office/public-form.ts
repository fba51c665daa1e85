import {
  allCodes,
  conditionsHold,
  DEMAND_LABELS,
  type FieldDeclaration,
  findOption,
  KIND_LABELS,
  type LocalDate,
  type OptionNode,
  offeredOptions,
  type Sector,
} from '@huiyin/domain';
import { inLocale, type Locale } from '@huiyin/shared';
import { sectorKey } from '../../graphql/sector-types.ts';
import { PRIVACY_NOTICE } from './privacy.ts';
import { LARGEST_PUBLIC_FILE, MOST_PUBLIC_FILES } from './uploads.ts';

/** The form of the public, drawn from the sector's declaration: only what somebody who complains can know. */

/** The box into which a category falls of itself. */
export function classificationOf(sector: Sector, category: string | undefined): string | undefined {
  if (category === undefined) return sector.classification?.initial;
  const path = findOption(sector.categories, category)?.path ?? [];
  const rule = sector.publicPage.classified?.find((each) => path.some(({ code }) => code === each.category));
  return rule?.as ?? sector.classification?.initial;
}

/** The fields of the public. */
export function publicFields(sector: Sector): readonly FieldDeclaration[] {
  return sector.fields.filter(({ askedOf }) => askedOf === 'public');
}

/** The form in one language, with the categories that are offered today. */
export function formOf(
  sector: Sector,
  { locale, today }: { readonly locale: Locale; readonly today: LocalDate },
) {
  const offered = offeredOptions(sector.categories, today);
  const categories = allCodes(offered);
  const term = (code: string, label: { readonly zh: string; readonly en: string }) => ({
    code,
    label: inLocale(label, locale),
  });
  /** Categories for which conditions hold; conditions over what the public is not asked never do. */
  const where = (conditions: FieldDeclaration['askedWhen']): string[] =>
    categories.filter((category) => {
      const classification = classificationOf(sector, category);
      const matter = {
        ...{ kind: 'COMPLAINT' as const, category, details: {} },
        ...(classification ? { classification } : {}),
      };
      return conditionsHold(matter, conditions ?? [], sector);
    });
  const fieldOf = (field: FieldDeclaration) => {
    const { key, label, help, type, askedWhen, requiredWhen } = field;
    return {
      ...term(key, label),
      key,
      help: help ? inLocale(help, locale) : null,
      kind: FIELD_KINDS[type.kind],
      multiline: type.kind === 'text' && type.multiline === true,
      maxLength: type.kind === 'text' ? type.maxLength : null,
      least: 'min' in type ? (type.min ?? null) : null,
      most: 'max' in type ? (type.max ?? null) : null,
      unit: 'unit' in type && type.unit ? inLocale(type.unit, locale) : null,
      options: 'options' in type ? flat(type.options, locale) : [],
      askedFor: where(askedWhen),
      requiredFor: requiredWhen ? where(requiredWhen).filter((code) => where(askedWhen).includes(code)) : [],
    };
  };
  return {
    detailsKey: sectorKey(sector),
    kinds: sector.kinds.map((code) => term(code, KIND_LABELS[code])),
    categories: flat(offered, locale),
    demands: sector.demands.map((code) => term(code, DEMAND_LABELS[code])),
    // A provider is itself complained about: which of its departments is for the office to say.
    respondentTypes:
      sector.family === 'REGULATOR' ? sector.respondentTypes.map(({ code, label }) => term(code, label)) : [],
    fields: publicFields(sector).map(fieldOf),
    restrictedCategories: categories.filter((category) =>
      sector.classification?.restricted?.includes(classificationOf(sector, category) ?? ''),
    ),
    privacy: {
      version: PRIVACY_NOTICE.version,
      points: PRIVACY_NOTICE.points.map((point) => inLocale(point, locale)),
    },
    largestFileBytes: LARGEST_PUBLIC_FILE,
    mostFiles: MOST_PUBLIC_FILES,
  };
}

const FIELD_KINDS = {
  text: 'TEXT',
  integer: 'INTEGER',
  decimal: 'DECIMAL',
  boolean: 'BOOLEAN',
  date: 'DATE',
  dateTime: 'DATE_TIME',
  choice: 'CHOICE',
  choices: 'CHOICES',
  money: 'MONEY',
  place: 'PLACE',
} as const;
export const PUBLIC_FIELD_KINDS = Object.values(FIELD_KINDS);

/** A tree as a list, each with the code above it. */
function flat(tree: readonly OptionNode[], locale: Locale, parent: string | null = null) {
  return tree.flatMap(({ code, label, children }): PublicOptionRow[] => [
    { code, label: inLocale(label, locale), parent },
    ...flat(children ?? [], locale, code),
  ]);
}

interface PublicOptionRow {
  readonly code: string;
  readonly label: string;
  readonly parent: string | null;
}
