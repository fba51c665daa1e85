import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addMilliseconds, localDateOf } from '../time.ts';
import { chinaCalendar, workingSecondsBetween } from './calendar.ts';

const calendar = chinaCalendar();
const HOUR = 3600;
const worked = (from: string, to: string): number =>
  workingSecondsBetween({
    from: new Date(`${from}+08:00`).toISOString(),
    to: new Date(`${to}+08:00`).toISOString(),
    calendar,
  });

describe('working time', () => {
  test('within a day is what lies between nine and half past five', () => {
    expect(worked('2026-09-24T08:00', '2026-09-24T10:30')).toBe(1.5 * HOUR);
    expect(worked('2026-09-24T16:30', '2026-09-24T20:00')).toBe(1 * HOUR);
    expect(worked('2026-09-24T18:00', '2026-09-24T23:00')).toBe(0);
  });

  test('passes over the National Day week, and counts the Saturday worked for it', () => {
    // Thu 24 September to Mon 12 October 2026: 7 working days (domain.md 4), Saturday the 10th among them.
    expect(worked('2026-09-24T17:30', '2026-10-12T17:30')).toBe(7 * 8.5 * HOUR);
  });

  test('backwards is none', () => {
    expect(worked('2026-09-25T10:00', '2026-09-24T10:00')).toBe(0);
  });

  test('is the same as counting it quarter by quarter of an hour', () => {
    const quarters = (days: number) => days * 96;
    fc.assert(
      fc.property(fc.nat(quarters(300)), fc.nat(quarters(40)), (start, length) => {
        const at = (quarter: number) => addMilliseconds('2026-01-01T16:00:00.000Z', quarter * 900_000);
        let counted = 0;
        for (let quarter = start; quarter < start + length; quarter += 1) {
          const local = new Date(Date.parse(at(quarter)) + 8 * 3_600_000).toISOString().slice(11, 16);
          const open = local >= '09:00' && local < '17:30';
          if (open && calendar.isWorkingDay(localDateOf(at(quarter)))) counted += 900;
        }
        expect(workingSecondsBetween({ from: at(start), to: at(start + length), calendar })).toBe(counted);
      }),
      { numRuns: 200 },
    );
  });
});
