import type { CommandInput, CommandType } from './commands.ts';
import type { DecisionContext } from './context.ts';
import type { ComplaintEvent, Events, EventType } from './events.ts';
import type { Refusal } from './refusal.ts';
import type { ComplaintState } from './state.ts';

/** How one command is decided, once caller and state allow it. */
export interface Decider<T extends CommandType> {
  /** Turns the input into events, or refuses. `state` is the complaint; REGISTER has none. */
  readonly decide: (
    input: CommandInput<T>,
    context: DecisionContext,
    state: T extends 'REGISTER' ? undefined : ComplaintState,
  ) => readonly ComplaintEvent[];
  /**
   * Everything that stands in the way whatever the input is: shown beside the action before anybody tries it, and the
   * answer to whoever does. What no input can help belongs here and not into `decide`.
   */
  readonly obstacles?: (
    state: T extends 'REGISTER' ? undefined | ComplaintState : ComplaintState,
    context: DecisionContext,
  ) => readonly Refusal[];
}

export type Deciders = { readonly [T in CommandType]: Decider<T> };
export type DecidersOf<T extends CommandType> = { readonly [K in T]: Decider<K> };

/** An event that happened at the time of the decision. */
export function happened<T extends EventType>(
  type: T,
  data: Events[T],
  context: DecisionContext,
): ComplaintEvent {
  return { type, at: context.at, data } as ComplaintEvent;
}

/** The member of staff who does it; a program or the timer is none. */
export function memberOf({ actor }: DecisionContext): string | undefined {
  return actor.kind === 'staff' ? actor.memberId : undefined;
}
