import type { Localized } from '@huiyin/shared';
import {
  addWorkingDays,
  knowsAll,
  movedOffHoliday,
  type WorkingCalendar,
  workingDaysBetween,
} from '../calendar/calendar.ts';
import { addDays, addMilliseconds, daysBetween, type Instant, instantAt, localDateOf } from '../time.ts';
import type { DeadlineRule, DurationUnit, PauseReason } from './rule.ts';

export type ClockState = 'running' | 'paused' | 'met' | 'overdue' | 'endedLate' | 'cancelled';

export interface ClockPause {
  readonly reason: PauseReason;
  readonly from: Instant;
  readonly to?: Instant;
}

export interface ClockChange {
  readonly at: Instant;
  readonly kind: 'paused' | 'resumed' | 'extended' | 'recomputed' | 'reselected';
  readonly reason: string;
  readonly dueBefore: Instant;
  readonly dueAfter: Instant;
}

/** A started clock: its rule, its calendar and its due time frozen, with the reason for every later change. */
export interface Clock {
  readonly id: string;
  readonly rule: DeadlineRule;
  readonly startedAt: Instant;
  readonly dueAt: Instant;
  /** Some day it counts on lies in a year whose calendar is not published. */
  readonly provisional: boolean;
  readonly calendarVersion: string;
  readonly state: ClockState;
  readonly pauses: readonly ClockPause[];
  readonly extended?: { readonly amount: number; readonly unit: DurationUnit };
  readonly endedAt?: Instant;
  readonly changes: readonly ClockChange[];
}

interface Change {
  readonly at: Instant;
  readonly calendar: WorkingCalendar;
}

/** The last instant of a day: a period of days ends with its last day (民法典 Art. 203: 期间的最后一日的截止时间为二十四时). */
const END_OF_DAY = '23:59:59.999';
const HOUR_MS = 3_600_000;

/**
 * When a clock is due.
 * - hours run plainly, paused time added;
 * - days: the day of the start does not count; paused days are added; a last day on a statutory holiday moves to the
 *   first day after it; due at the end of that day (民法典 Art. 201, 203);
 * - working days: the day of the start does not count, nor do paused working days; due at close of business.
 */
function dueOf(
  clock: Pick<Clock, 'rule' | 'startedAt' | 'pauses' | 'extended'>,
  now: Instant,
  calendar: WorkingCalendar,
): Instant {
  const { rule, startedAt, pauses, extended } = clock;
  const spans = [{ amount: rule.amount, unit: rule.unit }, ...(extended ? [extended] : [])];
  const { timeZone } = calendar;
  const paused = pauses.map(({ from, to }) => ({ from, to: to ?? now }));

  if (rule.unit === 'hours') {
    const hours = spans.reduce((sum, span) => sum + span.amount * (span.unit === 'hours' ? 1 : 24), 0);
    const pausedMs = paused.reduce((sum, pause) => sum + Date.parse(pause.to) - Date.parse(pause.from), 0);
    return addMilliseconds(startedAt, hours * HOUR_MS + pausedMs);
  }
  let day = localDateOf(startedAt, timeZone);
  for (const { amount, unit } of spans) {
    day = unit === 'workingDays' ? addWorkingDays(day, amount, calendar) : addDays(day, amount);
  }
  for (const pause of paused) {
    const [from, to] = [localDateOf(pause.from, timeZone), localDateOf(pause.to, timeZone)];
    day =
      rule.unit === 'workingDays'
        ? addWorkingDays(day, workingDaysBetween(from, to, calendar), calendar)
        : addDays(day, daysBetween(from, to));
  }
  return rule.unit === 'workingDays'
    ? instantAt(day, calendar.closeOfBusiness, timeZone)
    : instantAt(movedOffHoliday(day, calendar), END_OF_DAY, timeZone);
}

function provisionalBetween(
  startedAt: Instant,
  dueAt: Instant,
  rule: DeadlineRule,
  calendar: WorkingCalendar,
): boolean {
  if (rule.unit === 'hours') return false;
  const [from, to] = [localDateOf(startedAt, calendar.timeZone), localDateOf(dueAt, calendar.timeZone)];
  // A day period asks the calendar only about its last day.
  return !knowsAll(rule.unit === 'days' ? to : from, to, calendar);
}

/** Starts a clock under the rule in force. */
export function startClock(options: {
  readonly id: string;
  readonly rule: DeadlineRule;
  readonly at: Instant;
  readonly calendar: WorkingCalendar;
}): Clock {
  const { id, rule, at, calendar } = options;
  const dueAt = dueOf({ rule, startedAt: at, pauses: [] }, at, calendar);
  return {
    id,
    rule,
    startedAt: at,
    dueAt,
    provisional: provisionalBetween(at, dueAt, rule, calendar),
    calendarVersion: calendar.version,
    state: 'running',
    pauses: [],
    changes: [],
  };
}

/** The clock with its due time computed anew, the change recorded where there is one to tell. */
function changed(
  clock: Clock,
  change: Change & { readonly kind: ClockChange['kind']; readonly reason: string },
): Clock {
  const { at, calendar, kind, reason } = change;
  const dueAt = dueOf(clock, at, calendar);
  return {
    ...clock,
    dueAt,
    provisional: provisionalBetween(clock.startedAt, dueAt, clock.rule, calendar),
    calendarVersion: calendar.version,
    changes: [...clock.changes, { at, kind, reason, dueBefore: clock.dueAt, dueAfter: dueAt }],
  };
}

