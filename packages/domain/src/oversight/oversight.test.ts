import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { acrossFigures, addedFigures, addTallies, cellsWanted, type Tally, tallyOf } from './across.ts';
import { type Comparable, fairFigures } from './fair.ts';

const count = fc.nat({ max: 10_000 });
const parts = fc.record({
  count,
  whole: count,
  amount: count,
  currencies: fc.dictionary(fc.constantFrom('CNY', 'HKD', 'USD'), count),
});
const tally: fc.Arbitrary<Tally> = fc
  .array(parts, { minLength: addedFigures().length, maxLength: addedFigures().length })
  .map((all) =>
    Object.fromEntries(addedFigures().map(({ code }, index) => [code, all[index] ?? all[0]])),
  ) as never;

describe('figures across organisations', () => {
  test('of any organisations, in any groups, add up to those of all together', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(tally, fc.nat({ max: 3 })), { maxLength: 12 }), (members) => {
        const all = addTallies(members.map(([each]) => each));
        const groups = [...Map.groupBy(members, ([, group]) => group).values()];
        const regrouped = addTallies(groups.map((group) => addTallies(group.map(([each]) => each))));
        expect(regrouped).toEqual(all);
      }),
    );
  });

  test('a rate of several is one of their counts, not a mean of their rates', () => {
    const of = (met: number, ended: number) =>
      tallyOf({
        open: 0,
        cells: [
          { measure: 'CLOCK_ENDED', dimension: 'TOTAL', value: 'ALL', count: ended, amount: 0 },
          { measure: 'CLOCK_ENDED', dimension: 'clockResult', value: 'MET', count: met, amount: 0 },
          {
            measure: 'CLOCK_ENDED',
            dimension: 'clockResult',
            value: 'OVERDUE',
            count: ended - met,
            amount: 0,
          },
        ],
      });
    const [, , , , onTime] = acrossFigures({ now: addTallies([of(1, 1), of(0, 9)]) });
    expect(onTime).toMatchObject({
      code: 'onTimeRate',
      now: { numerator: 1, denominator: 10, value: 0.1 },
    });
  });

  test('where nothing ended there is no rate, rather than 0 or 100 %', () => {
    const figures = acrossFigures({ now: tallyOf({ cells: [], open: 0 }) });
    const rates = figures.filter(({ unit }) => unit === 'RATE');
    expect(rates).toHaveLength(3);
    for (const { now } of rates) expect(now.value).toBeNull();
  });

  test('money in more than yuan says how much was in which', () => {
    const cell = (value: string, amount: number) => ({
      ...{ measure: 'REMEDY', dimension: 'currency', value, count: 1, amount },
    });
    const total = { measure: 'REMEDY', dimension: 'TOTAL', value: 'ALL', count: 3, amount: 900 };
    const cells = [total, cell('CNY', 500), cell('HKD', 400)];
    const compensation = acrossFigures({ now: tallyOf({ cells, open: 0 }) }).find(
      ({ code }) => code === 'compensation',
    );
    expect(compensation).toMatchObject({ now: { value: 900 }, currencies: { CNY: 500, HKD: 400 } });
  });

  test('are computed from totals and outcomes alone, which is all that the database shows', () => {
    const dimensions = new Set(cellsWanted().map(([, dimension]) => dimension));
    expect([...dimensions].sort()).toEqual([
      ...['TOTAL', 'clockResult', 'currency', 'followUpResult', 'promiseResult'],
    ]);
  });
});

describe('a fair comparison', () => {
  const unit = { zh: '万人次', en: '10,000 visits' };
  const sector = { denominators: [{ code: 'VISITS', label: unit, unit, per: 10_000 }] };

  test('is received per unit of what all of them gave', () => {
    const two = [
      { received: 30, denominators: { VISITS: 100_000 } },
      { received: 10, denominators: { VISITS: 300_000 } },
    ];
    expect(fairFigures(sector, two)).toMatchObject([{ value: 1, given: 2 }]);
  });

  test('is none while one of them has given nothing', () => {
    const two: Comparable[] = [
      { received: 30, denominators: { VISITS: 100_000 } },
      { received: 10, denominators: {} },
    ];
    expect(fairFigures(sector, two)).toMatchObject([{ value: null, given: 1 }]);
    expect(fairFigures(sector, [])).toMatchObject([{ value: null, given: 0 }]);
  });
});
