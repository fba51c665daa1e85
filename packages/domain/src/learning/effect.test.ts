import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { effectQueries, effectVerdict, effectWords } from './effect.ts';

const ACTION = { plannedOn: '2026-04-10', completedOn: '2026-05-01', causes: ['PROCESS'] };

describe('whether a corrective action worked', () => {
  test('is counted over ninety days before it was planned and ninety after it was completed', () => {
    const queries = effectQueries(ACTION);
    expect(queries?.before).toMatchObject({ from: '2026-01-10', to: '2026-04-09', measure: 'RECEIVED' });
    expect(queries?.after).toMatchObject({ from: '2026-05-02', to: '2026-07-30', measure: 'RECEIVED' });
  });

  test('over complaints of the same cause, about the same department, or else the same party', () => {
    expect(effectQueries(ACTION)?.after.where).toEqual({ cause: ['PROCESS'] });
    const party = { ...ACTION, respondentName: '骨科' };
    expect(effectQueries(party)?.before.where).toEqual({ cause: ['PROCESS'], respondent: ['骨科'] });
    expect(effectQueries({ ...party, departmentId: 'd' })?.before.where).toEqual({
      ...{ cause: ['PROCESS'], department: ['d'] },
    });
    expect(effectQueries({ ...ACTION, causes: [] })).toBeUndefined();
  });

  test('is better or worse only beyond chance: eight to one is, seven to one is not', () => {
    const verdict = (before: number, after: number) => effectVerdict({ before, after, over: true });
    // Of 8, 7 or more fall on one side with 9 ÷ 256 = 3.5 %; of 9, 8 or more with 10 ÷ 512 = 1.95 %.
    expect([verdict(7, 1), verdict(8, 1)]).toEqual(['CANNOT_TELL', 'BETTER']);
    expect([verdict(1, 7), verdict(1, 8)]).toEqual(['CANNOT_TELL', 'WORSE']);
    // Of 6, all on one side: 1 ÷ 64 = 1.6 %; of 5, 1 ÷ 32 = 3.1 %.
    expect([verdict(5, 0), verdict(6, 0), verdict(0, 6)]).toEqual(['CANNOT_TELL', 'BETTER', 'WORSE']);
    expect(verdict(0, 0)).toBe('CANNOT_TELL');
  });

  test('is not said before the ninety days are over', () => {
    const early = { before: 20, after: 0, over: false };
    expect(effectVerdict(early)).toBe('TOO_EARLY');
    expect(effectWords(early, ACTION).zh).toBe(
      '计划前 90 天同类原因投诉 20 件，完成后至今 0 件；观察至 2026-07-30。',
    );
  });

  test('no count is better than one that is as large or larger, and none both', () => {
    fc.assert(
      fc.property(fc.nat(200), fc.nat(200), (before, after) => {
        const verdict = effectVerdict({ before, after, over: true });
        if (verdict === 'BETTER') expect(after).toBeLessThan(before);
        if (verdict === 'WORSE') expect(after).toBeGreaterThan(before);
        const turned = effectVerdict({ before: after, after: before, over: true });
        expect([verdict, turned]).not.toEqual(['BETTER', 'BETTER']);
      }),
    );
  });

  test('is said with its counts and never as a percentage of them', () => {
    expect(effectWords({ before: 8, after: 1, over: true }, ACTION)).toEqual({
      zh: '计划前 90 天同类原因投诉 8 件，完成后 90 天 1 件。偶然减少到此的可能性不到 2.5%。',
      en: '8 complaints of the same cause in the 90 days before it was planned, 1 in as many days after it was completed. Chance alone brings so large a fall less than 2.5 % of the time.',
    });
  });
});
