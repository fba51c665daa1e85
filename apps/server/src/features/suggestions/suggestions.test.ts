import { LEAST_CASES } from '@huiyin/domain';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  type CallerHeaders,
  openTestApi,
  type TestApi,
  type TestOrganization,
} from '../../testing/api.fixture.ts';

/** Learned from the office's own closed cases, and from no others. */

const KINDS = [
  { category: 'COVERAGE', content: '小区里手机没有信号，电话打不出去' },
  { category: 'UNEXPLAINED_CHARGE', content: '话费账单里多出一项扣费，没有订过' },
  { category: 'BROADBAND_FAULT', content: '宽带断网，光猫亮红灯' },
];
const DETAILS = { telecom: { service: 'MOBILE', area: 'URBAN', place: { address: '一号路' } } };
const SUGGEST = `query ($input: SuggestionsInput!) { suggestions(input: $input) {
  categories { category { code label } chance words } urgent { words } grouped { words } } }`;
const LEARNING = `{ suggestionLearning { learnedAt learning cases leastCases taken other
  accuracy { asked first mostFrequent } } }`;
const TRAIN = `mutation { suggestionsTrain(input: {}) { suggestionLearning { learning } userErrors { code } } }`;
const RECORD = `mutation ($input: SuggestionRecordInput!) { suggestionRecord(input: $input) {
  suggestionLearning { taken other } userErrors { code field } } }`;

let api: TestApi;
let office: TestOrganization;
let handler: CallerHeaders;
let administrator: CallerHeaders;

beforeAll(async () => {
  api = await openTestApi();
  office = await api.organization('TELECOM', ['HANDLER', 'SUPERVISOR', 'ADMINISTRATOR', 'AUDITOR']);
  handler = await api.signedIn(office, 'HANDLER');
  administrator = await api.signedIn(office, 'ADMINISTRATOR');
});
afterAll(() => api.close());

type Fields = Readonly<Record<string, unknown>>;

async function ask(caller: CallerHeaders, query: string, variables: object = {}) {
  const { data, errors } = await api.graphql(caller, query, variables);
  expect(errors).toBeUndefined();
  return data;
}

/** Registered and closed at once. */
async function close(changes: Fields): Promise<void> {
  const { payload } = await ask(
    handler,
    'mutation ($input: ComplaintRegisterInput!) { payload: complaintRegister(input: $input) { complaint { status } userErrors { field message } } }',
    {
      input: {
        ...{
          kind: 'COMPLAINT',
          channel: 'PHONE',
          disclosure: 'NAMED',
          details: DETAILS,
        },
        settlement: {
          answer: '已当场处理',
          satisfied: 'SATISFIED',
          remedy: 'EXPLANATION',
          cause: 'BILLING_ERROR',
        },
        ...changes,
      },
    },
  );
  expect(payload).toEqual({ complaint: { status: 'CLOSED' }, userErrors: [] });
}

async function closeMany(count: number, from: number, changes: Fields = {}): Promise<void> {
  for (let at = from; at < from + count; at += 1) {
    const complainant = { name: `客户${at}`, phone: `139${String(at).padStart(8, '0')}` };
    await close({ ...KINDS[at % KINDS.length], complainant, ...changes });
  }
}

const suggest = async (caller: CallerHeaders, content: string) =>
  (await ask(caller, SUGGEST, { input: { content, channel: 'PHONE' } })).suggestions;

