import { describe, expect, test } from 'vitest';
import { factsOf } from '../figures/facts.ts';
import { SECTORS } from '../sectors/index.ts';
import { Life, staff } from '../testing/life.fixture.ts';
import { instantAt } from '../time.ts';
import { nextTick } from './due.ts';
import { POSSIBLE_FROM } from './transitions.ts';
import { STATUSES } from './words.ts';

/** The life of a complaint as domain.md 3 draws it. */

const AT = instantAt('2026-11-02', '09:00');
const LATER_DAY = instantAt('2026-11-04', '09:00');

function accepted(): Life {
  const life = new Life({ sector: 'TOURISM', at: AT });
  life.register({ category: 'SHOPPING' });
  life.later(1).do({ type: 'ACCEPT' });
  life.do({ type: 'NOTIFY_DECISION', via: 'PHONE' });
  return life;
}

describe('the way of a complaint', () => {
  test('registered → accepted → in progress → answered → followed up → closed', () => {
    const life = new Life({ sector: 'TOURISM', at: AT });
    expect(life.register({ category: 'SHOPPING' }).status).toBe('REGISTERED');
    expect(life.do({ type: 'START_REVIEW' }).status).toBe('UNDER_REVIEW');
    expect(life.do({ type: 'ACCEPT' }).status).toBe('ACCEPTED');
    life.do({ type: 'NOTIFY_DECISION', via: 'PHONE' });
    life.do({ type: 'CONCLUDE', finding: 'SUBSTANTIATED', facts: '属实' });
    expect(life.do({ type: 'ANSWER', text: '已退款', via: 'PHONE', final: true }).status).toBe('ANSWERED');
    expect(life.do({ type: 'FOLLOW_UP', result: 'SATISFIED' }).status).toBe('FOLLOWED_UP');
    expect(life.do({ type: 'CLOSE' }).status).toBe('CLOSED');
  });

  test('every status can be left, and no command leads out of what is merged', () => {
    const from = (status: (typeof STATUSES)[number]) =>
      Object.entries(POSSIBLE_FROM).filter(([, statuses]) => statuses.includes(status));
    for (const status of STATUSES) expect(from(status).length).toBeGreaterThan(0);
    expect(from('MERGED').map(([command]) => command)).not.toContain('CLOSE');
  });

  test('waiting for the complainant, and heard from', () => {
    const life = accepted();
    expect(life.do({ type: 'WAIT_FOR_COMPLAINANT', request: '请补充合同' }).status).toBe(
      'WAITING_FOR_COMPLAINANT',
    );
    expect(life.do({ type: 'HEAR_FROM_COMPLAINANT', text: '已补充', via: 'EMAIL' }).status).toBe(
      'IN_PROGRESS',
    );
  });

  test('mediation needs the consent of both sides, has sessions, and ends with an agreement or without', () => {
    const life = accepted();
    const both = { complainantConsents: true, respondentConsents: true };
    const start = { type: 'START_MEDIATION', ...both, consent: '双方电话同意' } as const;
    expect(life.refused({ ...start, consent: ' ' })).toEqual(['REQUIRED']);
    expect(life.refused({ ...start, respondentConsents: false })).toEqual(['CONDITION_UNMET']);
    expect(life.do(start).status).toBe('IN_MEDIATION');
    life.do({ type: 'RECORD_MEDIATION_SESSION', positions: '各让一步' });
    life.do({ type: 'END_MEDIATION', result: 'AGREED', agreement: '退款 500 元' });
    expect(life.complaint.mediations[0]).toMatchObject({
      result: 'AGREED',
      sessions: [{ positions: '各让一步' }],
    });
  });

  test('withdrawn from any open state; reopened within the window, and too late after it', () => {
    const life = accepted();
    expect(life.do({ type: 'WITHDRAW', reason: 'SETTLED' }).status).toBe('WITHDRAWN');
    expect(life.later(24).do({ type: 'REOPEN', reason: '又发生了' }).status).toBe('IN_PROGRESS');
    life.do({ type: 'WITHDRAW', reason: 'SETTLED' });
    expect(life.later(24 * 400).refused({ type: 'REOPEN', reason: '又发生了' })).toEqual(['TOO_LATE']);
  });
});

