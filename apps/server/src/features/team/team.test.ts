import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  type CallerHeaders,
  openTestApi,
  type TestApi,
  type TestOrganization,
} from '../../testing/api.fixture.ts';

/** What those see who lead: numbers that open onto exactly their cases, and what an assignment would become. */

const TALLY = 'open overdue dueSoon waiting attention';
const BOARD = `{ teamBoard { department { id } soonBefore open overdue dueSoon withoutDue handOversWaiting
  handOversTooMany untouched draftsWaiting extendable people { member { id name } ${TALLY} }
  states { status count } days { day count } } }`;
const PREVIEW = `query ($ids: [ID!]!, $member: ID) { assignmentPreview(complaintIds: $ids, memberId: $member) {
  complaint { id } title fromMember { name } refusals { code field } } }`;
const ROLES = ['HANDLER', 'DEPARTMENT_LEAD', 'SUPERVISOR', 'ADMINISTRATOR'] as const;

let api: TestApi;
let office: TestOrganization;
let supervisor: CallerHeaders;
let lead: CallerHeaders;
let handler: CallerHeaders;
let ids: readonly string[];

// biome-ignore lint/suspicious/noExplicitAny: answers of many shapes.
async function ask(caller: CallerHeaders, query: string, variables: object = {}): Promise<any> {
  const { data, errors } = await api.graphql(caller, query, variables);
  expect(errors).toBeUndefined();
  return data;
}

async function act(
  caller: CallerHeaders,
  verb: string,
  input: object,
): Promise<{ id: string; version: number }> {
  const { payload } = await ask(
    caller,
    `mutation ($input: Complaint${verb}Input!) { payload: complaint${verb}(input: $input) {
      complaint { id version answers { id } } userErrors { code message } } }`,
    { input },
  );
  expect(payload.userErrors).toEqual([]);
  return payload.complaint;
}

const register = (caller: CallerHeaders, content: string, more: object = {}) =>
  act(caller, 'Register', {
    ...{ kind: 'COMPLAINT', channel: 'PHONE', disclosure: 'ANONYMOUS', content, category: 'COVERAGE' },
    ...{ details: { telecom: { service: 'MOBILE', place: { address: '幸福路 1 号' } } } },
    ...more,
  });

const idOf = async (caller: CallerHeaders): Promise<string> =>
  (await ask(caller, '{ viewer { member { id } } }')).viewer.member.id;

async function counted(caller: CallerHeaders, filter: object): Promise<number> {
  const { complaints } = await ask(
    caller,
    'query ($filter: ComplaintFilterInput) { complaints(filter: $filter) { totalCount } }',
    { filter: { open: true, ...filter } },
  );
  return complaints.totalCount;
}

beforeAll(async () => {
  api = await openTestApi();
  office = await api.organization('TELECOM', ROLES);
  supervisor = await api.signedIn(office, 'SUPERVISOR');
  lead = await api.signedIn(office, 'DEPARTMENT_LEAD');
  handler = await api.signedIn(office, 'HANDLER');
  const long = '2026-01-05T01:00:00.000Z';
  const [late, mine, about, loose] = [
    await register(handler, '无信号', { receivedAt: long }),
    await register(handler, '宽带掉线'),
    await register(supervisor, '营业员态度差', { respondent: { memberIds: [await idOf(handler)] } }),
    await register(supervisor, '资费不明'),
  ];
  await act(supervisor, 'Assign', { id: mine.id, memberId: await idOf(lead) });
  await act(supervisor, 'Accept', { id: late.id });
  await act(handler, 'DraftAnswer', { id: late.id, text: '已派人检修', final: true });
  ids = [late.id, mine.id, about.id, loose.id];
});
afterAll(() => api.close());

