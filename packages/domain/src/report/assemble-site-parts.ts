import type { Localized } from '@huiyin/shared';
import { MEASURE_WORDS } from '../figures/measure-words.ts';
import type { Dimension, Where } from '../figures/measures.ts';
import { namesOfSite, numberOn, type Site, sitesBelow } from '../sites/tree.ts';
import { carriedNumbers, emptyTable, rateCells, same, siteColumns } from './assemble-sites.ts';
import type { ReportTable } from './content.ts';
import { type BlockContext, over, totalOf } from './subject.ts';
import { countCell, type Declared, TOTAL_LABEL } from './table-parts.ts';

/**
 * Numbers by site of the second level, a building of its estate, set against what the tree says of it on the last day of
 * the period: those with most alone. How many stand under others, or under none, is said below them.
 */
export function partRates(block: Declared<'partRates'>, context: BlockContext): ReportTable {
  const { source, periods, sector } = context;
  const [outer, level] = sector.sites?.levels ?? [];
  if (!outer || !level) throw new Error(`${sector.code} keeps no sites with parts.`);
  const dimensions: readonly [Dimension, Dimension] = [`details.${outer.field}`, `details.${level.field}`];
  const carried = carriedNumbers(sector);
  const { to } = periods.now;
  const query = over(block, periods.now);
  const sites = source({ kind: 'sites' });
  const groups = source({ kind: 'groups', query, by: dimensions });
  const total = totalOf(source, query).count;
  const parts = sitesBelow(sites, null).flatMap((whole) =>
    sitesBelow(sites, whole.id).map((part) => {
      const [above, own] = [namesIn(whole, sites), namesIn(part, sites)];
      const count = groups
        .filter(({ values: [at = '', within = ''] }) => above.includes(at) && own.includes(within))
        .reduce((sum, group) => sum + group.count, 0);
      const where: Where = { ...block.where, [dimensions[0]]: above, [dimensions[1]]: own };
      return { part, label: `${whole.name} / ${part.name}`, count, where };
    }),
  );
  if (parts.length === 0) return emptyTable(block);
  const listed = parts
    .filter(({ count }) => count > 0)
    .toSorted((a, b) => b.count - a.count || (a.label < b.label ? -1 : 1));
  const shown = listed.slice(0, block.top);
  const others = listed.slice(block.top);
  const sum = (some: typeof listed): number => some.reduce((all, { count }) => all + count, 0);
  return {
    kind: 'table',
    ...{ code: block.code, title: block.title },
    columns: siteColumns(level.label, { measure: block.measure, carried }),
    rows: [
      ...shown.map(({ part, label, count, where }) => ({
        cells: [
          { label: same(label) },
          countCell(count, { ...query, where }),
          ...rateCells(count, {
            carried,
            numberFor: ({ denominator: code }) => numberOn(part, { sites, code, day: to }),
          }),
        ],
      })),
      {
        cells: [
          { label: TOTAL_LABEL },
          countCell(total, query),
          ...rateCells(total, { carried, numberFor: () => null }),
        ],
        total: true,
      },
    ],
    counter: MEASURE_WORDS[block.measure].counter,
    notes: notShown({ others: [others.length, sum(others)], nowhere: total - sum(listed) }),
  };
}

/** All names of a site, but those that another beside it bears now. */
function namesIn(site: Site, sites: readonly Site[]): readonly string[] {
  const current = new Set(sitesBelow(sites, site.parentId).map(({ name }) => name));
  return namesOfSite(site).filter((name) => name === site.name || !current.has(name));
}

/** The lines do not add up to the total: it is said what is missing. */
function notShown(missing: {
  readonly others: readonly [number, number];
  readonly nowhere: number;
}): Localized[] {
  const [sites, count] = missing.others;
  return [
    ...(sites > 0
      ? [
          {
            zh: `另有 ${sites} 处共 ${count} 件，未列出。`,
            en: `Not listed: ${count} at ${sites} further sites.`,
          },
        ]
      : []),
    ...(missing.nowhere > 0
      ? [
          {
            zh: `${missing.nowhere} 件未注明或不在名录中。`,
            en: `Not stated, or not in the tree: ${missing.nowhere}.`,
          },
        ]
      : []),
  ];
}
