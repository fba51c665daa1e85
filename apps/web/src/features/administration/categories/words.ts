import { defineWords } from '../../../i18n/i18n.ts';
import { useAdministrationWords } from '../words.ts';

/** The words of an organisation's own categories. */
export const useCategoryWords = defineWords(
  {
    'categories.up': { zh: '上移', en: 'Move up' },
    'categories.upOf': { zh: '上移“{{name}}”', en: 'Move “{{name}}” up' },
    'categories.down': { zh: '下移', en: 'Move down' },
    'categories.downOf': { zh: '下移“{{name}}”', en: 'Move “{{name}}” down' },
    'categories.moved': {
      zh: '“{{name}}”已移到第 {{place}} 位',
      en: '“{{name}}” is now number {{place}}',
    },
    'categories.sectorName': { zh: '行业名称：{{name}}', en: 'The sector says: {{name}}' },
    'categories.offered': { zh: '提供选择', en: 'Offered' },
    'categories.offeredOf': { zh: '“{{name}}”提供选择', en: '“{{name}}” is offered' },
    'categories.off': { zh: '已停用', en: 'Off' },
    'categories.offFrom': { zh: '{{day}} 起停用', en: 'Off from {{day}}' },
    'categories.offWithParent': { zh: '随上级类别停用', en: 'Off with the one above' },
    'categories.stays': { zh: '不能停用', en: 'Cannot be switched off' },
    'categories.switchedOff': {
      zh: '“{{name}}”从今天起停用，已有投诉件不变',
      en: '“{{name}}” is off from today; complaints that have it keep it',
    },
    'categories.switchedOn': { zh: '“{{name}}”已启用', en: '“{{name}}” is offered again' },
    'categories.nameZh': { zh: '中文名称', en: 'Name in Chinese' },
    'categories.nameEn': { zh: '英文名称', en: 'Name in English' },
    'categories.day': { zh: '停用日期（留空为不停用）', en: 'Not offered from (empty: offered)' },
    'categories.dayHelp': {
      zh: '此日及以后收到的投诉件不能再选此类别及其下级；以前的投诉件、统计和报告不变。',
      en: 'Complaints received on that day or later cannot be put into it or anything below it. Earlier ones, figures and reports keep it.',
    },
    'categories.restore': { zh: '恢复行业名称', en: "Back to the sector's name" },
  },
  useAdministrationWords,
);
