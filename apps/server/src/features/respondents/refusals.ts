import { NO_SUCH_THING, type Refusal } from '@huiyin/domain';

/** Why the register of respondents was not changed, in words for those who try. */

export const FORBIDDEN: Refusal = {
  code: 'FORBIDDEN',
  message: {
    zh: '只有部门负责人和主管可以维护被投诉单位名录。',
    en: 'Only department leads and supervisors keep the register of respondents.',
  },
};
export const NO_SUCH_ENTRY: Refusal = { ...NO_SUCH_THING, field: 'id' };
export const NO_SUCH_OTHER: Refusal = { ...NO_SUCH_THING, field: 'intoId' };
export const SAME_ENTRY: Refusal = {
  code: 'INVALID',
  field: 'intoId',
  message: { zh: '请选择另一个单位。', en: 'Choose another party.' },
};
export const NAME_TAKEN: Refusal = {
  code: 'ALREADY_DONE',
  field: 'name',
  message: {
    zh: '名录中已有同名同类的单位；如为同一单位，请合并。',
    en: 'The register has a party of that name and kind; if it is the same, merge the two.',
  },
};
export const NOTHING_CHANGED: Refusal = {
  code: 'INVALID',
  message: { zh: '没有需要修改的内容。', en: 'Nothing is changed by this.' },
};
export const NO_KIND: Refusal = {
  code: 'INVALID',
  field: 'kind',
  message: { zh: '请从选项中选择类型。', en: 'Choose one of the kinds.' },
};
export const CREDIT_CODE: Refusal = {
  code: 'INVALID',
  field: 'creditCode',
  message: {
    zh: '统一社会信用代码为 18 位数字和大写字母。',
    en: 'A unified social credit code has 18 digits and capital letters.',
  },
};
