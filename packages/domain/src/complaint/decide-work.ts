import type { Commands } from './commands.ts';
import type { DecisionContext } from './context.ts';
import { type DecidersOf, happened } from './decider.ts';
import type { ComplaintEvent } from './events.ts';
import { refuse } from './refusal.ts';
import type { ComplaintState, RecordedMoney } from './state.ts';
import { requireCode, requireText } from './validate.ts';

type WorkCommand =
  | 'PROMISE'
  | 'DRAFT_ANSWER'
  | 'APPROVE_ANSWER'
  | 'ANSWER'
  | 'WAIT_FOR_COMPLAINANT'
  | 'HEAR_FROM_COMPLAINANT'
  | 'NOTE'
  | 'RECORD_CONTACT'
  | 'CONCLUDE'
  | 'ADD_EVIDENCE'
  | 'START_MEDIATION'
  | 'RECORD_MEDIATION_SESSION'
  | 'END_MEDIATION'
  | 'GIVE_REMEDY'
  | 'IMPOSE_SANCTION'
  | 'RECORD_SANCTION_PAYMENT'
  | 'FORWARD'
  | 'TAKE_ROUTE'
  | 'RECORD_MILESTONE';

/** The work itself: promises, answers, facts, mediation, remedies and sanctions. */
export const WORK: DecidersOf<WorkCommand> = {
  PROMISE: {
    decide: ({ dueAt, text }, context, state) => {
      if (state.promises.some(({ status }) => status === 'OPEN')) {
        refuse('ALREADY_DONE', {
          zh: '上一个承诺尚未兑现；到时答复后再作下一个承诺。',
          en: 'An earlier promise is still open; keep it before you make the next.',
        });
      }
      if (dueAt <= context.at) {
        refuse('INVALID', { zh: '承诺时间应在以后。', en: 'Promise a time to come.' }, 'dueAt');
      }
      return [
        happened('PROMISED', { id: context.newId(), dueAt, text: requireText(text, 'text', 1000) }, context),
      ];
    },
  },

  DRAFT_ANSWER: {
    decide: ({ text, final }, context) => [
      happened('ANSWER_DRAFTED', { id: context.newId(), text: requireText(text, 'text'), final }, context),
    ],
  },

  APPROVE_ANSWER: {
    decide: ({ answerId }, context, state) => {
      const draft = state.answers.find(({ id }) => id === answerId);
      if (!draft)
        refuse('NOT_FOUND', { zh: '没有找到这份答复草稿。', en: 'There is no such draft.' }, 'answerId');
      if (draft.status !== 'DRAFT') {
        refuse('ALREADY_DONE', { zh: '这份答复已审核。', en: 'It is approved already.' }, 'answerId');
      }
      return [happened('ANSWER_APPROVED', { id: answerId }, context)];
    },
  },

  ANSWER: { decide: decideAnswer },

  WAIT_FOR_COMPLAINANT: {
    decide: ({ request }, context) => [
      happened('WAITING_STARTED', { request: requireText(request, 'request') }, context),
    ],
  },

  HEAR_FROM_COMPLAINANT: {
    decide: ({ text, via }, context) => [
      happened('COMPLAINANT_HEARD', { text: requireText(text, 'text'), via }, context),
    ],
  },

  NOTE: { decide: ({ text }, context) => [happened('NOTED', { text: requireText(text, 'text') }, context)] },

  RECORD_CONTACT: {
    decide: ({ via, reached, summary }, context) => [
      happened(
        'CONTACT_RECORDED',
        { id: context.newId(), via, reached, summary: requireText(summary, 'summary') },
        context,
      ),
    ],
  },

  CONCLUDE: {
    decide: ({ finding, facts }, context) => [
      happened('CONCLUDED', { finding, facts: requireText(facts, 'facts') }, context),
    ],
  },

  ADD_EVIDENCE: {
    decide: ({ type: _type, ...input }: Commands['ADD_EVIDENCE'] & { type?: string }, context, state) => {
      if (!/^[0-9a-f]{64}$/.test(input.sha256)) {
        refuse('INVALID', { zh: '校验值应为 SHA-256。', en: 'The digest must be a SHA-256.' }, 'sha256');
      }
      const { supersedes } = input;
      if (supersedes !== undefined && !state.evidence.some(({ id }) => id === supersedes)) {
        refuse('NOT_FOUND', { zh: '没有找到被替换的证据。', en: 'There is no such evidence.' }, 'supersedes');
      }
      return [
        happened(
          'EVIDENCE_ADDED',
          { ...input, title: requireText(input.title, 'title', 500), id: context.newId() },
          context,
        ),
      ];
    },
  },

  START_MEDIATION: {
    decide: ({ consent }, context) => [
      // Both sides must consent; who did, and how, stands in the event.
      happened(
        'MEDIATION_STARTED',
        { id: context.newId(), consent: requireText(consent, 'consent') },
        context,
      ),
    ],
  },

  RECORD_MEDIATION_SESSION: {
    decide: ({ positions, outcome }, context, state) => [
      happened(
        'MEDIATION_SESSION_RECORDED',
        {
          id: currentMediation(state),
          positions: requireText(positions, 'positions'),
          ...(outcome ? { outcome } : {}),
        },
        context,
      ),
    ],
  },

  END_MEDIATION: {
    decide: ({ result, agreement }, context, state) => {
      if (result === 'AGREED') requireText(agreement, 'agreement');
      return [
        happened(
          'MEDIATION_ENDED',
          { id: currentMediation(state), result, ...(agreement ? { agreement } : {}) },
          context,
        ),
      ];
    },
  },

  GIVE_REMEDY: {
    decide: ({ remedy, description, money }, context) => {
      requireCode({ code: remedy, among: context.sector.remedies, field: 'remedy' });
      requireSoundMoney(money);
      return [
        happened(
          'REMEDY_GIVEN',
          {
            id: context.newId(),
            remedy,
            ...(description ? { description } : {}),
            ...(money ? { money } : {}),
          },
          context,
        ),
      ];
    },
  },

  IMPOSE_SANCTION: {
    decide: ({ type: _type, ...input }: Commands['IMPOSE_SANCTION'] & { type?: string }, context) => {
      requireCode({ code: input.sanction, among: context.sector.sanctions, field: 'sanction' });
      if ((input.sanction === 'FINE' || input.sanction === 'CONFISCATION') && !input.money) {
        refuse('REQUIRED', { zh: '请填写金额。', en: 'Give the amount.' }, 'money');
      }
      requireSoundMoney(input.money);
      return [happened('SANCTION_IMPOSED', { ...input, id: context.newId() }, context)];
    },
  },

  RECORD_SANCTION_PAYMENT: {
    decide: ({ sanctionId, paidOn }, context, state) => {
      const sanction = state.sanctions.find(({ id }) => id === sanctionId);
      if (!sanction)
        refuse('NOT_FOUND', { zh: '没有找到这项处罚。', en: 'There is no such sanction.' }, 'sanctionId');
      if (sanction.paidOn) refuse('ALREADY_DONE', { zh: '已缴款。', en: 'It has been paid.' }, 'sanctionId');
      return [happened('SANCTION_PAID', { sanctionId, paidOn }, context)];
    },
  },

  FORWARD: {
    decide: ({ to, text }, context) => {
      requireCode({ code: to, among: context.sector.forwardings.map(({ code }) => code), field: 'to' });
      return [happened('FORWARDED', { to, ...(text ? { text } : {}) }, context)];
    },
  },

  TAKE_ROUTE: {
    decide: ({ route, text }, context) => {
      requireCode({ code: route, among: context.sector.routes.map(({ code }) => code), field: 'route' });
      return [happened('ROUTE_TAKEN', { route, ...(text ? { text } : {}) }, context)];
    },
  },

  RECORD_MILESTONE: {
    decide: ({ milestone, text }, context) => {
      const known = context.rules.flatMap((rule) => [rule.startsOn, ...rule.endsOn]);
      requireCode({ code: milestone, among: known, field: 'milestone' });
      return [happened('MILESTONE_RECORDED', { milestone, ...(text ? { text } : {}) }, context)];
    },
  },
};

