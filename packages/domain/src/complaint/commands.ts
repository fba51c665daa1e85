import type { Milestone, PauseReason } from '../clocks/rule.ts';
import type { Instant, LocalDate } from '../time.ts';
import type { Assignment, EngineeringStep, RecordedMoney, Respondent, Source } from './parts.ts';
import type {
  Channel,
  Delivery,
  Demand,
  Disclosure,
  EscalationReason,
  Finding,
  FollowUpResult,
  Kind,
  Remedy,
  Sanction,
  WithdrawalReason,
} from './words.ts';

/** What a complaint says, as it is typed in or corrected. */
export interface Matter {
  readonly kind: Kind;
  readonly channel: Channel;
  readonly source: Source;
  readonly disclosure: Disclosure;
  readonly groupSize: number;
  /** Absent: made from the first words of the content. */
  readonly title?: string;
  readonly content: string;
  readonly demands: readonly Demand[];
  readonly respondent: Respondent;
  readonly occurredOn?: LocalDate;
  readonly category?: string;
  readonly classification?: string;
  readonly details: Readonly<Record<string, unknown>>;
}

/** Every command with what it takes. Each is either refused with a typed refusal or recorded as events. */
export interface Commands {
  // Intake
  REGISTER: Matter & {
    /** When it reached the organisation; not after now. */
    readonly receivedAt: Instant;
    readonly complainantId?: string;
    /** Member who took it in, answerable until somebody else accepts it. */
    readonly firstResponder?: string;
    readonly repeatOf?: string;
    readonly splitFrom?: string;
    /** The complainant says that theirs is the same as others of late: to be looked at together. */
    readonly sameAsOthers?: true;
    readonly imported?: { readonly importId: string; readonly line: number };
  };
  /** Changes what was written down; the event shows both. */
  CORRECT: {
    /** A complainant given anew is another record, so that events need not hold who it is. */
    readonly changes: Partial<Matter> & { readonly complainantId?: string };
    readonly reason: string;
  };
  RECLASSIFY: { readonly classification: string; readonly reason: string };
  START_REVIEW: object;
  ACCEPT: { readonly reason?: string };
  DECLINE: { readonly ground: string; readonly reason: string; readonly body?: string };
  TRANSFER: { readonly body: string; readonly reason: string };
  /** The complainant is told of the decision, with its reason and the other routes open to them. */
  NOTIFY_DECISION: { readonly via: Channel; readonly text?: string };
  /** The answer of the body that took the matter. */
  RECORD_TRANSFER_ANSWER: { readonly text: string };
  /** The body it was sent to does not take it: it is examined here again. */
  RECORD_TRANSFER_RETURN: { readonly reason: string };
  /** Part of the matter goes on as a complaint of its own, `into`, which the caller registers beside. */
  SPLIT: { readonly into: string; readonly reason: string };
  MERGE: { readonly into: string; readonly reason: string };
  /** The complaint goes on for `from` too, which was merged into it, and answers what was promised there. */
  ABSORB: {
    readonly from: string;
    readonly reason: string;
    readonly promise?: { readonly dueAt: Instant; readonly text: string };
  };

  // Incidents
  /** It is one of the many that an incident brought about. */
  LINK_INCIDENT: { readonly incidentId: string; readonly reason: string };
  UNLINK_INCIDENT: { readonly reason: string };
  /** The one answer that an incident gives to all its complaints, as it was settled there. */
  ANSWER_FOR_INCIDENT: {
    readonly incidentId: string;
    /** The master answer's own id: by it a complaint is known to have had it. */
    readonly answerId: string;
    readonly text: string;
    readonly via: Channel;
    readonly final: boolean;
  };

  // Who works on it
  ASSIGN: { readonly to: Assignment; readonly reason?: string };
  HAND_OVER: { readonly to: Assignment; readonly reason: string };
  ACCEPT_HAND_OVER: object;
  RETURN_HAND_OVER: { readonly reason: string };
  /** What was assigned goes back to whoever had it, as long as nobody has accepted it. */
  TAKE_BACK_ASSIGNMENT: { readonly reason?: string };
  ADD_COLLABORATOR: { readonly memberId: string };
  RECUSE: { readonly memberId: string; readonly reason: string };

