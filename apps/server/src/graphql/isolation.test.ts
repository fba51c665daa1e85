import { Readable } from 'node:stream';
import { v4 as randomUuid } from 'uuid';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  type CallerHeaders,
  openTestApi,
  type TestApi,
  type TestOrganization,
} from '../testing/api.fixture.ts';
import { importRegister } from '../testing/registers.fixture.ts';
import { asking, placesOf } from '../testing/schema-places.fixture.ts';
import { fromGlobalId, toGlobalId } from './global-id.ts';

/**
 * Another organisation gets nothing, not even existence: whatever id of theirs is given, in whatever place of whatever
 * query or mutation, the answer is word for word the one to an id that nobody has. Places are found in the schema, so
 * that a new one is tried without anybody thinking of it.
 */

/** Mutations that only an administrator gets as far with as to be answered about the id. */
const ADMINISTERS =
  /^(apiKey|webhook|department|member|invitation|officeEvents|answerTemplate|guidanceCard|publicPage|site|organization|deadlineRule|calendar|oversightGrant)/;

const PLACES = placesOf((type) => type === 'ID');

let api: TestApi;
let theirs: TestOrganization;
let ours: TestOrganization;
let us: CallerHeaders;
let ourAdministrator: CallerHeaders;
let ourComplaint: string;
/** Ids of the other organisation, of every type it has. */
let foreign: readonly string[];
let foreignNumber: string;
let foreignFile: string;

const REGISTER = `mutation ($input: ComplaintRegisterInput!) {
  complaintRegister(input: $input) { complaint { id number respondent { id } } userErrors { code field message } } }`;
const MATTER = {
  ...{ kind: 'COMPLAINT', channel: 'PHONE', disclosure: 'NAMED', content: '导游强迫购物' },
  complainant: { name: '游客甲', phone: '13800000001' },
  respondent: { name: '某旅行社', type: 'TRAVEL_AGENCY' },
};

async function stateOfTheirs(): Promise<unknown> {
  const actor = { tenantId: theirs.tenantId };
  return api.office.database.readAllInTenant(actor, [
    { text: 'select id, version, state from complaint order by id', values: [] },
    { text: 'select count(*)::int from complaint_event', values: [] },
    { text: 'select id, status, revision, version from report order by id', values: [] },
    { text: 'select id, status, mapping from import order by id', values: [] },
    { text: 'select id, name, filter from saved_view order by id', values: [] },
    { text: 'select id, version, state from incident order by id', values: [] },
    { text: 'select id, revoked_at from api_key order by id', values: [] },
    { text: 'select settings from organization', values: [] },
    { text: 'select id, revoked_at from oversight_grant order by id', values: [] },
    { text: 'select id, name, role, department_id, active from member order by id', values: [] },
    { text: 'select id, name, parent_id, active from department order by id', values: [] },
  ]);
}

beforeAll(async () => {
  api = await openTestApi();
  theirs = await api.organization('TOURISM', ['SUPERVISOR', 'ADMINISTRATOR']);
  ours = await api.organization('TOURISM', ['SUPERVISOR', 'ADMINISTRATOR']);
  us = await api.signedIn(ours, 'SUPERVISOR');
  ourAdministrator = await api.signedIn(ours, 'ADMINISTRATOR');
  const them = await api.signedIn(theirs, 'SUPERVISOR');
  const { data: own } = await api.graphql(us, REGISTER, { input: MATTER });
  ourComplaint = own.complaintRegister.complaint.id;

  const { data } = await api.graphql(them, REGISTER, { input: MATTER });
  const { id, number, respondent } = data.complaintRegister.complaint;
  foreignNumber = number;
  foreignFile = await api.upload(them, '证据.txt', '证据内容');
  await api.graphql(
    them,
    `mutation ($input: ComplaintAddEvidenceInput!) { complaintAddEvidence(input: $input) { userErrors { code } } }`,
    { input: { id, title: '证据', file: foreignFile } },
  );
  const report = await api.graphql(
    them,
    `mutation { reportCreate(input: { period: { kind: YEAR, year: 2010 } }) { report { id } } }`,
  );
  const view = await api.graphql(
    them,
    `mutation { savedViewSave(input: { name: "我的", filter: { open: true }, shared: true }) { savedView { id } } }`,
  );
  const incident = await api.graphql(
    them,
    `mutation ($department: ID!, $id: ID!) { incidentOpen(input: { title: "甩团", reason: "同一事件",
      team: { departmentId: $department }, complaintIds: [$id] }) { incident { id } } }`,
    { id, department: toGlobalId('Department', theirs.departmentIds[0] ?? '') },
  );
  await api.keyOf(theirs);
  const rows = await api.office.database.readAllInTenant({ tenantId: theirs.tenantId }, [
    { text: 'select id, user_id, name, role from member', values: [] },
    { text: 'select id from api_key', values: [] },
  ]);
  const member = rows[0]?.find(({ role }) => role === 'SUPERVISOR');
  await api.granted('overseer@example.com', { tenantId: theirs.tenantId });
  const overseer = await api.signedInAs('overseer@example.com');
  await api.graphql(overseer, '{ oversight(period: { kind: YEAR, year: 2010 }) { period { label } } }');
  const looks = await api.graphql(
    them,
    '{ oversightLooks { edges { node { id } } } oversightGrants { id } }',
  );
  const imported = await importRegister(
    api.office,
    {
      ...{ kind: 'staff', tenantId: theirs.tenantId, role: 'SUPERVISOR' },
      ...{ userId: member?.['user_id'], memberId: member?.['id'], name: member?.['name'] },
    },
    { file: 'tourism-bureau-2010.csv' },
  );
  foreign = [
    incident.data.incidentOpen.incident.id,
    ...[id, respondent.id, report.data.reportCreate.report.id, view.data.savedViewSave.savedView.id],
    toGlobalId('Member', member?.['id']),
    toGlobalId('Department', theirs.departmentIds[0] ?? ''),
    toGlobalId('ApiKey', rows[1]?.[0]?.['id']),
    toGlobalId('Import', imported.id),
    looks.data.oversightLooks.edges[0].node.id,
    looks.data.oversightGrants[0].id,
    toGlobalId('Organization', theirs.tenantId),
  ];
});
afterAll(() => api.close());