function decideAnswer(
  { answerId, text, via, final }: Commands['ANSWER'],
  context: DecisionContext,
  state: ComplaintState,
): ComplaintEvent[] {
  const draft = answerId === undefined ? undefined : state.answers.find(({ id }) => id === answerId);
  if (answerId !== undefined && !draft) {
    refuse('NOT_FOUND', { zh: '没有找到这份答复草稿。', en: 'There is no such draft.' }, 'answerId');
  }
  if (draft?.status === 'GIVEN') {
    refuse('ALREADY_DONE', { zh: '这份答复已发出。', en: 'It has been given already.' }, 'answerId');
  }
  // One voice: where the office approves answers, only an approved text goes out.
  if (context.settings.answerNeedsApproval && draft?.status !== 'APPROVED' && !context.historic) {
    refuse(
      'CONDITION_UNMET',
      { zh: '答复须先拟稿并经审核。', en: 'Draft the answer and have it approved first.' },
      'answerId',
    );
  }
  const words = draft?.status === 'APPROVED' ? draft.text : requireText(text ?? draft?.text, 'text');
  const events = [
    happened('ANSWERED', { id: draft?.id ?? context.newId(), text: words, via, final }, context),
    ...keptPromises(state, context),
  ];
  return events;
}

/** An answer, whatever the progress, keeps the open promise if it comes in time. */
export function keptPromises(state: ComplaintState, context: DecisionContext): ComplaintEvent[] {
  return state.promises
    .filter(({ status }) => status === 'OPEN')
    .map(({ id, dueAt }) =>
      happened(context.at <= dueAt ? 'PROMISE_KEPT' : 'PROMISE_BROKEN', { id }, context),
    );
}

function currentMediation(state: ComplaintState): string {
  const current = state.mediations.findLast(({ endedAt }) => endedAt === undefined);
  if (!current) refuse('WRONG_STATE', { zh: '没有进行中的调解。', en: 'No mediation is under way.' });
  return current.id;
}

function requireSoundMoney(money: RecordedMoney | undefined): void {
  if (!money) return;
  const { original, converted, rate, rateDate } = money;
  for (const [name, sum] of Object.entries({ original, converted })) {
    if (!Number.isSafeInteger(sum.amount) || sum.amount < 0) {
      refuse(
        'INVALID',
        { zh: '金额应为最小货币单位的非负整数。', en: 'Give a non-negative whole number of minor units.' },
        `money.${name}`,
      );
    }
  }
  const foreign = original.currency !== converted.currency;
  if (foreign && (!rate || !rateDate)) {
    refuse('REQUIRED', { zh: '外币请填写汇率和汇率日期。', en: 'Give the rate and its date.' }, 'money.rate');
  }
  if (!foreign && original.amount !== converted.amount) {
    refuse(
      'INVALID',
      { zh: '同币种金额应相同。', en: 'Both sums must agree in one currency.' },
      'money.converted',
    );
  }
}
