import type { TrackQuery } from './generated/track.ts';

/** One's own complaint, as the office shows it. */
export type Matter = NonNullable<TrackQuery['publicMatter']>;

/** What somebody shows to see their complaint. */
export interface Credentials {
  readonly office: string;
  readonly number: string;
  readonly code: string;
}
