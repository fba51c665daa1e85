import { expect, test } from 'vitest';
import { type StoryEvent, storyDays } from './case-story.ts';

function event(seq: number, type: StoryEvent['type'], at: string): StoryEvent {
  return {
    ...{ __typename: 'ComplaintEvent', seq, type, label: type, at, recordedAt: at },
    ...{ actor: '李明', summary: null, letter: null, details: [] },
  };
}

const HISTORY = [
  event(1, 'REGISTERED', '2026-03-02T01:00:00Z'),
  event(2, 'CLOCK_STARTED', '2026-03-02T01:00:00Z'),
  // 23:30 in UTC is the next day in Beijing.
  event(3, 'ANSWERED', '2026-03-02T23:30:00Z'),
  event(4, 'NOTED', '2026-03-01T02:00:00Z'),
];

test('by the days of Beijing, the newest first, whenever it was written down', () => {
  expect(storyDays(HISTORY, 'all').map(({ day, events }) => [day, events.map(({ seq }) => seq)])).toEqual([
    ['2026-03-03', [3]],
    ['2026-03-02', [2, 1]],
    ['2026-03-01', [4]],
  ]);
});

test('what the complainant had a part in, and what is of the office alone', () => {
  const seqs = (part: 'contacts' | 'internal') =>
    storyDays(HISTORY, part).flatMap(({ events }) => events.map(({ seq }) => seq));
  expect(seqs('contacts')).toEqual([3, 1]);
  expect(seqs('internal')).toEqual([2, 4]);
});
