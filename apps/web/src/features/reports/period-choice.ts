import {
  HOLIDAYS,
  type Holiday,
  holidayDays,
  type LocalDate,
  PERIOD_KINDS,
  type PeriodChoice,
  type PeriodKind,
} from '@huiyin/domain';
import type { PeriodInput } from '../../generated/schema.ts';

/** How many of a kind a year has. */
export const PER_YEAR: Readonly<Partial<Record<PeriodKind, number>>> = {
  MONTH: 12,
  QUARTER: 4,
  HALF_YEAR: 2,
};

/** A period as GraphQL takes it. */
export function inputOf(choice: PeriodChoice): PeriodInput {
  return { ...choice };
}

/** A period as the address of a page holds it. */
export function addressOf(choice: PeriodChoice): string {
  const parts = Object.entries(choice).map(([key, value]) => [key, String(value)]);
  return new URLSearchParams(parts).toString();
}

/** The period in an address; `undefined` for one that says none. */
export function choiceFrom(params: URLSearchParams): PeriodChoice | undefined {
  const kind = PERIOD_KINDS.find((each) => each === params.get('kind'));
  const year = Number(params.get('year'));
  const number = Number(params.get('number'));
  switch (kind) {
    case undefined:
      return undefined;
    case 'SPAN': {
      const [from, to] = [params.get('from'), params.get('to')];
      return from && to ? { kind, from, to } : undefined;
    }
    case 'YEAR':
      return { kind, year };
    case 'HOLIDAY': {
      const holiday = HOLIDAYS.find((each) => each === params.get('holiday'));
      return holiday ? { kind, year, holiday } : undefined;
    }
    default:
      return { kind, year, number };
  }
}

/**
 * The periods whose reports are written about now: the last ones of each kind that are over, the quarter first, and the
 * holiday that ended last.
 */
export function likelyPeriods(today: LocalDate): readonly PeriodChoice[] {
  const year = Number(today.slice(0, 4));
  const month = Number(today.slice(5, 7));
  const last = (kind: 'MONTH' | 'QUARTER' | 'HALF_YEAR', perYear: number): PeriodChoice => {
    const running = Math.ceil((month * perYear) / 12);
    return running > 1 ? { kind, year, number: running - 1 } : { kind, year: year - 1, number: perYear };
  };
  const holiday = lastHoliday(today);
  return [
    last('QUARTER', 4),
    last('MONTH', 12),
    last('HALF_YEAR', 2),
    { kind: 'YEAR', year: year - 1 },
    ...(holiday ? [holiday] : []),
  ];
}

function lastHoliday(today: LocalDate): PeriodChoice | undefined {
  const thisYear = Number(today.slice(0, 4));
  const ended = [thisYear, thisYear - 1]
    .flatMap((year) =>
      HOLIDAYS.map((holiday: Holiday) => ({ year, holiday, days: holidayDays(holiday, year) })),
    )
    .filter(({ days }) => days !== undefined && days.to < today)
    .sort((a, b) => ((a.days?.to ?? '') < (b.days?.to ?? '') ? 1 : -1));
  const [latest] = ended;
  return latest && { kind: 'HOLIDAY', year: latest.year, holiday: latest.holiday };
}
