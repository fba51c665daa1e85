import { expect, test } from 'vitest';
import { dueAfterYears, reasonOfDue } from './matters.ts';

test.each([
  ['2023-11-25', '2026-11-25'],
  ['2024-02-29', '2027-03-01'],
  ['2020-02-28', '2023-02-28'],
])('three years after %s are over on %s', (since, due) => {
  expect(dueAfterYears(since, 3)).toBe(due);
});

test('before the day it is said when it will be, from the day on that it is', () => {
  const watch = {
    ...{
      code: 'SEALED',
      label: { zh: '封存', en: 'Sealed' },
      kind: 'DUE' as const,
      years: 3,
      noticeDays: 30,
    },
    ...{ since: 'recordsSealedAt', done: 'recordsOpenedOn' },
  } as const;
  expect(reasonOfDue(watch, { since: '2023-11-26', today: '2026-11-25' }).zh).toContain('将于 2026-11-26');
  expect(reasonOfDue(watch, { since: '2023-11-25', today: '2026-11-25' }).zh).toContain('应予启封');
});
