import { describe, expect, test } from 'vitest';
import { sectorOf } from '../sectors/index.ts';
import { buildingsIn } from './buildings.ts';
import { LIKE_FROM, likenessOf } from './likeness.ts';
import { type ComparedMatter, placesOf } from './matter.ts';
import { countWords, likenessOfCharacters, likenessOfWords } from './text.ts';
import { whyAlike } from './why.ts';

const property = sectorOf('PROPERTY');
const telecom = sectorOf('TELECOM');

const LIFT: ComparedMatter = {
  ...{ text: '3栋电梯停运，老人下不了楼', words: ['电梯', '停运', '老人'], category: 'LIFT' },
  ...{ receivedAt: '2026-11-02T02:00:00Z', parties: [] },
  places: [{ field: 'estate', name: '翠湖花园' }],
};
const like = (a: ComparedMatter, b: ComparedMatter) =>
  likenessOf(a, b, countWords([a.words, b.words, ['停水', '物业'], ['噪音', '老人']]));
const changed = (changes: Partial<ComparedMatter>): ComparedMatter => ({ ...LIFT, ...changes });

describe('how alike two complaints are', () => {
  test('is the same whichever is compared with which, and never outside 0 and 1', () => {
    const other = changed({ text: '电梯又坏了', words: ['电梯'], receivedAt: '2026-11-05T02:00:00Z' });
    expect(like(LIFT, other).score).toBeCloseTo(like(other, LIFT).score, 12);
    for (const each of [LIFT, other]) {
      expect(like(LIFT, each).score).toBeGreaterThan(0);
      expect(like(LIFT, each).score).toBeLessThan(1);
    }
  });

  test.each([
    ['further back', { receivedAt: '2026-09-01T02:00:00Z' }],
    ['somewhere else', { places: [{ field: 'estate', name: '金桂苑' }] }],
    ['nowhere', { places: [] }],
    ['of another category', { category: 'WATER' }],
    ['of no category yet', { category: undefined }],
    ['in other words', { text: '升降机坏掉', words: ['升降机', '坏掉'] }],
  ] satisfies [string, Partial<ComparedMatter>][])('is less for one that is %s', (_, changes) => {
    expect(like(LIFT, changed(changes)).score).toBeLessThan(like(LIFT, LIFT).score);
  });

  test('is more for one of the same complainant and about the same party', () => {
    const [a, b] = [changed({ complainantId: 'p' }), changed({ complainantId: 'p' })];
    expect(like(a, b).score).toBeGreaterThan(like(a, LIFT).score);
    const [c, d] = [changed({ parties: ['甲旅行社'] }), changed({ parties: ['甲旅行社'] })];
    expect(like(c, d).score).toBeGreaterThan(like(c, LIFT).score);
  });

  test('a party or a place that the other only speaks of is the same party and place', () => {
    const spoken = changed({ text: '甲旅行社在翠湖花园', words: ['旅行社'], places: [], parties: [] });
    const { signs } = like(changed({ parties: ['甲旅行社'] }), spoken);
    expect([signs.sameParty, signs.near, signs.elsewhere]).toEqual([1, 1, 0]);
  });

  test('other words for the same trouble at the same place on the same day are found', () => {
    const other = changed({ text: '升降机坏掉了没人修', words: ['升降机', '坏掉'] });
    expect(like(LIFT, other).score).toBeGreaterThanOrEqual(LIKE_FROM);
  });

  test('a matter without a category yet is neither of the same nor of another', () => {
    const none = like(LIFT, changed({ category: undefined })).score;
    expect(none).toBeGreaterThan(like(LIFT, changed({ category: 'WATER' })).score);
    expect(none).toBeGreaterThanOrEqual(LIKE_FROM);
  });

  test('the same words of another category, about another estate, another month, are not', () => {
    const other = changed({
      ...{ places: [{ field: 'estate', name: '金桂苑' }], category: 'OTHER' },
      receivedAt: '2026-08-02T02:00:00Z',
    });
    expect(like(LIFT, other).score).toBeLessThan(LIKE_FROM);
  });
});

