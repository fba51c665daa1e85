import { expect, test } from 'vitest';
import type { ComplaintAction } from '../../generated/schema.ts';
import { nextStepOf, offersOf, type Stand } from './next-step.ts';

function stand(given: Partial<Stand> & { readonly can: readonly ComplaintAction[] }): Stand {
  const { can, ...rest } = given;
  return {
    status: 'IN_PROGRESS',
    attention: [],
    acceptance: null,
    answers: [],
    finding: null,
    followUps: [],
    causes: [],
    handler: null,
    allowedActions: can.map((action) => ({
      ...{ __typename: 'AllowedAction', action, label: action, allowed: true, reason: null },
    })),
    ...rest,
  };
}

const answer = (final: boolean): Stand['answers'][number] => ({
  ...{ __typename: 'Answer', id: '1', text: 'x', status: 'GIVEN', final, givenAt: null, via: null },
  returnedBecause: null,
});

test('what was registered is decided on first', () => {
  expect(nextStepOf(stand({ status: 'REGISTERED', can: ['NOTE', 'ACCEPT', 'DECLINE'] }))).toBe('ACCEPT');
});

test('a hand-over that waits for its answer comes before the work itself', () => {
  expect(nextStepOf(stand({ can: ['ANSWER', 'ACCEPT_HAND_OVER'] }))).toBe('ACCEPT_HAND_OVER');
});

test('found first, then answered; an interim answer does not end it', () => {
  expect(nextStepOf(stand({ can: ['ANSWER', 'CONCLUDE'] }))).toBe('CONCLUDE');
  const found = {
    __typename: 'Conclusion',
    finding: 'SUBSTANTIATED',
    facts: 'x',
    at: '2026-01-01T00:00:00Z',
  } as const;
  expect(nextStepOf(stand({ can: ['ANSWER', 'CONCLUDE'], finding: found, answers: [answer(false)] }))).toBe(
    'ANSWER',
  );
});

test('what was answered is followed up, then closed; what closing still needs comes before it', () => {
  const answered: Partial<Stand> = { status: 'ANSWERED', answers: [answer(true)] };
  expect(nextStepOf(stand({ ...answered, can: ['FOLLOW_UP', 'CLOSE'] }))).toBe('FOLLOW_UP');
  expect(nextStepOf(stand({ ...answered, status: 'FOLLOWED_UP', can: ['FOLLOW_UP', 'CLOSE'] }))).toBe(
    'CLOSE',
  );
  expect(nextStepOf(stand({ ...answered, status: 'FOLLOWED_UP', can: ['NOTE', 'STATE_CAUSE'] }))).toBe(
    'STATE_CAUSE',
  );
});

test('nothing waits for those who may only look', () => {
  expect(nextStepOf(stand({ can: ['NOTE', 'RECORD_CONTACT'] }))).toBeUndefined();
});

test('every action stands in exactly one place; what is not possible keeps its reason', () => {
  const given = stand({ can: ['ANSWER', 'PROMISE', 'NOTE', 'MERGE', 'REVEAL', 'CONCLUDE'] });
  const { next, beside, more, impossible } = offersOf({
    ...given,
    allowedActions: [
      ...given.allowedActions,
      { __typename: 'AllowedAction', action: 'CLOSE', label: '办结', allowed: false, reason: '未答复' },
    ],
  });
  expect(next?.action).toBe('CONCLUDE');
  expect(beside.map(({ action }) => action)).toEqual(['ANSWER', 'PROMISE', 'NOTE']);
  expect(more.map(({ action }) => action)).toEqual(['MERGE']);
  expect(impossible.map(({ reason }) => reason)).toEqual(['未答复']);
});
