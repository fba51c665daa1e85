import { addDays, localDateOf } from '../time.ts';
import type { DecisionContext } from './context.ts';
import { type DecidersOf, happened, memberOf } from './decider.ts';
import { type Refusal, refuse } from './refusal.ts';
import type { ComplaintState } from './state.ts';
import { requireText } from './texts.ts';

/** What goes out of a matter that is over, what of it is erased when its time has come, and what keeps it. */
export const RETENTION: DecidersOf<'TAKE_CASE_FILE' | 'HOLD_ERASURE' | 'RELEASE_HOLD' | 'ERASE_DATA'> = {
  TAKE_CASE_FILE: {
    decide: ({ reason }, context) => {
      const by = memberOf(context) ?? context.actor.kind;
      return [happened('CASE_FILE_TAKEN', { reason: requireText(reason, 'reason', 1000), by }, context)];
    },
  },

  HOLD_ERASURE: {
    decide: ({ reason, until }, context) => {
      const today = localDateOf(context.now, context.calendar.timeZone);
      if (until !== undefined && until <= today) refuse('INVALID', NOT_PAST, 'until');
      const why = requireText(reason, 'reason', 1000);
      return [happened('ERASURE_HELD', { reason: why, ...(until === undefined ? {} : { until }) }, context)];
    },
  },

  RELEASE_HOLD: {
    obstacles: (state, context) => (isHeld(state, context) ? [] : [NOT_HELD]),
    decide: ({ reason }, context) => [
      happened('HOLD_RELEASED', { reason: requireText(reason, 'reason', 1000) }, context),
    ],
  },

  ERASE_DATA: {
    obstacles: (state, context) => (isHeld(state, context) ? [HELD] : []),
    decide: ({ what, months }, context, state) => {
      if (state.erased?.what === what) refuse('ALREADY_DONE', GONE_ALREADY, 'what');
      return [happened('DATA_ERASED', { what, months }, context)];
    },
  },
};

/** Whether something keeps the complaint from being erased; the last day of a hold still counts. */
function isHeld({ held }: ComplaintState, { now, calendar }: DecisionContext): boolean {
  if (!held) return false;
  return held.until === undefined || localDateOf(now, calendar.timeZone) < addDays(held.until, 1);
}

/** Whoever complained is gone from it: nothing can be done with it any more. */
export const PERSONAL_DATA_GONE: Refusal = {
  code: 'TOO_LATE',
  message: {
    zh: '此件的个人信息已按留存期限删除，不能再办理。',
    en: 'The personal data of this complaint has been erased at the end of its period; nothing can be done with it any more.',
  },
};
const HELD: Refusal = {
  code: 'CONDITION_UNMET',
  message: { zh: '此件已暂停删除。', en: 'It is held: it must not be erased.' },
};
const NOT_HELD: Refusal = {
  code: 'CONDITION_UNMET',
  message: { zh: '此件没有暂停删除。', en: 'Nothing keeps it from being erased.' },
};
const GONE_ALREADY = { zh: '已经删除。', en: 'That has been erased already.' };
const NOT_PAST = { zh: '截止日期应在今天以后。', en: 'The last day lies ahead.' };
