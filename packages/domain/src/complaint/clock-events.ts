import { type Clock, cancelClock, endClock, pauseClock, startClock } from '../clocks/clock.ts';
import type { ClockTrigger, PauseReason } from '../clocks/rule.ts';
import { selectRules } from '../clocks/select.ts';
import type { DecisionContext } from './context.ts';
import { resumedClocks } from './decide-watching.ts';
import type { ComplaintEvent } from './events.ts';
import type { ComplaintState } from './state.ts';

/** The moments of a complaint's life that clocks wait for, by the event that brings them. */
function triggersOf(event: ComplaintEvent, state: ComplaintState): readonly ClockTrigger[] {
  switch (event.type) {
    case 'REGISTERED': {
      const { level } = event.data.source;
      if (level === 'PETITION_OFFICE') return ['received', 'petitionRegistered'];
      return level === 'HOTLINE_12345' ? ['received', 'hotlineReceived'] : ['received'];
    }
    case 'ACCEPTED':
      return ['accepted', 'decided'];
    case 'DECLINED':
      return ['declined', 'decided'];
    case 'TRANSFERRED':
      return ['transferred', 'decided'];
    case 'DECISION_NOTIFIED':
      return ['decisionNotified'];
    case 'ANSWERED':
      return event.data.final ? ['answered'] : [];
    case 'TRANSFER_ANSWERED':
      return ['answered'];
    case 'CONCLUDED':
      return ['concluded'];
    case 'MEDIATION_ENDED':
      return ['mediationEnded'];
    case 'MILESTONE_RECORDED':
      return [event.data.milestone as ClockTrigger];
    case 'CLOSED':
      return state.source.level === 'PETITION_OFFICE' ? ['closed', 'petitionHandled'] : ['closed'];
    default:
      return [];
  }
}

/** What a clock's rule may ask about: flat facts of the complaint. */
export function ruleFacts(state: ComplaintState): Readonly<Record<string, string>> {
  const facts: Record<string, string> = {
    kind: state.kind,
    channel: state.channel,
    sourceLevel: state.source.level,
    disclosure: state.disclosure,
  };
  if (state.category) facts.category = state.category;
  if (state.classification) facts.classification = state.classification;
  for (const [key, value] of Object.entries(state.details)) {
    if (['string', 'number', 'boolean'].includes(typeof value)) facts[`details.${key}`] = String(value);
  }
  return facts;
}

const PAUSING: Partial<Record<ComplaintState['status'], PauseReason>> = {
  WAITING_FOR_COMPLAINANT: 'waitingForComplainant',
  IN_MEDIATION: 'mediation',
};

const isLive = (clock: Clock): boolean =>
  clock.state === 'running' || clock.state === 'paused' || clock.state === 'overdue';

/**
 * What an event does to the complaint's clocks: ends those that waited for it, starts those it begins, pauses and
 * resumes with the state, and cancels what nobody can owe any more.
 */
export function clockEvents(options: {
  readonly before: ComplaintState | undefined;
  readonly after: ComplaintState;
  readonly event: ComplaintEvent;
  readonly context: DecisionContext;
}): ComplaintEvent[] {
  const { after, event, context } = options;
  const { calendar } = context;
  const { at } = event;
  const triggers = triggersOf(event, after);
  const events: ComplaintEvent[] = [];
  const ended = new Set<string>();
  const change = (clock: Clock): void => {
    ended.add(clock.id);
    events.push({ type: 'CLOCK_CHANGED', at, data: { clock } });
  };

  for (const clock of after.clocks) {
    if (isLive(clock) && clock.rule.endsOn.some((trigger) => triggers.includes(trigger))) {
      change(endClock(clock, { at, calendar }));
    }
  }
  for (const clock of after.clocks) {
    if (!ended.has(clock.id) && isLive(clock) && cancels(event, clock)) {
      change(cancelClock(clock, { at }));
    }
  }

  for (const clock of pausedAndResumed(options)) if (!ended.has(clock.id)) change(clock);

  for (const trigger of triggers) {
    const rules = selectRules({ rules: context.rules, trigger, at, facts: ruleFacts(after), calendar });
    for (const rule of rules) {
      events.push({
        type: 'CLOCK_STARTED',
        at,
        data: { clock: startClock({ id: context.newId(), rule, at, calendar }) },
      });
    }
  }
  return events;
}

/** The clocks that a change of the state pauses, and those that go on after it. */
function pausedAndResumed({ before, after, event, context }: Parameters<typeof clockEvents>[0]): Clock[] {
  const { calendar } = context;
  const { at } = event;
  const pausedFor = before && PAUSING[before.status];
  const pausesFor = PAUSING[after.status];
  if (pausedFor === pausesFor) return [];
  const resumed = pausedFor ? resumedClocks(after, pausedFor, { ...context, at }) : [];
  if (!pausesFor) return resumed;
  const pauses = after.clocks.filter(
    ({ state, rule }) => state === 'running' && rule.pausesWhile?.includes(pausesFor),
  );
  return [
    ...resumed,
    ...pauses.map((clock) => pauseClock(clock, { at, reason: pausesFor, text: event.type, calendar })),
  ];
}

/** A matter that has left the office owes nothing more, except to tell the complainant so. */
function cancels(event: ComplaintEvent, clock: Clock): boolean {
  switch (event.type) {
    case 'WITHDRAWN':
    case 'MERGED':
    case 'CLOSED':
      return true;
    case 'DECLINED':
    case 'TRANSFERRED':
      return !clock.rule.endsOn.includes('decisionNotified');
    default:
      return false;
  }
}
