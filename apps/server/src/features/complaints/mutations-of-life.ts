import { ID } from 'type-graphql';
import { ChannelEnum, WithdrawalReasonEnum } from '../../graphql/enums.ts';
import { DateTime, LocalDate } from '../../graphql/scalars.ts';
import { commandMutation, type InputField } from './command-mutation.ts';

export const text = (description: string, optional = false): InputField => ({
  type: () => String,
  description,
  optional,
});
export const reference = (idOf: string, description: string, optional = false): InputField => ({
  type: () => ID,
  idOf,
  description,
  optional,
});
export const enumeration = (type: object, description: string, optional = false): InputField => ({
  type: () => type,
  description,
  optional,
});

const assignee = {
  memberId: reference(
    'Member',
    'Global id of the member who works on it from now on; absent leaves it to the department.',
    true,
  ),
  departmentId: reference('Department', "Global id of the department; absent takes the member's own.", true),
};
const toAssignee = ({ memberId, departmentId }: Readonly<Record<string, unknown>>) => ({
  ...(memberId === undefined ? {} : { memberId: memberId as string }),
  ...(departmentId === undefined ? {} : { departmentId: departmentId as string }),
});

/** From the desk to the decision, and who works on it. */
export const MUTATIONS_OF_LIFE = [
  commandMutation({
    command: 'RECLASSIFY',
    verb: 'Reclassify',
    description:
      "Moves it to another box of the sector's classification; counted as a conversion where the sector counts.",
    fields: {
      classification: text('Code of the box, of `Sector.classification`.'),
      reason: text('Why: kept in the history.'),
    },
  }),
  commandMutation({
    command: 'START_REVIEW',
    verb: 'StartReview',
    description: 'Begins to examine whether the matter is taken on.',
    fields: {},
  }),
  commandMutation({
    command: 'ACCEPT',
    verb: 'Accept',
    description: 'Takes the matter on; category and required details must be there.',
    fields: { reason: text('Remark, kept in the history.', true) },
  }),
  commandMutation({
    command: 'DECLINE',
    verb: 'Decline',
    description: 'Declines the matter on a named ground, always with the reason for the complainant.',
    fields: {
      ground: text('Code of the ground, of `Sector.declineGrounds`.'),
      reason: text('The reason as the complainant reads it.'),
      body: text('Body in charge, where the ground names one.', true),
    },
  }),
  commandMutation({
    command: 'TRANSFER',
    verb: 'Transfer',
    description: 'Sends the matter to the body in charge; its answer comes back here.',
    fields: { body: text('Name of the body in charge.'), reason: text('Why: kept in the history.') },
  }),
  commandMutation({
    command: 'NOTIFY_DECISION',
    verb: 'NotifyDecision',
    description:
      'Records that the complainant was told of the decision and of the other routes open to them.',
    fields: {
      via: enumeration(ChannelEnum, 'How.'),
      text: text(
        "What was said; the decision's own notice, with its reason and the other routes, when absent.",
        true,
      ),
    },
  }),
  commandMutation({
    command: 'RECORD_TRANSFER_ANSWER',
    verb: 'RecordTransferAnswer',
    description:
      'Records the answer of the body that took the matter; it closes the complaint here too, once the complainant was told who took it.',
    fields: { text: text('The answer.') },
  }),
  commandMutation({
    command: 'RECORD_TRANSFER_RETURN',
    verb: 'RecordTransferReturn',
    description:
      'Records that the body it was sent to does not take it: it is examined here again, with the limits of a receipt on that day.',
    fields: { reason: text('Why it was returned: kept in the history.') },
  }),
  commandMutation({
    command: 'MERGE',
    verb: 'Merge',
    description: 'Merges it into another complaint, which goes on for both.',
    fields: {
      into: reference('Complaint', 'Global id of the complaint that goes on.'),
      reason: text('Why: kept in the history.'),
    },
  }),
  commandMutation({
    command: 'LINK_INCIDENT',
    verb: 'LinkIncident',
    description: 'Links it to an incident that is not closed: many complaints, one event.',
    fields: {
      incidentId: reference('Incident', 'Global id of the incident.'),
      reason: text('Why: kept in the history.'),
    },
  }),
  commandMutation({
    command: 'UNLINK_INCIDENT',
    verb: 'UnlinkIncident',
    description: 'Takes it out of its incident again.',
    fields: { reason: text('Why: kept in the history.') },
  }),
  commandMutation({
    command: 'ASSIGN',
    verb: 'Assign',
    description:
      'Gives the work to a member or a department at once; whoever had it answers for it until they accept. Moves from hand to hand are counted.',
    fields: { ...assignee, reason: text('Why.', true) },
    toCommand: (input) => ({
      to: toAssignee(input),
      ...(input.reason === undefined ? {} : { reason: input.reason as string }),
    }),
  }),
  commandMutation({
    command: 'HAND_OVER',
    verb: 'HandOver',
    description:
      'Offers the work to somebody else; whoever had it stays answerable until it is accepted. Counted.',
    fields: { ...assignee, reason: text('Why: kept in the history.') },
    toCommand: (input) => ({ to: toAssignee(input), reason: input.reason as string }),
  }),
  commandMutation({
    command: 'ACCEPT_HAND_OVER',
    verb: 'AcceptHandOver',
    description: 'Takes over the work that was offered or assigned, and answers for it from now on.',
    fields: {},
  }),
  commandMutation({
    command: 'RETURN_HAND_OVER',
    verb: 'ReturnHandOver',
    description: 'Gives an offered hand-over back.',
    fields: { reason: text('Why: kept in the history.') },
  }),
  commandMutation({
    command: 'TAKE_BACK_ASSIGNMENT',
    verb: 'TakeBackAssignment',
    description:
      'Gives assigned work back to whoever had it, as long as nobody has accepted it; not counted as a hand-over.',
    fields: { reason: text('Why.', true) },
  }),
  commandMutation({
    command: 'ADD_COLLABORATOR',
    verb: 'AddCollaborator',
    description: 'Adds somebody who helps the handler.',
    fields: { memberId: reference('Member', 'Global id of the member.') },
  }),
  commandMutation({
    command: 'RECUSE',
    verb: 'Recuse',
    description: 'Takes somebody off a complaint they must not handle; they no longer see who complained.',
    fields: {
      memberId: reference('Member', 'Global id of the member.'),
      reason: text('Why: kept in the history.'),
    },
  }),
  commandMutation({
    command: 'PROMISE',
    verb: 'Promise',
    description: 'Promises the complainant an answer by a time, whatever the progress then.',
    fields: {
      dueAt: { type: () => DateTime, description: 'By when; after now.' },
      text: text('What was said to the complainant.'),
    },
  }),
  commandMutation({
    command: 'WITHDRAW',
    verb: 'Withdraw',
    description: 'Ends it because the complainant no longer pursues it.',
    fields: {
      reason: enumeration(WithdrawalReasonEnum, 'Why the complainant no longer pursues it.'),
      remark: text('Remark, kept in the history.', true),
    },
  }),
  commandMutation({
    command: 'REOPEN',
    verb: 'Reopen',
    description: 'Takes it up again, within the window that the organisation sets.',
    fields: { reason: text('Why: kept in the history.') },
  }),
  commandMutation({
    command: 'APPEAL',
    verb: 'Appeal',
    description: 'Has the result examined again, within the window that the organisation sets.',
    fields: { reason: text('Why: kept in the history.') },
  }),
  commandMutation({
    command: 'REVEAL',
    verb: 'Reveal',
    description:
      'Shows the identity of a complainant to the caller, who must need it; recorded with the reason.',
    fields: { reason: text('Why it is needed.') },
  }),
  commandMutation({
    command: 'ACKNOWLEDGE_ATTENTION',
    verb: 'AcknowledgeAttention',
    description: 'The supervisor has seen why it stands before them, and says what follows.',
    fields: { note: text('What follows.') },
  }),
  commandMutation({
    command: 'TAKE_CASE_FILE',
    verb: 'TakeCaseFile',
    description:
      'Takes the file of a case that is over: recorded with the reason, then fetched from `Complaint.caseFile`.',
    fields: { reason: text('What it is for: kept in the history.') },
  }),
  commandMutation({
    command: 'HOLD_ERASURE',
    verb: 'HoldErasure',
    description: 'Keeps it from being erased at the end of its period: a lawsuit, an inspection.',
    fields: {
      reason: text('Why: kept in the history.'),
      until: { type: () => LocalDate, description: 'Last day; absent: until released.', optional: true },
    },
  }),
  commandMutation({
    command: 'RELEASE_HOLD',
    verb: 'ReleaseHold',
    description: 'It may be erased again when its period is over.',
    fields: { reason: text('Why: kept in the history.') },
  }),
] as const;
