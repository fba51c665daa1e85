import { milestonesOf } from '../clocks/rule.ts';
import type { Commands } from './commands.ts';
import type { DecisionContext } from './context.ts';
import { type DecidersOf, happened, memberOf } from './decider.ts';
import type { ComplaintEvent } from './events.ts';
import { takenOn } from './evolve-parts.ts';
import { requireSoundMoney } from './money-given.ts';
import type { Answer } from './parts.ts';
import { keptPromises, promised } from './promises.ts';
import { type Refusal, refuse } from './refusal.ts';
import type { ComplaintState } from './state.ts';
import { given, LONGEST_NAME, LONGEST_REMARK, LONGEST_TEXT, optionalText, requireText } from './texts.ts';
import { requireCode, requirePastDay } from './validate.ts';
import { FINDINGS } from './words.ts';

type WorkCommand =
  | 'PROMISE'
  | 'DRAFT_ANSWER'
  | 'APPROVE_ANSWER'
  | 'RETURN_ANSWER'
  | 'ANSWER'
  | 'WAIT_FOR_COMPLAINANT'
  | 'HEAR_FROM_COMPLAINANT'
  | 'NOTE'
  | 'RECORD_CONTACT'
  | 'CONCLUDE'
  | 'ADD_EVIDENCE'
  | 'OFFER_MEDIATION'
  | 'ANSWER_MEDIATION_OFFER'
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
    obstacles: ({ promises }) => (promises.some(({ status }) => status === 'OPEN') ? [PROMISE_OPEN] : []),
    decide: (promise, context) => [promised(promise, context)],
  },

  DRAFT_ANSWER: {
    decide: ({ text, final }, context) => [
      happened(
        'ANSWER_DRAFTED',
        { id: context.newId(), text: requireText(text, 'text'), final, ...byMember(context) },
        context,
      ),
    ],
  },

  APPROVE_ANSWER: {
    obstacles: ({ answers }, context) => {
      const drafts = answers.filter(({ status }) => status === 'DRAFT');
      return drafts.every((draft) => isOwn(draft, context)) ? [OWN_DRAFT] : [];
    },
    decide: ({ answerId }, context, state) => {
      const draft = draftIn(state, answerId);
      if (isOwn(draft, context)) refuse(OWN_DRAFT.code, OWN_DRAFT.message, 'answerId');
      return [happened('ANSWER_APPROVED', { id: answerId, ...byMember(context) }, context)];
    },
  },

  RETURN_ANSWER: {
    decide: ({ answerId, reason }, context, state) => {
      const { id } = draftIn(state, answerId);
      return [happened('ANSWER_RETURNED', { id, reason: requireText(reason, 'reason', 1000) }, context)];
    },
  },

  ANSWER: {
    // One voice: where the office approves answers, only an approved text goes out.
    obstacles: (state, { settings, historic }) =>
      settings.answerNeedsApproval && !historic && !state.answers.some((answer) => mayGoOut(answer, state))
        ? [APPROVE_FIRST]
        : [],
    decide: decideAnswer,
  },

  WAIT_FOR_COMPLAINANT: {
    decide: ({ request }, context) => [
      happened('WAITING_STARTED', { request: requireText(request, 'request') }, context),
    ],
  },

  HEAR_FROM_COMPLAINANT: {
    decide: ({ text, via }, context) => [
      happened('COMPLAINANT_HEARD', { text: requireText(text, 'text'), via, ...from(context) }, context),
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
    decide: ({ finding, facts }, context) => {
      requireCode({ code: finding, among: FINDINGS, field: 'finding' });
      return [happened('CONCLUDED', { finding, facts: requireText(facts, 'facts') }, context)];
    },
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
      if (state.evidence.some(({ id, supersededBy }) => id === supersedes && supersededBy)) {
        refuse('ALREADY_DONE', { zh: '该证据已被替换。', en: 'It was superseded already.' }, 'supersedes');
      }
      const title = requireText(input.title, 'title', LONGEST_NAME);
      const { text } = input;
      const words = text === undefined ? {} : { text: requireText(text, 'text', LONGEST_STATEMENT) };
      const id = context.newId();
      const author = { ...byMember(context), ...from(context) };
      return [happened('EVIDENCE_ADDED', { ...input, ...words, title, id, ...author }, context)];
    },
  },

  OFFER_MEDIATION: {
    obstacles: ({ mediationOffer }) =>
      mediationOffer && !mediationOffer.answer
        ? [
            {
              code: 'ALREADY_DONE',
              message: {
                zh: '已征询投诉人，尚未答复。',
                en: 'The complainant has been asked and not answered yet.',
              },
            },
          ]
        : [],
    decide: ({ text }, context) => [
      happened('MEDIATION_OFFERED', { id: context.newId(), text: requireText(text, 'text') }, context),
    ],
  },

  ANSWER_MEDIATION_OFFER: {
    decide: ({ agreed, remark }, context, state) => {
      const { id } = state.mediationOffer ?? { id: '' };
      const said = optionalText(remark, 'remark');
      return [
        happened('MEDIATION_OFFER_ANSWERED', { id, agreed, ...(said ? { remark: said } : {}) }, context),
      ];
    },
  },

  START_MEDIATION: {
    decide: ({ complainantConsents, respondentConsents, consent }, context) => {
      if (!complainantConsents) refuse('CONDITION_UNMET', BOTH_CONSENT, 'complainantConsents');
      if (!respondentConsents) refuse('CONDITION_UNMET', BOTH_CONSENT, 'respondentConsents');
      const how = requireText(consent, 'consent');
      const consents = { complainantConsents, respondentConsents, consent: how };
      return [happened('MEDIATION_STARTED', { id: context.newId(), ...consents }, context)];
    },
  },

  RECORD_MEDIATION_SESSION: {
    decide: ({ positions, outcome }, context, state) => [
      happened(
        'MEDIATION_SESSION_RECORDED',
        {
          id: currentMediation(state),
          positions: requireText(positions, 'positions'),
          ...given('outcome', outcome, LONGEST_TEXT),
        },
        context,
      ),
    ],
  },

  END_MEDIATION: {
    decide: ({ result, agreement }, context, state) => {
      if (result === 'AGREED') requireText(agreement, 'agreement');
      const agreed = given('agreement', agreement, LONGEST_TEXT);
      return [happened('MEDIATION_ENDED', { id: currentMediation(state), result, ...agreed }, context)];
    },
  },

  GIVE_REMEDY: {
    decide: ({ remedy, description, money }, context) => {
      requireCode({ code: remedy, among: context.sector.remedies, field: 'remedy' });
      requireSoundMoney(money, context);
      const sum = money ? { money } : {};
      const words = given('description', description);
      return [happened('REMEDY_GIVEN', { id: context.newId(), remedy, ...words, ...sum }, context)];
    },
  },

  IMPOSE_SANCTION: {
    decide: ({ sanction, party, basis, money, paidOn }, context) => {
      requireCode({ code: sanction, among: context.sector.sanctions, field: 'sanction' });
      if ((sanction === 'FINE' || sanction === 'CONFISCATION') && !money) {
        refuse('REQUIRED', GIVE_AMOUNT, 'money');
      }
      requireSoundMoney(money, context);
      // A register kept before us may not have named it.
      if (!context.historic) requireText(basis, 'basis', LONGEST_REMARK);
      if (paidOn !== undefined) requirePastDay(paidOn, 'paidOn', context);
      if (paidOn !== undefined && !money && !context.historic) refuse('REQUIRED', GIVE_AMOUNT, 'money');
      return [
        happened(
          'SANCTION_IMPOSED',
          {
            ...{ sanction, id: context.newId() },
            ...given('party', party, LONGEST_NAME),
            ...given('basis', basis),
            ...(money ? { money } : {}),
            ...(paidOn === undefined ? {} : { paidOn }),
          },
          context,
        ),
      ];
    },
  },

  RECORD_SANCTION_PAYMENT: {
    decide: ({ sanctionId, paidOn }, context, state) => {
      const sanction = state.sanctions.find(({ id }) => id === sanctionId);
      if (!sanction)
        refuse('NOT_FOUND', { zh: '没有找到这项处罚。', en: 'There is no such sanction.' }, 'sanctionId');
      if (sanction.paidOn) refuse('ALREADY_DONE', { zh: '已缴款。', en: 'It has been paid.' }, 'sanctionId');
      if (!sanction.money) {
        refuse(
          'CONDITION_UNMET',
          { zh: '此项处罚没有金额。', en: 'It has no sum to be paid.' },
          'sanctionId',
        );
      }
      requirePastDay(paidOn, 'paidOn', context);
      return [happened('SANCTION_PAID', { sanctionId, paidOn }, context)];
    },
  },

  FORWARD: {
    decide: ({ to, text }, context) => {
      requireCode({ code: to, among: context.sector.forwardings.map(({ code }) => code), field: 'to' });
      return [happened('FORWARDED', { to, ...given('text', text, LONGEST_TEXT) }, context)];
    },
  },

  TAKE_ROUTE: {
    decide: ({ route, text }, context) => {
      requireCode({ code: route, among: context.sector.routes.map(({ code }) => code), field: 'route' });
      return [happened('ROUTE_TAKEN', { route, ...given('text', text) }, context)];
    },
  },

  RECORD_MILESTONE: {
    decide: ({ milestone, text }, context) => {
      requireCode({ code: milestone, among: milestonesOf(context.rules), field: 'milestone' });
      return [happened('MILESTONE_RECORDED', { milestone, ...given('text', text) }, context)];
    },
  },
};

