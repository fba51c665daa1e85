import { describe, expect, test } from 'vitest';
import type { Sanction } from '../complaint/words.ts';
import { Life, staff } from '../testing/life.fixture.ts';
import { addDays, instantAt } from '../time.ts';
import { sectorOf } from './index.ts';
import { allCodes, findOption } from './options.ts';

/** What an officer of each sector looks for in it: the words of domain.md 5, one by one. */

const AT = instantAt('2026-11-02', '09:00');
const SUPERVISOR = staff('SUPERVISOR');

function labelsOf(code: string) {
  const sector = sectorOf(code);
  const words = (tree: Parameters<typeof allCodes>[0]) =>
    allCodes(tree).map((each) => findOption(tree, each)?.node.label.en.toLowerCase() ?? '');
  const choices = sector.fields.flatMap(({ type }) => ('options' in type ? words(type.options) : []));
  return {
    fields: sector.fields.map(({ label }) => label.en.toLowerCase()),
    categories: words(sector.categories),
    causes: words(sector.causes),
    grounds: words(sector.declineGrounds),
    respondents: words(sector.respondentTypes),
    boxes: words(sector.classification?.options ?? []),
    choices,
  };
}

const has = (labels: readonly string[], words: string): void => {
  for (const word of words.split(' · ')) {
    expect(
      labels.some((label) => label.includes(word)),
      `${word} among ${labels.join(', ')}`,
    ).toBe(true);
  }
};

describe('telecom', () => {
  const { fields, categories, causes, choices } = labelsOf('TELECOM');

  test('details', () => {
    has(
      fields,
      'service · plan · place · indoor · network · rsrp · sinr · download · upload · cell · station',
    );
    has(fields, 'fault point');
    has(choices, 'mobile · broadband · fixed line · iot · 4g · 5g');
  });

  test('categories and causes with an engineering outlet', () => {
    has(categories, 'coverage · speed · dropped calls · installation · fault · tariff · unexplained charge');
    has(categories, 'marketing · attitude · porting · nuisance');
    has(causes, 'weak coverage · tuning · base-station fault');
    const outlets = JSON.stringify(sectorOf('TELECOM').causes);
    for (const outlet of ['SITING_POOL', 'WEEKLY_TUNING', 'REPAIR_VISIT']) expect(outlets).toContain(outlet);
  });
});

