import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  type CallerHeaders,
  openTestApi,
  type TestApi,
  type TestOrganization,
} from '../testing/api.fixture.ts';

/**
 * A call whose answer was lost on the way is made again: under the caller's key it changes nothing more, and is answered
 * as it was the first time. Complaints, views, keys and administration are tried where they are tested.
 */

let api: TestApi;
let office: TestOrganization;
let supervisor: CallerHeaders;
let administrator: CallerHeaders;

beforeAll(async () => {
  api = await openTestApi();
  office = await api.organization('TELECOM', ['SUPERVISOR', 'ADMINISTRATOR']);
  supervisor = await api.signedIn(office, 'SUPERVISOR');
  administrator = await api.signedIn(office, 'ADMINISTRATOR');
});
afterAll(() => api.close());

interface Call {
  readonly caller: CallerHeaders;
  readonly mutation: string;
  readonly input: object;
  /** What is read of what it answers. */
  readonly selection: string;
}

async function carryOut({ caller, mutation, input, selection }: Call) {
  const type = `${mutation[0]?.toUpperCase()}${mutation.slice(1)}Input`;
  const { data, errors } = await api.graphql(
    caller,
    `mutation ($input: ${type}!) { payload: ${mutation}(input: $input) {
      ${selection} userErrors { code field } } }`,
    { input },
  );
  expect(errors).toBeUndefined();
  return data.payload;
}

let keys = 0;

/** Makes a call twice under one key, and once more under it for something else; what it answered. */
async function twice({ other, ...call }: Call & { readonly other: object }) {
  keys += 1;
  const idempotencyKey = `key-${keys}`;
  const first = await carryOut({ ...call, input: { ...call.input, idempotencyKey } });
  expect(first.userErrors).toEqual([]);
  expect(await carryOut({ ...call, input: { ...call.input, idempotencyKey } })).toEqual(first);
  const otherwise = await carryOut({ ...call, input: { ...call.input, ...other, idempotencyKey } });
  expect(otherwise.userErrors).toEqual([{ code: 'INVALID', field: 'idempotencyKey' }]);
  return first;
}

async function count(table: 'answer_template' | 'import' | 'report'): Promise<number> {
  const [row] = await api.office.database.readInTenant<{ count: number }>(
    { tenantId: office.tenantId },
    { text: `select count(*)::int as count from ${table}`, values: [] },
  );
  return row?.count ?? -1;
}

describe('an administrator', () => {
  const template = { name: '已收到', text: '您好，{complainant}。' };

  test('keeps a template once, and removes it once', async () => {
    const save = {
      caller: administrator,
      mutation: 'answerTemplateSave',
      selection: 'answerTemplate { id }',
    };
    const { answerTemplate } = await twice({ ...save, input: template, other: { name: '已转' } });
    expect(await count('answer_template')).toBe(1);
    const remaining = await carryOut({ ...save, input: template });
    expect(await count('answer_template')).toBe(2);
    await twice({
      ...{ caller: administrator, mutation: 'answerTemplateRemove', selection: 'removedId' },
      ...{ input: { id: answerTemplate.id }, other: { id: remaining.answerTemplate.id } },
    });
    expect(await count('answer_template')).toBe(1);
  });

  test('words the public page: the same call, coming late, does not undo what was worded since', async () => {
    const save = {
      ...{ caller: administrator, mutation: 'publicPageSave', selection: 'publicPage { phone }' },
    };
    const early = { phone: '12300', idempotencyKey: 'page' };
    await carryOut({ ...save, input: early });
    await carryOut({ ...save, input: { phone: '12301' } });
    expect(await carryOut({ ...save, input: early })).toEqual({
      ...{ publicPage: { phone: '12301' }, userErrors: [] },
    });
    await twice({ ...save, input: { phone: '12302' }, other: { phone: '12303' } });
  });
});

