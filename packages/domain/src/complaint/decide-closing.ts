import { whyNot } from '../access/access.ts';
import type { ClosingCondition } from '../sectors/contract.ts';
import { allCodes } from '../sectors/options.ts';
import { closed } from './closed.ts';
import type { CommandInput } from './commands.ts';
import type { DecisionContext } from './context.ts';
import { unclassified } from './decide-intake.ts';
import { type DecidersOf, happened } from './decider.ts';
import type { ComplaintEvent } from './events.ts';
import { evolve } from './evolve.ts';
import { requireSoundMoney } from './money-given.ts';
import { noticeOf } from './notice.ts';
import { cancelledPromises, keptPromises } from './promises.ts';
import { type Refusal, RefusedError, refuse } from './refusal.ts';
import type { ComplaintState } from './state.ts';
import { given, requireText } from './texts.ts';
import { requireCode } from './validate.ts';
import { ANSWERED_FOLLOW_UPS, FOLLOW_UP_RESULTS } from './words.ts';

const DAY_MS = 86_400_000;

/** The end of a matter, and what may come after it. */
export const CLOSING: DecidersOf<
  'FOLLOW_UP' | 'CLOSE' | 'SETTLE_ON_THE_SPOT' | 'WITHDRAW' | 'REOPEN' | 'APPEAL'
> = {
  FOLLOW_UP: {
    obstacles: (state, context) =>
      context.actor.kind === 'complainant' && hasRated(state)
        ? [
            {
              code: 'ALREADY_DONE',
              message: { zh: '您已评价过这次答复。', en: 'You have rated this answer already.' },
            },
          ]
        : [],
    decide: ({ result, resolved, remark }, context) => {
      const among = context.actor.kind === 'complainant' ? ANSWERED_FOLLOW_UPS : FOLLOW_UP_RESULTS;
      requireCode({ code: result, among, field: 'result' });
      const said = resolved === undefined ? {} : { resolved };
      return [
        happened(
          'FOLLOWED_UP',
          { id: context.newId(), result, ...said, ...given('remark', remark) },
          context,
        ),
      ];
    },
  },

  CLOSE: {
    // Imported history keeps what it did not meet instead of being refused for it.
    obstacles: (state, context) => (context.historic ? [] : unmetConditions(state, context)),
    decide: ({ summary }, context, state) => [
      ...cancelledPromises(state, context),
      closed(state, context, { ...given('summary', summary), unmet: unmetConditions(state, context) }),
    ],
  },

  SETTLE_ON_THE_SPOT: {
    obstacles: (state, context) => [
      ...notOnTheSpot(context),
      ...unclassified(state, context),
      ...unmetOnTheSpot(answeredOnTheSpot({ answer: '' }, context, state), context, state),
    ],
    decide: settleOnTheSpot,
  },

  WITHDRAW: {
    decide: ({ reason, remark }, context, state) => [
      ...cancelledPromises(state, context),
      happened('WITHDRAWN', { reason, ...given('remark', remark) }, context),
    ],
  },

  REOPEN: {
    obstacles: windowPassed,
    decide: ({ reason }, context) => [
      happened('REOPENED', { reason: requireText(reason, 'reason') }, context),
    ],
  },

  APPEAL: {
    obstacles: windowPassed,
    decide: ({ reason }, context) => [
      happened('APPEALED', { reason: requireText(reason, 'reason') }, context),
    ],
  },
};

/** Whether the complainant has said what they think of the last answer, here or on the telephone. */
function hasRated({ answers, followUps }: ComplaintState): boolean {
  const answered = answers.flatMap(({ final, givenAt }) => (final && givenAt ? [givenAt] : [])).at(-1) ?? '';
  return followUps.some(({ at, result }) => at >= answered && ANSWERED_FOLLOW_UPS.includes(result));
}

/** One voice: where answers need approval, only those who may approve can give one on the spot. */
function notOnTheSpot({ settings, actor, historic }: DecisionContext): readonly Refusal[] {
  const mayApprove = whyNot({ actor, command: 'APPROVE_ANSWER' }) === undefined;
  return settings.answerNeedsApproval && !mayApprove && !historic ? [NEEDS_APPROVAL] : [];
}

