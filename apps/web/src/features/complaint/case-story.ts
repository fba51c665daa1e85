import type { ComplaintOfPage } from './complaint-of-page.ts';

export type StoryEvent = ComplaintOfPage['history'][number];
export const STORY_PARTS = ['all', 'contacts', 'internal'] as const;
export type StoryPart = (typeof STORY_PARTS)[number];

/** What the complainant said, was told, was given or was promised. */
const CONTACTS: ReadonlySet<StoryEvent['type']> = new Set<StoryEvent['type']>([
  'REGISTERED',
  'DECISION_NOTIFIED',
  'PROMISED',
  'PROMISE_KEPT',
  'PROMISE_BROKEN',
  'ANSWERED',
  'WAITING_STARTED',
  'COMPLAINANT_HEARD',
  'CONTACT_RECORDED',
  'MEDIATION_STARTED',
  'MEDIATION_SESSION_RECORDED',
  'MEDIATION_ENDED',
  'REMEDY_GIVEN',
  'FOLLOWED_UP',
  'WITHDRAWN',
  'APPEALED',
]);

/** What the product notes by itself: told quietly. */
const QUIET: ReadonlySet<StoryEvent['type']> = new Set<StoryEvent['type']>([
  'CLOCK_STARTED',
  'CLOCK_CHANGED',
  'PROMISE_KEPT',
]);

export function isQuiet({ type }: StoryEvent): boolean {
  return QUIET.has(type);
}

export function isOfPart({ type }: StoryEvent, part: StoryPart): boolean {
  return part === 'all' || CONTACTS.has(type) === (part === 'contacts');
}

const DAY = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Shanghai' });

export interface StoryDay {
  /** `YYYY-MM-DD` in Beijing time. */
  readonly day: string;
  readonly events: readonly StoryEvent[];
}

/** The part of the story that is asked for, newest first, by the day on which it happened. */
export function storyDays(history: readonly StoryEvent[], part: StoryPart): readonly StoryDay[] {
  const days = Map.groupBy(
    history
      .filter((event) => isOfPart(event, part))
      // In the order of the days told; what happened in one moment stays as it was written.
      .toSorted((a, b) => Date.parse(b.at) - Date.parse(a.at) || b.seq - a.seq),
    ({ at }) => DAY.format(new Date(at)),
  );
  return [...days].map(([day, events]) => ({ day, events }));
}
