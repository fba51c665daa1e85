import { ownsAction, worksOn } from '../access/access.ts';
import { allCodes } from '../sectors/options.ts';
import { localDateOf } from '../time.ts';
import { type DecidersOf, happened } from './decider.ts';
import { refuse } from './refusal.ts';
import { given, requireText } from './texts.ts';
import { requireCode } from './validate.ts';

/** Why it happened, and what is to change. */
export const LEARNING: DecidersOf<'STATE_CAUSE' | 'RECORD_LESSON' | 'PLAN_ACTION' | 'COMPLETE_ACTION'> = {
  STATE_CAUSE: {
    decide: ({ cause, explanation }, context, state) => {
      requireCode({ code: cause, among: allCodes(context.sector.causes), field: 'cause' });
      if (state.causes.some(({ code }) => code === cause)) {
        refuse('ALREADY_DONE', { zh: '此原因已登记。', en: 'This cause is stated already.' }, 'cause');
      }
      return [
        happened(
          'CAUSE_STATED',
          { id: context.newId(), cause, ...given('explanation', explanation) },
          context,
        ),
      ];
    },
  },

  RECORD_LESSON: {
    decide: ({ text }, context) => [
      happened('LESSON_RECORDED', { id: context.newId(), text: requireText(text, 'text') }, context),
    ],
  },

  PLAN_ACTION: {
    decide: ({ text, dueOn, ownerMemberId, departmentId }, context) => {
      const { actor, now, calendar, historic } = context;
      const words = requireText(text, 'text');
      // An action that nobody owns is a wish; only a history written before us may hold such.
      if (ownerMemberId === undefined && departmentId === undefined && actor.kind !== 'system') {
        refuse('REQUIRED', { zh: '请选择责任人或责任部门。', en: 'Name who sees to it.' }, 'ownerMemberId');
      }
      if (dueOn < localDateOf(now, calendar.timeZone) && actor.kind !== 'system' && !historic) {
        refuse('INVALID', { zh: '完成期限应在今天或以后。', en: 'It is due today or later.' }, 'dueOn');
      }
      return [
        happened(
          'ACTION_PLANNED',
          {
            ...{ id: context.newId(), text: words, dueOn },
            ...(ownerMemberId === undefined ? {} : { ownerMemberId }),
            ...(departmentId === undefined ? {} : { departmentId }),
          },
          context,
        ),
      ];
    },
  },

  COMPLETE_ACTION: {
    decide: ({ actionId, proof }, context, state) => {
      const action = state.correctiveActions.find(({ id }) => id === actionId);
      if (!action)
        refuse('NOT_FOUND', { zh: '没有找到这项整改。', en: 'There is no such action.' }, 'actionId');
      if (action.completedAt)
        refuse('ALREADY_DONE', { zh: '已完成。', en: 'It is done already.' }, 'actionId');
      const { actor } = context;
      const caseworker = actor.kind !== 'staff' || actor.role === 'SUPERVISOR' || worksOn(actor, state);
      if (!caseworker && !ownsAction(actor, action)) {
        refuse(
          'FORBIDDEN',
          {
            zh: '只有责任人或承办人可以完成这项整改。',
            en: 'Only its owner or the handler may complete it.',
          },
          'actionId',
        );
      }
      return [happened('ACTION_COMPLETED', { actionId, proof: requireText(proof, 'proof') }, context)];
    },
  },
};
