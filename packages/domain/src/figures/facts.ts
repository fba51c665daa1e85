import type { ComplaintState, RecordedMoney } from '../complaint/state.ts';
import { ANSWERED_FOLLOW_UPS } from '../complaint/words.ts';
import type { Sector } from '../sectors/contract.ts';
import { rootCode } from '../sectors/options.ts';
import { type Instant, type LocalDate, localDateOf } from '../time.ts';
import type { Measure } from './measures.ts';

/** Values of the dimensions; several values where a complaint stands under several. */
export type Dimensions = Readonly<Record<string, string | readonly string[]>>;

/** One countable thing that happened to a complaint. */
export interface Fact {
  /** Unique within the complaint, stable as long as the thing itself stands. */
  readonly key: string;
  readonly measure: Measure;
  readonly at: Instant;
  /** The day on which it counts, in the organisation's time zone. */
  readonly on: LocalDate;
  readonly dimensions: Dimensions;
  /** Integer minor units of money (converted), or whole seconds, as the measure says. */
  readonly amount?: number;
}

/** The dimensions of a complaint as it stands: where it is counted in every breakdown. */
export function dimensionsOf(state: ComplaintState, sector: Sector): Dimensions {
  const dimensions: Record<string, string | readonly string[]> = {
    channel: state.channel,
    sourceLevel: state.source.level,
    kind: state.kind,
    disclosure: state.disclosure,
    status: state.status,
  };
  const put = (dimension: string, value: string | readonly string[] | undefined): void => {
    if (value !== undefined && value.length > 0) dimensions[dimension] = value;
  };
  put('sourceBody', state.source.body);
  put('category', state.category);
  put('categoryRoot', state.category && rootCode(sector.categories, state.category));
  put('classification', state.classification);
  put(
    'classificationRoot',
    state.classification && rootCode(sector.classification?.options ?? [], state.classification),
  );
  put('respondentType', state.respondent.type);
  put('respondent', state.respondent.name);
  put('department', state.respondent.departmentId ?? state.handler.departmentId);
  put('handler', state.handler.memberId);
  put('acceptance', state.acceptance?.decision);
  put('declineGround', state.acceptance?.ground);
  put('transferredTo', state.acceptance?.body);
  put('finding', state.finding?.finding);
  put('validity', state.finding && (state.finding.finding === 'UNSUBSTANTIATED' ? 'INVALID' : 'VALID'));
  put('sanctioned', state.finding && (state.sanctions.length > 0 ? 'YES' : 'NO'));
  put(
    'cause',
    state.causes.map(({ code }) => code),
  );
  put('demand', state.demands);
  for (const field of sector.fields) {
    if (!field.dimension) continue;
    const value = state.details[field.key];
    if (Array.isArray(value)) put(`details.${field.key}`, value.map(String));
    else if (value !== undefined && value !== null && value !== '') put(`details.${field.key}`, String(value));
  }
  return dimensions;
}

function amountOf(money: RecordedMoney | undefined): { amount?: number } {
  return money ? { amount: money.converted.amount } : {};
}

/**
 * Every countable thing of a complaint, from its state alone. This is the one definition of all figures: rollups are
 * sums over it, drill-downs select by it, and a recount does the same again.
 */
