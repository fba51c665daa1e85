import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Command } from '../complaint/commands.ts';
import { nextTick } from '../complaint/due.ts';
import { replay } from '../complaint/evolve.ts';
import { isOpen } from '../complaint/transitions.ts';
import type { Sector } from '../sectors/contract.ts';
import { SECTORS, sectorOf } from '../sectors/index.ts';
import { commands, START } from '../testing/commands.fixture.ts';
import { Life } from '../testing/life.fixture.ts';
import { MULTI_VALUED_DIMENSIONS, WAYS_IN } from './measures.ts';
import {
  type Countable,
  countableOf,
  type RollupCell,
  rolledUpDimensions,
  rollupDifference,
  TOTAL,
} from './rollup.ts';

/** What must hold after anything that can be done to a complaint, in whatever order. */

type Step = readonly [Command, number];

// By its code alone: a counterexample that prints a whole sector cannot be read.
const sectors = fc.constantFrom(
  ...SECTORS.map((sector) => ({ ...sector, [fc.toStringMethod]: () => sector.code })),
);

const lives = sectors.chain((sector) =>
  fc.tuple(
    fc.constant(sector),
    fc.array(fc.tuple(commands(sector), fc.integer({ min: 0, max: 400 })), { maxLength: 25 }),
  ),
);

function live(sector: Sector, steps: readonly Step[], each?: (life: Life) => void): Life {
  const life = new Life({ sector, at: START, settings: { answerNeedsApproval: false } });
  life.register({ category: sector.categories[0]?.code ?? '' });
  each?.(life);
  for (const [command, hours] of steps) {
    life.later(hours).try(command);
    each?.(life);
  }
  return life;
}

const sumOf = (cells: readonly RollupCell[]): Map<string, RollupCell> => {
  const sums = new Map<string, RollupCell>();
  for (const cell of cells) {
    const key = `${cell.month} ${cell.measure} ${cell.dimension} ${cell.value}`;
    const before = sums.get(key);
    const sum = {
      ...cell,
      count: (before?.count ?? 0) + cell.count,
      amount: (before?.amount ?? 0) + cell.amount,
    };
    if (sum.count === 0 && sum.amount === 0) sums.delete(key);
    else sums.set(key, sum);
  }
  return sums;
};

describe('after any life', () => {
  test('the events alone give the complaint again', () => {
    fc.assert(
      fc.property(lives, ([sector, steps]) => {
        const life = live(sector, steps);
        expect(replay(life.events, 'c')).toEqual(life.complaint);
      }),
      { numRuns: 150 },
    );
  });

  test('differences kept along the way add up to a recount at the end', () => {
    fc.assert(
      fc.property(lives, ([sector, steps]) => {
        const dimensions = rolledUpDimensions(sector);
        const nothing: Countable = countableOf(undefined, sector);
        let before = nothing;
        const kept: RollupCell[] = [];
        const life = live(sector, steps, ({ complaint }) => {
          const after = countableOf(complaint, sector);
          kept.push(...rollupDifference({ before, after, dimensions }));
          before = after;
        });
        const recount = rollupDifference({
          before: nothing,
          after: countableOf(life.complaint, sector),
          dimensions,
        });
        expect(sumOf(kept)).toEqual(sumOf(recount));
      }),
      { numRuns: 150 },
    );
  });

  test('every single-valued breakdown adds up to its total', () => {
    fc.assert(
      fc.property(lives, ([sector, steps]) => {
        const dimensions = rolledUpDimensions(sector);
        const multi = new Set([
          ...MULTI_VALUED_DIMENSIONS,
          ...sector.fields.filter(({ type }) => type.kind === 'choices').map(({ key }) => `details.${key}`),
        ]);
        const { complaint } = live(sector, steps);
        const cells = rollupDifference({
          before: countableOf(undefined, sector),
          after: countableOf(complaint, sector),
          dimensions,
        });
        for (const total of cells.filter(({ dimension }) => dimension === TOTAL)) {
          for (const dimension of dimensions.filter((each) => !multi.has(each))) {
            const parts = cells.filter(
              (cell) =>
                cell.dimension === dimension && cell.measure === total.measure && cell.month === total.month,
            );
            expect(parts.reduce((sum, { count }) => sum + count, 0)).toBe(total.count);
            expect(parts.reduce((sum, { amount }) => sum + amount, 0)).toBe(total.amount);
          }
        }
      }),
      { numRuns: 100 },
    );
  });

  test('clocks go forward: due after they start, ended once and not before they began', () => {
    fc.assert(
      fc.property(lives, ([sector, steps]) => {
        const ended = new Map<string, string>();
        live(sector, steps, ({ complaint }) => {
          for (const { id, startedAt, dueAt, endedAt, state } of complaint.clocks) {
            expect(dueAt >= startedAt).toBe(true);
            if (endedAt === undefined) continue;
            expect(endedAt >= startedAt).toBe(true);
            expect(ended.get(id) ?? endedAt).toBe(endedAt);
            ended.set(id, endedAt);
            if (state === 'met') expect(endedAt <= dueAt).toBe(true);
          }
        });
      }),
      { numRuns: 150 },
    );
  });

  test('the timer looks at a complaint only when time changes something, and not for ever', () => {
    fc.assert(
      fc.property(lives, ([sector, steps]) => {
        const life = live(sector, steps);
        let due = nextTick(life.complaint, life.settings);
        for (let looks = 0; due !== undefined; looks += 1) {
          expect(looks).toBeLessThan(20);
          const written = life.events.length;
          if (due > life.now) life.on(due);
          life.later(0.001);
          const looked = life.do({ type: 'TICK' });
          expect(life.events.length).toBeGreaterThan(written);
          due = nextTick(looked, life.settings);
        }
      }),
      { numRuns: 300 },
    );
  });

  test('an appeal is one way in, not also a reopening', () => {
    const sector = sectorOf('TELECOM');
    const { complaint } = live(sector, [
      [{ type: 'DECLINE', ground: 'OTHER', reason: '不属本单位' }, 1],
      [{ type: 'APPEAL', reason: '补充材料' }, 1],
    ]);
    const counted = countableOf(complaint, sector).facts.map(({ measure }) => measure);
    expect(counted.filter((measure) => WAYS_IN.includes(measure))).toEqual(['RECEIVED', 'APPEALED']);
    expect(counted.filter((measure) => measure === 'LEFT')).toHaveLength(1);
  });

  test('what came in less what left is what is open: one way out for each way in', () => {
    fc.assert(
      fc.property(lives, ([sector, steps]) => {
        live(sector, steps, ({ complaint }) => {
          const { facts } = countableOf(complaint, sector);
          const count = (measure: string) => facts.filter((fact) => fact.measure === measure).length;
          const ways = WAYS_IN.reduce((sum, measure) => sum + count(measure), 0);
          expect(ways - count('LEFT')).toBe(complaint && isOpen(complaint.status) ? 1 : 0);
        });
      }),
      { numRuns: 150 },
    );
  });
});
