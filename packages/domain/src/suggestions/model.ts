import { featuresOf, type TaughtMatter } from './features.ts';

/**
 * Multinomial naive Bayes over words that stand or do not stand in a matter: small, and every word of it can be asked
 * how much it spoke for what. What it says is a suggestion; nothing follows from it.
 */

/** A closed case with what became of it. */
export interface TaughtCase extends TaughtMatter {
  /** The person in the register; absent where nobody is known. */
  readonly complainantId?: string | undefined;
  readonly category: string;
  /** It was brought before those who lead, or a limit of it was overdue. */
  readonly urgent: boolean;
  /** Several people complained together, or it was one of an incident. */
  readonly grouped: boolean;
}

/** What a word says between several classes: how many cases of each it stands in. */
export interface Classifier {
  readonly classes: readonly string[];
  /** Cases of each class. */
  readonly cases: readonly number[];
  /** Words counted in each class, over all its cases. */
  readonly totals: readonly number[];
  readonly words: Readonly<Record<string, readonly number[]>>;
  /** By how much the words' certainty is weakened: they do not speak independently of one another. */
  readonly temperature: number;
}

/** All that is kept: counts of words, and no case. */
export interface SuggestionModel {
  readonly learnedFrom: number;
  readonly category: Classifier;
  readonly urgent: Classifier | null;
  readonly grouped: Classifier | null;
}

/** With fewer closed cases nothing is learned at all. */
export const LEAST_CASES = 50;
/** A word of fewer people goes into no model: nothing personal is kept, and nothing is learned from one case. */
export const LEAST_PEOPLE = 3;
/** A class of fewer cases is not suggested. */
const LEAST_OF_CLASS = 3;
const LEAST_OF_HINT = 10;
const MOST_WORDS = 6_000;
const SMOOTHING = 0.3;
const TEMPERATURES = [1, 1.5, 2, 3, 4, 6];
/** The newest fifth tells how certain the words of the older ones may be. */
export const TAUGHT_SHARE = 0.8;

type Labelled = readonly [features: readonly string[], label: string];

/** @param cases oldest first @returns `undefined` with too few cases, or of fewer than two classes */
export function train(cases: readonly TaughtCase[]): SuggestionModel | undefined {
  if (cases.length < LEAST_CASES) return undefined;
  const known = commonWords(cases);
  const taught = cases.map((each) => ({
    each,
    features: featuresOf(each).filter((word) => known.has(word)),
  }));
  const by = (label: (each: TaughtCase) => string, least: number) =>
    calibrated(
      taught.map(({ each, features }): Labelled => [features, label(each)]),
      least,
    );
  const category = by(({ category: code }) => code, LEAST_OF_CLASS);
  if (!category) return undefined;
  return {
    ...{ learnedFrom: cases.length, category },
    urgent: by(({ urgent }) => String(urgent), LEAST_OF_HINT) ?? null,
    grouped: by(({ grouped }) => String(grouped), LEAST_OF_HINT) ?? null,
  };
}

/** Words of several people; all of whom nobody is known count as one. */
function commonWords(cases: readonly TaughtCase[]): ReadonlySet<string> {
  const people = new Map<string, Set<string>>();
  for (const each of cases) {
    for (const word of featuresOf(each)) {
      const of = people.get(word) ?? new Set();
      people.set(word, of.add(each.complainantId ?? ''));
    }
  }
  const common = [...people].filter(([, { size }]) => size >= LEAST_PEOPLE);
  return new Set(
    common
      .sort(([, a], [, b]) => b.size - a.size)
      .slice(0, MOST_WORDS)
      .map(([word]) => word),
  );
}

function calibrated(cases: readonly Labelled[], least: number): Classifier | undefined {
  const whole = count(cases, least);
  if (!whole) return undefined;
  const older = cases.slice(0, Math.floor(cases.length * TAUGHT_SHARE));
  const taught = count(older, least);
  const newer = cases.slice(older.length).filter(([, label]) => taught?.classes.includes(label));
  if (!taught || newer.length === 0) return whole;
  const losses = TEMPERATURES.map((temperature) => ({
    temperature,
    loss: newer.reduce((sum, [features, label]) => {
      const at = taught.classes.indexOf(label);
      return sum - Math.log(Math.max(1e-9, chancesOf({ ...taught, temperature }, features)[at] ?? 0));
    }, 0),
  }));
  const [best] = losses.sort((a, b) => a.loss - b.loss);
  return { ...whole, temperature: best?.temperature ?? 1 };
}

function count(cases: readonly Labelled[], least: number): Classifier | undefined {
  const grouped = [...Map.groupBy(cases, ([, label]) => label)].filter(([, { length }]) => length >= least);
  if (grouped.length < 2) return undefined;
  const words = new Map<string, number[]>();
  for (const [place, [, own]] of grouped.entries()) {
    for (const word of own.flatMap(([features]) => features)) {
      const counts = words.get(word) ?? grouped.map(() => 0);
      counts[place] = (counts[place] ?? 0) + 1;
      words.set(word, counts);
    }
  }
  return {
    classes: grouped.map(([label]) => label),
    cases: grouped.map(([, { length }]) => length),
    totals: grouped.map(([, own]) => own.reduce((sum, [features]) => sum + features.length, 0)),
    words: Object.fromEntries(words),
    temperature: 1,
  };
}

/** How much a word speaks for each class: the logarithm of its share among the class's words. */
export function weightsOf(
  { classes, totals, words }: Classifier,
  word: string,
): readonly number[] | undefined {
  const counts = Object.hasOwn(words, word) ? words[word] : undefined;
  if (!counts) return undefined;
  const kinds = Object.keys(words).length;
  return classes.map((_, at) =>
    Math.log(((counts[at] ?? 0) + SMOOTHING) / ((totals[at] ?? 0) + SMOOTHING * kinds)),
  );
}

/** The chance of each class, in the order of the classes; they add up to 1. */
export function chancesOf(model: Classifier, features: readonly string[]): readonly number[] {
  const all = model.cases.reduce((sum, cases) => sum + cases, 0);
  const weights = features.flatMap((word) => {
    const own = weightsOf(model, word);
    return own ? [own] : [];
  });
  const scores = model.cases.map((cases, at) => {
    const said = weights.reduce((sum, own) => sum + (own[at] ?? 0), 0);
    return Math.log(cases / all) + said / model.temperature;
  });
  const most = Math.max(...scores);
  const shares = scores.map((score) => Math.exp(score - most));
  const sum = shares.reduce((total, share) => total + share, 0);
  return shares.map((share) => share / sum);
}
