import { inLocale, type Locale, type Localized } from '@huiyin/shared';
import type { Change } from '../figures/arithmetic.ts';
import { inCapitals } from '../money/capitals.ts';
import type { ReportBlock, ReportFigure, ReportSection, ReportTable, TableRow } from './content.ts';
import type { Sentence, SentenceCondition } from './declaration.ts';
import { formatChange, formatNumber, formatValue } from './format.ts';

/**
 * The text of a section holds its figures as placeholders, so that they stay live however the author words it:
 * `{received}` is the figure, `{received.changes}` how it moved, `{received.capitals}` a sum in capital numerals,
 * `{channels.items}` the largest parts of a table, `{channels.first}` the largest alone.
 */
const PLACEHOLDER = /\{([A-Za-z][\w]*)(?:\.(changes|capitals|items|first))?\}/g;
const MOST_ITEMS = 5;

type Blocks = readonly ReportBlock[];

/** The text proposed for a section: the sentences declared for it that apply; without any, its numbers in a row. */
export function proposedText(blocks: Blocks, declared?: readonly (readonly Sentence[])[]): Localized {
  const paragraphs = declared ?? plainSentences(blocks);
  const said = paragraphs.map((sentences) => sentences.filter((sentence) => applies(sentence, blocks)));
  const missing = blocks.flatMap((block) => (block.kind === 'prose' ? [block.missing] : []));
  const join = (language: 'zh' | 'en', joint: string) =>
    [
      ...said.map((sentences) => sentences.map((sentence) => sentence[language]).join(joint)),
      ...missing.map((text) => text[language]),
    ]
      .filter((paragraph) => paragraph !== '')
      .join('\n');
  return { zh: join('zh', ''), en: join('en', ' ') };
}

function applies({ when = [], unless = [] }: Sentence, blocks: Blocks): boolean {
  const holds = (condition: string | SentenceCondition): boolean => {
    const { of, atLeast = 1 } = typeof condition === 'string' ? { of: condition } : condition;
    return sizeOf(of, blocks) >= atLeast;
  };
  return when.every(holds) && !unless.some(holds);
}

/**
 * How much there is of a figure or a table: a count or a sum, the largest number that a table has beside a stated value,
 * and 1 for whatever else has a value or a line; −1 where there is nothing at all.
 */
function sizeOf(code: string, blocks: Blocks): number {
  const figure = figureOf(code, blocks);
  if (figure) {
    const { unit, now } = figure;
    if (now.value === null) return -1;
    return unit === 'COUNT' || unit === 'MONEY' ? now.value : 1;
  }
  const table = tableOf(code, blocks);
  const rows = table ? statedRows(table) : [];
  if (rows.length === 0) return -1;
  const counts = rows.flatMap(
    ({ cells }) =>
      cells.find(({ unit, value }) => unit === 'COUNT' && typeof value === 'number')?.value ?? [],
  );
  return counts.length === 0 ? 1 : Math.max(...counts);
}

function figureOf(code: string, blocks: Blocks): ReportFigure | undefined {
  return blocks
    .flatMap((block) => (block.kind === 'figures' ? block.figures : []))
    .find((figure) => figure.code === code);
}

function tableOf(code: string, blocks: Blocks): ReportTable | undefined {
  return blocks.find((block) => block.kind === 'table' && block.code === code) as ReportTable | undefined;
}

function statedRows({ rows }: ReportTable): readonly TableRow[] {
  return rows.filter(({ total, unstated, gathered }) => !total && !unstated && !gathered);
}

/** Of a section that declares no text: every figure by its name, every drawn table by its largest parts. */
function plainSentences(blocks: Blocks): Sentence[][] {
  return blocks.map((block): Sentence[] => {
    if (block.kind === 'figures') {
      const list = (language: 'zh' | 'en', joint: string, space: string) =>
        block.figures
          .map(({ code, label }) => `${label[language]}${space}{${code}}{${code}.changes}`)
          .join(joint);
      return [{ zh: `${list('zh', '；', ' ')}。`, en: `${list('en', '; ', ': ')}.` }];
    }
    if (block.kind !== 'table' || !block.chart || block.chart.kind === 'line') return [];
    const { code, title } = block;
    return [{ zh: `${title.zh}：{${code}.items}。`, en: `${title.en}: {${code}.items}.`, when: [code] }];
  });
}

/** A section's text with its figures filled in; placeholders that name nothing are left as they are, and listed. */
export function renderText(
  template: string,
  section: Pick<ReportSection, 'blocks'>,
  locale: Locale,
): { readonly text: string; readonly unknown: readonly string[] } {
  const unknown: string[] = [];
  const text = template.replace(PLACEHOLDER, (whole, name: string, part: string | undefined) => {
    const figure = figureOf(name, section.blocks);
    const said = figure
      ? figureWords(figure, part, locale)
      : tableWords(tableOf(name, section.blocks), part, locale);
    if (said === undefined) unknown.push(whole);
    return said ?? whole;
  });
  return { text, unknown };
}

function figureWords(figure: ReportFigure, part: string | undefined, locale: Locale): string | undefined {
  switch (part) {
    case undefined:
      return figureWithUnit(figure, locale);
    case 'changes':
      return changesOf(figure, locale);
    case 'capitals':
      return figure.unit === 'MONEY' && figure.now.value !== null && figure.now.value >= 0
        ? inCapitals({ amount: figure.now.value, currency: 'CNY' })
        : undefined;
    default:
      return undefined;
  }
}

