import { expect, test } from 'vitest';
import { sessionProblems } from './checks.ts';
import { everyClass, reminderDue, type TrainingCounts, trainingTotal } from './figures.ts';
import { sessionsOf, type TrainingLine } from './sheet.ts';
import { type Attendance, TRAINING_CLASSES, type TrainingSession } from './training.ts';

const TODAY = '2026-06-01';
const person = (rest: Partial<Attendance> = {}): Attendance => ({
  ...{ name: '甲', experience: 'EXPERIENCED', assessment: 'PASSED' },
  ...rest,
});
const session = (rest: Partial<TrainingSession> = {}): TrainingSession => ({
  ...{ trainingClass: 'INTERNAL', topic: '首问负责', heldOn: '2026-03-05', tenthsOfHours: 15, trainer: '' },
  attendances: [person()],
  ...rest,
});
const fieldsAtFault = (rest: Partial<TrainingSession>) =>
  sessionProblems(session(rest), TODAY).map(({ field }) => field);

test('a session is written down once it was held, with hours and with people', () => {
  expect(fieldsAtFault({})).toEqual([]);
  expect(fieldsAtFault({ heldOn: TODAY })).toEqual([]);
  expect(fieldsAtFault({ heldOn: '2026-06-02' })).toEqual(['heldOn']);
  expect(fieldsAtFault({ topic: ' ', tenthsOfHours: 0, attendances: [] })).toEqual([
    ...['topic', 'hours', 'attendances'],
  ]);
  expect(fieldsAtFault({ attendances: [person(), person()] })).toEqual(['attendances']);
});

test('a certificate has a name, ends after the session, and nobody gets one who failed', () => {
  const of = (rest: Partial<Attendance>) => fieldsAtFault({ attendances: [person(rest)] });
  expect(of({ certificate: '初级', expiresOn: '2027-03-05' })).toEqual([]);
  expect(of({ expiresOn: '2027-03-05' })).toEqual(['attendances']);
  expect(of({ certificate: '初级', expiresOn: '2026-03-04' })).toEqual(['attendances']);
  expect(of({ certificate: '初级', assessment: 'FAILED' })).toEqual(['attendances']);
});

test('every class is counted, also one without training, and the total is their sum', () => {
  const counted = (rest: Partial<TrainingCounts>): TrainingCounts => ({
    ...{ trainingClass: 'INTERNAL', sessions: 2, people: 4, newPeople: 1, tenthsOfHours: 35 },
    ...{ tenthsOfPersonHours: 70, assessed: 3, passed: 2, expiring: 0 },
    ...rest,
  });
  const classes = everyClass([counted({ trainingClass: 'EXTERNAL', expiring: 5 }), counted({})]);
  expect(classes.map(({ trainingClass }) => trainingClass)).toEqual(TRAINING_CLASSES);
  expect(classes.map(({ sessions }) => sessions)).toEqual([2, 0, 0, 0, 2]);
  expect(trainingTotal(classes)).toEqual({
    ...{ sessions: 4, people: 8, newPeople: 2, tenthsOfHours: 70, tenthsOfPersonHours: 140 },
    ...{ assessed: 6, passed: 4, expiring: 5 },
  });
});

test('a certificate calls sixty days before its last day and again thirty days before it', () => {
  expect(reminderDue('2026-08-01', TODAY)).toBeUndefined();
  expect(reminderDue('2026-07-31', TODAY)).toBe(60);
  expect(reminderDue('2026-07-02', TODAY)).toBe(60);
  expect(reminderDue('2026-07-01', TODAY)).toBe(30);
  expect(reminderDue(TODAY, TODAY)).toBe(30);
  expect(reminderDue('2026-05-31', TODAY)).toBeUndefined();
});

test('the lines of a sheet that say the same of a session are one session; who stands twice took part once', () => {
  const line = (name: string, rest: Partial<TrainingSession> = {}): TrainingLine => {
    const { attendances: _people, ...about } = session(rest);
    return { session: about, attendance: person({ name }) };
  };
  const lines = [line('甲'), line('乙', { heldOn: '2026-03-06' }), line('丙'), line('甲')];
  const read = sessionsOf(lines).map(({ heldOn, attendances }) => [
    heldOn,
    ...attendances.map(({ name }) => name),
  ]);
  expect(read).toEqual([
    ['2026-03-05', '甲', '丙'],
    ['2026-03-06', '乙'],
  ]);
});
