import { SECTORS } from '@huiyin/domain';
import { Jieba } from '@node-rs/jieba';
import { dict } from '@node-rs/jieba/dict.js';

/**
 * Words for full-text search in Chinese and English. Chinese is segmented with every sector's dictionary, so that 便血
 * and 甩团 stay whole; PostgreSQL then indexes the words as they are (`simple`).
 */

let segmenter: Jieba | undefined;

function jieba(): Jieba {
  if (!segmenter) {
    segmenter = Jieba.withDict(dict);
    const own = SECTORS.flatMap((sector) => sector.searchDictionary).map((word) => `${word} 100000 n`);
    if (own.length > 0) segmenter.loadDict(Buffer.from(own.join('\n')));
  }
  return segmenter;
}

/** A text without its punctuation: the parts of a number such as `LY-2010-012` are words, in the index and when asked for. */
function plain(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{Letter}\p{Number}]+/gu, ' ');
}

/** Numbers by their parts, as they are written and as the segmenter takes them apart. */
export function numbersIn(text: string): string {
  return `${plain(text)} ${wordsOf(plain(text))}`;
}

const WORD = /[\p{Letter}\p{Number}]/u;

/** Texts taken apart lately: a complaint changes many times and its words seldom. The oldest make room. */
const lately = new Map<string, string>();
const MOST_LATELY = 500;

/** The words of a text, in lower case, for `to_tsvector('simple', …)`; long words also with their parts. */
export function wordsOf(text: string): string {
  const known = lately.get(text);
  if (known !== undefined) return known;
  const words = jieba()
    .cutForSearch(text.normalize('NFKC').toLowerCase(), true)
    .filter((word) => WORD.test(word))
    .join(' ');
  const [oldest] = lately.keys();
  if (oldest !== undefined && lately.size >= MOST_LATELY) lately.delete(oldest);
  lately.set(text, words);
  return words;
}

/** The words that a search asks for; all must stand in the complaint. */
export function wordsAskedFor(text: string): string {
  return jieba()
    .cut(plain(text), true)
    .filter((word) => WORD.test(word))
    .join(' ');
}
