import {
  ChannelEnum,
  domainEnum,
  FindingEnum,
  FollowUpResultEnum,
  RemedyEnum,
  SanctionEnum,
} from '../../graphql/enums.ts';
import { LocalDate } from '../../graphql/scalars.ts';
import { RecordedMoneyInput } from '../../graphql/values.ts';
import { commandMutation, type InputField } from './command-mutation.ts';
import { MediationResultEnum } from './complaint-parts.type.ts';
import { enumeration, reference, text } from './mutations-of-life.ts';

export const PauseReasonEnum = domainEnum({
  name: 'PauseReason',
  description: 'Why clocks stand still.',
  codes: ['TESTING', 'APPRAISAL'],
  labels: { TESTING: { zh: '检验检测', en: 'Testing' }, APPRAISAL: { zh: '鉴定', en: 'Appraisal' } },
});

const flag = (description: string, optional = false): InputField => ({
  type: () => Boolean,
  description,
  optional,
});
const day = (description: string, optional = false): InputField => ({
  type: () => LocalDate,
  description,
  optional,
});
const money: InputField = {
  type: () => RecordedMoneyInput,
  description: 'The sum; a foreign one with its rate, the date of the rate and the recorded conversion.',
  optional: true,
};
/** The id of a thing inside the complaint, as the complaint shows it. */
const part = (description: string, optional = false): InputField => text(description, optional);

interface MoneyGiven {
  readonly money?: { readonly original: object; readonly converted?: object | null };
}
/** A sum in one currency counts as itself. */
function withConversion<T extends object>(input: T & MoneyGiven): T {
  if (!input.money) return input;
  const { original, converted, ...rest } = input.money;
  const stated = Object.fromEntries(Object.entries(rest).filter(([, value]) => value != null));
  return { ...input, money: { ...stated, original, converted: converted ?? original } };
}

