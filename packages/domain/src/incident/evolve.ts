import type { Instant } from '../time.ts';
import type { IncidentEvent, IncidentEventOf, IncidentEventType } from './commands.ts';
import type { IncidentState, IncidentStatus, MasterAnswer } from './state.ts';

type Evolver<T extends IncidentEventType> = (
  state: IncidentState,
  event: IncidentEventOf<T>,
) => IncidentState;

const EVOLVERS: { readonly [T in Exclude<IncidentEventType, 'OPENED'>]: Evolver<T> } = {
  CHANGED: (state, { data }) => ({ ...state, ...data.after }),
  NOTED: (state) => state,
  ANSWER_DRAFTED: (state, { data, at }) => {
    const { by, ...draft } = data;
    const author = by === undefined ? {} : { draftedBy: by };
    return { ...state, answers: [...state.answers, { ...draft, ...author, status: 'DRAFT', draftedAt: at }] };
  },
  ANSWER_APPROVED: (state, { data }) =>
    answer(state, data.id, {
      status: 'APPROVED',
      ...(data.by === undefined ? {} : { approvedBy: data.by }),
    }),
  ANSWER_RETURNED: (state, { data }) =>
    answer(state, data.id, { status: 'RETURNED', returnedBecause: data.reason }),
  ANSWER_GIVEN: (state, { data, at }) => {
    const before = state.answers.find(({ id }) => id === data.id);
    const given = answer(state, data.id, {
      ...{ status: 'GIVEN', via: data.via },
      givenAt: before?.givenAt ?? at,
    });
    if (!before?.final || state.answeredAt !== undefined) return given;
    return to({ ...given, answeredAt: at }, 'ANSWERED', at);
  },
  MOVED: (state) => state,
  CLOSED: (state, { data, at }) => to({ ...state, closing: { at, ...data } }, 'CLOSED', at),
  REOPENED: ({ closing: _closing, ...state }, { at }) =>
    to(state, state.answeredAt === undefined ? 'OPEN' : 'ANSWERED', at),
};

function to(state: IncidentState, status: IncidentStatus, at: Instant): IncidentState {
  return { ...state, status, statusSince: at };
}

function answer(state: IncidentState, id: string, change: Partial<MasterAnswer>): IncidentState {
  return {
    ...state,
    answers: state.answers.map((each) => (each.id === id ? { ...each, ...change } : each)),
  };
}

/**
 * The incident after one more event.
 * @throws when the first event is not OPENED, or a later one is: the store has been tampered with
 */
export function evolveIncident(
  state: IncidentState | undefined,
  event: IncidentEvent,
  id: string,
): IncidentState {
  if (event.type === 'OPENED') {
    if (state) throw new Error(`Incident ${id} is opened twice.`);
    const { reason: _reason, ...opened } = event.data;
    const { at } = event;
    return { ...opened, id, version: 1, status: 'OPEN', statusSince: at, openedAt: at, answers: [] };
  }
  if (!state) throw new Error(`Incident ${id} does not begin with its opening.`);
  const next = (EVOLVERS[event.type] as Evolver<IncidentEventType>)(state, event);
  return { ...next, version: state.version + 1 };
}

/** An incident from all its events in order. */
export function replayIncident(events: Iterable<IncidentEvent>, id: string): IncidentState {
  let state: IncidentState | undefined;
  for (const event of events) state = evolveIncident(state, event, id);
  if (!state) throw new Error(`Incident ${id} has no events.`);
  return state;
}
