import type { Clock } from '../clocks/clock.ts';
import type { Instant } from '../time.ts';
import type { CommandInput } from './commands.ts';
import type { Acceptance, Assignment, EngineeringEntry, EngineeringStep } from './parts.ts';
import type { EscalationReason } from './words.ts';

/** Written by the complainant over the public page: not work of the office on the case. */
export interface FromComplainant {
  readonly fromComplainant?: true;
}

/** Every event with what it keeps. An event tells what happened; nobody can change it later. */
export interface Events {
  REGISTERED: CommandInput<'REGISTER'> & {
    readonly number: string;
    readonly sector: string;
    readonly title: string;
    /** The first responder's department, in which the work begins. */
    readonly handlerDepartmentId?: string;
  };
  CORRECTED: {
    readonly before: CommandInput<'CORRECT'>['changes'];
    readonly after: CommandInput<'CORRECT'>['changes'];
    readonly reason: string;
  };
  RECLASSIFIED: {
    readonly from?: string;
    readonly to: string;
    readonly reason: string;
    /** `FROM>TO` of the sector's counted conversion, where the move is one. */
    readonly conversion?: string;
  };
  REVIEW_STARTED: object;
  ACCEPTED: { readonly reason?: string };
  DECLINED: { readonly ground: string; readonly reason: string; readonly body?: string };
  TRANSFERRED: { readonly body: string; readonly reason: string };
  DECISION_NOTIFIED: CommandInput<'NOTIFY_DECISION'> & { readonly decision: Acceptance['decision'] };
  TRANSFER_ANSWERED: { readonly text: string };
  TRANSFER_RETURNED: { readonly body: string; readonly reason: string };
  SPLIT: { readonly into: string; readonly reason: string };
  MERGED: { readonly into: string; readonly reason: string };
  ABSORBED: Omit<CommandInput<'ABSORB'>, 'promise'>;
  INCIDENT_LINKED: CommandInput<'LINK_INCIDENT'>;
  INCIDENT_UNLINKED: { readonly incidentId: string; readonly reason: string };

  ASSIGNED: {
    readonly id: string;
    readonly from: Assignment;
    readonly to: Assignment;
    readonly reason?: string;
    /** Whoever works on it from now on took it themselves. */
    readonly accepted: boolean;
  };
  HAND_OVER_OFFERED: {
    readonly id: string;
    readonly from: Assignment;
    readonly to: Assignment;
    readonly reason: string;
  };
  HAND_OVER_ACCEPTED: { readonly id: string; readonly memberId?: string };
  HAND_OVER_RETURNED: { readonly id: string; readonly reason: string };
  ASSIGNMENT_TAKEN_BACK: { readonly id: string; readonly to: Assignment; readonly reason?: string };
  COLLABORATOR_ADDED: { readonly memberId: string };
  RECUSED: { readonly memberId: string; readonly reason: string };

  PROMISED: { readonly id: string; readonly dueAt: Instant; readonly text: string };
  PROMISE_KEPT: { readonly id: string };
  PROMISE_BROKEN: { readonly id: string };
  PROMISE_CANCELLED: { readonly id: string };
  ANSWER_DRAFTED: {
    readonly id: string;
    readonly text: string;
    readonly final: boolean;
    readonly by?: string;
  };
  ANSWER_APPROVED: { readonly id: string; readonly by?: string };
  ANSWER_RETURNED: { readonly id: string; readonly reason: string };
  ANSWERED: {
    readonly id: string;
    readonly text: string;
    readonly via: CommandInput<'ANSWER'>['via'];
    readonly final: boolean;
    /** The incident whose master answer it is. */
    readonly incidentId?: string;
  };
  WAITING_STARTED: { readonly request: string };
  COMPLAINANT_HEARD: CommandInput<'HEAR_FROM_COMPLAINANT'> & FromComplainant;
  NOTED: { readonly text: string };
  CONTACT_RECORDED: CommandInput<'RECORD_CONTACT'> & { readonly id: string };
  CONCLUDED: CommandInput<'CONCLUDE'>;
  EVIDENCE_ADDED: CommandInput<'ADD_EVIDENCE'> &
    FromComplainant & { readonly id: string; readonly by?: string };
  MEDIATION_OFFERED: { readonly id: string; readonly text: string };
  MEDIATION_OFFER_ANSWERED: CommandInput<'ANSWER_MEDIATION_OFFER'> & { readonly id: string };
  MEDIATION_STARTED: CommandInput<'START_MEDIATION'> & { readonly id: string };
  MEDIATION_SESSION_RECORDED: CommandInput<'RECORD_MEDIATION_SESSION'> & { readonly id: string };
  MEDIATION_ENDED: CommandInput<'END_MEDIATION'> & { readonly id: string };
  REMEDY_GIVEN: CommandInput<'GIVE_REMEDY'> & { readonly id: string };
  SANCTION_IMPOSED: CommandInput<'IMPOSE_SANCTION'> & { readonly id: string };
  SANCTION_PAID: CommandInput<'RECORD_SANCTION_PAYMENT'>;
  FORWARDED: CommandInput<'FORWARD'>;
  FORWARDING_RECEIVED: CommandInput<'RECORD_FORWARDING_RECEIPT'>;
  ROUTE_TAKEN: CommandInput<'TAKE_ROUTE'>;
  MILESTONE_RECORDED: CommandInput<'RECORD_MILESTONE'>;

