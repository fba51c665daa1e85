import { useAppWords } from '../../../app/words.ts';
import { defineWords } from '../../../i18n/i18n.ts';

/** The words of what is learned from closed cases. */
export const useSuggestionWords = defineWords(
  {
    'suggestions.title': { zh: '登记时的建议', en: 'Suggestions when registering' },
    'suggestions.intro': {
      zh: '从本单位已办结的投诉学习类别、紧急和群体线索，登记时给出建议并说明依据，由登记人决定是否采用。保密和限制查看的投诉不参与学习；只保留至少 3 人用过的词语的统计，不保留任何投诉内容。',
      en: 'Category, urgency and group hints are learned from the organisation’s own closed complaints and suggested when registering, each with its reason; whoever registers decides. Complaints in confidence or on a restricted track are not learned from; only counts of words used by at least three people are kept, and nothing of any complaint.',
    },
    'suggestions.never': {
      zh: '尚未学习。办结满 {{least}} 件后即可学习。',
      en: 'Nothing has been learned yet. It takes {{least}} closed complaints.',
    },
    'suggestions.few': {
      zh: '可供学习的办结件只有 {{cases}} 件，满 {{least}} 件后才会给出建议。',
      en: 'Only {{cases}} closed complaints can be learned from; suggestions begin at {{least}}.',
    },
    'suggestions.learned': {
      zh: '{{at}} 从 {{cases}} 件办结投诉学习。',
      en: 'Learned from {{cases}} closed complaints on {{at}}.',
    },
    'suggestions.learning': { zh: '正在学习…', en: 'Learning…' },
    'suggestions.learn': { zh: '重新学习', en: 'Learn anew' },
    'suggestions.asked': { zh: '已开始学习', en: 'Learning has begun' },
    'suggestions.measured': {
      zh: '以最近 {{asked}} 件检验：',
      en: 'Measured on the newest {{asked}}:',
    },
    'suggestions.first': { zh: '首选正确', en: 'First suggestion right' },
    'suggestions.firstThree': { zh: '前三含正确', en: 'Right among the first three' },
    'suggestions.mostFrequent': { zh: '总选最多的类别', en: 'Always the most frequent category' },
    'suggestions.said': { zh: '有把握而给出建议', en: 'Sure enough to suggest' },
    'suggestions.saidRight': { zh: '其中正确', en: 'Of these, right' },
    'suggestions.used': {
      zh: '登记时采用建议 {{taken}} 次，另选 {{other}} 次。',
      en: 'When registering, the suggestion was chosen {{taken}} times, another category {{other}} times.',
    },
    'suggestions.unused': { zh: '登记时还没有给出过建议。', en: 'None has been given when registering yet.' },
  },
  useAppWords,
);
