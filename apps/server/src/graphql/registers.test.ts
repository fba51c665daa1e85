import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type CallerHeaders, openTestApi, type TestApi } from '../testing/api.fixture.ts';
import { REGISTERS } from '../testing/registers.fixture.ts';

/** Both registers through GraphQL alone, with a key, as somebody else's program would: all that their README says. */

let api: TestApi;

beforeAll(async () => {
  api = await openTestApi();
});
afterAll(() => api.close());

const IMPORT_PARTS =
  'id status rowsRead accepted refused passedOver columns { header target } problems { line column value message }';

async function takeIn(caller: CallerHeaders, name: string, kind: 'COMPLAINTS' | 'SANCTIONS') {
  const file = await api.upload(caller, name, readFileSync(resolve(REGISTERS, name)));
  const created = await api.graphql(
    caller,
    `mutation ($input: ImportCreateInput!) { importCreate(input: $input) { import { ${IMPORT_PARTS} } userErrors { message } } }`,
    { input: { file, kind } },
  );
  expect(created.data.importCreate.userErrors).toEqual([]);
  const { id } = created.data.importCreate.import;
  const job = async (mutation: string, input: string) => {
    const answer = await api.graphql(
      caller,
      `mutation ($input: ${input}!) { ${mutation}(input: $input) { import { status } userErrors { message } } }`,
      { input: { id } },
    );
    expect(answer).toMatchObject({ data: { [mutation]: { userErrors: [] } } });
  };
  const state = async () => {
    await api.office.finishJobs();
    const { data } = await api.graphql(caller, `query ($id: ID!) { import(id: $id) { ${IMPORT_PARTS} } }`, {
      id,
    });
    return data.import;
  };
  await job('importCheck', 'ImportCheckInput');
  const checked = await state();
  expect(checked).toMatchObject({ status: 'CHECKED', refused: 0, problems: [] });
  await job('importStart', 'ImportStartInput');
  const done = await state();
  expect(done).toMatchObject({ status: 'COMPLETED', refused: 0, passedOver: 0 });
  // A column that nobody reads would be lost without a word.
  expect(done.columns.filter(({ target }: { target: string | null }) => target === null)).toEqual([]);
  return done.accepted as number;
}

/** The figures of a report by their codes, as written; money in capitals too. */
async function reportOf(caller: CallerHeaders, period: object) {
  const { data } = await api.graphql(
    caller,
    `query ($period: PeriodInput!) { reportPreview(period: $period) {
      problems
      sections { code text blocks {
        ... on ReportFigures { figures { code now { text } capitals formula currencies { text } } }
        ... on ReportTable { code rows { total cells { text } } }
      } }
    } }`,
    { period },
  );
  const report = data.reportPreview;
  const blocks = report.sections.flatMap(({ blocks: all }: { blocks: object[] }) => all);
  const figures = blocks.flatMap(({ figures: all = [] }: { figures?: object[] }) => all);
  return {
    problems: report.problems as string[],
    texts: new Map<string, string>(
      report.sections.map(({ code, text }: { code: string; text: string }) => [code, text]),
    ),
    figure: (code: string) => figures.find((figure: { code: string }) => figure.code === code)?.now.text,
    currencies: (code: string) =>
      figures
        .find((figure: { code: string }) => figure.code === code)
        ?.currencies.map(({ text }: { text: string }) => text),
    table: (code: string): string[][] =>
      blocks
        .find((block: { code?: string }) => block.code === code)
        ?.rows.map(({ cells }: { cells: { text: string }[] }) => cells.map(({ text }) => text)),
  };
}

