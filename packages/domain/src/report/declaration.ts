import type { Localized } from '@huiyin/shared';
import type { Dimension, Measure, MeasureQuery, Where } from '../figures/measures.ts';

/** One number of a report, with the formula behind it. */
export type FigureDeclaration = { readonly code: string; readonly label: Localized } & (
  | ({ readonly kind: 'count' } & MeasureQuery)
  /** Share of a whole: numerator ÷ denominator, shown as a percentage beside both counts. */
  | { readonly kind: 'rate'; readonly numerator: MeasureQuery; readonly denominator: MeasureQuery }
  /** Count per the sector's denominator (10,000 customers): count ÷ denominator × per. */
  | ({ readonly kind: 'per'; readonly denominator: string } & MeasureQuery)
  /** Sum of the measure's amounts. Money sums stand by currency and converted. */
  | ({ readonly kind: 'amount'; readonly unit: 'money' | 'seconds' } & MeasureQuery)
  /** Percentile (0–1) of the measure's amounts. */
  | ({ readonly kind: 'percentile'; readonly at: number; readonly unit: 'seconds' } & MeasureQuery)
  /** Opening balance + received + reopened − every way out, at the end of the period. */
  | { readonly kind: 'openAtEnd' }
);

/** One piece of a section. */
export type BlockDeclaration =
  | { readonly kind: 'figures'; readonly figures: readonly FigureDeclaration[] }
  | ({
      readonly kind: 'breakdown';
      readonly title: Localized;
      readonly dimension: Dimension;
      readonly chart: 'bar' | 'pie' | 'none';
      /** Show at most this many values; the rest are gathered in one line, so that it still adds up. */
      readonly top?: number;
      /** Further measures counted in the same rows. */
      readonly beside?: readonly {
        readonly label: Localized;
        readonly measure: Measure;
        readonly where?: Where;
      }[];
      /** Also sum the amounts (money) of the measure. */
      readonly amounts?: boolean;
    } & MeasureQuery)
  | ({
      readonly kind: 'cross';
      readonly title: Localized;
      readonly rows: Dimension;
      readonly columns: Dimension;
    } & MeasureQuery)
  | {
      readonly kind: 'trend';
      readonly title: Localized;
      readonly lines: readonly ({ readonly label: Localized } & MeasureQuery)[];
    }
  /** The cases counted by a measure, one line each, masked. */
  | ({
      readonly kind: 'cases';
      readonly title: Localized;
      readonly limit: number;
      readonly columns: readonly CaseColumn[];
    } & MeasureQuery)
  /** Money sanctions or remedies one by one. */
  | ({ readonly kind: 'amountList'; readonly title: Localized } & MeasureQuery)
  /** Words that the author writes; nothing is computed. */
  | { readonly kind: 'prose'; readonly prompt: Localized };

export const CASE_COLUMNS = [
  'number',
  'receivedOn',
  'category',
  'respondent',
  'content',
  'finding',
  'result',
  'amount',
  'closedOn',
  'cause',
  'lesson',
  'action',
  'department',
] as const;
export type CaseColumn = (typeof CASE_COLUMNS)[number] | `details.${string}`;

/** One section of a report. */
export interface SectionDeclaration {
  readonly code: string;
  readonly title: Localized;
  readonly blocks: readonly BlockDeclaration[];
}
