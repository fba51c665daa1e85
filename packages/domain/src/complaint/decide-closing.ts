import { workingSecondsBetween } from '../calendar/calendar.ts';
import type { DecisionContext } from './context.ts';
import { requireClassified } from './decide-intake.ts';
import { keptPromises } from './decide-work.ts';
import { type DecidersOf, happened } from './decider.ts';
import type { ComplaintEvent, Events } from './events.ts';
import { type Refusal, RefusedError } from './refusal.ts';
import type { ComplaintState } from './state.ts';
import { requireCode, requireText } from './validate.ts';
import { FOLLOW_UP_RESULTS } from './words.ts';

const DAY_MS = 86_400_000;

/** The end of a matter, and what may come after it. */
export const CLOSING: DecidersOf<
  'FOLLOW_UP' | 'CLOSE' | 'SETTLE_ON_THE_SPOT' | 'WITHDRAW' | 'REOPEN' | 'APPEAL'
> = {
  FOLLOW_UP: {
    decide: ({ result, resolved, remark }, context) => {
      requireCode({ code: result, among: FOLLOW_UP_RESULTS, field: 'result' });
      return [
        happened(
          'FOLLOWED_UP',
          {
            id: context.newId(),
            result,
            ...(resolved === undefined ? {} : { resolved }),
            ...(remark ? { remark } : {}),
          },
          context,
        ),
      ];
    },
  },

  CLOSE: {
    obstacle: (state, context) => (context.historic ? undefined : unmetConditions(state, context)[0]),
    decide: ({ summary }, context, state) => {
      const unmet = unmetConditions(state, context);
      if (unmet.length > 0 && !context.historic) throw new RefusedError(unmet);
      return [
        ...cancelledPromises(state, context),
        happened('CLOSED', closing({ state, context, summary, firstContact: false, unmet }), context),
      ];
    },
  },

  SETTLE_ON_THE_SPOT: {
    obstacle: (_state, context) =>
      context.settings.answerNeedsApproval
        ? {
            code: 'CONDITION_UNMET',
            message: { zh: '本单位的答复须经审核，不能当场办结。', en: 'Answers need approval here.' },
          }
        : undefined,
    decide: ({ answer, remedy, money, satisfied }, context, state) => {
      requireClassified(state, context);
      const text = requireText(answer, 'answer');
      if (remedy) requireCode({ code: remedy, among: context.sector.remedies, field: 'remedy' });
      const { newId } = context;
      return [
        happened('ACCEPTED', {}, context),
        happened('DECISION_NOTIFIED', { via: state.channel, decision: 'ACCEPTED' }, context),
        ...(remedy
          ? [happened('REMEDY_GIVEN', { id: newId(), remedy, ...(money ? { money } : {}) }, context)]
          : []),
        happened('ANSWERED', { id: newId(), text, via: state.channel, final: true }, context),
        ...keptPromises(state, context),
        // Asked in the same conversation, so there is no later call.
        happened('FOLLOWED_UP', { id: newId(), result: satisfied ?? 'NOT_NEEDED', resolved: true }, context),
        happened('CLOSED', closing({ state, context, firstContact: true, unmet: [] }), context),
      ];
    },
  },

  WITHDRAW: {
    decide: ({ reason, remark }, context, state) => [
      ...cancelledPromises(state, context),
      happened('WITHDRAWN', { reason, ...(remark ? { remark } : {}) }, context),
    ],
  },

  REOPEN: {
    obstacle: windowPassed,
    decide: ({ reason }, context) => [
      happened('REOPENED', { reason: requireText(reason, 'reason') }, context),
    ],
  },

  APPEAL: {
    obstacle: windowPassed,
    decide: ({ reason }, context) => [
      happened('APPEALED', { reason: requireText(reason, 'reason') }, context),
    ],
  },
};

/** What every sector, and this one, still wants before the complaint is closed. */
export function unmetConditions(state: ComplaintState, context: DecisionContext): Refusal[] {
  const unmet: Refusal[] = [];
  const condition = (code: string, zh: string, en: string): void => {
    unmet.push({ code: 'CONDITION_UNMET', field: code, message: { zh, en } });
  };
  if (state.acceptance && !state.acceptance.notifiedAt) {
    condition(
      'DECISION_NOTIFIED',
      '请先告知投诉人受理决定。',
      'Tell the complainant what was decided first.',
    );
  }
  if (
    state.acceptance?.decision === 'TRANSFERRED' &&
    !state.answers.some(({ status }) => status === 'GIVEN')
  ) {
    condition(
      'TRANSFER_ANSWERED',
      '请先登记受移送单位的答复。',
      'Record the answer of the body that took it first.',
    );
  }
  if (state.acceptance?.decision === 'ACCEPTED' || state.acceptance === undefined) {
    for (const declared of context.sector.closingConditions) {
      if (!declared.holds(state)) condition(declared.code, declared.label.zh, declared.label.en);
    }
  }
  return unmet;
}

function closing(options: {
  readonly state: ComplaintState;
  readonly context: DecisionContext;
  readonly summary?: string | undefined;
  readonly firstContact: boolean;
  readonly unmet: readonly Refusal[];
}): Events['CLOSED'] {
  const { state, context, summary, firstContact, unmet } = options;
  return {
    ...(summary ? { summary } : {}),
    firstContact,
    handlingSeconds: Math.max(0, Math.round((Date.parse(context.at) - Date.parse(state.receivedAt)) / 1000)),
    workingSeconds: workingSecondsBetween({
      from: state.receivedAt,
      to: context.at,
      calendar: context.calendar,
    }),
    unmet: unmet.map(({ field }) => field ?? ''),
  };
}

function cancelledPromises(state: ComplaintState, context: DecisionContext): ComplaintEvent[] {
  return state.promises
    .filter(({ status }) => status === 'OPEN')
    .map(({ id, dueAt }) =>
      context.at <= dueAt
        ? happened('PROMISE_CANCELLED', { id }, context)
        : happened('PROMISE_BROKEN', { id }, context),
    );
}

function windowPassed(state: ComplaintState, context: DecisionContext): Refusal | undefined {
  const { reopenWithinDays } = context.settings;
  if (Date.parse(context.at) - Date.parse(state.statusSince) <= reopenWithinDays * DAY_MS) return undefined;
  return {
    code: 'TOO_LATE',
    message: {
      zh: `办结已超过 ${reopenWithinDays} 天，请另行登记。`,
      en: `It was closed more than ${reopenWithinDays} days ago; register a new one.`,
    },
  };
}
