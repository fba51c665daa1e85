import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { change, changeOfRate, percent, ratio } from './arithmetic.ts';

describe('rates', () => {
  test('949 received and 797 accepted: 83.98 %; 768 of them closed: 96.36 %', () => {
    expect(percent(797, 949)).toBe('83.98');
    expect(percent(768, 797)).toBe('96.36');
  });

  test('of nothing are unknown, not zero and not infinite', () => {
    expect(percent(5, 0)).toBeNull();
    expect(ratio(5, 0).value).toBeNull();
  });

  test('are rounded half up, without floating point deciding', () => {
    expect(percent(1, 8, 1)).toBe('12.5');
    expect(percent(1, 800, 1)).toBe('0.1');
    expect(percent(1005, 100_000, 2)).toBe('1.01');
    expect(percent(0, 3)).toBe('0.00');
  });

  test('lie within half a hundredth of the exact value', () => {
    fc.assert(
      fc.property(fc.nat(100_000), fc.integer({ min: 1, max: 100_000 }), (part, whole) => {
        const shown = Number(percent(part, whole));
        expect(Math.abs(shown - (part / whole) * 100)).toBeLessThanOrEqual(0.005 + 1e-6 * shown);
      }),
    );
  });
});

describe('changes', () => {
  test('31 against 24 is +29.2 %', () => {
    expect(change(31, 24)).toMatchObject({ kind: 'UP', percent: '29.2', showCounts: false });
  });

  test('against nothing are new, never infinite', () => {
    expect(change(7, 0)).toMatchObject({ kind: 'NEW', percent: null });
    expect(change(0, 0)).toMatchObject({ kind: 'NONE', percent: null });
  });

  test('against fewer than ten show the counts beside the percentage', () => {
    expect(change(3, 9)).toMatchObject({ kind: 'DOWN', percent: '-66.7', showCounts: true });
    expect(change(12, 10)).toMatchObject({ percent: '20.0', showCounts: false });
  });

  test('of rates are told in points: 83.98 % against 80.00 % is 3.98 points more', () => {
    expect(changeOfRate(ratio(797, 949), ratio(80, 100))).toMatchObject({ kind: 'UP', points: '3.98' });
    expect(changeOfRate(ratio(1, 3), ratio(2, 3))).toMatchObject({ kind: 'DOWN', points: '-33.34' });
    expect(changeOfRate(ratio(1, 2), ratio(0, 0))).toBeUndefined();
  });
});
