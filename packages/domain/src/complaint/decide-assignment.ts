import { isRecusedMember } from '../access/access.ts';
import type { TenantActor } from '../access/actor.ts';
import type { DecisionContext } from './context.ts';
import { type DecidersOf, happened } from './decider.ts';
import type { ComplaintEvent } from './events.ts';
import { passesOn } from './evolve-parts.ts';
import type { Assignment, HandOver } from './parts.ts';
import { type Refusal, refuse } from './refusal.ts';
import type { ComplaintState } from './state.ts';
import { given, requireText } from './texts.ts';

/** A hand-over for the third time without progress goes to the supervisor (the first prohibition). */
export const HAND_OVERS_BEFORE_ESCALATION = 3;

/** Who works on it: no indifference, no passing on. */
export const ASSIGNMENT: DecidersOf<
  | 'ASSIGN'
  | 'HAND_OVER'
  | 'ACCEPT_HAND_OVER'
  | 'RETURN_HAND_OVER'
  | 'TAKE_BACK_ASSIGNMENT'
  | 'ADD_COLLABORATOR'
  | 'RECUSE'
> = {
  ASSIGN: {
    obstacles: (state, { actor }) =>
      actor.kind === 'staff' && actor.role === 'HANDLER' && state.handler.memberId !== undefined
        ? [HAND_IT_OVER]
        : [],
    decide: ({ to: asked, reason }, context, state) => {
      const to = withDepartment(asked, context);
      requireEligible(to, state, context);
      const { actor } = context;
      const accepted = actor.kind === 'staff' && actor.memberId === to.memberId;
      const move = { from: state.handler, to };
      const assigned = happened(
        'ASSIGNED',
        { id: context.newId(), ...move, ...given('reason', reason), accepted },
        context,
      );
      const bySupervisor = actor.kind === 'staff' && actor.role === 'SUPERVISOR';
      return passesOn(move) && !bySupervisor ? escalatedAtThird(assigned, state, context) : [assigned];
    },
  },

  HAND_OVER: {
    obstacles: (state) => (offerIn(state) ? [OFFER_WAITS] : []),
    decide: ({ to: asked, reason }, context, state) => {
      const to = withDepartment(asked, context);
      requireEligible(to, state, context);
      const { memberId, departmentId } = state.handler;
      const same = to.memberId === undefined ? to.departmentId === departmentId : to.memberId === memberId;
      if (same && (memberId !== undefined || to.memberId === undefined)) refuse('INVALID', SAME_HANDS, 'to');
      const offered = happened(
        'HAND_OVER_OFFERED',
        { id: context.newId(), from: state.handler, to, reason: requireText(reason, 'reason') },
        context,
      );
      return escalatedAtThird(offered, state, context);
    },
  },

  ACCEPT_HAND_OVER: {
    obstacles: (state, { actor }) => {
      const waiting = offerIn(state) ?? assignmentIn(state);
      if (!waiting) return [NO_OFFER];
      return isAddressee(waiting, actor) ? [] : [NOT_ADDRESSED];
    },
    decide: (_input, context, state) => {
      const waiting = offerIn(state) ?? assignmentIn(state);
      if (!waiting) return [];
      const { actor } = context;
      const memberId = actor.kind === 'staff' ? actor.memberId : waiting.to.memberId;
      const by = memberId === undefined ? {} : { memberId };
      return [happened('HAND_OVER_ACCEPTED', { id: waiting.id, ...by }, context)];
    },
  },

  RETURN_HAND_OVER: {
    obstacles: (state, { actor }) => {
      const offer = offerIn(state);
      if (!offer) return [NO_OFFER];
      return isAddressee(offer, actor) ? [] : [NOT_ADDRESSED];
    },
    decide: ({ reason }, context, state) => {
      const offer = offerIn(state);
      const why = requireText(reason, 'reason');
      return offer ? [happened('HAND_OVER_RETURNED', { id: offer.id, reason: why }, context)] : [];
    },
  },

  TAKE_BACK_ASSIGNMENT: {
    obstacles: (state, context) => {
      const waiting = assignmentIn(state) ?? ownIn(state, context.actor);
      if (!waiting) return [NOTHING_TO_TAKE_BACK];
      const { from } = waiting;
      const { actor } = context;
      const led = actor.kind === 'staff' && actor.role === 'DEPARTMENT_LEAD';
      if (led && from.departmentId !== undefined && from.departmentId !== actor.departmentId)
        return [NOT_LED];
      if (from.memberId !== undefined && mustNotWork(from.memberId, state, context)) {
        return [{ code: 'CONDITION_UNMET', message: PERSON_RECUSED }];
      }
      return from.departmentId !== undefined && from.departmentId === state.respondent.departmentId
        ? [{ code: 'CONDITION_UNMET', message: DEPARTMENT_RECUSED }]
        : [];
    },
    decide: ({ reason }, context, state) => {
      const waiting = assignmentIn(state) ?? ownIn(state, context.actor);
      if (!waiting) return [];
      const { id, from } = waiting;
      return [happened('ASSIGNMENT_TAKEN_BACK', { id, to: from, ...given('reason', reason) }, context)];
    },
  },

  ADD_COLLABORATOR: {
    decide: ({ memberId }, context, state) => {
      requireEligible({ memberId }, state, context);
      if (state.collaborators.includes(memberId)) refuse('ALREADY_DONE', HELPS_ALREADY, 'memberId');
      return [happened('COLLABORATOR_ADDED', { memberId }, context)];
    },
  },

  RECUSE: {
    decide: ({ memberId, reason }, context, state) => {
      if (state.recused.includes(memberId)) {
        refuse('ALREADY_DONE', { zh: '该人员已回避。', en: 'They are recused already.' }, 'memberId');
      }
      const { actor } = context;
      if (actor.kind === 'staff' && actor.memberId !== memberId && actor.role !== 'SUPERVISOR') {
        refuse(
          'FORBIDDEN',
          {
            zh: '只能为自己申请回避；他人的回避由主管决定。',
            en: 'Recuse yourself; a supervisor recuses others.',
          },
          'memberId',
        );
      }
      return [happened('RECUSED', { memberId, reason: requireText(reason, 'reason') }, context)];
    },
  },
};