  /** A clock was started, paused, resumed, extended, ended, computed again or ran out: the clock as it stands then. */
  CLOCK_STARTED: { readonly clock: Clock };
  CLOCK_CHANGED: { readonly clock: Clock };
  EXTENSION_REQUESTED: CommandInput<'REQUEST_EXTENSION'> & { readonly by?: string };
  EXTENSION_DECLINED: CommandInput<'DECLINE_EXTENSION'>;
  CLOCK_OVERDUE: { readonly clock: Clock };

  FOLLOWED_UP: CommandInput<'FOLLOW_UP'> & { readonly id: string };
  CLOSED: {
    readonly summary?: string;
    readonly firstContact: boolean;
    readonly handlingSeconds: number;
    readonly workingSeconds: number;
    /** Closing conditions not met by imported history. */
    readonly unmet: readonly string[];
  };
  WITHDRAWN: CommandInput<'WITHDRAW'>;
  REOPENED: { readonly reason: string };
  APPEALED: { readonly reason: string };

  CAUSE_STATED: CommandInput<'STATE_CAUSE'> & { readonly id: string };
  LESSON_RECORDED: CommandInput<'RECORD_LESSON'> & { readonly id: string };
  ACTION_PLANNED: CommandInput<'PLAN_ACTION'> & { readonly id: string };
  ACTION_COMPLETED: CommandInput<'COMPLETE_ACTION'>;

  DOCUMENT_ISSUED: CommandInput<'ISSUE_DOCUMENT'> & {
    readonly id: string;
    /** The complaint's number and its place in the case: `TS-2026-000123-02`. */
    readonly number: string;
    readonly by?: string;
  };
  DOCUMENT_DELIVERED: CommandInput<'DELIVER_DOCUMENT'>;
  DOCUMENT_ACKNOWLEDGED: CommandInput<'ACKNOWLEDGE_DOCUMENT'>;

  ENGINEERING_JOINED: Pick<EngineeringEntry, 'id' | 'outlet' | 'site'>;
  ENGINEERING_MOVED: Pick<EngineeringEntry, 'id' | 'site'>;
  ENGINEERING_ADVANCED: Omit<EngineeringStep, 'at'> & { readonly entryId: string };

  REVEALED: { readonly reason: string; readonly by: string };
  ESCALATED: { readonly reason: EscalationReason };
  ATTENTION_ACKNOWLEDGED: { readonly note: string };

  CASE_FILE_TAKEN: { readonly reason: string; readonly by: string };
  ERASURE_HELD: CommandInput<'HOLD_ERASURE'>;
  HOLD_RELEASED: CommandInput<'RELEASE_HOLD'>;
  /** What was said before it is gone from the events, whose commitments stay; or their files are. */
  DATA_ERASED: CommandInput<'ERASE_DATA'>;
}

export type EventType = keyof Events;

/** An event as `decide` gives it: what happened and when. The store adds its place, its author and its hash. */
export type ComplaintEvent = {
  [T in EventType]: { readonly type: T; readonly at: Instant; readonly data: Events[T] };
}[EventType];
export type EventOf<T extends EventType> = Extract<ComplaintEvent, { type: T }>;
