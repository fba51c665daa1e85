import type { Localized } from '@huiyin/shared';
import type { LocalDate } from '../time.ts';
import type { FieldCondition, OptionNode, Sector } from './contract.ts';
import { allCodes, findOption, isUnder } from './options.ts';

/**
 * What an organisation has made of its sector's categories: its own wording, an order of its own, and those that it no
 * longer offers. Codes are never taken away: complaints, figures and published reports keep theirs.
 */
export interface OwnCategory {
  readonly code: string;
  readonly label?: Localized | undefined;
  /** The first day on which complaints received are no longer put into it, nor into anything below it. */
  readonly offFrom?: LocalDate | undefined;
  /** Its place among its siblings, 0 for the first. */
  readonly position?: number | undefined;
}

/** The sector as the organisation works with it: the one tree that forms, filters, imports, reports and rules read. */
export function withOwnCategories<S extends Pick<Sector, 'categories'>>(
  sector: S,
  own: readonly OwnCategory[],
): S {
  if (own.length === 0) return sector;
  const changes = new Map(own.map((change) => [change.code, change]));
  return { ...sector, categories: treeWith(sector.categories, changes) };
}

function treeWith(
  nodes: readonly OptionNode[],
  changes: ReadonlyMap<string, OwnCategory>,
  offAbove?: LocalDate,
): OptionNode[] {
  const placed = nodes.map((node, declared) => {
    const { label, offFrom, position = declared } = changes.get(node.code) ?? {};
    const { label: before, synonyms = [], children, ...rest } = node;
    const off = earliest(offFrom, offAbove);
    const changed: OptionNode = {
      ...rest,
      label: label ?? before,
      // Sheets go on naming it as the sector does.
      synonyms: label ? [...synonyms, before.zh, before.en] : synonyms,
      ...(off === undefined ? {} : { offFrom: off }),
      ...(children ? { children: treeWith(children, changes, off) } : {}),
    };
    return { changed, position };
  });
  return placed.sort((a, b) => a.position - b.position).map(({ changed }) => changed);
}

function earliest(a: LocalDate | undefined, b: LocalDate | undefined): LocalDate | undefined {
  if (a === undefined || b === undefined) return a ?? b;
  return a < b ? a : b;
}

/** The part of a tree into which complaints received on a day can be put, and what of it is `kept` in any case. */
export function offeredOptions(
  nodes: readonly OptionNode[],
  on: LocalDate,
  kept?: string | undefined,
): OptionNode[] {
  return nodes.flatMap((node): OptionNode[] => {
    const children = offeredOptions(node.children ?? [], on, kept);
    if (!isOffered(node, on) && node.code !== kept && children.length === 0) return [];
    return [node.children ? { ...node, children } : node];
  });
}

/** Whether complaints received on the day can be put into it. */
export function isOffered({ offFrom }: OptionNode, on: LocalDate): boolean {
  return offFrom === undefined || on < offFrom;
}

/**
 * Why a category cannot be switched off; `undefined` when it can. A sector's rules name some of its categories: without
 * them a legal limit would not start, or a matter would not reach the box that only few may see.
 */
export function whyCategoryStays(
  sector: Sector,
  { code, on }: { readonly code: string; readonly on: LocalDate },
): Localized | undefined {
  const within = (category: string): boolean => isUnder(sector.categories, category, code);
  const { classification, receiptIs = [] } = sector;
  const startsClocks: readonly FieldCondition[] = receiptIs.flatMap(({ when }) => when);
  const limits = startsClocks.some(
    (condition) => condition.field === 'category' && condition.in.some(within),
  );
  if (limits) return STARTS_A_LIMIT;
  const boxes = [
    ...(classification?.initialOf ?? []).map(({ category, classification: box }) => ({ category, box })),
    ...(sector.publicPage.classified ?? []).map(({ category, as }) => ({ category, box: as })),
  ];
  const restricted = classification?.restricted ?? [];
  if (boxes.some(({ category, box }) => within(category) && restricted.includes(box))) return LEADS_APART;
  const others = allCodes(sector.categories).some((each) => {
    const found = findOption(sector.categories, each);
    return !within(each) && found !== undefined && isOffered(found.node, on);
  });
  return others ? undefined : LAST_ONE;
}

const STARTS_A_LIMIT: Localized = {
  zh: '法定时限由此类别（或其下级）起算，停用后时限不再计算，因此不能停用。可以改用本单位的名称。',
  en: 'A limit by law starts with this category or one below it and would no longer run. Word it your own way instead.',
};
const LEADS_APART: Localized = {
  zh: '此类别（或其下级）的投诉件进入限制查阅的通道，停用后将无处可投，因此不能停用。',
  en: 'Complaints of this category or one below it go to the track that only few may see; there would be no other way to it.',
};
const LAST_ONE: Localized = {
  zh: '至少须保留一个可用的类别。请先启用其他类别。',
  en: 'At least one category must be offered. Switch another one on first.',
};
