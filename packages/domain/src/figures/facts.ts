import { passesOn } from '../complaint/evolve-parts.ts';
import type { RecordedMoney } from '../complaint/parts.ts';
import type { ComplaintState } from '../complaint/state.ts';
import { ANSWERED_FOLLOW_UPS, type Remedy } from '../complaint/words.ts';
import type { Sector } from '../sectors/contract.ts';
import { rootCode } from '../sectors/options.ts';
import { type Instant, type LocalDate, localDateOf } from '../time.ts';
import { type Measure, NOT_STATED } from './measures.ts';

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
  const converted = state.moments.find(({ type }) => type === 'CONVERTED')?.what?.split('>')[0];
  put('classifiedFirst', converted ?? dimensions['classificationRoot']);
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
    else if (value !== undefined && value !== null && value !== '')
      put(`details.${field.key}`, String(value));
  }
  for (const { field, counted } of sector.sites?.levels ?? []) {
    const name = state.details[field];
    if (counted && typeof name === 'string') put(`details.${field}`, name);
  }
  return dimensions;
}

function amountOf(money: RecordedMoney | undefined): { amount?: number } {
  return money ? { amount: money.converted.amount } : {};
}

/** Adds a fact on the local day of its moment, unless it counts on another day. */
type Add = (
  key: string,
  measure: Measure,
  at: Instant,
  rest?: { readonly dimensions?: Dimensions; readonly amount?: number; readonly on?: LocalDate },
) => void;

/**
 * Every countable thing of a complaint, from its state alone. This is the one definition of all figures: rollups are
 * sums over it, drill-downs select by it, and a recount does the same again.
 */
export function factsOf(state: ComplaintState): Fact[] {
  const facts: Fact[] = [];
  const add: Add = (key, measure, at, rest = {}) => {
    facts.push({ key, measure, at, on: localDateOf(at), dimensions: {}, ...rest });
  };
  addIntake(state, add);
  addMoments(state, add);
  addReceipts(state, add);
  addClosing(state, add);
  addClocks(state, add);
  for (const offer of state.handOvers) {
    if (offer.status === 'TAKEN_BACK') continue;
    // Work that was in nobody's hands is given, not handed over.
    if (!offer.direct || passesOn(offer)) add(`handOver:${offer.id}`, 'HANDED_OVER', offer.at);
  }
  for (const { id, endedAt, result } of state.mediations) {
    if (endedAt && result) {
      add(`mediation:${id}`, 'MEDIATED', endedAt, { dimensions: { mediationResult: result } });
    }
  }
  if (state.incident) {
    const { id, linkedAt } = state.incident;
    add('incident', 'INCIDENT_LINKED', linkedAt, { dimensions: { incident: id } });
  }
  addFollowUps(state, add);
  addMoney(state, add);
  addLearning(state, add);
  for (const { id, issuedAt, document } of state.documents ?? []) {
    add(`document:${id}`, 'DOCUMENT_ISSUED', issuedAt, { dimensions: { document } });
  }
  addEngineering(state, add);
  return facts;
}

function addIntake(state: ComplaintState, add: Add): void {
  add('received', 'RECEIVED', state.receivedAt);
  if (state.repeatOf) add('repeated', 'REPEATED', state.receivedAt);
  // A decision counts when it was taken and on its own ground, whatever is decided later.
  for (const [index, { decision, at, ground, body }] of state.earlierDecisions.entries()) {
    const dimensions = {
      ...{ acceptance: decision, declineGround: ground ?? NOT_STATED, transferredTo: body ?? NOT_STATED },
    };
    add(`decided:${index}`, decision, at, { dimensions });
  }
  if (state.acceptance) add('decided', state.acceptance.decision, state.acceptance.at);
  if (state.finding) add('concluded', 'CONCLUDED', state.finding.at);
}

/** The dimension under which a moment says what it was about; the other moments need none. */
const WHAT_OF_MOMENT = {
  LEFT: 'wayOut',
  CONVERTED: 'conversion',
  FORWARDED: 'forwardedTo',
  ESCALATED: 'escalation',
  ROUTE_TAKEN: 'route',
} as const;

function addMoments(state: ComplaintState, add: Add): void {
  for (const [index, { type, at, what = '' }] of state.moments.entries()) {
    const dimension =
      type in WHAT_OF_MOMENT ? WHAT_OF_MOMENT[type as keyof typeof WHAT_OF_MOMENT] : undefined;
    add(`${type}:${index}`, type, at, dimension ? { dimensions: { [dimension]: what } } : {});
  }
}

