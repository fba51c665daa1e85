import { addDays, localDateOf, ROLES } from '@huiyin/domain';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  type CallerHeaders,
  openTestApi,
  type TestApi,
  type TestOrganization,
} from '../../testing/api.fixture.ts';

/** Preventive visits: planned with why, made with what was found, followed up, and late ones called so. */

const TODAY = localDateOf(new Date().toISOString());
const LIST = `query ($state: VisitState) { visits(state: $state) { id version name why state member { name } findings
  followUps { id text overdue doneOn owner { name } } } }`;
const DONE = '{ changedId userErrors { code field } } }';
const PLAN = `mutation ($input: VisitPlanInput!) { visitPlan(input: $input) ${DONE}`;
const RECORD = `mutation ($input: VisitRecordInput!) { visitRecord(input: $input) ${DONE}`;
const FINISH = `mutation ($id: ID!) { visitFinishFollowUp(input: { id: $id }) ${DONE}`;
const REMOVE = `mutation ($id: ID!) { visitRemove(input: { id: $id }) ${DONE}`;

let api: TestApi;
let office: TestOrganization;
let supervisor: CallerHeaders;
let memberId: string;

beforeAll(async () => {
  api = await openTestApi();
  office = await api.organization('TOURISM', ROLES);
  supervisor = await api.signedIn(office, 'SUPERVISOR');
  memberId = (await api.graphql(supervisor, '{ viewer { member { id } } }')).data.viewer.member.id;
});
afterAll(() => api.close());

async function plan(changes: object = {}, caller = supervisor) {
  const input = {
    ...{ target: 'RESPONDENT', name: '甲旅行社', reason: 'HOT_SPOT', why: '本期投诉上升' },
    ...{ memberId, plannedOn: addDays(TODAY, 3) },
    ...changes,
  };
  return (await api.graphql(caller, PLAN, { input })).data.visitPlan;
}
const list = async (state?: string, caller = supervisor) =>
  (await api.graphql(caller, LIST, { state })).data?.visits;

test('a visit is planned with why, put off, made with what was found, and its follow-ups are done', async () => {
  const { changedId: id, userErrors } = await plan();
  expect(userErrors).toEqual([]);
  expect(await list()).toMatchObject([{ name: '甲旅行社', why: '本期投诉上升', state: 'PLANNED' }]);
  await plan({ id, plannedOn: addDays(TODAY, -1) });
  expect(await list('OVERDUE')).toMatchObject([{ id, state: 'OVERDUE' }]);

  const input = {
    ...{ id, doneOn: TODAY, findings: ['未公示行程'] },
    followUps: [{ text: '公示行程', ownerId: memberId, dueOn: addDays(TODAY, 10) }],
  };
  const recorded = await api.graphql(await api.signedIn(office, 'HANDLER'), RECORD, { input });
  expect(recorded.data.visitRecord.userErrors).toEqual([]);
  const [made] = await list('DONE');
  expect(made).toMatchObject({ id, findings: ['未公示行程'], followUps: [{ doneOn: null, overdue: false }] });
  // What was made stays as it was recorded.
  expect((await plan({ id })).userErrors).toEqual([{ code: 'NOT_FOUND', field: 'id' }]);
  expect((await api.graphql(supervisor, RECORD, { input })).data.visitRecord.changedId).toBeNull();
  expect((await api.graphql(supervisor, REMOVE, { id })).data.visitRemove.changedId).toBeNull();

  await api.graphql(supervisor, FINISH, { id: made.followUps[0].id });
  expect((await list('DONE'))[0].followUps).toMatchObject([{ doneOn: TODAY }]);
});

test('of two who change a plan at once the second learns of it, and of two who record a visit', async () => {
  const { changedId: id } = await plan({ name: '丁民宿' });
  const { version } = (await list('PLANNED')).find((each: { id: string }) => each.id === id);
  expect((await plan({ id, version, name: '丁民宿一店' })).userErrors).toEqual([]);
  const stale = [{ code: 'CONFLICT', field: 'version' }];
  expect((await plan({ id, version, name: '丁民宿二店' })).userErrors).toEqual(stale);
  const now = (await list('PLANNED')).find((each: { id: string }) => each.id === id);
  expect(now).toMatchObject({ name: '丁民宿一店', version: version + 1 });

  const input = { id, doneOn: TODAY, findings: [], followUps: [], version: now.version };
  const record = async () => (await api.graphql(supervisor, RECORD, { input })).data.visitRecord.userErrors;
  expect(await record()).toEqual([]);
  expect(await record()).toEqual(stale);
});

test('what cannot be is refused beside its field; a plan can be taken back', async () => {
  expect((await plan({ name: ' ', why: '' })).userErrors).toEqual([
    { code: 'REQUIRED', field: 'name' },
    { code: 'REQUIRED', field: 'why' },
  ]);
  expect((await plan({ memberId: 'nobody' })).userErrors).toEqual([{ code: 'NOT_FOUND', field: 'memberId' }]);
  const { changedId: id } = await plan({ name: '乙景区' });
  const input = { id, doneOn: addDays(TODAY, 1), findings: [], followUps: [] };
  expect((await api.graphql(supervisor, RECORD, { input })).data.visitRecord.userErrors).toEqual([
    { code: 'INVALID', field: 'doneOn' },
  ]);
  expect((await api.graphql(supervisor, REMOVE, { id })).data.visitRemove.changedId).toBe(id);
  expect(await list('PLANNED')).toEqual([]);
});

test('auditors read and change nothing; another organisation has its own', async () => {
  const { changedId: id } = await plan({ name: '丙酒店' });
  const auditor = await api.signedIn(office, 'AUDITOR');
  expect(await list('PLANNED', auditor)).toMatchObject([{ id }]);
  expect((await plan({}, auditor)).userErrors).toMatchObject([{ code: 'FORBIDDEN' }]);
  const other = await api.signedIn(await api.organization('TOURISM', ['SUPERVISOR']), 'SUPERVISOR');
  expect(await list(undefined, other)).toEqual([]);
  expect((await api.graphql(other, REMOVE, { id })).data.visitRemove.userErrors).toEqual([
    { code: 'NOT_FOUND', field: 'id' },
  ]);
});
