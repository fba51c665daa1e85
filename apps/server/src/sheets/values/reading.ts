import type { Localized } from '@huiyin/shared';

/** What is wrong with a value, and what its owner can do about it. */
export interface ValueProblem {
  code: ValueProblemCode;
  text: Localized;
  remedy: Localized;
  /** What it may have meant, when there are few possibilities. */
  candidates?: string[];
}

export type ValueProblemCode =
  | 'ERROR_VALUE'
  | 'NOT_COMPUTED'
  | 'NOT_A_DATE'
  | 'NO_SUCH_DATE'
  | 'AMBIGUOUS_DATE'
  | 'DATE_WITHOUT_YEAR'
  | 'DATE_WITHOUT_DAY'
  | 'NOT_A_TIME'
  | 'NOT_A_NUMBER'
  | 'NOT_A_WHOLE_NUMBER'
  | 'NOT_AN_AMOUNT'
  | 'NOT_YES_OR_NO'
  | 'NOT_A_PHONE'
  | 'PHONE_LOST_DIGITS'
  | 'NO_SUCH_CHOICE'
  | 'AMBIGUOUS_CHOICE';

/** A value read from a cell; `null` for a blank one (or a dash, a slash); or what is wrong with it. */
export type Reading<T> = { ok: true; value: T | null } | { ok: false; problem: ValueProblem };

/** A cell that was read; `null`: it is empty. */
export function read<T>(value: T | null): Reading<T> {
  return { ok: true, value };
}

/** A cell that cannot be read, and why. */
export function refuse(problem: ValueProblem): { ok: false; problem: ValueProblem } {
  return { ok: false, problem };
}
