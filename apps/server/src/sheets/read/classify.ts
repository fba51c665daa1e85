import { cleanText, comparable, halfWidth } from '../values/text.ts';
import type { SheetLayout } from './layout.ts';

/**
 * What a physical row is. Only `data` is taken in; the others are counted and reported, none is dropped unsaid.
 * `note`: a line under the table that belongs to no case (`填表人：… 审核人：…`).
 */
export type RowKind = 'data' | 'empty' | 'title' | 'header' | 'repeatedHeader' | 'total' | 'note';

const TOTAL =
  /^(?:(?:本页|本月|本季|本季度|本年|全年|月|季|年)?(?:合计|总计|小计|累计|共计)|(?:grand|sub)?totals?|sum)(?:数|金额|\(.*\))?[::]?$/i;
const NOTE =
  /^(?:备注|附注|注|说明|填表人|填报人|制表人|制表单位|填报单位|填表日期|制表日期|审核人?|复核人?|负责人|经办人|打印日期|notes?|remarks?|prepared by|checked by|approved by|printed)\s*\d*[::.]|^(?:第\s*\d+\s*页|page\s*\d+)/i;

/** Texts longer than this are no label, title or total: they are not looked into. Characters. */
const LONGEST = 120;

/** A function that tells what each row of the sheet is. Pure; runs on every row, so it looks at few cells. */
export function rowClassifier(
  layout: SheetLayout,
): (row: { line: number; raw: readonly string[] }) => RowKind {
  const firstHeader = layout.headerLines[0] ?? 0;
  const headers = new Map(layout.columns.map(({ index, parts }) => [index, parts.map(comparable)]));
  const titles = new Set(layout.titles.map(comparable));
  const isHeader = (raw: readonly string[], index: number | undefined) =>
    index !== undefined && headers.get(index)?.includes(label(raw[index])) === true;
  // One of the first two cells is a header in any repeated header: nearly all rows are done with that look.
  const repeatsHeader = (raw: readonly string[], filled: readonly number[]) =>
    filled.length >= 2 &&
    (isHeader(raw, filled[0]) || isHeader(raw, filled[1])) &&
    filled.filter((index) => isHeader(raw, index)).length / filled.length >= 0.8;
  const repeatsTitle = (raw: readonly string[], filled: readonly number[]) =>
    layout.columns.length > 2 && filled.length <= 2 && filled.every((index) => titles.has(label(raw[index])));
  return ({ line, raw }) => {
    const filled: number[] = [];
    raw.forEach((cell, index) => {
      if (cell !== '' && cleanText(cell) !== '') filled.push(index);
    });
    const [first] = filled;
    if (first === undefined) return 'empty';
    if (layout.headerLines.includes(line)) return 'header';
    if (line < firstHeader || repeatsTitle(raw, filled)) return 'title';
    if (repeatsHeader(raw, filled)) return 'repeatedHeader';
    if (isTotal(raw, filled)) return 'total';
    if (layout.columns.length >= 4 && filled.length <= 3 && first <= 1 && NOTE.test(shown(raw[first])))
      return 'note';
    return 'data';
  };
}

function shown(cell = ''): string {
  return cell.length > LONGEST ? '' : halfWidth(cell);
}

function label(cell = ''): string {
  return cell.length > LONGEST ? '' : comparable(cell);
}

/** `合计` in front (behind a number at most) and figures after it: a case has words. */
function isTotal(raw: readonly string[], filled: readonly number[]): boolean {
  const at = filled.slice(0, 2).find((index) => TOTAL.test(shown(raw[index]).replace(/\s+/g, '')));
  return at !== undefined && filled.every((index) => index === at || FIGURE.test(shown(raw[index])));
}

const FIGURE = /^[-+¥$\d.,\s%()]{1,40}(?:元|件|人|起|宗|万元)?$/;