function settleOnTheSpot(
  { answer, remedy, money, satisfied, cause }: CommandInput<'SETTLE_ON_THE_SPOT'>,
  context: DecisionContext,
  state: ComplaintState,
): readonly ComplaintEvent[] {
  const text = requireText(answer, 'answer');
  const { sector } = context;
  if (remedy) requireCode({ code: remedy, among: sector.remedies, field: 'remedy' });
  if (money && !remedy) refuse('REQUIRED', SAY_WHAT_FOR, 'remedy');
  requireSoundMoney(money, context);
  if (cause) requireCode({ code: cause, among: allCodes(sector.causes), field: 'cause' });
  const events = answeredOnTheSpot({ answer: text, remedy, money, satisfied, cause }, context, state);
  const unmet = unmetOnTheSpot(events, context, state);
  if (unmet.length > 0) throw new RefusedError(unmet);
  return [...events, closed(state, context, { firstContact: true })];
}

/** A settlement up to its closing. */
function answeredOnTheSpot(
  { answer: text, remedy, money, satisfied, cause }: Settlement,
  context: DecisionContext,
  state: ComplaintState,
): ComplaintEvent[] {
  const { newId } = context;
  const via = state.channel;
  const told = noticeOf({ decision: 'ACCEPTED', at: context.at }, context.sector).zh;
  return [
    happened('ACCEPTED', {}, context),
    happened('DECISION_NOTIFIED', { via, text: told, decision: 'ACCEPTED' }, context),
    ...(cause ? [happened('CAUSE_STATED', { id: newId(), cause }, context)] : []),
    ...(remedy
      ? [happened('REMEDY_GIVEN', { id: newId(), remedy, ...(money ? { money } : {}) }, context)]
      : []),
    happened('ANSWERED', { id: newId(), text, via, final: true }, context),
    ...keptPromises(state, context),
    // Asked in the same conversation, so there is no later call.
    happened('FOLLOWED_UP', { id: newId(), result: satisfied ?? 'NOT_NEEDED', resolved: true }, context),
  ];
}

type Given = CommandInput<'SETTLE_ON_THE_SPOT'>;
/** What is given of a settlement; what is absent may be said to be. */
type Settlement = { readonly [K in keyof Given]: Given[K] | undefined } & Pick<Given, 'answer'>;

/** Conditions of the sector that hold for a matter put right at the first contact too, and do not. */
function unmetOnTheSpot(
  events: readonly ComplaintEvent[],
  { sector, historic }: DecisionContext,
  state: ComplaintState,
): readonly Refusal[] {
  if (historic) return [];
  const after = events.reduce((before, event) => evolve(before, event, state.id), state);
  return sector.closingConditions
    .filter(({ waivedOnTheSpot, holds }) => !waivedOnTheSpot && !holds(after))
    .map(conditionRefusal);
}

const NEEDS_APPROVAL: Refusal = {
  code: 'CONDITION_UNMET',
  message: {
    zh: '本单位的答复须经审核，请由有审核权的人员当场办结。',
    en: 'Answers need approval here: only who may approve them can settle on the spot.',
  },
};
const SAY_WHAT_FOR = { zh: '请说明金额属于哪种处理结果。', en: 'Say what the sum was given as.' };

function conditionRefusal({ code, label }: ClosingCondition): Refusal {
  return { code: 'CONDITION_UNMET', field: code, message: label };
}

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
      if (!declared.holds(state)) unmet.push(conditionRefusal(declared));
    }
  }
  return unmet;
}

function windowPassed(state: ComplaintState, context: DecisionContext): readonly Refusal[] {
  const { reopenWithinDays } = context.settings;
  if (Date.parse(context.at) - Date.parse(state.statusSince) <= reopenWithinDays * DAY_MS) return [];
  const message = {
    zh: `办结已超过 ${reopenWithinDays} 天，请另行登记。`,
    en: `It was closed more than ${reopenWithinDays} days ago; register a new one.`,
  };
  return [{ code: 'TOO_LATE', message }];
}
