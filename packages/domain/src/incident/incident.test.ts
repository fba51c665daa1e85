import { describe, expect, test } from 'vitest';
import type { TenantActor } from '../access/actor.ts';
import type { Command } from '../complaint/commands.ts';
import { sectorOf } from '../sectors/index.ts';
import { Life, staff } from '../testing/life.fixture.ts';
import type { IncidentCommand, IncidentEvent } from './commands.ts';
import { decideIncident, type IncidentContext } from './decide.ts';
import { replayIncident } from './evolve.ts';
import { type IncidentState, incidentTally, peopleAffected } from './state.ts';

const MOBILE = { service: 'MOBILE', area: 'URBAN', place: { address: '幸福小区' } };
const NOW = '2026-07-01T02:00:00.000Z';
const SUPERVISOR = staff('SUPERVISOR');
const LEAD = staff('DEPARTMENT_LEAD', { departmentId: 'd1' });
const OF_TEAM = staff('HANDLER', { memberId: 'h1', departmentId: 'd2' });
const OUTSIDE = staff('HANDLER', { memberId: 'h2', departmentId: 'd3' });

/** An incident in the hands of a test. */
class Incident {
  readonly events: IncidentEvent[] = [];
  state: IncidentState | undefined;
  readonly #context: Omit<IncidentContext, 'actor'>;
  #ids = 0;

  constructor(context: Partial<IncidentContext> = {}) {
    const newId = () => {
      this.#ids += 1;
      return `answer-${this.#ids}`;
    };
    this.#context = {
      ...{ now: NOW, newId, sector: sectorOf('TELECOM'), answerNeedsApproval: true, unanswered: 0 },
      ...context,
    };
  }

  try(command: IncidentCommand, actor: TenantActor = SUPERVISOR, context: Partial<IncidentContext> = {}) {
    const decision = decideIncident({
      ...{ id: 'i', state: this.state, command },
      context: { ...this.#context, ...context, actor },
    });
    if (!decision.ok) return decision.refusals.map(({ code }) => code);
    this.state = decision.state;
    this.events.push(...decision.events);
    return [];
  }

  open(): this {
    expect(this.try(OPEN)).toEqual([]);
    return this;
  }
}

const OPEN: IncidentCommand = {
  type: 'OPEN',
  ...{ number: 'SJ-2026-0001', title: '幸福小区断网', category: 'COVERAGE', beganAt: NOW },
  team: { departmentId: 'd1', memberIds: ['h1'] },
};
const DRAFT: IncidentCommand = { type: 'DRAFT_ANSWER', text: '光缆已修复，补偿两天费用。', final: true };
const give = (done: readonly string[] = ['c1']): IncidentCommand => ({
  ...{ type: 'GIVE_ANSWER', answerId: 'answer-1', via: 'PHONE', done, leftBehind: [] },
});

describe('people affected', () => {
  test('whoever complained several times counts once, with the largest group they spoke for', () => {
    const cases = [
      { complainantId: 'wang', groupSize: 1 },
      { complainantId: 'wang', groupSize: 12 },
      { complainantId: 'li', groupSize: 3 },
    ];
    expect(peopleAffected(cases)).toBe(15);
  });

  test('nobody knows whether two unnamed callers are one: each counts', () => {
    expect(peopleAffected([{ groupSize: 4 }, { complainantId: null, groupSize: 1 }])).toBe(5);
  });

  test('what was answered no longer waits, what was withdrawn is not open', () => {
    const statuses = ['ACCEPTED', 'ANSWERED', 'CLOSED', 'WITHDRAWN'] as const;
    const cases = statuses.map((status) => ({ status, groupSize: 1 }));
    expect(incidentTally(cases)).toEqual({ complaints: 4, people: 4, open: 2, unanswered: 1 });
  });
});

describe('who may', () => {
  test('supervisors and department leads open incidents; a handler does not', () => {
    expect(new Incident().try(OPEN, OF_TEAM)).toEqual(['FORBIDDEN']);
    expect(new Incident().try(OPEN, LEAD)).toEqual([]);
  });

  test('the lead team drafts and notes; other handlers do not', () => {
    const incident = new Incident().open();
    expect(incident.try(DRAFT, OF_TEAM)).toEqual([]);
    expect(incident.try({ type: 'NOTE', text: '抢修人员已到' }, OUTSIDE)).toEqual(['FORBIDDEN']);
    expect(incident.try({ type: 'CLOSE', summary: '已修复' }, OF_TEAM)).toEqual(['FORBIDDEN']);
  });

  test('an incident that nobody leads is none', () => {
    expect(new Incident().try({ ...OPEN, team: { memberIds: [] } })).toEqual(['REQUIRED']);
  });
});

