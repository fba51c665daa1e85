import type { Instant } from '../time.ts';
import type { OfficeSettings } from './context.ts';
import type { ComplaintState } from './state.ts';
import { isOpen } from './transitions.ts';

/** What of a complaint runs out next. */
export interface NextDue {
  readonly at: Instant;
  /** The name of the clock, or `promise`. */
  readonly what: string;
  /** The calendar of that year is not published yet. */
  readonly provisional: boolean;
}

/** The earliest of its running (or already overdue) clocks and its open promise. */
export function nextDue(state: ComplaintState): NextDue | undefined {
  const dues: NextDue[] = [];
  for (const clock of state.clocks) {
    if (clock.state === 'running' || (clock.state === 'overdue' && isOpen(state.status))) {
      dues.push({ at: clock.dueAt, what: clock.rule.clock, provisional: clock.provisional });
    }
  }
  for (const promise of state.promises) {
    if (promise.status === 'OPEN') dues.push({ at: promise.dueAt, what: 'promise', provisional: false });
  }
  return dues.sort((a, b) => (a.at < b.at ? -1 : 1))[0];
}

const DAY_MS = 86_400_000;

/**
 * When the next promise should have followed the last one: a day after that was settled. `undefined` where none was made,
 * one is open, the matter has its answer, or the supervisor was told: once for each promise, also after they have seen it.
 */
function nextPromiseBy(state: ComplaintState): Instant | undefined {
  const answered = state.status === 'ANSWERED' || state.status === 'FOLLOWED_UP';
  if (!isOpen(state.status) || answered || state.promises.some(({ status }) => status === 'OPEN'))
    return undefined;
  const settledAt = state.promises.findLast(({ status }) => status !== 'CANCELLED')?.settledAt;
  if (settledAt === undefined) return undefined;
  const told = state.moments.some(({ what, at }) => what === 'NO_NEXT_PROMISE' && at >= settledAt);
  return told ? undefined : new Date(Date.parse(settledAt) + DAY_MS).toISOString();
}

/** Whether the complainant was left without a next promise before the matter was settled. */
export function missesPromise(state: ComplaintState, at: Instant): boolean {
  const by = nextPromiseBy(state);
  return by !== undefined && by < at;
}

/** When the timer must look at it again; `undefined` when time alone can change nothing. */
export function nextTick(state: ComplaintState, settings: OfficeSettings): Instant | undefined {
  const moments: Instant[] = [];
  for (const clock of state.clocks) if (clock.state === 'running') moments.push(clock.dueAt);
  for (const promise of state.promises) if (promise.status === 'OPEN') moments.push(promise.dueAt);
  const promiseBy = nextPromiseBy(state);
  if (promiseBy) moments.push(promiseBy);
  if (isOpen(state.status) && !state.attention.includes('UNTOUCHED')) {
    const idle = Date.parse(state.lastActivityAt) + settings.untouchedDays * DAY_MS;
    moments.push(new Date(idle).toISOString());
  }
  return moments.sort()[0];
}