/** Marks what the complainant wrote themselves. */
function from({ actor }: DecisionContext): { readonly fromComplainant?: true } {
  return actor.kind === 'complainant' ? { fromComplainant: true } : {};
}

/** Longest statement taken down as evidence. */
const LONGEST_STATEMENT = 100_000;

/** Who writes or adds it, where a person does. */
function byMember(context: DecisionContext): { readonly by?: string } {
  const by = memberOf(context);
  return by === undefined ? {} : { by };
}

/** Nobody approves their own words. */
function isOwn({ draftedBy }: Answer, context: DecisionContext): boolean {
  return draftedBy !== undefined && draftedBy === memberOf(context);
}

/** Whether an approved text can be given as things stand. */
function mayGoOut({ status, final }: Answer, state: ComplaintState): boolean {
  return status === 'APPROVED' && (!final || takenOn(state));
}

function decideAnswer(
  { answerId, text, via, final: settles, nextDueAt, nextText }: Commands['ANSWER'],
  context: DecisionContext,
  state: ComplaintState,
): ComplaintEvent[] {
  const draft = answerId === undefined ? undefined : state.answers.find(({ id }) => id === answerId);
  if (answerId !== undefined && !draft) refuse('NOT_FOUND', NO_DRAFT, 'answerId');
  if (draft?.status === 'GIVEN') {
    refuse('ALREADY_DONE', { zh: '这份答复已发出。', en: 'It has been given already.' }, 'answerId');
  }
  const approved = draft?.status === 'APPROVED';
  if (context.settings.answerNeedsApproval && !approved && !context.historic) {
    refuse(APPROVE_FIRST.code, APPROVE_FIRST.message, 'answerId');
  }
  // What was approved goes out as it was approved, an interim answer as one.
  const words = approved ? draft.text : requireText(text ?? draft?.text, 'text');
  const final = approved ? draft.final : settles;
  if (final && !takenOn(state) && !context.historic) refuse('WRONG_STATE', DECIDE_FIRST, 'final');
  if (final && nextDueAt !== undefined) refuse('INVALID', NO_MORE_PROMISES, 'nextDueAt');
  return [
    happened('ANSWERED', { id: draft?.id ?? context.newId(), text: words, via, final }, context),
    ...keptPromises(state, context),
    ...(nextDueAt === undefined
      ? []
      : [promised({ dueAt: nextDueAt, text: nextText ?? '', field: 'nextDueAt' }, context)]),
  ];
}

