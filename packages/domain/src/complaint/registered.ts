import type { EventOf } from './events.ts';
import type { ComplaintState } from './state.ts';

/** A complaint as its registration makes it. */
export function registered(event: EventOf<'REGISTERED'>, id: string): ComplaintState {
  const { receivedAt, splitFrom, firstResponder, handlerDepartmentId: departmentId, ...matter } = event.data;
  return {
    ...matter,
    id,
    version: 0,
    status: 'REGISTERED',
    statusSince: event.at,
    receivedAt,
    ...(firstResponder === undefined ? {} : { firstResponder }),
    ...(splitFrom === undefined ? {} : { splitFrom }),
    handler: {
      ...(firstResponder === undefined ? {} : { memberId: firstResponder }),
      ...(departmentId === undefined ? {} : { departmentId }),
    },
    collaborators: [],
    recused: [],
    handOvers: [],
    handOversWithoutProgress: 0,
    earlierDecisions: [],
    clocks: [],
    promises: [],
    answers: [],
    contacts: [],
    evidence: [],
    mediations: [],
    remedies: [],
    sanctions: [],
    followUps: [],
    causes: [],
    lessons: [],
    correctiveActions: [],
    forwardings: [],
    routes: [],
    moments: [],
    splitInto: [],
    absorbed: [],
    attention: [],
    lastActivityAt: event.at,
  };
}