describe('the decision on acceptance', () => {
  test('declining takes a ground of the sector’s list, and where the ground says so the body in charge', () => {
    const life = new Life({ sector: 'TOURISM', at: AT });
    life.register();
    expect(life.refused({ type: 'DECLINE', ground: 'NONSENSE', reason: 'x' })).toEqual(['INVALID']);
    expect(life.refused({ type: 'DECLINE', ground: 'OUTSIDE_REMIT', reason: '不属职责' })).toEqual([
      'REQUIRED',
    ]);
    const declined = life.do({
      type: 'DECLINE',
      ground: 'OUTSIDE_REMIT',
      reason: '不属职责',
      body: '价格主管部门',
    });
    expect(declined.status).toBe('DECLINED');
  });

  test('it is told to the complainant before the case is closed', () => {
    const life = new Life({ sector: 'TOURISM', at: AT });
    life.register();
    life.do({ type: 'DECLINE', ground: 'OUTSIDE_REMIT', reason: '不属职责', body: '价格主管部门' });
    expect(life.refused({ type: 'CLOSE' })).toEqual(['CONDITION_UNMET']);
    life.do({ type: 'NOTIFY_DECISION', via: 'PHONE' });
    expect(life.do({ type: 'CLOSE' }).status).toBe('CLOSED');
  });

  test('what was transferred is closed by the answer of the body that took it', () => {
    const life = new Life({ sector: 'TOURISM', at: AT });
    life.register({ category: 'SHOPPING' });
    life.do({ type: 'TRANSFER', body: '市场监管局', reason: '属其职责' });
    life.do({ type: 'NOTIFY_DECISION', via: 'PHONE' });
    expect(life.refused({ type: 'CLOSE' })).toEqual(['CONDITION_UNMET']);
    expect(life.do({ type: 'RECORD_TRANSFER_ANSWER', text: '已处理' }).status).toBe('CLOSED');
  });

  test('outside the remit it is declined and goes to the body in charge, whose answer closes it here too', () => {
    const life = new Life({ sector: 'TOURISM', at: AT });
    life.register({ category: 'TAXI' });
    const decline = {
      type: 'DECLINE',
      ground: 'OUTSIDE_REMIT',
      reason: '非旅游客运',
      body: '交通运输局',
    } as const;
    life.do(decline);
    life.do({ type: 'NOTIFY_DECISION', via: 'PHONE' });
    const { status, answers } = life.do({ type: 'RECORD_TRANSFER_ANSWER', text: '已责令司机退费' });
    expect(status).toBe('CLOSED');
    expect(answers).toMatchObject([{ text: '已责令司机退费', status: 'GIVEN' }]);
  });

  test('what the other body returns is examined here again, owes what it owed on receipt, and can be sent on', () => {
    const life = new Life({ sector: 'TOURISM', at: AT });
    life.register({ category: 'SHOPPING' });
    life.do({ type: 'TRANSFER', body: '市场监管局', reason: '属其职责' });
    life.do({ type: 'NOTIFY_DECISION', via: 'PHONE' });
    const running = () => life.complaint.clocks.filter(({ state }) => state === 'running');
    expect(running()).toEqual([]);

    const back = life.later(24).do({ type: 'RECORD_TRANSFER_RETURN', reason: '商家不在本辖区' });
    expect(back.status).toBe('UNDER_REVIEW');
    expect(running().map(({ rule, startedAt }) => [rule.endsOn, startedAt])).toEqual([
      [['decided'], life.now],
    ]);

    life.do({ type: 'TRANSFER', body: '邻市市场监管局', reason: '商家在其辖区' });
    expect(life.refused({ type: 'CLOSE' })).toEqual(expect.arrayContaining(['CONDITION_UNMET']));
    life.do({ type: 'NOTIFY_DECISION', via: 'PHONE' });
    expect(life.do({ type: 'RECORD_TRANSFER_ANSWER', text: '已退款' }).status).toBe('CLOSED');

    const counted = factsOf(life.complaint).map(({ measure }) => measure);
    const times = (measure: (typeof counted)[number]) => counted.filter((each) => each === measure).length;
    expect({ received: times('RECEIVED'), left: times('LEFT'), reopened: times('REOPENED') }).toEqual({
      ...{ received: 1, left: 2, reopened: 1 },
    });
  });

  test('nobody returns what nobody was sent, or what they have answered', () => {
    const back = { type: 'RECORD_TRANSFER_RETURN', reason: '不属职责' } as const;
    const life = new Life({ sector: 'TOURISM', at: AT });
    life.register();
    life.do({ type: 'DECLINE', ground: 'TOO_LATE', reason: '超过时效' });
    expect(life.refused(back)).toEqual(['CONDITION_UNMET']);

    const answered = new Life({ sector: 'TOURISM', at: AT });
    answered.register({ category: 'SHOPPING' });
    answered.do({ type: 'TRANSFER', body: '市场监管局', reason: '属其职责' });
    expect(answered.refused({ ...back, reason: ' ' })).toEqual(['REQUIRED']);
    answered.do({ type: 'RECORD_TRANSFER_ANSWER', text: '已处理' });
    expect(answered.refused(back)).toEqual(['ALREADY_DONE']);
  });

  test('nobody else has taken what was declined without naming a body', () => {
    const life = new Life({ sector: 'TOURISM', at: AT });
    life.register();
    life.do({ type: 'DECLINE', ground: 'TOO_LATE', reason: '超过时效' });
    expect(life.refused({ type: 'RECORD_TRANSFER_ANSWER', text: '已处理' })).toEqual(['CONDITION_UNMET']);
  });

  test('the complainant is told the reason and the other routes, whoever words it', () => {
    const life = new Life({ sector: 'TOURISM', at: AT });
    life.register();
    life.do({ type: 'DECLINE', ground: 'OUTSIDE_REMIT', reason: '属价格争议', body: '市场监管局' });
    life.do({ type: 'NOTIFY_DECISION', via: 'PHONE' });
    const told = life.events.find(({ type }) => type === 'DECISION_NOTIFIED');
    const { text } = (told?.data ?? {}) as { text?: string };
    for (const said of ['不予受理', '属价格争议', '市场监管局', '第九条', '消费者协会', '诉讼']) {
      expect(text).toContain(said);
    }
  });

  test('taken up again after it was declined, it is examined anew; both decisions count when they were taken', () => {
    const life = new Life({ sector: 'TOURISM', at: AT });
    life.register({ category: 'SHOPPING' });
    life.do({ type: 'DECLINE', ground: 'NOT_PARTY', reason: '非当事人' });
    life.do({ type: 'NOTIFY_DECISION', via: 'PHONE' });
    life.do({ type: 'CLOSE' });
    expect(life.later(24).do({ type: 'APPEAL', reason: '补充委托书' }).status).toBe('UNDER_REVIEW');
    life.later(24).do({ type: 'ACCEPT' });
    const decisions = factsOf(life.complaint).filter(({ key }) => key.startsWith('decided'));
    expect(decisions.map(({ measure }) => measure)).toEqual(['DECLINED', 'ACCEPTED']);
  });
});