/** The work itself, its clocks, its end and what is learnt from it. */
export const MUTATIONS_OF_WORK = [
  commandMutation({
    command: 'DRAFT_ANSWER',
    verb: 'DraftAnswer',
    description: 'Writes a draft answer, to be approved where the office approves answers.',
    fields: { text: text('The words.'), final: flag('Whether it settles the matter.') },
  }),
  commandMutation({
    command: 'APPROVE_ANSWER',
    verb: 'ApproveAnswer',
    description: 'Approves a draft answer: one voice.',
    fields: { answerId: part('The draft.') },
  }),
  commandMutation({
    command: 'ANSWER',
    verb: 'Answer',
    description: 'Gives an answer to the complainant; keeps the open promise if it is in time.',
    fields: {
      answerId: part('The draft to give; absent for new words.', true),
      text: text('The words, unless a draft is given.', true),
      via: enumeration(ChannelEnum, 'How it reaches the complainant.'),
      final: flag('Whether it settles the matter; an interim answer tells how far it is.'),
    },
  }),
  commandMutation({
    command: 'WAIT_FOR_COMPLAINANT',
    verb: 'WaitForComplainant',
    description: 'Asks the complainant for something and waits for it.',
    fields: { request: text('What is asked for.') },
  }),
  commandMutation({
    command: 'HEAR_FROM_COMPLAINANT',
    verb: 'HearFromComplainant',
    description: 'Records what the complainant said or sent.',
    fields: { text: text('What they said.'), via: enumeration(ChannelEnum, 'How.') },
  }),
  commandMutation({
    command: 'NOTE',
    verb: 'Note',
    description: 'Writes a note for colleagues.',
    fields: { text: text('The note.') },
  }),
  commandMutation({
    command: 'RECORD_CONTACT',
    verb: 'RecordContact',
    description: 'Records that the complainant was spoken to, or not reached.',
    fields: {
      via: enumeration(ChannelEnum, 'How.'),
      reached: flag('Whether they were reached.'),
      summary: text('What was said.'),
    },
  }),
  commandMutation({
    command: 'CONCLUDE',
    verb: 'Conclude',
    description: 'Records what was found.',
    fields: { finding: enumeration(FindingEnum, 'The finding.'), facts: text('The facts behind it.') },
  }),
  commandMutation({
    command: 'START_MEDIATION',
    verb: 'StartMediation',
    description: 'Begins a mediation; both sides must consent.',
    fields: { consent: text('Who consented, and how.') },
  }),
  commandMutation({
    command: 'RECORD_MEDIATION_SESSION',
    verb: 'RecordMediationSession',
    description: 'Records a session of the mediation.',
    fields: { positions: text('The positions of both sides.'), outcome: text('What came of it.', true) },
  }),
  commandMutation({
    command: 'END_MEDIATION',
    verb: 'EndMediation',
    description: 'Ends the mediation with an agreement or without.',
    fields: {
      result: enumeration(MediationResultEnum, 'How it ended.'),
      agreement: text('What was agreed; required when agreed.', true),
    },
  }),
  commandMutation({
    command: 'GIVE_REMEDY',
    verb: 'GiveRemedy',
    description: 'Records what was done for the complainant.',
    fields: {
      remedy: enumeration(RemedyEnum, "What kind; one of the sector's."),
      description: text('In words.', true),
      money,
    },
    toCommand: (input) => withConversion(input) as never,
  }),
  commandMutation({
    command: 'IMPOSE_SANCTION',
    verb: 'ImposeSanction',
    description: 'Records an administrative sanction; a fine or confiscation with its amount.',
    fields: {
      sanction: enumeration(SanctionEnum, "What kind; one of the sector's."),
      party: text('Party sanctioned, where it is not the respondent itself.', true),
      basis: text('Regulation and article.', true),
      money,
      paidOn: day('When it was paid to the treasury.', true),
    },
    toCommand: (input) => withConversion(input) as never,
  }),
  commandMutation({
    command: 'RECORD_SANCTION_PAYMENT',
    verb: 'RecordSanctionPayment',
    description: 'Records that a sanction was paid to the treasury.',
    fields: { sanctionId: part('The sanction.'), paidOn: day('When.') },
  }),
  commandMutation({
    command: 'FORWARD',
    verb: 'Forward',
    description: 'Sends a copy to another body while the matter stays here.',
    fields: { to: text("Code of the body, of the sector's list."), text: text('What was sent.', true) },
  }),
  commandMutation({
    command: 'TAKE_ROUTE',
    verb: 'TakeRoute',
    description: "Takes a route beside the office's own handling (people's mediation, court).",
    fields: { route: text("Code of the route, of the sector's list."), text: text('Remark.', true) },
  }),
  commandMutation({
    command: 'RECORD_MILESTONE',
    verb: 'RecordMilestone',
    description: 'Records something that a clock of the sector waits for (a fault was restored).',
    fields: { milestone: text('Code of the milestone.'), text: text('Remark.', true) },
  }),
  commandMutation({
    command: 'PAUSE_CLOCKS',
    verb: 'PauseClocks',
    description: 'Stops the clocks whose rules allow it for this reason.',
    fields: { reason: enumeration(PauseReasonEnum, 'Why.'), text: text('In words.') },
    toCommand: ({ reason, text: words }) => ({
      reason: String(reason).toLowerCase() as 'testing',
      text: String(words),
    }),
  }),
  commandMutation({
    command: 'RESUME_CLOCKS',
    verb: 'ResumeClocks',
    description: 'Lets the clocks run again that were stopped for this reason.',
    fields: { reason: enumeration(PauseReasonEnum, 'Why they stood still.'), text: text('In words.') },
    toCommand: ({ reason, text: words }) => ({
      reason: String(reason).toLowerCase() as 'testing',
      text: String(words),
    }),
  }),
  commandMutation({
    command: 'EXTEND_CLOCK',
    verb: 'ExtendClock',
    description: 'Lengthens a clock once, as far as its rule allows, with the approval it asks for.',
    fields: { clockId: part('The clock.'), reason: text('Why, and who approved.') },
  }),
  commandMutation({
    command: 'FOLLOW_UP',
    verb: 'FollowUp',
    description: 'Records a call after the result, or an attempt at one.',
    fields: {
      result: enumeration(FollowUpResultEnum, 'What the complainant said.'),
      resolved: flag('Whether they say that it is put right.', true),
      remark: text('Remark.', true),
    },
  }),
  commandMutation({
    command: 'CLOSE',
    verb: 'Close',
    description: "Closes it; the sector's conditions must hold.",
    fields: { summary: text('Summary.', true) },
  }),
  commandMutation({
    command: 'SETTLE_ON_THE_SPOT',
    verb: 'SettleOnTheSpot',
    description: 'Accepts, answers and closes it in one step: put right at the first contact.',
    fields: {
      answer: text('What was said and done.'),
      remedy: enumeration(RemedyEnum, 'What was done, if anything.', true),
      money,
      satisfied: enumeration(FollowUpResultEnum, 'What the complainant said of it.', true),
    },
    toCommand: (input) => withConversion(input) as never,
  }),
  commandMutation({
    command: 'STATE_CAUSE',
    verb: 'StateCause',
    description: 'States why it happened.',
    fields: { cause: text("Code of the cause, of the sector's tree."), explanation: text('In words.', true) },
  }),
  commandMutation({
    command: 'RECORD_LESSON',
    verb: 'RecordLesson',
    description: 'Records what is to change.',
    fields: { text: text('In words.') },
  }),
  commandMutation({
    command: 'PLAN_ACTION',
    verb: 'PlanAction',
    description: 'Plans a corrective action with its owner and due date.',
    fields: {
      text: text('What is to be done.'),
      dueOn: day('By when.'),
      ownerMemberId: reference('Member', 'Who sees to it.', true),
      departmentId: reference('Department', 'Which department.', true),
    },
  }),
  commandMutation({
    command: 'COMPLETE_ACTION',
    verb: 'CompleteAction',
    description: 'Records that a corrective action was done, with the proof that it worked.',
    fields: { actionId: part('The action.'), proof: text('What shows that it worked.') },
  }),
] as const;