describe('drug regulation', () => {
  const { fields, grounds, choices, boxes } = labelsOf('DRUG_REGULATION');
  const product = { productName: '活血丸', productClass: 'DRUG' };

  test('details, objects, suspicions and the seven grounds of Order 121 Art. 16', () => {
    has(
      fields,
      'product name · class · approval or filing number · batch · manufacturer · seller · purchase',
    );
    has(fields, 'quantity · price · receipt · suspicion · adverse reaction · onset · seriousness');
    has(choices, 'drug · medical device · health food · cosmetic');
    has(choices, 'counterfeit · substandard · false promotion · unlicensed sale · past its date');
    expect(grounds).toHaveLength(7);
    has(grounds, 'outside duty · taken by court · living needs · three years · materials · identity · other');
  });

  test('an adverse reaction is forwarded to monitoring with its seriousness before the case is closed', () => {
    const life = new Life({ sector: 'DRUG_REGULATION', at: AT });
    life.register({
      ...{ category: 'ADVERSE_REACTION', details: { ...product, adverseReaction: '便血' } },
    });
    life.do({ type: 'ACCEPT' });
    life.do({ type: 'NOTIFY_DECISION', via: 'PHONE' });
    life.do({ type: 'CONCLUDE', finding: 'UNSUBSTANTIATED', facts: '检验合格' });
    life.do({ type: 'ANSWER', text: '产品合格', via: 'PHONE', final: true });
    expect(life.refused({ type: 'CLOSE' })).toEqual(['CONDITION_UNMET']);
    life.do({ type: 'CORRECT', changes: { details: { seriousness: 'SERIOUS' } }, reason: '补充' });
    life.do({ type: 'FORWARD', to: 'ADVERSE_REACTION_MONITORING' });
    expect(life.do({ type: 'CLOSE' }).status).toBe('CLOSED');
  });

  test('the centre’s receipt is recorded with its number and day, once, be the case closed or not', () => {
    const life = new Life({ sector: 'DRUG_REGULATION', at: AT });
    life.register({ category: 'ADVERSE_REACTION', details: product });
    life.do({ type: 'ACCEPT' });
    const [day] = AT.split('T') as [string];
    const to = 'ADVERSE_REACTION_MONITORING';
    const receipt = { type: 'RECORD_FORWARDING_RECEIPT', to, number: 'ADR-0001', on: day } as const;
    expect(life.refused(receipt)).toEqual(['CONDITION_UNMET']);
    life.do({ type: 'FORWARD', to });
    expect(life.refused({ ...receipt, on: addDays(day, -1) })).toEqual(['INVALID']);
    expect(life.refused({ ...receipt, on: addDays(day, 1) })).toEqual(['INVALID']);
    expect(life.refused({ ...receipt, number: ' ' })).toEqual(['REQUIRED']);
    life.do({ type: 'WITHDRAW', reason: 'NO_LONGER_WISHED' });
    expect(life.do(receipt).forwardings).toMatchObject([{ receipt: { number: 'ADR-0001', on: day } }]);
    expect(life.refused(receipt)).toEqual(['CONDITION_UNMET']);
  });

  test('nor is it settled on the spot without', () => {
    const life = new Life({ sector: 'DRUG_REGULATION', at: AT });
    life.register({ category: 'PRICE', details: { ...product, adverseReaction: '皮疹' } });
    const settle = { type: 'SETTLE_ON_THE_SPOT', answer: '已退款' } as const;
    expect(life.refused(settle)).toEqual(['CONDITION_UNMET']);
  });

  test('what concerns own staff goes to the confidential track by itself, and cannot leave it', () => {
    has(boxes, 'about a product · about own staff');
    const life = new Life({ sector: 'DRUG_REGULATION', at: AT });
    life.register({ category: 'STAFF_INTEGRITY' });
    expect(life.complaint.classification).toBe('STAFF_CONDUCT');
    const leave = { type: 'RECLASSIFY', classification: 'PRODUCT', reason: '公开' } as const;
    expect(life.refused(leave)).toEqual(['INVALID']);
    const other = new Life({ sector: 'DRUG_REGULATION', at: AT });
    const wrong = { category: 'STAFF_SERVICE', classification: 'PRODUCT' };
    expect(() => other.register(wrong)).toThrow('track');
  });

  test('outcomes: sampling, seizure, order, fine, confiscation, police, compensation', () => {
    const { remedies, sanctions } = sectorOf('DRUG_REGULATION');
    expect(remedies).toEqual(expect.arrayContaining(['SAMPLING_TEST', 'COMPENSATION']));
    const expected: Sanction[] = [
      'SEIZURE',
      'ORDER_TO_CORRECT',
      'FINE',
      'CONFISCATION',
      'REFERRAL_TO_POLICE',
    ];
    expect(sanctions).toEqual(expect.arrayContaining(expected));
  });

  test('an inquiry is answered and closed without a finding', () => {
    const life = new Life({ sector: 'DRUG_REGULATION', at: AT });
    life.register({ kind: 'INQUIRY', category: 'PRICE', details: product });
    life.do({ type: 'ACCEPT' });
    life.do({ type: 'NOTIFY_DECISION', via: 'PHONE' });
    life.do({ type: 'ANSWER', text: '已说明', via: 'PHONE', final: true });
    expect(life.do({ type: 'CLOSE' }).status).toBe('CLOSED');
  });
});

describe('property', () => {
  const { fields, categories, boxes, choices } = labelsOf('PROPERTY');

  test('details, content and classification', () => {
    has(fields, 'estate · building · unit · room · facility · part · households affected · repair order');
    has(fields, 'who repairs · ordered at · started at · repaired at · accepted by the owner · cost');
    has(choices, 'lift · water · power · fire safety · parking · greenery · cleaning · security');
    has(choices, 'common part · private part');
    has(categories, 'equipment · service attitude · service quality · sudden event');
    has(boxes, 'valid · neglect · harm · communicative · help · consultation · venting');
  });

  test('a repair is ordered, started and finished in this order, and accepted once it is finished', () => {
    const ORDERED = '2026-11-02T01:00:00.000Z';
    const STARTED = '2026-11-02T02:00:00Z';
    const REPAIRED = '2026-11-02T03:00:00.000Z';
    const life = new Life({ sector: 'PROPERTY', at: AT });
    life.register({ category: 'LIFT', classification: 'HELP', details: { estate: '安居苑' } });
    life.later(30);
    const record = (details: object) => ({
      ...({ type: 'CORRECT', reason: '维修工单' } as const),
      changes: { details: { ...details } },
    });
    const whole = { repairOrderedAt: ORDERED, repairStartedAt: STARTED, repairedAt: REPAIRED };
    expect(life.refused(record({ ...whole, repairStartedAt: REPAIRED, repairedAt: STARTED }))).toEqual([
      'INVALID',
    ]);
    expect(life.refused(record({ ...whole, repairOrderedAt: REPAIRED }))).toEqual(['INVALID']);
    expect(life.refused(record({ repairOrderedAt: REPAIRED, repairedAt: ORDERED }))).toEqual(['INVALID']);
    expect(life.refused(record({ repairAccepted: true }))).toEqual(['INVALID']);
    expect(life.refused(record({ ...whole, repairStartedAt: ORDERED }))).toEqual([]);
    const cost = { amount: 86_000, currency: 'CNY' };
    const repair = { ...whole, repairContractor: '恒通电梯', repairAccepted: true, repairCost: cost };
    expect(life.do(record(repair)).details).toMatchObject(repair);
  });

  test('badly handled, a communicative complaint turns into a valid one: when and why stay, and it is counted', () => {
    const life = new Life({ sector: 'PROPERTY', at: AT });
    life.register({ category: 'CLEANING', classification: 'VENTING', details: { estate: '安居苑' } });
    life.later(30).do({ type: 'RECLASSIFY', classification: 'MISCONDUCT', reason: '处理敷衍' });
    expect(life.complaint.moments).toContainEqual({
      ...{ type: 'CONVERTED', at: life.now, what: 'COMMUNICATIVE>VALID' },
    });
    expect(life.events.at(-1)?.data).toMatchObject({ from: 'VENTING', to: 'MISCONDUCT', reason: '处理敷衍' });
  });
});

