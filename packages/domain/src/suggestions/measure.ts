import { TAUGHT_SHARE, type TaughtCase, train } from './model.ts';
import { rankCategories, suggest } from './suggest.ts';

/** How good suggestions are: taught by the older four fifths, asked about the newest fifth. */
export interface Accuracy {
  readonly asked: number;
  /** Share of cases whose category is the first suggested. */
  readonly first: number;
  /** … is among the first three. */
  readonly firstThree: number;
  /** … is the most frequent of the older ones: what one who always says the same would reach. */
  readonly mostFrequent: number;
  /** … is among the three most frequent. */
  readonly threeMostFrequent: number;
  /** Share of cases of which something is said at all, and of these how many rightly. */
  readonly said: number;
  readonly saidRight: number;
}

/** @param cases oldest first @returns `undefined` where there are too few to learn from */
export function accuracyOf(cases: readonly TaughtCase[]): Accuracy | undefined {
  const older = cases.slice(0, Math.floor(cases.length * TAUGHT_SHARE));
  const newer = cases.slice(older.length);
  const model = train(older);
  if (!model || newer.length === 0) return undefined;
  const frequent = [...Map.groupBy(older, ({ category }) => category)]
    .sort(([, a], [, b]) => b.length - a.length)
    .map(([category]) => category);
  const asked = newer.map((each) => ({
    category: each.category,
    ranked: rankCategories(model, each).map(({ code }) => code),
    said: suggest(model, each).categories[0]?.code,
  }));
  const share = (holds: (each: (typeof asked)[number]) => boolean, of = asked) =>
    of.length === 0 ? 0 : of.filter(holds).length / of.length;
  const said = asked.filter((each) => each.said !== undefined);
  return {
    asked: asked.length,
    first: share(({ category, ranked }) => ranked[0] === category),
    firstThree: share(({ category, ranked }) => ranked.slice(0, 3).includes(category)),
    mostFrequent: share(({ category }) => frequent[0] === category),
    threeMostFrequent: share(({ category }) => frequent.slice(0, 3).includes(category)),
    said: said.length / asked.length,
    saidRight: share((each) => each.said === each.category, said),
  };
}
