import { defineWords } from '../i18n/i18n.ts';

/** The words of parts that several rooms use. */
export const useUiWords = defineWords({
  'due.overdue': { zh: '已超 {{span}}', en: '{{span}} overdue' },
  'due.left': { zh: '还剩 {{span}}', en: '{{span}} left' },
  'day.rest': { zh: '休', en: 'Off' },
  'day.rest.title': { zh: '放假', en: 'Public holiday' },
  'day.work': { zh: '班', en: 'Work' },
  'day.work.title': { zh: '调休上班', en: 'Worked in place of a day off' },
  'due.paused': { zh: '已暂停', en: 'Paused' },
});
