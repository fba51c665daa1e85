import { featuresOf, isWordOf, type TaughtMatter } from './features.ts';
import { type Classifier, chancesOf, type SuggestionModel, weightsOf } from './model.ts';

export interface Suggestion {
  /** Code of a category. */
  readonly code: string;
  /** 0 to 1. */
  readonly chance: number;
  /** Words of the matter that spoke for it most. */
  readonly words: readonly string[];
}

export interface Hint {
  readonly chance: number;
  readonly words: readonly string[];
}

export interface Suggestions {
  /** The likeliest first; empty when unsure. */
  readonly categories: readonly Suggestion[];
  readonly urgent: Hint | null;
  readonly grouped: Hint | null;
}

/** Below this nothing is said of the category. */
export const SURE_FROM = 0.4;
/** A hint that is often wrong is soon overlooked. */
const HINT_FROM = 0.6;
const MOST_SUGGESTED = 3;
/** A further category that is so unlikely is none. */
const WORTH_SAYING = 0.1;
const MOST_WORDS = 3;

/** What the office's own closed cases say of a matter; only what they are rather sure of and can give a word for. */
export function suggest(model: SuggestionModel, matter: TaughtMatter): Suggestions {
  const ranked = rankCategories(model, matter);
  const sure = (ranked[0]?.chance ?? 0) >= SURE_FROM && (ranked[0]?.words.length ?? 0) > 0;
  return {
    categories: sure ? ranked.filter(({ chance }) => chance >= WORTH_SAYING).slice(0, MOST_SUGGESTED) : [],
    urgent: hintOf(model.urgent, matter),
    grouped: hintOf(model.grouped, matter),
  };
}

/** Every category, the likeliest first, however unlikely. */
export function rankCategories({ category }: SuggestionModel, matter: TaughtMatter): readonly Suggestion[] {
  const features = featuresOf(matter);
  return chancesOf(category, features)
    .map((chance, at) => ({ code: category.classes[at] ?? '', chance, at }))
    .sort((a, b) => b.chance - a.chance)
    .map(({ code, chance, at }) => ({ code, chance, words: spokeFor(category, matter, at) }));
}

function hintOf(model: Classifier | null, matter: TaughtMatter): Hint | null {
  const at = model?.classes.indexOf('true') ?? -1;
  if (!model || at < 0) return null;
  const chance = chancesOf(model, featuresOf(matter))[at] ?? 0;
  const words = spokeFor(model, matter, at);
  return chance >= HINT_FROM && words.length > 0 ? { chance, words } : null;
}

/** The words that speak more for this class than for any other, the strongest first. */
function spokeFor(model: Classifier, matter: TaughtMatter, at: number): readonly string[] {
  return featuresOf(matter)
    .filter((feature) => isWordOf(matter, feature))
    .flatMap((word) => {
      const weights = weightsOf(model, word);
      if (!weights) return [];
      const others = weights.filter((_, place) => place !== at);
      const ahead = (weights[at] ?? 0) - Math.max(...others);
      return ahead > 0 ? [{ word, ahead }] : [];
    })
    .sort((a, b) => b.ahead - a.ahead)
    .slice(0, MOST_WORDS)
    .map(({ word }) => word);
}
