import { describe, expect, test } from 'vitest';
import { chinaCalendar } from '../calendar/calendar.ts';
import { rulesFor, SECTORS, sectorOf } from '../sectors/index.ts';
import { Life, staff } from '../testing/life.fixture.ts';
import { instantAt } from '../time.ts';
import type { DeadlineRule } from './rule.ts';

/** Which limits run on which complaint: the table of domain.md 4, line by line. */

const AT = instantAt('2026-11-02', '09:00');
const SUPERVISOR = staff('SUPERVISOR');
const clocksOf = (life: Life) =>
  life.complaint.clocks
    .filter(({ state }) => state !== 'cancelled')
    .map(({ rule: { clock, amount, unit } }) => `${clock} ${amount} ${unit}`);

describe('the table of limits', () => {
  /** sector | clock | from → to | limit | pauses | extension | basis | effective | confirmed */
  const TABLE = [
    'DRUG_REGULATION | acceptance | received → decisionNotified | 7 workingDays | | | Art. 15 | 2026-04-15 | yes',
    'DRUG_REGULATION | mediation | accepted → mediationEnded | 60 days | testing appraisal | | Art. 22, 23 | 2026-04-15 | yes',
    'DRUG_REGULATION | mediation | accepted → mediationEnded | 45 workingDays | testing appraisal | | | 2020-01-01 to 2026-04-14 | yes',
    'DRUG_REGULATION | mediationResult | mediationEnded → mediationResultNotified | 7 workingDays | | | Art. 23 | 2026-04-15 | yes',
    'DRUG_REGULATION | verification | clueFound → clueVerified | 15 workingDays | | 15 workingDays | Art. 27 | 2026-04-15 | yes',
    'TOURISM | acceptance | received → decided | 2 workingDays | | | | 2026-03-15 | no',
    'TOURISM | handling | accepted → answered | 60 days | | | | 2026-03-15 | no',
    'TOURISM | acceptance | received → decided | 5 workingDays | | | | 2010-07-01 to 2026-03-14 | no',
    'TOURISM | handling | accepted → answered | 60 days | | | | 2010-07-01 to 2026-03-14 | no',
    'TELECOM | answer | received → answered | 15 days | | | | 2016-07-30 | no',
    'TELECOM | fault | faultReported → faultRestored | 48 hours | | | Art. 32 | 2000-09-25 | yes',
    'TELECOM | fault | faultReported → faultRestored | 72 hours | | | Art. 32 | 2000-09-25 | yes',
    'TELECOM | arrears | arrearsPaid → serviceRestored | 48 hours | | | Art. 34 | 2000-09-25 | yes',
    'HOSPITAL | answer | received → answered | 5 workingDays | | | | 2019-04-10 | no',
    'HOSPITAL | answer | received → answered | 10 workingDays | | | | 2019-04-10 | no',
    'HOSPITAL | administrativeAcceptance | mediationAsked → mediationAccepted | 5 workingDays | | | Art. 40 | 2018-10-01 | yes',
    'HOSPITAL | disputeMediation | mediationAccepted → mediationEnded | 30 workingDays | appraisal | | Art. 40 | 2018-10-01 | yes',
    'HOSPITAL | disputeMediation | mediationAccepted → mediationEnded | 30 workingDays | appraisal | 30 workingDays | Art. 38 | 2018-10-01 | yes',
    'PROPERTY | answer | received → answered | 10 days | | | | 2003-09-01 | no',
    '* | petition | petitionRegistered → petitionHandled | 60 days | | 30 days | Art. 34 | 2022-05-01 | yes',
    '* | hotline | hotlineReceived → answered | 5 workingDays | | | Jinan Art. 24, Weifang Art. 20 | 2020-01-01 | no',
  ];

  const lineOf = (code: string, rule: DeadlineRule): string =>
    [
      code,
      rule.clock,
      `${rule.startsOn} → ${rule.endsOn[0]}`,
      `${rule.amount} ${rule.unit}`,
      (rule.pausesWhile ?? []).join(' '),
      rule.extension ? `${rule.extension.amount} ${rule.extension.unit}` : '',
      rule.basis.article?.en ?? '',
      `${rule.effectiveFrom}${rule.effectiveTo ? ` to ${rule.effectiveTo}` : ''}`,
      rule.confirmed ? 'yes' : 'no',
    ]
      .join(' | ')
      .replaceAll('|  |', '| |')
      .replaceAll('|  |', '| |');

  test.each(SECTORS.map(({ code }) => code))('%s declares its lines and no other', (code) => {
    const sector = sectorOf(code);
    const common = new Set(['petition', 'hotline']);
    const declared = rulesFor(sector).map((rule) => lineOf(common.has(rule.clock) ? '*' : code, rule));
    const expected = TABLE.filter((line) => line.startsWith(code) || line.startsWith('*'));
    expect([...declared].sort()).toEqual([...expected].sort());
  });
});

