import { findOption, NO_SUCH_THING, problemWithText, type Refusal, type Sector } from '@huiyin/domain';
import { type CardWords, MOST_CARDS } from './guidance.repository.ts';

const LONGEST_TITLE = 30;
/** A card is read at a glance, or not at all. */
const LONGEST_TEXT = 300;

/** What is wrong with a card. */
export function problemOf({ title, text, categories }: CardWords, sector: Sector): Refusal | undefined {
  if (title === '' || problemWithText(title, LONGEST_TITLE)) return TITLE;
  if (text === '') return EMPTY;
  const problem = problemWithText(text, LONGEST_TEXT);
  if (problem) return { code: 'INVALID', field: 'text', message: problem };
  return categories.every((code) => findOption(sector.categories, code)) ? undefined : NO_SUCH_CATEGORY;
}

export const NO_SUCH_CARD: Refusal = { ...NO_SUCH_THING, field: 'id' };
export const FOR_ADMINISTRATORS: Refusal = {
  code: 'FORBIDDEN',
  message: { zh: '只有单位管理员可以修改处理指引。', en: 'Guidance cards are kept by administrators.' },
};
export const TOO_MANY: Refusal = {
  code: 'INVALID',
  message: {
    zh: `最多保存 ${MOST_CARDS} 张指引。请先删除一些。`,
    en: `Keep at most ${MOST_CARDS} cards. Remove some first.`,
  },
};
const TITLE: Refusal = {
  code: 'INVALID',
  field: 'title',
  message: {
    zh: `请填写不超过 ${LONGEST_TITLE} 字的标题。`,
    en: `Give a title of at most ${LONGEST_TITLE} characters.`,
  },
};
const EMPTY: Refusal = {
  code: 'REQUIRED',
  field: 'text',
  message: { zh: '此项必填。', en: 'This is required.' },
};
const NO_SUCH_CATEGORY: Refusal = {
  code: 'INVALID',
  field: 'categories',
  message: { zh: '没有这个投诉类别。请重新选择。', en: 'There is no such category. Choose again.' },
};
