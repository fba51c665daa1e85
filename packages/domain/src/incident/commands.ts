import type { Channel } from '../complaint/words.ts';
import type { Instant } from '../time.ts';
import type { IncidentMatter, LeadTeam, LeftBehind } from './state.ts';

/** What can be done to all complaints of an incident together, each by its own rules. */
export const INCIDENT_MOVES = ['ACCEPT', 'ASSIGN', 'CLOSE'] as const;
export type IncidentMove = (typeof INCIDENT_MOVES)[number];

/** What became of a step that went through all linked complaints. */
interface Carried {
  /** Complaints that went along. */
  readonly done: readonly string[];
  readonly leftBehind: readonly LeftBehind[];
}

/** Every command to an incident with what it takes. */
export interface IncidentCommands {
  OPEN: IncidentMatter & {
    readonly number: string;
    readonly team: LeadTeam;
    /** Why it is one event: in an officer's words, or with the figures of a proposal. */
    readonly reason?: string;
  };
  CHANGE: { readonly changes: Partial<IncidentMatter> & { readonly team?: LeadTeam } };
  NOTE: { readonly text: string };
  DRAFT_ANSWER: { readonly text: string; readonly final: boolean };
  APPROVE_ANSWER: { readonly answerId: string };
  RETURN_ANSWER: { readonly answerId: string; readonly reason: string };
  /** The answer goes to every linked complaint that has not had it. */
  GIVE_ANSWER: { readonly answerId: string; readonly via: Channel } & Carried;
  MOVE: { readonly move: IncidentMove } & Carried;
  CLOSE: { readonly summary: string };
  REOPEN: { readonly reason: string };
}
export type IncidentCommandType = keyof IncidentCommands;
export type IncidentCommand = {
  [T in IncidentCommandType]: { readonly type: T } & IncidentCommands[T];
}[IncidentCommandType];

/** Every event of an incident; which complaints are linked is told by the complaints themselves. */
export interface IncidentEvents {
  OPENED: IncidentCommands['OPEN'] & { readonly sector: string };
  CHANGED: {
    readonly before: IncidentCommands['CHANGE']['changes'];
    readonly after: IncidentCommands['CHANGE']['changes'];
  };
  NOTED: { readonly text: string };
  ANSWER_DRAFTED: {
    readonly id: string;
    readonly text: string;
    readonly final: boolean;
    readonly by?: string;
  };
  ANSWER_APPROVED: { readonly id: string; readonly by?: string };
  ANSWER_RETURNED: { readonly id: string; readonly reason: string };
  ANSWER_GIVEN: { readonly id: string; readonly via: Channel } & Carried;
  MOVED: IncidentCommands['MOVE'];
  CLOSED: { readonly summary: string };
  REOPENED: { readonly reason: string };
}
export type IncidentEventType = keyof IncidentEvents;
export type IncidentEvent = {
  [T in IncidentEventType]: { readonly type: T; readonly at: Instant; readonly data: IncidentEvents[T] };
}[IncidentEventType];
export type IncidentEventOf<T extends IncidentEventType> = Extract<IncidentEvent, { type: T }>;
