import type { ComplaintAction } from '../../generated/schema.ts';

/** One key for each of what offices do all day; the help (`?`) lists them. */
export const ACTION_KEYS: Readonly<Partial<Record<ComplaintAction, string>>> = {
  ANSWER: 'a',
  PROMISE: 'p',
  NOTE: 'n',
  RECORD_CONTACT: 'c',
  ADD_EVIDENCE: 'e',
  CONCLUDE: 'v',
  ASSIGN: 's',
  FOLLOW_UP: 'f',
  CLOSE: 'd',
};
/** The form of the next step. */
export const NEXT_KEY = 'o';
/** The complaint that is due next. */
export const NEXT_DUE_KEY = 'g';
/** All other actions, to be searched. */
export const MORE_KEY = 'm';
