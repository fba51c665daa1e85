import { defineWords } from '../i18n/i18n.ts';

/** The words of parts that several rooms use. */
export const useUiWords = defineWords({
  'due.overdue': { zh: '已超 {{span}}', en: '{{span}} overdue' },
  'due.left': { zh: '还剩 {{span}}', en: '{{span}} left' },
  'due.paused': { zh: '已暂停', en: 'Paused' },
});