describe('petitions and 12345 transfers, whatever the sector', () => {
  const hotline = { source: { level: 'HOTLINE_12345' } } as const;

  test.each(SECTORS.map(({ code }) => code))(
    '%s: a petition is handled in 60 days, 30 more with approval',
    (code) => {
      const life = new Life({ sector: code, at: AT });
      life.register({ source: { level: 'PETITION_OFFICE', body: '市信访局' } });
      const petition = life.clock('petition');
      expect(petition?.dueAt).toBe(instantAt('2027-01-01', '23:59:59.999'));
      life.do({ type: 'EXTEND_CLOCK', clockId: petition?.id ?? '', reason: '局长批准' }, SUPERVISOR);
      expect(life.clock('petition')?.dueAt).toBe(instantAt('2027-01-31', '23:59:59.999'));
      expect(
        life.refused({ type: 'EXTEND_CLOCK', clockId: petition?.id ?? '', reason: '再延' }, SUPERVISOR),
      ).toEqual(['CONDITION_UNMET']);
    },
  );

  test('a transfer of the hotline is answered in 5 working days', () => {
    const life = new Life({ sector: 'PROPERTY', at: AT });
    life.register(hotline);
    expect(clocksOf(life)).toEqual(['answer 10 days', 'hotline 5 workingDays']);
  });

  test('unless law gives more: 15 days to a telecom operator, 60 from acceptance to a tourism office', () => {
    const telecom = new Life({ sector: 'TELECOM', at: AT });
    telecom.register(hotline);
    expect(clocksOf(telecom)).toEqual(['answer 15 days']);
    const tourism = new Life({ sector: 'TOURISM', at: AT });
    tourism.register({ ...hotline, category: 'SHOPPING' });
    tourism.do({ type: 'ACCEPT' });
    expect(clocksOf(tourism)).toEqual(['acceptance 2 workingDays', 'handling 60 days']);
  });

  test('a hospital’s several departments have 10 working days by law, and so has the hotline', () => {
    const one = new Life({ sector: 'HOSPITAL', at: AT });
    one.register(hotline);
    expect(clocksOf(one)).toEqual(['answer 5 workingDays', 'hotline 5 workingDays']);
    const several = new Life({ sector: 'HOSPITAL', at: AT });
    several.register({ ...hotline, details: { severalDepartments: true } });
    expect(clocksOf(several)).toEqual(['answer 10 workingDays']);
  });
});

describe('what the receipt itself begins', () => {
  test('a fault complained of is a fault reported; restoring the service ends its clock', () => {
    const life = new Life({ sector: 'TELECOM', at: AT });
    life.register({ category: 'BROADBAND_FAULT', details: { service: 'BROADBAND' } });
    expect(life.clock('fault')).toMatchObject({ startedAt: AT, rule: { amount: 48 } });
    life.later(1).do({ type: 'RECORD_MILESTONE', milestone: 'faultReported' });
    expect(life.complaint.clocks.filter(({ rule }) => rule.clock === 'fault')).toHaveLength(1);
    life.do({ type: 'ACCEPT' });
    life.later(20).do({ type: 'GIVE_REMEDY', remedy: 'SERVICE_RESTORED' });
    expect(life.clock('fault')?.state).toBe('met');
  });

  test('a report of a violation is a clue, to be verified in 15 working days', () => {
    const life = new Life({ sector: 'DRUG_REGULATION', at: AT });
    life.register({ kind: 'REPORT' });
    expect(life.clock('verification')?.dueAt).toBe(instantAt('2026-11-23', '17:30'));
    life.later(24).do({ type: 'RECORD_MILESTONE', milestone: 'clueVerified' });
    expect(life.clock('verification')?.state).toBe('met');
  });

  test('a milestone cannot stand in for what has its own command', () => {
    const life = new Life({ sector: 'TELECOM', at: AT });
    life.register();
    for (const milestone of ['answered', 'accepted', 'closed'] as unknown as 'faultReported'[]) {
      expect(life.refused({ type: 'RECORD_MILESTONE', milestone })).toEqual(['INVALID']);
    }
    expect(life.clock('answer')?.state).toBe('running');
  });
});

