import type { Localized } from '@huiyin/shared';
import { type Channel, OPEN_STATUSES, type Status } from '../complaint/words.ts';
import type { Instant } from '../time.ts';

/** Many complaints, one event (群体性事件): what happened, who leads it, and the one answer to all. */

export const INCIDENT_STATUSES = ['OPEN', 'ANSWERED', 'CLOSED'] as const;
export type IncidentStatus = (typeof INCIDENT_STATUSES)[number];

/** What happened, where, since when; complaints are found for it by these. */
export interface IncidentMatter {
  readonly title: string;
  /** Code of the sector's categories. */
  readonly category?: string;
  readonly place?: string;
  readonly respondentName?: string;
  readonly beganAt: Instant;
}

/** The lead team (专班): a department, people beside it, or both. */
export interface LeadTeam {
  readonly departmentId?: string;
  readonly memberIds: readonly string[];
}

/** An answer to everybody at once. */
export interface MasterAnswer {
  readonly id: string;
  readonly text: string;
  readonly status: 'DRAFT' | 'RETURNED' | 'APPROVED' | 'GIVEN';
  /** Settles the matter; an interim one tells how far it is. */
  readonly final: boolean;
  readonly draftedAt: Instant;
  readonly draftedBy?: string;
  readonly approvedBy?: string;
  readonly returnedBecause?: string;
  /** When it first went out; complaints linked later may be given it again. */
  readonly givenAt?: Instant;
  readonly via?: Channel;
}

/** A complaint that could not go along, and why. */
export interface LeftBehind {
  readonly complaintId: string;
  readonly reasons: readonly Localized[];
}

export interface IncidentState extends IncidentMatter {
  readonly id: string;
  /** `SJ-2026-0001` */
  readonly number: string;
  readonly sector: string;
  /** Number of events so far. */
  readonly version: number;
  readonly status: IncidentStatus;
  readonly statusSince: Instant;
  readonly openedAt: Instant;
  readonly team: LeadTeam;
  readonly answers: readonly MasterAnswer[];
  /** When the first answer that settles it went out. */
  readonly answeredAt?: Instant;
  readonly closing?: { readonly at: Instant; readonly summary: string };
}

/** What of a linked complaint is needed to count people. */
export interface Affected {
  /** The person in the register of complainants; absent where nobody is known. */
  readonly complainantId?: string | null;
  readonly groupSize: number;
}

/** How many people are behind the complaints: whoever complained several times counts once, with their largest group. */
export function peopleAffected(cases: readonly Affected[]): number {
  const known = new Map<string, number>();
  let unknown = 0;
  for (const { complainantId, groupSize } of cases) {
    if (complainantId) known.set(complainantId, Math.max(known.get(complainantId) ?? 0, groupSize));
    else unknown += groupSize;
  }
  return [...known.values()].reduce((sum, size) => sum + size, unknown);
}

const WITHOUT_FINAL_ANSWER: ReadonlySet<Status> = new Set(
  OPEN_STATUSES.filter((status) => status !== 'ANSWERED' && status !== 'FOLLOWED_UP'),
);

/** How an incident's complaints stand. */
export interface IncidentTally {
  readonly complaints: number;
  readonly people: number;
  readonly open: number;
  /** Open, and still waiting for an answer that settles it. */
  readonly unanswered: number;
}

/** Counts the complaints of an incident and the people behind them. */
export function incidentTally(cases: readonly (Affected & { readonly status: Status })[]): IncidentTally {
  return {
    complaints: cases.length,
    people: peopleAffected(cases),
    open: cases.filter(({ status }) => OPEN_STATUSES.includes(status)).length,
    unanswered: cases.filter(({ status }) => WITHOUT_FINAL_ANSWER.has(status)).length,
  };
}
