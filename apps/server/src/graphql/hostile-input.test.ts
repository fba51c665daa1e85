import { getIntrospectionQuery, isEnumType } from 'graphql';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  type CallerHeaders,
  openTestApi,
  type TestApi,
  type TestOrganization,
} from '../testing/api.fixture.ts';
import { asking, type Place, placesOf, SCHEMA } from '../testing/schema-places.fixture.ts';
import { toGlobalId } from './global-id.ts';

/**
 * Whatever is put into whatever place, the answer is an error that says what is wrong, in the caller's language, with a
 * stable code; never a fault of ours, and never a word of how we are made.
 */

let api: TestApi;
let office: TestOrganization;
let supervisor: CallerHeaders;
let administrator: CallerHeaders;
let handlerId: string;

beforeAll(async () => {
  api = await openTestApi();
  office = await api.organization('TOURISM', ['SUPERVISOR', 'ADMINISTRATOR', 'HANDLER']);
  supervisor = await api.signedIn(office, 'SUPERVISOR');
  administrator = await api.signedIn(office, 'ADMINISTRATOR');
  const { data } = await api.graphql(supervisor, '{ viewer { organization { members { id role } } } }');
  handlerId = data.viewer.organization.members.find(({ role }: { role: string }) => role === 'HANDLER').id;
});
afterAll(() => api.close());

const ADMINISTERS =
  /^(apiKey|webhook|department|member|invitation|officeEvents|answerTemplate|guidanceCard|publicPage|organization|deadlineRule|calendar)/;
const CODES = [
  ...['UNAUTHENTICATED', 'FORBIDDEN', 'BAD_USER_INPUT', 'NOT_FOUND', 'BAD_REQUEST'],
  ...['GRAPHQL_PARSE_FAILED', 'GRAPHQL_VALIDATION_FAILED', 'OPERATION_RESOLUTION_FAILURE'],
];
const HOW_WE_ARE_MADE =
  /node_modules|\.ts:\d|TypeError|at Object\.|syntax error at|QueryFailed|duplicate key|violates/;

interface Said {
  readonly message: string;
  readonly extensions?: { readonly code?: string };
}

/** What an answer refuses, wherever it says so. */
function refusalsOf(answer: { readonly errors?: readonly Said[]; readonly data?: unknown }): Said[] {
  const payloads = Object.values((answer.data ?? {}) as Record<string, { userErrors?: Said[] } | null>);
  return [...(answer.errors ?? []), ...payloads.flatMap((payload) => payload?.userErrors ?? [])];
}

async function answers(
  caller: CallerHeaders,
  query: string,
  variables: object,
  locale: 'zh-CN' | 'en',
): Promise<Said[]> {
  const response = await api.post('/graphql', { query, variables }, { ...caller, 'accept-language': locale });
  const answer = response.json() as { readonly errors?: readonly Said[]; readonly data?: unknown };
  expect(response.body).not.toMatch(HOW_WE_ARE_MADE);
  for (const { extensions } of answer.errors ?? []) expect(CODES).toContain(extensions?.code);
  const said = refusalsOf(answer);
  for (const { message } of said) {
    expect(message.length).toBeLessThan(600);
    // What was given stands in quotation marks: it may be of any language.
    if (locale === 'zh-CN') expect(message).toMatch(/\p{Script=Han}/u);
    else expect(message.replace(/["“].*["”]/gs, '')).not.toMatch(/\p{Script=Han}/u);
  }
  return said;
}

/** A complaint on which work is done, so that commands come as far as to look at what they are given. */
async function complaint(): Promise<string> {
  const { data } = await api.graphql(
    supervisor,
    `mutation ($input: ComplaintRegisterInput!) { complaintRegister(input: $input) { complaint { id } } }`,
    { input: { kind: 'COMPLAINT', channel: 'PHONE', disclosure: 'ANONYMOUS', content: '导游强迫购物' } },
  );
  const { id } = data.complaintRegister.complaint;
  await api.graphql(
    supervisor,
    `mutation ($accept: ComplaintAcceptInput!, $assign: ComplaintAssignInput!) {
      complaintAccept(input: $accept) { userErrors { code } } complaintAssign(input: $assign) { userErrors { code } } }`,
    { accept: { id }, assign: { id, memberId: handlerId } },
  );
  return id;
}

const NUL = '\u0000';
const TEXTS = [
  `坏${NUL}字`,
  '\ud800',
  '',
  ' \t\n',
  '字'.repeat(30_000),
  "'; drop table complaint; -- ﷽‮𠮷👨‍👩‍👧",
];
const HOSTILE: Readonly<Record<string, readonly unknown[]>> = {
  String: [...TEXTS, 5],
  ID: [
    '',
    'x',
    NUL,
    '\ud800',
    toGlobalId('Complaint', 'x'),
    toGlobalId('Member', '019f0000-0000-7000-8000-000000000000'),
    5,
  ],
  Int: [-1, 0, 2_147_483_647, -2_147_483_648, 2_147_483_648, 1.5, '1', null],
  SafeInt: [-1, 0, Number.MAX_SAFE_INTEGER, Number.MIN_SAFE_INTEGER, 1e300, 1.5, '1'],
  Float: [-1, 0, 1e308, -1e308, '1', null],
  Boolean: ['true', 1, null],
  LocalDate: ['0001-01-01', '9999-12-31', '2026-02-30', '26-1-1', NUL, '', 5],
  DateTime: ['0001-01-01T00:00:00Z', '9999-12-31T23:59:59Z', '2026-02-30T00:00:00Z', 'yesterday', NUL, 5],
};

