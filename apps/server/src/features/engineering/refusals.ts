import { NO_SUCH_THING, type Refusal } from '@huiyin/domain';

/** Why something cannot be planned or done, in words for those who try. */

export const NO_SUCH_ITEM: Refusal = { ...NO_SUCH_THING, field: 'id' };
export const NO_SUCH_LIST: Refusal = { ...NO_SUCH_THING, field: 'outlet' };
export const FORBIDDEN: Refusal = {
  code: 'FORBIDDEN',
  message: { zh: '您的角色不能登记工程进展。', en: 'Your role does not record what engineers do.' },
};
export const NOTHING_WAITS: Refusal = {
  code: 'CONDITION_UNMET',
  field: 'site',
  message: { zh: '这里没有待处理的投诉件。', en: 'No complaint waits here.' },
};
export const PLANNED_ALREADY: Refusal = {
  code: 'ALREADY_DONE',
  field: 'site',
  message: { zh: '此处已有计划。', en: 'Something is planned here already.' },
};
export const DONE_ALREADY: Refusal = {
  code: 'ALREADY_DONE',
  field: 'id',
  message: { zh: '此事项已完成。', en: 'It is done already.' },
};
export const NOT_CARRIED_OVER: Refusal = {
  code: 'WRONG_STATE',
  field: 'id',
  message: { zh: '此清单的事项不结转。', en: 'Items of this list are not carried over.' },
};
export const SITE: Refusal = {
  code: 'REQUIRED',
  field: 'site',
  message: { zh: '请选择地点。', en: 'Choose where.' },
};
export const WEEK: Refusal = {
  code: 'INVALID',
  field: 'week',
  message: { zh: '请填写周次，如 2026-W48。', en: 'Give a week, such as 2026-W48.' },
};
export const LATER_WEEK: Refusal = {
  code: 'INVALID',
  field: 'week',
  message: { zh: '只能结转到以后的一周。', en: 'It is carried over to a later week.' },
};
export const FUTURE: Refusal = {
  code: 'INVALID',
  field: 'doneOn',
  message: { zh: '完成日期不能晚于今天。', en: 'It cannot have been done after today.' },
};
export const READING: Refusal = {
  code: 'INVALID',
  field: 'readings',
  message: { zh: '测量值超出范围，或不属于此清单。', en: 'A reading is out of range, or none of this list.' },
};
/** Most complaints that one item serves. */
export const MOST_CASES = 200;
export const CASES: Refusal = {
  code: 'INVALID',
  field: 'complaintIds',
  message: {
    zh: `请选择 1 至 ${MOST_CASES} 件待处理的投诉件。`,
    en: `Choose 1 to ${MOST_CASES} complaints that wait.`,
  },
};

/** Why a complainant was not told. */
export const CLOSED = {
  zh: '此件已办结或已撤回，请回访告知后登记联系。',
  en: 'It is over: tell them by phone, and record the contact.',
};
export const RECUSED = { zh: '您已回避此件，请他人答复。', en: 'You are recused: somebody else answers.' };