describe('promises', () => {
  const DUE = instantAt('2026-11-03', '17:00');
  const promise = { type: 'PROMISE', dueAt: DUE, text: '明天下午五点前答复' } as const;

  test('an answer in time keeps the promise, whatever the progress', () => {
    const life = accepted();
    life.do(promise);
    life
      .on(instantAt('2026-11-03', '16:59'))
      .do({ type: 'ANSWER', text: '仍在核查', via: 'PHONE', final: false });
    expect(life.complaint.promises).toMatchObject([{ status: 'KEPT' }]);
    expect(life.complaint.status).not.toBe('ANSWERED');
  });

  test('without one it is broken at its time, and the supervisor learns of it', () => {
    const life = accepted();
    life.do(promise);
    life.on(LATER_DAY).do({ type: 'TICK' });
    expect(life.complaint.promises).toMatchObject([{ status: 'BROKEN' }]);
    expect(life.complaint.attention).toContain('PROMISE_BROKEN');
    expect(life.events.find(({ type }) => type === 'PROMISE_BROKEN')?.at).toBe(DUE);
  });

  test('the next promise is given with an answer that does not settle the matter', () => {
    const life = accepted();
    life.do(promise);
    const interim = { type: 'ANSWER', text: '仍在核查', via: 'PHONE', nextText: '周五再答复' } as const;
    const nextDueAt = instantAt('2026-11-06', '17:00');
    expect(life.refused({ ...interim, final: true, nextDueAt })).toEqual(['INVALID']);
    life.do({ ...interim, final: false, nextDueAt });
    expect(life.complaint.promises.map(({ status }) => status)).toEqual(['KEPT', 'OPEN']);
  });

  test('none following, the supervisor learns of it a day later; nothing is missed once the matter is settled', () => {
    const life = accepted();
    life.do(promise);
    life.later(1).do({ type: 'ANSWER', text: '仍在核查', via: 'PHONE', final: false });
    life.later(23).do({ type: 'TICK' });
    expect(life.complaint.attention).toEqual([]);
    const due = nextTick(life.complaint, life.settings) ?? '';
    life.on(due).later(0.01).do({ type: 'TICK' });
    expect(life.complaint.attention).toEqual(['NO_NEXT_PROMISE']);

    const settled = accepted();
    settled.do(promise);
    settled.later(1).do({ type: 'ANSWER', text: '已退款', via: 'PHONE', final: true });
    settled.later(48).do({ type: 'TICK' });
    expect(settled.complaint.attention).toEqual([]);
  });

  test('nobody promises a time that nobody waits for', () => {
    const life = accepted();
    expect(life.refused({ ...promise, dueAt: instantAt('2028-11-03', '17:00') })).toEqual(['INVALID']);
  });

  test('it is kept before anything is decided too: word goes out of how things stand, but no final answer', () => {
    const life = new Life({ sector: 'TOURISM', at: AT });
    life.register();
    life.do(promise);
    const answer = { type: 'ANSWER', text: '正在了解情况', via: 'PHONE' } as const;
    expect(life.refused({ ...answer, final: true })).toEqual(['WRONG_STATE']);
    expect(life.later(1).do({ ...answer, final: false }).status).toBe('REGISTERED');
    expect(life.complaint.promises).toMatchObject([{ status: 'KEPT' }]);
    // The limit of the decision runs on: this was no decision.
    expect(life.clock('acceptance')?.state).toBe('running');
  });

  test('one voice before the decision: only an approved text goes out, and not the one that settles the matter', () => {
    const life = new Life({ sector: 'HOSPITAL', at: AT });
    life.register();
    const draft = (final: boolean): string => {
      life.do({ type: 'DRAFT_ANSWER', text: final ? '已处理' : '正在核实', final }, staff('HANDLER'));
      const answerId = life.complaint.answers.at(-1)?.id ?? '';
      life.do({ type: 'APPROVE_ANSWER', answerId }, staff('SUPERVISOR'));
      return answerId;
    };
    const give = (answerId: string) =>
      life.refused({ type: 'ANSWER', answerId, via: 'PHONE', final: false }, staff('SUPERVISOR'));
    expect(give(draft(true))).toEqual(['CONDITION_UNMET']);
    expect(give(draft(false))).toEqual([]);
  });

  test('that a matter is not taken on, and why, is the answer that was promised', () => {
    const life = new Life({ sector: 'TOURISM', at: AT });
    life.register();
    life.do(promise);
    life.do({ type: 'DECLINE', ground: 'NOT_PARTY', reason: '非当事人' });
    expect(life.complaint.promises).toMatchObject([{ status: 'OPEN' }]);
    life.later(1).do({ type: 'NOTIFY_DECISION', via: 'PHONE' });
    expect(life.complaint.promises).toMatchObject([{ status: 'KEPT' }]);

    const takenOn = new Life({ sector: 'TOURISM', at: AT });
    takenOn.register({ category: 'SHOPPING' });
    takenOn.do(promise);
    takenOn.do({ type: 'ACCEPT' });
    takenOn.do({ type: 'NOTIFY_DECISION', via: 'PHONE' });
    expect(takenOn.complaint.promises).toMatchObject([{ status: 'OPEN' }]);
  });

  test('what was promised of a matter that is merged is owed by the one that goes on', () => {
    const merged = accepted();
    merged.do(promise);
    merged.do({ type: 'MERGE', into: 'other', reason: '同一事件' });
    expect(merged.complaint.promises).toMatchObject([{ status: 'CANCELLED' }]);
    expect(nextTick(merged.complaint, merged.settings)).toBeUndefined();

    const goesOn = accepted();
    const absorb = { type: 'ABSORB', from: 'c2', reason: '同一事件' } as const;
    goesOn.do({ ...absorb, promise: { dueAt: DUE, text: '明天答复' } });
    expect(goesOn.complaint.promises).toMatchObject([{ dueAt: DUE, status: 'OPEN' }]);
    goesOn.do({ type: 'ANSWER', text: '已退款', via: 'PHONE', final: true });
    expect(goesOn.complaint.promises).toMatchObject([{ status: 'KEPT' }]);
  });

  test('the supervisor is told once of a promise that none followed, and not again after they have seen it', () => {
    const life = accepted();
    life.do(promise);
    life.on(LATER_DAY).do({ type: 'TICK' });
    life.later(25).do({ type: 'TICK' });
    expect(life.complaint.attention).toContain('NO_NEXT_PROMISE');
    life.do({ type: 'ACKNOWLEDGE_ATTENTION', note: '已督促' }, staff('SUPERVISOR'));
    life.later(1).do({ type: 'TICK' });
    expect(life.complaint.attention).toEqual([]);
  });

  test('the next promise follows; two at once are refused, and so is one in the past', () => {
    const life = accepted();
    life.do(promise);
    expect(life.refused(promise)).toEqual(['ALREADY_DONE']);
    life.later(1).do({ type: 'ANSWER', text: '仍在核查', via: 'PHONE', final: false });
    expect(life.refused({ ...promise, dueAt: AT })).toEqual(['INVALID']);
    life.do({ ...promise, dueAt: instantAt('2026-11-05', '17:00') });
    expect(life.complaint.promises).toHaveLength(2);
  });
});

