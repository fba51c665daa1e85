import type { Localized } from '@huiyin/shared';
import type { Status } from '../complaint/words.ts';

/** When a card stands beside a case; what is empty or absent holds for all. */
export interface CardConditions {
  readonly statuses?: readonly Status[];
  /** Codes of categories: it stands beside everything below them too. */
  readonly categories?: readonly string[];
}

/** What a good handler does, in a sentence or two. */
export interface GuidanceCard {
  readonly title: Localized;
  readonly text: Localized;
  readonly when: CardConditions;
}

/** More are not read beside a case. */
export const MOST_CARDS_SHOWN = 5;

/**
 * The cards that fit a case, those of its very category before those of what is above it, and those of any category
 * last; among equals they keep the order in which they were given.
 */
export function cardsFor<Card extends { readonly when: CardConditions }>(options: {
  readonly cards: readonly Card[];
  readonly status: Status;
  /** Codes from the root of the tree down to the category of the case; empty while it has none. */
  readonly category: readonly string[];
}): readonly Card[] {
  const { cards, status, category } = options;
  return cards
    .flatMap((card) => {
      const { statuses = [], categories = [] } = card.when;
      const nearness = Math.max(-1, ...categories.map((code) => category.indexOf(code)));
      const fits =
        (statuses.length === 0 || statuses.includes(status)) && (categories.length === 0 || nearness >= 0);
      return fits ? [{ card, nearness }] : [];
    })
    .sort((one, other) => other.nearness - one.nearness)
    .slice(0, MOST_CARDS_SHOWN)
    .map(({ card }) => card);
}
