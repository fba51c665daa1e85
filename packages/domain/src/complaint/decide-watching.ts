import {
  type Clock,
  extendClock,
  isOpenClock,
  markOverdue,
  pauseClock,
  recomputeClock,
  resumeClock,
} from '../clocks/clock.ts';
import type { PauseReason } from '../clocks/rule.ts';
import type { DecisionContext } from './context.ts';
import { type DecidersOf, happened } from './decider.ts';
import { missesPromise } from './due.ts';
import type { ComplaintEvent } from './events.ts';
import { type Refusal, refuse } from './refusal.ts';
import type { ComplaintState } from './state.ts';
import { requireText } from './texts.ts';
import { isOpen } from './transitions.ts';
import { requireCode } from './validate.ts';
import { ESCALATION_REASONS, type EscalationReason } from './words.ts';

const DAY_MS = 86_400_000;

/** Clocks by hand and by timer, and the watch over idle cases and masked identities. */
export const WATCHING: DecidersOf<
  | 'PAUSE_CLOCKS'
  | 'RESUME_CLOCKS'
  | 'REQUEST_EXTENSION'
  | 'DECLINE_EXTENSION'
  | 'EXTEND_CLOCK'
  | 'TICK'
  | 'RECOMPUTE_CLOCKS'
  | 'REVEAL'
  | 'ESCALATE'
  | 'ACKNOWLEDGE_ATTENTION'
> = {
  PAUSE_CLOCKS: {
    decide: ({ reason, text }, context, state) => {
      const why = requireText(text, 'text', 1000);
      const paused = state.clocks
        .filter((clock) => clock.state === 'running' && clock.rule.pausesWhile?.includes(reason))
        .map((clock) => pauseClock(clock, { at: context.at, reason, text: why, calendar: context.calendar }));
      if (paused.length === 0) {
        refuse(
          'CONDITION_UNMET',
          { zh: '没有可因此中止的时限。', en: 'No clock pauses for this.' },
          'reason',
        );
      }
      return changed(paused, context);
    },
  },

  RESUME_CLOCKS: {
    decide: ({ reason, text }, context, state) => {
      requireText(text, 'text', 1000);
      const resumed = resumedClocks(state, reason, context);
      if (resumed.length === 0) {
        refuse(
          'CONDITION_UNMET',
          { zh: '没有因此中止的时限。', en: 'No clock is paused for this.' },
          'reason',
        );
      }
      return changed(resumed, context);
    },
  },

  REQUEST_EXTENSION: {
    obstacles: (state, context) => {
      const standing = noneToExtend(state, context);
      const open = state.clocks.filter((clock) => notExtendable(clock, context.at) === undefined);
      const allAsked = open.length > 0 && open.every(({ id }) => isAsked(state, id));
      return allAsked ? [ASKED_ALREADY] : standing;
    },
    decide: ({ clockId, reason }, context, state) => {
      const { id } = extendable(state, clockId, context);
      if (isAsked(state, id)) refuse(ASKED_ALREADY.code, ASKED_ALREADY.message, 'clockId');
      const { actor } = context;
      return [
        happened(
          'EXTENSION_REQUESTED',
          {
            ...{ clockId: id, reason: requireText(reason, 'reason', 1000) },
            ...(actor.kind === 'staff' ? { by: actor.memberId } : {}),
          },
          context,
        ),
      ];
    },
  },

  DECLINE_EXTENSION: {
    decide: ({ clockId, reason }, context, state) => {
      if (!isAsked(state, clockId)) {
        refuse(
          'NOT_FOUND',
          { zh: '没有找到这项延期申请。', en: 'There is no such request for an extension.' },
          'clockId',
        );
      }
      return [
        happened('EXTENSION_DECLINED', { clockId, reason: requireText(reason, 'reason', 1000) }, context),
      ];
    },
  },

  EXTEND_CLOCK: {
    obstacles: noneToExtend,
    decide: ({ clockId, reason }, context, state) => {
      const clock = extendable(state, clockId, context);
      const text = requireText(reason, 'reason', 1000);
      return changed(
        [extendClock(clock, { at: context.at, reason: text, calendar: context.calendar })],
        context,
      );
    },
  },

  TICK: { decide: (_input, context, state) => tick(state, context) },

  RECOMPUTE_CLOCKS: {
    decide: ({ reason }, context, state) =>
      changed(
        state.clocks
          .filter(isOpenClock)
          .map((clock) => recomputeClock(clock, { at: context.at, reason, calendar: context.calendar }))
          .filter((clock) => clock !== state.clocks.find(({ id }) => id === clock.id)),
        context,
      ),
  },

  REVEAL: {
    obstacles: (state) =>
      state.disclosure === 'ANONYMOUS' || state.complainantId === undefined ? [NOBODY_TO_SHOW] : [],
    decide: ({ reason }, context) => [
      happened(
        'REVEALED',
        {
          reason: requireText(reason, 'reason', 1000),
          by: context.actor.kind === 'staff' ? context.actor.memberId : context.actor.kind,
        },
        context,
      ),
    ],
  },

  ESCALATE: {
    decide: ({ reason }, context) => {
      requireCode({ code: reason, among: ESCALATION_REASONS, field: 'reason' });
      return [happened('ESCALATED', { reason }, context)];
    },
  },

  ACKNOWLEDGE_ATTENTION: {
    decide: ({ note }, context) => [
      happened('ATTENTION_ACKNOWLEDGED', { note: requireText(note, 'note', 1000) }, context),
    ],
  },
};