describe('the master answer', () => {
  test('goes out only when somebody else has approved it', () => {
    const incident = new Incident().open();
    incident.try(DRAFT, LEAD);
    expect(incident.try(give())).toEqual(['CONDITION_UNMET']);
    expect(incident.try({ type: 'APPROVE_ANSWER', answerId: 'answer-1' }, LEAD)).toEqual(['CONDITION_UNMET']);
    expect(incident.try({ type: 'APPROVE_ANSWER', answerId: 'answer-1' }, SUPERVISOR)).toEqual([]);
    expect(incident.try(give(), LEAD)).toEqual([]);
    expect(incident.state).toMatchObject({ status: 'ANSWERED', answeredAt: NOW });
  });

  test('where the office does not ask for approval, a draft goes out as it is', () => {
    const incident = new Incident({ answerNeedsApproval: false }).open();
    incident.try(DRAFT);
    expect(incident.try(give())).toEqual([]);
  });

  test('a draft that was sent back does not go out', () => {
    const incident = new Incident({ answerNeedsApproval: false }).open();
    incident.try(DRAFT);
    incident.try({ type: 'RETURN_ANSWER', answerId: 'answer-1', reason: '补偿标准不对' });
    expect(incident.try(give())).toEqual(['CONDITION_UNMET']);
  });

  test('an interim answer leaves the incident open; given again to those who came later, it keeps its time', () => {
    const incident = new Incident({ answerNeedsApproval: false }).open();
    incident.try({ ...DRAFT, final: false });
    incident.try(give());
    expect(incident.state?.status).toBe('OPEN');
    incident.try(give(['c2']), SUPERVISOR, { now: '2026-07-02T02:00:00.000Z' });
    expect(incident.state?.answers[0]?.givenAt).toBe(NOW);
  });

  test('one that reaches nobody is not given', () => {
    const incident = new Incident({ answerNeedsApproval: false }).open();
    incident.try(DRAFT);
    expect(incident.try(give([]))).toEqual(['CONDITION_UNMET']);
  });
});

describe('the end', () => {
  test('an incident closes when no complaint of it waits for an answer, and can be taken up again', () => {
    const incident = new Incident().open();
    const close: IncidentCommand = { type: 'CLOSE', summary: '光缆改迁，双路由' };
    expect(incident.try(close, SUPERVISOR, { unanswered: 2 })).toEqual(['CONDITION_UNMET']);
    expect(incident.try(close)).toEqual([]);
    expect(incident.try(DRAFT)).toEqual(['WRONG_STATE']);
    expect(incident.try({ type: 'REOPEN', reason: '再次中断' })).toEqual([]);
    expect(incident.state?.status).toBe('OPEN');
  });

  test('an incident is its events, folded in order', () => {
    const incident = new Incident({ answerNeedsApproval: false }).open();
    incident.try(DRAFT);
    incident.try(give());
    incident.try({ type: 'CHANGE', changes: { title: '幸福小区及周边断网' } });
    incident.try({ type: 'CLOSE', summary: '已修复' });
    expect(replayIncident(incident.events, 'i')).toEqual(incident.state);
    expect(incident.state).toMatchObject({ title: '幸福小区及周边断网', category: 'COVERAGE', version: 5 });
  });
});

describe('a complaint of an incident', () => {
  const answer = (incidentId = 'i'): Command => ({
    type: 'ANSWER_FOR_INCIDENT',
    ...{ incidentId, answerId: 'answer-1', text: '已修复', via: 'PHONE', final: true },
  });

  function linked(): Life {
    const life = new Life({ sector: 'TELECOM', at: '2026-07-01T01:00:00.000Z' });
    life.register({ category: 'COVERAGE', groupSize: 3, details: MOBILE });
    life.do({ type: 'LINK_INCIDENT', incidentId: 'i', reason: '同一故障' });
    return life;
  }

  test('is in one incident at a time, and can be taken out again', () => {
    const life = linked();
    expect(life.refused({ type: 'LINK_INCIDENT', incidentId: 'j', reason: '另一故障' })).toEqual([
      'ALREADY_DONE',
    ]);
    life.do({ type: 'UNLINK_INCIDENT', reason: '误并' });
    expect(life.complaint.incident).toBeUndefined();
    expect(life.refused({ type: 'UNLINK_INCIDENT', reason: '误并' })).toEqual(['CONDITION_UNMET']);
  });

  test('is answered through its own life: accepted first, once, and the promise is kept by it', () => {
    const life = linked();
    expect(life.refused(answer())).toEqual(['WRONG_STATE']);
    life.do({ type: 'ACCEPT' });
    life.do({ type: 'PROMISE', dueAt: '2026-07-02T01:00:00.000Z', text: '明天答复' });
    expect(life.refused(answer('j'))).toEqual(['CONDITION_UNMET']);
    life.do(answer());
    expect(life.complaint.status).toBe('ANSWERED');
    expect(life.complaint.promises[0]?.status).toBe('KEPT');
    expect(life.refused(answer())).toEqual(['ALREADY_DONE']);
  });

  test('nobody on the staff gives a master answer past its incident', () => {
    const life = linked();
    life.do({ type: 'ACCEPT' });
    expect(life.refused(answer(), SUPERVISOR)).toEqual(['FORBIDDEN']);
  });

  test('what only named roles may see is linked to none', () => {
    const life = new Life({ sector: 'DRUG_REGULATION', at: '2026-07-01T01:00:00.000Z' });
    const [restricted = ''] = life.sector.classification?.restricted ?? [];
    life.register({ classification: restricted });
    expect(life.refused({ type: 'LINK_INCIDENT', incidentId: 'i', reason: '同一事件' })).toEqual([
      'CONDITION_UNMET',
    ]);
  });
});
