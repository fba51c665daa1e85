import { describe, expect, test } from 'vitest';
import { type GuideQuestion, guideReason, walkGuide } from './guide.ts';
import { SECTORS, sectorOf } from './index.ts';
import { allCodes, findOption } from './options.ts';

const guideOf = (code: string): readonly GuideQuestion[] => sectorOf(code).classification?.guide ?? [];

/** Every way through a guide, by the places of its answers; a way that comes back to a question has no end. */
function waysThrough(guide: readonly GuideQuestion[], taken: readonly number[] = []): (readonly number[])[] {
  expect(taken.length, 'a way that asks more than there are questions').toBeLessThanOrEqual(guide.length);
  const { open, reached } = walkGuide(guide, taken);
  if (reached !== undefined) return [taken];
  return (open?.answers ?? []).flatMap((_, place) => waysThrough(guide, [...taken, place]));
}

describe.each(
  SECTORS.filter(({ classification }) => classification?.guide).map(
    (sector) => [sector.code, sector] as const,
  ),
)('the guide to the classification of %s', (code, { classification }) => {
  const guide = guideOf(code);
  const ways = waysThrough(guide).map((way) => walkGuide(guide, way));
  const boxes = classification?.options ?? [];

  test('every way ends at a box that nothing divides further, and every such box is reached', () => {
    const undivided = allCodes(boxes).filter((box) => !findOption(boxes, box)?.node.children);
    expect(undivided.length).toBeGreaterThan(1);
    expect(new Set(ways.map(({ reached }) => reached))).toEqual(new Set(undivided));
  });

  test('every question is asked on some way, and has two to nine answers: one for each key', () => {
    expect(new Set(ways.flatMap(({ steps }) => steps.map(({ question }) => question)))).toEqual(
      new Set(guide),
    );
    for (const { answers } of guide) {
      expect(answers.length).toBeGreaterThanOrEqual(2);
      expect(answers.length).toBeLessThanOrEqual(9);
    }
  });

  test('no two ways give the same reason', () => {
    for (const language of ['zh', 'en'] as const) {
      const reasons = ways.map(({ steps }) => guideReason(steps)[language]);
      expect(new Set(reasons).size).toBe(ways.length);
    }
  });
});

describe('the guide of a property company', () => {
  const YES = 0;
  const NO = 1;
  const reachedBy = (...answers: readonly number[]) => walkGuide(guideOf('PROPERTY'), answers).reached;

  test('misconduct counts once the authority has verified and registered it', () => {
    expect(reachedBy(YES, YES)).toBe('MISCONDUCT');
    expect(reachedBy(YES, NO, NO, YES)).toBe('HELP');
  });

  test('harm by an act is valid, whether misconduct is verified or not told of at all', () => {
    expect(reachedBy(YES, NO, YES)).toBe('HARM');
    expect(reachedBy(NO, YES)).toBe('HARM');
  });

  test('what is left is help, consultation or venting', () => {
    expect(reachedBy(NO, NO, YES)).toBe('HELP');
    expect(reachedBy(NO, NO, NO, YES)).toBe('CONSULTATION');
    expect(reachedBy(NO, NO, NO, NO)).toBe('VENTING');
  });

  test('the reason is the way taken', () => {
    const { steps } = walkGuide(guideOf('PROPERTY'), [NO, NO, YES]);
    expect(guideReason(steps)).toEqual({
      zh: '失职或违法违纪：否 → 造成损害：否 → 需要解决的困难：是',
      en: 'Neglect or misconduct: No → Harm done: No → A difficulty to be solved: Yes',
    });
  });

  test('an answer that a question does not have, or one after the end, leads nowhere', () => {
    const [first] = guideOf('PROPERTY');
    expect(walkGuide(guideOf('PROPERTY'), [7])).toEqual({ steps: [], open: first });
    expect(reachedBy(NO, YES, YES)).toBe('HARM');
  });
});