function noneToExtend({ clocks }: ComplaintState, { at }: Pick<DecisionContext, 'at'>): readonly Refusal[] {
  return clocks.some((clock) => notExtendable(clock, at) === undefined) ? [] : [NONE_TO_EXTEND];
}

/** The clock, if it can be lengthened; otherwise it is refused. */
function extendable({ clocks }: ComplaintState, clockId: string, { at }: DecisionContext): Clock {
  const clock = clocks.find(({ id }) => id === clockId);
  if (!clock) refuse('NOT_FOUND', { zh: '没有找到这个时限。', en: 'There is no such clock.' }, 'clockId');
  const problem = notExtendable(clock, at);
  if (problem) refuse(problem.code, problem.message, 'clockId');
  return clock;
}

/** Why a clock cannot be lengthened; `undefined` when it can. */
function notExtendable({ rule, state, dueAt, extended }: Clock, at: string): Refusal | undefined {
  const because = (code: Refusal['code'], zh: string, en: string): Refusal => ({ code, message: { zh, en } });
  if (!rule.extension)
    return because('CONDITION_UNMET', '此时限不能延长。', 'The rule of this clock knows no extension.');
  if (state !== 'running' && state !== 'paused')
    return because('WRONG_STATE', '此时限已结束或已超期。', 'This clock has ended or run out.');
  if (state === 'running' && dueAt < at)
    return because('TOO_LATE', '此时限已超期。', 'This clock has run out.');
  if (extended) return because('ALREADY_DONE', '此时限已延长过。', 'It has been extended once already.');
  return undefined;
}

function isAsked({ extensionRequests = [] }: ComplaintState, clockId: string): boolean {
  return extensionRequests.some((request) => request.clockId === clockId);
}

const ASKED_ALREADY: Refusal = {
  code: 'ALREADY_DONE',
  message: { zh: '延期申请已提交，正待审核。', en: 'More time has been asked for, and waits for an answer.' },
};
const NONE_TO_EXTEND: Refusal = {
  code: 'CONDITION_UNMET',
  message: { zh: '没有可以延长的时限。', en: 'No running clock can be extended.' },
};
const NOBODY_TO_SHOW: Refusal = {
  code: 'CONDITION_UNMET',
  message: { zh: '匿名投诉，没有可查看的身份。', en: 'It is anonymous: there is nobody to show.' },
};

/** Clocks paused for a reason, running again. */
export function resumedClocks(state: ComplaintState, reason: PauseReason, context: DecisionContext): Clock[] {
  return state.clocks
    .filter((clock) => clock.pauses.some((pause) => pause.reason === reason && pause.to === undefined))
    .map((clock) => resumeClock(clock, { at: context.at, reason, calendar: context.calendar }));
}

function changed(clocks: readonly Clock[], context: DecisionContext): ComplaintEvent[] {
  return clocks.map((clock) => happened('CLOCK_CHANGED', { clock }, context));
}

/** What time alone brings about: clocks and promises that have run out, and a case that nobody touches. */
function tick(state: ComplaintState, context: DecisionContext): ComplaintEvent[] {
  const events: ComplaintEvent[] = [];
  const escalate = (reason: EscalationReason): void => {
    const already =
      state.attention.includes(reason) ||
      events.some((event) => event.type === 'ESCALATED' && event.data.reason === reason);
    if (!already) events.push(happened('ESCALATED', { reason }, context));
  };
  for (const clock of state.clocks) {
    if (clock.state !== 'running' || clock.dueAt >= context.at) continue;
    // It ran out when it was due, not when the timer came by.
    events.push({ type: 'CLOCK_OVERDUE', at: clock.dueAt, data: { clock: markOverdue(clock, context.at) } });
    escalate('CLOCK_OVERDUE');
  }
  for (const promise of state.promises) {
    if (promise.status !== 'OPEN' || promise.dueAt >= context.at) continue;
    events.push({ type: 'PROMISE_BROKEN', at: promise.dueAt, data: { id: promise.id } });
    escalate('PROMISE_BROKEN');
  }
  if (missesPromise(state, context.at)) escalate('NO_NEXT_PROMISE');
  const idleMs = Date.parse(context.at) - Date.parse(state.lastActivityAt);
  if (isOpen(state.status) && idleMs > context.settings.untouchedDays * DAY_MS) escalate('UNTOUCHED');
  return events;
}