/** A figure as a sentence says it, with its unit: `31 件`, `83.98%（797/949）`, `25,203.20 元`; `1 case`, `31 cases`. */
export function figureWithUnit({ now, unit, perUnit, counter }: ReportFigure, locale: Locale): string {
  const zh = locale !== 'en';
  const number = formatValue(now, unit, locale);
  if (now.value === null) return number;
  switch (unit) {
    case 'COUNT':
      return zh ? `${number} ${counter.zh}` : `${number} ${now.value === 1 ? counter.en : counter.many}`;
    case 'RATE':
      return zh
        ? `${number}（${now.numerator}/${now.denominator}）`
        : `${number} (${now.numerator} of ${now.denominator})`;
    case 'MONEY':
      return zh ? `${number} 元` : `CNY ${number}`;
    case 'PER':
      return perUnit ? (zh ? `每${perUnit.zh} ${number} 件` : `${number} per ${perUnit.en}`) : number;
    case 'SECONDS':
    case 'WORKING_SECONDS':
      return number;
  }
}

/** How a figure moved on the year and on the period before: `，同比增长 29.2%，环比持平`. Nothing where nothing was. */
function changesOf({ changeBefore, changeYear }: ReportFigure, locale: Locale): string {
  const zh = locale !== 'en';
  const both =
    changeYear && changeBefore && changeYear.kind === changeBefore.kind ? changeYear.kind : undefined;
  if (both === 'SAME') return zh ? '，同比、环比均持平' : ', unchanged on the year and on the period before';
  if (both === 'NEW')
    return zh ? '，上年同期和上期均为零' : ', after none the year before and in the period before';
  const words = [
    changeWords(changeYear, locale, {
      moved: zh ? '同比' : 'on the year',
      fromNone: zh ? '上年同期为零' : 'after none the year before',
    }),
    changeWords(changeBefore, locale, {
      moved: zh ? '环比' : 'on the period before',
      fromNone: zh ? '上期为零' : 'after none in the period before',
    }),
  ].filter((said) => said !== '');
  if (zh) return words.map((said) => `，${said}`).join('');
  return words.length === 0 ? '' : `, ${words.join(' and ')}`;
}

function changeWords(
  change: Change | undefined,
  locale: Locale,
  words: { readonly moved: string; readonly fromNone: string },
): string {
  if (!change || change.kind === 'NONE') return '';
  if (change.kind === 'NEW') return words.fromNone;
  const moved = formatChange(change, locale);
  return locale === 'en' ? `${moved} ${words.moved}` : `${words.moved}${moved}`;
}

/** The largest parts of a breakdown, and how much nobody stated. */
function tableWords(
  table: ReportTable | undefined,
  part: string | undefined,
  locale: Locale,
): string | undefined {
  if (!table || (part !== 'items' && part !== 'first')) return undefined;
  const stated = statedRows(table).filter(({ cells }) => cells[1]?.value !== 0);
  const zh = locale !== 'en';
  if (part === 'first') {
    const [largest] = stated;
    return largest ? partWords(largest, table, locale) : zh ? '无' : 'none';
  }
  const unstated = table.rows.find((row) => row.unstated && row.cells[1]?.value !== 0);
  const shown = stated.slice(0, MOST_ITEMS);
  const others = [...stated.slice(MOST_ITEMS), ...table.rows.filter(({ gathered }) => gathered)].reduce(
    (sum, { cells }) => sum + (cells[1]?.value ?? 0),
    0,
  );
  if (shown.length === 0) return unstated ? (zh ? '均未注明' : 'none stated') : zh ? '无' : 'none';
  const rest = others === 0 ? [] : [zh ? `其余各项共 ${counted(others, table, locale)}` : `others ${others}`];
  return [
    ...shown.map((row) => partWords(row, table, locale)),
    ...rest,
    ...(unstated ? [partWords(unstated, table, locale)] : []),
  ].join(zh ? '；' : '; ');
}

function counted(count: number, { counter }: ReportTable, locale: Locale): string {
  const number = formatNumber(count, 'COUNT', locale);
  return locale === 'en' ? number : `${number} ${counter?.zh ?? '件'}`;
}

/** `电话 8 件（66.67%）`, with the sum of its money where the table has one. */
function partWords(
  { cells: [named, count, share, ...rest] }: TableRow,
  table: ReportTable,
  locale: Locale,
): string {
  const zh = locale !== 'en';
  const label = named?.label ? inLocale(named.label, locale) : '';
  const number = counted(count?.value ?? 0, table, locale);
  const percentage = share?.unit === 'RATE' ? formatNumber(share.value, 'RATE', locale) : undefined;
  const brackets = percentage === undefined ? '' : zh ? `（${percentage}）` : ` (${percentage})`;
  const sum = rest.find(({ unit }) => unit === 'MONEY')?.value;
  return `${label} ${number}${brackets}${sum ? moneyWords(sum, locale) : ''}`;
}

/** The sum beside a count: `，25,203.20 元（贰万伍仟贰佰零叁元贰角整）`. */
function moneyWords(amount: number, locale: Locale): string {
  const number = formatNumber(amount, 'MONEY', locale);
  if (locale === 'en') return `, CNY ${number}`;
  return amount < 0 ? `，${number} 元` : `，${number} 元（${inCapitals({ amount, currency: 'CNY' })}）`;
}