/** Stops the time of a running clock, if its rule knows the reason; otherwise the clock as it was. */
export function pauseClock(
  clock: Clock,
  change: Change & { readonly reason: PauseReason; readonly text: string },
): Clock {
  const { at, reason, text, calendar } = change;
  if (clock.state !== 'running' || !clock.rule.pausesWhile?.includes(reason)) return clock;
  const paused: Clock = { ...clock, state: 'paused', pauses: [...clock.pauses, { reason, from: at }] };
  return changed(paused, { at, calendar, kind: 'paused', reason: text });
}

/** Lets a paused clock run again; the time it stood still is not counted. */
export function resumeClock(clock: Clock, change: Change & { readonly reason: PauseReason }): Clock {
  const { at, reason, calendar } = change;
  if (
    clock.state !== 'paused' ||
    !clock.pauses.some((pause) => pause.reason === reason && pause.to === undefined)
  ) {
    return clock;
  }
  const pauses = clock.pauses.map((pause) =>
    pause.reason === reason && pause.to === undefined ? { ...pause, to: at } : pause,
  );
  const state: ClockState = pauses.some(({ to }) => to === undefined) ? 'paused' : 'running';
  return changed({ ...clock, state, pauses }, { at, calendar, kind: 'resumed', reason });
}

/** Lengthens a clock once, as far as its rule allows. @throws when the rule knows no extension or it is used up. */
export function extendClock(clock: Clock, change: Change & { readonly reason: string }): Clock {
  const { extension } = clock.rule;
  if (!extension || clock.extended) throw new Error(`The clock ${clock.rule.id} cannot be extended.`);
  const extended = { amount: extension.amount, unit: extension.unit };
  return changed({ ...clock, extended }, { ...change, kind: 'extended' });
}

/** Ends a clock: met when in time, otherwise late. */
export function endClock(clock: Clock, { at, calendar }: Change): Clock {
  const pauses = clock.pauses.map((pause) => (pause.to === undefined ? { ...pause, to: at } : pause));
  const dueAt = clock.state === 'paused' ? dueOf({ ...clock, pauses }, at, calendar) : clock.dueAt;
  return { ...clock, pauses, dueAt, endedAt: at, state: at <= dueAt ? 'met' : 'endedLate' };
}

/** A running clock past its due time, marked so; any other as it was. */
export function markOverdue(clock: Clock, now: Instant): Clock {
  return clock.state === 'running' && clock.dueAt < now ? { ...clock, state: 'overdue' } : clock;
}

/** A clock that nothing is owed on any more. One that ran out before that stays overdue: it counts. */
export function cancelClock(clock: Clock, { at }: { readonly at: Instant }): Clock {
  const ranOut = clock.state === 'overdue' || (clock.state === 'running' && clock.dueAt < at);
  return { ...clock, state: ranOut ? 'endedLate' : 'cancelled', endedAt: at };
}

/** Whether something is still owed under it: it runs, stands still, or has run out without having ended. */
export function isOpenClock({ state }: Pick<Clock, 'state'>): boolean {
  return state === 'running' || state === 'paused' || state === 'overdue';
}

/** An open clock under a calendar loaded since; the same clock where nothing changes. */
export function recomputeClock(clock: Clock, change: Change & { readonly reason: string }): Clock {
  if (!isOpenClock(clock) || clock.rule.unit === 'hours') return clock;
  const dueAt = dueOf(clock, change.at, change.calendar);
  const provisional = provisionalBetween(clock.startedAt, dueAt, clock.rule, change.calendar);
  if (dueAt === clock.dueAt && provisional === clock.provisional) return clock;
  return revived(changed(clock, { ...change, kind: 'recomputed' }), change.at);
}

/** An open clock under another rule, because the facts that chose its rule were not right. */
export function reselectClock(
  clock: Clock,
  change: Change & { readonly reason: string; readonly rule: DeadlineRule },
): Clock {
  const { rule, ...how } = change;
  return revived(changed({ ...clock, rule }, { ...how, kind: 'reselected' }), change.at);
}

/** A clock that had run out, running again where it is due later than that. */
function revived(clock: Clock, now: Instant): Clock {
  return clock.state === 'overdue' && clock.dueAt >= now ? { ...clock, state: 'running' } : clock;
}

const UNIT_LABELS: Readonly<Record<DurationUnit, Localized>> = {
  hours: { zh: '小时', en: 'hours' },
  days: { zh: '日', en: 'days' },
  workingDays: { zh: '个工作日', en: 'working days' },
};

/** Why a clock is due when it is, in one sentence for people. */
export function explainClock(clock: Clock): Localized {
  const { rule, extended } = clock;
  const { regulation, article } = rule.basis;
  const zh = [`《${regulation.zh}》${article?.zh ?? ''}：${rule.amount}${UNIT_LABELS[rule.unit].zh}`];
  const en = [
    `${regulation.en}${article ? ` ${article.en}` : ''}: ${rule.amount} ${UNIT_LABELS[rule.unit].en}`,
  ];
  if (extended) {
    zh.push(`经批准延长${extended.amount}${UNIT_LABELS[extended.unit].zh}`);
    en.push(`extended by ${extended.amount} ${UNIT_LABELS[extended.unit].en}`);
  }
  const pauses = clock.pauses.length;
  if (pauses > 0) {
    zh.push(`中止${pauses}次`);
    en.push(`paused ${pauses === 1 ? 'once' : `${pauses} times`}`);
  }
  if (clock.provisional) {
    zh.push('该年度节假日安排尚未公布，暂定');
    en.push('provisional until the calendar of that year is published');
  }
  if (!rule.confirmed) {
    zh.push('条文待核实');
    en.push('the text has not been checked at its source');
  }
  return { zh: `${zh.join('，')}。`, en: `${en.join('; ')}.` };
}
