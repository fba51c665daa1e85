import { whyNot } from '../access/access.ts';
import type { Sector } from '../sectors/contract.ts';
import { findOption } from '../sectors/options.ts';
import { localDateOf } from '../time.ts';
import { closed } from './closed.ts';
import type { CommandInput, Matter } from './commands.ts';
import type { DecisionContext } from './context.ts';
import { recusals } from './decide-assignment.ts';
import { type DecidersOf, happened, memberOf } from './decider.ts';
import type { ComplaintEvent } from './events.ts';
import { evolve } from './evolve.ts';
import { requireSound } from './matter.ts';
import { noticeOf } from './notice.ts';
import { cancelledPromises, keptPromises, promised } from './promises.ts';
import { type Refusal, refuse } from './refusal.ts';
import type { ComplaintState } from './state.ts';
import { given, LONGEST_NAME, LONGEST_TEXT, optionalText, requireText } from './texts.ts';
import { missingDetails, requireCode, titleFrom } from './validate.ts';

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
  | 'RECORD_TRANSFER_RETURN'
  | 'SPLIT'
  | 'MERGE'
  | 'ABSORB'
> = {
  REGISTER: { decide: register },

  CORRECT: {
    decide: ({ changes, reason }, context, state) => {
      const { details, ...rest } = changes;
      const after: typeof changes = {
        ...rest,
        ...(details ? { details: withDetails(state.details, details) } : {}),
      };
      if (changes.classification !== undefined) {
        refuse(
          'INVALID',
          { zh: '分类的变更请用“重新分类”。', en: 'Use “reclassify” to change the classification.' },
          'classification',
        );
      }
      requireSound({ ...matterOf(state), ...after }, context.sector, standing(context, state));
      const why = requireText(reason, 'reason');
      const keys = Object.keys(after) as (keyof typeof after)[];
      const changed = keys.filter((key) => JSON.stringify(state[key]) !== JSON.stringify(after[key]));
      if (changed.length === 0) refuse('INVALID', NOTHING_CHANGED, 'changes');
      const only = (from: Partial<Matter>): Partial<Matter> =>
        Object.fromEntries(changed.map((key) => [key, from[key as keyof Matter]]));
      const shown = identityShown(changes, state);
      if (shown) {
        const forbidden = whyNot({ actor: context.actor, command: 'REVEAL', subject: state });
        if (forbidden) refuse('FORBIDDEN', forbidden, 'disclosure');
      }
      const corrected = happened(
        'CORRECTED',
        { before: only(state), after: only(after), reason: why },
        context,
      );
      return [
        ...(shown
          ? [happened('REVEALED', { reason: why, by: memberOf(context) ?? context.actor.kind }, context)]
          : []),
        corrected,
        ...recusals(evolve(state, corrected, state.id), context, why),
      ];
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
      requireSound({ ...matterOf(state), classification }, context.sector, standing(context, state));
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
    obstacles: unclassified,
    decide: ({ reason }, context) => [happened('ACCEPTED', given('reason', reason), context)],
  },

  DECLINE: {
    decide: ({ ground, reason, body }, context) => {
      const grounds = context.sector.declineGrounds;
      requireCode({ code: ground, among: grounds.map(({ code }) => code), field: 'ground' });
      const needsBody = grounds.find(({ code }) => code === ground)?.namesBodyInCharge;
      // A register kept before us may not have named it: the decision stands as it was taken.
      if (needsBody && !context.historic) requireText(body, 'body', LONGEST_NAME);
      const why = requireText(reason, 'reason');
      const declined = { ground, reason: why, ...given('body', body, LONGEST_NAME) };
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
        { body: requireText(body, 'body', LONGEST_NAME), reason: requireText(reason, 'reason') },
        context,
      ),
    ],
  },

  NOTIFY_DECISION: {
    obstacles: ({ acceptance }) => {
      if (!acceptance) return [NOT_DECIDED];
      return acceptance.notifiedAt ? [TOLD_ALREADY] : [];
    },
    decide: ({ via, text }, context, state) => {
      const { acceptance } = state;
      if (!acceptance) return [];
      const { decision } = acceptance;
      // Always with the reason and the other routes: the words are ours where nobody gives others.
      const words = optionalText(text, 'text', LONGEST_TEXT) ?? noticeOf(acceptance, context.sector).zh;
      // That it is not taken on is the answer that was promised; that it is, is not yet.
      const kept = decision === 'ACCEPTED' ? [] : keptPromises(state, context);
      return [happened('DECISION_NOTIFIED', { via, text: words, decision }, context), ...kept];
    },
  },

  RECORD_TRANSFER_ANSWER: {
    obstacles: ({ acceptance }) => (acceptance?.body ? [] : [NO_OTHER_BODY]),
    decide: ({ text }, context, state) => {
      const answered = happened('TRANSFER_ANSWERED', { text: requireText(text, 'text') }, context);
      // The answer of the body that took it closes the case here too, once the complainant knows who took it.
      const ends = state.status !== 'CLOSED' && state.acceptance?.notifiedAt && !context.historic;
      return ends ? [answered, ...cancelledPromises(state, context), closed(state, context, {})] : [answered];
    },
  },

  RECORD_TRANSFER_RETURN: {
    obstacles: (state) => {
      if (!state.acceptance?.body) return [NO_OTHER_BODY];
      return answeredElsewhere(state) ? [ANSWERED_BY_BODY] : [];
    },
    decide: ({ reason }, context, { acceptance }) => {
      const returned = { body: acceptance?.body ?? '', reason: requireText(reason, 'reason') };
      return [happened('TRANSFER_RETURNED', returned, context)];
    },
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
      const merged = happened('MERGED', { into, reason: requireText(reason, 'reason') }, context);
      // What was promised here is answered from where the matter goes on.
      return [...cancelledPromises(state, context), merged];
    },
  },

  ABSORB: {
    decide: ({ from, reason, promise }, context) => [
      happened('ABSORBED', { from, reason: requireText(reason, 'reason') }, context),
      ...(promise && promise.dueAt > context.at ? [promised(promise, context)] : []),
    ],
  },
};

