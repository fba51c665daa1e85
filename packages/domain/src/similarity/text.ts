/** How alike two texts are, 0 to 1: by their words, the rare ones more, and by their trigrams of characters. */

/** In how many of the texts that are compared each word stands. */
export interface WordCounts {
  readonly texts: number;
  readonly of: ReadonlyMap<string, number>;
}

/** Counts the words over all that is compared at once: what everybody says there tells nobody apart. */
export function countWords(texts: readonly (readonly string[])[]): WordCounts {
  const of = new Map<string, number>();
  for (const words of texts) for (const word of new Set(words)) of.set(word, (of.get(word) ?? 0) + 1);
  return { texts: texts.length, of };
}

/** The cosine of two texts as bags of words, each word weighed by how rare it is. */
export function likenessOfWords(a: readonly string[], b: readonly string[], counts: WordCounts): number {
  const weight = (word: string) => 1 + Math.log((counts.texts + 1) / ((counts.of.get(word) ?? 0) + 1));
  const [left, right] = [new Set(a), new Set(b)];
  const size = (words: ReadonlySet<string>) => [...words].reduce((sum, word) => sum + weight(word) ** 2, 0);
  const shared = [...left].reduce((sum, word) => (right.has(word) ? sum + weight(word) ** 2 : sum), 0);
  return shared === 0 ? 0 : shared / Math.sqrt(size(left) * size(right));
}

/** The words that both say, the rarest first. */
export function sharedWords(
  a: readonly string[],
  b: readonly string[],
  { of }: WordCounts,
): readonly string[] {
  const right = new Set(b);
  return a
    .filter((word) => right.has(word))
    .sort((one, other) => (of.get(one) ?? 0) - (of.get(other) ?? 0) || other.length - one.length);
}

/** How rare the rarest word is that both say: 0 where none is shared, 1 where nobody else says it. */
export function rarestShared(a: readonly string[], b: readonly string[], counts: WordCounts): number {
  const [rarest] = sharedWords(a, b, counts);
  if (rarest === undefined) return 0;
  // Two of the texts say it at least: these two.
  const most = Math.log((counts.texts + 1) / 2);
  const rare = Math.log((counts.texts + 1) / Math.max(2, counts.of.get(rarest) ?? 0));
  return most <= 0 ? 1 : Math.max(0, Math.min(1, rare / most));
}

/** Dice's coefficient over runs of characters: finds what the words miss, such as 掉线 and 老掉线. */
export function likenessOfCharacters(a: string, b: string): number {
  const [left, right] = [runsOf(a), runsOf(b)];
  if (left.size + right.size === 0) return 0;
  const shared = [...left].filter((run) => right.has(run)).length;
  return (2 * shared) / (left.size + right.size);
}

/** Pairs of Chinese characters say what three letters say in an alphabet: two and three are taken alike. */
const RUNS = [2, 3];

function runsOf(text: string): ReadonlySet<string> {
  const characters = [...text.normalize('NFKC').toLowerCase()].filter((character) =>
    /[\p{L}\p{N}]/u.test(character),
  );
  return new Set(
    RUNS.flatMap((length) =>
      characters
        .slice(0, Math.max(0, characters.length - length + 1))
        .map((_, at) => characters.slice(at, at + length).join('')),
    ),
  );
}