describe('hospital', () => {
  const { fields, causes, respondents, choices, boxes } = labelsOf('HOSPITAL');
  const closable = (details: object = {}) => {
    const life = new Life({ sector: 'HOSPITAL', at: AT, settings: { answerNeedsApproval: false } });
    life.register({ category: 'NURSING', details: { stage: 'WARD', ...details } });
    life.do({ type: 'ACCEPT' });
    life.do({ type: 'NOTIFY_DECISION', via: 'PHONE' });
    life.do({ type: 'ANSWER', text: '已致歉', via: 'PHONE', final: true });
    return life;
  };

  test('details, departments, causes and the eighteen core institutions', () => {
    has(fields, 'stage · patient · visit number · core institution · harm · informed consent · sealed at');
    has(fields, 'sealed by · opened on · appraisal by · route · representatives');
    has(choices, 'registration · outpatient · examination · ward · operation · infusion · discharge');
    has(choices, 'none · minor · injury · disability · death · given · missing');
    has(causes, 'responsibility · core institution · attitude · nature');
    has(respondents, 'surgical · internal · emergency · medical-technical · service');
    has(boxes, 'complaint · dispute');
    const institutions = sectorOf('HOSPITAL').fields.find(({ key }) => key === 'coreInstitution')?.type;
    expect(institutions?.kind === 'choice' && institutions.options).toHaveLength(18);
  });

  test('harm is stated, none included, and a breached core institution by name', () => {
    const life = closable();
    life.do({ type: 'STATE_CAUSE', cause: 'CORE_INSTITUTION' });
    const unmet = life.try({ type: 'CLOSE' });
    expect(unmet.ok ? [] : unmet.refusals.map(({ field }) => field)).toEqual(['CORE_INSTITUTION', 'HARM']);
    const details = { harm: 'NONE_DONE', coreInstitution: 'IDENTITY_CHECK' };
    life.do({ type: 'CORRECT', changes: { details }, reason: '补充' });
    expect(life.do({ type: 'CLOSE' }).status).toBe('CLOSED');
  });

  test('records are sealed by somebody, and opened after settlement or three years', () => {
    const life = new Life({ sector: 'HOSPITAL', at: AT, settings: { answerNeedsApproval: false } });
    life.register({
      category: 'OPERATION',
      classification: 'DISPUTE',
      details: { stage: 'OPERATION', harm: 'DEATH' },
    });
    const record = (details: object) =>
      life.refused({ type: 'CORRECT', changes: { details: { ...details } }, reason: '病历封存' });
    expect(record({ recordsSealedAt: '2026-10-20T02:00:00.000Z' })).toEqual(['INVALID']);
    expect(record({ recordsSealedAt: '2026-12-20T02:00:00.000Z', recordsSealedBy: '医务科' })).toEqual([
      'INVALID',
    ]);
    expect(record({ recordsSealedAt: '2026-10-20T02:00:00.000Z', recordsSealedBy: '医务科' })).toEqual([]);
    expect(record({ recordsOpenedOn: '2026-11-01' })).toEqual(['INVALID']);
    life.do({ type: 'ACCEPT' });
    life.do({ type: 'ANSWER', text: '达成一致', via: 'IN_PERSON', final: true });
    expect(record({ recordsOpenedOn: '2026-11-01' })).toEqual([]);
  });

  test('at most five representatives a side', () => {
    const life = closable();
    const six = { type: 'CORRECT', changes: { details: { representatives: 6 } }, reason: '补充' } as const;
    expect(life.refused(six)).toEqual(['INVALID']);
  });

  test('a dispute is never settled at the desk', () => {
    const life = new Life({ sector: 'HOSPITAL', at: AT });
    life.register({
      category: 'OPERATION',
      classification: 'DISPUTE',
      details: { stage: 'OPERATION', harm: 'INJURY' },
    });
    const settle = { type: 'SETTLE_ON_THE_SPOT', answer: '已解释' } as const;
    expect(life.refused(settle, SUPERVISOR)).toEqual(['CONDITION_UNMET']);
  });
});

