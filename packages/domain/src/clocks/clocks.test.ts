import { describe, expect, test } from 'vitest';
import { addWorkingDays, chinaCalendar, movedOffHoliday } from '../calendar/calendar.ts';
import { Life } from '../testing/life.fixture.ts';
import { instantAt, localDateOf } from '../time.ts';
import { startClock } from './clock.ts';
import type { DeadlineRule } from './rule.ts';
import { selectRules } from './select.ts';

/** The answers of domain.md 4. */

const calendar = chinaCalendar();
const rule = (changes: Partial<DeadlineRule> = {}): DeadlineRule => ({
  ...{ id: 'r@2020', clock: 'answer', label: { zh: '答复', en: 'Answer' } },
  ...{ startsOn: 'received', endsOn: ['answered'], amount: 7, unit: 'workingDays' },
  ...{ basis: { regulation: { zh: '办法', en: 'Measures' } } },
  ...{ effectiveFrom: '2020-01-01', confirmed: true, origin: 'law' },
  ...changes,
});
const start = (at: string, changes: Partial<DeadlineRule> = {}) =>
  startClock({ id: 'k', rule: rule(changes), at, calendar });
const dayOf = (at: string) => localDateOf(at);

describe('working days', () => {
  test('7 working days from Thursday 2026-09-24 end on Monday 2026-10-12; Saturday 10-10 is worked', () => {
    expect(calendar.isWorkingDay('2026-10-10')).toBe(true);
    expect(addWorkingDays('2026-09-24', 7, calendar)).toBe('2026-10-12');
    const clock = start(instantAt('2026-09-24', '10:00'));
    expect(clock.dueAt).toBe(instantAt('2026-10-12', '17:30'));
    expect(clock.provisional).toBe(false);
  });

  test('7 working days from 2026-12-28 are provisional until the calendar of 2027 is published', () => {
    expect(start(instantAt('2026-12-28', '10:00')).provisional).toBe(true);
    const published = chinaCalendar({
      extraYears: [{ year: 2027, holidays: ['2027-01-01'], makeUpDays: [] }],
    });
    const clock = startClock({
      id: 'k',
      rule: rule(),
      at: instantAt('2026-12-28', '10:00'),
      calendar: published,
    });
    expect(clock.provisional).toBe(false);
  });

  test('a period ends at the close of business that the organisation has set', () => {
    const early = chinaCalendar({ closeOfBusiness: '16:00' });
    const clock = startClock({
      id: 'k',
      rule: rule(),
      at: instantAt('2026-09-24', '10:00'),
      calendar: early,
    });
    expect(clock.dueAt).toBe(instantAt('2026-10-12', '16:00'));
  });
});

describe('days', () => {
  test('the day of the start does not count', () => {
    const clock = start(instantAt('2026-11-02', '23:00'), { amount: 15, unit: 'days' });
    expect(dayOf(clock.dueAt)).toBe('2026-11-17');
  });

  test('a last day on a statutory holiday moves to the first day after it', () => {
    expect(movedOffHoliday('2026-10-01', calendar)).toBe('2026-10-08');
    expect(dayOf(start(instantAt('2026-09-16', '09:00'), { amount: 15, unit: 'days' }).dueAt)).toBe(
      '2026-10-08',
    );
  });

  test('a last day on a weekend moves only where the organisation has set so', () => {
    const at = instantAt('2026-11-07', '09:00');
    expect(dayOf(start(at, { amount: 7, unit: 'days' }).dueAt)).toBe('2026-11-14');
    const moves = chinaCalendar({ weekendMovesLastDay: true });
    const clock = startClock({ id: 'k', rule: rule({ amount: 7, unit: 'days' }), at, calendar: moves });
    expect(dayOf(clock.dueAt)).toBe('2026-11-16');
  });
});

test('hours run plainly, holidays or not', () => {
  const clock = start('2026-10-01T02:00:00.000Z', { amount: 48, unit: 'hours' });
  expect(clock.dueAt).toBe('2026-10-03T02:00:00.000Z');
});

