import { defineWords } from '../../../i18n/i18n.ts';
import { useAdministrationWords } from '../words.ts';

/** The words of how long things are kept. */
export const useRetentionWords = defineWords(
  {
    'retention.title': { zh: '保存多久', en: 'How long things are kept' },
    'retention.intro': {
      zh: '未设定期限的长期保存。设定或缩短期限后，三十日内不删除，先在下方列出。办理经过的时间、编号、结果、金额和各项统计不受影响，已公布的报告不变；每次删除都记入该件的办理经过，可核验。',
      en: 'What has no period is kept for ever. After a period is set, nothing goes for thirty days; what will go is listed below first. Times, numbers, results, sums and figures stay, and published reports do not change; every erasure is an event of the complaint and can be verified.',
    },
    'retention.months': { zh: '{{what}}的留存月数', en: 'Months that {{what}} is kept' },
    'retention.unit': { zh: '个月', en: 'months' },
    'retention.ever': { zh: '长期', en: 'For ever' },
    'retention.least': { zh: '不少于 {{count}} 个月。', en: 'At least {{count}} months.' },
    'retention.unconfirmed': {
      zh: '依据未经核实，请以本行业档案规定为准',
      en: 'Not confirmed: the rules on archives of your sector count',
    },
    'retention.set': { zh: '“{{what}}”的留存期限已设定', en: 'The period of “{{what}}” is set' },
    'retention.next': { zh: '三十日内将删除', en: 'Goes within thirty days' },
    'retention.nothing': { zh: '三十日内没有到期的内容。', en: 'Nothing is due within thirty days.' },
    'retention.hidden': { zh: '限制查阅的投诉件', en: 'A complaint closed to you' },
    'retention.held': { zh: '已暂停删除', en: 'Held' },
    'retention.heldUntil': { zh: '暂停删除至 {{day}}', en: 'Held until {{day}}' },
    'retention.holds': {
      zh: '诉讼、检查等需要保留的，由主管在投诉件中“暂停删除”。',
      en: 'What a lawsuit or an inspection needs is kept by a supervisor: “Keep from erasure” in the complaint.',
    },
  },
  useAdministrationWords,
);
