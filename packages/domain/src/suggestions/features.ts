/** What of a matter is learned from: its words, pairs of its Chinese characters, and how it came in. */
export interface TaughtMatter {
  /** What was said, without whoever complains. */
  readonly text: string;
  /** Its words, taken apart. */
  readonly words: readonly string[];
  readonly channel: string;
}

const CHANNEL = 'channel:';
/** Numbers point at somebody or something, and teach nothing. */
const HAS_DIGIT = /\p{N}/u;
const CHINESE = /^\p{Script=Han}{2}$/u;

/** Each once, however often it is said. */
export function featuresOf({ text, words, channel }: TaughtMatter): readonly string[] {
  const characters = [...text];
  const pairs = characters.map((character, at) => `${character}${characters[at + 1] ?? ''}`);
  const said = [
    ...words.filter((word) => [...word].length > 1),
    ...pairs.filter((pair) => CHINESE.test(pair)),
  ];
  return [...new Set([...said.filter((word) => !HAS_DIGIT.test(word)), `${CHANNEL}${channel}`])];
}

/** Whether people would call it a word: pairs of characters and channels speak too, but are not named as reasons. */
export function isWordOf({ words }: TaughtMatter, feature: string): boolean {
  return words.includes(feature);
}
