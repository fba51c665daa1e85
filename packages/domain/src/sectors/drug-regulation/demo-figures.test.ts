import { expect, test } from 'vitest';
import { demoReport, figuresIn, numbersIn, tableIn } from '../../testing/demo-report.fixture.ts';
import { sectorOf } from '../index.ts';

/**
 * Every figure below was counted by hand from the twelve matters of `demo.ts`; beside each stand the cases that it is
 * made of, by their first words.
 */
const report = demoReport({
  sector: sectorOf('DRUG_REGULATION'),
  sections: ['overview', 'objects', 'repeated', 'results'],
  numbers: { OUTLETS: 5_500 },
});

test('twelve came in, ten were accepted, six are closed', () => {
  expect(figuresIn(report, 'overview')).toMatchObject({
    received: 12,
    // All but 购买的感冒灵颗粒, of which nothing is decided, and 网购的蛋白粉, declined; 咨询某减肥茶 is accepted as it is settled.
    accepted: 10,
    // 血糖仪测值不准, 药店出售的止咳糖浆, 咨询某减肥茶, 网购的蛋白粉 (closed once declined), 服用中药丸, 药店无执业药师.
    closed: 6,
  });
  expect(report.problems).toEqual([]);
});

test('by class of product: what came in, its share, what of it was accepted and closed', () => {
  const classes = tableIn(report, 'objects', 'classes');
  expect(numbersIn(classes, ['Number', 'Share', 'Accepted', 'Closed'])).toEqual({
    // 购买的感冒灵颗粒, 药店出售的止咳糖浆, 服用中药丸, 药店无执业药师, 止咳糖浆瓶底, 同一批止咳糖浆; the first is not accepted,
    // the two about the batch are still under way.
    Drug: [6, 0.5, 5, 3],
    // 保健酒宣称, 咨询某减肥茶, 网购的蛋白粉; the last is declined, and closed like the one before it.
    'Health food': [3, 0.25, 2, 2],
    // 血糖仪测值不准.
    'Medical device': [1, 0.083, 1, 1],
    // 面膜用后.
    Cosmetic: [1, 0.083, 1, 0],
    // 反映执法人员: it is about no product.
    'Not stated': [1, 0.083, 1, 0],
    Total: [12, 1, 10, 6],
  });
});

test('by month and class, on the day received', () => {
  const months = tableIn(report, 'objects', 'classMonths');
  const classes = ['Drugs', 'Medical devices', 'Health foods', 'Cosmetics'];
  expect(numbersIn(months, classes)).toEqual({
    '2026-01': [0, 0, 0, 0],
    // 4 February: 药店无执业药师.
    '2026-02': [1, 0, 0, 0],
    '2026-03': [0, 0, 0, 0],
    '2026-04': [0, 0, 0, 0],
    '2026-05': [0, 0, 0, 0],
    // 4 June: 服用中药丸.
    '2026-06': [1, 0, 0, 0],
    '2026-07': [0, 0, 0, 0],
    // 3 August: 网购的蛋白粉.
    '2026-08': [0, 0, 1, 0],
    // 17 September: 咨询某减肥茶.
    '2026-09': [0, 0, 1, 0],
    // 22 October: 药店出售的止咳糖浆.
    '2026-10': [1, 0, 0, 0],
    // 21 November: 血糖仪测值不准; the 26th: 止咳糖浆瓶底.
    '2026-11': [1, 1, 0, 0],
    // The 22nd: 同一批止咳糖浆; the 25th: 面膜用后; the 29th: 保健酒宣称; the 31st: 购买的感冒灵颗粒.
    '2026-12': [2, 0, 1, 1],
    Total: [6, 1, 3, 1],
  });
});

