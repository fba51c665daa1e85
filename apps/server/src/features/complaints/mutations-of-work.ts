import { ID } from 'type-graphql';
import { MilestoneEnum, milestoneOf } from '../../graphql/deadline-rule.ts';
import {
  ChannelEnum,
  DeliveryEnum,
  domainEnum,
  FindingEnum,
  FollowUpResultEnum,
  RemedyEnum,
  SanctionEnum,
} from '../../graphql/enums.ts';
import { DateTime, LocalDate } from '../../graphql/scalars.ts';
import { RecordedMoneyInput, recordedMoney } from '../../graphql/values.ts';
import { commandMutation, type InputField } from './command-mutation.ts';
import { MediationResultEnum } from './complaint-outcome.type.ts';
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
const part = (description: string, optional = false): InputField => ({
  type: () => ID,
  description,
  optional,
});

/** A sum in one currency counts as itself. */
function withConversion<T extends { readonly money?: RecordedMoneyInput | null }>(input: T): T {
  return input.money ? { ...input, money: recordedMoney(input.money) } : input;
}

/** The work itself, its clocks, its end and what is learnt from it. */
export const MUTATIONS_OF_WORK = [
  commandMutation({
    command: 'DRAFT_ANSWER',
    verb: 'DraftAnswer',
    description: 'Writes a draft answer, to be approved where the office approves answers.',
    fields: {
      text: text('Its words, as the complainant will read or hear them.'),
      final: flag('Whether it settles the matter.'),
    },
  }),
  commandMutation({
    command: 'APPROVE_ANSWER',
    verb: 'ApproveAnswer',
    description: 'Approves a draft answer: one voice.',
    fields: { answerId: part('`Answer.id` of the draft.') },
  }),
  commandMutation({
    command: 'RETURN_ANSWER',
    verb: 'ReturnAnswer',
    description: 'Sends a draft answer back to be written anew.',
    fields: { answerId: part('`Answer.id` of the draft.'), reason: text('What is to be different.') },
  }),
  commandMutation({
    command: 'ANSWER',
    verb: 'Answer',
    description: 'Gives an answer to the complainant; keeps the open promise if it is in time.',
    fields: {
      answerId: part('`Answer.id` of the draft to give; absent for new words.', true),
      text: text('The words, unless a draft is given.', true),
      via: enumeration(ChannelEnum, 'How it reaches the complainant.'),
      final: flag('Whether it settles the matter; an interim answer tells how far it is.'),
      nextDueAt: {
        type: () => DateTime,
        description: 'With an interim answer: by when the next one is promised.',
        optional: true,
      },
      nextText: text('What was said of the next answer; together with the time.', true),
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
    fields: { text: text('What they said.'), via: enumeration(ChannelEnum, 'How they said it.') },
  }),
  commandMutation({
    command: 'NOTE',
    verb: 'Note',
    description: 'Writes a note for colleagues.',
    fields: { text: text('The note, for colleagues alone.') },
  }),
  commandMutation({
    command: 'RECORD_CONTACT',
    verb: 'RecordContact',
    description: 'Records that the complainant was spoken to, or not reached.',
    fields: {
      via: enumeration(ChannelEnum, 'How they were spoken to.'),
      reached: flag('Whether they were reached.'),
      summary: text('What was said.'),
    },
  }),
  commandMutation({
    command: 'CONCLUDE',
    verb: 'Conclude',
    description: 'Records what was found.',
    fields: {
      finding: enumeration(FindingEnum, 'Whether the matter was found to be as complained of.'),
      facts: text('The facts behind it.'),
    },
  }),
  commandMutation({
    command: 'OFFER_MEDIATION',
    verb: 'OfferMediation',
    description: 'Asks the complainant whether they agree to a mediation.',
    fields: { text: text('What is proposed, in words to the complainant.') },
  }),
  commandMutation({
    command: 'ANSWER_MEDIATION_OFFER',
    verb: 'AnswerMediationOffer',
    description: 'Records what the complainant says to the offer of a mediation.',
    fields: { agreed: flag('Whether they agree.'), remark: text('Remark.', true) },
  }),
  commandMutation({
    command: 'START_MEDIATION',
    verb: 'StartMediation',
    description: 'Begins a mediation; both sides must consent.',
    fields: {
      complainantConsents: flag('Whether the complainant consents.'),
      respondentConsents: flag('Whether the respondent consents.'),
      consent: text('Who consented, and how.'),
    },
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
      description: text('In words, beside its kind.', true),
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
      basis: text('Regulation and article; required of what is decided here.', true),
      money,
      paidOn: day('When it was paid to the treasury.', true),
    },
    toCommand: (input) => withConversion(input) as never,
  }),
  commandMutation({
    command: 'RECORD_SANCTION_PAYMENT',
    verb: 'RecordSanctionPayment',
    description: 'Records that a sanction was paid to the treasury.',
    fields: { sanctionId: part('`Sanction.id` of the sanction.'), paidOn: day('Day on which it was paid.') },
  }),
  commandMutation({
    command: 'FORWARD',
    verb: 'Forward',
    description: 'Sends a copy to another body while the matter stays here.',
    fields: {
      to: text('Code of the body, of `Sector.forwardings`.'),
      text: text('What was sent.', true),
    },
  }),
  commandMutation({
    command: 'RECORD_FORWARDING_RECEIPT',
    verb: 'RecordForwardingReceipt',
    description: 'Records by which receipt a body confirmed what was forwarded to it.',
    fields: {
      to: text('Code of the body, of `Sector.forwardings`.'),
      number: text('Number of the receipt; at most 200 characters.'),
      on: day('Its day: not before it was forwarded, not after today.'),
    },
  }),
  commandMutation({
    command: 'TAKE_ROUTE',
    verb: 'TakeRoute',
    description: "Takes a route beside the office's own handling (people's mediation, court).",
    fields: {
      route: text('Code of the route, of `Sector.routes`.'),
      text: text('Remark, kept in the history.', true),
    },
  }),
  commandMutation({
    command: 'RECORD_MILESTONE',
    verb: 'RecordMilestone',
    description: 'Records something that a clock of the sector waits for (a fault was restored).',
    fields: { milestone: enumeration(MilestoneEnum, 'What came about.'), text: text('Remark.', true) },
    toCommand: ({ milestone, ...rest }) => ({
      ...rest,
      milestone: milestoneOf(String(milestone)),
    }),
  }),
  commandMutation({
    command: 'PAUSE_CLOCKS',
    verb: 'PauseClocks',
    description: 'Stops the clocks whose rules allow it for this reason.',
    fields: { reason: enumeration(PauseReasonEnum, 'Why they stand still.'), text: text('Why, in words.') },
    toCommand: ({ reason, text: words }) => ({
      reason: String(reason).toLowerCase() as 'testing',
      text: String(words),
    }),
  }),
  commandMutation({
    command: 'RESUME_CLOCKS',
    verb: 'ResumeClocks',
    description: 'Lets the clocks run again that were stopped for this reason.',
    fields: {
      reason: enumeration(PauseReasonEnum, 'Why they stood still.'),
      text: text('What has come about, in words.'),
    },
    toCommand: ({ reason, text: words }) => ({
      reason: String(reason).toLowerCase() as 'testing',
      text: String(words),
    }),
  }),
  commandMutation({
    command: 'REQUEST_EXTENSION',
    verb: 'RequestExtension',
    description: 'Asks those who lead to lengthen a clock; `complaintExtendClock` grants it.',
    fields: { clockId: part('`Clock.id` of the clock.'), reason: text('Why more time is needed.') },
  }),
  commandMutation({
    command: 'DECLINE_EXTENSION',
    verb: 'DeclineExtension',
    description: 'Declines a request for an extension.',
    fields: { clockId: part('`Clock.id` of the clock.'), reason: text('Why not.') },
  }),
  commandMutation({
    command: 'EXTEND_CLOCK',
    verb: 'ExtendClock',
    description: 'Lengthens a clock once, as far as its rule allows, with the approval it asks for.',
    fields: { clockId: part('`Clock.id` of the clock.'), reason: text('Why, and who approved.') },
  }),
  commandMutation({
    command: 'FOLLOW_UP',
    verb: 'FollowUp',
    description: 'Records a call after the result, or an attempt at one.',
    fields: {
      result: enumeration(FollowUpResultEnum, 'What the complainant said.'),
      resolved: flag('Whether they say that it is put right.', true),
      remark: text('Remark, kept in the history.', true),
    },
  }),
  commandMutation({
    command: 'CLOSE',
    verb: 'Close',
    description: "Closes it; the sector's conditions must hold.",
    fields: { summary: text('How it ended, in a sentence or two.', true) },
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
      cause: text("Code of the cause, of the sector's tree.", true),
    },
    toCommand: (input) => withConversion(input) as never,
  }),
  commandMutation({
    command: 'STATE_CAUSE',
    verb: 'StateCause',
    description: 'States why it happened.',
    fields: {
      cause: text('Code of the cause, of `Sector.causes`.'),
      explanation: text('Why, in words.', true),
    },
  }),
  commandMutation({
    command: 'RECORD_LESSON',
    verb: 'RecordLesson',
    description: 'Records what is to change.',
    fields: { text: text('What is to change, in words.') },
  }),
  commandMutation({
    command: 'PLAN_ACTION',
    verb: 'PlanAction',
    description: 'Plans a corrective action with its owner and due date.',
    fields: {
      text: text('What is to be done.'),
      dueOn: day('Day by which it is to be done.'),
      ownerMemberId: reference('Member', 'Global id of the member who sees to it.', true),
      departmentId: reference('Department', 'Global id of the department that sees to it.', true),
    },
  }),
  commandMutation({
    command: 'COMPLETE_ACTION',
    verb: 'CompleteAction',
    description: 'Records that a corrective action was done, with the proof that it worked.',
    fields: {
      actionId: part('`CorrectiveAction.id` of the action.'),
      proof: text('What shows that it worked.'),
    },
  }),
  commandMutation({
    command: 'ISSUE_DOCUMENT',
    verb: 'IssueDocument',
    description:
      'Issues a document: numbered and dated, it is never altered; a later one may take its place.',
    fields: {
      document: text('Code of the document, of `Sector.documents`.'),
      addressedTo: text('To whom it is addressed, by name; at most 200 characters.'),
      text: text('Its words, paragraphs by line, without gaps (`【…】`).'),
      supersedes: part('`IssuedDocument.id` of the document that it takes the place of.', true),
    },
  }),
  commandMutation({
    command: 'DELIVER_DOCUMENT',
    verb: 'DeliverDocument',
    description:
      'Records that a document was delivered; a notice of the decision has then told the complainant of it.',
    fields: {
      documentId: part('`IssuedDocument.id` of the document.'),
      delivery: enumeration(DeliveryEnum, 'How.'),
      on: day('On which day: not before it was issued, not after today.'),
    },
  }),
  commandMutation({
    command: 'ACKNOWLEDGE_DOCUMENT',
    verb: 'AcknowledgeDocument',
    description: 'Records who signed for a document that was delivered.',
    fields: {
      documentId: part('`IssuedDocument.id` of the document.'),
      on: day('On which day: not before its first delivery, not after today.'),
      receivedBy: text('Who signed, by name; at most 200 characters.'),
    },
  }),
] as const;
