import { expect, test } from 'vitest';
import { demoReport, figuresIn, numbersIn, tableIn } from '../../testing/demo-report.fixture.ts';
import { sectorOf } from '../index.ts';

/**
 * Every figure below was counted by hand from the ten matters and the tree of sites of `demo.ts`; beside each stand the
 * cases that it is made of, by their first words.
 */
const report = demoReport({
  sector: sectorOf('PROPERTY'),
  sections: ['overview', 'classification', 'estates'],
});

test('ten came in, eight were accepted, seven are closed', () => {
  expect(figuresIn(report, 'overview')).toMatchObject({
    received: 10,
    // All but 二号楼电梯, of which nothing is decided, and 隔壁商铺, declined; 停车费涨价 is accepted as it is settled.
    accepted: 8,
    // 停车费涨价, 楼道灯坏了, 物业人员态度, 绿化带, 家里水压低, 隔壁商铺 (closed once declined), 高空抛物.
    closed: 7,
  });
  expect(report.problems).toEqual([]);
});

test('valid and communicative complaints, conversions, and rates by what is managed', () => {
  expect(figuresIn(report, 'classification')).toEqual({
    // 二号楼电梯, 地下车库, 楼道灯坏了, 物业人员态度 (since it was converted), 绿化带, 高空抛物.
    validComplaints: 6,
    // 楼上半夜装修, 停车费涨价, 家里水压低, 隔壁商铺.
    communicative: 4,
    // 物业人员态度.
    converted: 1,
    // One of the five that began so: those four and 物业人员态度.
    conversionRate: 0.2,
    // Ten, to 翠湖花园 600 (120 + 144 + 144 + 96 + 96), 明月湾 400 and 云山雅居 200 households: 10 ÷ 1.2.
    per1000: 8.333,
    // Ten, to 翠湖花园 68,000 m² (13,200 + 15,840 + 15,840 + 11,520 + 11,600), 52,000 and 30,000: 10 ÷ 1.5.
    perArea: 6.667,
  });
});

test('by box, as it lies there now', () => {
  const boxes = tableIn(report, 'classification', 'boxes');
  expect(numbersIn(boxes, ['Number', 'Share'])).toEqual({
    'Valid complaint': [6, 0.6],
    'Communicative complaint': [4, 0.4],
    Total: [10, 1],
  });
  const inDetail = tableIn(report, 'classification', 'boxesInDetail');
  expect(numbersIn(inDetail, ['Number', 'Share'])).toEqual({
    // The same six: none says what kind of valid complaint it is.
    'Valid complaint': [6, 0.6],
    // 楼上半夜装修, 家里水压低, 隔壁商铺.
    Help: [3, 0.3],
    // 停车费涨价. Nobody vents any more: 物业人员态度 was converted.
    Consultation: [1, 0.1],
    Total: [10, 1],
  });
});

test('time to repair: only 楼道灯坏了 was repaired, seven tenths of the way through its five days', () => {
  expect(figuresIn(report, 'estates')).toEqual({
    // 3.5 days of 86,400 seconds.
    repairMedian: 302_400,
    repair90: 302_400,
    // Its facility.
    repairMedianPOWER: 302_400,
    // 二号楼电梯 and 地下车库 wait; in 家里水压低 information was given, of the others none was repaired.
    repairMedianLIFT: null,
    repairMedianWATER: null,
    repairMedianFIRE_SAFETY: null,
    repairMedianACCESS: null,
    repairMedianBUILDING: null,
  });
});

test('by estate: what came in, its share, what of it is closed', () => {
  expect(numbersIn(tableIn(report, 'estates', 'estates'), ['Number', 'Share', 'Closed'])).toEqual({
    // 二号楼电梯, 地下车库, 楼上半夜装修, 楼道灯坏了, 绿化带, 隔壁商铺, 高空抛物; the first three are under way.
    翠湖花园: [7, 0.7, 4],
    // 停车费涨价, 物业人员态度, 家里水压低.
    明月湾: [3, 0.3, 3],
    Total: [10, 1, 7],
  });
});

test('rates by estate, and of all together', () => {
  const headings = ['Number', 'Households (households)', 'Per 1,000 households'];
  const areas = ['Floor area (m²)', 'Per 100,000 m²'];
  const rates = tableIn(report, 'estates', 'estateRates');
  expect(numbersIn(rates, [...headings, ...areas])).toEqual({
    // The seven, to the sums of its five buildings: 7 ÷ 0.6 and 7 ÷ 0.68.
    翠湖花园: [7, 600, 11.667, 68_000, 10.294],
    // The three: 3 ÷ 0.4 and 3 ÷ 0.52.
    明月湾: [3, 400, 7.5, 52_000, 5.769],
    // Nobody complained from there.
    云山雅居: [0, 200, 0, 30_000, 0],
    // 10 ÷ 1.2 and 10 ÷ 1.5.
    Total: [10, 1_200, 8.333, 150_000, 6.667],
  });
});

test('rates by building, and how many cases stand under none of the tree', () => {
  const rates = tableIn(report, 'estates', 'buildingRates');
  const headings = ['Number', 'Households (households)', 'Per 1,000 households'];
  const areas = ['Floor area (m²)', 'Per 100,000 m²'];
  expect(numbersIn(rates, [...headings, ...areas])).toEqual({
    // 高空抛物: 1 ÷ 0.12 and 1 ÷ 0.132.
    '翠湖花园 / 1栋': [1, 120, 8.333, 13_200, 7.576],
    // 二号楼电梯: 1 ÷ 0.144 and 1 ÷ 0.1584.
    '翠湖花园 / 2栋': [1, 144, 6.944, 15_840, 6.313],
    // 楼上半夜装修: 1 ÷ 0.096 and 1 ÷ 0.1152.
    '翠湖花园 / 5栋': [1, 96, 10.417, 11_520, 8.681],
    // 楼道灯坏了: 1 ÷ 0.096 and 1 ÷ 0.116.
    '翠湖花园 / 7栋': [1, 96, 10.417, 11_600, 8.621],
    // 家里水压低; of this estate only the whole is known.
    '明月湾 / 3栋': [1, null, null, null, null],
    Total: [10, null, null, null, null],
  });
  // 地下车库 (the garage) and 绿化带 (the grounds) are at no building of the tree; 停车费涨价, 物业人员态度 and 隔壁商铺 name none.
  expect(rates.notes.map(({ en }) => en)).toContain('Not stated, or not in the tree: 5.');
});

test('by facility', () => {
  expect(numbersIn(tableIn(report, 'estates', 'facilities'), ['Number', 'Share'])).toEqual({
    // 地下车库, 家里水压低.
    Water: [2, 0.2],
    // 二号楼电梯.
    Lift: [1, 0.1],
    // 楼道灯坏了.
    Power: [1, 0.1],
    // 绿化带.
    Greenery: [1, 0.1],
    // 楼上半夜装修, 停车费涨价, 物业人员态度, 隔壁商铺, 高空抛物.
    'Not stated': [5, 0.5],
    Total: [10, 1],
  });
});