describe('the tourism bureau’s register of 2010', () => {
  let caller: CallerHeaders;

  beforeAll(async () => {
    caller = { ...(await api.keyOf(await api.organization('TOURISM'))), 'accept-language': 'zh-CN' };
    expect(await takeIn(caller, 'tourism-bureau-2010.csv', 'COMPLAINTS')).toBe(12);
    expect(await takeIn(caller, 'tourism-bureau-2010.sanctions.csv', 'SANCTIONS')).toBe(10);
  });

  test('12 received, 12 closed; 5 valid, 2 of them with sanctions; 7 invalid, all outside the remit', async () => {
    const { figure, texts } = await reportOf(caller, { kind: 'YEAR', year: 2010 });
    const figures = ['received', 'closed', 'valid', 'validSanctioned', 'invalid', 'declined', 'outsideRemit'];
    expect(figures.map(figure)).toEqual(['12', '12', '5', '2', '7', '7', '7']);
    expect(texts.get('overview')).toContain('本期共收到 12 件，上年同期为零。');
    expect(texts.get('validity')).toContain('有效投诉 5 件，上年同期为零；其中作出行政处罚 2 件。');
  });

  test('of the valid: travel agency 1, attraction 2, hotel 1, guide 1', async () => {
    const { table } = await reportOf(caller, { kind: 'YEAR', year: 2010 });
    const counts = Object.fromEntries(table('validRespondents').map(([name, count]) => [name, count]));
    expect(counts).toEqual({ 景区: '2', 导游: '1', 旅行社: '1', 酒店: '1', 合计: '5' });
  });

  test('sanctions of the year 25,293.20; the travel agency’s 24,000.00 + 1,203.20 = 25,203.20', async () => {
    const { figure, table, texts, currencies } = await reportOf(caller, { kind: 'YEAR', year: 2010 });
    expect(figure('sanctionTotal')).toBe('25,293.20');
    expect(figure('fines')).toBe('24,000.00');
    expect(currencies('sanctionTotal')).toEqual(['CNY 24,370.00', 'HKD 1,078.00 → CNY 923.20']);
    expect(table('sanctionedRespondents').find(([name]) => name === '旅行社')).toContain('25,203.20');
    expect(texts.get('sanctions')).toContain('25,203.20 元（贰万伍仟贰佰零叁元贰角整）');
    const list = table('sanctionList');
    // In the order of the sheet.
    expect(list.slice(1, 3).map((cells) => cells[1])).toEqual(['丙旅行社', '带团人员一']);
    const hong = list.filter(([, , , currency]) => currency === 'HKD').map((cells) => cells.slice(3));
    // 546.00 × 0.8564 = 467.5944, of which 467.60 was paid: the recorded amount is what counts.
    expect(hong).toEqual([
      ['HKD', '532.00', '0.8564', '2010-12-07', '455.60', '2010-12-08'],
      ['HKD', '546.00', '0.8564', '2010-12-07', '467.60', '2010-12-08'],
    ]);
  });

  test('the case itself says the same', async () => {
    const { data } = await api.graphql(
      caller,
      `{ complaints(first: 5, filter: { search: "LY-2010-012" }) { edges { node {
        externalNumber receivedAt closedAt clocks { rule { code } state startedAt }
        sanctions { kind { code } party paidOn money { rate rateDate original { amount currency } converted { amount } } }
      } } } }`,
    );
    const [{ node }] = data.complaints.edges;
    expect(node.externalNumber).toBe('LY-2010-012');
    const sums = node.sanctions.map(
      ({ money }: { money: { converted: { amount: number } } }) => money.converted.amount,
    );
    expect(sums.reduce((all: number, sum: number) => all + sum, 0)).toBe(2_520_320);
    expect(new Set(node.sanctions.map(({ paidOn }: { paidOn: string }) => paidOn))).toEqual(
      new Set(['2010-12-08']),
    );
  });

  test('each case is judged by the rules of its day: none before July 2010, then 5 working days and 60 days', async () => {
    const { data } = await api.graphql(
      caller,
      `{ complaints(first: 50, order: RECEIVED_ASC) { edges { node {
        externalNumber clocks { rule { code } state startedAt }
      } } } }`,
    );
    const clocks = new Map<string, string[]>(
      data.complaints.edges.map(
        ({
          node,
        }: {
          node: { externalNumber: string; clocks: { rule: { code: string }; state: string }[] };
        }) => [node.externalNumber, node.clocks.map(({ rule, state }) => `${rule.code} ${state}`)],
      ),
    );
    expect(clocks.get('LY-2010-002')).toEqual([]);
    expect(clocks.get('LY-2010-007')).toEqual([
      'tourism.acceptance@2010-07-01 MET',
      'tourism.handling@2010-07-01 MET',
    ]);
  });
});

describe('the drug regulator’s register of the first half of 2009', () => {
  let caller: CallerHeaders;

  beforeAll(async () => {
    caller = { ...(await api.keyOf(await api.organization('DRUG_REGULATION'))), 'accept-language': 'en' };
    expect(await takeIn(caller, 'drug-regulator-2009h1.csv', 'COMPLAINTS')).toBe(7);
  });

  test('7 received, accepted and closed; 4 drugs, 3 health foods; 1 adverse reaction forwarded', async () => {
    const { figure, table, texts } = await reportOf(caller, { kind: 'HALF_YEAR', year: 2009, number: 1 });
    expect(['received', 'accepted', 'closed', 'adverseForwarded'].map(figure)).toEqual(['7', '7', '7', '1']);
    const counts = Object.fromEntries(table('classes').map(([name, count]) => [name, count]));
    expect(counts).toEqual({ Drug: '4', 'Health food': '3', Total: '7' });
    expect(table('results')).toHaveLength(7);
    expect(texts.get('objects')).toContain('By class of product: Drug 4 (57.14%); Health food 3 (42.86%).');
  });

  test('4 in the first quarter, 3 in the second', async () => {
    const [first, second] = await Promise.all(
      [1, 2].map((number) => reportOf(caller, { kind: 'QUARTER', year: 2009, number })),
    );
    expect([first?.figure('received'), second?.figure('received')]).toEqual(['4', '3']);
    expect(second?.texts.get('overview')).toContain(
      'The office received 3 cases, after none the year before and down 25.0% (4 to 3) on the period before.',
    );
  });
});