describe('the board', () => {
  test('every number opens onto exactly its cases', async () => {
    for (const caller of [supervisor, lead]) {
      const { teamBoard: board } = await ask(caller, BOARD);
      const of = board.department ? { departmentIds: [board.department.id] } : {};
      const { soonBefore } = board;
      const numbers: readonly (readonly [number, object])[] = [
        [board.open, {}],
        [board.overdue, { overdue: true }],
        [board.dueSoon, { overdue: false, dueBefore: soonBefore }],
        [board.withoutDue, { hasDue: false }],
        [board.handOversWaiting, { handOverWaits: true }],
        [board.handOversTooMany, { attentionFor: ['THIRD_HAND_OVER'] }],
        [board.untouched, { attentionFor: ['UNTOUCHED'] }],
        [board.draftsWaiting, { draftWaits: true }],
        [board.extendable, { extendable: true }],
        ...board.people.flatMap(
          (person: { member: { id: string } | null; open: number; overdue: number }) => {
            const who = person.member ? { handlerIds: [person.member.id] } : { unassigned: true };
            return [
              [person.open, who],
              [person.overdue, { ...who, overdue: true }],
            ] as const;
          },
        ),
        ...board.states.map(({ status, count }: { status: string; count: number }) => [
          count,
          { statuses: [status] },
        ]),
        ...board.days.map(({ day, count }: { day: string; count: number }) => [
          count,
          {
            overdue: false,
            dueFrom: `${day}T00:00:00+08:00`,
            dueBefore: new Date(Date.parse(`${day}T00:00:00+08:00`) + 86_400_000).toISOString(),
          },
        ]),
      ];
      for (const [number, filter] of numbers) {
        expect([filter, await counted(caller, { ...of, ...filter })]).toEqual([filter, number]);
      }
    }
  });

  test('says what there is: something overdue, a draft, work that nobody has accepted', async () => {
    const { teamBoard } = await ask(supervisor, BOARD);
    expect(teamBoard).toMatchObject({ department: null, open: 4, overdue: 1, draftsWaiting: 1 });
    expect(teamBoard.handOversWaiting).toBe(1);
    expect(teamBoard.people[0]).toMatchObject({ member: { name: 'HANDLER' }, overdue: 1 });
  });

  test('a lead sees their department alone; handlers, administrators and programs see none', async () => {
    const { teamBoard } = await ask(lead, BOARD);
    expect(teamBoard.department.id).toBeTruthy();
    expect(teamBoard.open).toBeLessThan(4);
    expect(teamBoard.open).toBeGreaterThan(0);
    for (const caller of [handler, await api.signedIn(office, 'ADMINISTRATOR'), await api.keyOf(office)]) {
      const { errors } = await api.graphql(caller, BOARD);
      expect(errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
    }
  });

  test('another organisation counts its own', async () => {
    const other = await api.organization('TELECOM', ['SUPERVISOR']);
    const { teamBoard } = await ask(await api.signedIn(other, 'SUPERVISOR'), BOARD);
    expect(teamBoard).toMatchObject({ open: 0, people: [], states: [], days: [] });
  });
});

describe('before an assignment', () => {
  test('it is told who gets what, and whom the domain refuses', async () => {
    const { assignmentPreview } = await ask(supervisor, PREVIEW, { ids, member: await idOf(handler) });
    const refused = assignmentPreview.filter(({ refusals }: { refusals: unknown[] }) => refusals.length > 0);
    expect(assignmentPreview).toHaveLength(4);
    expect(refused).toMatchObject([
      { complaint: { id: ids[2] }, refusals: [{ code: 'CONDITION_UNMET', field: 'to.memberId' }] },
    ]);
  });

  test('and it is what happens; what was assigned is taken back as long as nothing else has happened', async () => {
    const id = ids[3] ?? '';
    const assigned = await act(supervisor, 'Assign', { id, memberId: await idOf(handler) });
    await act(supervisor, 'TakeBackAssignment', { id, version: assigned.version });
    const again = await act(supervisor, 'Assign', { id, memberId: await idOf(handler) });
    await act(handler, 'AcceptHandOver', { id });
    const { payload } = await ask(
      supervisor,
      `mutation ($input: ComplaintTakeBackAssignmentInput!) { payload: complaintTakeBackAssignment(input: $input) {
        userErrors { code } } }`,
      { input: { id, version: again.version } },
    );
    expect(payload.userErrors).toEqual([{ code: 'CONFLICT' }]);
  });

  test('at most a hundred at once', async () => {
    const { errors } = await api.graphql(supervisor, PREVIEW, { ids: Array(101).fill(ids[0]) });
    expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }]);
  });
});

describe('more time for a clock', () => {
  test('is asked for by a handler, and granted or declined by those who lead', async () => {
    const regulator = await api.organization('DRUG_REGULATION', ['HANDLER', 'SUPERVISOR']);
    const [asks, decides] = [
      await api.signedIn(regulator, 'HANDLER'),
      await api.signedIn(regulator, 'SUPERVISOR'),
    ];
    const { id } = await act(asks, 'Register', {
      ...{ kind: 'COMPLAINT', channel: 'PHONE', disclosure: 'ANONYMOUS', content: '药片颜色异常' },
    });
    await act(decides, 'RecordMilestone', { id, milestone: 'CLUE_FOUND' });
    const waiting = async () =>
      (
        await ask(
          decides,
          `{ complaints(filter: { extensionWaits: true }) { edges { node {
            id extensionRequests { reason requestedBy { name } clock { id extended } } } } } }`,
        )
      ).complaints.edges.map(({ node }: { node: unknown }) => node);
    expect(await waiting()).toEqual([]);
    const { complaint } = await ask(
      asks,
      'query ($id: ID!) { complaint(id: $id) { clocks { id rule { extension { amount } } } } }',
      { id },
    );
    const clockId = complaint.clocks.find(({ rule }: { rule: { extension: unknown } }) => rule.extension).id;
    await act(asks, 'RequestExtension', { id, clockId, reason: '等待检验结果' });
    expect(await waiting()).toMatchObject([
      {
        id,
        extensionRequests: [
          { reason: '等待检验结果', requestedBy: { name: 'HANDLER' }, clock: { id: clockId } },
        ],
      },
    ]);
    await act(decides, 'DeclineExtension', { id, clockId, reason: '检验已有结果' });
    expect(await waiting()).toEqual([]);
    await act(asks, 'RequestExtension', { id, clockId, reason: '需补充检验' });
    await act(decides, 'ExtendClock', { id, clockId, reason: '同意' });
    expect(await waiting()).toEqual([]);
  });
});
