import type { Localized } from '@huiyin/shared';
import { MEASURE_WORDS } from '../figures/measure-words.ts';
import { type Dimension, type Measure, NOT_STATED } from '../figures/measures.ts';
import type { FigureSource } from '../figures/query.ts';
import type { Denominator, Sector } from '../sectors/contract.ts';
import { namesOfSite, numberOn, type Site, type SiteNumber, sitesBelow, sumOn } from '../sites/tree.ts';
import type { LocalDate } from '../time.ts';
import type { ReportTable, TableCell, TableRow } from './content.ts';
import { type BlockContext, over, totalOf } from './subject.ts';
import { countCell, type Declared, sumUnder, TOTAL_LABEL, within } from './table-parts.ts';

/** A number of the organisation as its tree of sites has it on a day; null without a tree, or where a site lacks it. */
export function numberOfAllSites(
  code: string,
  {
    sector,
    source,
    day,
  }: { readonly sector: Sector; readonly source: FigureSource; readonly day: LocalDate },
): number | null {
  if (!sector.sites?.numbers.some(({ denominator }) => denominator === code)) return null;
  const sites = source({ kind: 'sites' });
  return sumOn(sitesBelow(sites, null), { sites, code, day });
}

/** A number that sites carry, with what complaints are counted per. */
export interface Carried extends SiteNumber {
  readonly of: Denominator;
}

/**
 * Numbers by site of the outermost level, set against what the tree says of each on the last day of the period. What is
 * not in the tree, or names no site, stands in a line of its own, so that the lines add up to the total.
 */
export function siteRates(block: Declared<'siteRates'>, context: BlockContext): ReportTable {
  const { source, periods, sector } = context;
  const [level] = sector.sites?.levels ?? [];
  if (!level) throw new Error(`${sector.code} keeps no sites.`);
  const dimension: Dimension = `details.${level.field}`;
  const carried = carriedNumbers(sector);
  const { to } = periods.now;
  const query = over(block, periods.now);
  const sites = source({ kind: 'sites' });
  const outermost = sitesBelow(sites, null);
  const groups = source({ kind: 'groups', query, by: [dimension] });
  const total = totalOf(source, query).count;
  if (outermost.length === 0) return emptyTable(block);
  // A new site that took over the former name of another has its complaints.
  const current = new Set(outermost.map(({ name }) => name));
  const valuesOf = (site: Site) =>
    namesOfSite(site).filter((name) => name === site.name || !current.has(name));
  const known = new Set(outermost.flatMap(valuesOf));
  const elsewhere = groups
    .flatMap(({ values }) => values)
    .filter((value) => value !== NOT_STATED && !known.has(value));

  const line = (label: Localized, values: readonly string[]): TableCell[] => [
    { label },
    countCell(sumUnder(groups, values).count, { ...query, where: within(block.where, dimension, values) }),
  ];
  const rates = (count: number, numberFor: (number: Carried) => number | null): TableCell[] =>
    rateCells(count, { carried, numberFor });
  const rows: TableRow[] = outermost
    .map((site) => {
      const values = valuesOf(site);
      const { count } = sumUnder(groups, values);
      const numberFor = ({ denominator: code }: Carried) => numberOn(site, { sites, code, day: to });
      return { count, site, cells: [...line(same(site.name), values), ...rates(count, numberFor)] };
    })
    .toSorted((a, b) => b.count - a.count || (a.site.name < b.site.name ? -1 : 1));
  if (elsewhere.length > 0) {
    rows.push({ cells: [...line(NOT_IN_TREE, elsewhere), ...rates(0, () => null)], gathered: true });
  }
  if (groups.some(({ values: [value] }) => value === NOT_STATED)) {
    rows.push({ cells: [...line(UNSTATED, [NOT_STATED]), ...rates(0, () => null)], unstated: true });
  }
  const numberOfAll = ({ denominator: code }: Carried) => sumOn(outermost, { sites, code, day: to });
  rows.push({
    cells: [{ label: TOTAL_LABEL }, countCell(total, query), ...rates(total, numberOfAll)],
    total: true,
  });
  const lacking = carried.map((number) => lackingNote(number, { sites, outermost, day: to }));
  for (const note of lacking.flat()) context.problem(note);
  return {
    kind: 'table',
    ...{ code: block.code, title: block.title, rows },
    columns: siteColumns(level.label, { measure: block.measure, carried }),
    counter: MEASURE_WORDS[block.measure].counter,
    notes: [dayNote(to), ...lacking.flat()],
  };
}

/** Each number that sites carry, with the count per what it says. */
export function rateCells(
  count: number,
  {
    carried,
    numberFor,
  }: { readonly carried: readonly Carried[]; readonly numberFor: (number: Carried) => number | null },
): TableCell[] {
  return carried.flatMap((number): TableCell[] => {
    const value = numberFor(number);
    return [
      { value, unit: 'COUNT' },
      { value: value ? (count * number.of.per) / value : null, unit: 'PER' },
    ];
  });
}

/** Without a tree there is nothing to set complaints against. */
export function emptyTable({ code, title }: Pick<ReportTable, 'code' | 'title'>): ReportTable {
  return { kind: 'table', code, title, columns: [], rows: [], notes: [] };
}

export function carriedNumbers({ sites, denominators }: Sector): readonly Carried[] {
  return (sites?.numbers ?? []).flatMap((number) => {
    const of = denominators.find(({ code }) => code === number.denominator);
    return of ? [{ ...number, of }] : [];
  });
}

export function siteColumns(
  site: Localized,
  { measure, carried }: { readonly measure: Measure; readonly carried: readonly Carried[] },
): Localized[] {
  const { counter } = MEASURE_WORDS[measure];
  return [
    site,
    { zh: `${counter.zh}数`, en: 'Number' },
    ...carried.flatMap(({ label, unit, of }) => [
      { zh: `${label.zh}（${unit.zh}）`, en: `${label.en} (${unit.en})` },
      { zh: `每${of.unit.zh}`, en: `Per ${of.unit.en}` },
    ]),
  ];
}

/** Which sites lack a number: it is said, and nothing is put in its place. */
function lackingNote(
  { denominator: code, label }: Carried,
  { sites, outermost, day }: { sites: readonly Site[]; outermost: readonly Site[]; day: LocalDate },
): Localized[] {
  const without = outermost.filter((site) => numberOn(site, { sites, code, day }) === null);
  const names = without.map(({ name }) => name);
  return names.length === 0
    ? []
    : [
        {
          zh: `${names.join('、')}缺少${label.zh}，不计算其比率和合计比率。`,
          en: `${names.join(', ')}: ${label.en.toLowerCase()} not known, so neither their rate nor that of the total is computed.`,
        },
      ];
}

function dayNote(day: LocalDate): Localized {
  return {
    zh: `户数、面积等以名录中 ${day} 的数值为准；合计比率以全部件数计算。`,
    en: `Set against what the tree of sites says for ${day}; the rate of the total is that of all cases.`,
  };
}

export const same = (value: string): Localized => ({ zh: value, en: value });
const NOT_IN_TREE: Localized = { zh: '不在名录中', en: 'Not in the tree' };
const UNSTATED: Localized = { zh: '未注明', en: 'Not stated' };
