import { describe, expect, test } from 'vitest';
import type { CommandType } from '../complaint/commands.ts';
import { Life, staff } from '../testing/life.fixture.ts';
import { canInOffice, canRead, identityVisibility, PERMISSIONS, whyNot } from './access.ts';
import { type ApiClientActor, ROLES, SCOPES } from './actor.ts';

const may = (actor: Parameters<typeof whyNot>[0]['actor'], command: CommandType, subject?: Life): boolean =>
  whyNot({ actor, command, ...(subject ? { subject: subject.complaint } : {}) }) === undefined;
const key = (scopes: ApiClientActor['scopes']): ApiClientActor => ({
  ...{ kind: 'apiClient', tenantId: 't', keyId: 'k', name: 'key', scopes },
});

function life(changes: Parameters<Life['register']>[0] = {}): Life {
  const made = new Life({ sector: 'HOSPITAL', at: '2026-11-02T02:00:00.000Z' });
  made.register(changes, staff('HANDLER', { memberId: 'first' }));
  return made;
}

describe('who may do what', () => {
  test('every command has its row in the table', () => {
    for (const permission of Object.values(PERMISSIONS)) {
      for (const role of [...permission.anywhere, ...permission.whereWorking]) expect(ROLES).toContain(role);
    }
  });

  test('an auditor and an administrator change no complaint', () => {
    for (const command of Object.keys(PERMISSIONS) as CommandType[]) {
      expect(may(staff('AUDITOR'), command)).toBe(false);
      expect(may(staff('ADMINISTRATOR'), command)).toBe(false);
    }
  });

  test('a handler works on what is theirs, and not on a colleague’s', () => {
    const made = life();
    made.do({ type: 'ASSIGN', to: { memberId: 'colleague' } }, staff('SUPERVISOR'));
    expect(may(staff('HANDLER', { memberId: 'colleague' }), 'ACCEPT', made)).toBe(true);
    expect(may(staff('HANDLER', { memberId: 'other' }), 'ACCEPT', made)).toBe(false);
    expect(may(staff('HANDLER', { memberId: 'other' }), 'NOTE', made)).toBe(true);
    expect(may(staff('SUPERVISOR'), 'ACCEPT', made)).toBe(true);
  });

  test('a lead works on what their department has', () => {
    const made = life();
    made.do({ type: 'ASSIGN', to: { departmentId: 'd1', memberId: 'colleague' } }, staff('SUPERVISOR'));
    expect(may(staff('DEPARTMENT_LEAD', { departmentId: 'd1' }), 'EXTEND_CLOCK', made)).toBe(true);
    expect(may(staff('DEPARTMENT_LEAD', { departmentId: 'd2' }), 'EXTEND_CLOCK', made)).toBe(false);
  });

  test('a program does what its scopes say, and never what is for people', () => {
    expect(may(key(['complaints:write']), 'REGISTER')).toBe(true);
    expect(may(key(['complaints:read']), 'REGISTER')).toBe(false);
    expect(may(key(SCOPES), 'REVEAL')).toBe(false);
    expect(may(key(SCOPES), 'APPROVE_ANSWER')).toBe(false);
    expect(canInOffice(key(SCOPES), 'publishReports')).toBe(false);
    expect(canInOffice(key(SCOPES), 'manageKeys')).toBe(false);
  });

  test('nobody but time itself ticks', () => {
    for (const role of ROLES) expect(may(staff(role), 'TICK')).toBe(false);
    expect(may(key(SCOPES), 'TICK')).toBe(false);
  });
});

describe('recusal', () => {
  test('whoever is named, and the department complained about, neither works on it nor sees who complained', () => {
    const made = life({ respondent: { departmentId: 'surgery', memberIds: ['doctor'] } });
    const named = staff('SUPERVISOR', { memberId: 'doctor' });
    const colleague = staff('DEPARTMENT_LEAD', { departmentId: 'surgery' });
    for (const actor of [named, colleague]) {
      expect(may(actor, 'NOTE', made)).toBe(false);
      expect(identityVisibility(actor, made.complaint)).toBe('MASKED');
    }
  });

  test('somebody recused cannot be given the work', () => {
    const made = life();
    made.do({ type: 'RECUSE', memberId: 'friend', reason: '与投诉人相识' }, staff('SUPERVISOR'));
    expect(made.refused({ type: 'ASSIGN', to: { memberId: 'friend' } }, staff('SUPERVISOR'))).toEqual([
      'CONDITION_UNMET',
    ]);
  });
});

describe('identity', () => {
  test('named: seen by those who work on it and the supervisor, by nobody else', () => {
    const made = life();
    made.do({ type: 'ASSIGN', to: { memberId: 'colleague' } }, staff('SUPERVISOR'));
    const sees = (actor: Parameters<typeof identityVisibility>[0]) =>
      identityVisibility(actor, made.complaint);
    expect(sees(staff('HANDLER', { memberId: 'colleague' }))).toBe('FULL');
    expect(sees(staff('SUPERVISOR'))).toBe('FULL');
    expect(sees(staff('HANDLER', { memberId: 'other' }))).toBe('MASKED');
    expect(sees(staff('AUDITOR'))).toBe('MASKED');
    expect(sees(key(['complaints:read']))).toBe('MASKED');
    expect(sees(key(['complainants:read']))).toBe('FULL');
  });

  test('in confidence: masked for everybody until it is revealed with a reason', () => {
    const made = life({ disclosure: 'CONFIDENTIAL' });
    for (const role of ROLES) expect(identityVisibility(staff(role), made.complaint)).toBe('MASKED');
    expect(identityVisibility(key(SCOPES), made.complaint)).toBe('MASKED');
    expect(made.refused({ type: 'REVEAL', reason: ' ' }, staff('SUPERVISOR'))).toEqual(['REQUIRED']);
    made.do({ type: 'REVEAL', reason: '需要回访' }, staff('SUPERVISOR'));
    expect(made.complaint.moments.some(({ type }) => type === 'REVEALED')).toBe(true);
  });

  test('anonymous: there is nobody to see', () => {
    const made = life({ disclosure: 'ANONYMOUS' });
    expect(identityVisibility(staff('SUPERVISOR'), made.complaint)).toBe('MASKED');
    expect(made.refused({ type: 'REVEAL', reason: '想知道' }, staff('SUPERVISOR'))).toEqual([
      'CONDITION_UNMET',
    ]);
  });
});

test('the conduct of own staff is seen by the supervisor and its handler alone', () => {
  const made = new Life({ sector: 'DRUG_REGULATION', at: '2026-11-02T02:00:00.000Z' });
  made.register({ classification: 'STAFF_CONDUCT' });
  const { sector, complaint: subject } = made;
  const reads = (actor: Parameters<typeof canRead>[0]['actor']) => canRead({ actor, subject, sector });
  expect(reads(staff('SUPERVISOR'))).toBe(true);
  expect(reads(staff('HANDLER'))).toBe(false);
  expect(reads(staff('AUDITOR'))).toBe(false);
  expect(reads(key(SCOPES))).toBe(false);
});
