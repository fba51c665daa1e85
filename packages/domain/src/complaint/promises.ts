import type { DecisionContext } from './context.ts';
import { happened } from './decider.ts';
import type { ComplaintEvent } from './events.ts';
import { refuse } from './refusal.ts';
import type { ComplaintState } from './state.ts';
import { requireText } from './texts.ts';

/** “We will answer you by …”: at that time an answer goes out, whatever the progress. */

/** Nobody waits longer than a year for word. */
const LONGEST_PROMISE_MS = 366 * 86_400_000;

/** A promise to be kept. Refuses one in the past, or in a time that nobody waits for. */
export function promised(
  {
    dueAt,
    text,
    field = 'dueAt',
  }: { readonly dueAt: string; readonly text: string; readonly field?: string },
  context: DecisionContext,
): ComplaintEvent {
  const { at, newId } = context;
  if (dueAt <= at) refuse('INVALID', { zh: '承诺时间应在以后。', en: 'Promise a time to come.' }, field);
  if (Date.parse(dueAt) - Date.parse(at) > LONGEST_PROMISE_MS) {
    refuse('INVALID', { zh: '承诺时间不能超过一年。', en: 'Promise a time within a year.' }, field);
  }
  const words = requireText(text, field === 'dueAt' ? 'text' : 'nextText', 1000);
  return happened('PROMISED', { id: newId(), dueAt, text: words }, context);
}

/** An answer, whatever the progress, keeps the open promise if it comes in time. */
export function keptPromises(state: ComplaintState, context: DecisionContext): ComplaintEvent[] {
  return openPromises(state).map(({ id, dueAt }) =>
    happened(context.at <= dueAt ? 'PROMISE_KEPT' : 'PROMISE_BROKEN', { id }, context),
  );
}

/** What becomes of the open promise when the matter ends without an answer of ours. */
export function cancelledPromises(state: ComplaintState, context: DecisionContext): ComplaintEvent[] {
  return openPromises(state).map(({ id, dueAt }) =>
    happened(context.at <= dueAt ? 'PROMISE_CANCELLED' : 'PROMISE_BROKEN', { id }, context),
  );
}

function openPromises({ promises }: ComplaintState): ComplaintState['promises'] {
  return promises.filter(({ status }) => status === 'OPEN');
}
