import type { Measure, StaffActor, Where } from '@huiyin/domain';
import { decimalOfMoney } from '@huiyin/domain';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { casesFilterOf } from '../../casework/figure-sql.ts';
import { countFigure } from '../../testing/figures.fixture.ts';
import { openTestOffice, type TestOffice } from '../../testing/office.fixture.ts';
import { importRegister } from '../../testing/registers.fixture.ts';

let office: TestOffice;

beforeAll(async () => {
  office = await openTestOffice();
});
afterAll(() => office.close());

describe('the tourism bureau’s register of 2010', () => {
  let actor: StaffActor;
  const count = (measure: Measure, where: Where = {}) =>
    countFigure(office.database, actor, { measure, where, from: '2010-01-01', to: '2010-12-31' });

  beforeAll(async () => {
    actor = await office.supervisorOf('TOURISM');
    const complaints = await importRegister(office, actor, { file: 'tourism-bureau-2010.csv' });
    expect(complaints).toMatchObject({ status: 'COMPLETED', accepted: 12, refused: 0 });
    const sanctions = await importRegister(office, actor, {
      file: 'tourism-bureau-2010.sanctions.csv',
      kind: 'SANCTIONS',
    });
    expect(sanctions).toMatchObject({ status: 'COMPLETED', accepted: 10, refused: 0 });
  });

  test('12 received and 12 closed', async () => {
    expect((await count('RECEIVED')).count).toBe(12);
    expect((await count('LEFT')).count).toBe(12);
  });

  test('5 valid, 2 of them with sanctions, and 7 invalid', async () => {
    expect((await count('CONCLUDED', { validity: ['VALID'] })).count).toBe(5);
    expect((await count('CONCLUDED', { validity: ['VALID'], sanctioned: ['YES'] })).count).toBe(2);
    expect((await count('DECLINED')).count).toBe(7);
  });

  test('all 7 invalid ones lay outside the remit', async () => {
    expect((await count('DECLINED', { declineGround: ['OUTSIDE_REMIT'] })).count).toBe(7);
  });

  test.each([
    ['TRAVEL_AGENCY', 1],
    ['ATTRACTION', 2],
    ['HOTEL', 1],
    ['GUIDE', 1],
  ])('of the valid, %s: %i', async (respondentType, expected) => {
    const where = { validity: ['VALID'], respondentType: [respondentType] };
    expect((await count('CONCLUDED', where)).count).toBe(expected);
  });

  test('the travel agency’s case: fines 24,000.00 and confiscations 1,203.20', async () => {
    const respondentType = ['TRAVEL_AGENCY'];
    const yuan = (amount: number) => decimalOfMoney({ amount, currency: 'CNY' });
    const fines = await count('SANCTION', { respondentType, sanction: ['FINE'] });
    const confiscations = await count('SANCTION', { respondentType, sanction: ['CONFISCATION'] });
    expect(yuan(fines.amount)).toBe('24000.00');
    expect(yuan(confiscations.amount)).toBe('1203.20');
    expect(yuan((await count('SANCTION', { respondentType })).amount)).toBe('25203.20');
    const paid = {
      measure: 'SANCTION_PAID',
      where: { respondentType },
      from: '2010-12-08',
      to: '2010-12-08',
    } as const;
    expect(yuan((await countFigure(office.database, actor, paid)).amount)).toBe('25203.20');
  });

  test('all sanctions of the year: 25,293.20', async () => {
    expect((await count('SANCTION')).amount).toBe(2_529_320);
  });

  test('a figure opens onto exactly its cases', async () => {
    const query = {
      measure: 'CONCLUDED',
      where: { validity: ['VALID'] },
      from: '2010-01-01',
      to: '2010-12-31',
    } as const;
    expect(casesFilterOf(query)).toBeTruthy();
    const { numbers } = await countFigure(office.database, actor, query);
    expect(numbers).toEqual(['LY-2010-001', 'LY-2010-002', 'LY-2010-007', 'LY-2010-008', 'LY-2010-012']);
  });
});

describe('the drug regulator’s register of the first half of 2009', () => {
  let actor: StaffActor;
  const count = async (measure: Measure, where: Where = {}, from = '2009-01-01', to = '2009-06-30') =>
    (await countFigure(office.database, actor, { measure, where, from, to })).count;

  beforeAll(async () => {
    actor = await office.supervisorOf('DRUG_REGULATION');
    const done = await importRegister(office, actor, { file: 'drug-regulator-2009h1.csv' });
    expect(done).toMatchObject({ status: 'COMPLETED', accepted: 7, refused: 0 });
  });

  test('7 received, 7 accepted, 7 closed', async () => {
    expect(await count('RECEIVED')).toBe(7);
    expect(await count('ACCEPTED')).toBe(7);
    expect(await count('CLOSED')).toBe(7);
  });

  test('4 drugs and 3 health foods', async () => {
    expect(await count('RECEIVED', { 'details.productClass': ['DRUG'] })).toBe(4);
    expect(await count('RECEIVED', { 'details.productClass': ['HEALTH_FOOD'] })).toBe(3);
  });

  test('1 adverse reaction forwarded', async () => {
    expect(await count('FORWARDED')).toBe(1);
  });

  test('4 in the first quarter and 3 in the second', async () => {
    expect(await count('RECEIVED', {}, '2009-01-01', '2009-03-31')).toBe(4);
    expect(await count('RECEIVED', {}, '2009-04-01', '2009-06-30')).toBe(3);
  });
});