describe('tourism', () => {
  const { fields, respondents, choices, grounds } = labelsOf('TOURISM');

  test('details, respondents, hot spots', () => {
    has(fields, 'agency · licence · guide card · contract · group number · route · travel from · travel to');
    has(fields, 'market · travellers · kinds of travellers · amount in dispute · place');
    has(choices, 'domestic · inbound · outbound · elderly · students · journalists');
    has(
      respondents,
      'travel agency · attraction · hotel · guide · coach · shop · platform · homestay · other',
    );
    has(
      choices,
      'different prices · concession tickets · quarrel · coach blocked · loss of property · injury',
    );
    has(choices, "goods bought · traveller's own · dues between agencies · guides' wages");
    has(grounds, 'outside the remit');
  });

  test('a journey does not end before it begins', () => {
    const life = new Life({ sector: 'TOURISM', at: AT });
    const details = { travelFrom: '2026-10-05', travelTo: '2026-10-03' };
    expect(() => life.register({ details })).toThrow('journey');
  });
});

test.each([
  ['the future', { occurredOn: '2026-11-03' }],
  ['a day that is none', { occurredOn: '2026-02-30' }],
  ['a purchase to come', { details: { purchasedOn: '2027-01-01' } }],
  ['a negative price', { details: { price: { amount: -1, currency: 'CNY' } } }],
  ['half a fen', { details: { price: { amount: 0.5, currency: 'CNY' } } }],
  ['a currency that is none', { details: { price: { amount: 1, currency: 'ABC' } } }],
  ['a title without end', { title: '长'.repeat(201) }],
  ['what no database can keep', { content: '药\u0000丸' }],
  ['half a character', { content: '药\ud83d' }],
  ['a demand that the sector does not know', { demands: ['REPAIR'] as const }],
  ['a crowd larger than any city', { groupSize: 2_000_000 }],
  ['receipt before there were offices', { receivedAt: '1066-10-14T00:00:00.000Z' }],
])('%s is refused, with the field at fault', (_, changes) => {
  const life = new Life({ sector: 'DRUG_REGULATION', at: AT });
  const decision = life.try({
    ...{ type: 'REGISTER', kind: 'COMPLAINT', channel: 'PHONE', source: { level: 'DIRECT' } },
    ...{ disclosure: 'NAMED', groupSize: 1, content: '药丸有异味', demands: [], respondent: {} },
    ...{ details: {}, receivedAt: AT, ...changes },
  });
  expect(decision.ok ? [] : decision.refusals).toMatchObject([
    { code: 'INVALID', field: expect.stringMatching(/./) },
  ]);
});

test.each([
  ['no currency', { original: { amount: 1, currency: 'YUAN' }, converted: { amount: 1, currency: 'YUAN' } }],
  ['a rate in words', { rate: 'about one', rateDate: '2026-10-01' }],
  ['a rate of nothing', { rate: '0', rateDate: '2026-10-01' }],
  ['a rate of tomorrow', { rate: '0.8564', rateDate: '2026-11-03' }],
  ['more than is lost', { original: { amount: -100, currency: 'HKD' } }],
])('money with %s is refused', (_, changes) => {
  const life = new Life({ sector: 'TOURISM', at: AT });
  life.register({ category: 'SHOPPING' });
  life.do({ type: 'ACCEPT' });
  const money = {
    ...{ original: { amount: 100, currency: 'HKD' }, converted: { amount: 86, currency: 'CNY' } },
    ...{ rate: '0.8564', rateDate: '2026-10-01', ...changes },
  };
  const fine = { type: 'IMPOSE_SANCTION', sanction: 'FINE', basis: '旅行社条例', money } as const;
  expect(life.refused(fine)).toEqual(['INVALID']);
});

test('a sanction stands on its legal basis, and is paid on a day that has come', () => {
  const life = new Life({ sector: 'TOURISM', at: AT });
  life.register({ category: 'SHOPPING' });
  life.do({ type: 'ACCEPT' });
  const sum = { amount: 100, currency: 'CNY' };
  const fine = {
    type: 'IMPOSE_SANCTION',
    sanction: 'FINE',
    money: { original: sum, converted: sum },
  } as const;
  expect(life.refused(fine)).toEqual(['REQUIRED']);
  expect(life.refused({ ...fine, basis: '旅行社条例', paidOn: '2026-11-03' })).toEqual(['INVALID']);
  expect(life.refused({ ...fine, basis: '旅行社条例' })).toEqual([]);
});
