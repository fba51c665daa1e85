import { useAppWords } from '../../app/words.ts';
import { defineWords } from '../../i18n/i18n.ts';

/** The words of what people ask of their personal data. */
export const usePersonRequestWords = defineWords(
  {
    'person.title': { zh: '个人信息申请', en: 'Requests about personal data' },
    'person.intro': {
      zh: '投诉人可以要求查阅、复制或者删除本单位保存的个人信息。请先核实申请人身份，再按其投诉时所留电话查找。每次查找、导出和答复都有记录；保密投诉的查找等同查看身份，记入该件办理经过。',
      en: 'Complainants may ask to see, copy or erase what is held of them. Make sure who asks, then look for them by the telephone they complained with. Each search, copy and answer is on record; of those who complain in confidence it is a look at who they are, in the history of their complaint.',
    },
    'person.form': { zh: '登记申请', en: 'Take in a request' },
    'person.kind': { zh: '申请事项', en: 'What is asked' },
    'person.phone': { zh: '投诉时所留电话', en: 'Telephone they complained with' },
    'person.name': { zh: '姓名（多人共用电话时填写）', en: 'Name (where several share the number)' },
    'person.reason': { zh: '如何核实申请人身份', en: 'How you made sure who asks' },
    'person.reasonHint': { zh: '请勿填写姓名等个人信息。', en: 'No names or other personal data.' },
    'person.find': { zh: '查找并登记', en: 'Find and take in' },
    'person.found': { zh: '已登记，找到 {{count}} 件投诉', en: 'Taken in; complaints found: {{count}}' },
    'person.list': { zh: '已登记的申请', en: 'Requests taken in' },
    'person.none': {
      zh: '还没有申请。收到申请后在上方登记。',
      en: 'There is none. Take one in above when somebody asks.',
    },
    'person.due': { zh: '{{day}} 前答复', en: 'Answer by {{day}}' },
    'person.overdue': { zh: '已逾期，应于 {{day}} 前答复', en: 'Overdue: was to be answered by {{day}}' },
    'person.answered': { zh: '{{at}} 已答复', en: 'Answered {{at}}' },
    'person.by': { zh: '{{name}} 于 {{at}} 登记', en: 'Taken in by {{name}}, {{at}}' },
    'person.copy': { zh: '下载个人信息副本', en: 'Download the copy' },
    'person.handedOver': { zh: '已提供给申请人', en: 'It was handed over' },
    'person.erase': { zh: '删除可删除的内容', en: 'Erase what may be erased' },
    'person.eraseSure': {
      zh: '保存期限已届满的投诉件，其个人信息和文字将被删除，不能恢复；其余保留并说明原因。',
      en: 'Of complaints whose period is over, personal data and words are erased for good; the others stay, each with why.',
    },
    'person.until': { zh: '至 {{day}}', en: 'until {{day}}' },
    'person.basisUnchecked': { zh: '条文未核对原文。', en: 'Not checked against the text of the law.' },
    'person.limit': {
      zh: '法律要求“及时”；默认十五日内答复，最长三十日。',
      en: 'The law says “in time”: fifteen days unless set otherwise, thirty at most.',
    },
    'person.dueOn': { zh: '答复期限', en: 'Last day of the answer' },
    'person.required': { zh: '请填写。', en: 'Fill this in.' },
  },
  useAppWords,
);
