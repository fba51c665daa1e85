import type { Localized } from '@huiyin/shared';
import type { MeasureQuery } from '../figures/measures.ts';

/** Which cases of an organisation an overseer opens: each choice is what stands behind a figure. */
interface CaseChoiceDeclaration {
  readonly label: Localized;
  /** What of a case happened in the period; `OPEN`: it was open when the period ended. */
  readonly counts: MeasureQuery | 'OPEN';
  /** Only where it had money in it. */
  readonly withMoney?: true;
}

const t = (zh: string, en: string): Localized => ({ zh, en });

export const CASE_CHOICES = {
  RECEIVED: { label: t('期内收到', 'Received in the period'), counts: { measure: 'RECEIVED' } },
  ACCEPTED: { label: t('期内受理', 'Accepted in the period'), counts: { measure: 'ACCEPTED' } },
  CLOSED: { label: t('期内办结', 'Closed in the period'), counts: { measure: 'CLOSED' } },
  OPEN: { label: t('期末未办结', 'Open at the end of it'), counts: 'OPEN' },
  OVERDUE: {
    label: t('期内超过时限', 'Past a limit in the period'),
    counts: { measure: 'CLOCK_ENDED', where: { clockResult: ['OVERDUE'] } },
  },
  PROMISE_BROKEN: {
    label: t('承诺未兑现', 'A promise broken'),
    counts: { measure: 'PROMISE_DUE', where: { promiseResult: ['BROKEN'] } },
  },
  DISSATISFIED: {
    label: t('回访不满意', 'Dissatisfied when asked'),
    counts: { measure: 'FOLLOWED_UP', where: { followUpResult: ['DISSATISFIED'] } },
  },
  COMPENSATED: {
    label: t('有退赔金额', 'Money given back'),
    counts: { measure: 'REMEDY' },
    withMoney: true,
  },
  FINED: { label: t('有罚没金额', 'Money imposed'), counts: { measure: 'SANCTION' }, withMoney: true },
} as const satisfies Readonly<Record<string, CaseChoiceDeclaration>>;

export type CaseChoice = keyof typeof CASE_CHOICES;
export const CASE_CHOICE_CODES = Object.keys(CASE_CHOICES) as CaseChoice[];

/** What is counted for a choice. */
export function caseChoiceOf(choice: CaseChoice): CaseChoiceDeclaration {
  return CASE_CHOICES[choice];
}

/** The choice that opens a figure onto its cases, where it has one. */
const CHOICE_OF_FIGURE: Readonly<Record<string, CaseChoice>> = {
  ...{ received: 'RECEIVED', accepted: 'ACCEPTED', closed: 'CLOSED', openAtEnd: 'OPEN' },
  ...{ onTimeRate: 'OVERDUE', promiseKeptRate: 'PROMISE_BROKEN', satisfactionRate: 'DISSATISFIED' },
  ...{ compensation: 'COMPENSATED', fines: 'FINED' },
};

/** Of a rate, the cases that fell short: they are what is looked into. */
export function caseChoiceOfFigure(code: string): CaseChoice | undefined {
  return CHOICE_OF_FIGURE[code];
}

/**
 * What of a case is shown beside itself: how its clocks, promises, follow-ups and money came out. By measure, the
 * dimension that says what it was and the one that says how it came out.
 */
export const CASE_OUTCOMES = {
  CLOCK_ENDED: ['clock', 'clockResult'],
  PROMISE_DUE: [undefined, 'promiseResult'],
  FOLLOWED_UP: [undefined, 'followUpResult'],
  REMEDY: ['remedy', undefined],
  SANCTION: ['sanction', undefined],
} as const;
export type CaseOutcome = keyof typeof CASE_OUTCOMES;
export const CASE_OUTCOME_CODES = Object.keys(CASE_OUTCOMES) as CaseOutcome[];

export const CASE_OUTCOME_LABELS: Readonly<Record<CaseOutcome, Localized>> = {
  CLOCK_ENDED: t('时限', 'Limit'),
  PROMISE_DUE: t('承诺', 'Promise'),
  FOLLOWED_UP: t('回访', 'Follow-up'),
  REMEDY: t('处理结果', 'Remedy'),
  SANCTION: t('行政处罚', 'Sanction'),
};
