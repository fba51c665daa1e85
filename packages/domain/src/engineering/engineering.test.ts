import { describe, expect, test } from 'vitest';
import { factsOf } from '../figures/facts.ts';
import { Life } from '../testing/life.fixture.ts';
import { instantAt } from '../time.ts';
import { improvedBetween, sitesOf, type WaitingCase } from './sites.ts';
import { daysOfWeek, weekOf, weeksAfter } from './weeks.ts';

const AT = instantAt('2026-11-02', '09:00');
const PLACE = { address: '翠湖花园', longitude: 114.06, latitude: 22.55 };

/** A complaint whose cause is known, and the list it joins by that. */
function joined(cause: string, details: object = {}): Life {
  const life = new Life({ sector: 'TELECOM', at: AT });
  life.register({ category: 'COVERAGE', details: { service: 'MOBILE', place: PLACE, ...details } });
  life.do({ type: 'ACCEPT' });
  life.do({ type: 'STATE_CAUSE', cause });
  return life;
}
const advance = { type: 'ADVANCE_ENGINEERING', itemId: 'item', leading: true } as const;
const measures = (life: Life): string[] =>
  factsOf(life.complaint)
    .filter(({ measure }) => measure.startsWith('ENGINEERING'))
    .map(({ measure }) => measure);

describe('a complaint and the lists of engineers', () => {
  test('joins the list that its cause names, at the site where it is', () => {
    const life = joined('WEAK_COVERAGE');
    expect(life.complaint.engineering).toMatchObject([
      { outlet: 'SITING_POOL', site: '8:114.06,22.55', steps: [] },
    ]);
    expect(joined('STATION_FAULT', { stationId: ' SZ-1 ' }).complaint.engineering?.[0]?.site).toBe('SZ-1');
    expect(joined('NEEDS_TUNING').complaint.engineering?.[0]?.site).toBeUndefined();
    expect(joined('TERMINAL').complaint.engineering).toBeUndefined();
  });

  test('moves with a corrected place, as long as nothing was planned there', () => {
    const life = joined('WEAK_COVERAGE');
    const move = (longitude: number) =>
      life.do({ type: 'CORRECT', changes: { details: { place: { ...PLACE, longitude } } }, reason: '更正' });
    expect(move(114.2).engineering?.[0]?.site).toBe('8:114.20,22.55');
    life.do({ ...advance, outlet: 'SITING_POOL', stage: 'PLANNED' });
    expect(move(114.3).engineering?.[0]?.site).toBe('8:114.20,22.55');
  });

  test('is served also after it was closed, once, and by one item at a time', () => {
    const life = joined('WEAK_COVERAGE');
    life.do({ type: 'NOTIFY_DECISION', via: 'PHONE' });
    life.do({ type: 'ANSWER', text: '已列入选址需求', via: 'PHONE', final: true });
    life.do({ type: 'FOLLOW_UP', result: 'SATISFIED' });
    life.do({ type: 'CLOSE' });
    const built = { ...advance, outlet: 'SITING_POOL', stage: 'DONE' } as const;
    life.do({ ...built, stage: 'PLANNED' });
    expect(life.refused({ ...built, itemId: 'another' })).toEqual(['ALREADY_DONE']);
    const done = life.do(built);
    expect(done.status).toBe('CLOSED');
    expect(done.engineering?.[0]?.endedAt).toBe(life.now);
    expect(life.refused(built)).toEqual(['WRONG_STATE']);
    expect(life.refused({ ...built, outlet: 'NO_SUCH_LIST' })).toEqual(['WRONG_STATE']);
    expect(measures(life)).toEqual([
      ...['ENGINEERING_JOINED', 'ENGINEERING_ENDED', 'ENGINEERING_ADVANCED', 'ENGINEERING_ADVANCED'],
    ]);
  });

  test('merged into another, waits there alone', () => {
    const life = joined('WEAK_COVERAGE');
    life.do({ type: 'MERGE', into: 'other', reason: '同一问题' });
    expect(measures(life)).toEqual(['ENGINEERING_JOINED', 'ENGINEERING_ENDED']);
  });
});