describe('the three prohibitions', () => {
  test('no passing on: the third hand-over without progress goes to the supervisor', () => {
    const life = accepted();
    for (const [from, to] of [
      ['a', 'b'],
      ['b', 'c'],
      ['c', 'd'],
    ]) {
      life.do({ type: 'HAND_OVER', to: { memberId: to ?? '' }, reason: '更熟悉' });
      life.do({ type: 'ACCEPT_HAND_OVER' }, staff('HANDLER', { memberId: to ?? '' }));
      if (from === 'a') expect(life.complaint.attention).toEqual([]);
    }
    expect(life.complaint.attention).toContain('THIRD_HAND_OVER');
  });

  test('no indifference: a case that nobody touches goes to the supervisor', () => {
    const life = accepted();
    life.later(24 * (life.settings.untouchedDays + 1)).do({ type: 'TICK' });
    expect(life.complaint.attention).toContain('UNTOUCHED');
  });

  test('no distorting: a correction is a further event that shows both', () => {
    const life = accepted();
    const before = life.events.length;
    life.do({ type: 'CORRECT', changes: { content: '更正后的内容' }, reason: '听错' });
    expect(life.complaint.content).toBe('更正后的内容');
    const corrected = life.events.slice(before).find(({ type }) => type === 'CORRECTED');
    expect(JSON.stringify(corrected)).toContain('投诉内容');
  });
});