test('by suspicion', () => {
  expect(numbersIn(tableIn(report, 'objects', 'suspicions'), ['Number', 'Share'])).toEqual({
    // 面膜用后, 服用中药丸.
    'Adverse reaction': [2, 0.167],
    // 血糖仪测值不准, 网购的蛋白粉.
    'Quality fault': [2, 0.167],
    // 止咳糖浆瓶底, 同一批止咳糖浆.
    Substandard: [2, 0.167],
    // 购买的感冒灵颗粒.
    Counterfeit: [1, 0.083],
    // 药店出售的止咳糖浆.
    'Past its date': [1, 0.083],
    // 保健酒宣称.
    'False promotion': [1, 0.083],
    // 药店无执业药师.
    'Unlicensed sale': [1, 0.083],
    // 反映执法人员, 咨询某减肥茶.
    'Not stated': [2, 0.167],
    Total: [12, 1],
  });
});

test('what was forwarded, what is about own staff, and how many that is to the outlets', () => {
  expect(figuresIn(report, 'objects')).toEqual({
    // 服用中药丸; 面膜用后 has a reaction too, but is not so far yet.
    adverseForwarded: 1,
    // Of 服用中药丸 the centre has confirmed nothing.
    adverseReceipts: 0,
    // 反映执法人员.
    staffConduct: 1,
    // The eleven others, to 5,500 outlets: 11 ÷ 5.5.
    perOutlets: 2,
  });
});

test('nobody is a repeat offender: 惠民大药房 was complained about twice, once with reason so far', () => {
  // 药店出售的止咳糖浆 is substantiated, of 同一批止咳糖浆 nothing is found yet; two with reason or five in all would do.
  expect(tableIn(report, 'repeated', 'repeatedRespondents').rows).toEqual([]);
});

test('every case about a product with its result; the one about own staff is not listed', () => {
  const { rows } = tableIn(report, 'results', 'results');
  const words = rows.map(({ cells }) => cells.map(({ label }) => label?.zh));
  // The number and the wording of the result are not of this count.
  const shown = words.map(([, receivedOn, product, kind, finding, , closedOn]) =>
    [receivedOn, product, kind, finding, closedOn].join(' '),
  );
  expect(shown).toEqual([
    // 药店无执业药师, closed after 22 days.
    '2026-02-04 阿莫西林胶囊 药品 有效 2026-02-26',
    // 服用中药丸, after 30.
    '2026-06-04 活血丸 药品 部分有效 2026-07-04',
    // 网购的蛋白粉, declined and closed on the next day.
    '2026-08-03 蛋白粉 保健食品  2026-08-04',
    // 咨询某减肥茶, settled on the spot.
    '2026-09-17 减肥茶 保健食品  2026-09-17',
    // 药店出售的止咳糖浆, after 15.
    '2026-10-22 止咳糖浆 药品 有效 2026-11-06',
    // 血糖仪测值不准, after 20.
    '2026-11-21 血糖仪 医疗器械 部分有效 2026-12-11',
    // 止咳糖浆瓶底, 同一批止咳糖浆, 面膜用后, 保健酒宣称 and 购买的感冒灵颗粒 are under way.
    '2026-11-26 止咳糖浆 药品  ',
    '2026-12-22 止咳糖浆 药品  ',
    '2026-12-25 玻尿酸面膜 化妆品  ',
    '2026-12-29 延年保健酒 保健食品  ',
    '2026-12-31 感冒灵颗粒 药品  ',
  ]);
});

test('sanctions, in number and in fen', () => {
  expect(figuresIn(report, 'results')).toEqual({
    // The fine of 药店出售的止咳糖浆, the warning of 药店无执业药师.
    sanctions: 2,
    // 10,000 yuan.
    fines: 1_000_000,
    // What was confiscated in 药店出售的止咳糖浆 are bottles, no income, and stands in the answer alone.
    confiscations: 0,
  });
  const kinds = tableIn(report, 'results', 'sanctionKinds');
  expect(numbersIn(kinds, ['Number', 'Share', 'Amount (CNY)'])).toEqual({
    Fine: [1, 0.5, 1_000_000],
    Warning: [1, 0.5, 0],
    Total: [2, 1, 1_000_000],
  });
});
