import type { CommandType } from './commands.ts';
import { OPEN_STATUSES, STATUSES, type Status } from './words.ts';

/**
 * From which states each command is possible: the life of a complaint in one table. Everything else about a command
 * (who may, what it needs) is decided after this.
 */

const open = OPEN_STATUSES;
const anyStatus = STATUSES;
const beforeDecision: readonly Status[] = ['REGISTERED', 'UNDER_REVIEW'];
const worked: readonly Status[] = ['ACCEPTED', 'IN_PROGRESS', 'WAITING_FOR_COMPLAINANT', 'IN_MEDIATION'];
const workedOrAnswered: readonly Status[] = [...worked, 'ANSWERED', 'FOLLOWED_UP'];
const over: readonly Status[] = ['CLOSED', 'DECLINED', 'TRANSFERRED', 'WITHDRAWN'];
/** Facts can still be added to what was decided elsewhere, or is done. */
const workedOrOver: readonly Status[] = [...workedOrAnswered, 'CLOSED', 'DECLINED', 'TRANSFERRED'];

export const POSSIBLE_FROM: Readonly<Record<Exclude<CommandType, 'REGISTER'>, readonly Status[]>> = {
  CORRECT: open,
  RECLASSIFY: open,
  START_REVIEW: ['REGISTERED'],
  ACCEPT: beforeDecision,
  DECLINE: beforeDecision,
  TRANSFER: [...beforeDecision, 'ACCEPTED', 'IN_PROGRESS'],
  NOTIFY_DECISION: [...workedOrAnswered, 'DECLINED', 'TRANSFERRED'],
  RECORD_TRANSFER_ANSWER: ['TRANSFERRED', 'DECLINED', 'CLOSED'],
  RECORD_TRANSFER_RETURN: ['TRANSFERRED', 'DECLINED'],
  SPLIT: open,
  MERGE: [...beforeDecision, ...worked],
  ABSORB: open,

  // What was settled alone may turn out to have been one of many; of a merged one, the other goes on.
  LINK_INCIDENT: [...open, ...over],
  UNLINK_INCIDENT: anyStatus,
  ANSWER_FOR_INCIDENT: open,

  ASSIGN: open,
  HAND_OVER: open,
  ACCEPT_HAND_OVER: open,
  RETURN_HAND_OVER: open,
  TAKE_BACK_ASSIGNMENT: open,
  ADD_COLLABORATOR: open,
  RECUSE: open,

  PROMISE: open,
  // A promise is kept whatever the progress: before the decision too, word goes out of how things stand.
  DRAFT_ANSWER: open,
  APPROVE_ANSWER: open,
  RETURN_ANSWER: open,
  ANSWER: open,
  WAIT_FOR_COMPLAINANT: ['UNDER_REVIEW', 'ACCEPTED', 'IN_PROGRESS'],
  HEAR_FROM_COMPLAINANT: [...open, ...over],
  NOTE: anyStatus,
  RECORD_CONTACT: anyStatus,
  CONCLUDE: [...workedOrAnswered, 'TRANSFERRED'],
  ADD_EVIDENCE: [...open, ...over],
  OFFER_MEDIATION: ['ACCEPTED', 'IN_PROGRESS', 'WAITING_FOR_COMPLAINANT'],
  ANSWER_MEDIATION_OFFER: ['ACCEPTED', 'IN_PROGRESS', 'WAITING_FOR_COMPLAINANT'],
  START_MEDIATION: ['ACCEPTED', 'IN_PROGRESS'],
  RECORD_MEDIATION_SESSION: ['IN_MEDIATION'],
  END_MEDIATION: ['IN_MEDIATION'],
  GIVE_REMEDY: workedOrOver,
  IMPOSE_SANCTION: workedOrOver,
  RECORD_SANCTION_PAYMENT: workedOrOver,
  FORWARD: open,
  // The other body answers when it will.
  RECORD_FORWARDING_RECEIPT: anyStatus,
  TAKE_ROUTE: workedOrAnswered,
  RECORD_MILESTONE: open,

  PAUSE_CLOCKS: open,
  RESUME_CLOCKS: open,
  REQUEST_EXTENSION: open,
  DECLINE_EXTENSION: open,
  EXTEND_CLOCK: open,
  TICK: [...open, 'DECLINED', 'TRANSFERRED'],
  RECOMPUTE_CLOCKS: [...open, 'DECLINED', 'TRANSFERRED'],

  FOLLOW_UP: ['ANSWERED', 'FOLLOWED_UP', 'CLOSED'],
  CLOSE: ['ANSWERED', 'FOLLOWED_UP', 'DECLINED', 'TRANSFERRED'],
  SETTLE_ON_THE_SPOT: beforeDecision,
  WITHDRAW: open,
  REOPEN: ['CLOSED', 'DECLINED', 'WITHDRAWN', 'TRANSFERRED'],
  APPEAL: ['CLOSED', 'DECLINED'],

  STATE_CAUSE: [...workedOrAnswered, 'CLOSED'],
  RECORD_LESSON: [...workedOrAnswered, 'CLOSED'],
  PLAN_ACTION: [...workedOrAnswered, 'CLOSED'],
  COMPLETE_ACTION: [...workedOrAnswered, 'CLOSED'],

  // What was decided elsewhere, or is done, is still written down and sent.
  ISSUE_DOCUMENT: [...open, ...over],
  DELIVER_DOCUMENT: anyStatus,
  ACKNOWLEDGE_DOCUMENT: anyStatus,

  // A mast is built years after the complaint was closed.
  ADVANCE_ENGINEERING: STATUSES.filter((status) => status !== 'MERGED'),

  REVEAL: anyStatus,
  ESCALATE: open,
  ACKNOWLEDGE_ATTENTION: anyStatus,

  TAKE_CASE_FILE: over,
  HOLD_ERASURE: anyStatus,
  RELEASE_HOLD: anyStatus,
  ERASE_DATA: [...over, 'MERGED'],
};

/** Whether somebody still has to do something about it. */
export function isOpen(status: Status): boolean {
  return open.includes(status);
}