describe('the first responder stays answerable until somebody else has accepted', () => {
  test('an offer alone moves nothing; a return leaves it where it was', () => {
    const life = new Life({ sector: 'TOURISM', at: AT });
    life.register({}, staff('HANDLER', { memberId: 'first' }));
    life.do({ type: 'HAND_OVER', to: { memberId: 'second' }, reason: '请接手' });
    expect(life.complaint.handler.memberId).not.toBe('second');
    life.do({ type: 'RETURN_HAND_OVER', reason: '不归我' }, staff('HANDLER', { memberId: 'second' }));
    expect(life.complaint.firstResponder).toBe('first');
    life.do({ type: 'HAND_OVER', to: { memberId: 'second' }, reason: '请接手' });
    expect(life.refused({ type: 'ACCEPT_HAND_OVER' }, staff('HANDLER', { memberId: 'third' }))).toEqual([
      'FORBIDDEN',
    ]);
    life.do({ type: 'ACCEPT_HAND_OVER' }, staff('HANDLER', { memberId: 'second' }));
    expect(life.complaint.handler.memberId).toBe('second');
  });
});

test('settled on the spot: registered, answered and closed at the first contact', () => {
  const life = new Life({ sector: 'TELECOM', at: AT });
  life.register({ category: 'TARIFF', details: { service: 'MOBILE' } });
  life.do({ type: 'SETTLE_ON_THE_SPOT', answer: '已解释清楚', satisfied: 'SATISFIED' });
  expect(life.complaint.status).toBe('CLOSED');
  expect(life.complaint.closing?.firstContact).toBe(true);
});

describe('closing', () => {
  test.each(SECTORS.map((sector) => [sector.code, sector] as const))(
    'in %s an accepted matter is not closed before its conditions are met',
    (_, sector) => {
      expect(sector.closingConditions.length).toBeGreaterThan(0);
      const life = accepted();
      const state = { ...life.complaint, sector: sector.code, status: 'ANSWERED' as const };
      const unmet = sector.closingConditions.filter(({ holds }) => !holds(state));
      expect(unmet.length).toBeGreaterThan(0);
    },
  );

  test('the refusal says what is missing, in both languages', () => {
    const life = accepted();
    life.do({ type: 'ANSWER', text: '已退款', via: 'PHONE', final: true });
    const closed = life.try({ type: 'CLOSE' });
    if (closed.ok) throw new Error('It was closed without a finding.');
    expect(closed.refusals.length).toBeGreaterThan(0);
    for (const { code, message } of closed.refusals) {
      expect(code).toBe('CONDITION_UNMET');
      expect(message.zh).toMatch(/[一-龥]/);
      expect(message.en).toMatch(/[a-z]/);
    }
  });
});
