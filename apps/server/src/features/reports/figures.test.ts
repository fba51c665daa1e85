import {
  type FigureQuery,
  isWholeMonths,
  type PeriodChoice,
  type ReportBlock,
  type ReportContent,
  type ReportFigure,
  reportPeriods,
  requestsOfReport,
  SECTORS,
  type StaffActor,
} from '@huiyin/domain';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { playDemoRegister } from '../../demo/demo.ts';
import { foldRollup } from '../../outbox/relay.ts';
import { countFigure } from '../../testing/figures.fixture.ts';
import { openTestOffice, type TestOffice } from '../../testing/office.fixture.ts';
import { readFigures } from './figure-reads.repository.ts';
import { subjectOf } from './reports.ts';

let office: TestOffice;

beforeAll(async () => {
  office = await openTestOffice();
});
afterAll(() => office.close());

interface OpeningNumber {
  readonly count: number | null | undefined;
  readonly query: FigureQuery | undefined;
}

/** Every number of a report with the query that opens its cases. */
function openingNumbers(content: ReportContent) {
  return content.sections
    .flatMap(({ blocks }) => blocks.flatMap(numbersOfBlock))
    .flatMap(({ count, query }) => (typeof count === 'number' && query ? [{ count, query }] : []));
}

function numbersOfBlock(block: ReportBlock): OpeningNumber[] {
  if (block.kind === 'figures') return block.figures.flatMap(numbersOfFigure);
  if (block.kind === 'prose') return [];
  return block.rows.flatMap(({ cells }) =>
    cells.map(({ unit, value, cases }) => ({ count: value, query: unit === 'COUNT' ? cases : undefined })),
  );
}

function numbersOfFigure({ unit, now, before, yearAgo }: ReportFigure): OpeningNumber[] {
  return [now, before, yearAgo].flatMap((value) => [
    { count: unit === 'COUNT' ? value?.value : value?.numerator, query: value?.cases },
    { count: value?.denominator, query: value?.denominatorCases },
  ]);
}

const thisYear = new Date().getUTCFullYear();
const PERIODS: readonly PeriodChoice[] = [
  { kind: 'YEAR', year: thisYear },
  { kind: 'QUARTER', year: thisYear, number: Math.ceil((new Date().getUTCMonth() + 1) / 3) },
  { kind: 'SPAN', from: `${thisYear - 1}-02-14`, to: `${thisYear}-12-17` },
];

describe.each(SECTORS.map((sector) => [sector.code, sector] as const))('figures of %s', (code, sector) => {
  let actor: StaffActor;

  beforeAll(async () => {
    actor = await office.supervisorOf(code);
    const { tenantId } = actor;
    // Half of the counts folded into cells, the rest still as differences: both are read.
    await playDemoRegister({ casework: office.services.casework, tenantId, sector });
    await foldRollup(office.database, { kind: 'system', tenantId, task: 'test' });
    await playDemoRegister({ casework: office.services.casework, tenantId, sector });
  }, 60_000);

  test.each(PERIODS)('what is kept counted is what is counted anew: %o', async (choice) => {
    const periods = reportPeriods(choice);
    if (!periods) throw new Error('no period');
    const subject = subjectOf(await office.services.casework.offices.of(actor), periods);
    const requests = requestsOfReport(subject);
    const kept = await readFigures(office.database, actor, { sector, requests });
    const recounted = await readFigures(office.database, actor, { sector, requests, recount: true });
    const sorted = (answer: unknown) =>
      Array.isArray(answer) ? answer.map((each) => JSON.stringify(each)).sort() : answer;
    for (const request of requests) {
      expect({ request, answer: sorted(kept(request)) }).toEqual({
        request,
        answer: sorted(recounted(request)),
      });
    }
    expect(requests.some((request) => 'query' in request && isWholeMonths(request.query))).toBe(
      choice.kind !== 'SPAN',
    );
  });

  test('every number opens onto exactly its cases, and every breakdown adds up', async () => {
    const report = await office.services.reports.preview(actor, { kind: 'YEAR', year: thisYear });
    if (!report) throw new Error('no report');
    const numbers = openingNumbers(report.content);
    expect(numbers.filter(({ count }) => count > 0).length).toBeGreaterThan(20);
    for (const { count, query } of numbers) {
      const cases = await countFigure(office.database, actor, query);
      expect({ query, count: cases.count }).toEqual({ query, count });
    }
    const adding = report.content.problems.filter(({ en }) => en.includes('add up'));
    expect(adding).toEqual([]);
  });
});
