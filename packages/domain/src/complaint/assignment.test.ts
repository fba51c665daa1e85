import { describe, expect, test } from 'vitest';
import { factsOf } from '../figures/facts.ts';
import { Life, staff } from '../testing/life.fixture.ts';
import { instantAt } from '../time.ts';

/** Who answers for a complaint, who may work on it, and what counts as passing it on. */

const AT = instantAt('2026-11-02', '09:00');
const SUPERVISOR = staff('SUPERVISOR');
const handler = (memberId: string, departmentId?: string) =>
  staff('HANDLER', { memberId, ...(departmentId ? { departmentId } : {}) });

function taken(departments: Readonly<Record<string, string>> = {}): Life {
  const life = new Life({ sector: 'TOURISM', at: AT, departments });
  life.register({ category: 'SHOPPING' }, handler('first'));
  return life;
}

describe('the first responder stays answerable until somebody else has accepted it', () => {
  test('work assigned to a colleague is not theirs to answer for before they say so', () => {
    const life = taken();
    life.do({ type: 'ASSIGN', to: { memberId: 'second' } }, SUPERVISOR);
    expect(life.complaint.handler.memberId).toBe('second');
    expect(life.complaint.firstResponder).toBe('first');
    expect(life.refused({ type: 'ACCEPT_HAND_OVER' }, handler('third'))).toEqual(['FORBIDDEN']);
    life.do({ type: 'ACCEPT_HAND_OVER' }, handler('second'));
    expect(life.complaint.firstResponder).toBe('second');
    expect(life.refused({ type: 'ACCEPT_HAND_OVER' }, handler('second'))).toEqual(['CONDITION_UNMET']);
  });

  test('whoever takes it out of the pool themselves answers for it at once', () => {
    const life = new Life({ sector: 'TOURISM', at: AT });
    life.register();
    life.do({ type: 'ASSIGN', to: { memberId: 'second' } }, handler('second'));
    expect(life.complaint.firstResponder).toBe('second');
  });

  test('a later assignment overtakes an offer that still waits', () => {
    const life = taken();
    life.do({ type: 'HAND_OVER', to: { memberId: 'second' }, reason: '请接手' }, handler('first'));
    life.do({ type: 'ASSIGN', to: { memberId: 'third' } }, SUPERVISOR);
    expect(life.complaint.handOvers.map(({ status }) => status)).toEqual(['LAPSED', 'ASSIGNED']);
    expect(life.refused({ type: 'ACCEPT_HAND_OVER' }, handler('second'))).toEqual(['FORBIDDEN']);
  });
});

describe('an assignment is taken back as long as nobody has accepted it', () => {
  const takeBack = { type: 'TAKE_BACK_ASSIGNMENT' } as const;

  test('whoever had the work has it again, and it was not passed on', () => {
    const life = taken();
    life.do({ type: 'ASSIGN', to: { memberId: 'second' } }, SUPERVISOR);
    expect(life.complaint.handOversWithoutProgress).toBe(1);
    life.do(takeBack, SUPERVISOR);
    expect(life.complaint).toMatchObject({ handler: { memberId: 'first' }, handOversWithoutProgress: 0 });
    expect(factsOf(life.complaint).map(({ measure }) => measure)).not.toContain('HANDED_OVER');
    expect(life.refused(takeBack, SUPERVISOR)).toEqual(['CONDITION_UNMET']);
  });

  test('work that was nobody’s is nobody’s again', () => {
    const life = new Life({ sector: 'TOURISM', at: AT });
    life.register();
    life.do({ type: 'ASSIGN', to: { memberId: 'second' } }, SUPERVISOR);
    life.do(takeBack, SUPERVISOR);
    expect(life.complaint.handler).toEqual({});
  });

  test('not once it was accepted, not by a handler, and not by the lead of another department', () => {
    const life = taken({ first: 'd1' });
    life.do({ type: 'ASSIGN', to: { memberId: 'b', departmentId: 'd1' } }, SUPERVISOR);
    life.do({ type: 'ASSIGN', to: { memberId: 'second', departmentId: 'd2' } }, SUPERVISOR);
    expect(life.refused(takeBack, handler('second'))).toEqual(['FORBIDDEN']);
    expect(life.refused(takeBack, staff('DEPARTMENT_LEAD', { departmentId: 'd2' }))).toEqual(['FORBIDDEN']);
    life.do({ type: 'ACCEPT_HAND_OVER' }, handler('second'));
    expect(life.refused(takeBack, SUPERVISOR)).toEqual(['CONDITION_UNMET']);
  });

  test('what a lead took for themselves goes back as long as nothing was done on it', () => {
    const life = taken();
    const lead = staff('SUPERVISOR', { memberId: 'lead' });
    const before = life.complaint;
    expect(before.firstResponder).toBe('first');
    life.do({ type: 'ASSIGN', to: { memberId: 'lead' } }, lead);
    expect(life.complaint).toMatchObject({ handler: { memberId: 'lead' }, firstResponder: 'lead' });
    expect(life.refused(takeBack, SUPERVISOR)).toEqual(['CONDITION_UNMET']);
    life.do(takeBack, lead);
    expect(life.complaint).toMatchObject({ handler: before.handler, firstResponder: 'first' });
    expect(life.complaint.handOversWithoutProgress).toBe(before.handOversWithoutProgress);

    life.do({ type: 'ASSIGN', to: { memberId: 'lead' } }, lead);
    life.later(1);
    life.do({ type: 'NOTE', text: '已去电' }, lead);
    expect(life.refused(takeBack, lead)).toEqual(['CONDITION_UNMET']);
  });

  test('it never goes back to somebody who was recused meanwhile', () => {
    const life = taken();
    life.do({ type: 'ASSIGN', to: { memberId: 'second' } }, SUPERVISOR);
    life.do({ type: 'RECUSE', memberId: 'first', reason: '亲属' }, SUPERVISOR);
    expect(life.refused(takeBack, SUPERVISOR)).toEqual(['CONDITION_UNMET']);
  });
});

