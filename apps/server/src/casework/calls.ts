import type { Command, ComplaintState, Refusal } from '@huiyin/domain';
import type { ComplainantDetails } from './person.ts';

/** What a command became. */
export type Outcome =
  | { readonly ok: true; readonly complaint: ComplaintState }
  | {
      readonly ok: false;
      readonly refusals: readonly Refusal[];
      /** The complaint as it stands now, so that a caller with a stale version can go on from it. */
      readonly complaint?: ComplaintState;
    };

/** A command on a complaint that exists. */
export interface CommandCall {
  readonly complaintId: string;
  /** The version that the caller decided on; a newer one in the database is a conflict. */
  readonly expectedVersion?: number | undefined;
  readonly command: Exclude<Command, { type: 'REGISTER' }>;
  /** With a correction: who really complains. */
  readonly complainant?: ComplainantDetails | undefined;
  readonly idempotencyKey?: string | undefined;
  /** When it happened, for imported history; otherwise now. */
  readonly at?: string | undefined;
  readonly historic?: boolean | undefined;
}

/** A registration, with the person who complains. */
export interface RegistrationCall {
  readonly command: Omit<Extract<Command, { type: 'REGISTER' }>, 'complainantId' | 'repeatOf'>;
  readonly complainant?: ComplainantDetails | undefined;
  /** A complainant whom the organisation knows already, instead of `complainant`. */
  readonly complainantId?: string | undefined;
  readonly externalNumber?: string | undefined;
  readonly idempotencyKey?: string | undefined;
  /** What the caller said, where the command says more (the moment of receipt): a repeated call is known by it. */
  readonly asked?: unknown;
  readonly historic?: boolean | undefined;
  /** Given when the caller must know the id beforehand. */
  readonly complaintId?: string | undefined;
  /** What was done after it, in order: history that is taken over whole, or not at all. */
  readonly history?: readonly HistoryStep[] | undefined;
}

/** Something that was done to a complaint before it came to us. */
export interface HistoryStep {
  readonly at: string;
  readonly command: Exclude<Command, { type: 'REGISTER' }>;
}
