import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { sectorOf } from '../sectors/index.ts';
import { addDays } from '../time.ts';
import { burstsIn, burstWords, type Cell, type Occurrence } from './burst.ts';
import { cellsOf } from './cells.ts';

const TODAY = '2026-07-01';
const LONG_AGO = '2020-01-01';
const cellOf = (value: string): Cell => ({
  category: 'COVERAGE',
  by: 'DETAIL',
  field: 'place',
  value,
  label: value,
});

/** `count` complaints of a cell so many days ago, each by somebody else. */
function complaints(
  place: string,
  daysAgo: number,
  count: number,
  rest: Partial<Occurrence> = {},
): Occurrence[] {
  return Array.from({ length: count }, (_, index) => ({
    ...{ complaintId: `${place}-${daysAgo}-${index}`, on: addDays(TODAY, -daysAgo) },
    ...{ cells: [cellOf(place)], linked: false, ...rest },
  }));
}

/** One complaint of the cell every so many days of the year before. */
function usual(place: string, everyDays: number): Occurrence[] {
  return Array.from({ length: Math.floor(358 / everyDays) }, (_, index) =>
    complaints(place, 8 + index * everyDays, 1),
  ).flat();
}

const bursts = (occurrences: readonly Occurrence[], since = LONG_AGO) =>
  burstsIn({ occurrences, today: TODAY, since });

describe('a burst', () => {
  test('of nine in a day where one comes every month is found, with its figures and its complaints', () => {
    const [burst, ...others] = bursts([...usual('海棠花园', 30), ...complaints('海棠花园', 0, 9)]);
    expect(others).toEqual([]);
    expect(burst).toMatchObject({ from: TODAY, to: TODAY, people: 9, before: 11, daysBefore: 365 });
    expect(burst?.complaintIds).toHaveLength(9);
    expect(burst?.chance).toBeLessThan(1e-9);
  });

  test('a place that always complains as much has none', () => {
    expect(
      bursts([
        ...usual('市场街', 1),
        ...[0, 1, 2, 3, 4, 5, 6].flatMap((day) => complaints('市场街', day, 1)),
      ]),
    ).toEqual([]);
  });

  test('four people are no mass, however unusual; nor is one person who calls ten times', () => {
    expect(bursts(complaints('海棠花园', 0, 4))).toEqual([]);
    expect(bursts(complaints('海棠花园', 0, 10, { complainantId: 'wang' }))).toEqual([]);
  });

  test('an office that began last week does not know what is usual', () => {
    const many = complaints('海棠花园', 0, 20);
    expect(bursts(many, addDays(TODAY, -10))).toEqual([]);
    expect(bursts(many, addDays(TODAY, -60))).toHaveLength(1);
  });

  test('what belongs to an incident already raises no further one', () => {
    expect(bursts(complaints('海棠花园', 0, 9, { linked: true }))).toEqual([]);
  });

  test('the same complaints are proposed once, by what is least likely to be chance', () => {
    const both = complaints('海棠花园', 0, 9).map((each) => ({
      ...each,
      cells: [...each.cells, { ...cellOf('某施工单位'), by: 'RESPONDENT' as const }],
    }));
    expect(bursts([...both, ...usual('海棠花园', 20)])).toHaveLength(1);
  });

  test('says in words how it was found', () => {
    const [burst] = bursts([...usual('海棠花园', 30), ...complaints('海棠花园', 0, 9)]);
    if (!burst) throw new Error('There is no burst.');
    const { zh, en } = burstWords(
      { ...burst, complaints: 9 },
      { category: { zh: '信号覆盖', en: 'Coverage' }, where: { zh: '海棠花园', en: '海棠花园' } },
    );
    expect(zh).toContain('最近 1 天 9 件、9 人；此前 365 天共 11 件');
    expect(en).toContain('9 complaints by 9 people in the last day');
  });
});

/** A steady stream of chance: its own small generator, so that every run sees the same. */
function chance(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) % 4_294_967_296;
    return state / 4_294_967_296;
  };
}

test('a quiet office is told of nothing: whatever its places complain at, as long as the rate stays', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 1_000_000 }),
      fc.array(fc.double({ min: 0.005, max: 1.5, noNaN: true }), { minLength: 1, maxLength: 12 }),
      (seed, rates) => {
        const random = chance(seed);
        const occurrences = rates.flatMap((rate, place) =>
          Array.from({ length: 372 }, (_, day) => {
            // Knuth: as many as there are factors before their product falls below e^-rate.
            let count = 0;
            for (let product = random(); product > Math.exp(-rate); product *= random()) count += 1;
            return complaints(`地点${place}`, day, count);
          }).flat(),
        );
        expect(bursts(occurrences)).toEqual([]);
      },
    ),
    { numRuns: 40, seed: 20_260_701 },
  );
});

describe('what complaints have in common', () => {
  const telecom = sectorOf('TELECOM');

  test('an address as far as the house number, coordinates as their square of the map', () => {
    const at = (place: object) =>
      cellsOf({ category: 'COVERAGE', respondent: {}, details: { place } }, telecom).map(
        ({ value }) => value,
      );
    expect(at({ address: '海棠花园3栋502' })).toEqual(at({ address: '海棠花园11栋' }));
    expect(at({ longitude: 114.0581, latitude: 22.5431 })).toEqual(
      at({ longitude: 114.0612, latitude: 22.5412 }),
    );
    expect(at({ address: '海棠花园' })).not.toEqual(at({ address: '幸福小区' }));
  });

  test('nothing, as long as nobody has said what it is about', () => {
    expect(cellsOf({ respondent: { name: '某旅行社' }, details: {} }, telecom)).toEqual([]);
  });
});
