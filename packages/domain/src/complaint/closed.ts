import { workingSecondsBetween } from '../calendar/calendar.ts';
import type { DecisionContext } from './context.ts';
import { happened } from './decider.ts';
import type { ComplaintEvent } from './events.ts';
import type { Refusal } from './refusal.ts';
import type { ComplaintState } from './state.ts';

/** The closing of a complaint, with how long it took from receipt, elapsed and in working time. */
export function closed(
  state: ComplaintState,
  context: DecisionContext,
  how: {
    readonly summary?: string;
    /** Put right at the first contact. */
    readonly firstContact?: boolean;
    /** Conditions that imported history did not meet. */
    readonly unmet?: readonly Refusal[];
  },
): ComplaintEvent {
  const { summary, firstContact = false, unmet = [] } = how;
  const { receivedAt: from } = state;
  const { at: to, calendar } = context;
  return happened(
    'CLOSED',
    {
      ...(summary === undefined ? {} : { summary }),
      firstContact,
      handlingSeconds: Math.max(0, Math.round((Date.parse(to) - Date.parse(from)) / 1000)),
      workingSeconds: workingSecondsBetween({ from, to, calendar }),
      unmet: unmet.map(({ field }) => field ?? ''),
    },
    context,
  );
}
