import { refuse } from './reading.ts';

/** What a spreadsheet shows where a formula could not be computed; the same in every language of the program. */
const ERROR_VALUE = /^#(?:N\/A|REF!|VALUE!|DIV\/0!|NAME\?|NULL!|NUM!|SPILL!|CALC!|GETTING_DATA)$/i;

/** Whether a cell holds the error of a formula instead of a value. */
export function isErrorValue(cell: string): boolean {
  return ERROR_VALUE.test(cell.trim());
}

/** The error of a formula is no value, not even of a text. */
export function refuseErrorValue() {
  return refuse({
    code: 'ERROR_VALUE',
    text: { zh: '这是公式的错误值，不是内容。', en: 'This is the error of a formula, not a value.' },
    remedy: {
      zh: '请改正公式，或直接填写值；没有内容的请留空。',
      en: 'Correct the formula, or write the value itself; leave it empty if there is none.',
    },
  });
}

/** The file holds the formula and no result. */
export function refuseUncomputed() {
  return refuse({
    code: 'NOT_COMPUTED',
    text: { zh: '公式没有保存计算结果。', en: 'The result of this formula is not in the file.' },
    remedy: {
      zh: '请用 Excel 或 WPS 打开并重新保存，或将公式换成值。',
      en: 'Open the file in Excel or WPS and save it again, or replace the formula by its value.',
    },
  });
}