describe('versions of rules', () => {
  const mediation = (acceptedOn: string) => {
    const life = new Life({ sector: 'DRUG_REGULATION', at: instantAt(acceptedOn, '09:00') });
    life.register({
      category: life.sector.categories[0]?.code ?? '',
      details: { productName: '某药', productClass: 'DRUG', suspicion: 'QUALITY' },
    });
    const clocks = selectRules({
      rules: life.sector.clocks,
      trigger: 'accepted',
      at: life.now,
      facts: { kind: 'COMPLAINT' },
      calendar,
    });
    return clocks.find(({ clock }) => clock === 'mediation');
  };

  test('a drug complaint accepted on 2026-04-10 keeps 45 working days', () => {
    expect(mediation('2026-04-10')).toMatchObject({ amount: 45, unit: 'workingDays' });
  });

  test('one accepted on 2026-04-20 has 60 days', () => {
    expect(mediation('2026-04-20')).toMatchObject({ amount: 60, unit: 'days' });
  });

  test('a tourist complaint is decided within 5 working days before 2026-03-15 and within 2 after', () => {
    const decision = (day: string) => {
      const life = new Life({ sector: 'TOURISM', at: instantAt(day, '09:00') });
      life.register();
      return life.clock('acceptance')?.rule.amount;
    };
    expect(decision('2026-03-13')).toBe(5);
    expect(decision('2026-03-16')).toBe(2);
  });

  test('an own promise stands in for the law where it is tighter, never where it is looser', () => {
    const promised = (amount: number) => {
      const own = rule({
        id: 'own',
        clock: 'acceptance',
        endsOn: ['decided'],
        amount,
        origin: 'organization',
      });
      const life = new Life({
        sector: 'TOURISM',
        at: instantAt('2026-11-02', '09:00'),
        settings: { ownRules: [own] },
      });
      life.register();
      return life.clock('acceptance')?.rule.amount;
    };
    expect(promised(1)).toBe(1);
    expect(promised(5)).toBe(2);
  });
});

describe('a fault in town is restored in 48 hours, in the country in 72', () => {
  test.each([
    ['URBAN', 48],
    ['RURAL', 72],
  ])('%s: %i hours', (area, hours) => {
    const life = new Life({ sector: 'TELECOM', at: instantAt('2026-11-02', '09:00') });
    life.register({ category: 'BROADBAND_FAULT', details: { service: 'BROADBAND', area } });
    life.later(1).do({ type: 'RECORD_MILESTONE', milestone: 'faultReported' });
    const clock = life.complaint.clocks.find(({ rule: { startsOn } }) => startsOn === 'faultReported');
    expect(clock?.rule).toMatchObject({ amount: hours, unit: 'hours' });
  });
});

describe('a clock of a complaint', () => {
  test('is met by an answer in time, overdue without one, and counts as late when the answer comes', () => {
    const inTime = new Life({ sector: 'TOURISM', at: instantAt('2026-11-02', '09:00') });
    inTime.register();
    inTime.later(1).do({ type: 'DECLINE', ground: 'OUTSIDE_REMIT', reason: '不属职责', body: '市场监管局' });
    expect(inTime.clock('acceptance')?.state).toBe('met');

    const late = new Life({ sector: 'TOURISM', at: instantAt('2026-11-02', '09:00') });
    late.register();
    late.on(instantAt('2026-11-09', '09:00')).do({ type: 'TICK' });
    expect(late.clock('acceptance')?.state).toBe('overdue');
    expect(late.complaint.attention).toContain('CLOCK_OVERDUE');
    // It ran out when it was due, not when the timer came by.
    const overdue = late.events.find(({ type }) => type === 'CLOCK_OVERDUE');
    expect(overdue?.at).toBe(late.clock('acceptance')?.dueAt);
    late.do({ type: 'DECLINE', ground: 'OUTSIDE_REMIT', reason: '不属职责', body: '市场监管局' });
    expect(late.clock('acceptance')?.state).toBe('endedLate');
  });

  test('keeps the calendar it was computed with, until one is loaded that changes it', () => {
    const life = new Life({ sector: 'TOURISM', at: instantAt('2026-12-31', '09:00') });
    life.register();
    const before = life.clock('acceptance');
    expect(before?.provisional).toBe(true);
    const loaded = chinaCalendar({
      extraYears: [
        { year: 2027, holidays: ['2027-01-01', '2027-01-02', '2027-01-03', '2027-01-04'], makeUpDays: [] },
      ],
    });
    const next = new Life({ sector: 'TOURISM', at: life.now, calendar: loaded });
    next.state = life.complaint;
    next.do({ type: 'RECOMPUTE_CLOCKS', reason: '载入 2027 年工作日历' });
    const after = next.clock('acceptance');
    expect(after?.provisional).toBe(false);
    expect(after?.changes).toMatchObject([{ kind: 'recomputed', reason: '载入 2027 年工作日历' }]);
    expect(after && before && after.dueAt > before.dueAt).toBe(true);
  });
});