  // Working on it
  PROMISE: { readonly dueAt: Instant; readonly text: string };
  DRAFT_ANSWER: { readonly text: string; readonly final: boolean };
  APPROVE_ANSWER: { readonly answerId: string };
  /** A draft goes back to be written anew. */
  RETURN_ANSWER: { readonly answerId: string; readonly reason: string };
  /** Gives the approved draft, or (where no approval is needed) a new text. */
  ANSWER: {
    readonly answerId?: string;
    readonly text?: string;
    readonly via: Channel;
    readonly final: boolean;
    /** The next promise, given with an answer that does not settle the matter. */
    readonly nextDueAt?: Instant;
    readonly nextText?: string;
  };
  WAIT_FOR_COMPLAINANT: { readonly request: string };
  HEAR_FROM_COMPLAINANT: { readonly text: string; readonly via: Channel };
  NOTE: { readonly text: string };
  RECORD_CONTACT: { readonly via: Channel; readonly reached: boolean; readonly summary: string };
  CONCLUDE: { readonly finding: Finding; readonly facts: string };
  ADD_EVIDENCE: {
    readonly kind: 'FILE' | 'STATEMENT';
    readonly title: string;
    readonly sha256: string;
    readonly mediaType?: string;
    readonly bytes?: number;
    readonly text?: string;
    readonly supersedes?: string;
  };
  /** The complainant is asked whether they agree to a mediation. */
  OFFER_MEDIATION: { readonly text: string };
  /** What the complainant says to the offer. */
  ANSWER_MEDIATION_OFFER: { readonly agreed: boolean; readonly remark?: string };
  START_MEDIATION: {
    readonly complainantConsents: boolean;
    readonly respondentConsents: boolean;
    /** Who consented, and how. */
    readonly consent: string;
  };
  RECORD_MEDIATION_SESSION: { readonly positions: string; readonly outcome?: string };
  END_MEDIATION: { readonly result: 'AGREED' | 'TERMINATED'; readonly agreement?: string };
  GIVE_REMEDY: { readonly remedy: Remedy; readonly description?: string; readonly money?: RecordedMoney };
  IMPOSE_SANCTION: {
    readonly sanction: Sanction;
    readonly party?: string;
    readonly basis?: string;
    readonly money?: RecordedMoney;
    readonly paidOn?: LocalDate;
  };
  RECORD_SANCTION_PAYMENT: { readonly sanctionId: string; readonly paidOn: LocalDate };
  /** A copy goes to another body while the matter stays here. */
  FORWARD: { readonly to: string; readonly text?: string };
  /** The body confirms what was forwarded to it: the number and day of its receipt. */
  RECORD_FORWARDING_RECEIPT: { readonly to: string; readonly number: string; readonly on: LocalDate };
  TAKE_ROUTE: { readonly route: string; readonly text?: string };
  /** Something happened that a clock of the sector waits for (a fault was restored). */
  RECORD_MILESTONE: { readonly milestone: Milestone; readonly text?: string };

  // Clocks
  PAUSE_CLOCKS: { readonly reason: PauseReason; readonly text: string };
  RESUME_CLOCKS: { readonly reason: PauseReason; readonly text: string };
  /** Asks those who lead for more time; EXTEND_CLOCK grants it. */
  REQUEST_EXTENSION: { readonly clockId: string; readonly reason: string };
  DECLINE_EXTENSION: { readonly clockId: string; readonly reason: string };
  EXTEND_CLOCK: { readonly clockId: string; readonly reason: string };
  /** The timer: promises and clocks that have run out, cases untouched too long. */
  TICK: object;
  /** A calendar was loaded: open clocks are computed again. */
  RECOMPUTE_CLOCKS: { readonly reason: string };

  // The end, and after
  FOLLOW_UP: { readonly result: FollowUpResult; readonly resolved?: boolean; readonly remark?: string };
  CLOSE: { readonly summary?: string };
  /** Put right at first contact: accepted, answered and closed in one step. */
  SETTLE_ON_THE_SPOT: {
    readonly answer: string;
    readonly remedy?: Remedy;
    readonly money?: RecordedMoney;
    readonly satisfied?: FollowUpResult;
    readonly cause?: string;
  };
  WITHDRAW: { readonly reason: WithdrawalReason; readonly remark?: string };
  REOPEN: { readonly reason: string };
  APPEAL: { readonly reason: string };

  // Learning
  STATE_CAUSE: { readonly cause: string; readonly explanation?: string };
  RECORD_LESSON: { readonly text: string };
  PLAN_ACTION: {
    readonly text: string;
    readonly dueOn: LocalDate;
    readonly ownerMemberId?: string;
    readonly departmentId?: string;
  };
  COMPLETE_ACTION: { readonly actionId: string; readonly proof: string };

  // Documents
  /** Goes out in writing, numbered and dated, and is never altered: a later one may stand in its place. */
  ISSUE_DOCUMENT: {
    /** A code of the sector's documents. */
    readonly document: string;
    /** By name. */
    readonly addressedTo: string;
    readonly text: string;
    /** The document that it takes the place of. */
    readonly supersedes?: string;
  };
  DELIVER_DOCUMENT: { readonly documentId: string; readonly delivery: Delivery; readonly on: LocalDate };
  ACKNOWLEDGE_DOCUMENT: { readonly documentId: string; readonly on: LocalDate; readonly receivedBy: string };

  /** Said by the list from which engineers work, of every complaint that an item of it serves. */
  ADVANCE_ENGINEERING: Omit<EngineeringStep, 'id' | 'at'> & { readonly outlet: string };

  // Watching over it
  /** A masked identity is shown to somebody; recorded with the reason. */
  REVEAL: { readonly reason: string };
  ESCALATE: { readonly reason: EscalationReason };
  /** The supervisor has seen why the case stands before them. */
  ACKNOWLEDGE_ATTENTION: { readonly note: string };

  // What is kept of it, and how long
  /** Everything of a case that is over goes out as one archive, to whoever asks for it. */
  TAKE_CASE_FILE: { readonly reason: string };
  /** Nothing of it is erased until then, or until the hold is released. */
  HOLD_ERASURE: { readonly reason: string; readonly until?: LocalDate };
  RELEASE_HOLD: { readonly reason: string };
  /** Its time has come: files go, or everything that identifies people. */
  ERASE_DATA: Erasure;
}

/** What is erased, and after how many months by the organisation's own period. */
export interface Erasure {
  readonly what: 'FILES' | 'PERSONAL_DATA';
  readonly months: number;
}

export type CommandType = keyof Commands;
export type Command = { [T in CommandType]: { readonly type: T } & Commands[T] }[CommandType];
/** The input of one command. */
export type CommandInput<T extends CommandType> = Commands[T];
