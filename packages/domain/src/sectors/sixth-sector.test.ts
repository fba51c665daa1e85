import { describe, expect, test } from 'vitest';
import { factsOf } from '../figures/facts.ts';
import { answeredSource, type FigureAnswers, type FigureRequest, requestKey } from '../figures/query.ts';
import { countableOf, rolledUpDimensions, rollupDifference } from '../figures/rollup.ts';
import { importTargets } from '../import/targets.ts';
import { assembleReport, requestsOfReport } from '../report/assemble.ts';
import { reportPeriods } from '../report/period.ts';
import { Life } from '../testing/life.fixture.ts';
import { WATER } from '../testing/sixth-sector.fixture.ts';
import { instantAt } from '../time.ts';
import { wordsOfDetails } from './detail-words.ts';
import { batchWatchOf } from './product-register.ts';

/** A sector that no line of the product knows: its declaration is all it takes. */
describe('a sixth sector', () => {
  const life = () => new Life({ sector: WATER, at: instantAt('2026-11-02', '09:00') });

  test('its own fields are required, checked and said in words', () => {
    const made = life();
    made.register({ category: 'QUALITY' });
    expect(made.refused({ type: 'ACCEPT' })).toEqual(['REQUIRED']);
    expect(
      made.refused({ type: 'CORRECT', changes: { details: { trouble: 'GREEN' } }, reason: '补充' }),
    ).toEqual(['INVALID']);
    made.do({ type: 'CORRECT', changes: { details: { trouble: 'MURKY', households: 40 } }, reason: '补充' });
    made.do({ type: 'ACCEPT' });
    expect(
      wordsOfDetails(WATER, made.complaint.details).map(({ label, text }) => [label.zh, text.zh]),
    ).toEqual([
      ['水质问题', '浑浊'],
      ['影响户数', '40'],
    ]);
  });

  test('its clocks run, its closing conditions hold, its number carries its prefix', () => {
    const made = life();
    made.register({ category: 'BILL' });
    expect(made.clock('answer')?.dueAt).toBe(instantAt('2026-11-05', '17:30'));
    made.do({ type: 'ACCEPT' });
    made.do({ type: 'NOTIFY_DECISION', via: 'PHONE' });
    made.do({ type: 'CONCLUDE', finding: 'SUBSTANTIATED', facts: '抄表有误' });
    made.do({ type: 'ANSWER', text: '已退费', via: 'PHONE', final: true });
    expect(made.clock('answer')?.state).toBe('met');
    expect(made.do({ type: 'CLOSE' }).status).toBe('CLOSED');
  });

  test('its dimensions are counted and its sections are written', () => {
    const made = life();
    made.register({ category: 'QUALITY', details: { trouble: 'SMELL' } });
    const cells = rollupDifference({
      before: countableOf(undefined, WATER),
      after: countableOf(made.complaint, WATER),
      dimensions: rolledUpDimensions(WATER),
    });
    expect(cells).toContainEqual(
      expect.objectContaining({
        measure: 'RECEIVED',
        dimension: 'details.trouble',
        value: 'SMELL',
        count: 1,
      }),
    );
    expect(factsOf(made.complaint).map(({ measure }) => measure)).toContain('RECEIVED');

    const periods = reportPeriods({ kind: 'MONTH', year: 2026, number: 11 });
    if (!periods) throw new Error('no period');
    const subject = { sector: WATER, periods, organization: { zh: '水司', en: 'Water' }, names: new Map() };
    type Answer = FigureAnswers[FigureRequest['kind']];
    const answers = new Map(
      requestsOfReport(subject).map((request): readonly [string, Answer] => {
        const trouble = request.kind === 'groups' && request.by[0] === 'details.trouble';
        const groups = trouble ? [{ values: ['SMELL'], count: 1, amount: 0 }] : [];
        const isOne = request.kind === 'groups' && request.by.length === 0;
        const total = isOne ? [{ values: [], count: 1, amount: 0 }] : groups;
        if (request.kind === 'cases') {
          return [requestKey(request), { lines: [], cases: 0, restricted: 0 }];
        }
        const scalar = request.kind === 'percentile' || request.kind === 'denominator';
        return [requestKey(request), scalar ? null : total];
      }),
    );
    const report = assembleReport(subject, answeredSource(answers));
    const section = report.sections.find(({ code }) => code === 'water');
    expect(JSON.stringify(section?.blocks)).toContain('异味');
    expect(section?.text.zh).toContain('水质问题');
  });

  test('its products are those that it names, and a batch is watched where it says so', () => {
    const productRegister = {
      label: { zh: '水表名录', en: 'Meters' },
      ...{ name: 'meterModel', number: 'meterLicence', maker: 'meterMaker', batch: 'meterLot' },
    };
    const lots = {
      ...{ code: 'LOT', label: { zh: '同一批', en: 'One lot' }, kind: 'REPEATED' as const },
      ...{ field: 'meterLot', of: 'meterModel', least: 4, withinDays: 90 },
    };
    const streets = { ...lots, code: 'STREET', field: 'street' };
    expect(batchWatchOf({ productRegister, matterWatches: [streets, lots] })).toBe(lots);
    expect(batchWatchOf({ productRegister, matterWatches: [streets] })).toBeUndefined();
    expect(batchWatchOf({ matterWatches: [lots] })).toBeUndefined();
  });

  test('its spreadsheets are read by its own headers', () => {
    const targets = importTargets(WATER);
    const meter = targets.find(({ key }) => key === 'details.meterNumber');
    expect(JSON.stringify(meter)).toContain('表号');
  });
});
