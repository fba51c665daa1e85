import { expect, test } from 'vitest';
import { repeatReason, repeatRuleWords, repeatsFrom } from './repeat.ts';

const RULE = { withinDays: 365, received: 5, valid: 3 };

test('four complaints, two of them valid, are not enough', () => {
  expect(repeatReason(RULE, { received: 4, valid: 2 })).toBeUndefined();
});

test('the fifth complaint is, and so is the third that was found valid', () => {
  expect(repeatReason(RULE, { received: 5, valid: 0 })?.zh).toBe('365 天内被投诉 5 件（达 5 件即列入）');
  expect(repeatReason(RULE, { received: 3, valid: 3 })?.en).toBe(
    '3 valid complaints within 365 days (3 are enough)',
  );
});

test('the days of the rule end today, and their number is the number said', () => {
  expect(repeatsFrom(RULE, '2026-11-25')).toBe('2025-11-26');
  expect(repeatRuleWords(RULE).zh).toContain('365 天内被投诉 5 件以上');
});
