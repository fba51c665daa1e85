import type { ComplaintEvent, EventOf, EventType } from './events.ts';
import {
  advanced,
  decided,
  lapsed,
  leftEngineering,
  moment,
  passesOn,
  progressed,
  reopened,
  replace,
  takenOn,
  to,
  underWay,
  withClock,
  withoutRequest,
} from './evolve-parts.ts';
import { registered } from './registered.ts';
import type { ComplaintState } from './state.ts';

/**
 * `evolve(state, event)`: what each event makes of a complaint. Total and pure: the state of a complaint is its events
 * folded in order, and nothing else.
 */

type Evolver<T extends EventType> = (state: ComplaintState, event: EventOf<T>) => ComplaintState;

const EVOLVERS: { readonly [T in Exclude<EventType, 'REGISTERED'>]: Evolver<T> } = {
  CORRECTED: (state, { data }) => ({ ...state, ...data.after }),
  RECLASSIFIED: (state, { data, at }) => {
    const next = { ...state, classification: data.to };
    return data.conversion ? moment(next, { type: 'CONVERTED', at, what: data.conversion }) : next;
  },
  REVIEW_STARTED: (state, { at }) => to(state, 'UNDER_REVIEW', at),
  ACCEPTED: (state, { data, at }) => decided(state, { decision: 'ACCEPTED', at, ...data }),
  DECLINED: (state, { data, at }) => decided(state, { decision: 'DECLINED', at, ...data }),
  TRANSFERRED: (state, { data, at }) => decided(state, { decision: 'TRANSFERRED', at, ...data }),
  DECISION_NOTIFIED: (state, { at }) =>
    state.acceptance ? { ...state, acceptance: { ...state.acceptance, notifiedAt: at } } : state,
  TRANSFER_ANSWERED: (state, { data, at }) =>
    moment(
      {
        ...state,
        answers: [
          ...state.answers,
          {
            id: `transfer-${state.version}`,
            text: data.text,
            status: 'GIVEN',
            draftedAt: at,
            givenAt: at,
            final: true,
          },
        ],
      },
      { type: 'ANSWERED', at },
    ),
  TRANSFER_RETURNED: (state, { at }) => moment(reopened(state, at), { type: 'REOPENED', at }),
  SPLIT: (state, { data }) => ({ ...state, splitInto: [...state.splitInto, data.into] }),
  MERGED: (state, { data, at }) =>
    to(
      moment({ ...leftEngineering(state, at), mergedInto: data.into }, { type: 'MERGED', at }),
      'MERGED',
      at,
    ),
  ABSORBED: (state, { data }) => ({ ...state, absorbed: [...state.absorbed, data.from] }),
  INCIDENT_LINKED: (state, { data, at }) => ({ ...state, incident: { id: data.incidentId, linkedAt: at } }),
  INCIDENT_UNLINKED: ({ incident: _incident, ...state }) => state,

  ASSIGNED: (state, { data, at }) => {
    const { id, from, to: handler, reason = '', accepted } = data;
    const { memberId } = handler;
    const status = accepted ? 'ACCEPTED' : 'ASSIGNED';
    return {
      ...state,
      handler,
      ...(accepted && memberId !== undefined ? { firstResponder: memberId } : {}),
      handOversWithoutProgress: state.handOversWithoutProgress + (passesOn(data) ? 1 : 0),
      handOvers: [
        ...lapsed(state, at),
        {
          ...{ id, from, to: handler, reason, at, status, direct: true },
          ...(accepted && state.firstResponder !== undefined ? { answeredBefore: state.firstResponder } : {}),
        },
      ],
    };
  },
  HAND_OVER_OFFERED: (state, { data, at }) => ({
    ...state,
    handOversWithoutProgress: state.handOversWithoutProgress + 1,
    handOvers: [...lapsed(state, at), { ...data, at, status: 'OFFERED' }],
  }),
  HAND_OVER_ACCEPTED: (state, { data, at }) => {
    const offer = state.handOvers.find((handOver) => handOver.id === data.id);
    const memberId = data.memberId ?? offer?.to.memberId;
    const handler = { ...offer?.to, ...(memberId === undefined ? {} : { memberId }) };
    return {
      ...state,
      handler,
      ...(memberId === undefined ? {} : { firstResponder: memberId }),
      handOvers: replace(state.handOvers, data.id, { status: 'ACCEPTED', settledAt: at }),
    };
  },
  HAND_OVER_RETURNED: (state, { data, at }) => ({
    ...state,
    handOvers: replace(state.handOvers, data.id, { status: 'RETURNED', settledAt: at }),
  }),
  ASSIGNMENT_TAKEN_BACK: (state, { data, at }) => {
    const taken = state.handOvers.find(({ id }) => id === data.id);
    const counted = taken !== undefined && passesOn(taken) ? 1 : 0;
    const { firstResponder, ...nobodys } = state;
    const { answeredBefore } = taken ?? {};
    const answerable = taken?.status === 'ACCEPTED' ? answeredBefore : firstResponder;
    return {
      ...nobodys,
      ...(answerable === undefined ? {} : { firstResponder: answerable }),
      handler: data.to,
      handOversWithoutProgress: Math.max(0, state.handOversWithoutProgress - counted),
      handOvers: replace(state.handOvers, data.id, { status: 'TAKEN_BACK', settledAt: at }),
    };
  },
  COLLABORATOR_ADDED: (state, { data }) => ({
    ...state,
    collaborators: [...state.collaborators, data.memberId],
  }),
  RECUSED: (state, { data, at }) => {
    const { memberId, ...left } = state.handler;
    const handler = memberId === data.memberId ? left : state.handler;
    const { departmentId, ...nowhere } = handler;
    const recusedDepartment = departmentId !== undefined && departmentId === state.respondent.departmentId;
    return moment(
      {
        ...state,
        recused: [...state.recused, data.memberId],
        collaborators: state.collaborators.filter((id) => id !== data.memberId),
        handler: recusedDepartment ? nowhere : handler,
        handOvers: lapsed(state, at, ({ to: { memberId: offeredTo } }) => offeredTo === data.memberId),
      },
      { type: 'RECUSED', at },
    );
  },

  PROMISED: (state, { data, at }) =>
    progressed({ ...state, promises: [...state.promises, { ...data, madeAt: at, status: 'OPEN' }] }),
  PROMISE_KEPT: (state, { data, at }) => ({
    ...state,
    promises: replace(state.promises, data.id, { status: 'KEPT', settledAt: at }),
  }),
  PROMISE_BROKEN: (state, { data, at }) => ({
    ...state,
    promises: replace(state.promises, data.id, { status: 'BROKEN', settledAt: at }),
  }),
  PROMISE_CANCELLED: (state, { data, at }) => ({
    ...state,
    promises: replace(state.promises, data.id, { status: 'CANCELLED', settledAt: at }),
  }),
  ANSWER_DRAFTED: (state, { data, at }) => {
    const next = underWay(state, at);
    const { by, ...draft } = data;
    const author = by === undefined ? {} : { draftedBy: by };
    return { ...next, answers: [...next.answers, { ...draft, ...author, status: 'DRAFT', draftedAt: at }] };
  },
  ANSWER_APPROVED: (state, { data }) => ({
    ...state,
    answers: replace(state.answers, data.id, {
      status: 'APPROVED',
      ...(data.by === undefined ? {} : { approvedBy: data.by }),
    }),
  }),
  ANSWER_RETURNED: (state, { data }) => ({
    ...state,
    answers: replace(state.answers, data.id, { status: 'RETURNED', returnedBecause: data.reason }),
  }),
  ANSWERED: (state, { data, at }) => {
    const given = {
      text: data.text,
      status: 'GIVEN',
      givenAt: at,
      via: data.via,
      final: data.final,
    } as const;
    const drafted = state.answers.some((answer) => answer.id === data.id);
    const answers = drafted
      ? replace(state.answers, data.id, given)
      : [...state.answers, { id: data.id, draftedAt: at, ...given }];
    const next = underWay({ ...state, answers }, at);
    return data.final ? moment(to(next, 'ANSWERED', at), { type: 'ANSWERED', at }) : next;
  },
  WAITING_STARTED: (state, { at }) => to(state, 'WAITING_FOR_COMPLAINANT', at),
  COMPLAINANT_HEARD: (state, { at }) =>
    state.status === 'WAITING_FOR_COMPLAINANT'
      ? progressed(to(state, takenOn(state) ? 'IN_PROGRESS' : 'UNDER_REVIEW', at))
      : state,
  NOTED: (state) => state,
  CONTACT_RECORDED: (state, { data, at }) => {
    const next = { ...state, contacts: [...state.contacts, { ...data, at }] };
    // A telephone that nobody answered has moved nothing on.
    return data.reached ? progressed(next) : next;
  },
  CONCLUDED: (state, { data, at }) => ({ ...underWay(state, at), finding: { ...data, at } }),
  EVIDENCE_ADDED: (state, { data, at }) => {
    const { supersedes, by, ...item } = data;
    const author = by === undefined ? {} : { addedBy: by };
    const earlier = supersedes
      ? replace(state.evidence, supersedes, { supersededBy: data.id })
      : state.evidence;
    const added = { ...state, evidence: [...earlier, { ...item, ...author, at }] };
    return data.fromComplainant ? added : underWay(added, at);
  },
  MEDIATION_OFFERED: (state, { data, at }) => ({
    ...underWay(state, at),
    mediationOffer: { ...data, at },
  }),
  MEDIATION_OFFER_ANSWERED: (state, { data, at }) => {
    const { id, ...answer } = data;
    return state.mediationOffer?.id === id
      ? { ...state, mediationOffer: { ...state.mediationOffer, answer: { ...answer, at } } }
      : state;
  },
  MEDIATION_STARTED: (state, { data, at }) =>
    to(
      {
        ...state,
        mediations: [
          ...state.mediations,
          { id: data.id, startedAt: at, consent: data.consent, sessions: [] },
        ],
      },
      'IN_MEDIATION',
      at,
    ),
  MEDIATION_SESSION_RECORDED: (state, { data, at }) => {
    const { id, ...session } = data;
    const mediations = state.mediations.map((mediation) =>
      mediation.id === id
        ? { ...mediation, sessions: [...mediation.sessions, { ...session, at }] }
        : mediation,
    );
    return progressed({ ...state, mediations });
  },
  MEDIATION_ENDED: (state, { data, at }) => {
    const { id, ...end } = data;
    return to(
      { ...state, mediations: replace(state.mediations, id, { ...end, endedAt: at }) },
      'IN_PROGRESS',
      at,
    );
  },
  REMEDY_GIVEN: (state, { data, at }) => ({
    ...underWay(state, at),
    remedies: [...state.remedies, { ...data, at }],
  }),
  SANCTION_IMPOSED: (state, { data, at }) => ({
    ...underWay(state, at),
    sanctions: [...state.sanctions, { ...data, at }],
  }),
  SANCTION_PAID: (state, { data }) => ({
    ...state,
    sanctions: replace(state.sanctions, data.sanctionId, { paidOn: data.paidOn }),
  }),
  FORWARDED: (state, { data, at }) =>
    moment(
      { ...state, forwardings: [...state.forwardings, { ...data, at }] },
      { type: 'FORWARDED', at, what: data.to },
    ),
  FORWARDING_RECEIVED: (state, { data: { to, ...receipt } }) => {
    const first = state.forwardings.findIndex((each) => each.to === to && each.receipt === undefined);
    const forwardings = state.forwardings.map((each, index) =>
      index === first ? { ...each, receipt } : each,
    );
    return { ...state, forwardings };
  },
  ROUTE_TAKEN: (state, { data: { route, ...rest }, at }) =>
    moment(underWay({ ...state, routes: [...state.routes, { to: route, ...rest, at }] }, at), {
      ...{ type: 'ROUTE_TAKEN', at, what: route },
    }),
  MILESTONE_RECORDED: (state, { at }) => underWay(state, at),

  CLOCK_STARTED: (state, { data }) => ({ ...state, clocks: [...state.clocks, data.clock] }),
  CLOCK_CHANGED: (state, { data }) => withClock(state, data.clock),
  CLOCK_OVERDUE: (state, { data }) => withClock(state, data.clock),
  EXTENSION_REQUESTED: (state, { data, at }) => ({
    ...state,
    extensionRequests: [...(state.extensionRequests ?? []), { ...data, at }],
  }),
  EXTENSION_DECLINED: (state, { data }) => withoutRequest(state, data.clockId),

  FOLLOWED_UP: (state, { data, at }) => {
    const next = { ...state, followUps: [...state.followUps, { ...data, at }] };
    return state.status === 'ANSWERED' && data.result !== 'UNREACHABLE' ? to(next, 'FOLLOWED_UP', at) : next;
  },
  CLOSED: (state, { data, at }) =>
    moment(to({ ...state, closing: { at, ...data } }, 'CLOSED', at), { type: 'CLOSED', at }),
  WITHDRAWN: (state, { data, at }) =>
    moment(to({ ...state, withdrawal: { ...data, at } }, 'WITHDRAWN', at), { type: 'WITHDRAWN', at }),
  REOPENED: (state, { at }) => moment(reopened(state, at), { type: 'REOPENED', at }),
  // A way in of its own (`WAYS_IN`): counted among the reopened as well, it would come in twice and leave once.
  APPEALED: (state, { at }) => moment(reopened(state, at), { type: 'APPEALED', at }),

  CAUSE_STATED: (state, { data, at }) => {
    const { cause, ...rest } = data;
    return { ...underWay(state, at), causes: [...state.causes, { ...rest, code: cause, at }] };
  },
  LESSON_RECORDED: (state, { data, at }) => ({ ...state, lessons: [...state.lessons, { ...data, at }] }),
  ACTION_PLANNED: (state, { data, at }) => ({
    ...state,
    correctiveActions: [...state.correctiveActions, { ...data, plannedAt: at }],
  }),
  ACTION_COMPLETED: (state, { data, at }) => ({
    ...state,
    correctiveActions: replace(state.correctiveActions, data.actionId, {
      completedAt: at,
      proof: data.proof,
    }),
  }),

  DOCUMENT_ISSUED: (state, { data, at }) => {
    const { supersedes, by, ...issued } = data;
    const { documents = [] } = state;
    const earlier = supersedes ? replace(documents, supersedes, { supersededBy: data.id }) : documents;
    const author = by === undefined ? {} : { issuedBy: by };
    return { ...state, documents: [...earlier, { ...issued, ...author, issuedAt: at, deliveries: [] }] };
  },
  DOCUMENT_DELIVERED: (state, { data: { documentId, ...delivered } }) => ({
    ...state,
    documents: (state.documents ?? []).map((issued) =>
      issued.id === documentId ? { ...issued, deliveries: [...issued.deliveries, delivered] } : issued,
    ),
  }),
  DOCUMENT_ACKNOWLEDGED: (state, { data: { documentId, ...acknowledged } }) => ({
    ...state,
    documents: replace(state.documents ?? [], documentId, { acknowledged }),
  }),

  ENGINEERING_JOINED: (state, { data, at }) => ({
    ...state,
    engineering: [...(state.engineering ?? []), { ...data, joinedAt: at, steps: [] }],
  }),
  ENGINEERING_MOVED: (state, { data }) => ({
    ...state,
    engineering: (state.engineering ?? []).map(({ site, ...entry }) =>
      entry.id === data.id ? { ...entry, ...data } : { ...entry, ...(site === undefined ? {} : { site }) },
    ),
  }),
  ENGINEERING_ADVANCED: (state, { data, at }) => advanced(state, data, at),

  REVEALED: (state, { data, at }) => moment(state, { type: 'REVEALED', at, what: data.by }),
  ESCALATED: (state, { data, at }) =>
    moment(
      {
        ...state,
        attention: state.attention.includes(data.reason)
          ? state.attention
          : [...state.attention, data.reason],
      },
      { type: 'ESCALATED', at, what: data.reason },
    ),
  ATTENTION_ACKNOWLEDGED: (state) => ({ ...state, attention: [], handOversWithoutProgress: 0 }),

  CASE_FILE_TAKEN: (state, { data, at }) => ({
    ...state,
    caseFile: { ...data, version: state.version + 1, at },
  }),
  ERASURE_HELD: (state, { data, at }) => ({ ...state, held: { ...data, at } }),
  HOLD_RELEASED: ({ held: _held, ...state }) => state,
  // That the words are gone shows when the events are read again; of the files only this tells.
  DATA_ERASED: (state, { data: { what }, at }) => ({ ...state, erased: { what, at } }),
};

