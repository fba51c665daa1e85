import { whyNot } from '../access/access.ts';
import { clockEvents } from './clock-events.ts';
import type { Command, CommandType } from './commands.ts';
import type { DecisionContext } from './context.ts';
import { ASSIGNMENT } from './decide-assignment.ts';
import { CLOSING } from './decide-closing.ts';
import { DOCUMENTS } from './decide-documents.ts';
import { ENGINEERING } from './decide-engineering.ts';
import { OF_INCIDENT } from './decide-incident.ts';
import { INTAKE } from './decide-intake.ts';
import { LEARNING } from './decide-learning.ts';
import { PERSONAL_DATA_GONE, RETENTION } from './decide-retention.ts';
import { WATCHING } from './decide-watching.ts';
import { WORK } from './decide-work.ts';
import type { Deciders } from './decider.ts';
import { engineeringEvents } from './engineering.ts';
import type { ComplaintEvent } from './events.ts';
import { evolve } from './evolve.ts';
import { STATUS_LABELS } from './labels.ts';
import { missingNeed } from './needs.ts';
import { type Refusal, RefusedError } from './refusal.ts';
import type { ComplaintState } from './state.ts';
import { POSSIBLE_FROM } from './transitions.ts';

/** Either the events that a command becomes, or why it is refused. Never both, never neither. */
export type Decision =
  | { readonly ok: true; readonly events: readonly ComplaintEvent[]; readonly state: ComplaintState }
  | { readonly ok: false; readonly refusals: readonly Refusal[] };

const DECIDERS: Deciders = {
  ...INTAKE,
  ...OF_INCIDENT,
  ...ASSIGNMENT,
  ...WORK,
  ...CLOSING,
  ...LEARNING,
  ...DOCUMENTS,
  ...WATCHING,
  ...ENGINEERING,
  ...RETENTION,
};

/** What goes on of itself, to the end. */
const GOES_ON: readonly CommandType[] = ['TICK', 'RECOMPUTE_CLOCKS', 'ADVANCE_ENGINEERING', 'ERASE_DATA'];

/**
 * What stands in the way of a command before its input is looked at: the caller, then the state, then what is missing.
 * Empty when somebody could do it.
 */
export function obstacles(options: {
  readonly state: ComplaintState | undefined;
  readonly command: CommandType;
  readonly context: DecisionContext;
}): readonly Refusal[] {
  const { state, command, context } = options;
  const forbidden = whyNot({ actor: context.actor, command, ...(state ? { subject: state } : {}) });
  if (forbidden) return [{ code: 'FORBIDDEN', message: forbidden }];
  if (command === 'REGISTER') {
    return state
      ? [{ code: 'ALREADY_DONE', message: { zh: '此件已登记。', en: 'It is registered already.' } }]
      : [];
  }
  if (!state) {
    return [{ code: 'NOT_FOUND', message: { zh: '没有找到此件。', en: 'There is no such complaint.' } }];
  }
  if (!POSSIBLE_FROM[command].includes(state.status)) {
    const status = STATUS_LABELS[state.status];
    return [
      {
        code: 'WRONG_STATE',
        message: {
          zh: `此件“${status.zh}”，不能进行此操作。`,
          en: `Not possible while it is “${status.en}”.`,
        },
      },
    ];
  }
  if (state.erased?.what === 'PERSONAL_DATA' && !GOES_ON.includes(command)) return [PERSONAL_DATA_GONE];
  const missing = missingNeed(command, state, context.sector);
  return missing ? [missing] : (DECIDERS[command].obstacles?.(state, context) ?? []);
}

/**
 * What becomes of a command: the events it turns into with the complaint after them, or typed refusals. Pure: the same
 * arguments give the same answer, and identifiers come from `context.newId`.
 */
export function decide(options: {
  readonly id: string;
  readonly state: ComplaintState | undefined;
  readonly command: Command;
  readonly context: DecisionContext;
}): Decision {
  const { id, state, command, context } = options;
  const standing = obstacles({ state, command: command.type, context });
  if (standing.length > 0) return { ok: false, refusals: standing };
  try {
    const decided = decideOne(state, command, context);
    const events: ComplaintEvent[] = [];
    let next = state;
    for (const event of decided) {
      next = evolve(next, event, id);
      events.push(event);
      // A clock starts, pauses and ends with the very event that causes it; so does a place on a list of engineers.
      for (const followed of [
        ...clockEvents({ before: state, after: next, event, context }),
        ...engineeringEvents({ after: next, event, context }),
      ]) {
        next = evolve(next, followed, id);
        events.push(followed);
      }
    }
    if (!next) throw new Error('A registration gave no event.');
    return { ok: true, events, state: next };
  } catch (error) {
    if (error instanceof RefusedError) return { ok: false, refusals: error.refusals };
    throw error;
  }
}

function decideOne(
  state: ComplaintState | undefined,
  command: Command,
  context: DecisionContext,
): readonly ComplaintEvent[] {
  // The table pairs each command type with its decider; the compiler cannot follow that through the union.
  const decider = DECIDERS[command.type].decide as (
    command: Command,
    context: DecisionContext,
    state: ComplaintState | undefined,
  ) => readonly ComplaintEvent[];
  return decider(command, context, state);
}
