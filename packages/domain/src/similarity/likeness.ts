import { buildingsIn } from './buildings.ts';
import type { ComparedMatter, ComparedPlace } from './matter.ts';
import { likenessOfCharacters, likenessOfWords, rarestShared, sharedWords, type WordCounts } from './text.ts';

/**
 * How likely two complaints are about the same trouble, from 0 to 1, and why:
 *
 *     likeness = 1 ÷ (1 + e^−(BASE + Σ weight × sign))
 *
 * A sign is from 0 to 1. The weights were fitted by logistic regression on the tuning half of the labelled matters and
 * rounded, and what is alike never speaks against; `npm run similar` measures them on the other half. That of the same
 * complainant is set by hand: the labelled matters name nobody. Nothing is decided by it: people are shown what is alike.
 */
const BASE = -6.5;
export const WEIGHTS = {
  /** Cosine of the words, rare ones weighing more. */
  words: 1,
  /** How rare the rarest word is that both say. */
  rareWord: 1.8,
  /** Dice's coefficient of runs of characters. */
  characters: 1,
  sameComplainant: 1,
  sameParty: 2,
  /** 1 at the same spot or name, 0 from a kilometre on. */
  near: 2.2,
  /** Both say where, and it is somewhere else. */
  elsewhere: -1.5,
  /** Both name a building by its number, and one is the same. */
  sameBuilding: 1,
  /** Both do, and none is. */
  otherBuilding: -1.5,
  /** 1 where it is the same, a half where one has none yet. */
  sameCategory: 2.2,
  /** 1 on the same day, half of it each week. */
  soon: 2.2,
} as const;
export type Sign = keyof typeof WEIGHTS;

/** From here on two matters are shown as alike: among the best F₁ of the tuning half, where most of it is right. */
export const LIKE_FROM = 0.4;
/** From here on it is likely, below it a perhaps: where two in three of the labelled ones are right. */
export const LIKELY_FROM = 0.65;

export interface Likeness {
  /** 0 to 1. */
  readonly score: number;
  readonly signs: Readonly<Record<Sign, number>>;
  /** What both say, the rarest first. */
  readonly sharedWords: readonly string[];
  /** Field of what they have in common, where it is near. */
  readonly place?: ComparedPlace;
  /** Metres between two spots. */
  readonly metres?: number;
  /** Whole days between the two receipts. */
  readonly days: number;
}

const DAY_MS = 86_400_000;
const HALVED_EVERY_DAYS = 7;
const FAR_METRES = 1_000;
const MOST_WORDS_SHOWN = 3;

/** Compares two matters. @param counts over everything that is compared at the same time */
export function likenessOf(a: ComparedMatter, b: ComparedMatter, counts: WordCounts): Likeness {
  const days = Math.abs(Date.parse(a.receivedAt) - Date.parse(b.receivedAt)) / DAY_MS;
  const nearest = nearestOf(a, b);
  const [buildings, others] = [buildingsIn(a.text), buildingsIn(b.text)];
  const sameBuilding = [...buildings].some((number) => others.has(number));
  const signs: Record<Sign, number> = {
    words: likenessOfWords(a.words, b.words, counts),
    rareWord: rarestShared(a.words, b.words, counts),
    characters: likenessOfCharacters(a.text, b.text),
    sameComplainant: a.complainantId !== undefined && a.complainantId === b.complainantId ? 1 : 0,
    sameParty: saysParty(a, b) || saysParty(b, a) ? 1 : 0,
    near: nearest?.near ?? 0,
    elsewhere: nearest?.near === 0 ? 1 : 0,
    sameBuilding: sameBuilding ? 1 : 0,
    otherBuilding: buildings.size > 0 && others.size > 0 && !sameBuilding ? 1 : 0,
    sameCategory: sameCategory(a.category, b.category),
    soon: 0.5 ** (days / HALVED_EVERY_DAYS),
  };
  const weighed = (Object.keys(WEIGHTS) as Sign[]).reduce(
    (sum, sign) => sum + WEIGHTS[sign] * signs[sign],
    BASE,
  );
  const { place, metres, near = 0 } = nearest ?? {};
  return {
    score: 1 / (1 + Math.exp(-weighed)),
    signs,
    sharedWords: wordsToShow(sharedWords(a.words, b.words, counts)),
    ...(near > 0 && place ? { place } : {}),
    ...(near > 0 && metres !== undefined ? { metres } : {}),
    days: Math.floor(days),
  };
}

interface Nearness {
  readonly near: number;
  readonly place: ComparedPlace;
  readonly metres?: number;
}

/** The rarest; a word that is a part of one already shown says nothing more. */
function wordsToShow(words: readonly string[]): readonly string[] {
  const whole = words.filter((word) => !words.some((other) => other !== word && other.includes(word)));
  return whole.slice(0, MOST_WORDS_SHOWN);
}

function sameCategory(a: string | undefined, b: string | undefined): number {
  if (a === undefined || b === undefined) return 0.5;
  return a === b ? 1 : 0;
}

/** Whether one is about a party that the other is about too, or names in what it says. */
function saysParty({ parties }: ComparedMatter, other: ComparedMatter): boolean {
  return parties.some((party) => other.parties.includes(party) || isNamed(party, other.text));
}

const SHORTEST_NAME = 3;

function isNamed(name: string | undefined, text: string): boolean {
  return name !== undefined && [...name].length >= SHORTEST_NAME && text.includes(name);
}

/** The nearest of all that both tell of one field, be it in what they say; `undefined` where nothing is told in both. */
function nearestOf(a: ComparedMatter, b: ComparedMatter): Nearness | undefined {
  const both = a.places.flatMap((place) =>
    b.places.filter(({ field }) => field === place.field).map((other) => nearnessOf(place, other)),
  );
  const said = [...saidIn(a.places, b), ...saidIn(b.places, a)];
  return [...both, ...said].sort((left, right) => right.near - left.near)[0];
}

/** Those places that the other names in its text, where it has none of its own written down. */
function saidIn(places: readonly ComparedPlace[], other: ComparedMatter): readonly Nearness[] {
  return places
    .filter(
      ({ field, name }) => isNamed(name, other.text) && !other.places.some((own) => own.field === field),
    )
    .map((place) => ({ near: 1, place }));
}

function nearnessOf(a: ComparedPlace, b: ComparedPlace): Nearness {
  if (a.point && b.point) {
    const metres = metresBetween(a.point, b.point);
    return { near: Math.max(0, 1 - metres / FAR_METRES), place: a, metres: Math.round(metres) };
  }
  const same =
    a.name !== undefined && b.name !== undefined && (a.name.includes(b.name) || b.name.includes(a.name));
  return { near: same ? 1 : 0, place: a };
}

const EARTH_METRES = 6_371_008.8;

/** The haversine of two points in WGS-84 degrees. */
function metresBetween(
  a: NonNullable<ComparedPlace['point']>,
  b: NonNullable<ComparedPlace['point']>,
): number {
  const radians = (degrees: number) => (degrees * Math.PI) / 180;
  const half = (from: number, to: number) => Math.sin(radians(to - from) / 2) ** 2;
  const chord =
    half(a.latitude, b.latitude) +
    Math.cos(radians(a.latitude)) * Math.cos(radians(b.latitude)) * half(a.longitude, b.longitude);
  return 2 * EARTH_METRES * Math.asin(Math.sqrt(chord));
}