function addReceipts({ forwardings }: ComplaintState, add: Add): void {
  for (const [index, { to, at, receipt }] of forwardings.entries()) {
    if (!receipt) continue;
    add(`receipt:${index}`, 'FORWARDING_RECEIVED', at, { dimensions: { forwardedTo: to }, on: receipt.on });
  }
}

function addClosing({ closing }: ComplaintState, add: Add): void {
  if (!closing) return;
  if (closing.firstContact) add('firstContact', 'FIRST_CONTACT', closing.at);
  add('handling', 'HANDLING_TIME', closing.at, { amount: closing.handlingSeconds });
  add('working', 'HANDLING_WORKING_TIME', closing.at, { amount: closing.workingSeconds });
}

function addClocks(state: ComplaintState, add: Add): void {
  for (const { id, rule, ...clock } of state.clocks) {
    const result = (clockResult: string) => ({ dimensions: { clock: rule.clock, clockResult } });
    if (clock.state === 'met' && clock.endedAt) {
      add(`clock:${id}`, 'CLOCK_ENDED', clock.endedAt, result('MET'));
    } else if (clock.state === 'overdue' || clock.state === 'endedLate') {
      // It counts once, on the day it ran out, whenever the work was done after that.
      add(`clock:${id}`, 'CLOCK_ENDED', clock.dueAt, result('OVERDUE'));
    }
  }
  for (const { id, status, settledAt, dueAt } of state.promises) {
    if (status !== 'KEPT' && status !== 'BROKEN') continue;
    const at = status === 'KEPT' ? (settledAt ?? dueAt) : dueAt;
    add(`promise:${id}`, 'PROMISE_DUE', at, { dimensions: { promiseResult: status } });
  }
}

const REPAIRS: readonly Remedy[] = ['REPAIR', 'REPLACEMENT', 'SERVICE_RESTORED'];

function addMoney(state: ComplaintState, add: Add): void {
  const currencyOf = (money: RecordedMoney | undefined): Dimensions =>
    money ? { currency: money.original.currency } : {};
  for (const { id, at, remedy, money } of state.remedies) {
    const dimensions = { remedy, ...currencyOf(money) };
    add(`remedy:${id}`, 'REMEDY', at, { dimensions, ...amountOf(money) });
  }
  const repaired = state.remedies.find(({ remedy }) => REPAIRS.includes(remedy))?.at;
  if (repaired) {
    const seconds = Math.round((Date.parse(repaired) - Date.parse(state.receivedAt)) / 1000);
    add('repaired', 'REPAIR_TIME', repaired, { amount: Math.max(0, seconds) });
  }
  for (const { id, at, sanction, money, paidOn } of state.sanctions) {
    const dimensions = { sanction, ...currencyOf(money) };
    add(`sanction:${id}`, 'SANCTION', at, { dimensions, ...amountOf(money) });
    if (paidOn) add(`paid:${id}`, 'SANCTION_PAID', at, { dimensions, ...amountOf(money), on: paidOn });
  }
}

function addLearning(state: ComplaintState, add: Add): void {
  for (const { id, at, code } of state.causes) {
    add(`cause:${id}`, 'CAUSE_STATED', at, { dimensions: { cause: code } });
  }
  for (const { id, at } of state.lessons) add(`lesson:${id}`, 'LESSON_RECORDED', at);
  for (const { id, plannedAt, completedAt } of state.correctiveActions) {
    add(`planned:${id}`, 'ACTION_PLANNED', plannedAt);
    if (completedAt) add(`completed:${id}`, 'ACTION_COMPLETED', completedAt);
  }
}

/** Where it stands on the lists of engineers. The keys of joining and ending differ in their last word alone. */
function addEngineering({ engineering = [] }: ComplaintState, add: Add): void {
  const yesOrNo = (is: boolean | undefined): string => (is === undefined ? NOT_STATED : is ? 'YES' : 'NO');
  for (const { id, outlet, site = NOT_STATED, joinedAt, endedAt, steps } of engineering) {
    const key = `engineering:${id}`;
    add(`${key}:joined`, 'ENGINEERING_JOINED', joinedAt, { dimensions: { outlet, site } });
    if (endedAt) add(`${key}:ended`, 'ENGINEERING_ENDED', endedAt, { dimensions: { outlet, site } });
    for (const { id: step, stage, at, leading, improved, repeated } of steps) {
      const result = { improved: yesOrNo(improved), repeatFault: yesOrNo(repeated) };
      add(`${key}:${step}`, 'ENGINEERING_ADVANCED', at, {
        dimensions: { outlet, site, stage, leading: yesOrNo(leading), ...result },
      });
    }
  }
}

/** A follow-up is due once for every final answer; the best of its attempts is what counts. */
function addFollowUps(state: ComplaintState, add: Add): void {
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