describe('an import', () => {
  const selection = 'import { id status }';
  const SHEET = '投诉内容,受理时间,受理渠道\n网速慢,2026-01-05,电话\n';
  const tell = { selection, caller: {} as CallerHeaders };
  let id: string;

  beforeAll(() => {
    tell.caller = supervisor;
  });

  test('is opened once', async () => {
    const file = await api.upload(supervisor, '登记表.csv', SHEET);
    const first = await twice({ ...tell, mutation: 'importCreate', input: { file }, other: { name: '另' } });
    id = first.import.id;
    expect(await count('import')).toBe(1);
  });

  test('is checked once and run once: the second call is not told that it is under way', async () => {
    const before = { mutation: 'importSetMapping', input: { id, year: 2026 }, other: { year: 2025 } };
    await twice({ ...tell, ...before });
    const check = { ...tell, mutation: 'importCheck', input: { id } };
    const checking = await carryOut({ ...check, input: { id, idempotencyKey: 'check' } });
    expect(checking).toEqual({ import: { id, status: 'CHECKING' }, userErrors: [] });
    expect((await carryOut(check)).userErrors).toEqual([{ code: 'WRONG_STATE', field: null }]);
    await api.office.finishJobs();
    const again = await carryOut({ ...check, input: { id, idempotencyKey: 'check' } });
    expect(again).toEqual({ import: { id, status: 'CHECKED' }, userErrors: [] });
    await twice({ ...tell, mutation: 'importStart', input: { id }, other: { again: true } });
    await api.office.finishJobs();
    const { data } = await api.graphql(supervisor, '{ complaints { totalCount } }');
    expect(data.complaints.totalCount).toBe(1);
  });
});

describe('a report', () => {
  const period = { kind: 'YEAR', year: 2010 };
  const selection = 'report { id revision version status }';
  const tell = { selection, caller: {} as CallerHeaders };
  let id: string;

  beforeAll(() => {
    tell.caller = supervisor;
  });

  test('is begun once, and worded once', async () => {
    const other = { period: { kind: 'YEAR', year: 2009 } };
    const { report } = await twice({ ...tell, mutation: 'reportCreate', input: { period }, other });
    id = report.id;
    expect(await count('report')).toBe(1);
    const input = { id, revision: 1, section: 'overview', text: '全年平稳。' };
    const edited = await twice({ ...tell, mutation: 'reportEditText', input, other: { text: '全年繁忙。' } });
    expect(edited.report.revision).toBe(2);
  });

  test('is published once, though both calls come at the same moment', async () => {
    const publish = {
      ...tell,
      mutation: 'reportPublish',
      input: { id, revision: 2, idempotencyKey: 'both' },
    };
    const both = await Promise.all([carryOut(publish), carryOut(publish), carryOut(publish)]);
    const published = { report: { id, revision: 3, version: 1, status: 'PUBLISHED' }, userErrors: [] };
    expect(both).toEqual([published, published, published]);
    const otherwise = { ...publish, input: { ...publish.input, idempotencyKey: 'later' } };
    expect((await carryOut(otherwise)).userErrors).toMatchObject([{ code: 'ALREADY_DONE' }]);
  });

  test('is corrected once, and the draft of it thrown away once', async () => {
    const input = { id, reason: '补录一件来信' };
    const { report } = await twice({ ...tell, mutation: 'reportCorrect', input, other: { reason: '笔误' } });
    expect(report).toMatchObject({ version: 2, status: 'DRAFT' });
    expect(await count('report')).toBe(2);
    const discarded = await twice({
      ...{ ...tell, mutation: 'reportDiscard', selection: 'discardedId' },
      ...{ input: { id: report.id, revision: 1 }, other: { revision: 2 } },
    });
    expect(discarded.discardedId).toBe(report.id);
    expect(await count('report')).toBe(1);
  });

  test('compares by the number that was given last, whatever call comes late', async () => {
    const set = { ...tell, mutation: 'denominatorSet', selection: 'denominator { value }' };
    const early = { code: 'CUSTOMERS', period, value: 100, idempotencyKey: 'customers' };
    expect((await carryOut({ ...set, input: early })).userErrors).toEqual([]);
    await carryOut({ ...set, input: { code: 'CUSTOMERS', period, value: 200 } });
    expect((await carryOut({ ...set, input: early })).denominator.value).toBe(100);
    const { data } = await api.graphql(
      supervisor,
      `{ reportPreview(period: { kind: YEAR, year: 2010 }) { denominators { code value } } }`,
    );
    expect(data.reportPreview.denominators).toContainEqual({ code: 'CUSTOMERS', value: 200 });
    const input = { code: 'CUSTOMERS', period, value: 300 };
    await twice({ ...set, input, other: { value: 400 } });
  });
});
