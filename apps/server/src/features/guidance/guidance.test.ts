import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  type CallerHeaders,
  openTestApi,
  type TestApi,
  type TestOrganization,
} from '../../testing/api.fixture.ts';

/** What an organisation tells its handlers beside a case. */

let api: TestApi;
let office: TestOrganization;
let handler: CallerHeaders;
let administrator: CallerHeaders;

beforeAll(async () => {
  api = await openTestApi();
  office = await api.organization('TELECOM', ['HANDLER', 'ADMINISTRATOR']);
  handler = await api.signedIn(office, 'HANDLER');
  administrator = await api.signedIn(office, 'ADMINISTRATOR');
});
afterAll(() => api.close());

const LIST = '{ guidanceCards { id title text statuses categories } }';
const SAVE = `mutation ($input: GuidanceCardSaveInput!) { payload: guidanceCardSave(input: $input) {
  guidanceCard { id } userErrors { code field } } }`;
const REMOVE = `mutation ($input: GuidanceCardRemoveInput!) { payload: guidanceCardRemove(input: $input) {
  removedId userErrors { code } } }`;
const CARD = {
  title: '先问地点',
  text: '问清楼栋和楼层。',
  statuses: ['REGISTERED'],
  categories: ['NETWORK'],
};

async function ask(caller: CallerHeaders, query: string, variables: object = {}) {
  const { data, errors } = await api.graphql(caller, query, variables);
  expect(errors).toBeUndefined();
  return data;
}

async function latest() {
  const { officeEvents } = await ask(
    { ...administrator, 'accept-language': 'zh-CN' },
    '{ officeEvents(first: 1) { edges { node { kind subject changes { label before after } } } } }',
  );
  return officeEvents.edges[0].node;
}

test('the sector’s cards are there; an administrator adds, changes and removes their own, and each is on record', async () => {
  const sectors = (await ask(handler, LIST)).guidanceCards;
  expect(sectors.length).toBeGreaterThan(5);
  expect(sectors.every(({ id }: { id: string | null }) => id === null)).toBe(true);

  const { id } = (await ask(administrator, SAVE, { input: CARD })).payload.guidanceCard;
  expect((await ask(handler, LIST)).guidanceCards).toEqual([{ id, ...CARD }, ...sectors]);
  expect(await latest()).toMatchObject({
    ...{ kind: 'GUIDANCE_ADDED', subject: '先问地点' },
    changes: expect.arrayContaining([
      { label: '适用状态', before: null, after: '已登记' },
      { label: '适用类别', before: null, after: '网络质量' },
    ]),
  });

  const changed = { ...CARD, text: '问清楼栋、楼层和时段。', statuses: [] };
  await ask(administrator, SAVE, { input: { id, ...changed } });
  expect((await ask(handler, LIST)).guidanceCards[0]).toEqual({ id, ...changed });
  expect((await latest()).kind).toBe('GUIDANCE_CHANGED');

  expect((await ask(administrator, REMOVE, { input: { id } })).payload.removedId).toBe(id);
  expect((await ask(handler, LIST)).guidanceCards).toEqual(sectors);
  expect((await latest()).kind).toBe('GUIDANCE_REMOVED');
});

test('of two administrators who change a card at once the second learns of it', async () => {
  const { id } = (await ask(administrator, SAVE, { input: { ...CARD, title: '两人同改' } })).payload
    .guidanceCard;
  const change = async (title: string) =>
    (await ask(administrator, SAVE, { input: { ...CARD, id, title, version: 1 } })).payload.userErrors;
  expect(await change('先改的')).toEqual([]);
  expect(await change('后改的')).toEqual([{ code: 'CONFLICT', field: 'version' }]);
  const cards = (await ask(handler, '{ guidanceCards { id version title } }')).guidanceCards;
  expect(cards[0]).toEqual({ id, version: 2, title: '先改的' });
  expect((await ask(administrator, REMOVE, { input: { id, version: 1 } })).payload.userErrors).toEqual([
    { code: 'CONFLICT' },
  ]);
  await ask(administrator, REMOVE, { input: { id, version: 2 } });
});

