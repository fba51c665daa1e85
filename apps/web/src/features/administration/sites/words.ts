import { defineWords } from '../../../i18n/i18n.ts';
import { useAdministrationWords } from '../words.ts';

/** The words of the tree of sites. */
export const useSiteWords = defineWords(
  {
    'sites.intro': {
      zh: '登记投诉时从名录中选择；报告按名录中的数值计算投诉率。数值从所填日期起生效，以前的报告不变。',
      en: 'Complaints are registered at these; reports compute rates by their numbers. A number holds from its day on, so that earlier reports stay as they are.',
    },
    'sites.none': {
      zh: '名录还是空的。请逐个新增，或上传表格一次导入。',
      en: 'There is nothing yet. Add one by one, or upload a spreadsheet.',
    },
    'sites.add': { zh: '新增{{level}}', en: 'Add: {{level}}' },
    'sites.addBelow': { zh: '在“{{name}}”下新增{{level}}', en: 'Add below “{{name}}”: {{level}}' },
    'sites.import': { zh: '从表格导入', en: 'From a spreadsheet' },
    'sites.importHint': {
      zh: '表格须有表头：{{columns}}。一行一处，已有的不会重复建立。',
      en: 'The sheet needs a header: {{columns}}. One site a line; what is known already is not added twice.',
    },
    'sites.imported': {
      zh: '新增 {{added}} 处，更新数值 {{numbers}} 项',
      en: '{{added}} added, {{numbers}} numbers set',
    },
    'sites.open': { zh: '展开“{{name}}”', en: 'Show the parts of “{{name}}”' },
    'sites.close': { zh: '收起“{{name}}”', en: 'Hide the parts of “{{name}}”' },
    'sites.formerly': { zh: '曾用名：{{names}}', en: 'Formerly {{names}}' },
    'sites.since': { zh: '{{number}}（{{day}} 起）', en: '{{number}} (from {{day}})' },
    'sites.sum': { zh: '{{number}}（下级合计）', en: '{{number}} (sum of its parts)' },
    'sites.unknown': { zh: '{{label}}未填', en: '{{label}} not known' },
    'sites.name': { zh: '名称', en: 'Name' },
    'sites.nameHelp': {
      zh: '改名后，以旧名登记的投诉仍计入此处。',
      en: 'Complaints under the earlier name go on counting here.',
    },
    'sites.day': { zh: '数值生效日期', en: 'Numbers hold from' },
    'sites.removed': { zh: '已删除“{{name}}”', en: '“{{name}}” removed' },
    'sites.removeSure': { zh: '确定删除“{{name}}”？', en: 'Remove “{{name}}”?' },
  },
  useAdministrationWords,
);