export function factsOf(state: ComplaintState): Fact[] {
  const facts: Fact[] = [];
  const add = (
    key: string,
    measure: Measure,
    at: Instant,
    rest: { dimensions?: Dimensions; amount?: number } = {},
  ): void => {
    facts.push({ key, measure, at, on: localDateOf(at), dimensions: {}, ...rest });
  };

  add('received', 'RECEIVED', state.receivedAt);
  if (state.repeatOf) add('repeated', 'REPEATED', state.receivedAt);
  if (state.acceptance) add('decided', state.acceptance.decision, state.acceptance.at);
  if (state.finding) add('concluded', 'CONCLUDED', state.finding.at);

  for (const [index, moment] of state.moments.entries()) {
    const { type, at, what = '' } = moment;
    const key = `${type}:${index}`;
    switch (type) {
      case 'REOPENED':
      case 'APPEALED':
      case 'CLOSED':
      case 'WITHDRAWN':
      case 'MERGED':
      case 'ANSWERED':
      case 'RECUSED':
      case 'REVEALED':
        add(key, type, at);
        break;
      case 'LEFT':
        add(key, 'LEFT', at, { dimensions: { wayOut: what } });
        break;
      case 'CONVERTED':
        add(key, 'CONVERTED', at, { dimensions: { conversion: what } });
        break;
      case 'FORWARDED':
        add(key, 'FORWARDED', at, { dimensions: { forwardedTo: what } });
        break;
      case 'ESCALATED':
        add(key, 'ESCALATED', at, { dimensions: { escalation: what } });
        break;
      case 'ROUTE_TAKEN':
        add(key, 'ROUTE_TAKEN', at, { dimensions: { route: what } });
        break;
    }
  }

  if (state.closing) {
    const { at, firstContact, handlingSeconds, workingSeconds } = state.closing;
    if (firstContact) add('firstContact', 'FIRST_CONTACT', at);
    add('handling', 'HANDLING_TIME', at, { amount: handlingSeconds });
    add('working', 'HANDLING_WORKING_TIME', at, { amount: workingSeconds });
  }
  for (const clock of state.clocks) {
    const dimensions = (clockResult: string) => ({ clock: clock.rule.clock, clockResult });
    if (clock.state === 'met' && clock.endedAt) {
      add(`clock:${clock.id}`, 'CLOCK_ENDED', clock.endedAt, { dimensions: dimensions('MET') });
    } else if (clock.state === 'overdue' || clock.state === 'endedLate') {
      // It counts once, on the day it ran out, whenever the work was done after that.
      add(`clock:${clock.id}`, 'CLOCK_ENDED', clock.dueAt, { dimensions: dimensions('OVERDUE') });
    }
  }
  for (const promise of state.promises) {
    if (promise.status === 'KEPT' || promise.status === 'BROKEN') {
      const at = promise.status === 'KEPT' ? (promise.settledAt ?? promise.dueAt) : promise.dueAt;
      add(`promise:${promise.id}`, 'PROMISE_DUE', at, { dimensions: { promiseResult: promise.status } });
    }
  }
  for (const offer of state.handOvers) add(`handOver:${offer.id}`, 'HANDED_OVER', offer.at);
  for (const mediation of state.mediations) {
    if (mediation.endedAt && mediation.result) {
      add(`mediation:${mediation.id}`, 'MEDIATED', mediation.endedAt, {
        dimensions: { mediationResult: mediation.result },
      });
    }
  }
  addFollowUps(state, add);
  for (const { id, at, remedy, money } of state.remedies) {
    add(`remedy:${id}`, 'REMEDY', at, {
      dimensions: { remedy, ...(money ? { currency: money.original.currency } : {}) },
      ...amountOf(money),
    });
  }
  for (const { id, at, sanction, money, paidOn } of state.sanctions) {
    const dimensions = { sanction, ...(money ? { currency: money.original.currency } : {}) };
    add(`sanction:${id}`, 'SANCTION', at, { dimensions, ...amountOf(money) });
    if (paidOn) {
      facts.push({ key: `paid:${id}`, measure: 'SANCTION_PAID', at, on: paidOn, dimensions, ...amountOf(money) });
    }
  }
  for (const { id, at, code } of state.causes) {
    add(`cause:${id}`, 'CAUSE_STATED', at, { dimensions: { cause: code } });
  }
  for (const { id, at } of state.lessons) add(`lesson:${id}`, 'LESSON_RECORDED', at);
  for (const action of state.correctiveActions) {
    add(`planned:${action.id}`, 'ACTION_PLANNED', action.plannedAt);
    if (action.completedAt) add(`completed:${action.id}`, 'ACTION_COMPLETED', action.completedAt);
  }
  return facts;
}

/** A follow-up is due once for every final answer; the best of its attempts is what counts. */
function addFollowUps(
  state: ComplaintState,
  add: (key: string, measure: Measure, at: Instant, rest?: { dimensions?: Dimensions }) => void,
): void {
  const asked = state.followUps.filter(({ result }) => result !== 'NOT_NEEDED');
  const answeredAt = state.moments.findLast(({ type }) => type === 'ANSWERED')?.at;
  const waived = state.followUps.length > 0 && asked.length === 0;
  if (answeredAt && !waived) {
    const reached = asked.some(({ result }) => result !== 'UNREACHABLE');
    add('followUpDue', 'FOLLOW_UP_DUE', answeredAt, { dimensions: { reached: reached ? 'YES' : 'NO' } });
  }
  const counted = asked.findLast(({ result }) => ANSWERED_FOLLOW_UPS.includes(result)) ?? asked.at(-1);
  if (counted) {
    add('followedUp', 'FOLLOWED_UP', counted.at, {
      dimensions: {
        followUpResult: counted.result,
        resolved: counted.resolved === undefined ? 'NONE' : counted.resolved ? 'YES' : 'NO',
      },
    });
  }
}
