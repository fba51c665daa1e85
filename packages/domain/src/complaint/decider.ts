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
  /** What stands in the way whatever the input is: shown beside the action before anybody tries it. */
  readonly obstacle?: (
    state: T extends 'REGISTER' ? undefined | ComplaintState : ComplaintState,
    context: DecisionContext,
  ) => Refusal | undefined;
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
