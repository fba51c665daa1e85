import {
  type Clock,
  cancelClock,
  endClock,
  isOpenClock,
  pauseClock,
  reselectClock,
  startClock,
} from '../clocks/clock.ts';
import type { ClockTrigger, PauseReason } from '../clocks/rule.ts';
import { selectRules } from '../clocks/select.ts';
import type { Sector } from '../sectors/contract.ts';
import type { Instant } from '../time.ts';
import type { DecisionContext } from './context.ts';
import { resumedClocks } from './decide-watching.ts';
import type { ComplaintEvent } from './events.ts';
import type { ComplaintState } from './state.ts';
import { conditionsHold } from './validate.ts';

/** The moments of a complaint's life that clocks wait for, by the event that brings them. */
function triggersOf(
  event: ComplaintEvent,
  state: ComplaintState,
  { sector }: DecisionContext,
): readonly ClockTrigger[] {
  switch (event.type) {
    case 'REGISTERED':
      return receiptOf(state, sector);
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
    case 'TRANSFER_RETURNED':
      // With it the office owes again what it owed on receipt; the sending had ended that.
      return receiptOf(state, sector);
    case 'CONCLUDED':
      return ['concluded'];
    case 'MEDIATION_ENDED':
      return ['mediationEnded'];
    case 'MILESTONE_RECORDED':
      return [event.data.milestone];
    case 'REMEDY_GIVEN':
      return event.data.remedy === 'SERVICE_RESTORED' ? ['faultRestored', 'serviceRestored'] : [];
    case 'CLOSED':
      return state.source.level === 'PETITION_OFFICE' ? ['closed', 'petitionHandled'] : ['closed'];
    default:
      return [];
  }
}

/** The moments that lie in the receipt itself: by where it came from, and by what the sector says of such a matter. */
function receiptOf(state: ComplaintState, sector: Sector): readonly ClockTrigger[] {
  const { level } = state.source;
  return [
    'received',
    ...(level === 'PETITION_OFFICE' ? (['petitionRegistered'] as const) : []),
    ...(level === 'HOTLINE_12345' ? (['hotlineReceived'] as const) : []),
    ...(sector.receiptIs ?? [])
      .filter(({ when }) => conditionsHold(state, when, sector))
      .map(({ moment }) => moment),
  ];
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
  const route = state.routes.at(-1)?.to ?? state.details.route;
  if (typeof route === 'string') facts.route = route;
  for (const [key, value] of Object.entries(state.details)) {
    if (['string', 'number', 'boolean'].includes(typeof value)) facts[`details.${key}`] = String(value);
  }
  return facts;
}

const PAUSING: Partial<Record<ComplaintState['status'], PauseReason>> = {
  WAITING_FOR_COMPLAINANT: 'waitingForComplainant',
  IN_MEDIATION: 'mediation',
};

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
  const { before, after, event, context } = options;
  const { calendar } = context;
  const { at } = event;
  const triggers = triggersOf(event, after, context);
  const events: ComplaintEvent[] = [];
  const ended = new Set<string>();
  const change = (clock: Clock): void => {
    ended.add(clock.id);
    events.push({ type: 'CLOCK_CHANGED', at, data: { clock } });
  };

  for (const clock of after.clocks) {
    if (isOpenClock(clock) && clock.rule.endsOn.some((trigger) => triggers.includes(trigger))) {
      change(endClock(clock, { at, calendar }));
    }
  }
  for (const clock of after.clocks) {
    if (!ended.has(clock.id) && isOpenClock(clock) && cancels(event, clock)) {
      change(cancelClock(clock, { at }));
    }
  }

  for (const clock of pausedAndResumed(options)) if (!ended.has(clock.id)) change(clock);
  if (event.type === 'CORRECTED' || event.type === 'RECLASSIFIED') {
    return [...events, ...reselectedClocks({ before, after, context, at, reason: event.data.reason })];
  }

  const owed = new Set(
    after.clocks.filter((clock) => isOpenClock(clock) && !ended.has(clock.id)).map(nameOf),
  );
  for (const trigger of triggers) {
    const rules = selectRules({ rules: context.rules, trigger, at, facts: ruleFacts(after), calendar });
    for (const rule of rules) {
      // The same thing is not owed twice at once: a fault reported again is the same fault.
      if (owed.has(rule.clock)) continue;
      const clock = startClock({ id: context.newId(), rule, at, calendar });
      events.push({ type: 'CLOCK_STARTED', at, data: { clock } });
    }
  }
  return events;
}

const nameOf = (clock: Clock): string => clock.rule.clock;

/**
 * What a correction of the facts does to the clocks that those facts chose: another rule takes the place of one that is
 * still open, one that was forgotten starts when it should have, and one that never applied is cancelled.
 */
function reselectedClocks(options: {
  readonly before: ComplaintState | undefined;
  readonly after: ComplaintState;
  readonly context: DecisionContext;
  readonly at: Instant;
  readonly reason: string;
}): ComplaintEvent[] {
  const { before, after, context, at, reason } = options;
  if (before && JSON.stringify(ruleFacts(before)) === JSON.stringify(ruleFacts(after))) return [];
  const { calendar, rules, sector } = context;
  const { acceptance, receivedAt } = after;
  const moments: (readonly [ClockTrigger, Instant])[] = receiptOf(after, sector).map((moment) => [
    moment,
    receivedAt,
  ]);
  if (acceptance?.decision === 'ACCEPTED') moments.push(['accepted', acceptance.at]);
  const fitting = new Map(
    moments.flatMap(([trigger, since]) =>
      selectRules({ rules, trigger, at: since, facts: ruleFacts(after), calendar }).map(
        (rule) => [rule.clock, { rule, since }] as const,
      ),
    ),
  );
  const events: ComplaintEvent[] = [];
  for (const clock of after.clocks.filter(isOpenClock)) {
    const { rule } = fitting.get(nameOf(clock)) ?? {};
    // What somebody recorded as a milestone stands whatever else is corrected.
    const byReceipt = clock.startedAt === receivedAt || clock.rule.startsOn === 'accepted';
    if (rule && rule.id !== clock.rule.id && byReceipt) {
      const changed = reselectClock(clock, { at, calendar, reason, rule });
      events.push({ type: 'CLOCK_CHANGED', at, data: { clock: changed } });
    } else if (!rule && byReceipt) {
      events.push({ type: 'CLOCK_CHANGED', at, data: { clock: cancelClock(clock, { at }) } });
    }
  }
  const known = new Set(after.clocks.map(nameOf));
  for (const [name, { rule, since }] of fitting) {
    if (known.has(name) || rule.endsOn.some((moment) => hasCome(moment, after))) continue;
    const clock = startClock({ id: context.newId(), rule, at: since, calendar });
    events.push({ type: 'CLOCK_STARTED', at, data: { clock } });
  }
  return events;
}

/** Whether a moment that ends clocks has come already. */
function hasCome(
  moment: ClockTrigger,
  { acceptance, answers, finding, mediations }: ComplaintState,
): boolean {
  switch (moment) {
    case 'decided':
      return acceptance !== undefined;
    case 'decisionNotified':
      return acceptance?.notifiedAt !== undefined;
    case 'answered':
      return answers.some(({ status, final }) => status === 'GIVEN' && final);
    case 'concluded':
      return finding !== undefined;
    case 'mediationEnded':
      return mediations.some(({ endedAt }) => endedAt !== undefined);
    default:
      return false;
  }
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
