import { useAppWords } from '../../app/words.ts';
import { useFieldWords } from '../../forms/words.ts';
import { defineWords } from '../../i18n/i18n.ts';

/** The words of imports. */
export const useImportWords = defineWords(
  {
    'imports.title': { zh: '导入登记表', en: 'Import a register' },
    'imports.drop': {
      zh: '把 Excel 或 CSV 登记表拖到这里，或点击选择',
      en: 'Drop a spreadsheet (Excel or CSV) here, or click to choose',
    },
    'imports.hint': {
      zh: '编码、表头、日期格式会自动识别；每一行要么导入，要么说明问题，不会丢失。',
      en: 'Encoding, header row and dates are recognised. Every row is taken in or listed with what is wrong; none is lost.',
    },
    'imports.kind.COMPLAINTS': { zh: '投诉登记表', en: 'Complaints' },
    'imports.kind.SANCTIONS': {
      zh: '处罚登记表（按投诉编号关联）',
      en: 'Sanctions, attached to their complaints by number',
    },
    'imports.earlier': { zh: '导入记录', en: 'Imports so far' },
    'imports.column': { zh: '表中的列', en: 'Column' },
    'imports.sample': { zh: '样例', en: 'Samples' },
    'imports.target': { zh: '对应字段', en: 'Read as' },
    'imports.leftOut': { zh: '不导入', en: 'Left out' },
    'imports.check': { zh: '先检查', en: 'Check first' },
    'imports.start': { zh: '开始导入', en: 'Import' },
    'imports.again': { zh: '同一文件，仍要再次导入', en: 'The same file: import it again all the same' },
    'imports.accepted': { zh: '已导入', en: 'Taken in' },
    'imports.acceptable': { zh: '可以导入', en: 'Can be taken in' },
    'imports.refused': { zh: '有问题', en: 'With problems' },
    'imports.passedOver': { zh: '跳过（标题、合计、说明）', en: 'Passed over (titles, totals, notes)' },
    'imports.passedOverRows': { zh: '跳过的行', en: 'Rows passed over' },
    'imports.reason': { zh: '跳过原因', en: 'Why' },
    'imports.firstShown': {
      zh: '共跳过 {{all}} 行，此处显示前 {{shown}} 行。',
      en: 'The first {{shown}} of {{all}} rows are shown.',
    },
    'imports.problems': { zh: '问题', en: 'Problems' },
    'imports.line': { zh: '行', en: 'Line' },
    'imports.value': { zh: '内容', en: 'Value' },
    'imports.remedy': { zh: '问题与改法', en: 'What is wrong, and the remedy' },
    'imports.download': {
      zh: '下载有问题的行，改好后重新导入',
      en: 'Download the rows with problems, correct them, and import that file',
    },
    'imports.cases': { zh: '查看导入的投诉件', en: 'See the complaints taken in' },
    'imports.status.READY': { zh: '待确认', en: 'To be confirmed' },
    'imports.status.CHECKING': { zh: '检查中', en: 'Checking' },
    'imports.status.CHECKED': { zh: '检查完毕', en: 'Checked' },
    'imports.status.RUNNING': { zh: '导入中', en: 'Importing' },
    'imports.status.COMPLETED': { zh: '导入完毕', en: 'Done' },
    'imports.status.FAILED': { zh: '失败', en: 'Failed' },
  },
  useAppWords,
  useFieldWords,
);