describe('no passing on', () => {
  test('who has the work hands it over; only nobody’s work is assigned by a handler', () => {
    const life = taken();
    const assign = { type: 'ASSIGN', to: { memberId: 'second' } } as const;
    expect(life.refused(assign, handler('first'))).toEqual(['CONDITION_UNMET']);
    life.do({ type: 'HAND_OVER', to: { memberId: 'second' }, reason: '更熟悉' }, handler('first'));
  });

  test('a lead’s reassignments count as hand-overs do; a call that nobody answered is no progress', () => {
    const life = taken();
    const lead = staff('DEPARTMENT_LEAD', { departmentId: 'd1' });
    life.do({ type: 'ASSIGN', to: { memberId: 'a', departmentId: 'd1' } }, SUPERVISOR);
    life.do({ type: 'ASSIGN', to: { memberId: 'b', departmentId: 'd1' } }, lead);
    life.do({ type: 'RECORD_CONTACT', via: 'PHONE', reached: false, summary: '未接听' }, lead);
    expect(life.complaint.attention).toEqual([]);
    life.do({ type: 'ASSIGN', to: { memberId: 'c', departmentId: 'd1' } }, lead);
    expect(life.complaint.attention).toEqual(['THIRD_HAND_OVER']);
    expect(factsOf(life.complaint).filter(({ measure }) => measure === 'HANDED_OVER')).toHaveLength(3);
  });

  test('reaching the complainant is progress: the count begins anew', () => {
    const life = taken();
    const lead = staff('DEPARTMENT_LEAD', { departmentId: 'd1' });
    life.do({ type: 'ASSIGN', to: { memberId: 'a', departmentId: 'd1' } }, SUPERVISOR);
    life.do({ type: 'ASSIGN', to: { memberId: 'b', departmentId: 'd1' } }, lead);
    life.do({ type: 'RECORD_CONTACT', via: 'PHONE', reached: true, summary: '已了解情况' }, lead);
    life.do({ type: 'ASSIGN', to: { memberId: 'c', departmentId: 'd1' } }, lead);
    expect(life.complaint.attention).toEqual([]);
  });

  test('to hand it to whoever has it is no hand-over', () => {
    const life = taken();
    expect(
      life.refused({ type: 'HAND_OVER', to: { memberId: 'first' }, reason: '再看看' }, handler('first')),
    ).toEqual(['INVALID']);
  });
});

