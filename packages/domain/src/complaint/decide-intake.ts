import { findOption } from '../sectors/options.ts';
import type { Matter } from './commands.ts';
import type { DecisionContext } from './context.ts';
import { type DecidersOf, happened } from './decider.ts';
import { RefusedError, refuse } from './refusal.ts';
import type { ComplaintState } from './state.ts';
import { missingDetails, requireCode, requireSound, requireText, titleFrom } from './validate.ts';

/** From registration to the decision whether the matter is taken on. */
export const INTAKE: DecidersOf<
  | 'REGISTER'
  | 'CORRECT'
  | 'RECLASSIFY'
  | 'START_REVIEW'
  | 'ACCEPT'
  | 'DECLINE'
  | 'TRANSFER'
  | 'NOTIFY_DECISION'
  | 'RECORD_TRANSFER_ANSWER'
  | 'SPLIT'
  | 'MERGE'
> = {
  REGISTER: {
    decide: (input, context) => {
      const { type: _type, ...matter } = input as typeof input & { type?: string };
      const initial = context.sector.classification?.initial;
      const classified =
        matter.classification === undefined && initial !== undefined
          ? { ...matter, classification: initial }
          : matter;
      requireSound(classified, context.sector);
      if (classified.receivedAt > context.now) {
        refuse(
          'INVALID',
          { zh: '收到时间不能晚于现在。', en: 'It cannot have been received after now.' },
          'receivedAt',
        );
      }
      const { firstResponder = defaultResponder(context), ...rest } = classified;
      const title = classified.title?.trim() || titleFrom(classified.content);
      return [
        {
          type: 'REGISTERED',
          at: classified.receivedAt,
          data: {
            ...rest,
            ...(firstResponder === undefined ? {} : { firstResponder }),
            title,
            sector: context.sector.code,
            // The store gives the number, in order and without gaps, when it writes the event.
            number: '',
          },
        },
      ];
    },
  },

  CORRECT: {
    decide: ({ changes, reason }, context, state) => {
      const after: Partial<Matter> = {
        ...changes,
        ...(changes.details ? { details: { ...state.details, ...changes.details } } : {}),
      };
      if (changes.classification !== undefined) {
        refuse(
          'INVALID',
          { zh: '分类的变更请用“重新分类”。', en: 'Use “reclassify” to change the classification.' },
          'classification',
        );
      }
      requireSound({ ...matterOf(state), ...after }, context.sector);
      const keys = Object.keys(after) as (keyof Matter)[];
      const before = Object.fromEntries(keys.map((key) => [key, state[key]])) as Partial<Matter>;
      if (JSON.stringify(before) === JSON.stringify(after)) return [];
      return [happened('CORRECTED', { before, after, reason: requireText(reason, 'reason') }, context)];
    },
  },

  RECLASSIFY: {
    decide: ({ classification, reason }, context, state) => {
      const declared = context.sector.classification;
      if (!declared || !findOption(declared.options, classification)) {
        refuse('INVALID', { zh: '请从选项中选择。', en: 'Choose one of the options.' }, 'classification');
      }
      if (state.classification === classification) {
        refuse(
          'ALREADY_DONE',
          { zh: '分类没有变化。', en: 'It is classified so already.' },
          'classification',
        );
      }
      const ancestry = (code: string | undefined): readonly string[] =>
        code === undefined ? [] : (findOption(declared.options, code)?.path ?? []).map((node) => node.code);
      const conversion = declared.conversions.find(
        (move) =>
          ancestry(state.classification).includes(move.from) && ancestry(classification).includes(move.to),
      );
      return [
        happened(
          'RECLASSIFIED',
          {
            ...(state.classification === undefined ? {} : { from: state.classification }),
            to: classification,
            reason: requireText(reason, 'reason'),
            ...(conversion ? { conversion: `${conversion.from}>${conversion.to}` } : {}),
          },
          context,
        ),
      ];
    },
  },

  START_REVIEW: { decide: (_input, context) => [happened('REVIEW_STARTED', {}, context)] },

  ACCEPT: {
    decide: ({ reason }, context, state) => {
      requireClassified(state, context);
      return [happened('ACCEPTED', reason === undefined ? {} : { reason }, context)];
    },
  },

  DECLINE: {
    decide: ({ ground, reason, body }, context) => {
      const grounds = context.sector.declineGrounds;
      requireCode({ code: ground, among: grounds.map(({ code }) => code), field: 'ground' });
      const needsBody = grounds.find(({ code }) => code === ground)?.namesBodyInCharge;
      // A register kept before us may not have named it: the decision stands as it was taken.
      if (needsBody && !context.historic) requireText(body, 'body', 200);
      const declined = {
        ground,
        reason: requireText(reason, 'reason'),
        ...(body?.trim() ? { body: body.trim() } : {}),
      };
      const events = [happened('DECLINED', declined, context)];
      const finding = context.sector.declinedCountsAs;
      if (finding) events.push(happened('CONCLUDED', { finding, facts: declined.reason }, context));
      return events;
    },
  },

  TRANSFER: {
    decide: ({ body, reason }, context) => [
      happened(
        'TRANSFERRED',
        { body: requireText(body, 'body', 200), reason: requireText(reason, 'reason') },
        context,
      ),
    ],
  },

  NOTIFY_DECISION: {
    obstacle: (state) => {
      if (!state.acceptance) {
        return {
          code: 'WRONG_STATE',
          message: { zh: '尚未作出受理决定。', en: 'Nothing has been decided yet.' },
        };
      }
      return state.acceptance.notifiedAt
        ? { code: 'ALREADY_DONE', message: { zh: '已告知投诉人。', en: 'The complainant has been told.' } }
        : undefined;
    },
    decide: ({ via, text }, context, state) => [
      happened(
        'DECISION_NOTIFIED',
        { via, ...(text ? { text } : {}), decision: state.acceptance?.decision ?? 'ACCEPTED' },
        context,
      ),
    ],
  },

  RECORD_TRANSFER_ANSWER: {
    decide: ({ text }, context) => [
      happened('TRANSFER_ANSWERED', { text: requireText(text, 'text') }, context),
    ],
  },

  SPLIT: {
    decide: ({ into, reason }, context) => [
      happened('SPLIT', { into, reason: requireText(reason, 'reason') }, context),
    ],
  },

  MERGE: {
    decide: ({ into, reason }, context, state) => {
      if (into === state.id) {
        refuse('INVALID', { zh: '不能并入自身。', en: 'It cannot be merged into itself.' }, 'into');
      }
      return [happened('MERGED', { into, reason: requireText(reason, 'reason') }, context)];
    },
  },
};

