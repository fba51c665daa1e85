import type { Localized } from '@huiyin/shared';
import type { LocalDate } from '../time.ts';

/** The sites that a sector's organisations look after, as a tree: estates, their buildings, their units. */
export interface SiteTree {
  /** What the tree is called. */
  readonly label: Localized;
  /** The outermost first. */
  readonly levels: readonly SiteLevel[];
  /** What is known of each site, by which its complaints are made comparable. */
  readonly numbers: readonly SiteNumber[];
}

export interface SiteLevel {
  /** SCREAMING_SNAKE_CASE. */
  readonly code: string;
  readonly label: Localized;
  /** Key of the text field in which a complaint names the site of this level. */
  readonly field: string;
  /** Complaints are counted by it, within the sites above it, though its name alone is no dimension. */
  readonly counted?: true;
}

export interface SiteNumber {
  /** The sector's denominator that it is a part of; its code and what it is counted per are taken from there. */
  readonly denominator: string;
  readonly label: Localized;
  readonly unit: Localized;
  /** Digits after the point that are kept. */
  readonly scale: number;
}

/** One number of a site, from a day on. */
export interface HeldNumber {
  readonly code: string;
  readonly value: number;
  readonly holdsFrom: LocalDate;
}

export interface Site {
  readonly id: string;
  /** The site that it is a part of; null for the outermost. */
  readonly parentId: string | null;
  readonly level: string;
  readonly name: string;
  /** What it was called before: complaints of that time still name it so. */
  readonly formerNames: readonly string[];
  readonly numbers: readonly HeldNumber[];
}

/** Demo: a site with what is known of it and with its parts. */
export interface DemoSite {
  readonly name: string;
  readonly numbers?: Readonly<Record<string, number>>;
  readonly parts?: readonly DemoSite[];
}

/** The sites directly below one; the outermost ones for `null`. */
export function sitesBelow<Kept extends Site>(
  sites: readonly Kept[],
  parentId: string | null,
): readonly Kept[] {
  return sites.filter((site) => site.parentId === parentId);
}

/** All names by which complaints know a site. */
export function namesOfSite({ name, formerNames }: Site): readonly string[] {
  return [name, ...formerNames];
}

/** The site that is, or was, called so below another. */
export function siteCalled(
  sites: readonly Site[],
  { parentId, name }: { readonly parentId: string | null; readonly name: string },
): Site | undefined {
  const siblings = sitesBelow(sites, parentId);
  return (
    siblings.find((site) => site.name === name) ?? siblings.find((site) => namesOfSite(site).includes(name))
  );
}

/** A site with those that it is a part of, the outermost first. */
export function pathOfSite(sites: readonly Site[], site: Site): readonly Site[] {
  const parent = sites.find(({ id }) => id === site.parentId);
  return parent ? [...pathOfSite(sites, parent), site] : [site];
}

/**
 * A number of a site on a day: its own, or the sum over its parts where every one of them has it; null where it is not
 * known, and never guessed.
 */
export function numberOn(
  site: Site,
  { sites, code, day }: { readonly sites: readonly Site[]; readonly code: string; readonly day: LocalDate },
): number | null {
  const own = site.numbers
    .filter((held) => held.code === code && held.holdsFrom <= day)
    .toSorted((a, b) => (a.holdsFrom < b.holdsFrom ? -1 : 1))
    .at(-1);
  return own ? own.value : sumOn(sitesBelow(sites, site.id), { sites, code, day });
}

/** A number of several sites together on a day; null where one of them lacks it, or there are none. */
export function sumOn(
  some: readonly Site[],
  of: { readonly sites: readonly Site[]; readonly code: string; readonly day: LocalDate },
): number | null {
  const values = some.map((site) => numberOn(site, of));
  const known = values.filter((value) => value !== null);
  return values.length === 0 || known.length < values.length
    ? null
    : known.reduce((sum, value) => sum + value, 0);
}

/** The place of a level in its tree; a site of the last one has no parts. */
export function depthOfLevel({ levels }: SiteTree, code: string): number {
  return levels.findIndex((level) => level.code === code);
}