describe('buildings', () => {
  test.each([
    ['3栋和三号楼', [3]],
    ['十二幢、２０座', [12, 20]],
    ['二十一栋', [21]],
    ['十栋', [10]],
    ['住十八楼，三天没水', []],
  ])('named in “%s” are %j', (text, numbers) => {
    expect([...buildingsIn(text)]).toEqual(numbers);
  });

  test('another one of the same estate is another trouble; the same, however written, is no other', () => {
    const [same, other] = ['三号楼电梯停运', '7栋电梯停运'].map((text) => like(LIFT, changed({ text })));
    expect([same?.signs.sameBuilding, same?.signs.otherBuilding]).toEqual([1, 0]);
    expect([other?.signs.sameBuilding, other?.signs.otherBuilding]).toEqual([0, 1]);
    expect(other?.score).toBeLessThan(like(LIFT, changed({ text: '电梯停运' })).score);
  });
});

describe('places', () => {
  const at = (longitude: number, latitude: number): ComparedMatter =>
    changed({ places: placesOf({ place: { longitude, latitude, address: '阳光城 B 座' } }, telecom) });

  test('a kilometre is far, a hundred metres near, on the sphere', () => {
    expect(like(at(114.06, 22.55), at(114.06, 22.5509)).metres).toBe(100);
    expect(like(at(114.06, 22.55), at(114.06, 22.5509)).signs.near).toBeCloseTo(0.9, 2);
    expect(like(at(114.06, 22.55), at(114.08, 22.55)).signs).toMatchObject({ near: 0, elsewhere: 1 });
  });

  test('one that says nowhere speaks neither for nor against', () => {
    expect(like(at(114.06, 22.55), changed({ places: [], text: '没有信号' })).signs).toMatchObject({
      ...{ near: 0, elsewhere: 0 },
    });
  });

  test('a detail that identifies somebody is not compared', () => {
    const [field] = property.fields.filter(({ key }) => key === 'estate');
    const sensitive = {
      clusteredBy: ['estate'],
      fields: field ? [{ ...field, sensitive: 'personal' as const }] : [],
    };
    expect(placesOf({ estate: '翠湖花园' }, property)).toEqual([{ field: 'estate', name: '翠湖花园' }]);
    expect(placesOf({ estate: '翠湖花园' }, sensitive)).toEqual([]);
  });
});

test('a word that all say weighs less than one that few say', () => {
  const counts = countWords([['宽带', '断网'], ['宽带', '断网'], ['宽带'], ['宽带']]);
  const common = likenessOfWords(['宽带', '掉线'], ['宽带', '装机'], counts);
  expect(likenessOfWords(['断网', '掉线'], ['断网', '装机'], counts)).toBeGreaterThan(common);
  expect(likenessOfWords(['断网'], ['断网'], counts)).toBeCloseTo(1);
});

test('texts are alike by runs of characters, whatever the segmenter made of them', () => {
  expect(likenessOfCharacters('宽带老掉线', '宽带老掉线')).toBe(1);
  expect(likenessOfCharacters('宽带老掉线', '宽带掉线')).toBeGreaterThan(0.3);
  expect(likenessOfCharacters('宽带', '电梯')).toBe(0);
  expect(likenessOfCharacters('', '')).toBe(0);
});

test('of words within words, the whole is shown', () => {
  const words = ['地下车库', '地下', '车库'];
  expect(like(changed({ words }), changed({ words })).sharedWords).toEqual(['地下车库']);
});

test('the reasons are said in both languages', () => {
  const other = changed({ receivedAt: '2026-11-05T02:00:00Z', text: '电梯停运', words: ['电梯', '停运'] });
  const { zh, en } = whyAlike(like(LIFT, other), property);
  expect(zh).toMatch(/^小区相同（翠湖花园）、都提到“电梯”“停运”、内容相近 0\.\d\d、同一类别、相隔 3 天$/);
  expect(en).toMatch(/^the same estate \(翠湖花园\); both say .*; the same category; 3 days apart$/);
});
