import type { Money } from '../money/money.ts';
import type { Instant, LocalDate } from '../time.ts';
import type {
  Channel,
  Delivery,
  EngineeringStage,
  FollowUpResult,
  Remedy,
  Sanction,
  SourceLevel,
} from './words.ts';

/** What a complaint gathers in its life, part by part. */

/** A sum as it was agreed or earned, and the recorded sum it was converted to: the recorded one is what counts. */
export interface RecordedMoney {
  readonly original: Money;
  /** Decimal string, units of the converted currency for one unit of the original. */
  readonly rate?: string;
  readonly rateDate?: LocalDate;
  readonly converted: Money;
}

export interface Source {
  readonly level: SourceLevel;
  /** The forwarding body by name. */
  readonly body?: string;
  /** Its own reference number. */
  readonly reference?: string;
}

export interface Respondent {
  /** Of the organisation's register of respondents. */
  readonly respondentId?: string;
  readonly name?: string;
  /** A code of the sector's `respondentTypes`. */
  readonly type?: string;
  readonly departmentId?: string;
  /** Members of staff named in the complaint: they are recused. */
  readonly memberIds?: readonly string[];
}

/** Where and with whom the work is. */
export interface Assignment {
  readonly departmentId?: string;
  readonly memberId?: string;
}

export interface HandOver {
  readonly id: string;
  readonly from: Assignment;
  readonly to: Assignment;
  readonly reason: string;
  readonly at: Instant;
  /**
   * OFFERED waits for an answer; ASSIGNED has moved the work at once, and whoever answered for it before still does until
   * it is accepted; LAPSED was overtaken; TAKEN_BACK is as if it had not been.
   */
  readonly status: 'OFFERED' | 'ASSIGNED' | 'ACCEPTED' | 'RETURNED' | 'LAPSED' | 'TAKEN_BACK';
  readonly settledAt?: Instant;
  /** Moved the work at once instead of offering it. */
  readonly direct?: true;
  /** Who answered for it before whoever took the work for themselves. */
  readonly answeredBefore?: string;
}

export interface AnswerPromise {
  readonly id: string;
  readonly madeAt: Instant;
  readonly dueAt: Instant;
  /** What was promised, in the words said to the complainant. */
  readonly text: string;
  readonly status: 'OPEN' | 'KEPT' | 'BROKEN' | 'CANCELLED';
  readonly settledAt?: Instant;
}

export interface Answer {
  readonly id: string;
  readonly text: string;
  readonly status: 'DRAFT' | 'RETURNED' | 'APPROVED' | 'GIVEN';
  readonly draftedAt: Instant;
  readonly draftedBy?: string;
  readonly approvedBy?: string;
  /** Why the draft was sent back. */
  readonly returnedBecause?: string;
  readonly givenAt?: Instant;
  /** How it reached the complainant. */
  readonly via?: Channel;
  /** Settles the matter; an interim answer tells how far it is. */
  readonly final: boolean;
}

export interface Contact {
  readonly id: string;
  readonly at: Instant;
  readonly via: Channel;
  readonly reached: boolean;
  readonly summary: string;
}

export interface EvidenceItem {
  readonly id: string;
  readonly kind: 'FILE' | 'STATEMENT';
  readonly title: string;
  /** Hex SHA-256 of the bytes (a statement's UTF-8 text). */
  readonly sha256: string;
  readonly mediaType?: string;
  readonly bytes?: number;
  readonly text?: string;
  readonly addedBy?: string;
  readonly at: Instant;
  /** Added by the complainant over the public page. */
  readonly fromComplainant?: true;
  /** The later item that stands in its place; the old one stays. */
  readonly supersededBy?: string;
}

/** A mediation that the complainant is asked to agree to. */
export interface MediationOffer {
  readonly id: string;
  /** What is proposed, in words to the complainant. */
  readonly text: string;
  readonly at: Instant;
  readonly answer?: { readonly agreed: boolean; readonly remark?: string; readonly at: Instant };
}

export interface Mediation {
  readonly id: string;
  readonly startedAt: Instant;
  /** Who consented, and how. */
  readonly consent: string;
  readonly sessions: readonly {
    readonly at: Instant;
    readonly positions: string;
    readonly outcome?: string;
  }[];
  readonly endedAt?: Instant;
  readonly result?: 'AGREED' | 'TERMINATED';
  readonly agreement?: string;
}

/** A copy that went to another body, or a route taken beside the office's own handling. */
export interface Passed {
  readonly to: string;
  readonly text?: string;
  readonly at: Instant;
}

