import {
  formatChange,
  formatOriginal,
  formatValue,
  inCapitals,
  type ReportBlock,
  type ReportContent,
  type ReportFigure,
  type TableCell,
} from '@huiyin/domain';
import { inLocale, type Locale, type Localized } from '@huiyin/shared';
import { cellText } from './present-report.ts';

/** A block of a report as a plain table of texts, for documents. */
export interface TextTable {
  readonly title: string;
  readonly columns: readonly string[];
  readonly rows: readonly { readonly cells: readonly TextCell[]; readonly total: boolean }[];
  readonly notes: readonly string[];
}

export interface TextCell {
  readonly text: string;
  readonly isNumber: boolean;
}

const WORDS = {
  figures: { zh: '主要数据', en: 'Key figures' },
  figure: { zh: '指标', en: 'Figure' },
  now: { zh: '本期', en: 'This period' },
  before: { zh: '上期', en: 'Period before' },
  changeBefore: { zh: '环比', en: 'On the period before' },
  yearAgo: { zh: '上年同期', en: 'Year before' },
  changeYear: { zh: '同比', en: 'On the year' },
  formulas: { zh: '公式与来源', en: 'Formulas and sources' },
  formula: { zh: '公式', en: 'Formula' },
  source: { zh: '来源', en: 'Source' },
} as const satisfies Record<string, Localized>;

/** `undefined` for prose. */
export function textTableOf(block: ReportBlock, locale: Locale): TextTable | undefined {
  switch (block.kind) {
    case 'prose':
      return undefined;
    case 'table':
      return {
        title: inLocale(block.title, locale),
        columns: block.columns.map((column) => inLocale(column, locale)),
        rows: block.rows.map(({ cells, total = false }) => ({
          total,
          cells: cells.map((cell) => ({ text: cellText(cell, locale), isNumber: isNumber(cell) })),
        })),
        notes: block.notes.map((note) => inLocale(note, locale)),
      };
    case 'figures':
      return figuresTable(block.figures, locale);
  }
}

function isNumber({ unit, change }: TableCell): boolean {
  return unit !== undefined || change !== undefined;
}

function figuresTable(figures: readonly ReportFigure[], locale: Locale): TextTable {
  const word = (key: keyof typeof WORDS) => inLocale(WORDS[key], locale);
  const hasBefore = figures.some(({ before }) => before);
  const hasYear = figures.some(({ yearAgo }) => yearAgo);
  const number = (text: string): TextCell => ({ text, isNumber: true });
  return {
    title: word('figures'),
    columns: [
      word('figure'),
      word('now'),
      ...(hasBefore ? [word('before'), word('changeBefore')] : []),
      ...(hasYear ? [word('yearAgo'), word('changeYear')] : []),
    ],
    rows: figures.map(({ label, unit, now, before, yearAgo, changeBefore, changeYear }) => ({
      total: false,
      cells: [
        { text: inLocale(label, locale), isNumber: false },
        number(withCounts(formatValue(now, unit, locale), now)),
        ...(hasBefore
          ? [
              number(before ? formatValue(before, unit, locale) : '—'),
              number(changeBefore ? formatChange(changeBefore, locale) : '—'),
            ]
          : []),
        ...(hasYear
          ? [
              number(yearAgo ? formatValue(yearAgo, unit, locale) : '—'),
              number(changeYear ? formatChange(changeYear, locale) : '—'),
            ]
          : []),
      ],
    })),
    notes: figures.flatMap((figure) => moneyNotes(figure, locale)),
  };
}

/** Every figure of a report with its formula and its source, each formula once. */
export function formulaTable({ sections }: ReportContent, locale: Locale): TextTable {
  const word = (key: keyof typeof WORDS) => inLocale(WORDS[key], locale);
  const figures = sections.flatMap(({ blocks }) =>
    blocks.flatMap((block) => (block.kind === 'figures' ? block.figures : [])),
  );
  const lines = new Map(
    figures.map(({ label, formula, source }) => [
      `${label.zh} ${formula.zh}`,
      [label, formula, source].map((text) => ({ text: inLocale(text, locale), isNumber: false })),
    ]),
  );
  return {
    title: word('formulas'),
    columns: [word('figure'), word('formula'), word('source')],
    rows: [...lines.values()].map((cells) => ({ total: false, cells })),
    notes: [],
  };
}

/** A rate beside the counts that it was computed from. */
function withCounts(text: string, { numerator, denominator }: ReportFigure['now']): string {
  return numerator === undefined || denominator === undefined ? text : `${text}\n${numerator}/${denominator}`;
}

/** Sums in capital numerals, as documents want them, and in the currencies they were in. */
function moneyNotes({ label, unit, now, currencies = [] }: ReportFigure, locale: Locale): string[] {
  if (unit !== 'MONEY' || !now.value || now.value < 0) return [];
  const name = inLocale(label, locale);
  const parts = currencies.map(formatOriginal).join('; ');
  const capitals = inCapitals({ amount: now.value, currency: 'CNY' });
  return [
    ...(locale === 'en' ? [] : [`${name}（大写）：${capitals}`]),
    ...(parts ? [`${name}: ${parts}`] : []),
  ];
}
