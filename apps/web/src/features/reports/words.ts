import { useAppWords } from '../../app/words.ts';
import { useFieldWords } from '../../forms/words.ts';
import { defineWords } from '../../i18n/i18n.ts';

/** The words of reports. */
export const useReportWords = defineWords(
  {
    'reports.title': { zh: '报告', en: 'Reports' },
    'reports.create': { zh: '编写报告', en: 'Write a report' },
    'reports.kind': { zh: '期间', en: 'Period' },
    'reports.year': { zh: '年', en: 'Year' },
    'reports.number': { zh: '第几', en: 'Which' },
    'reports.holiday': { zh: '假期', en: 'Holiday' },
    'reports.span': { zh: '起止', en: 'From and to' },
    'reports.kind.MONTH': { zh: '月报', en: 'Month' },
    'reports.kind.QUARTER': { zh: '季报', en: 'Quarter' },
    'reports.kind.HALF_YEAR': { zh: '半年报', en: 'Half-year' },
    'reports.kind.YEAR': { zh: '年报', en: 'Year' },
    'reports.kind.HOLIDAY': { zh: '假期报告', en: 'Holiday' },
    'reports.kind.SPAN': { zh: '任意期间', en: 'Any days' },
    'reports.status.DRAFT': { zh: '草稿', en: 'Draft' },
    'reports.status.PUBLISHED': { zh: '已发布', en: 'Published' },
    'reports.version': { zh: '第 {{version}} 版', en: 'Version {{version}}' },
    'reports.word': { zh: '下载 Word', en: 'Word' },
    'reports.sheet': { zh: '下载 Excel', en: 'Spreadsheet' },
    'reports.publish': { zh: '发布', en: 'Publish' },
    'reports.publishSure': {
      zh: '发布后数字和文字不再变化。确认发布？',
      en: 'Once published, figures and text never change. Publish?',
    },
    'reports.correct': { zh: '发布更正版', en: 'Correct' },
    'reports.reason': { zh: '更正原因', en: 'Why it is corrected' },
    'reports.approved': { zh: '{{name}} 于 {{at}} 批准', en: 'Approved by {{name}} on {{at}}' },
    'reports.problems': { zh: '发布前请核对', en: 'To be checked before publishing' },
    'reports.differences': { zh: '与上一版的不同', en: 'What it says otherwise than the version before' },
    'reports.editText': { zh: '编辑文字', en: 'Edit the text' },
    'reports.asProposed': { zh: '恢复自动文字', en: 'Back to the proposed text' },
    'reports.placeholders': {
      zh: '花括号里的数字会自动更新，例如 {received}。',
      en: 'Numbers in braces, such as {received}, are filled in and stay live.',
    },
    'reports.now': { zh: '本期', en: 'This period' },
    'reports.before': { zh: '上期 {{value}}', en: 'Before: {{value}}' },
    'reports.yearAgo': { zh: '上年同期 {{value}}', en: 'Year before: {{value}}' },
    'reports.changeBefore': { zh: '环比{{change}}', en: '{{change}} on the period before' },
    'reports.changeYear': { zh: '同比{{change}}', en: '{{change}} on the year' },
    'reports.open': { zh: '查看这 {{text}} 背后的投诉件', en: 'See the cases behind {{text}}' },
    'reports.empty': {
      zh: '还没有报告。选择期间，开始编写。',
      en: 'No report yet. Choose a period and begin.',
    },
  },
  useAppWords,
  useFieldWords,
);