test('places are found, and ids are those of things that exist', () => {
  expect(PLACES.length).toBeGreaterThan(55);
  for (const id of foreign) expect(fromGlobalId(id)).toBeDefined();
});

describe('an id of another organisation is an id that nobody has', () => {
  test.each(PLACES.map((place) => [`${place.name} ${place.path.join('.')}`, place] as const))(
    '%s',
    async (_, place) => {
      const before = await stateOfTheirs();
      const caller = ADMINISTERS.test(place.name) ? ourAdministrator : us;
      const ask = async (id: string) => {
        const { document, variables } = asking(place, { value: id, id: ourComplaint });
        const answer = await api.graphql(caller, document, variables);
        return JSON.stringify(answer).replaceAll(id, '<id>');
      };
      for (const id of foreign) {
        const type = fromGlobalId(id)?.type ?? '';
        const [given, nobodys] = [await ask(id), await ask(toGlobalId(type, randomUuid()))];
        expect(given).toBe(nobodys);
        expect(given).not.toContain('INTERNAL');
        for (const other of foreign) expect(given).not.toContain(other);
      }
      expect(await stateOfTheirs()).toEqual(before);
    },
  );
});

describe('nor is there another way', () => {
  test('by number, by words, in lists', async () => {
    const { data } = await api.graphql(
      us,
      `query ($number: String!) { complaint(number: $number) { id }
        complaints(first: 100) { totalCount edges { node { id } } }
        found: complaints(filter: { search: "导游" }) { edges { node { id } } } reports { edges { node { id } } }
        imports { edges { node { id } } } savedViews { id } incidents { edges { node { id } } } oversightLooks { edges { node { id } } } respondents { edges { node { id name } } } products { edges { node { name batches { complaints { id } } } } } viewer { organization { id members { id } } } }`,
      { number: foreignNumber },
    );
    const text = JSON.stringify(data);
    for (const id of foreign) expect(text).not.toContain(id);
  });

  test('by a figure: it is counted over the own cases alone', async () => {
    const { data, errors } = await api.graphql(
      us,
      `{ reportPreview(period: { kind: YEAR, year: 2010 }) { sections { blocks { ... on ReportFigures { figures { now { value cases } } } } } } }`,
    );
    expect(errors).toBeUndefined();
    const value = data.reportPreview.sections[0].blocks[0].figures[0].now;
    expect(value.value).toBe(0);
    const cases = await api.graphql(
      us,
      `query ($figure: String) { complaints(filter: { figure: $figure }) { totalCount } }`,
      { figure: value.cases },
    );
    expect(cases.data.complaints.totalCount).toBe(0);
  });

  test('by files: evidence, reports, refused rows', async () => {
    const evidence = await api.office.database.readInTenant<{ item: string }>(
      { tenantId: theirs.tenantId },
      {
        text: `select state #>> '{evidence,0,id}' as item from complaint where state #> '{evidence,0}' is not null`,
        values: [],
      },
    );
    const of = (type: string) => foreign.find((id) => fromGlobalId(id)?.type === type) ?? '';
    const paths = [
      `/files/${of('Complaint')}/${evidence[0]?.item}`,
      `/reports/${of('Report')}.docx`,
      `/reports/${of('Report')}.xlsx`,
      `/imports/${of('Import')}/refused.xlsx`,
    ];
    const them = await api.signedIn(theirs, 'SUPERVISOR');
    for (const url of paths) {
      const response = await api.app.inject({ method: 'GET', url, headers: us });
      const nobodys = await api.app.inject({
        method: 'GET',
        url: url.replace(/(?<=\/\w+\/)[\w-]+/, toGlobalId('Complaint', randomUuid())),
        headers: us,
      });
      expect({ url, status: response.statusCode }).toEqual({ url, status: 404 });
      expect(response.body).toBe(nobodys.body);
    }
    const own = await api.app.inject({ method: 'GET', url: paths[0] ?? '', headers: them });
    expect(own.statusCode).toBe(200);
    expect(own.headers['content-disposition']).toContain('attachment');
    expect(own.body).toBe('证据内容');
  });

  test('by the hash of a file: it must be uploaded here', async () => {
    const { data } = await api.graphql(
      us,
      `mutation ($input: ComplaintAddEvidenceInput!) { complaintAddEvidence(input: $input) { userErrors { code field } } }`,
      { input: { id: ourComplaint, title: 'x', file: foreignFile } },
    );
    expect(data.complaintAddEvidence.userErrors).toEqual([{ code: 'NOT_FOUND', field: 'file' }]);
    await expect(
      api.office.services.files.put(
        { tenantId: ours.tenantId },
        { stream: Readable.from([]), name: 'x.txt', largestBytes: 10 },
      ),
    ).rejects.toThrow('empty');
  });

  test('by naming their organisation in a header', async () => {
    const { data } = await api.graphql(
      { ...us, 'x-huiyin-organization': theirs.slug },
      '{ viewer { kind } }',
    );
    expect(data.viewer.kind).toBe('PUBLIC');
  });
});
