import { inLocale, type Locale, type Localized } from '@huiyin/shared';
import { inCapitals } from '../money/capitals.ts';
import type { ReportBlock, ReportFigure, ReportSection } from './content.ts';
import { formatChange, formatNumber, formatValue } from './format.ts';

/**
 * The text of a section holds its figures as placeholders, so that they stay live however the author words it:
 * `{received}` is the figure, `{received.changes}` how it moved, `{received.capitals}` a sum in capital numerals,
 * `{table2.items}` the largest parts of the second block.
 */
const PLACEHOLDER = /\{([A-Za-z][\w]*)(?:\.(changes|capitals|items))?\}/g;
const MOST_ITEMS = 5;

/** The text proposed for a section's blocks. */
export function proposedText(blocks: readonly ReportBlock[]): Localized {
  const zh: string[] = [];
  const en: string[] = [];
  for (const [index, block] of blocks.entries()) {
    if (block.kind === 'figures') {
      const said = (joint: string, colon: string, locale: Locale): string =>
        block.figures
          .map(({ code, label, unit }) => {
            const capitals = unit === 'MONEY' && locale !== 'en' ? `（{${code}.capitals}）` : '';
            return `${inLocale(label, locale)}${colon}{${code}}${capitals}{${code}.changes}`;
          })
          .join(joint);
      zh.push(`${said('；', ' ', 'zh-CN')}。`);
      en.push(`${said('; ', ': ', 'en')}.`);
    } else if (block.kind === 'table' && block.chart && block.chart.kind !== 'line') {
      zh.push(`${block.title.zh}：{table${index + 1}.items}。`);
      en.push(`${block.title.en}: {table${index + 1}.items}.`);
    }
  }
  return { zh: zh.join('\n'), en: en.join('\n') };
}

/** A section's text with its figures filled in; placeholders that name nothing are left as they are, and listed. */
export function renderText(
  template: string,
  section: Pick<ReportSection, 'blocks'>,
  locale: Locale,
): { readonly text: string; readonly unknown: readonly string[] } {
  const unknown: string[] = [];
  const figures = new Map(
    section.blocks.flatMap((block) =>
      block.kind === 'figures' ? block.figures.map((figure) => [figure.code, figure] as const) : [],
    ),
  );
  const text = template.replace(PLACEHOLDER, (whole, name: string, part: string | undefined) => {
    const figure = figures.get(name);
    const said = figure ? figureWords(figure, part, locale) : tableWords(name, part, section.blocks, locale);
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
      return changes(figure, locale);
    case 'capitals':
      return figure.unit === 'MONEY' && figure.now.value !== null && figure.now.value >= 0
        ? inCapitals({ amount: figure.now.value, currency: 'CNY' })
        : undefined;
    default:
      return undefined;
  }
}

/** A figure as a sentence says it, with its unit: `31 件`, `83.98%（797/949）`, `25,203.20 元`. */
export function figureWithUnit({ now, unit, perUnit }: ReportFigure, locale: Locale): string {
  const zh = locale !== 'en';
  const number = formatValue(now, unit, locale);
  if (now.value === null) return number;
  switch (unit) {
    case 'COUNT':
      return zh ? `${number} 件` : number;
    case 'RATE':
      return zh
        ? `${number}（${now.numerator}/${now.denominator}）`
        : `${number} (${now.numerator}/${now.denominator})`;
    case 'MONEY':
      return zh ? `${number} 元` : `CNY ${number}`;
    case 'PER':
      return perUnit ? (zh ? `每${perUnit.zh} ${number} 件` : `${number} per ${perUnit.en}`) : number;
    case 'SECONDS':
      return number;
  }
}

function changes({ changeBefore, changeYear }: ReportFigure, locale: Locale): string {
  const zh = locale !== 'en';
  const parts: string[] = [];
  if (changeYear && changeYear.kind !== 'NONE') {
    parts.push(`${zh ? '，同比' : ', on the year '}${formatChange(changeYear, locale)}`);
  }
  if (changeBefore && changeBefore.kind !== 'NONE') {
    parts.push(`${zh ? '，环比' : ', on the period before '}${formatChange(changeBefore, locale)}`);
  }
  return parts.join('');
}

function tableWords(
  name: string,
  part: string | undefined,
  blocks: readonly ReportBlock[],
  locale: Locale,
): string | undefined {
  const index = /^table(\d+)$/.exec(name)?.[1];
  const block = index === undefined ? undefined : blocks[Number(index) - 1];
  if (block?.kind !== 'table' || part !== 'items') return undefined;
  const zh = locale !== 'en';
  const items = block.rows.filter(({ total }) => !total).slice(0, MOST_ITEMS);
  if (items.length === 0) return zh ? '无' : 'none';
  return items
    .map(({ cells: [named, count, share, ...rest] }) => {
      const label = named?.label ? inLocale(named.label, locale) : '';
      const number = formatNumber(count?.value, 'COUNT', locale);
      const percentage = share?.unit === 'RATE' ? formatNumber(share.value, 'RATE', locale) : undefined;
      const brackets = percentage === undefined ? '' : zh ? `（${percentage}）` : ` (${percentage})`;
      const sum = rest.find(({ unit }) => unit === 'MONEY')?.value;
      const money = sum ? moneyWords(sum, locale) : '';
      return zh ? `${label} ${number} 件${brackets}${money}` : `${label} ${number}${brackets}${money}`;
    })
    .join(zh ? '；' : '; ');
}

/** The sum beside a count: `，25,203.20 元（贰万伍仟贰佰零叁元贰角整）`. */
function moneyWords(amount: number, locale: Locale): string {
  const number = formatNumber(amount, 'MONEY', locale);
  if (locale === 'en') return `, CNY ${number}`;
  return amount < 0 ? `，${number} 元` : `，${number} 元（${inCapitals({ amount, currency: 'CNY' })}）`;
}
