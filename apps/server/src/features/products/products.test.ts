import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  type CallerHeaders,
  openTestApi,
  type TestApi,
  type TestOrganization,
} from '../../testing/api.fixture.ts';

/** The products that a drug office's complaints name, counted by hand. */

const DAY_MS = 86_400_000;
const PRODUCT = `id name number makers recentComplaints complaints lastReceivedOn alerted
  batches { batch count firstReceivedOn lastReceivedOn alerted complaints { id number } }`;

let api: TestApi;
let office: TestOrganization;
let supervisor: CallerHeaders;

const daysAgo = (days: number) => new Date(Date.now() - days * DAY_MS).toISOString();
const localDay = (instant: string) => new Date(Date.parse(instant) + DAY_MS / 3).toISOString().slice(0, 10);

async function received(caller: CallerHeaders, product: object, more: object = {}): Promise<string> {
  const { data, errors } = await api.graphql(
    caller,
    `mutation ($input: ComplaintRegisterInput!) { complaintRegister(input: $input) {
      complaint { number } userErrors { message } } }`,
    {
      input: {
        ...{ kind: 'COMPLAINT', channel: 'PHONE', disclosure: 'ANONYMOUS', content: '药片变色' },
        details: { drugRegulation: { productClass: 'DRUG', ...product } },
        ...more,
      },
    },
  );
  expect(errors).toBeUndefined();
  expect(data.complaintRegister.userErrors).toEqual([]);
  return data.complaintRegister.complaint.number;
}

async function products(caller: CallerHeaders, args = '') {
  const { data, errors } = await api.graphql(
    caller,
    `{ products${args} { edges { cursor node { ${PRODUCT} } } pageInfo { hasNextPage endCursor } } }`,
  );
  expect(errors).toBeUndefined();
  return data.products;
}
// biome-ignore lint/suspicious/noExplicitAny: an answer as it comes.
const namesOf = ({ edges }: any): string[] => edges.map(({ node }: any) => node.name);

const ZINC = { productName: '葡萄糖酸锌口服液', approvalNumber: '国药准字H001', manufacturer: '甲厂' };
const SYRUP = { productName: '止咳糖浆' };

beforeAll(async () => {
  api = await openTestApi();
  office = await api.organization('DRUG_REGULATION', ['SUPERVISOR', 'HANDLER']);
  supervisor = await api.signedIn(office, 'SUPERVISOR');
});
afterAll(() => api.close());

test('products are counted with their batches, each with its days and its complaints', async () => {
  const times = [400, 30, 10, 2].map(daysAgo);
  const [old = '', first = '', second = '', last = ''] = times;
  const oldest = await received(supervisor, { ...ZINC, batch: 'A1' }, { receivedAt: old });
  await received(supervisor, { ...ZINC, batch: 'A1' }, { receivedAt: first });
  await received(supervisor, { ...ZINC, batch: ' a1 ', manufacturer: '' }, { receivedAt: second });
  // Only the name is known: it is the one product that is called so.
  const latest = await received(supervisor, { productName: ZINC.productName }, { receivedAt: last });
  await received(supervisor, { ...SYRUP, batch: 'B7' });
  const { edges } = await products(supervisor);
  expect(edges).toHaveLength(2);
  const [{ node: zinc }, { node: syrup }] = edges;
  expect(zinc).toMatchObject({
    ...{ name: ZINC.productName, number: '国药准字H001', makers: ['甲厂'], alerted: false },
    ...{ recentComplaints: 3, complaints: 4, lastReceivedOn: localDay(last) },
  });
  expect(zinc.batches).toMatchObject([
    // Three, but one of them before the days of the alert.
    {
      batch: 'A1',
      count: 3,
      alerted: false,
      firstReceivedOn: localDay(old),
      lastReceivedOn: localDay(second),
    },
    { batch: null, count: 1, alerted: false, complaints: [{ number: latest }] },
  ]);
  expect(zinc.batches[0].complaints.at(-1).number).toBe(oldest);
  expect(syrup).toMatchObject({ name: '止咳糖浆', number: null, makers: [], recentComplaints: 1 });
});