/** What only watches over a case is no activity on it: a case nobody touches stays untouched however often it is looked at. */
const NO_ACTIVITY: readonly EventType[] = [
  'CLOCK_STARTED',
  'CLOCK_CHANGED',
  'CLOCK_OVERDUE',
  'PROMISE_BROKEN',
  'ESCALATED',
  'REVEALED',
  'CASE_FILE_TAKEN',
  'ERASURE_HELD',
  'HOLD_RELEASED',
  'DATA_ERASED',
];

/** Whether somebody of the office touched the case; that its complainant writes to it does not count. */
function isActivity(event: ComplaintEvent): boolean {
  return (
    !NO_ACTIVITY.includes(event.type) && !('fromComplainant' in event.data && event.data.fromComplainant)
  );
}

/**
 * The complaint after one more event.
 * @throws when the first event is not REGISTERED, or a later one is: the store has been tampered with.
 */
export function evolve(state: ComplaintState | undefined, event: ComplaintEvent, id: string): ComplaintState {
  if (event.type === 'REGISTERED') {
    if (state) throw new Error(`Complaint ${id} is registered twice.`);
    return { ...registered(event, id), version: 1 };
  }
  if (!state) throw new Error(`Complaint ${id} does not begin with its registration.`);
  const next = (EVOLVERS[event.type] as Evolver<EventType>)(state, event);
  return {
    ...next,
    version: state.version + 1,
    lastActivityAt: isActivity(event) && event.at > state.lastActivityAt ? event.at : state.lastActivityAt,
  };
}

/** A complaint from all its events in order. */
export function replay(events: Iterable<ComplaintEvent>, id: string): ComplaintState {
  let state: ComplaintState | undefined;
  for (const event of events) state = evolve(state, event, id);
  if (!state) throw new Error(`Complaint ${id} has no events.`);
  return state;
}
