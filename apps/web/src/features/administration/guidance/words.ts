import { defineWords } from '../../../i18n/i18n.ts';
import { useAdministrationWords } from '../words.ts';

/** The words of the cards that stand beside cases. */
export const useGuidanceWords = defineWords(
  {
    'guidance.add': { zh: '新建指引', en: 'New card' },
    'guidance.own': { zh: '本单位指引', en: 'Our own' },
    'guidance.none': {
      zh: '还没有本单位的指引。可以新建，也可以从下面的行业指引开始改写。',
      en: "There are none of your own yet. Write one, or begin from one of the sector's below.",
    },
    'guidance.sector': { zh: '行业自带指引', en: "The sector's" },
    'guidance.title': { zh: '标题', en: 'Title' },
    'guidance.text': { zh: '内容', en: 'Text' },
    'guidance.statuses': { zh: '适用状态', en: 'In these states' },
    'guidance.categories': { zh: '适用类别', en: 'Of these categories' },
    'guidance.everywhere': { zh: '不选则全部适用', en: 'All, when none is chosen' },
    'guidance.always': { zh: '所有投诉件', en: 'Beside every case' },
    'guidance.copy': { zh: '以此新建', en: 'Begin from this' },
    'guidance.copyOf': { zh: '以此新建：{{name}}', en: 'Begin from this: {{name}}' },
    'guidance.up': { zh: '上移“{{name}}”', en: 'Move “{{name}}” up' },
    'guidance.down': { zh: '下移“{{name}}”', en: 'Move “{{name}}” down' },
    'guidance.moved': { zh: '“{{name}}”现为第 {{place}} 张', en: '“{{name}}” is number {{place}} now' },
    'guidance.removed': { zh: '已删除“{{name}}”', en: '“{{name}}” removed' },
  },
  useAdministrationWords,
);
