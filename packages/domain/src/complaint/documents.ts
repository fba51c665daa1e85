import type { Localized } from '@huiyin/shared';
import type { IssuedDocument } from './parts.ts';
import type { Addressee, Status } from './words.ts';

/** What goes out in writing, from whose text it begins. */
export interface DocumentTemplate {
  /** SCREAMING_SNAKE_CASE, stable for ever: it stands in stored complaints. */
  readonly code: string;
  /** As it stands over the document. */
  readonly label: Localized;
  readonly addressee: Addressee;
  /** Paragraphs by line, with live fields in braces and gaps to be filled in by hand as `【…】`. */
  readonly text: Localized;
  /** States in which it can be issued. */
  readonly from: readonly Status[];
  /** Who gets it is told of the decision by it. */
  readonly tellsDecision?: true;
}

/** Whether it is still what holds: nothing has taken its place. */
export function isStanding({ supersededBy }: IssuedDocument): boolean {
  return supersededBy === undefined;
}

/** Delivered, and nobody has signed for it yet. */
export function awaitsReceipt({ deliveries, acknowledged }: IssuedDocument): boolean {
  return deliveries.length > 0 && acknowledged === undefined;
}

/** Documents of a case are counted within it, without a gap: `TS-2026-000123-02`. */
export function documentNumber(complaintNumber: string, earlier: readonly IssuedDocument[]): string {
  return `${complaintNumber}-${String(earlier.length + 1).padStart(2, '0')}`;
}
