import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { type CallerHeaders, openTestApi, type TestApi } from '../../testing/api.fixture.ts';
import { ORDERS, type Order } from './complaint-reads.repository.ts';

/** Lists: in every order, page by page, each read by one prepared statement. */

let api: TestApi;
let caller: CallerHeaders;

const DAY_MS = 86_400_000;

async function send(mutation: string, input: object): Promise<{ id: string }> {
  const { data } = await api.graphql(
    caller,
    `mutation ($input: ${mutation.charAt(0).toUpperCase()}${mutation.slice(1)}Input!) {
      done: ${mutation}(input: $input) { complaint { id } userErrors { message } } }`,
    { input },
  );
  expect(data.done.userErrors).toEqual([]);
  return data.done.complaint;
}

beforeAll(async () => {
  api = await openTestApi();
  const office = await api.organization('TOURISM');
  caller = await api.signedIn(office, 'SUPERVISOR');
  for (let index = 0; index < 11; index += 1) {
    // Some received at the very same moment: a page must not end between them and lose one.
    const receivedAt = new Date(Date.now() - Math.floor(index / 3) * 7 * DAY_MS).toISOString();
    const { id } = await send('complaintRegister', {
      ...{ kind: 'COMPLAINT', channel: 'PHONE', disclosure: 'ANONYMOUS', content: `第 ${index} 件` },
      ...{ category: 'SHOPPING', receivedAt: `${receivedAt.slice(0, 10)}T00:00:00.000Z` },
    });
    if (index % 4 === 0) await send('complaintWithdraw', { id, reason: 'MISTAKE' });
    if (index % 4 === 1) await send('complaintNote', { id, text: '已联系' });
  }
});
afterAll(() => api.close());

interface Node {
  readonly id: string;
  readonly number: string;
  readonly receivedAt: string;
  readonly lastActivityAt: string;
  readonly closedAt: string | null;
  readonly nextDue: { readonly at: string } | null;
}

/** The value that an order goes by. */
const BY: Readonly<Record<Order, (node: Node) => string>> = {
  RECEIVED_DESC: ({ receivedAt }) => receivedAt,
  RECEIVED_ASC: ({ receivedAt }) => receivedAt,
  DUE_ASC: ({ nextDue }) => nextDue?.at ?? '9999',
  ACTIVITY_DESC: ({ lastActivityAt }) => lastActivityAt,
  ACTIVITY_ASC: ({ lastActivityAt }) => lastActivityAt,
  CLOSED_DESC: ({ closedAt }) => closedAt ?? '',
  NUMBER_ASC: ({ number }) => number,
  NUMBER_DESC: ({ number }) => number,
};

async function pageBy(order: string, first: number, after?: string) {
  const { data, errors } = await api.graphql(
    caller,
    `query ($order: ComplaintOrder!, $first: Int!, $after: String) {
      complaints(order: $order, first: $first, after: $after) {
        edges { node { id number receivedAt lastActivityAt closedAt nextDue { at } } }
        pageInfo { hasNextPage endCursor } totalCount } }`,
    { order, first, after },
  );
  expect(errors).toBeUndefined();
  return data.complaints;
}

describe('a list', () => {
  test.each(Object.keys(ORDERS) as Order[])(
    '%s: page by page gives every complaint once, in order',
    async (order) => {
      const nodes: Node[] = [];
      for (let after: string | undefined, more = true; more; ) {
        const page = await pageBy(order, 3, after);
        expect(page.totalCount).toBe(11);
        nodes.push(...page.edges.map(({ node }: { node: Node }) => node));
        more = page.pageInfo.hasNextPage;
        after = page.pageInfo.endCursor;
      }
      expect(new Set(nodes.map(({ id }) => id)).size).toBe(11);
      expect(nodes).toHaveLength(11);
      const values = nodes.map(BY[order]);
      const sorted = [...values].sort((a, b) => (a < b ? -1 : 1));
      expect(values).toEqual(order.endsWith('_DESC') ? sorted.reverse() : sorted);
    },
  );

  test('a cursor of one order is none of another', async () => {
    const page = await pageBy('NUMBER_ASC', 3);
    const { errors } = await api.graphql(
      caller,
      'query ($after: String) { complaints(order: RECEIVED_ASC, after: $after) { edges { cursor } } }',
      { after: page.pageInfo.endCursor },
    );
    expect(errors?.[0]?.extensions.code).toBe('BAD_USER_INPUT');
  });
});

describe('one prepared statement for each root field, in one round trip', () => {
  /** The statements that a query sends, round trip by round trip. */
  async function sent(query: string): Promise<(readonly (string | undefined)[])[]> {
    await api.graphql(caller, query);
    const reads = vi.spyOn(api.office.database, 'readAllInTenant');
    const { errors } = await api.graphql(caller, query);
    expect(errors).toBeUndefined();
    const trips = reads.mock.calls.map(([, statements]) => statements.map(({ name }) => name));
    reads.mockRestore();
    return trips;
  }

  const WHOLE = `number status title content details { __typename } complainant { name }
    handler { name } history { type } clocks { label dueAt } promises { dueAt } answers { text }
    evidence { title } splitInto { number } allowedActions { action allowed reason }`;

  test.each([
    ['a list', '{ complaints { edges { node { number title handler { name } } } } }'],
    ['a list of whole complaints', `{ complaints { edges { node { ${WHOLE} } } } }`],
    [
      'a list by a filter and words',
      '{ complaints(filter: { search: "件", open: true }) { edges { cursor } } }',
    ],
    ['one whole complaint', `{ complaint(number: "none") { ${WHOLE} } }`],
  ])('%s', async (_, query) => {
    expect(await sent(query)).toEqual([[expect.stringMatching(/^complaints\./)]]);
  });

  test('counting goes along in the same round trip', async () => {
    const [trip, ...more] = await sent('{ complaints { totalCount edges { cursor } } }');
    expect(more).toEqual([]);
    expect(trip).toHaveLength(2);
  });
});
