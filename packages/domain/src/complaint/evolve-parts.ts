import type { Clock } from '../clocks/clock.ts';
import type { Events } from './events.ts';
import type { Acceptance, HandOver, Moment } from './parts.ts';
import type { ComplaintState } from './state.ts';
import { isOpen } from './transitions.ts';
import type { Status } from './words.ts';

/** What several events make of a complaint alike. */

/** Moves to a status; leaving the open ones is itself a moment that the open balance counts. */
export function to(state: ComplaintState, status: Status, at: string): ComplaintState {
  const left = isOpen(state.status) && !isOpen(status);
  const moments = left ? [...state.moments, { type: 'LEFT', at, what: status } as const] : state.moments;
  return { ...state, status, statusSince: at, moments };
}

/** Keeps a moment that figures count. */
export function moment(state: ComplaintState, added: Moment): ComplaintState {
  return { ...state, moments: [...state.moments, added] };
}

/** Something that moved the matter on: the count of idle hand-overs starts anew. */
export function progressed(state: ComplaintState): ComplaintState {
  return state.handOversWithoutProgress === 0 ? state : { ...state, handOversWithoutProgress: 0 };
}

/** The first piece of work on an accepted complaint puts it in progress. */
export function underWay(state: ComplaintState, at: string): ComplaintState {
  return progressed(state.status === 'ACCEPTED' ? to(state, 'IN_PROGRESS', at) : state);
}

/** The items with the one of that id changed. */
export function replace<T extends { readonly id: string }>(
  items: readonly T[],
  id: string,
  change: Partial<T>,
): readonly T[] {
  return items.map((item) => (item.id === id ? { ...item, ...change } : item));
}

/** Taken up again: worked on where it had been taken on, examined anew where it had not. */
export function reopened(state: ComplaintState, at: string): ComplaintState {
  const { closing: _closing, withdrawal: _withdrawal, ...rest } = state;
  return to(rest, takenOn(state) ? 'IN_PROGRESS' : 'UNDER_REVIEW', at);
}

/** Whether the matter is taken on as things stand. */
export function takenOn({ acceptance }: ComplaintState): boolean {
  return acceptance?.decision === 'ACCEPTED';
}

/** A decision on acceptance; the one before it stays on record. */
export function decided(state: ComplaintState, acceptance: Acceptance): ComplaintState {
  const earlierDecisions = state.acceptance
    ? [...state.earlierDecisions, state.acceptance]
    : state.earlierDecisions;
  return to({ ...state, acceptance, earlierDecisions }, acceptance.decision, acceptance.at);
}

/** Whether work went from one hand, or one department, to another: what the first prohibition counts. */
export function passesOn({ from, to: next }: Pick<HandOver, 'from' | 'to'>): boolean {
  if (from.memberId !== undefined) return from.memberId !== next.memberId;
  return from.departmentId !== undefined && from.departmentId !== next.departmentId;
}

/** The hand-overs after another one: what was still waiting is overtaken by it. */
export function lapsed(
  state: ComplaintState,
  at: string,
  which: (handOver: HandOver) => boolean = () => true,
): readonly HandOver[] {
  return state.handOvers.map((handOver) =>
    (handOver.status === 'OFFERED' || handOver.status === 'ASSIGNED') && which(handOver)
      ? { ...handOver, status: 'LAPSED', settledAt: at }
      : handOver,
  );
}

/** What engineers did for it; with what is done, its place on their list ends. */
export function advanced(
  state: ComplaintState,
  { entryId, ...step }: Events['ENGINEERING_ADVANCED'],
  at: string,
): ComplaintState {
  const engineering = (state.engineering ?? []).map((entry) =>
    entry.id === entryId
      ? {
          ...entry,
          steps: [...entry.steps, { ...step, at }],
          ...(step.stage === 'DONE' ? { endedAt: at } : {}),
        }
      : entry,
  );
  return { ...state, engineering };
}

/** What goes on in another complaint waits there alone. */
export function leftEngineering(state: ComplaintState, at: string): ComplaintState {
  if (!state.engineering) return state;
  return { ...state, engineering: state.engineering.map((entry) => ({ endedAt: at, ...entry })) };
}

/** The clock as it is now; more time is not asked for any longer once it is given, or there is none to give. */
export function withClock(state: ComplaintState, clock: Clock): ComplaintState {
  const next = { ...state, clocks: replace(state.clocks, clock.id, clock) };
  const mayWait = !clock.extended && (clock.state === 'running' || clock.state === 'paused');
  return mayWait ? next : withoutRequest(next, clock.id);
}

export function withoutRequest(state: ComplaintState, clockId: string): ComplaintState {
  const { extensionRequests, ...rest } = state;
  const waiting = extensionRequests?.filter((request) => request.clockId !== clockId) ?? [];
  return waiting.length > 0 ? { ...rest, extensionRequests: waiting } : rest;
}