test('the third complaint on a batch marks it, as it raises the alert', async () => {
  await received(supervisor, { ...ZINC, batch: 'A1' });
  const { edges } = await products(supervisor);
  expect(edges[0].node).toMatchObject({ alerted: true, recentComplaints: 4 });
  expect(edges[0].node.batches[0]).toMatchObject({ batch: 'A1', count: 4, alerted: true });
  expect(edges[1].node.alerted).toBe(false);
  expect(namesOf(await products(supervisor, '(filter: { alerted: true })'))).toEqual([ZINC.productName]);
  expect(namesOf(await products(supervisor, '(filter: { alerted: false })'))).toEqual(['止咳糖浆']);
  const { data } = await api.graphql(supervisor, '{ watchedMatters { name complaints { id } } }');
  expect(data.watchedMatters).toMatchObject([{ name: 'A1' }]);
  expect(data.watchedMatters[0].complaints).toHaveLength(3);
});

test('two products of one name are told apart by their number', async () => {
  const other = await api.signedIn(await api.organization('DRUG_REGULATION'), 'SUPERVISOR');
  for (const approvalNumber of ['H1', 'h1', 'H2']) await received(other, { ...SYRUP, approvalNumber });
  // Which of them it is about, nobody can tell.
  await received(other, SYRUP);
  const { edges } = await products(other);
  // biome-ignore lint/suspicious/noExplicitAny: an answer as it comes.
  const counted = edges.map(({ node }: any) => [node.number, node.complaints]);
  expect(counted).toHaveLength(3);
  expect(counted).toEqual(
    expect.arrayContaining([
      ['H1', 2],
      ['H2', 1],
      [null, 1],
    ]),
  );
});

test('pages follow one another, and a search finds names, numbers, makers and batches', async () => {
  const whole = namesOf(await products(supervisor));
  const page = await products(supervisor, '(first: 1)');
  expect(page.pageInfo.hasNextPage).toBe(true);
  const next = await products(supervisor, `(first: 1, after: "${page.pageInfo.endCursor}")`);
  expect(next.pageInfo.hasNextPage).toBe(false);
  expect([...namesOf(page), ...namesOf(next)]).toEqual(whole);
  for (const search of ['葡萄糖', 'h001', '甲厂', ' a1']) {
    const found = await products(supervisor, `(filter: { search: "${search}" })`);
    expect(namesOf(found), search).toEqual([ZINC.productName]);
    // What is found is shown whole.
    expect(found.edges[0].node.complaints).toBe(5);
  }
  expect(namesOf(await products(supervisor, '(filter: { search: "%" })'))).toEqual([]);
});

test('the restricted track is left out, another office sees nothing, another sector keeps no register', async () => {
  const number = await received(
    supervisor,
    { ...SYRUP, batch: 'B7' },
    { category: 'STAFF', classification: 'STAFF_CONDUCT' },
  );
  const handler = await api.signedIn(office, 'HANDLER');
  const { data } = await api.graphql(handler, `{ complaint(number: "${number}") { id } }`);
  expect(data.complaint).toBeNull();
  for (const caller of [supervisor, handler]) {
    const { edges } = await products(caller, '(filter: { search: "止咳" })');
    expect(edges[0].node).toMatchObject({ complaints: 1, batches: [{ batch: 'B7', count: 1 }] });
  }
  // By its id too, which is made of its name.
  const known = '{ node(id: "ID") { ... on Product { name complaints } } }';
  const [{ node: zinc }] = (await products(supervisor, '(filter: { search: "甲厂" })')).edges;
  const byId = async (caller: CallerHeaders) =>
    (await api.graphql(caller, known.replace('ID', zinc.id))).data.node;
  expect(await byId(supervisor)).toEqual({ name: ZINC.productName, complaints: 5 });
  const elsewhere = await api.signedIn(await api.organization('DRUG_REGULATION'), 'SUPERVISOR');
  expect(await byId(elsewhere)).toBeNull();
  expect((await products(elsewhere)).edges).toEqual([]);
  const tourism = await api.signedIn(await api.organization('TOURISM'), 'SUPERVISOR');
  expect((await products(tourism)).edges).toEqual([]);
});
