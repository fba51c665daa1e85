import { describe, expect, test } from 'vitest';
import { type ErasureSubject, whyNotErased } from './person-request.ts';

/** What of a person is erased when they ask: what is over, for as long as the law has it kept, and not held. */

const OVER: ErasureSubject = { status: 'CLOSED', statusSince: '2023-03-31T16:30:00Z' };
const fate = (changes: Partial<ErasureSubject>, today = '2026-11-25') =>
  whyNotErased({ ...OVER, ...changes }, { today, timeZone: 'Asia/Shanghai' });

describe('a complaint of somebody who asks for erasure', () => {
  test('goes on the day on which three years are over, by the calendar of the office', () => {
    // Half past four in the afternoon of London is past midnight in Shanghai.
    expect(fate({}, '2026-03-31')).toEqual({ fate: 'KEPT', until: '2026-04-01' });
    expect(fate({}, '2026-04-01')).toBeUndefined();
  });

  test.each(['REGISTERED', 'ACCEPTED', 'ANSWERED'] as const)('stays while it is %s', (status) => {
    expect(fate({ status })).toEqual({ fate: 'OPEN' });
  });

  test('stays as long as it is held, the last day included', () => {
    expect(fate({ held: {} })).toEqual({ fate: 'HELD' });
    expect(fate({ held: { until: '2026-11-25' } })).toEqual({ fate: 'HELD', until: '2026-11-25' });
    expect(fate({ held: { until: '2026-11-24' } })).toBeUndefined();
  });

  test('is gone only where its personal data is: files alone are not the person', () => {
    expect(fate({ erased: { what: 'PERSONAL_DATA' } })).toEqual({ fate: 'GONE' });
    expect(fate({ erased: { what: 'FILES' } })).toBeUndefined();
  });
});
