import { expect, test } from 'vitest';
import { planProblems, recordProblems } from './checks.ts';
import { everyTarget, type VisitCounts, visitTotal } from './figures.ts';
import { VISIT_TARGETS, type VisitPlan, type VisitRecord, visitStateOf } from './visit.ts';

const TODAY = '2026-06-10';

test('a plan says whom or what, and why', () => {
  const plan: VisitPlan = {
    ...{ target: 'PLACE', name: '东门', reason: 'BY_HAND', why: '节前检查' },
    ...{ visitorId: 'm', plannedOn: TODAY },
  };
  expect(planProblems(plan)).toEqual([]);
  const fields = planProblems({ ...plan, name: '', why: ' ' }).map(({ field }) => field);
  expect(fields).toEqual(['name', 'why']);
});

test('a visit is recorded once it was made, and its follow-ups are due after it', () => {
  const fields = (rest: Partial<VisitRecord>) =>
    recordProblems({ doneOn: TODAY, findings: [], followUps: [], ...rest }, TODAY).map(({ field }) => field);
  const followUp = { text: '补齐公示牌', ownerId: 'm', dueOn: TODAY };
  expect(fields({ findings: ['公示牌缺失'], followUps: [followUp] })).toEqual([]);
  expect(fields({ doneOn: '2026-06-11' })).toEqual(['doneOn']);
  expect(fields({ findings: [''] })).toEqual(['findings']);
  expect(fields({ followUps: [{ ...followUp, dueOn: '2026-06-09' }] })).toEqual(['followUps']);
});

test('a visit is overdue from the day after the one it was planned for, until it is made', () => {
  expect(visitStateOf({ plannedOn: TODAY, doneOn: null }, TODAY)).toBe('PLANNED');
  expect(visitStateOf({ plannedOn: '2026-06-09', doneOn: null }, TODAY)).toBe('OVERDUE');
  expect(visitStateOf({ plannedOn: '2026-06-09', doneOn: TODAY }, TODAY)).toBe('DONE');
});

test('every kind of target is counted, and the total is their sum', () => {
  const counts: VisitCounts = {
    ...{ target: 'PLACE', planned: 3, made: 2, missed: 1, findings: 4, followUps: 3, followUpsDone: 1 },
  };
  const kinds = everyTarget([counts, { ...counts, target: 'RESPONDENT' }]);
  expect(kinds.map(({ target }) => target)).toEqual(VISIT_TARGETS);
  expect(kinds.map(({ made }) => made)).toEqual([2, 0, 2]);
  expect(visitTotal(kinds)).toEqual({
    ...{ planned: 6, made: 4, missed: 2, findings: 8, followUps: 6, followUpsDone: 2 },
  });
});
