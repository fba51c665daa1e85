import type { Localized } from '@huiyin/shared';
import type { Counter } from '../figures/measure-words.ts';
import type { Dimension, Measure, MeasureQuery, Where } from '../figures/measures.ts';
import type { Derived } from '../figures/query.ts';

/** One number of a report, with the formula behind it. */
export type FigureDeclaration = {
  readonly code: string;
  readonly label: Localized;
  /** What is counted one by one, where the measure's own word does not fit. */
  readonly counter?: Counter;
} & (
  | ({ readonly kind: 'count' } & MeasureQuery)
  /** Share of a whole: numerator ÷ denominator, shown as a percentage beside both counts. */
  | { readonly kind: 'rate'; readonly numerator: MeasureQuery; readonly denominator: MeasureQuery }
  /** Count per the sector's denominator (10,000 customers): count ÷ denominator × per. */
  | ({ readonly kind: 'per'; readonly denominator: string } & MeasureQuery)
  /** Sum of the measure's money, by currency and converted. */
  | ({ readonly kind: 'amount' } & MeasureQuery)
  /** Percentile (0–1) of the measure's seconds. */
  | ({ readonly kind: 'percentile'; readonly at: number } & MeasureQuery)
  /** What was open when the period began. */
  | { readonly kind: 'openAtStart' }
  /** Opening balance + every way in − every way out, at the end of the period. */
  | { readonly kind: 'openAtEnd' }
  /** What follows from facts: what still waits at the end of the period, what was done in time. */
  | { readonly kind: 'derived'; readonly measure: Derived; readonly where?: Where }
);

/** One piece of a section. Tables have a code of their own, by which the section's text names them. */
export type BlockDeclaration =
  | { readonly kind: 'figures'; readonly figures: readonly FigureDeclaration[] }
  | ({
      readonly kind: 'breakdown';
      readonly code: string;
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
      readonly code: string;
      readonly title: Localized;
      readonly rows: Dimension;
      readonly columns: Dimension;
      /** The share of one column in each row. */
      readonly share?: { readonly column: string; readonly label: Localized };
    } & MeasureQuery)
  | {
      readonly kind: 'trend';
      readonly code: string;
      readonly title: Localized;
      readonly lines: readonly ({ readonly label: Localized } & MeasureQuery)[];
    }
  /** What was open, came in, went out and is open: opening + in − out = end. */
  | { readonly kind: 'balance'; readonly code: string; readonly title: Localized }
  /** Each holiday within the period, beside the same holiday a year earlier. */
  | ({ readonly kind: 'holidays'; readonly code: string; readonly title: Localized } & MeasureQuery)
  /** Numbers by site of the outermost level, each per what the tree says it has. */
  | ({ readonly kind: 'siteRates'; readonly code: string; readonly title: Localized } & MeasureQuery)
  /** The same by site of the level below it, of those with most. */
  | ({
      readonly kind: 'partRates';
      readonly code: string;
      readonly title: Localized;
      readonly top: number;
    } & MeasureQuery)
  /** The cases counted by a measure, one line each, masked. */
  | ({
      readonly kind: 'cases';
      readonly code: string;
      readonly title: Localized;
      readonly limit: number;
      readonly columns: readonly CaseColumn[];
    } & MeasureQuery)
  /** Money sanctions or remedies one by one. */
  | ({ readonly kind: 'amountList'; readonly code: string; readonly title: Localized } & MeasureQuery)
  /** What the sector watches that rose beyond chance by the end of the period. */
  | { readonly kind: 'watched'; readonly code: string; readonly title: Localized }
  /** What rose beyond chance against the period before or the year before, by category and place or party. */
  | ({ readonly kind: 'rises'; readonly code: string; readonly title: Localized } & MeasureQuery)
  /** Day by day through a holiday, beside the same holiday a year before. */
  | ({ readonly kind: 'days'; readonly code: string; readonly title: Localized } & MeasureQuery)
  /** What was imposed and paid by quarter, and in the year so far. */
  | { readonly kind: 'runningTotals'; readonly code: string; readonly title: Localized }
  /** Sums that were not paid by the end of the period, one line each. */
  | { readonly kind: 'unpaidSanctions'; readonly code: string; readonly title: Localized }
  /** Whom the sector's rule calls repeat offenders on the last day of the period. */
  | { readonly kind: 'repeated'; readonly code: string; readonly title: Localized; readonly where?: Where }
  /** The incidents opened in the period, one line each. */
  | { readonly kind: 'incidents'; readonly code: string; readonly title: Localized }
  /** The training of the period by class. */
  | { readonly kind: 'training'; readonly code: string; readonly title: Localized }
  /** The preventive visits of the period by what was visited. */
  | { readonly kind: 'visits'; readonly code: string; readonly title: Localized }
  /** Corrective actions that were open, planned, completed and are open: opening + planned − completed = end. */
  | { readonly kind: 'actionBalance'; readonly code: string; readonly title: Localized }
  /** Corrective actions overdue at the end of the period, one line each. */
  | {
      readonly kind: 'overdueActions';
      readonly code: string;
      readonly title: Localized;
      readonly limit: number;
    }
  /** Completed corrective actions with what came of them. */
  | {
      readonly kind: 'actionEffects';
      readonly code: string;
      readonly title: Localized;
      readonly limit: number;
    }
  /** Words that the author writes; nothing is computed. `missing` stands there until they have. */
  | { readonly kind: 'prose'; readonly prompt: Localized; readonly missing: Localized };

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

/** A figure or a table of the section, by its code. */
export interface SentenceCondition {
  readonly of: string;
  /** The figure, or the table's largest stated part, comes to at least this; 1 when absent, 0: it has rows at all. */
  readonly atLeast?: number;
}

/**
 * A sentence of a section's text, its figures as placeholders. Proposed only where all that `when` names is there and
 * nothing that `unless` names is: a report does not speak of what did not happen, or says just that.
 */
export interface Sentence {
  readonly zh: string;
  readonly en: string;
  readonly when?: readonly (string | SentenceCondition)[];
  readonly unless?: readonly (string | SentenceCondition)[];
}

/** One section of a report. */
export interface SectionDeclaration {
  readonly code: string;
  readonly title: Localized;
  readonly blocks: readonly BlockDeclaration[];
  /** What is proposed to be said, paragraph by paragraph; absent: the figures and tables one after the other. */
  readonly text?: readonly (readonly Sentence[])[];
}
