import { useAppWords } from '../app/words.ts';
import { defineWords } from '../i18n/i18n.ts';

/** The words of the guide to a classification. */
export const useGuideWords = defineWords(
  {
    'guide.title': { zh: '不确定归哪一类？逐题判断', en: 'Not sure which? Answer questions' },
    'guide.reached': { zh: '已选定：{{label}}', en: 'Chosen: {{label}}' },
    'guide.back': { zh: '上一步', en: 'Back' },
    'guide.keys': { zh: '按数字键作答，按退格键返回上一步', en: 'Number keys answer, Backspace goes back' },
  },
  useAppWords,
);