const isEnum = (type: string): boolean => isEnumType(SCHEMA.getType(type));
/** Details are tried where they are registered and searched; other inputs have the same types. */
const WITH_DETAILS = ['complaintRegister', 'complaints'];
/** Foreign ones are refused whole: one field of them stands for all. */
const FOREIGN = /^(drugRegulation|hospital|property|telecom)$/;

function tried({ name, path }: Place, index: number, places: readonly Place[]): boolean {
  // The same in all: one mutation stands for them.
  if (path.at(-1) === 'idempotencyKey') return name === 'complaintNote' || name === 'savedViewSave';
  if (name === 'savedViewSave' && path.includes('filter')) return path.at(-1) === 'search';
  const details = path.indexOf('details');
  if (details < 0) return true;
  const sector = path[details + 1] ?? '';
  const first = places.findIndex((other) => other.name === name && other.path[details + 1] === sector);
  return WITH_DETAILS.includes(name) && (!FOREIGN.test(sector) || first === index);
}

const PLACES = placesOf((type) => type in HOSTILE || isEnum(type)).filter(tried);

/** Places of one root field together: each is tried with everything that is bad for it. */
const BY_FIELD = [...Map.groupBy(PLACES, ({ name }) => name)];

function hostileTo({ type, list }: Place): readonly unknown[] {
  const single = isEnum(type) ? ['NO_SUCH', '', NUL, 5, null] : (HOSTILE[type] ?? []);
  return list ? [...single, [], Array.from({ length: 3000 }, () => single[0]), 'no list'] : single;
}

describe('everything that can be put in', () => {
  test('is found in the schema', () => expect(PLACES.length).toBeGreaterThan(300));

  test.each(BY_FIELD)(
    '%s',
    async (name, places) => {
      const caller = ADMINISTERS.test(name) ? administrator : supervisor;
      for (const place of places) {
        const id = place.kind === 'mutation' && name.startsWith('complaint') ? await complaint() : handlerId;
        for (const value of hostileTo(place)) {
          const { document, variables } = asking(place, { value, id });
          await answers(caller, document, variables, 'zh-CN');
        }
      }
    },
    120_000,
  );
});

