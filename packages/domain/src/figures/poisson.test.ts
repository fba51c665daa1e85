import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { chanceOfRise, poissonTail } from './poisson.ts';

describe('the Poisson tail', () => {
  // R: ppois(count - 1, mean, lower.tail = FALSE)
  test.each([
    [1, 1, 0.6321205588285577],
    [5, 1, 0.003659846827343713],
    [10, 4, 0.008132242797448],
    [3, 0.5, 0.014387677966970687],
    [8, 10, 0.7797793533983012],
  ])('%i or more where %d are expected: %d', (count, mean, known) => {
    expect(poissonTail(count, mean)).toBeCloseTo(known, 10);
  });

  test('of nothing at all is certain, of anything where nothing comes impossible', () => {
    expect(poissonTail(0, 3)).toBe(1);
    expect(poissonTail(1, 0)).toBe(0);
  });

  test('keeps its digits far out', () => {
    expect(poissonTail(50, 5) / 2.181059214078489e-32).toBeCloseTo(1, 9);
  });

  test('falls with the count, rises with the mean, and the parts add up to one', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 300 }), fc.double({ min: 0.01, max: 300 }), (count, mean) => {
        if (Number.isNaN(mean)) return;
        const here = poissonTail(count, mean);
        expect(here).toBeGreaterThanOrEqual(0);
        expect(here).toBeLessThanOrEqual(1);
        expect(poissonTail(count + 1, mean)).toBeLessThanOrEqual(here + 1e-12);
        expect(poissonTail(count, mean * 1.1)).toBeGreaterThanOrEqual(here - 1e-12);
      }),
    );
  });
});

describe('a rise by chance', () => {
  // R: binom.test(now, now + before, share, alternative = 'greater')$p.value
  test('half the time and three of four: 5 in 16', () => {
    expect(chanceOfRise({ now: 3, before: 1, share: 0.5 })).toBeCloseTo(5 / 16, 12);
    expect(chanceOfRise({ now: 2, before: 0, share: 1 / 4 })).toBeCloseTo(1 / 16, 12);
  });

  test('six in four weeks after thirteen in a year is no chance, two are', () => {
    const share = 4 / 56;
    expect(chanceOfRise({ now: 6, before: 13, share })).toBeLessThan(0.01);
    expect(chanceOfRise({ now: 2, before: 13, share })).toBeGreaterThan(0.2);
  });

  test('one after a year of nothing raises no alarm', () => {
    expect(chanceOfRise({ now: 1, before: 0, share: 4 / 56 })).toBeGreaterThan(0.05);
  });

  test('comes near the Poisson tail where the past is long', () => {
    const tail = poissonTail(9, 3);
    expect(chanceOfRise({ now: 9, before: 30_000, share: 1 / 10_001 })).toBeCloseTo(tail, 3);
  });
});
