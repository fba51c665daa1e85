import { addDays, localDateOf, ROLES, type Where } from '@huiyin/domain';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { casesFilterOf } from '../../casework/figure-sql.ts';
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

describe('what is visited', () => {
  const SUBJECTS = `{ visits { id name subject { id name cases } } }`;
  const subjectOf = async (id: string, caller = supervisor) =>
    (await api.graphql(caller, SUBJECTS)).data.visits.find((each: { id: string }) => each.id === id).subject;
  const figure = (where: Where) =>
    casesFilterOf({ measure: 'RECEIVED', where, from: '2026-01-01', to: '2026-12-31' });
  const proposed = async (where: Where, caller = supervisor) =>
    (
      await api.graphql(
        caller,
        'query ($figure: String!) { visitProposal(figure: $figure) { target name subject { id } } }',
        { figure: figure(where) },
      )
    ).data.visitProposal;
  const register = async (caller: CallerHeaders, input: object) => {
    const { data } = await api.graphql(
      caller,
      `mutation ($input: ComplaintRegisterInput!) { complaintRegister(input: $input) {
        complaint { respondent { id } } userErrors { message } } }`,
      {
        input: {
          ...{ kind: 'COMPLAINT', channel: 'PHONE', disclosure: 'ANONYMOUS', content: '服务不好' },
          ...input,
        },
      },
    );
    expect(data.complaintRegister.userErrors).toEqual([]);
    return data.complaintRegister.complaint;
  };

  test('a hot spot about a party of the register is planned as a visit to that party, whose complaints it opens', async () => {
    const { respondent } = await register(supervisor, {
      ...{ category: 'PLAY_TIME', respondent: { name: '戊景区' } },
    });
    const spot = await proposed({ category: ['PLAY_TIME'], respondent: ['戊景区'] });
    expect(spot).toEqual({ target: 'RESPONDENT', name: '戊景区', subject: { id: respondent.id } });
    const { subject: meant, ...named } = spot;
    const { changedId: id } = await plan({ ...named, subjectId: meant.id });
    const subject = await subjectOf(id);
    expect(subject).toMatchObject({ id: respondent.id, name: '戊景区' });
    const { data } = await api.graphql(
      supervisor,
      'query ($figure: String) { complaints(filter: { figure: $figure }) { totalCount } }',
      { figure: subject.cases },
    );
    expect(data.complaints.totalCount).toBe(1);
    // Planned anew for something else, it no longer refers to the party.
    await plan({ id, target: 'PLACE', name: '码头' });
    expect(await subjectOf(id)).toBeNull();
    await api.graphql(supervisor, REMOVE, { id });
  });

  test('a place that the tree of sites knows is that site, under the name that it has now; another is a name', async () => {
    const property = await api.organization('PROPERTY', ['SUPERVISOR', 'ADMINISTRATOR']);
    const lead = await api.signedIn(property, 'SUPERVISOR');
    const keeper = await api.signedIn(property, 'ADMINISTRATOR');
    const member = (await api.graphql(lead, '{ viewer { member { id } } }')).data.viewer.member.id;
    const save = async (input: object) =>
      (
        await api.graphql(
          keeper,
          'mutation ($input: SiteSaveInput!) { siteSave(input: $input) { site { id } } }',
          { input },
        )
      ).data.siteSave.site.id;
    const estate = await save({ name: '枫林苑' });
    const building = await save({ name: '1栋', parentId: estate });
    expect(await proposed({ 'details.estate': ['枫林苑'] }, lead)).toEqual({
      ...{ target: 'PLACE', name: '枫林苑', subject: { id: estate } },
    });
    expect(await proposed({ 'details.estate': ['别处'] }, lead)).toMatchObject({
      ...{ name: '别处', subject: null },
    });
    const input = { target: 'PLACE', name: '枫林苑 / 1栋', subjectId: building, memberId: member };
    const { changedId: id } = await plan(input, lead);
    await save({ id: estate, name: '枫林家园' });
    expect(await subjectOf(id, lead)).toMatchObject({ id: building, name: '枫林家园 / 1栋' });
    const removed = 'mutation ($id: ID!) { siteRemove(input: { id: $id }) { userErrors { code } } }';
    await api.graphql(keeper, removed, { id: building });
    expect(await subjectOf(id, lead)).toBeNull();
  });

  test('what is of another kind, or of another organisation, is nothing here', async () => {
    const { respondent } = await register(supervisor, {
      ...{ category: 'PLAY_TIME', respondent: { name: '己饭店' } },
    });
    const unknown = [{ code: 'NOT_FOUND', field: 'subjectId' }];
    expect((await plan({ target: 'PLACE', subjectId: respondent.id })).userErrors).toEqual(unknown);
    const other = await api.organization('TOURISM', ['SUPERVISOR']);
    const lead = await api.signedIn(other, 'SUPERVISOR');
    const theirs = (await api.graphql(lead, '{ viewer { member { id } } }')).data.viewer.member.id;
    const asked = { target: 'RESPONDENT', subjectId: respondent.id, memberId: theirs };
    expect((await plan(asked, lead)).userErrors).toEqual(unknown);
    expect(await proposed({ respondent: ['己饭店'] }, lead)).toMatchObject({ subject: null });
  });
});

test('follow-ups whose last day is over are found by themselves', async () => {
  const overdue = async () =>
    (await api.graphql(supervisor, '{ visits(followUpsOverdue: true) { name followUps { overdue } } }')).data
      .visits;
  const { changedId: id } = await plan({ name: '庚车站' });
  const followUps = [{ text: '补设标识', ownerId: memberId, dueOn: addDays(TODAY, -1) }];
  const input = { id, doneOn: addDays(TODAY, -9), findings: [], followUps };
  await api.graphql(supervisor, RECORD, { input });
  expect(await overdue()).toEqual([{ name: '庚车站', followUps: [{ overdue: true }] }]);
  const made = (await list('DONE')).find((each: { id: string }) => each.id === id);
  await api.graphql(supervisor, FINISH, { id: made.followUps[0].id });
  expect(await overdue()).toEqual([]);
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
