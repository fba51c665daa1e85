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

const WORD = /[\p{Letter}\p{Number}]/u;

/** The words of a text, in lower case, for `to_tsvector('simple', …)`; long words also with their parts. */
export function wordsOf(text: string): string {
  return jieba()
    .cutForSearch(text.normalize('NFKC').toLowerCase(), true)
    .filter((word) => WORD.test(word))
    .join(' ');
}

/** The words that a search asks for; all must stand in the complaint. */
export function wordsAskedFor(text: string): string {
  return jieba()
    .cut(text.normalize('NFKC').toLowerCase(), true)
    .filter((word) => WORD.test(word))
    .join(' ');
}
