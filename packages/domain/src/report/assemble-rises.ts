import type { Localized } from '@huiyin/shared';
import { change } from '../figures/arithmetic.ts';
import { MEASURE_WORDS } from '../figures/measure-words.ts';
import { type Dimension, NOT_STATED } from '../figures/measures.ts';
import { chanceOfRise } from '../figures/poisson.ts';
import type { Group } from '../figures/query.ts';
import type { Sector } from '../sectors/contract.ts';
import { daysBetween } from '../time.ts';
import type { ReportTable, TableRow } from './content.ts';
import { dimensionLabel } from './dimension-labels.ts';
import type { Period } from './period.ts';
import { type BlockContext, over } from './subject.ts';
import { countCell, type Declared } from './table-parts.ts';

/** Among all that is compared, the chance that anything at all is listed though nothing has changed. */
const FALSE_ALARM = 0.05;
/** Below this nothing is a hot spot, however unusual. */
const FEWEST = 3;
const MOST_SHOWN = 8;

/** A category at a place or about a party, in the period and in those it is held against. */
interface Spot {
  readonly where: Dimension;
  readonly category: string;
  readonly value: string;
  readonly now: number;
  readonly before: number | undefined;
  readonly yearAgo: number | undefined;
  /** The smaller of the chances that it rose by chance alone. */
  readonly chance: number;
}

/** What rose beyond chance against the period before or the year before, by category and place or party. */
export function rises(block: Declared<'rises'>, context: BlockContext): ReportTable {
  const { periods, sector } = context;
  const narrowed = (period: Period, { where, category, value }: Spot) =>
    over({ measure: block.measure, where: { category: [category], [where]: [value] } }, period);
  const rowOf = (spot: Spot): TableRow => ({
    cells: [
      { label: labelOf(spot, context) },
      countCell(spot.now, narrowed(periods.now, spot)),
      ...against(spot, spot.before, periods.before),
      ...against(spot, spot.yearAgo, periods.yearAgo),
      { label: chanceWords(spot.chance) },
    ],
  });
  const against = (spot: Spot, count: number | undefined, period: Period | undefined) =>
    period && count !== undefined
      ? [countCell(count, narrowed(period, spot)), { change: change(spot.now, count) }]
      : [];
  const spots = spotsOf(block, context);
  const comparisons = spots.length * Math.max(1, [periods.before, periods.yearAgo].filter(Boolean).length);
  const listed = distinct(
    spots.filter(({ now, chance }) => now >= FEWEST && chance * comparisons < FALSE_ALARM),
  );
  return {
    kind: 'table',
    ...{ code: block.code, title: block.title },
    columns: [
      { zh: '内容与对象', en: 'Matter and where' },
      { zh: '本期', en: 'This period' },
      ...(periods.before
        ? [
            { zh: '上期', en: 'Period before' },
            { zh: '环比', en: 'Change' },
          ]
        : []),
      ...(periods.yearAgo
        ? [
            { zh: '上年同期', en: 'Year before' },
            { zh: '同比', en: 'Change' },
          ]
        : []),
      { zh: '偶然的概率', en: 'Chance' },
    ],
    rows: listed.slice(0, MOST_SHOWN).map(rowOf),
    counter: MEASURE_WORDS[block.measure].counter,
    notes: [methodWords(comparisons, sector)],
  };
}

function spotsOf(block: Declared<'rises'>, { source, periods, sector }: BlockContext): readonly Spot[] {
  const spots = wheresOf(sector).flatMap((where): Spot[] => {
    const groupsIn = (period: Period | undefined): readonly Group[] | undefined =>
      period && source({ kind: 'groups', query: over(block, period), by: ['category', where] });
    const [before, yearAgo] = [groupsIn(periods.before), groupsIn(periods.yearAgo)];
    return (groupsIn(periods.now) ?? [])
      .filter(({ values }) => !values.includes(NOT_STATED))
      .map(({ values: [category = '', value = ''], count: now }) => {
        const inThat = (groups: readonly Group[] | undefined): number | undefined =>
          groups && (groups.find(({ values }) => values[0] === category && values[1] === value)?.count ?? 0);
        const [then, ago] = [inThat(before), inThat(yearAgo)];
        const chance = Math.min(
          chanceAgainst(now, then, { now: periods.now, earlier: periods.before }),
          chanceAgainst(now, ago, { now: periods.now, earlier: periods.yearAgo }),
        );
        return { where, category, value, now, before: then, yearAgo: ago, chance };
      });
  });
  return spots.toSorted((a, b) => a.chance - b.chance);
}

/** Without the same cases once more, under their party beside their place. */
function distinct(spots: readonly Spot[]): readonly Spot[] {
  return spots.filter(
    ({ category, now, where }, index) =>
      !spots
        .slice(0, index)
        .some((other) => other.category === category && other.now === now && other.where !== where),
  );
}

/** By what a matter has a place: the details that bring complaints together, the party, the department. */
function wheresOf({ clusteredBy = [], fields }: Sector): readonly Dimension[] {
  const own = fields.filter(({ key, dimension }) => dimension && clusteredBy.includes(key));
  return [...own.map(({ key }): Dimension => `details.${key}`), 'respondent', 'department'];
}

function chanceAgainst(
  now: number,
  before: number | undefined,
  periods: { readonly now: Period; readonly earlier: Period | undefined },
): number {
  if (before === undefined || !periods.earlier) return 1;
  const [days, daysBefore] = [lengthOf(periods.now), lengthOf(periods.earlier)];
  return chanceOfRise({ now, before, share: days / (days + daysBefore) });
}

function lengthOf({ from, to }: Period): number {
  return daysBetween(from, to) + 1;
}

function labelOf({ category, where, value }: Spot, context: BlockContext): Localized {
  const [what, at] = [dimensionLabel('category', category, context), dimensionLabel(where, value, context)];
  return { zh: `${at.zh}·${what.zh}`, en: `${what.en}, ${at.en}` };
}

function chanceWords(chance: number): Localized {
  const percent = chance * 100;
  const words = percent < 0.01 ? '< 0.01%' : `${percent.toFixed(2)}%`;
  return { zh: words, en: words };
}

function methodWords(comparisons: number, { family }: Sector): Localized {
  const who =
    family === 'REGULATOR'
      ? { zh: '被投诉方', en: 'party' }
      : { zh: '部门或对象', en: 'department or party' };
  return {
    zh: `按类别和${who.zh}、地点逐项比较，共 ${comparisons} 次比较；用两期件数的精确检验，按比较项数校正后，仅列出不足 5% 可能出于偶然的上升，且本期不少于 ${FEWEST} 件。`,
    en: `Category and ${who.en} or place are compared ${comparisons} times by an exact test of both counts; listed is what, corrected for their number, has a chance below 5% and comes to ${FEWEST} or more.`,
  };
}
