import type { Clock } from '../clocks/clock.ts';
import type { Instant, LocalDate } from '../time.ts';
import type {
  Acceptance,
  Answer,
  AnswerPromise,
  Assignment,
  Contact,
  CorrectiveAction,
  EngineeringEntry,
  EvidenceItem,
  ExtensionRequest,
  FollowUp,
  Forwarding,
  HandOver,
  IssuedDocument,
  Lesson,
  Mediation,
  MediationOffer,
  Moment,
  Passed,
  RemedyGiven,
  Respondent,
  SanctionImposed,
  Source,
  StatedCause,
} from './parts.ts';
import type {
  Channel,
  Demand,
  Disclosure,
  EscalationReason,
  Finding,
  Kind,
  Status,
  WithdrawalReason,
} from './words.ts';

/**
 * A complaint as its events leave it. It holds no personal data of the complainant, only a reference to it, so that
 * events can be kept for ever while a person's data can be erased.
 */
export interface ComplaintState {
  readonly id: string;
  readonly number: string;
  readonly sector: string;
  /** Number of events so far; a command names the version it was decided on. */
  readonly version: number;
  readonly status: Status;
  readonly statusSince: Instant;
  readonly kind: Kind;
  readonly channel: Channel;
  readonly source: Source;
  readonly complainantId?: string;
  readonly disclosure: Disclosure;
  /** How many people complain together; 1 for a single person. */
  readonly groupSize: number;
  readonly title: string;
  readonly content: string;
  readonly demands: readonly Demand[];
  readonly respondent: Respondent;
  readonly occurredOn?: LocalDate;
  readonly receivedAt: Instant;
  readonly category?: string;
  readonly classification?: string;
  readonly details: Readonly<Record<string, unknown>>;
  /** The earlier complaint of the same complainant and subject within 30 days, if there is one. */
  readonly repeatOf?: string;
  /** The complainant says that theirs is the same as others of late. */
  readonly sameAsOthers?: true;

  readonly firstResponder?: string;
  readonly handler: Assignment;
  readonly collaborators: readonly string[];
  readonly recused: readonly string[];
  readonly handOvers: readonly HandOver[];
  /** Hand-overs since something last happened for the complainant. */
  readonly handOversWithoutProgress: number;

  readonly acceptance?: Acceptance;
  /** Decisions that a later one has replaced, in order: each counted when it was taken. */
  readonly earlierDecisions: readonly Acceptance[];
  readonly clocks: readonly Clock[];
  readonly promises: readonly AnswerPromise[];
  readonly answers: readonly Answer[];
  readonly contacts: readonly Contact[];
  readonly finding?: { readonly finding: Finding; readonly facts: string; readonly at: Instant };
  readonly evidence: readonly EvidenceItem[];
  /** The latest offer of a mediation; absent when there was none. */
  readonly mediationOffer?: MediationOffer;
  readonly mediations: readonly Mediation[];
  readonly remedies: readonly RemedyGiven[];
  readonly sanctions: readonly SanctionImposed[];
  readonly followUps: readonly FollowUp[];
  readonly causes: readonly StatedCause[];
  readonly lessons: readonly Lesson[];
  readonly correctiveActions: readonly CorrectiveAction[];
  /** What went out in writing, in order; absent where nothing did. */
  readonly documents?: readonly IssuedDocument[];
  /** The lists of engineers that it stands or stood on; absent where no cause led to one. */
  readonly engineering?: readonly EngineeringEntry[];
  readonly forwardings: readonly Forwarding[];
  readonly routes: readonly Passed[];
  readonly moments: readonly Moment[];

  readonly closing?: {
    readonly at: Instant;
    /** Settled at the first contact. */
    readonly firstContact: boolean;
    readonly summary?: string;
    /** Elapsed seconds from receipt. */
    readonly handlingSeconds: number;
    readonly workingSeconds: number;
    /** Closing conditions that imported history did not meet: shown, never hidden. */
    readonly unmet: readonly string[];
  };
  readonly withdrawal?: { readonly reason: WithdrawalReason; readonly remark?: string; readonly at: Instant };
  readonly mergedInto?: string;
  readonly splitFrom?: string;
  readonly splitInto: readonly string[];
  /** Complaints that were merged into this one. */
  readonly absorbed: readonly string[];
  /** The incident that it is one of. */
  readonly incident?: { readonly id: string; readonly linkedAt: Instant };
  /** What waits for the word of those who lead: more time for a clock. */
  readonly extensionRequests?: readonly ExtensionRequest[];
  /** Reasons for which it stands before the supervisor now. */
  readonly attention: readonly EscalationReason[];
  readonly lastActivityAt: Instant;
  /** The case file taken last: `version` is the complaint's just after. */
  readonly caseFile?: {
    readonly version: number;
    readonly by: string;
    readonly reason: string;
    readonly at: Instant;
  };
  /** Kept from being erased, until the last day named or until released. */
  readonly held?: { readonly reason: string; readonly until?: LocalDate; readonly at: Instant };
  /** What of it was erased last, when its time had come. */
  readonly erased?: { readonly what: 'FILES' | 'PERSONAL_DATA'; readonly at: Instant };
  /** The import and the line of the sheet it came from. */
  readonly imported?: { readonly importId: string; readonly line: number };
}
