import { describe, expect, test } from 'vitest';
import type { FigureSource, Group } from '../figures/query.ts';
import { sectorOf } from '../sectors/index.ts';
import { incidents } from './assemble-incidents.ts';
import { rises } from './assemble-rises.ts';
import { reportPeriods } from './period.ts';
import type { BlockContext } from './subject.ts';

const PERIODS = reportPeriods({ kind: 'QUARTER', year: 2026, number: 2 });
if (!PERIODS) throw new Error('There is no such quarter.');
const periods = PERIODS;

/** A source that counts what it is told to, by the first day of the period. */
function counting(
  counts: Readonly<Record<string, readonly (readonly [string, string, number])[]>>,
): FigureSource {
  return ((request: { kind: string; query?: { from: string }; by?: readonly string[] }) => {
    if (request.kind !== 'groups' || request.by?.[1] !== 'respondent') return [];
    return (counts[request.query?.from ?? ''] ?? []).map(
      ([category, value, count]): Group => ({ values: [category, value], count, amount: 0 }),
    );
  }) as FigureSource;
}

function contextWith(source: FigureSource): BlockContext {
  return {
    ...{ sector: sectorOf('TOURISM'), periods, organization: { zh: '局', en: 'Bureau' } },
    ...{ names: new Map(), source, problem: () => undefined },
  };
}

const BLOCK = {
  kind: 'rises',
  code: 'rises',
  title: { zh: '热点', en: 'Hot spots' },
  measure: 'RECEIVED',
} as const;
const [NOW, BEFORE, YEAR_AGO] = ['2026-04-01', '2026-01-01', '2025-04-01'];

describe('hot spots', () => {
  test('what rose beyond chance is listed with both counts and how it moved', () => {
    const table = rises(
      BLOCK,
      contextWith(
        counting({
          [NOW]: [
            ['SHOPPING', '甲旅行社', 14],
            ['SHOPPING', '乙旅行社', 6],
          ],
          [BEFORE]: [
            ['SHOPPING', '甲旅行社', 1],
            ['SHOPPING', '乙旅行社', 5],
          ],
          [YEAR_AGO]: [
            ['SHOPPING', '甲旅行社', 12],
            ['SHOPPING', '乙旅行社', 6],
          ],
        }),
      ),
    );
    expect(table.rows).toHaveLength(1);
    const [label, now, before, change] = table.rows[0]?.cells ?? [];
    expect(label?.label?.zh).toContain('甲旅行社');
    expect([now?.value, before?.value]).toEqual([14, 1]);
    // A base under ten: the counts stand beside the percentage.
    expect(change?.change).toMatchObject({ kind: 'UP', percent: '1300.0', showCounts: true });
    expect(now?.cases?.where).toEqual({ category: ['SHOPPING'], respondent: ['甲旅行社'] });
  });

  test('two against none is no hot spot, nor is one more than usual among many', () => {
    const few = counting({ [NOW]: [['SHOPPING', '甲旅行社', 2]] });
    expect(rises(BLOCK, contextWith(few)).rows).toEqual([]);
    const usual = counting({
      [NOW]: [['SHOPPING', '甲旅行社', 12]],
      [BEFORE]: [['SHOPPING', '甲旅行社', 9]],
      [YEAR_AGO]: [['SHOPPING', '甲旅行社', 10]],
    });
    expect(rises(BLOCK, contextWith(usual)).rows).toEqual([]);
  });

  test('the more is compared at once, the more it takes', () => {
    const spot = ['SHOPPING', '甲旅行社', 9] as const;
    const alone = { [NOW]: [spot], [BEFORE]: [['SHOPPING', '甲旅行社', 1] as const] };
    expect(rises(BLOCK, contextWith(counting(alone))).rows).toHaveLength(1);
    const crowd = Array.from({ length: 60 }, (_, index) => ['SHOPPING', `第 ${index} 家`, 1] as const);
    const among = { ...alone, [NOW]: [spot, ...crowd] };
    expect(rises(BLOCK, contextWith(counting(among))).rows).toEqual([]);
  });
});

test('incidents: one line each, the largest first, whoever complained twice counted once in the total', () => {
  const line = (
    id: string,
    cases: readonly { complainantId: string; groupSize: number }[],
    seconds: number | null,
  ) => ({
    ...{ id, number: `SJ-2026-${id}`, title: '甩团', openedOn: '2026-05-02', status: 'OPEN' as const },
    ...{ cases, secondsToAnswer: seconds },
  });
  const [wang, li] = [
    { complainantId: 'wang', groupSize: 3 },
    { complainantId: 'li', groupSize: 1 },
  ];
  const source = (() => [line('1', [wang], 3600), line('2', [wang, li], 7200)]) as unknown as FigureSource;
  const table = incidents(
    { kind: 'incidents', code: 'opened', title: { zh: '事件', en: 'Incidents' } },
    contextWith(source),
  );
  const numbers = table.rows.map(({ cells }) => [cells[1]?.value, cells[2]?.value, cells[4]?.value]);
  expect(numbers).toEqual([
    [2, 4, 7200],
    [1, 3, 3600],
    [3, 4, 5400],
  ]);
  expect(table.rows[0]?.cells[1]?.cases?.where).toEqual({ incident: ['2'] });
});
