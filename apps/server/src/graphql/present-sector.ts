import {
  type CauseNode,
  documentsOf,
  type FieldCondition,
  type FieldDeclaration,
  milestonesOf,
  type OptionNode,
  rulesFor,
  type Sector,
} from '@huiyin/domain';
import { inLocale, type Locale } from '@huiyin/shared';
import { enumCodeOf, presentRule } from './deadline-rule.ts';
import { type SectorFieldType, type SectorOptionType, SectorType } from './sector.type.ts';
import { sectorKey } from './sector-types.ts';

/** Declarations are constants: each is put into words once a language. */
const known = new WeakMap<Sector, Map<Locale, SectorType>>();

/** What a sector declares, in one language. */
export function presentSector(sector: Sector, locale: Locale): SectorType {
  const inWords = known.get(sector) ?? new Map<Locale, SectorType>();
  const presented = inWords.get(locale) ?? present(sector, locale);
  known.set(sector, inWords.set(locale, presented));
  return presented;
}

function present(sector: Sector, locale: Locale): SectorType {
  const { code, family, classification, kinds, demands, remedies, sanctions } = sector;
  const words = (text: Parameters<typeof inLocale>[0]): string => inLocale(text, locale);
  const options = (tree: readonly OptionNode[]): SectorOptionType[] => optionsOf(tree, locale);
  const rules = rulesFor(sector);
  return Object.assign(new SectorType(), {
    ...{ code, family, label: words(sector.label), description: words(sector.description) },
    detailsKey: sectorKey(sector),
    fields: sector.fields.map((field) => presentField(field, locale)),
    categories: options(sector.categories),
    classification: classification
      ? {
          label: words(classification.label),
          required: classification.required,
          options: options(classification.options),
        }
      : null,
    respondentTypes: options(sector.respondentTypes),
    causes: nodesOf(sector.causes).map(({ node, parent }) => ({
      ...{ code: node.code, label: words(node.label), parent, offFrom: null },
      outlet: (node as CauseNode).outlet ?? null,
    })),
    outlets: options(sector.outlets ?? []),
    productRegister: sector.productRegister ? words(sector.productRegister.label) : null,
    declineGrounds: sector.declineGrounds.map((ground) => ({
      ...{ code: ground.code, label: words(ground.label), parent: null, offFrom: null },
      basis: ground.basis ? words(ground.basis) : null,
      namesBodyInCharge: ground.namesBodyInCharge ?? false,
    })),
    ...{ kinds, demands, remedies, sanctions },
    documents: documentsOf(sector).map(({ code: document, label, addressee, from }) => ({
      ...{ code: document, label: words(label), addressee, from },
    })),
    forwardings: options(sector.forwardings),
    routes: options(sector.routes),
    denominators: options(sector.denominators),
    milestones: milestonesOf(rules).map(enumCodeOf),
    closingConditions: sector.closingConditions.map((condition) => ({
      ...{ code: condition.code, label: words(condition.label) },
    })),
    rules: rules.map((rule) => presentRule(rule, locale)),
  });
}

interface Placed {
  readonly node: OptionNode;
  readonly parent: string | null;
}

/** A tree as a list, parents before children. */
function nodesOf(tree: readonly OptionNode[], parent: string | null = null): Placed[] {
  return tree.flatMap((node) => [{ node, parent }, ...nodesOf(node.children ?? [], node.code)]);
}

function optionsOf(tree: readonly OptionNode[], locale: Locale): SectorOptionType[] {
  return nodesOf(tree).map(({ node: { code, label, offFrom = null }, parent }) => ({
    ...{ code, label: inLocale(label, locale), parent, offFrom },
  }));
}

function conditionsOf(conditions: readonly FieldCondition[] | undefined) {
  return (conditions ?? []).map(({ field, in: values }) => ({ field, values }));
}

function presentField(field: FieldDeclaration, locale: Locale): SectorFieldType {
  const { key, label, help, type, requiredWhen, askedWhen, sensitive } = field;
  const unit = 'unit' in type ? type.unit : undefined;
  return {
    ...{ key, label: inLocale(label, locale), help: help ? inLocale(help, locale) : null },
    kind: enumCodeOf(type.kind),
    unit: unit ? inLocale(unit, locale) : null,
    maxLength: type.kind === 'text' ? type.maxLength : null,
    min: 'min' in type ? (type.min ?? null) : null,
    max: 'max' in type ? (type.max ?? null) : null,
    past: 'past' in type && type.past === true,
    options: 'options' in type ? optionsOf(type.options, locale) : [],
    required: requiredWhen !== undefined,
    requiredWhen: conditionsOf(requiredWhen),
    askedWhen: conditionsOf(askedWhen),
    sensitivity: sensitive?.toUpperCase() ?? null,
  };
}
