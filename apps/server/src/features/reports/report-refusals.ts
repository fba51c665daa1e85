import type { Refusal } from '@huiyin/domain';

/** Why a request about a report is refused, and what to do about it. */

/** The longest text of a section. Characters. */
export const LONGEST_TEXT = 20_000;

export function refused(refusal: Refusal): { readonly ok: false; readonly refusals: readonly Refusal[] } {
  return { ok: false, refusals: [refusal] };
}

export function unknownPlaceholders(names: readonly string[]): Refusal {
  return {
    code: 'INVALID',
    field: 'text',
    message: {
      zh: `文字中的 ${names.join('、')} 没有对应的数字。请改正或删去后再发布。`,
      en: `${names.join(', ')} in the text names no figure. Correct or remove it before you publish.`,
    },
  };
}

export const FORBIDDEN: Refusal = {
  code: 'FORBIDDEN',
  message: { zh: '您的角色不能进行此操作。', en: 'Your role does not allow this.' },
};
export const NO_SUCH_PERIOD: Refusal = {
  code: 'INVALID',
  field: 'period',
  message: {
    zh: '没有这样的期间。请检查年份、序号和起止日期；假期须为国务院已公布安排的年份。',
    en: 'There is no such period. Check the year, its number and the days; a holiday must be of a year whose days off are known.',
  },
};
export const NOT_OVER: Refusal = {
  code: 'CONDITION_UNMET',
  field: 'period',
  message: {
    zh: '本期尚未结束，结束后才能发布。',
    en: 'The period is not over. Publish it after its last day.',
  },
};
export const PUBLISHED_ALREADY: Refusal = {
  code: 'ALREADY_DONE',
  message: {
    zh: '该期报告已发布，不能再改。如有错误，请发布更正版。',
    en: 'The report on this period is published and stays as it is. If it is wrong, correct it with a new version.',
  },
};
export const STALE: Refusal = {
  code: 'CONFLICT',
  message: {
    zh: '他人已修改此报告。请查看最新内容后再试。',
    en: 'Somebody else changed this report. Look at it as it is now, then try again.',
  },
};
export const NOT_THE_NEWEST: Refusal = {
  code: 'WRONG_STATE',
  message: {
    zh: '只能更正已发布的最新版本；已有更正稿的，请继续编辑该稿。',
    en: 'Only the newest published version can be corrected; where a correction was begun, go on with it.',
  },
};
export const REASON_REQUIRED: Refusal = {
  code: 'REQUIRED',
  message: { zh: '请说明更正的原因。', en: 'Say why it is corrected.' },
};
export const NO_SUCH_SECTION: Refusal = {
  code: 'NOT_FOUND',
  message: { zh: '报告没有这一部分。', en: 'The report has no such section.' },
};
export const TOO_LONG: Refusal = {
  code: 'INVALID',
  message: { zh: `文字不得超过 ${LONGEST_TEXT} 字。`, en: `A text has at most ${LONGEST_TEXT} characters.` },
};
export const NO_SUCH_DENOMINATOR: Refusal = {
  code: 'NOT_FOUND',
  message: { zh: '本行业没有这个基数。', en: 'The sector has no such number.' },
};
export const NOT_POSITIVE: Refusal = {
  code: 'INVALID',
  message: { zh: '请填写大于零的数。', en: 'Give a number greater than zero.' },
};
