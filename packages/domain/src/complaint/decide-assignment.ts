import { type DecidersOf, happened } from './decider.ts';
import { refuse } from './refusal.ts';
import type { Assignment, ComplaintState } from './state.ts';
import { requireText } from './validate.ts';

/** A hand-over for the third time without progress goes to the supervisor (the first prohibition). */
export const HAND_OVERS_BEFORE_ESCALATION = 3;

/** Who works on it: no indifference, no passing on. */
export const ASSIGNMENT: DecidersOf<
  'ASSIGN' | 'HAND_OVER' | 'ACCEPT_HAND_OVER' | 'RETURN_HAND_OVER' | 'ADD_COLLABORATOR' | 'RECUSE'
> = {
  ASSIGN: {
    decide: ({ to, reason }, context, state) => {
      requireEligible(to, state);
      return [happened('ASSIGNED', { to, ...(reason ? { reason } : {}) }, context)];
    },
  },

  HAND_OVER: {
    obstacle: (state) =>
      openOffer(state)
        ? {
            code: 'ALREADY_DONE',
            message: { zh: '已有一次移交等待接收。', en: 'A hand-over is waiting to be accepted.' },
          }
        : undefined,
    decide: ({ to, reason }, context, state) => {
      requireEligible(to, state);
      const offered = happened(
        'HAND_OVER_OFFERED',
        { id: context.newId(), from: state.handler, to, reason: requireText(reason, 'reason') },
        context,
      );
      const tooOften = state.handOversWithoutProgress + 1 >= HAND_OVERS_BEFORE_ESCALATION;
      return tooOften && !state.attention.includes('THIRD_HAND_OVER')
        ? [offered, happened('ESCALATED', { reason: 'THIRD_HAND_OVER' }, context)]
        : [offered];
    },
  },

  ACCEPT_HAND_OVER: {
    obstacle: (state) => noOpenOffer(state),
    decide: (_input, context, state) => {
      const offer = openOffer(state);
      if (!offer) return [];
      const { actor } = context;
      if (actor.kind === 'staff') requireAddressee(offer.to, actor);
      const memberId = actor.kind === 'staff' ? actor.memberId : offer.to.memberId;
      return [
        happened(
          'HAND_OVER_ACCEPTED',
          { id: offer.id, ...(memberId === undefined ? {} : { memberId }) },
          context,
        ),
      ];
    },
  },

  RETURN_HAND_OVER: {
    obstacle: (state) => noOpenOffer(state),
    decide: ({ reason }, context, state) => {
      const offer = openOffer(state);
      if (!offer) return [];
      if (context.actor.kind === 'staff') requireAddressee(offer.to, context.actor);
      return [
        happened('HAND_OVER_RETURNED', { id: offer.id, reason: requireText(reason, 'reason') }, context),
      ];
    },
  },

  ADD_COLLABORATOR: {
    decide: ({ memberId }, context, state) => {
      requireEligible({ memberId }, state);
      return state.collaborators.includes(memberId)
        ? []
        : [happened('COLLABORATOR_ADDED', { memberId }, context)];
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

function openOffer(state: ComplaintState): ComplaintState['handOvers'][number] | undefined {
  return state.handOvers.find(({ status }) => status === 'OFFERED');
}

function noOpenOffer(state: ComplaintState) {
  return openOffer(state)
    ? undefined
    : ({
        code: 'WRONG_STATE',
        message: { zh: '没有等待接收的移交。', en: 'No hand-over is waiting.' },
      } as const);
}

function requireAddressee(
  to: Assignment,
  actor: { memberId: string; departmentId?: string; role: string },
): void {
  const addressed =
    to.memberId === actor.memberId || (to.memberId === undefined && to.departmentId === actor.departmentId);
  if (!addressed && actor.role !== 'SUPERVISOR') {
    refuse('FORBIDDEN', { zh: '此移交不是交给您的。', en: 'This hand-over is not addressed to you.' });
  }
}

/** Whoever is named in a complaint, or of the department complained about, does not handle it. */
function requireEligible(to: Assignment, state: ComplaintState): void {
  if (to.memberId === undefined && to.departmentId === undefined) {
    refuse('REQUIRED', { zh: '请选择部门或人员。', en: 'Choose a department or a person.' }, 'to');
  }
  const { memberId } = to;
  if (
    memberId !== undefined &&
    (state.recused.includes(memberId) || (state.respondent.memberIds ?? []).includes(memberId))
  ) {
    refuse(
      'CONDITION_UNMET',
      { zh: '该人员应当回避，不能承办此件。', en: 'This person is recused and cannot work on it.' },
      'to.memberId',
    );
  }
  if (to.departmentId !== undefined && to.departmentId === state.respondent.departmentId) {
    refuse(
      'CONDITION_UNMET',
      { zh: '被投诉部门应当回避，不能承办此件。', en: 'The department complained about cannot handle it.' },
      'to.departmentId',
    );
  }
}