describe('sites', () => {
  const waiting = (complaintId: string, rest: Partial<WaitingCase>): WaitingCase => ({
    ...{ complaintId, number: complaintId, title: '信号差', status: 'CLOSED', receivedAt: AT, joinedAt: AT },
    ...{ groupSize: 1, readings: {}, ...rest },
  });

  test('count people once, show the worst of each reading, and the longest wait', () => {
    const [site] = sitesOf(
      [
        waiting('a', { site: 's', complainantId: 'p', readings: { rsrp: -110, sinr: 3 } }),
        waiting('b', { site: 's', complainantId: 'p', readings: { rsrp: -121 }, joinedAt: '2026-01-01' }),
        waiting('c', { site: 's', complainantId: 'q', groupSize: 12 }),
        waiting('d', { site: 's' }),
        waiting('e', { site: 's' }),
      ],
      ['rsrp', 'sinr'],
    );
    expect(site).toMatchObject({ people: 15, worst: { rsrp: -121, sinr: 3 }, waitingSince: '2026-01-01' });
    expect(site?.cases.map(({ number }) => number)[0]).toBe('b');
  });

  test('stand in order of complaints, people, signal, and waiting; nowhere comes last', () => {
    const ranked = sitesOf(
      [
        ...[1, 2, 3].map((each) => waiting(`n${each}`, {})),
        waiting('x1', { site: 'many', complainantId: 'p' }),
        waiting('x2', { site: 'many', complainantId: 'p' }),
        waiting('y', { site: 'group', groupSize: 9 }),
        waiting('z1', { site: 'weak', readings: { rsrp: -125 } }),
        waiting('z2', { site: 'weaker', readings: { rsrp: -130 } }),
        waiting('w1', { site: 'new' }),
        waiting('w2', { site: 'old', joinedAt: '2026-01-01' }),
      ],
      ['rsrp'],
    );
    expect(ranked.map(({ site }) => site)).toEqual([
      ...['many', 'group', 'weaker', 'weak', 'old', 'new', undefined],
    ]);
  });

  test('improve by the first reading that was taken before and after', () => {
    const keys = ['rsrp', 'downloadSpeed'];
    const improved = (before: object, after: object) =>
      improvedBetween({ before: { ...before }, after: { ...after }, keys });
    expect(improved({ rsrp: -115 }, { rsrp: -95 })).toBe(true);
    expect(improved({ rsrp: -95 }, { rsrp: -95, downloadSpeed: 90 })).toBe(false);
    expect(improved({ downloadSpeed: 30 }, { rsrp: -95, downloadSpeed: 90 })).toBe(true);
    expect(improved({ rsrp: -95 }, {})).toBeUndefined();
  });
});

describe('weeks', () => {
  test.each([
    ['2026-11-25', '2026-W48'],
    ['2026-12-31', '2026-W53'],
    ['2027-01-03', '2026-W53'],
    ['2027-01-04', '2027-W01'],
    ['2024-12-30', '2025-W01'],
    ['2023-01-01', '2022-W52'],
  ])('%s lies in %s', (date, week) => {
    expect(weekOf(date)).toBe(week);
    const { from, to } = daysOfWeek(week) ?? { from: '', to: '' };
    expect(from <= date && date <= to).toBe(true);
  });

  test('follow one another over the end of a year, and there is no 53rd where there are 52', () => {
    expect(weeksAfter('2026-W53', 1)).toBe('2027-W01');
    expect(weeksAfter('2027-W01', -1)).toBe('2026-W53');
    expect(daysOfWeek('2025-W53')).toBeUndefined();
    expect(daysOfWeek('2025-W00')).toBeUndefined();
    expect(daysOfWeek('week 3')).toBeUndefined();
  });
});
