import { type ComplaintState, type FieldDeclaration, needsToKnow, type TenantActor } from '@huiyin/domain';
import { maskPerson, maskWords } from '../../casework/masking.ts';
import type { ComplaintReadRow } from './complaint-reads.repository.ts';
import type { Viewer } from './viewer.ts';

/** How much of the people in a complaint its viewer sees. */
export interface Insight {
  /** Who complains, by name and contact. */
  readonly identity: boolean;
  /** A text as the viewer may read it. */
  readonly words: (text: string) => string;
  /** Whether a detail is kept back. */
  readonly hides: (field: FieldDeclaration) => boolean;
}

/**
 * What the viewer sees: everything where their work needs it, unless somebody complains in confidence, whose identity
 * takes a reveal with a reason; the matter without its people where their work does not need it.
 */
export function insightOf(row: ComplaintReadRow, { actor, revealed = false }: Viewer): Insight {
  const { disclosure, state } = row;
  const person = row.complainant ?? null;
  const needs = revealed || (state !== undefined && needsToKnow(actor, state));
  const identity = disclosure !== 'ANONYMOUS' && (revealed || (disclosure === 'NAMED' && needs));
  // What somebody told of themselves without a name is told to those who work on it.
  const open = identity || (disclosure === 'ANONYMOUS' && needs);
  return {
    identity,
    words: (text) => {
      if (open) return text;
      const nameless = maskPerson(text, person);
      return needs ? nameless : maskWords(nameless, person?.name ?? null);
    },
    hides: ({ sensitive }) => (sensitive === 'personal' ? !open : sensitive === 'health' && !needs),
  };
}

/**
 * Who gets to see files as they were given, in which people appear: those whose work needs it; of whoever complains in
 * confidence, once they have given a reason for knowing them.
 */
export function knowsWho(actor: TenantActor, state: ComplaintState): boolean {
  if (!needsToKnow(actor, state)) return false;
  if (state.disclosure !== 'CONFIDENTIAL') return true;
  return (
    actor.kind === 'staff' &&
    state.moments.some(({ type, what }) => type === 'REVEALED' && what === actor.memberId)
  );
}

/** The case file that somebody took and may fetch: until anything else happens, which it would lack. */
export function caseFileOf(actor: TenantActor, state: ComplaintState): ComplaintState['caseFile'] {
  const { caseFile, version } = state;
  const isTheirs = actor.kind === 'staff' && caseFile?.by === actor.memberId;
  return isTheirs && caseFile.version === version ? caseFile : undefined;
}