describe('facts that are corrected choose the rule anew', () => {
  test('several departments found out later: 10 working days from receipt, with the reason', () => {
    const life = new Life({ sector: 'HOSPITAL', at: AT });
    life.register();
    const before = life.clock('answer');
    life.later(24).do({
      ...{ type: 'CORRECT', changes: { details: { severalDepartments: true } }, reason: '还涉及麻醉科' },
    });
    const after = life.clock('answer');
    expect(after).toMatchObject({ id: before?.id, startedAt: AT, rule: { amount: 10 } });
    expect(after?.changes).toMatchObject([
      { kind: 'reselected', reason: '还涉及麻醉科', dueBefore: before?.dueAt, dueAfter: after?.dueAt },
    ]);
  });

  test('a clock that had run out runs again where it was never due so early', () => {
    const life = new Life({ sector: 'HOSPITAL', at: AT });
    life.register();
    life.on(instantAt('2026-11-10', '09:00')).do({ type: 'TICK' });
    expect(life.clock('answer')?.state).toBe('overdue');
    life.do({ type: 'CORRECT', changes: { details: { severalDepartments: true } }, reason: '还涉及麻醉科' });
    expect(life.clock('answer')?.state).toBe('running');
  });

  test('a source put right starts the clock it should have started, and cancels one that never applied', () => {
    const life = new Life({ sector: 'PROPERTY', at: AT });
    life.register();
    const correct = (level: 'HOTLINE_12345' | 'DIRECT') =>
      life.later(1).do({ type: 'CORRECT', changes: { source: { level } }, reason: '来源有误' });
    correct('HOTLINE_12345');
    expect(life.clock('hotline')).toMatchObject({ startedAt: AT, state: 'running' });
    correct('DIRECT');
    expect(life.clock('hotline')?.state).toBe('cancelled');
    expect(life.clock('answer')?.state).toBe('running');
  });

  test('another correction leaves every clock as it was', () => {
    const life = new Life({ sector: 'HOSPITAL', at: AT });
    life.register();
    const { clocks } = life.complaint;
    life.later(1).do({ type: 'CORRECT', changes: { content: '更正' }, reason: '听错' });
    expect(life.complaint.clocks).toEqual(clocks);
  });
});

describe('the mediation of a dispute', () => {
  const dispute = () => {
    const life = new Life({ sector: 'HOSPITAL', at: AT });
    life.register({
      category: 'OPERATION',
      classification: 'DISPUTE',
      details: { stage: 'OPERATION', harm: 'INJURY' },
    });
    life.do({ type: 'ACCEPT' });
    return life;
  };

  test('asked of the authority: 5 working days to accept, then 30, appraisal not counted', () => {
    const life = dispute();
    life.do({ type: 'TAKE_ROUTE', route: 'ADMINISTRATIVE_MEDIATION' });
    life.do({ type: 'RECORD_MILESTONE', milestone: 'mediationAsked' });
    expect(life.clock('administrativeAcceptance')?.dueAt).toBe(instantAt('2026-11-09', '17:30'));
    life.later(24).do({ type: 'RECORD_MILESTONE', milestone: 'mediationAccepted' });
    expect(life.clock('administrativeAcceptance')?.state).toBe('met');
    const before = life.clock('disputeMediation')?.dueAt ?? '';
    life.do({ type: 'PAUSE_CLOCKS', reason: 'appraisal', text: '送鉴定' });
    life.later(24 * 7).do({ type: 'RESUME_CLOCKS', reason: 'appraisal', text: '收到鉴定意见' });
    const after = life.clock('disputeMediation');
    expect(after?.state).toBe('running');
    // A week stood still: five working days more.
    expect(before).toBe(instantAt('2026-12-15', '17:30'));
    expect(after?.dueAt).toBe(instantAt('2026-12-22', '17:30'));
  });

  test('people’s mediation is extended by agreement, administrative mediation is not', () => {
    const extended = (route: string) => {
      const life = dispute();
      life.do({ type: 'TAKE_ROUTE', route });
      life.do({ type: 'RECORD_MILESTONE', milestone: 'mediationAccepted' });
      const clockId = life.clock('disputeMediation')?.id ?? '';
      return life.refused({ type: 'EXTEND_CLOCK', clockId, reason: '双方约定' }, SUPERVISOR);
    };
    expect(extended('PEOPLES_MEDIATION')).toEqual([]);
    expect(extended('ADMINISTRATIVE_MEDIATION')).toEqual(['CONDITION_UNMET']);
  });
});

