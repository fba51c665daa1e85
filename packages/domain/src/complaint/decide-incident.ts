import { type DecidersOf, happened } from './decider.ts';
import { takenOn } from './evolve-parts.ts';
import { keptPromises } from './promises.ts';
import { refuse } from './refusal.ts';
import { requireText } from './texts.ts';

const LONGEST_REASON = 1000;

/** One of many that one event brought about: in or out of its incident, and the answer that goes to all. */
export const OF_INCIDENT: DecidersOf<'LINK_INCIDENT' | 'UNLINK_INCIDENT' | 'ANSWER_FOR_INCIDENT'> = {
  LINK_INCIDENT: {
    obstacles: ({ incident }) =>
      incident
        ? [
            {
              code: 'ALREADY_DONE',
              message: {
                zh: '此件已并入群体性事件；如有误，请先移出。',
                en: 'It is linked to an incident already: unlink it first where that is wrong.',
              },
            },
          ]
        : [],
    decide: ({ incidentId, reason }, context) => [
      happened(
        'INCIDENT_LINKED',
        { incidentId, reason: requireText(reason, 'reason', LONGEST_REASON) },
        context,
      ),
    ],
  },

  UNLINK_INCIDENT: {
    decide: ({ reason }, context, { incident }) => [
      happened(
        'INCIDENT_UNLINKED',
        { incidentId: incident?.id ?? '', reason: requireText(reason, 'reason', LONGEST_REASON) },
        context,
      ),
    ],
  },

  ANSWER_FOR_INCIDENT: {
    decide: ({ incidentId, answerId, text, via, final }, context, state) => {
      if (state.incident?.id !== incidentId) {
        refuse('CONDITION_UNMET', { zh: '此件未并入该事件。', en: 'It is not linked to that incident.' });
      }
      if (state.answers.some(({ id }) => id === answerId)) {
        refuse('ALREADY_DONE', { zh: '此件已收到这份统一答复。', en: 'It has had this answer already.' });
      }
      // Its own life goes on as it must: what nobody has accepted cannot be settled.
      if (final && !takenOn(state)) {
        refuse('WRONG_STATE', {
          zh: '尚未受理，不能作最终答复；请先受理。',
          en: 'It has not been accepted yet: accept it first.',
        });
      }
      return [
        happened(
          'ANSWERED',
          { id: answerId, text: requireText(text, 'text'), via, final, incidentId },
          context,
        ),
        ...keptPromises(state, context),
      ];
    },
  },
};
