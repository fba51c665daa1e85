import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { featuresOf } from './features.ts';
import { accuracyOf } from './measure.ts';
import { LEAST_CASES, LEAST_PEOPLE, type SuggestionModel, type TaughtCase, train } from './model.ts';
import { suggest } from './suggest.ts';

const KINDS = [
  { category: 'COVERAGE', words: ['信号', '手机', '没有'] },
  { category: 'CHARGES', words: ['扣费', '话费', '账单'] },
  { category: 'BROADBAND', words: ['宽带', '光猫', '断网'] },
] as const;

/** A register in which each kind is told in its words, among words that say nothing. */
function register(count: number, changes: (at: number) => Partial<TaughtCase> = () => ({})): TaughtCase[] {
  return Array.from({ length: count }, (_, at) => {
    const { category, words } = KINDS[at % KINDS.length] ?? KINDS[0];
    const said = [...words, '你好', '请问'];
    return {
      ...{ text: said.join('，'), words: said, channel: 'PHONE', category, complainantId: `p${at}` },
      ...{ urgent: false, grouped: false },
      ...changes(at),
    };
  });
}
const matter = (...words: string[]) => ({ text: words.join('，'), words, channel: 'PHONE' });

function modelOf(cases: readonly TaughtCase[]): SuggestionModel {
  const model = train(cases);
  if (!model) throw new Error('nothing learned');
  return model;
}

describe('what closed cases say of a matter', () => {
  const model = modelOf(register(90));

  test('the category they had, with the words that spoke for it', () => {
    const [first] = suggest(model, matter('请问', '扣费', '话费')).categories;
    expect(first?.code).toBe('CHARGES');
    expect(first?.chance).toBeGreaterThan(0.5);
    expect(new Set(first?.words)).toEqual(new Set(['扣费', '话费']));
  });

  test('nothing when no word speaks for one', () => {
    expect(suggest(model, matter('请问', '你好')).categories).toEqual([]);
    expect(suggest(model, matter('导游', '大巴')).categories).toEqual([]);
  });

  test('nothing is learned from too few, or where all are one', () => {
    expect(train(register(LEAST_CASES - 1))).toBeUndefined();
    expect(train(register(90, () => ({ category: 'COVERAGE' })))).toBeUndefined();
  });

  test('a name that is a member of every object is a word like others', () => {
    expect(suggest(model, matter('constructor', '扣费', '账单')).categories[0]?.code).toBe('CHARGES');
  });
});

test('what was urgent, and what came from many, is hinted at with its words', () => {
  const hurt = (at: number) =>
    at % 4 === 0 ? { words: ['受伤', '扣费'], text: '受伤，扣费', urgent: true, grouped: true } : {};
  const model = modelOf(register(120, hurt));
  expect(suggest(model, matter('受伤')).urgent?.words).toEqual(['受伤']);
  expect(suggest(model, matter('受伤')).grouped?.words).toEqual(['受伤']);
  expect(suggest(model, matter('信号', '手机')).urgent).toBeNull();
  expect(modelOf(register(90)).urgent).toBeNull();
});

test('a model holds no word of fewer than three people, and no number', () => {
  const secret = fc.stringMatching(/^[\u4e00-\u9fa5]{2,4}$/);
  fc.assert(
    fc.property(
      secret,
      fc.integer({ min: 1, max: LEAST_PEOPLE - 1 }),
      fc.boolean(),
      (name, people, known) => {
        const own = featuresOf(matter(name));
        const usual = new Set(register(3).flatMap((each) => featuresOf(each)));
        const cases = register(90, (at) => {
          const said = [...(KINDS[at % KINDS.length]?.words ?? []), name, '13800000001'];
          // Many cases of few people, or of nobody known at all.
          return at < 30
            ? { words: said, text: said.join('，'), complainantId: known ? `same${at % people}` : undefined }
            : {};
        });
        const { category } = modelOf(cases);
        const kept = Object.keys(category.words);
        expect(own.filter((word) => !usual.has(word) && kept.includes(word))).toEqual([]);
        expect(kept.filter((word) => /\d/.test(word))).toEqual([]);
        expect(kept).toContain('扣费');
      },
    ),
    { numRuns: 60 },
  );
});

test('a word of three people is kept, with numbers of cases alone', () => {
  const three = register(90, (at) => (at < 3 ? { words: ['电梯', '信号'], text: '电梯，信号' } : {}));
  const { words } = modelOf(three).category;
  expect(words['电梯']?.reduce((sum, count) => sum + count, 0)).toBe(3);
});

test('suggestions are measured on the newest fifth, beside the most frequent category', () => {
  const measured = accuracyOf(register(100));
  expect(measured?.asked).toBe(20);
  expect(measured?.first).toBe(1);
  expect(measured?.mostFrequent).toBeLessThan(0.5);
  const turned = accuracyOf(register(100, (at) => (at >= 80 ? { category: 'CHARGES' } : {})));
  expect(turned?.first).toBeLessThan(0.5);
  expect(accuracyOf(register(40))).toBeUndefined();
});
