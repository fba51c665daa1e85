import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Command, CommandType } from '../complaint/commands.ts';
import { obstacles } from '../complaint/decide.ts';
import { STATUSES } from '../complaint/words.ts';
import { SECTORS } from '../sectors/index.ts';
import { Life, MATTER, staff } from '../testing/life.fixture.ts';
import {
  canInOffice,
  canRead,
  identityVisibility,
  OFFICE_ACTIONS,
  type OfficeAction,
  PERMISSIONS,
  whyNot,
} from './access.ts';
import type { ComplainantActor } from './actor.ts';

/** Whoever complained: a handful of things, to their own complaint alone, whatever state it is in. */

const COMMANDS = Object.keys(PERMISSIONS) as CommandType[];
const THEIRS: readonly CommandType[] = [
  'REGISTER',
  'HEAR_FROM_COMPLAINANT',
  'ADD_EVIDENCE',
  'ANSWER_MEDIATION_OFFER',
  'FOLLOW_UP',
  'WITHDRAW',
  'REOPEN',
];
/** The complaint of every test here is `c`. */
const own: ComplainantActor = { kind: 'complainant', tenantId: 't', complaintId: 'c' };
const stranger: ComplainantActor = { ...own, complaintId: 'another' };

function life(sector = 'TOURISM'): Life {
  const made = new Life({ sector, at: '2026-11-02T02:00:00.000Z' });
  made.do({ type: 'REGISTER', ...MATTER, channel: 'WEB_FORM', receivedAt: made.now }, own);
  return made;
}

describe('what a complainant may do', () => {
  test('is these commands and no other, on their own complaint and no other, in any state', () => {
    const subjects = SECTORS.map(({ code }) => life(code).complaint);
    fc.assert(
      fc.property(
        fc.constantFrom(...COMMANDS),
        fc.constantFrom(...subjects),
        fc.constantFrom(...STATUSES),
        fc.boolean(),
        (command, complaint, status, mine) => {
          const subject = { ...complaint, status };
          const may = whyNot({ actor: mine ? own : stranger, command, subject }) === undefined;
          expect(may).toBe(mine && THEIRS.includes(command) && command !== 'REGISTER');
        },
      ),
      { numRuns: 2_000 },
    );
  });

  test('without a complaint is to register one', () => {
    for (const command of COMMANDS) {
      expect(whyNot({ actor: own, command }) === undefined, command).toBe(command === 'REGISTER');
    }
  });

  test('is nothing of the office’s: no report, no key, no setting, no reading of complaints', () => {
    for (const action of Object.keys(OFFICE_ACTIONS) as OfficeAction[])
      expect(canInOffice(own, action)).toBe(false);
    const { complaint, sector } = life();
    expect(canRead({ actor: own, subject: complaint, sector })).toBe(false);
    expect(identityVisibility(own, complaint)).toBe('MASKED');
  });
});

describe('what a complainant does', () => {
  const answered = (): Life => {
    const made = life();
    made.do({ type: 'ASSIGN', to: { memberId: 'm' } }, staff('SUPERVISOR'));
    const handler = staff('HANDLER', { memberId: 'm' });
    made.do({ type: 'CORRECT', changes: { category: 'TICKET' }, reason: '归类' }, handler);
    made.do({ type: 'ACCEPT' }, handler);
    made.later(1).do({ type: 'ANSWER', text: '已退票', via: 'WEB_FORM', final: true }, handler);
    return made;
  };

  test('is no work of the office: it neither starts the case nor keeps it from lying untouched', () => {
    const made = life();
    made.do({ type: 'CORRECT', changes: { category: 'TICKET' }, reason: '归类' });
    made.do({ type: 'ACCEPT' });
    const touched = made.complaint.lastActivityAt;
    const evidence: Command = { type: 'ADD_EVIDENCE', kind: 'FILE', title: '照片', sha256: 'a'.repeat(64) };
    made.later(24).do(evidence, own);
    made.do({ type: 'HEAR_FROM_COMPLAINANT', text: '怎么样了？', via: 'WEB_FORM' }, own);
    expect(made.complaint).toMatchObject({ status: 'ACCEPTED', lastActivityAt: touched });
    expect(made.complaint.evidence[0]?.fromComplainant).toBe(true);
    // The same from the office is.
    made.later(1).do({ ...evidence, sha256: 'b'.repeat(64) });
    expect(made.complaint).toMatchObject({ status: 'IN_PROGRESS', lastActivityAt: made.now });
  });

  test('gives what was waited for', () => {
    const made = life();
    made.do({ type: 'START_REVIEW' });
    made.do({ type: 'WAIT_FOR_COMPLAINANT', request: '请补充门票' });
    made.do({ type: 'HEAR_FROM_COMPLAINANT', text: '已补充', via: 'WEB_FORM' }, own);
    expect(made.complaint.status).toBe('UNDER_REVIEW');
  });

  test('rates an answer once, in their own words of it and no other', () => {
    const made = answered();
    expect(made.refused({ type: 'FOLLOW_UP', result: 'NOT_NEEDED' }, own)).toEqual(['INVALID']);
    made.do({ type: 'FOLLOW_UP', result: 'DISSATISFIED', resolved: false }, own);
    expect(made.refused({ type: 'FOLLOW_UP', result: 'SATISFIED', resolved: true }, own)).toEqual([
      'ALREADY_DONE',
    ]);
    made.later(2).do({ type: 'ANSWER', text: '已全额退票', via: 'WEB_FORM', final: true });
    made.later(1).do({ type: 'FOLLOW_UP', result: 'SATISFIED', resolved: true }, own);
    expect(made.complaint.followUps.map(({ result }) => result)).toEqual(['DISSATISFIED', 'SATISFIED']);
  });

  test('answers an offer of a mediation once, and only where there is one', () => {
    const made = life();
    made.do({ type: 'CORRECT', changes: { category: 'TICKET' }, reason: '归类' });
    made.do({ type: 'ACCEPT' });
    const agree: Command = { type: 'ANSWER_MEDIATION_OFFER', agreed: true };
    expect(made.refused(agree, own)).toEqual(['CONDITION_UNMET']);
    made.do({ type: 'OFFER_MEDIATION', text: '是否同意调解？' });
    expect(made.refused({ type: 'OFFER_MEDIATION', text: '再问一次' })).toEqual(['ALREADY_DONE']);
    expect(
      obstacles({ state: made.complaint, command: 'ANSWER_MEDIATION_OFFER', context: made.context(own) }),
    ).toEqual([]);
    made.do(agree, own);
    expect(made.complaint.mediationOffer?.answer).toMatchObject({ agreed: true });
    expect(made.refused(agree, own)).toEqual(['CONDITION_UNMET']);
  });
});
