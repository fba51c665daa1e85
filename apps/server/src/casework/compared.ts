import {
  type ComparedMatter,
  type ComplaintState,
  placesOf,
  type Sector,
  type TaughtMatter,
} from '@huiyin/domain';
import { maskWords } from './masking.ts';
import { wordsOf } from './search-text.ts';

/** Complaints as they are compared with one another: by what they say, without whoever complains. */

/** Characters of what was said that are compared: the rest says no more. */
const LONGEST_COMPARED = 2_000;

/** As much of a complaint, or of a matter being written down, as is compared. */
export interface ToCompare {
  readonly content: string;
  /** Whoever complains, masked in the text: nobody finds out by comparing. */
  readonly complainantName: string | null;
  readonly complainantId?: string | undefined;
  readonly receivedAt: Date;
  readonly category: string | null;
  readonly parties: readonly (string | null)[];
  readonly details: ComplaintState['details'];
}

/** The matter with its words taken apart. */
export function compared(matter: ToCompare, sector: Sector): ComparedMatter {
  const { content, complainantName, complainantId, receivedAt, category, parties, details } = matter;
  return {
    ...saidIn(content, complainantName),
    receivedAt: receivedAt.toISOString(),
    category: category ?? undefined,
    complainantId,
    parties: parties.filter((party) => party !== null),
    places: placesOf(details, sector),
  };
}

/** The same as what closed cases teach, and as what is asked of what they taught. */
export function taught({
  content,
  complainantName,
  channel,
}: {
  readonly content: string;
  readonly complainantName: string | null;
  readonly channel: string;
}): TaughtMatter {
  return { ...saidIn(content, complainantName), channel };
}

function saidIn(content: string, complainantName: string | null) {
  const text = maskWords(content.slice(0, LONGEST_COMPARED), complainantName);
  return {
    text,
    words: [...new Set(wordsOf(text).split(' '))].filter((word) => [...word].length > 1),
  };
}