describe('what the office has closed', () => {
  test('teaches nothing before it is asked to, and nothing while it is too little', async () => {
    await closeMany(LEAST_CASES - 1, 0);
    expect((await suggest(handler, '话费多了扣费')).categories).toEqual([]);
    expect((await ask(administrator, TRAIN)).suggestionsTrain).toEqual({
      ...{ suggestionLearning: { learning: true }, userErrors: [] },
    });
    await api.office.finishJobs();
    const { suggestionLearning } = await ask(administrator, LEARNING);
    expect(suggestionLearning).toMatchObject({ learning: false, cases: LEAST_CASES - 1, accuracy: null });
    expect((await suggest(handler, '话费多了扣费')).categories).toEqual([]);
  });

  test('suggests the category that such cases had, with the words that spoke for it', async () => {
    await closeMany(16, LEAST_CASES - 1);
    // In confidence: not learned from, and not counted.
    await closeMany(1, 90, { disclosure: 'CONFIDENTIAL' });
    await ask(administrator, TRAIN);
    await api.office.finishJobs();
    const [first] = (await suggest(handler, '话费多了扣费')).categories;
    expect(first.category).toEqual({ code: 'UNEXPLAINED_CHARGE', label: 'Unexplained charge' });
    expect(first.chance).toBeGreaterThan(0.5);
    expect(first.words).toContain('扣费');
    expect((await suggest(handler, '你们的导游态度不好')).categories).toEqual([]);
    const { suggestionLearning } = await ask(administrator, LEARNING);
    expect(suggestionLearning).toMatchObject({ cases: LEAST_CASES + 15, leastCases: LEAST_CASES });
    expect(suggestionLearning.accuracy.first).toBeGreaterThan(suggestionLearning.accuracy.mostFrequent);
  });

  test('is of no use to another organisation, and not to those who may not read complaints', async () => {
    const other = await api.signedIn(await api.organization('TELECOM'), 'SUPERVISOR');
    expect((await suggest(other, '话费多了扣费')).categories).toEqual([]);
    expect((await ask(other, LEARNING)).suggestionLearning).toMatchObject({ learnedAt: null, cases: 0 });
  });

  test('what is kept of it holds no word of one person', async () => {
    await close({
      ...{ category: 'COVERAGE', content: '欧阳锋说手机没有信号，身份证丢了' },
      complainant: { name: '欧阳锋', phone: '13711112222' },
    });
    await ask(administrator, TRAIN);
    await api.office.finishJobs();
    const actor = { kind: 'system', tenantId: office.tenantId, task: 'test' } as const;
    const [row] = await api.office.database.readInTenant<{ model: string }>(actor, {
      ...{ text: 'select model::text as model from suggestion_model', values: [] },
    });
    const kept = row?.model ?? '';
    expect(kept).toContain('信号');
    for (const word of ['欧阳', '身份证', '1371111', '客户1']) expect(kept).not.toContain(word);
  });
});

test('what became of suggestions is counted', async () => {
  const record = async (caller: CallerHeaders, input: Fields) =>
    (await ask(caller, RECORD, { input })).suggestionRecord;
  await record(handler, { suggested: 'COVERAGE', chosen: 'COVERAGE', idempotencyKey: 'first' });
  await record(handler, { suggested: 'COVERAGE', chosen: 'COVERAGE', idempotencyKey: 'first' });
  await record(handler, { suggested: 'COVERAGE', chosen: 'SPEED' });
  expect(await record(handler, { suggested: 'COVERAGE', chosen: 'LIFT' })).toEqual({
    ...{ suggestionLearning: null, userErrors: [{ code: 'INVALID', field: 'chosen' }] },
  });
  expect((await ask(administrator, LEARNING)).suggestionLearning).toMatchObject({ taken: 1, other: 1 });
  const auditor = await api.signedIn(office, 'AUDITOR');
  expect((await record(auditor, { suggested: 'COVERAGE', chosen: 'SPEED' })).userErrors).toEqual([
    { code: 'FORBIDDEN', field: null },
  ]);
});

test('a complaint is suggested a category only to those who may see it', async () => {
  const { payload } = await ask(
    handler,
    'mutation ($input: ComplaintRegisterInput!) { payload: complaintRegister(input: $input) { complaint { id } } }',
    { input: { kind: 'COMPLAINT', channel: 'PHONE', disclosure: 'ANONYMOUS', content: '宽带光猫断网' } },
  );
  const OF = 'query ($id: ID!) { complaintSuggestions(id: $id) { categories { category { code } } } }';
  const { complaintSuggestions } = await ask(handler, OF, payload.complaint);
  expect(complaintSuggestions.categories[0]?.category.code).toBe('BROADBAND_FAULT');
  const stranger = await api.signedIn(await api.organization('TELECOM'), 'SUPERVISOR');
  expect((await ask(stranger, OF, payload.complaint)).complaintSuggestions.categories).toEqual([]);
});
