import { localDateOf, type OptionNode, offeredOptions, type Sector } from '@huiyin/domain';
import { inLocale, type Locale, type Localized } from '@huiyin/shared';

/** A choice as Ant Design's selects take it. */
export interface Choice {
  readonly value: string;
  readonly label: string;
}

/** A tree of choices as Ant Design's tree selects take it. */
export interface ChoiceNode {
  readonly value: string;
  readonly title: string;
  readonly children?: ChoiceNode[];
}

/** Coded values as the choices of a field. */
export function choicesOf(labels: Readonly<Record<string, Localized>>, locale: Locale): Choice[] {
  return Object.entries(labels).map(([value, label]) => ({ value, label: inLocale(label, locale) }));
}

/** A tree of options as the choices of a field. */
export function treeOf(options: readonly OptionNode[], locale: Locale): ChoiceNode[] {
  return options.map(({ code, label, children }) => ({
    value: code,
    title: inLocale(label, locale),
    ...(children ? { children: treeOf(children, locale) } : {}),
  }));
}

/** The categories that are offered today, and the one that a complaint has already. */
export function categoryTree(
  { categories }: Pick<Sector, 'categories'>,
  locale: Locale,
  kept?: string | undefined,
): ChoiceNode[] {
  return treeOf(offeredOptions(categories, localDateOf(new Date().toISOString()), kept), locale);
}
