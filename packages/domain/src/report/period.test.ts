import { describe, expect, test } from 'vitest';
import { isWholeMonths, type PeriodChoice, periodOf, reportPeriods } from './period.ts';

const days = (choice: PeriodChoice) => {
  const period = periodOf(choice);
  return period && [period.from, period.to];
};

describe('periods', () => {
  test('a quarter, with the quarter before and the same quarter a year before', () => {
    const periods = reportPeriods({ kind: 'QUARTER', year: 2026, number: 1 });
    expect([periods?.now.from, periods?.now.to]).toEqual(['2026-01-01', '2026-03-31']);
    expect([periods?.before?.from, periods?.before?.to]).toEqual(['2025-10-01', '2025-12-31']);
    expect([periods?.yearAgo?.from, periods?.yearAgo?.to]).toEqual(['2025-01-01', '2025-03-31']);
    expect(periods?.now.label).toEqual({ zh: '2026 年第一季度', en: 'Q1 2026' });
  });

  test('a month, a half-year, a year', () => {
    expect(days({ kind: 'MONTH', year: 2024, number: 2 })).toEqual(['2024-02-01', '2024-02-29']);
    expect(days({ kind: 'HALF_YEAR', year: 2009, number: 1 })).toEqual(['2009-01-01', '2009-06-30']);
    expect(days({ kind: 'YEAR', year: 2010 })).toEqual(['2010-01-01', '2010-12-31']);
  });

  test('a holiday by the State Council’s notice, compared with the same holiday a year earlier', () => {
    expect(days({ kind: 'HOLIDAY', holiday: 'NATIONAL_DAY', year: 2024 })).toEqual([
      '2024-10-01',
      '2024-10-07',
    ]);
    expect(days({ kind: 'HOLIDAY', holiday: 'NATIONAL_DAY', year: 2025 })).toEqual([
      '2025-10-01',
      '2025-10-08',
    ]);
    expect(days({ kind: 'HOLIDAY', holiday: 'SPRING_FESTIVAL', year: 2025 })).toEqual([
      '2025-01-28',
      '2025-02-04',
    ]);
    const periods = reportPeriods({ kind: 'HOLIDAY', holiday: 'LABOUR_DAY', year: 2025 });
    expect(periods?.before).toBeUndefined();
    expect(periods?.yearAgo?.from).toBe('2024-05-01');
  });

  test('a year is compared with the year before, and with nothing else', () => {
    const periods = reportPeriods({ kind: 'YEAR', year: 2010 });
    expect(periods?.before).toBeUndefined();
    expect([periods?.yearAgo?.from, periods?.yearAgo?.to]).toEqual(['2009-01-01', '2009-12-31']);
  });

  test('a span, with as many days before it', () => {
    const periods = reportPeriods({ kind: 'SPAN', from: '2024-02-29', to: '2024-03-09' });
    expect([periods?.before?.from, periods?.before?.to]).toEqual(['2024-02-19', '2024-02-28']);
    expect(periods?.yearAgo?.from).toBe('2023-02-28');
  });

  test.each<PeriodChoice>([
    { kind: 'MONTH', year: 2026, number: 13 },
    { kind: 'QUARTER', year: 2026, number: 0 },
    { kind: 'SPAN', from: '2026-02-01', to: '2026-01-01' },
    { kind: 'HOLIDAY', holiday: 'NATIONAL_DAY', year: 1995 },
  ])('one that does not exist is none: $kind', (choice) => {
    expect(periodOf(choice)).toBeUndefined();
  });

  test('whole months are told from spans', () => {
    expect(isWholeMonths({ from: '2026-01-01', to: '2026-03-31' })).toBe(true);
    expect(isWholeMonths({ from: '2026-01-02', to: '2026-03-31' })).toBe(false);
    expect(isWholeMonths({ from: '2026-01-01', to: '2026-03-30' })).toBe(false);
  });
});
