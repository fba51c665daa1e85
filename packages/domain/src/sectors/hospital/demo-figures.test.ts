import { describe, expect, test } from 'vitest';
import { demoReport, rowsIn, writtenIn } from '../../testing/demo-report.fixture.ts';
import { HOSPITAL } from './index.ts';

/**
 * The figures of the hospital's own sections, against what was counted by hand from its demo matters (`demo.ts`).
 * Cases are called by their first words.
 */

// The year's last day: all twelve matters came in within it, and the weeks that are watched end with it.
const NOW = '2026-12-31T04:00:00.000Z';

const year = demoReport({
  ...{ sector: HOSPITAL, now: NOW, numbers: { VISITS: 48_000 } },
  sections: ['overview', 'disputes', 'watched'],
});

test('what every report begins with', () => {
  expect(writtenIn(year, 'overview')).toMatchObject({
    received: '12', // all
    accepted: '11', // all but 门诊排队, which nobody has decided
    closed: '5', // 检查结果, 费用清单, 手术前, 护士, 网上
  });
  expect(year.problems).toEqual([]);
});

describe('disputes', () => {
  test('apart from complaints, with what was paid, and set against visits', () => {
    expect(writtenIn(year, 'disputes')).toEqual({
      disputes: '2', // 术后, 手术前
      complaintsOnly: '10', // the other ten of twelve: nobody said that they were disputes
      turnedDispute: '0', // both were disputes from the first
      disputeCompensation: '12,000.00', // 手术前; the refunds of 费用清单 and 网上 are of complaints
      perVisits: '2.50', // 12 in 48,000 visits
    });
    expect(writtenIn(year, 'disputes', 'yearAgo')).toEqual({
      ...{ disputes: '0', complaintsOnly: '0', turnedDispute: '0', disputeCompensation: '0.00' },
      perVisits: '—', // nobody gave the visits of the year before
    });
  });

  test('by kind of department: complaints, disputes, both', () => {
    expect(rowsIn(year, 'disputes', 'departmentsByBox')).toEqual([
      ['Clinical: emergency', '4', '0', '4'], // 急诊医生, 急诊候诊, 急诊分诊, 急诊拍片
      ['Service', '3', '0', '3'], // 门诊排队, 费用清单, 网上
      ['Clinical: surgical', '0', '2', '2'], // 术后, 手术前
      ['Clinical: internal', '1', '0', '1'], // 输液
      ['Medical-technical', '1', '0', '1'], // 检查结果
      ['Clinical: paediatrics', '1', '0', '1'], // 护士
      ['Total', '10', '2', '12'],
    ]);
  });

  test('routes and harm', () => {
    expect(rowsIn(year, 'disputes', 'routes')).toEqual([
      ['Within the hospital', '1', '50.00%', '0', 'new'], // 术后
      ["People's mediation", '1', '50.00%', '0', 'new'], // 手术前
      ['Total', '2', '100.00%', '0', 'new'],
    ]);
    // 护士 says minor harm too, but is no dispute.
    expect(rowsIn(year, 'disputes', 'harm')).toEqual([
      ['Injury', '1', '50.00%', '0', 'new'], // 手术前
      ['Minor', '1', '50.00%', '0', 'new'], // 术后
      ['Total', '2', '100.00%', '0', 'new'],
    ]);
  });
});

describe('what is watched', () => {
  test('surgery and emergency, critical patients', () => {
    expect(writtenIn(year, 'watched')).toEqual({
      watchedDepartments: '6', // 术后, 手术前; 急诊医生, 急诊候诊, 急诊分诊, 急诊拍片
      criticalPatients: '0', // 术后 and 手术前 are of serious patients, which is less than critical
    });
  });

  test('the emergency department rose: four since 4 December, none before', () => {
    // 急诊医生 on 30 December, 急诊候诊 on the 26th, 急诊分诊 on the 20th, 急诊拍片 on the 11th: of four the share of four
    // weeks in 56 is (1 ÷ 14)⁴ = 0.0026 %. 普外科 (术后, 15 December) has one.
    const why =
      '4 received in the last 4 weeks; 0 in the year before, which is 0.0 in 4 weeks. If nothing had changed, chance would bring so many less than 0.01 % of the time (exact test of Poisson counts).';
    expect(rowsIn(year, 'watched', 'rises')).toEqual([['Key department', '急诊科', '4', '0', why]]);
  });

  test('core institutions that were breached', () => {
    expect(rowsIn(year, 'watched', 'coreInstitutions')).toEqual([
      ['Report of critical values', '1', '8.33%', '0', 'new'], // 检查结果
      ['Checking of identity and items', '1', '8.33%', '0', 'new'], // 输液
      ['Not stated', '10', '83.33%', '0', 'new'], // all others
      ['Total', '12', '100.00%', '0', 'new'],
    ]);
  });

  test('stages', () => {
    expect(rowsIn(year, 'watched', 'stages')).toEqual([
      ['Emergency', '4', '33.33%', '0', 'new'], // 急诊医生, 急诊候诊, 急诊分诊, 急诊拍片
      ['Infusion', '2', '16.67%', '0', 'new'], // 输液, 护士
      ['Operation', '2', '16.67%', '0', 'new'], // 术后, 手术前
      ['Discharge', '1', '8.33%', '0', 'new'], // 费用清单
      ['Examination', '1', '8.33%', '0', 'new'], // 检查结果
      ['Outpatient', '1', '8.33%', '0', 'new'], // 门诊排队
      ['Registration', '1', '8.33%', '0', 'new'], // 网上
      ['Total', '12', '100.00%', '0', 'new'],
    ]);
  });
});