/** Who took it in stays answerable until somebody else has accepted it. */
function defaultResponder({ actor }: DecisionContext): string | undefined {
  return actor.kind === 'staff' ? actor.memberId : undefined;
}

function matterOf(state: ComplaintState): Matter {
  const { kind, channel, source, disclosure, groupSize, title, content, demands, respondent, details } =
    state;
  return {
    ...{ kind, channel, source, disclosure, groupSize, title, content, demands, respondent, details },
    ...(state.occurredOn === undefined ? {} : { occurredOn: state.occurredOn }),
    ...(state.category === undefined ? {} : { category: state.category }),
    ...(state.classification === undefined ? {} : { classification: state.classification }),
  };
}

/** Before it is taken on, a matter has its category, its classification and the details its sector requires. */
export function requireClassified(state: ComplaintState, context: DecisionContext): void {
  if (context.historic) return;
  const { sector } = context;
  const missing = missingDetails(matterOf(state), sector).map(({ key, label }) => ({
    code: 'REQUIRED' as const,
    field: `details.${key}`,
    message: { zh: `请填写“${label.zh}”。`, en: `Give “${label.en}”.` },
  }));
  if (state.category === undefined) {
    missing.unshift({
      code: 'REQUIRED',
      field: 'category',
      message: { zh: '请先确定类别。', en: 'Choose a category first.' },
    });
  }
  if (sector.classification?.required && state.classification === undefined) {
    const { zh, en } = sector.classification.label;
    missing.unshift({
      code: 'REQUIRED',
      field: 'classification',
      message: { zh: `请先确定${zh}。`, en: `Settle the ${en.toLowerCase()} first.` },
    });
  }
  if (missing.length > 0) throw new RefusedError(missing);
}