describe('a document that asks too much, or is none', () => {
  const nested = (levels: number): string =>
    `{ complaint(number: "x") ${'{ splitFrom '.repeat(levels)}{ id }${' }'.repeat(levels)} }`;
  const DOCUMENTS: readonly (readonly [string, string, string])[] = [
    ['没有字段', '{ complaint(number: "x") { nothing } }', 'GRAPHQL_VALIDATION_FAILED'],
    ['语法', '{ complaint(number: "x" { id } }', 'GRAPHQL_PARSE_FAILED'],
    ['没有参数', '{ complaints(last: 3) { totalCount } }', 'GRAPHQL_VALIDATION_FAILED'],
    ['必填参数', 'mutation { complaintNote { complaint { id } } }', 'GRAPHQL_VALIDATION_FAILED'],
    ['必填项', 'mutation { complaintNote(input: {}) { complaint { id } } }', 'GRAPHQL_VALIDATION_FAILED'],
    ['嵌套过深', nested(20), 'GRAPHQL_VALIDATION_FAILED'],
    [
      '别名过多',
      `{ ${Array.from({ length: 31 }, (_, n) => `a${n}: complaints { totalCount }`).join(' ')} }`,
      'GRAPHQL_VALIDATION_FAILED',
    ],
    ['查询过长', `{ ${'__typename '.repeat(10_001)} }`, 'GRAPHQL_PARSE_FAILED'],
    ['每页数量', '{ complaints(first: 101) { totalCount } }', 'BAD_USER_INPUT'],
    ['每页数量', '{ complaints(first: 0) { totalCount } }', 'BAD_USER_INPUT'],
    ['每页数量', '{ respondents(first: -1) { edges { cursor } } }', 'BAD_USER_INPUT'],
    ['游标', '{ complaints(after: "5") { totalCount } }', 'BAD_USER_INPUT'],
    ['游标', '{ respondents(after: "W10=") { edges { cursor } } }', 'BAD_USER_INPUT'],
  ];

  test.each(DOCUMENTS)('%s: %s', async (words, query, code) => {
    const [said] = await answers(supervisor, query, {}, 'zh-CN');
    expect(said?.message).toContain(words);
    expect(said?.extensions?.code).toBe(code);
    const [again] = await answers(supervisor, query, {}, 'en');
    expect(again?.extensions?.code).toBe(code);
  });

  test('fragments that spread themselves deeper', async () => {
    const parts = Array.from(
      { length: 20 },
      (_, n) => `fragment F${n} on ComplaintReference { id ${n > 0 ? `...F${n - 1}` : ''} }`,
    );
    const query = `{ complaint(number: "x") { splitFrom { ...F19 } } } ${parts.join(' ')}`;
    expect((await answers(supervisor, query, {}, 'zh-CN'))[0]?.message).toContain('嵌套过深');
  });

  test('what programs and tools ask first is answered to whoever has a key: the whole schema', async () => {
    const key = await api.keyOf(await api.organization('TOURISM'), []);
    const { data, errors } = await api.graphql(key, getIntrospectionQuery());
    expect(errors).toBeUndefined();
    expect(data.__schema.types.length).toBeGreaterThan(100);
  });

  test.each([
    ['no JSON', '{"query": '],
    ['no query', '{}'],
    ['a list', '[]'],
    ['a text', '"{ viewer { kind } }"'],
    ['variables that are a text', '{"query": "{ viewer { kind } }", "variables": "x"}'],
    ['variables that are a list', '{"query": "{ viewer { kind } }", "variables": [1]}'],
    ['another operation than there is', '{"query": "{ viewer { kind } }", "operationName": "No"}'],
    ['a body of two megabytes', `{"query": "${'#'.repeat(2_000_000)}"}`],
  ])('%s', async (_, payload) => {
    const response = await api.app.inject({
      method: 'POST',
      url: '/graphql',
      headers: { ...supervisor, 'content-type': 'application/json', 'accept-language': 'zh-CN' },
      payload,
    });
    expect([400, 413]).toContain(response.statusCode);
    expect(response.body).toMatch(/\p{Script=Han}/u);
    expect(response.body).not.toMatch(HOW_WE_ARE_MADE);
    expect(response.body).not.toContain('INTERNAL');
  });

  test('a form of another site', async () => {
    const response = await api.app.inject({
      method: 'POST',
      url: '/graphql',
      headers: { ...supervisor, 'content-type': 'text/plain' },
      payload: '{"query": "{ viewer { kind } }"}',
    });
    expect([400, 415]).toContain(response.statusCode);
    expect(response.body).not.toContain('STAFF');
  });
});

describe('what is wrong is told at its place', () => {
  const MATTER = { kind: 'COMPLAINT', channel: 'PHONE', disclosure: 'ANONYMOUS', content: '导游强迫购物' };
  const REGISTER = `mutation ($input: ComplaintRegisterInput!) {
    complaintRegister(input: $input) { complaint { id } userErrors { code field message } } }`;
  const WRONG: readonly (readonly [string, object, object])[] = [
    ['a text that is too long', { content: '字'.repeat(20_001) }, { code: 'INVALID', field: 'content' }],
    ['a character that nobody can see', { content: `坏${NUL}` }, { code: 'INVALID', field: 'content' }],
    ['details of another sector', { details: { hospital: {} } }, { code: 'INVALID', field: 'details' }],
    [
      'a negative sum',
      { details: { tourism: { amountInDispute: { amount: -1, currency: 'CNY' } } } },
      { code: 'INVALID', field: 'details.amountInDispute' },
    ],
    [
      'receipt in the future',
      { receivedAt: '2100-01-01T00:00:00Z' },
      { code: 'INVALID', field: 'receivedAt' },
    ],
    ['an event in the future', { occurredOn: '2100-01-01' }, { code: 'INVALID', field: 'occurredOn' }],
    ['a category of no list', { category: 'NO_SUCH' }, { code: 'INVALID', field: 'category' }],
    ['a category of another sector', { category: 'ADVERSE_EVENT' }, { code: 'INVALID', field: 'category' }],
    [
      'a complainant who must be known and is not',
      { disclosure: 'NAMED' },
      { code: 'REQUIRED', field: 'complainant' },
    ],
    [
      'a department that is a member',
      { respondent: { departmentId: 'handler' } },
      { code: 'NOT_FOUND', field: 'respondent.departmentId' },
    ],
  ];

  test.each(WRONG)('%s', async (_, input, error) => {
    const given = JSON.parse(JSON.stringify({ ...MATTER, ...input }).replace('"handler"', `"${handlerId}"`));
    for (const [locale, words] of [
      ['zh-CN', /\p{Script=Han}/u],
      ['en', /^[^\p{Script=Han}]+$/u],
    ] as const) {
      const { data, errors } = await api.graphql({ ...supervisor, 'accept-language': locale }, REGISTER, {
        input: given,
      });
      expect(errors).toBeUndefined();
      expect(data.complaintRegister).toEqual({
        complaint: null,
        userErrors: [{ ...error, message: expect.stringMatching(words) }],
      });
    }
  });
});