test('own cards stand in the order in which they were written', async () => {
  for (const title of ['乙', '甲']) await ask(administrator, SAVE, { input: { ...CARD, title } });
  const titles = (await ask(handler, LIST)).guidanceCards.map(({ title }: { title: string }) => title);
  expect(titles.slice(0, 2)).toEqual(['乙', '甲']);
});

test('an administrator puts a card in another place; beyond the last is the last, and it is on record', async () => {
  const MOVE = `mutation ($input: GuidanceCardMoveInput!) { payload: guidanceCardMove(input: $input) {
    guidanceCard { title } userErrors { code } } }`;
  const firstTwo = async () =>
    (await ask(handler, '{ guidanceCards { id title } }')).guidanceCards.slice(0, 2);
  const [first, second] = await firstTwo();
  const move = async (place: number, caller = administrator) =>
    (await ask(caller, MOVE, { input: { id: second.id, place } })).payload;
  expect(await move(1)).toEqual({ guidanceCard: { title: second.title }, userErrors: [] });
  expect(await firstTwo()).toEqual([second, first]);
  expect(await latest()).toMatchObject({
    ...{ kind: 'GUIDANCE_CHANGED', subject: second.title },
    changes: [{ label: '顺序', before: '2', after: '1' }],
  });
  await move(99);
  expect(await firstTwo()).toEqual([first, second]);
  expect(await move(1, handler)).toEqual({ guidanceCard: null, userErrors: [{ code: 'FORBIDDEN' }] });
});

test('a call whose answer was lost adds its card once', async () => {
  const input = { ...CARD, title: '只加一次', idempotencyKey: 'guidance-card-once' };
  const first = (await ask(administrator, SAVE, { input })).payload;
  expect((await ask(administrator, SAVE, { input })).payload).toEqual(first);
  const cards = (await ask(handler, LIST)).guidanceCards;
  expect(cards.filter(({ title }: { title: string }) => title === '只加一次')).toHaveLength(1);
});

test.each([
  ['without a title', { title: ' ' }, 'title', 'INVALID'],
  ['without a text', { text: '' }, 'text', 'REQUIRED'],
  ['that nobody reads to the end', { text: '长'.repeat(301) }, 'text', 'INVALID'],
  ['of a category that there is not', { categories: ['NO_SUCH'] }, 'categories', 'INVALID'],
])('a card %s is refused', async (_, wrong, field, code) => {
  const { payload } = await ask(administrator, SAVE, { input: { ...CARD, ...wrong } });
  expect(payload).toEqual({ guidanceCard: null, userErrors: [{ code, field }] });
});

test('handlers read the cards and write none', async () => {
  const { payload } = await ask(handler, SAVE, { input: CARD });
  expect(payload.userErrors).toEqual([{ code: 'FORBIDDEN', field: null }]);
});

test('another organisation neither sees, changes nor removes a card', async () => {
  const stranger = await api.signedIn(await api.organization('TELECOM', ['ADMINISTRATOR']), 'ADMINISTRATOR');
  const { id } = (await ask(administrator, SAVE, { input: { ...CARD, title: '本单位的' } })).payload
    .guidanceCard;
  const theirs = (await ask(stranger, LIST)).guidanceCards;
  expect(theirs.every((card: { id: string | null }) => card.id === null)).toBe(true);
  expect((await ask(stranger, SAVE, { input: { id, ...CARD } })).payload.userErrors).toEqual([
    { code: 'NOT_FOUND', field: 'id' },
  ]);
  expect((await ask(stranger, REMOVE, { input: { id } })).payload.userErrors).toEqual([
    { code: 'NOT_FOUND' },
  ]);
  expect((await ask(handler, LIST)).guidanceCards).toContainEqual(
    expect.objectContaining({ id, title: '本单位的' }),
  );
});