/** A copy that went to another body. */
export interface Forwarding extends Passed {
  /** By which that body confirmed it. */
  readonly receipt?: { readonly number: string; readonly on: LocalDate };
}

export interface RemedyGiven {
  readonly id: string;
  readonly remedy: Remedy;
  readonly description?: string;
  readonly money?: RecordedMoney;
  readonly at: Instant;
}

export interface SanctionImposed {
  readonly id: string;
  readonly sanction: Sanction;
  /** The party sanctioned, where it is not the respondent itself. */
  readonly party?: string;
  readonly basis?: string;
  readonly money?: RecordedMoney;
  readonly at: Instant;
  /** When it was paid to the treasury. */
  readonly paidOn?: LocalDate;
}

export interface FollowUp {
  readonly id: string;
  readonly at: Instant;
  readonly result: FollowUpResult;
  /** The complainant says that the matter is put right; absent when not reached or not said. */
  readonly resolved?: boolean;
  readonly remark?: string;
}

export interface StatedCause {
  readonly id: string;
  /** A code of the sector's cause tree. */
  readonly code: string;
  readonly explanation?: string;
  readonly at: Instant;
}

export interface Lesson {
  readonly id: string;
  readonly text: string;
  readonly at: Instant;
}

export interface CorrectiveAction {
  readonly id: string;
  readonly text: string;
  readonly ownerMemberId?: string;
  readonly departmentId?: string;
  readonly dueOn: LocalDate;
  readonly plannedAt: Instant;
  readonly completedAt?: Instant;
  /** What shows that it worked. */
  readonly proof?: string;
}

/** What went out in writing: numbered, dated, never altered. */
export interface IssuedDocument {
  readonly id: string;
  /** A code of the sector's documents. */
  readonly document: string;
  readonly number: string;
  readonly addressedTo: string;
  readonly text: string;
  readonly issuedAt: Instant;
  readonly issuedBy?: string;
  readonly deliveries: readonly { readonly delivery: Delivery; readonly on: LocalDate }[];
  readonly acknowledged?: { readonly on: LocalDate; readonly receivedBy: string };
  /** The later document that stands in its place. */
  readonly supersededBy?: string;
}

/** Something that engineers did for a complaint: always as one item of their list, which may serve many complaints. */
export interface EngineeringStep {
  readonly id: string;
  readonly itemId: string;
  readonly stage: EngineeringStage;
  readonly at: Instant;
  /** The item is counted once, by the one of its complaints that leads it. */
  readonly leading: boolean;
  /** The week that it is now planned for: `2026-W48`. */
  readonly week?: string;
  /** What was measured afterwards is better than what was measured before. */
  readonly improved?: boolean;
  /** The same site had been repaired not long before. */
  readonly repeated?: boolean;
  readonly text?: string;
}

/** A complaint on one of the lists from which engineers work. */
export interface EngineeringEntry {
  readonly id: string;
  /** Code of the sector's outlet. */
  readonly outlet: string;
  /** Where: a cell of the map, a station; absent where the complaint does not say, or the list knows no sites. */
  readonly site?: string;
  readonly joinedAt: Instant;
  readonly endedAt?: Instant;
  readonly steps: readonly EngineeringStep[];
}

/** The decision whether the matter is taken on. */
export interface Acceptance {
  readonly decision: 'ACCEPTED' | 'DECLINED' | 'TRANSFERRED';
  /** A code of the sector's decline grounds. */
  readonly ground?: string;
  readonly reason?: string;
  /** The body in charge, when declined or transferred. */
  readonly body?: string;
  readonly at: Instant;
  /** When the complainant was told, with the other routes open to them. */
  readonly notifiedAt?: Instant;
}

/** A moment of the complaint's life that figures count. */
export interface Moment {
  readonly type:
    | 'REOPENED'
    | 'APPEALED'
    | 'CLOSED'
    | 'WITHDRAWN'
    | 'MERGED'
    | 'ANSWERED'
    | 'CONVERTED'
    | 'FORWARDED'
    | 'ESCALATED'
    | 'RECUSED'
    | 'REVEALED'
    | 'ROUTE_TAKEN'
    | 'LEFT';
  readonly at: Instant;
  /** What of its kind: a conversion, a body, a reason, a route, a way out. */
  readonly what?: string;
}

/** More time that somebody asks for, until it is granted or declined. */
export interface ExtensionRequest {
  readonly clockId: string;
  readonly reason: string;
  /** The member who asks; absent where a program does. */
  readonly by?: string;
  readonly at: Instant;
}
