import { expect, test } from 'vitest';
import { addressOf, choiceFrom, likelyPeriods } from './period-choice.ts';

test('proposed are the last quarter, month, half-year and year that are over, and the last holiday', () => {
  expect(likelyPeriods('2026-11-25')).toEqual([
    { kind: 'QUARTER', year: 2026, number: 3 },
    { kind: 'MONTH', year: 2026, number: 10 },
    { kind: 'HALF_YEAR', year: 2026, number: 1 },
    { kind: 'YEAR', year: 2025 },
    { kind: 'HOLIDAY', year: 2026, holiday: 'NATIONAL_DAY' },
  ]);
});

test('in January they are those of the year before', () => {
  expect(likelyPeriods('2026-01-02').slice(0, 4)).toEqual([
    { kind: 'QUARTER', year: 2025, number: 4 },
    { kind: 'MONTH', year: 2025, number: 12 },
    { kind: 'HALF_YEAR', year: 2025, number: 2 },
    { kind: 'YEAR', year: 2025 },
  ]);
});

test('an address holds any period and gives it back', () => {
  for (const choice of [
    ...likelyPeriods('2026-11-25'),
    { kind: 'SPAN', from: '2026-01-05', to: '2026-02-03' } as const,
  ]) {
    expect(choiceFrom(new URLSearchParams(addressOf(choice)))).toEqual(choice);
  }
  expect(choiceFrom(new URLSearchParams('kind=SPAN'))).toBeUndefined();
  expect(choiceFrom(new URLSearchParams('kind=CENTURY'))).toBeUndefined();
});