/** What takes those off a complaint who, as it stands now, must not work on it. */
export function recusals(state: ComplaintState, context: DecisionContext, reason: string): ComplaintEvent[] {
  const working = [state.handler.memberId, ...state.collaborators].filter((id) => id !== undefined);
  return [...new Set(working)]
    .filter((memberId) => !state.recused.includes(memberId) && mustNotWork(memberId, state, context))
    .map((memberId) => happened('RECUSED', { memberId, reason }, context));
}

function mustNotWork(
  memberId: string,
  state: Pick<ComplaintState, 'recused' | 'respondent'>,
  context: DecisionContext,
): boolean {
  return isRecusedMember({ memberId, departmentId: context.departmentOf(memberId) }, state);
}

/** The hand-over with the supervisor called in, where it is once too often. */
function escalatedAtThird(
  moved: ComplaintEvent,
  state: ComplaintState,
  context: DecisionContext,
): ComplaintEvent[] {
  const tooOften = state.handOversWithoutProgress + 1 >= HAND_OVERS_BEFORE_ESCALATION;
  return tooOften && !state.attention.includes('THIRD_HAND_OVER')
    ? [moved, happened('ESCALATED', { reason: 'THIRD_HAND_OVER' }, context)]
    : [moved];
}

/** The offer that waits for an answer. */
function offerIn(state: ComplaintState): HandOver | undefined {
  return state.handOvers.find(({ status }) => status === 'OFFERED');
}