describe('recusal', () => {
  const departments = { surgeon: 'surgery', clerk: 'office' };
  const about = { departmentId: 'surgery' };

  test('work given to a member is their department’s, whose lead answers for it', () => {
    const life = taken(departments);
    life.do({ type: 'ASSIGN', to: { memberId: 'clerk' } }, SUPERVISOR);
    expect(life.complaint.handler).toEqual({ memberId: 'clerk', departmentId: 'office' });
  });

  test('nobody of the department complained about can be given the work or help, though they are not named', () => {
    const life = new Life({ sector: 'HOSPITAL', at: AT, departments });
    life.register({ respondent: about }, handler('clerk', 'office'));
    const to = { memberId: 'surgeon' };
    expect(life.refused({ type: 'ASSIGN', to }, SUPERVISOR)).toEqual(['CONDITION_UNMET']);
    expect(life.refused({ type: 'HAND_OVER', to, reason: '熟悉' }, SUPERVISOR)).toEqual(['CONDITION_UNMET']);
    expect(life.refused({ type: 'ADD_COLLABORATOR', ...to }, SUPERVISOR)).toEqual(['CONDITION_UNMET']);
  });

  test('who takes in a complaint about their own department does not handle it', () => {
    const life = new Life({ sector: 'HOSPITAL', at: AT, departments });
    life.register({ respondent: about }, handler('surgeon', 'surgery'));
    expect(life.complaint.handler).toEqual({});
    expect(life.complaint.recused).toEqual(['surgeon']);
  });

  test('a correction that names the handler, a helper or their department takes them off it', () => {
    const life = taken(departments);
    life.do({ type: 'ASSIGN', to: { memberId: 'surgeon' } }, SUPERVISOR);
    life.do({ type: 'ADD_COLLABORATOR', memberId: 'clerk' }, SUPERVISOR);
    const respondent = { departmentId: 'surgery', memberIds: ['clerk'] };
    life.do({ type: 'CORRECT', changes: { respondent }, reason: '被投诉方有误' }, SUPERVISOR);
    expect(life.complaint.handler).toEqual({});
    expect(life.complaint.collaborators).toEqual([]);
    expect([...life.complaint.recused].sort()).toEqual(['clerk', 'surgeon']);
  });

  test('an offer to somebody who is then recused lapses', () => {
    const life = taken();
    life.do({ type: 'HAND_OVER', to: { memberId: 'second' }, reason: '请接手' }, handler('first'));
    life.do({ type: 'RECUSE', memberId: 'second', reason: '亲属' }, SUPERVISOR);
    expect(life.complaint.handOvers.map(({ status }) => status)).toEqual(['LAPSED']);
  });
});

describe('one voice', () => {
  function drafted(): { life: Life; answerId: string } {
    const life = new Life({ sector: 'HOSPITAL', at: AT, departments: { clerk: 'office' } });
    life.register({ category: 'ATTITUDE', details: { stage: 'WARD' } }, handler('clerk', 'office'));
    life.do({ type: 'ACCEPT' });
    life.do({ type: 'DRAFT_ANSWER', text: '已向您致歉', final: false }, SUPERVISOR);
    return { life, answerId: life.complaint.answers[0]?.id ?? '' };
  }

  test('a draft is approved by somebody else than its author, and goes out as it was approved', () => {
    const { life, answerId } = drafted();
    expect(life.refused({ type: 'APPROVE_ANSWER', answerId }, SUPERVISOR)).toEqual(['CONDITION_UNMET']);
    life.do({ type: 'APPROVE_ANSWER', answerId }, staff('DEPARTMENT_LEAD', { departmentId: 'office' }));
    expect(life.complaint.answers[0]).toMatchObject({ draftedBy: 'member-SUPERVISOR' });
    life.do({ type: 'ANSWER', answerId, text: '另一种说法', via: 'PHONE', final: true }, SUPERVISOR);
    expect(life.complaint.answers[0]).toMatchObject({ text: '已向您致歉', final: false, status: 'GIVEN' });
  });

  test('a draft that is sent back says why, and never goes out where answers are approved', () => {
    const { life, answerId } = drafted();
    life.do({ type: 'RETURN_ANSWER', answerId, reason: '请补充处理结果' }, SUPERVISOR);
    expect(life.complaint.answers[0]).toMatchObject({
      status: 'RETURNED',
      returnedBecause: '请补充处理结果',
    });
    const lead = staff('DEPARTMENT_LEAD', { departmentId: 'office' });
    expect(life.refused({ type: 'APPROVE_ANSWER', answerId }, lead)).toEqual(['CONDITION_UNMET']);
    const give = { type: 'ANSWER', answerId, via: 'PHONE', final: true } as const;
    expect(life.refused(give, SUPERVISOR)).toEqual(['CONDITION_UNMET']);
  });

  test('on the spot, only somebody who may approve gives the answer', () => {
    const { life } = drafted();
    const fresh = new Life({ sector: 'HOSPITAL', at: life.now, departments: { clerk: 'office' } });
    const desk = handler('clerk', 'office');
    fresh.register({ category: 'CHARGES', details: { stage: 'DISCHARGE' } }, desk);
    const settle = { type: 'SETTLE_ON_THE_SPOT', answer: '已退还多收费用' } as const;
    expect(fresh.refused(settle, desk)).toEqual(['CONDITION_UNMET']);
    fresh.do(settle, SUPERVISOR);
    expect(fresh.complaint.closing?.firstContact).toBe(true);
  });
});

test('evidence keeps who added it', () => {
  const life = taken();
  const sha256 = 'a'.repeat(64);
  life.do({ type: 'ADD_EVIDENCE', kind: 'FILE', title: '小票', sha256 }, handler('first'));
  expect(life.complaint.evidence).toMatchObject([{ addedBy: 'first' }]);
});