/** A draft that nobody has judged yet. */
function draftIn(state: ComplaintState, answerId: string): Answer {
  const draft = state.answers.find(({ id }) => id === answerId);
  if (!draft) refuse('NOT_FOUND', NO_DRAFT, 'answerId');
  if (draft.status !== 'DRAFT') {
    refuse('ALREADY_DONE', { zh: '这份答复稿已经审核过。', en: 'It has been judged already.' }, 'answerId');
  }
  return draft;
}

const PROMISE_OPEN: Refusal = {
  code: 'ALREADY_DONE',
  message: {
    zh: '上一个承诺尚未兑现；到时答复后再作下一个承诺。',
    en: 'An earlier promise is still open; keep it before you make the next.',
  },
};
const APPROVE_FIRST: Refusal = {
  code: 'CONDITION_UNMET',
  message: { zh: '答复须先拟稿并经审核。', en: 'Draft the answer and have it approved first.' },
};
const DECIDE_FIRST = {
  zh: '尚未受理，不能作最终答复；请先受理，或告知目前进展（阶段性答复）。',
  en: 'It has not been accepted yet: accept it first, or say how things stand in an answer that is not final.',
};
const OWN_DRAFT: Refusal = {
  code: 'CONDITION_UNMET',
  message: { zh: '自己拟写的答复须由他人审核。', en: 'Somebody else approves what you drafted.' },
};
const NO_DRAFT = { zh: '没有找到这份答复草稿。', en: 'There is no such draft.' };
const NO_MORE_PROMISES = {
  zh: '最终答复之后不再承诺。',
  en: 'After an answer that settles the matter there is no next promise.',
};
const GIVE_AMOUNT = { zh: '请填写金额。', en: 'Give the amount.' };
const BOTH_CONSENT = { zh: '调解须经双方同意。', en: 'Both sides must consent to mediation.' };

function currentMediation(state: ComplaintState): string {
  const current = state.mediations.findLast(({ endedAt }) => endedAt === undefined);
  if (!current) refuse('WRONG_STATE', { zh: '没有进行中的调解。', en: 'No mediation is under way.' });
  return current.id;
}