test('a drug mediation ended: both parties are told in 7 working days, and before the case is closed', () => {
  const life = new Life({ sector: 'DRUG_REGULATION', at: AT });
  life.register({ category: 'PRICE', details: { productName: '糖浆', productClass: 'DRUG' } });
  life.do({ type: 'ACCEPT' });
  life.do({ type: 'NOTIFY_DECISION', via: 'PHONE' });
  const consent = { complainantConsents: true, respondentConsents: true, consent: '书面' };
  life.do({ type: 'START_MEDIATION', ...consent });
  life.do({ type: 'END_MEDIATION', result: 'TERMINATED' });
  expect(life.clock('mediation')?.state).toBe('met');
  expect(life.clock('mediationResult')?.dueAt).toBe(instantAt('2026-11-11', '17:30'));
  life.do({ type: 'CONCLUDE', finding: 'UNSUBSTANTIATED', facts: '价格已公示' });
  life.do({ type: 'ANSWER', text: '调解终止', via: 'PHONE', final: true });
  expect(life.clock('mediationResult')?.state).toBe('running');
  expect(life.refused({ type: 'CLOSE' })).toEqual(['CONDITION_UNMET']);
  life.do({ type: 'RECORD_MILESTONE', milestone: 'mediationResultNotified' });
  expect(life.do({ type: 'CLOSE' }).status).toBe('CLOSED');
});

describe('what an organisation sets', () => {
  const own: DeadlineRule = {
    ...{ id: 'own', clock: 'answer', label: { zh: '答复', en: 'Answer' }, startsOn: 'received' },
    ...{ endsOn: ['answered'], amount: 5, unit: 'days', effectiveFrom: '2026-01-01', confirmed: true },
    ...{ basis: { regulation: { zh: '服务承诺', en: 'Service commitment' } }, origin: 'organization' },
  };

  test('an own promise counts only where it really falls due earlier, holidays and all', () => {
    // Seven days are tighter than five working days by the week, and looser across a holiday that moves the last day.
    const answerIn = (at: string) => {
      const week = { ...own, amount: 7 };
      const life = new Life({ sector: 'HOSPITAL', at, settings: { ownRules: [week] } });
      life.register();
      return life.clock('answer')?.rule.id;
    };
    expect(answerIn(instantAt('2026-09-25', '09:00'))).toBe('own');
    expect(answerIn(instantAt('2026-11-02', '09:00'))).toBe('hospital.answer@2019-04-10');
  });

  test('a rule whose text was not checked is confirmed or corrected; one that was cannot be', () => {
    const found = { source: '物业服务合同第八条', by: 'm', at: AT };
    const correction = {
      ruleId: 'property.answer@2003-09-01',
      amount: 5,
      unit: 'workingDays',
      ...found,
    } as const;
    const life = new Life({ sector: 'PROPERTY', at: AT, settings: { ruleCorrections: [correction] } });
    life.register();
    expect(life.clock('answer')?.rule).toMatchObject({ amount: 5, unit: 'workingDays', confirmed: true });

    const fixed = { ruleId: 'telecom.fault-urban@2000-09-25', amount: 96, ...found };
    const rules = rulesFor(sectorOf('TELECOM'), { ownRules: [], ruleCorrections: [fixed] });
    expect(rules.find(({ id }) => id === fixed.ruleId)?.amount).toBe(48);
  });

  test('a calendar loaded later lets a clock run again that had run out by plain weekdays', () => {
    const life = new Life({ sector: 'TOURISM', at: instantAt('2026-12-31', '09:00') });
    life.register();
    life.on(instantAt('2027-01-05', '09:00')).do({ type: 'TICK' });
    expect(life.clock('acceptance')).toMatchObject({ state: 'overdue', provisional: true });
    const holidays = ['2027-01-01', '2027-01-02', '2027-01-03', '2027-01-04', '2027-01-05'];
    const calendar = chinaCalendar({ extraYears: [{ year: 2027, holidays, makeUpDays: [] }] });
    const known = new Life({ sector: 'TOURISM', at: life.now, calendar });
    known.state = life.complaint;
    known.do({ type: 'RECOMPUTE_CLOCKS', reason: '载入 2027 年工作日历' });
    expect(known.clock('acceptance')).toMatchObject({ state: 'running', provisional: false });
  });
});
