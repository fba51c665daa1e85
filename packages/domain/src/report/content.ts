import type { Localized } from '@huiyin/shared';
import type { Change } from '../figures/arithmetic.ts';
import type { Counter } from '../figures/measure-words.ts';
import type { FigureQuery } from '../figures/query.ts';
import type { ReportPeriods } from './period.ts';

/**
 * How a number is written. RATE: a share from 0 to 1, shown in percent. MONEY: fen. SECONDS are shown as days or hours;
 * WORKING_SECONDS always as hours, for a working day has not 24 of them.
 */
export const UNITS = ['COUNT', 'RATE', 'MONEY', 'SECONDS', 'WORKING_SECONDS', 'PER'] as const;
export type Unit = (typeof UNITS)[number];

/** A number of a report with the cases it counts. */
export interface FigureValue {
  /** Null where there was nothing to divide by, or a denominator is missing. */
  readonly value: number | null;
  /** Of a rate: the counts behind it. */
  readonly numerator?: number;
  readonly denominator?: number;
  readonly cases: FigureQuery;
  readonly denominatorCases?: FigureQuery;
}

export interface ReportFigure {
  /** Unique within its section. */
  readonly code: string;
  readonly label: Localized;
  readonly unit: Unit;
  /** How it is computed, and from what, for the reader. */
  readonly formula: Localized;
  readonly source: Localized;
  readonly counter: Counter;
  readonly now: FigureValue;
  readonly before?: FigureValue;
  readonly yearAgo?: FigureValue;
  readonly changeBefore?: Change;
  readonly changeYear?: Change;
  /** Of a rate against a denominator: what one unit of it is (`10,000 visits`). */
  readonly perUnit?: Localized;
  /** Sums of money by the currency they were in, where there is more than yuan. */
  readonly currencies?: readonly {
    readonly currency: string;
    readonly original: number;
    readonly converted: number;
  }[];
}

export interface TableCell {
  /** Words, where the cell is no number. */
  readonly label?: Localized;
  readonly value?: number | null;
  readonly unit?: Unit;
  readonly change?: Change;
  /** The cases that the number counts, or the one case that the line is about. */
  readonly cases?: FigureQuery;
  readonly complaintId?: string;
}

export interface TableRow {
  readonly cells: readonly TableCell[];
  readonly total?: boolean;
  /** What nobody stated: said last, and never as if it were a value. */
  readonly unstated?: boolean;
  /** The smaller values gathered in one line. */
  readonly gathered?: boolean;
}

export interface ChartData {
  readonly kind: 'bar' | 'pie' | 'line';
  readonly categories: readonly Localized[];
  readonly series: readonly { readonly label: Localized; readonly values: readonly number[] }[];
}

export interface ReportTable {
  readonly kind: 'table';
  /** Unique within its section. */
  readonly code: string;
  readonly title: Localized;
  readonly columns: readonly Localized[];
  readonly rows: readonly TableRow[];
  /** Of a breakdown: what its first numbers count one by one. */
  readonly counter?: Counter;
  readonly chart?: ChartData;
  /** What a reader must know to read the numbers, and to add them up. */
  readonly notes: readonly Localized[];
}

export type ReportBlock =
  | { readonly kind: 'figures'; readonly figures: readonly ReportFigure[] }
  | ReportTable
  | { readonly kind: 'prose'; readonly prompt: Localized; readonly missing: Localized };

export interface ReportSection {
  readonly code: string;
  readonly title: Localized;
  readonly blocks: readonly ReportBlock[];
  /** The text as it is proposed, with its figures as placeholders. */
  readonly text: Localized;
}

export interface ReportContent {
  readonly sector: string;
  readonly title: Localized;
  readonly periods: ReportPeriods;
  readonly sections: readonly ReportSection[];
  /** What does not add up, or is missing: to be looked at before publication. */
  readonly problems: readonly Localized[];
}