/** What a matter is judged by that stands already. */
function standing(context: DecisionContext, state: ComplaintState) {
  return { ...context, state, receivedAt: state.receivedAt };
}

/** Whether a correction opens an identity that was kept back: that is a reveal, and recorded as one. */
function identityShown(changes: CommandInput<'CORRECT'>['changes'], state: ComplaintState): boolean {
  const { disclosure, complainantId } = changes;
  const opened = disclosure === 'NAMED' && state.disclosure !== 'NAMED';
  return opened && state.complainantId !== undefined && complainantId === undefined;
}

/** Before any office kept a register on a computer; what is dated earlier is a slip of the pen. */
const EARLIEST_RECEIPT = '1990-01-01T00:00:00.000Z';

function register(input: CommandInput<'REGISTER'>, context: DecisionContext): readonly ComplaintEvent[] {
  const { type: _type, ...matter } = input as typeof input & { type?: string };
  const { sector } = context;
  const initial = matter.classification ?? initialClassification(matter.category, sector);
  const { receivedAt } = matter;
  const sound = initial === undefined ? matter : { ...matter, classification: initial };
  requireSound(sound, sector, { ...context, receivedAt });
  if (receivedAt > context.now) refuse('INVALID', RECEIVED_LATER, 'receivedAt');
  if (receivedAt < EARLIEST_RECEIPT) refuse('INVALID', RECEIVED_TOO_EARLY, 'receivedAt');
  const today = localDateOf(receivedAt, context.calendar.timeZone);
  if (sound.occurredOn !== undefined && sound.occurredOn > today && !context.historic) {
    refuse('INVALID', OCCURRED_LATER, 'occurredOn');
  }
  // Who took it in stays answerable until somebody else has accepted it.
  const { firstResponder = memberOf(context), ...rest } = sound;
  const departmentId = firstResponder === undefined ? undefined : context.departmentOf(firstResponder);
  const registered: ComplaintEvent = {
    type: 'REGISTERED',
    at: receivedAt,
    data: {
      ...rest,
      ...(firstResponder === undefined ? {} : { firstResponder }),
      ...(departmentId === undefined ? {} : { handlerDepartmentId: departmentId }),
      title: sound.title?.trim() || titleFrom(sound.content),
      sector: sector.code,
      // The store gives the number, in order and without gaps, when it writes the event.
      number: '',
    },
  };
  return [registered, ...recusals(evolve(undefined, registered, ''), context, OF_THOSE_COMPLAINED_ABOUT)];
}

/** The reason in the event, as people of the office read it. */
const OF_THOSE_COMPLAINED_ABOUT = '系被投诉人员或被投诉部门人员';

/** The box of a matter that nobody has put into one. */
function initialClassification(category: string | undefined, sector: Sector): string | undefined {
  const { classification } = sector;
  const above = category === undefined ? [] : (findOption(sector.categories, category)?.path ?? []);
  const own = classification?.initialOf?.find((each) => above.some(({ code }) => code === each.category));
  return own?.classification ?? classification?.initial;
}

/** Details with those given; one that is given as nothing is taken away. */
function withDetails(
  before: Readonly<Record<string, unknown>>,
  changes: Readonly<Record<string, unknown>>,
): Readonly<Record<string, unknown>> {
  const all = Object.entries({ ...before, ...changes });
  return Object.fromEntries(all.filter(([, value]) => value !== null && value !== undefined));
}

const NOTHING_CHANGED = { zh: '没有需要更正的内容。', en: 'Nothing is corrected by this.' };
const NOT_DECIDED: Refusal = {
  code: 'CONDITION_UNMET',
  message: { zh: '尚未作出受理决定。', en: 'Nothing has been decided yet.' },
};
const TOLD_ALREADY: Refusal = {
  code: 'ALREADY_DONE',
  message: { zh: '已告知投诉人。', en: 'The complainant has been told.' },
};
/** Whether the body that took it has answered since it was sent there. */
function answeredElsewhere({ acceptance, moments }: ComplaintState): boolean {
  return (
    acceptance !== undefined && moments.some(({ type, at }) => type === 'ANSWERED' && at >= acceptance.at)
  );
}

const NO_OTHER_BODY: Refusal = {
  code: 'CONDITION_UNMET',
  message: { zh: '此件没有移交给其他单位。', en: 'No other body has taken it.' },
};
const ANSWERED_BY_BODY: Refusal = {
  code: 'ALREADY_DONE',
  message: {
    zh: '受移送单位已经答复；如需再办，请用“重办”。',
    en: 'The other body has answered it; reopen it if more is to be done.',
  },
};
const RECEIVED_LATER = { zh: '收到时间不能晚于现在。', en: 'It cannot have been received after now.' };
const RECEIVED_TOO_EARLY = { zh: '收到时间过早，请核对。', en: 'That is too long ago; check the date.' };
const OCCURRED_LATER = {
  zh: '发生日期不能晚于收到日期。',
  en: 'It cannot have happened after it was received.',
};

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

/** What a matter still wants before it is taken on: its category, its classification, the details its sector requires. */
export function unclassified(state: ComplaintState, context: DecisionContext): readonly Refusal[] {
  if (context.historic) return [];
  const { sector } = context;
  const missing: Refusal[] = missingDetails(matterOf(state), sector).map(({ key, label }) => ({
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
  return missing;
}
