import {
  type FigureQuery,
  type FigureValue,
  formatChange,
  formatNumber,
  formatOriginal,
  formatValue,
  inCapitals,
  type Period,
  type ReportBlock,
  type ReportFigure,
  type TableCell,
  type Unit,
} from '@huiyin/domain';
import { inLocale, type Locale } from '@huiyin/shared';
import { casesFilterOf } from '../../casework/figure-sql.ts';
import { toGlobalId } from '../../graphql/global-id.ts';
import type { ReportContentType, ReportDifferenceType } from './report.type.ts';
import {
  type FigureValueType,
  type ReportCellType,
  ReportFiguresType,
  type ReportFigureType,
  ReportProseType,
  ReportTableType,
} from './report-figure.type.ts';
import type { ReportPeriodType } from './report-period.type.ts';
import { templateOf } from './report-words.ts';
import type { ReadReport } from './reports.ts';

/** A report in one language; its denominators are added by whoever has read them. */
export function presentContent(report: ReadReport, locale: Locale): Omit<ReportContentType, 'denominators'> {
  const { content, read, texts, unknown, unwritten } = report;
  const { now, before, yearAgo } = content.periods;
  return {
    title: inLocale(content.title, locale),
    period: presentPeriod(now, locale),
    before: before ? presentPeriod(before, locale) : null,
    yearAgo: yearAgo ? presentPeriod(yearAgo, locale) : null,
    sections: content.sections.map((section) => ({
      ...{ code: section.code, title: inLocale(section.title, locale) },
      text: inLocale(read[section.code] ?? { zh: '', en: '' }, locale),
      template: templateOf(section, texts, locale),
      edited: texts[section.code]?.[locale === 'en' ? 'en' : 'zh'] !== undefined,
      unknownPlaceholders: [...(unknown[section.code] ?? [])],
      blocks: section.blocks.map((block) => presentBlock(block, locale)),
    })),
    problems: [...content.problems, ...unwritten].map((problem) => inLocale(problem, locale)),
  };
}

export function presentPeriod({ choice, label, from, to }: Period, locale: Locale): ReportPeriodType {
  return { kind: choice.kind, label: inLocale(label, locale), from, to };
}

/** What a correction says otherwise. */
export function presentDifferences({ differences }: ReadReport, locale: Locale): ReportDifferenceType[] {
  return differences.map((difference) => {
    const place = inLocale(difference.place, locale);
    if (difference.kind === 'text') {
      const { before, after } = difference;
      return { kind: 'TEXT', place, before: inLocale(before, locale), after: inLocale(after, locale) };
    }
    const written = (value: number | null) => formatNumber(value, difference.unit, locale);
    return { kind: 'NUMBER', place, before: written(difference.before), after: written(difference.after) };
  });
}

/** Instances of their classes: by these a union is told apart. */
function presentBlock(
  block: ReportBlock,
  locale: Locale,
): ReportFiguresType | ReportTableType | ReportProseType {
  switch (block.kind) {
    case 'figures':
      return Object.assign(new ReportFiguresType(), {
        figures: block.figures.map((figure) => presentFigure(figure, locale)),
      });
    case 'table':
      return presentTable(block, locale);
    case 'prose':
      return Object.assign(new ReportProseType(), { prompt: inLocale(block.prompt, locale) });
  }
}

function presentFigure(figure: ReportFigure, locale: Locale): ReportFigureType {
  const { code, label, unit, now, before, yearAgo, changeBefore, changeYear, currencies = [] } = figure;
  const { formula, source } = figure;
  const value = (each: FigureValue | undefined) => (each ? presentValue(each, unit, locale) : null);
  return {
    ...{ code, label: inLocale(label, locale), unit },
    ...{ formula: inLocale(formula, locale), source: inLocale(source, locale) },
    now: presentValue(now, unit, locale),
    before: value(before),
    yearAgo: value(yearAgo),
    changeBefore: changeBefore ? formatChange(changeBefore, locale) : null,
    changeYear: changeYear ? formatChange(changeYear, locale) : null,
    currencies: currencies.map((sum) => ({ ...sum, text: formatOriginal(sum) })),
    capitals:
      unit === 'MONEY' && now.value !== null && now.value >= 0
        ? inCapitals({ amount: now.value, currency: 'CNY' })
        : null,
  };
}

function presentValue(value: FigureValue, unit: Unit, locale: Locale): FigureValueType {
  return {
    value: value.value,
    text: formatValue(value, unit, locale),
    numerator: value.numerator ?? null,
    denominator: value.denominator ?? null,
    cases: casesFilterOf(value.cases),
    denominatorCases: filterOf(value.denominatorCases),
  };
}

function filterOf(query: FigureQuery | undefined): string | null {
  return query ? casesFilterOf(query) : null;
}

function presentTable(block: Extract<ReportBlock, { kind: 'table' }>, locale: Locale): ReportTableType {
  const { code, title, columns, rows, chart, notes } = block;
  return Object.assign(new ReportTableType(), {
    code,
    title: inLocale(title, locale),
    columns: columns.map((column) => inLocale(column, locale)),
    rows: rows.map(({ cells, total = false }) => ({
      total,
      cells: cells.map((cell) => presentCell(cell, locale)),
    })),
    chart: chart
      ? {
          kind: chart.kind.toUpperCase() as Uppercase<typeof chart.kind>,
          categories: chart.categories.map((category) => inLocale(category, locale)),
          series: chart.series.map(({ label, values }) => ({
            label: inLocale(label, locale),
            values: [...values],
          })),
        }
      : null,
    notes: notes.map((note) => inLocale(note, locale)),
  });
}

function presentCell(cell: TableCell, locale: Locale): ReportCellType {
  return {
    text: cellText(cell, locale),
    unit: cell.unit ?? null,
    value: cell.value ?? null,
    cases: filterOf(cell.cases),
    complaint: cell.complaintId
      ? { id: toGlobalId('Complaint', cell.complaintId), number: cellText(cell, locale) }
      : null,
  };
}

/** A cell as it is written. */
export function cellText({ label, unit, value, change }: TableCell, locale: Locale): string {
  if (label) return inLocale(label, locale);
  if (change) return formatChange(change, locale);
  return unit ? formatNumber(value, unit, locale) : '';
}
