import { comparable, halfWidth } from '../values/text.ts';
import type { SheetLayout } from './layout.ts';

/**
 * What a physical row is. Only `data` is taken in; the others are counted and reported, none is dropped unsaid.
 * `note`: a line under the table that belongs to no case (`填表人：… 审核人：…`).
 */
export type RowKind = 'data' | 'empty' | 'title' | 'header' | 'repeatedHeader' | 'total' | 'note';

const TOTAL = /^(?:(?:本页|本月|本季|本季度|本年|全年|月|季|年)?(?:合计|总计|小计|累计|共计)|(?:grand|sub)?totals?|sum)(?:数|金额|\(.*\))?[::]?$/i;
const NOTE =
  /^(?:备注|附注|注|说明|填表人|填报人|制表人|制表单位|填报单位|填表日期|制表日期|审核人?|复核人?|负责人|经办人|打印日期|notes?|remarks?|prepared by|checked by|approved by|printed)\s*\d*[::.]|^(?:第\s*\d+\s*页|page\s*\d+)/i;

/** A function that tells what each row of the sheet is. Pure. */
export function rowClassifier(layout: SheetLayout): (row: { line: number; raw: readonly string[] }) => RowKind {
  const firstHeader = layout.headerLines[0] ?? 0;
  const headers = new Map(layout.columns.map(({ index, parts }) => [index, parts.map(comparable)]));
  const titles = new Set(layout.titles.map(comparable));
  return ({ line, raw }) => {
    const filled = raw.flatMap((cell, index) => (cell.trim() === '' ? [] : [{ index, text: halfWidth(cell) }])).filter(({ text }) => text !== '');
    const [first] = filled;
    if (!first) return 'empty';
    if (layout.headerLines.includes(line)) return 'header';
    if (line < firstHeader) return 'title';
    const same = filled.filter(({ index, text }) => headers.get(index)?.includes(comparable(text))).length;
    if (filled.length >= 2 && same / filled.length >= 0.8) return 'repeatedHeader';
    if (filled.length <= 2 && layout.columns.length > 2 && filled.every(({ text }) => titles.has(comparable(text)))) return 'title';
    if (isTotal(filled.map(({ text }) => text))) return 'total';
    if (layout.columns.length >= 4 && filled.length <= 3 && first.index <= 1 && NOTE.test(first.text)) return 'note';
    return 'data';
  };
}

function isTotal(texts: readonly string[]): boolean {
  const label = texts.findIndex((text) => TOTAL.test(text.replace(/\s+/g, '')));
  // `合计` in front (after a number at most) and figures behind it: a case has words.
  if (label < 0 || label > 1) return false;
  return texts.every((text, index) => index === label || /^[-+¥$\d.,\s%()]*(?:元|件|人|起|宗|万元)?$/.test(text));
}