/** Work that was given to somebody who has not said yet that they answer for it. */
function assignmentIn(state: ComplaintState): HandOver | undefined {
  return state.handOvers.find(({ status }) => status === 'ASSIGNED');
}

/** Work that somebody took for themselves, which accepts it at once, as long as nothing was done on it. */
function ownIn({ handOvers, lastActivityAt }: ComplaintState, actor: TenantActor): HandOver | undefined {
  const last = handOvers.at(-1);
  if (!last?.direct || last.status !== 'ACCEPTED' || last.settledAt !== undefined) return undefined;
  const own = actor.kind === 'staff' && actor.memberId === last.to.memberId;
  return own && lastActivityAt === last.at ? last : undefined;
}

function isAddressee({ to }: HandOver, actor: TenantActor): boolean {
  if (actor.kind !== 'staff' || actor.role === 'SUPERVISOR') return true;
  return to.memberId === undefined ? to.departmentId === actor.departmentId : to.memberId === actor.memberId;
}

/** An assignment to a member is one to their department too, whose lead answers for it. */
function withDepartment(to: Assignment, { departmentOf }: DecisionContext): Assignment {
  const { memberId, departmentId = memberId === undefined ? undefined : departmentOf(memberId) } = to;
  return departmentId === undefined ? to : { ...to, departmentId };
}

/** Whoever is named in a complaint, or of the department complained about, does not handle it. */
function requireEligible(to: Assignment, state: ComplaintState, context: DecisionContext): void {
  const { memberId, departmentId } = to;
  if (memberId === undefined && departmentId === undefined) refuse('REQUIRED', CHOOSE, 'to');
  if (memberId !== undefined && mustNotWork(memberId, state, context)) {
    refuse('CONDITION_UNMET', PERSON_RECUSED, 'to.memberId');
  }
  if (departmentId !== undefined && departmentId === state.respondent.departmentId) {
    refuse('CONDITION_UNMET', DEPARTMENT_RECUSED, 'to.departmentId');
  }
}

const HAND_IT_OVER: Refusal = {
  code: 'CONDITION_UNMET',
  message: {
    zh: '已有承办人；请用“移交”，由对方接收后生效。',
    en: 'Somebody works on it: hand it over, so that the other side accepts it.',
  },
};
const OFFER_WAITS: Refusal = {
  code: 'ALREADY_DONE',
  message: { zh: '已有一次移交等待接收。', en: 'A hand-over is waiting to be accepted.' },
};
const NO_OFFER: Refusal = {
  code: 'CONDITION_UNMET',
  message: { zh: '没有等待接收的移交。', en: 'No hand-over is waiting.' },
};
const NOTHING_TO_TAKE_BACK: Refusal = {
  code: 'CONDITION_UNMET',
  message: {
    zh: '没有可以撤回的指派：对方可能已接收，或此件已另作安排。',
    en: 'There is no assignment to take back: it may have been accepted, or something else been arranged.',
  },
};
const NOT_LED: Refusal = {
  code: 'FORBIDDEN',
  message: { zh: '此件不是由您的部门转出的。', en: 'It did not come from your department.' },
};
const NOT_ADDRESSED: Refusal = {
  code: 'FORBIDDEN',
  message: { zh: '此移交不是交给您的。', en: 'This hand-over is not addressed to you.' },
};
const SAME_HANDS = { zh: '对方就是现在的承办方。', en: 'They work on it already.' };
const HELPS_ALREADY = { zh: '该人员已是协办人。', en: 'They help already.' };
const CHOOSE = { zh: '请选择部门或人员。', en: 'Choose a department or a person.' };
const PERSON_RECUSED = {
  zh: '该人员应当回避，不能承办此件。',
  en: 'This person is recused and cannot work on it.',
};
const DEPARTMENT_RECUSED = {
  zh: '被投诉部门应当回避，不能承办此件。',
  en: 'The department complained about cannot handle it.',
};
