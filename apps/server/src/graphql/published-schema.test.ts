import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { buildSchema, getNamedType, isInputObjectType } from 'graphql';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  type CallerHeaders,
  openTestApi,
  type TestApi,
  type TestOrganization,
} from '../testing/api.fixture.ts';
import { ACTIONS } from './enums.ts';
import { toGlobalId } from './global-id.ts';

/** What the published schema promises to whoever writes a program against it. */

const FILE = resolve(import.meta.dirname, '../../../../packages/shared/schema.graphql');
const schema = buildSchema(readFileSync(FILE, 'utf8'));

let api: TestApi;
let office: TestOrganization;
let supervisor: CallerHeaders;
let administrator: CallerHeaders;

beforeAll(async () => {
  api = await openTestApi();
  office = await api.organization('TOURISM', ['HANDLER', 'SUPERVISOR', 'ADMINISTRATOR']);
  supervisor = await api.signedIn(office, 'SUPERVISOR');
  administrator = await api.signedIn(office, 'ADMINISTRATOR');
});
afterAll(() => api.close());

const MATTER = { kind: 'COMPLAINT', channel: 'PHONE', disclosure: 'ANONYMOUS', content: '导游中途甩团' };

async function call(verb: string, input: object, selection: string, caller = supervisor) {
  const { data, errors } = await api.graphql(
    caller,
    `mutation ($input: Complaint${verb}Input!) {
      payload: complaint${verb}(input: $input) { complaint { id number ${selection} } userErrors { code field message } } }`,
    { input },
  );
  expect(errors).toBeUndefined();
  expect(data.payload.userErrors).toEqual([]);
  return data.payload.complaint;
}

/** Something that engineers have planned, in an office that has engineers. */
async function plannedItem(): Promise<{
  readonly id: string;
  readonly action: string;
  readonly engineer: CallerHeaders;
}> {
  const engineer = await api.signedIn(await api.organization('TELECOM'), 'SUPERVISOR');
  const details = { telecom: { service: 'MOBILE', stationId: 'S-1', place: { address: '幸福路 1 号' } } };
  const { id } = await call('Register', { ...MATTER, category: 'COVERAGE', details }, '', engineer);
  await call('Accept', { id }, '', engineer);
  await call('StateCause', { id, cause: 'STATION_FAULT' }, '', engineer);
  const plan = `mutation { engineeringPlan(input: { outlet: "REPAIR_VISIT", site: "S-1" }) { item { id } } }`;
  const item = await idFrom(engineer, plan, (data: Answers) => data.engineeringPlan.item.id);
  const departments = '{ viewer { organization { departments { id } } } }';
  const departmentId = await idFrom(
    engineer,
    departments,
    (data: Answers) => data.viewer.organization.departments[0]?.id ?? '',
  );
  await call('PlanAction', { id, text: '整改', dueOn: '2099-01-01', departmentId }, '', engineer);
  const actions = '{ correctiveActions { edges { node { id } } } }';
  const action = await idFrom(
    engineer,
    actions,
    (data: Answers) => data.correctiveActions.edges[0]?.node.id ?? '',
  );
  return { id: item, action, engineer };
}

async function idFrom(caller: CallerHeaders, query: string, find: (data: never) => string): Promise<string> {
  const { data, errors } = await api.graphql(caller, query);
  expect(errors).toBeUndefined();
  return find(data as never);
}

test('every action is a mutation named after it', () => {
  const mutations = Object.keys(schema.getMutationType()?.getFields() ?? {});
  const camel = (action: string) =>
    action.toLowerCase().replace(/(?:^|_)([a-z])/g, (_, letter: string) => letter.toUpperCase());
  for (const action of ACTIONS) expect(mutations).toContain(`complaint${camel(action)}`);
});

/** Mutations that take no key of the caller's, and why a call that is made twice does no harm. */
const WITHOUT_A_KEY: Readonly<Record<string, string>> = {
  presenceKeep: 'is repeated every few seconds by its nature, and tells each time who is there now',
  invitationAccept:
    'has a token that is good for one time: it is taken up once, and leads nowhere after that',
};

test('every mutation takes a key, under which it is carried out once, or has a reason to need none', () => {
  const keyless = Object.values(schema.getMutationType()?.getFields() ?? {}).filter(({ args }) => {
    const input = getNamedType(args.find(({ name }) => name === 'input')?.type);
    return !isInputObjectType(input) || !('idempotencyKey' in input.getFields());
  });
  expect(keyless.map(({ name }) => name).sort()).toEqual(Object.keys(WITHOUT_A_KEY).sort());
});

test('whatever has a global id is found by it', async () => {
  const member = '{ viewer { member { id } organization { id departments { id } } } }';
  const key = 'mutation { apiKeyCreate(input: { name: "k", scopes: [REPORTS_READ] }) { apiKey { id } } }';
  const invitation =
    'mutation { memberInvite(input: { email: "a@b.example", name: "甲", role: AUDITOR }) { invitation { id } } }';
  const view =
    'mutation { savedViewSave(input: { name: "v", filter: { open: true } }) { savedView { id } } }';
  const report = 'mutation { reportCreate(input: { period: { kind: YEAR, year: 2020 } }) { report { id } } }';
  await api.granted('overseer@example.com', { level: 'MASKED_CASES', tenantId: office.tenantId });
  const overseer = await api.signedInAs('overseer@example.com');
  await api.graphql(overseer, '{ oversight(period: { kind: YEAR, year: 2020 }) { period { label } } }');
  const looks = '{ oversightLooks { edges { node { id } } } }';
  const file = await api.upload(supervisor, 'a.csv', '内容,受理时间,受理渠道\n网速慢,2026-01-05,电话\n');
  const upload = `mutation { importCreate(input: { file: "${file}" }) { import { id } } }`;
  const about = await call(
    'Register',
    { ...MATTER, respondent: { name: '某旅行社', type: 'TRAVEL_AGENCY' } },
    'respondent { id }',
  );
  const department = toGlobalId('Department', office.departmentIds[0] ?? '');
  const incident = `mutation { incidentOpen(input: { title: "甩团", reason: "同一事件",
    team: { departmentId: "${department}" } }) { incident { id } } }`;
  const { id: planned, action, engineer } = await plannedItem();
  const keeper = await api.signedIn(await api.organization('PROPERTY', ['ADMINISTRATOR']), 'ADMINISTRATOR');
  const regulator = await api.signedIn(await api.organization('DRUG_REGULATION'), 'SUPERVISOR');
  const product = { drugRegulation: { productName: '止咳糖浆', productClass: 'DRUG' } };
  await call('Register', { ...MATTER, details: product }, '', regulator);
  const estate = 'mutation { siteSave(input: { name: "翠湖花园" }) { site { id } } }';
  const keyId = await idFrom(administrator, key, (data: Answers) => data.apiKeyCreate.apiKey.id);
  const hook = `mutation { webhookCreate(input: { name: "h", url: "https://hooks.example.org/", events: [],
    apiKeyId: "${keyId}" }) { webhook { id } } }`;
  const ids: Readonly<Record<string, string>> = {
    EngineeringItem: planned,
    PlannedAction: action,
    Site: await idFrom(keeper, estate, (data: Answers) => data.siteSave.site.id),
    Complaint: about.id,
    Respondent: about.respondent.id,
    Product: await idFrom(
      regulator,
      '{ products { edges { node { id } } } }',
      (data: Answers) => data.products.edges[0]?.node.id ?? '',
    ),
    Organization: await idFrom(supervisor, member, (data: Answers) => data.viewer.organization.id),
    Member: await idFrom(supervisor, member, (data: Answers) => data.viewer.member.id),
    Department: await idFrom(
      supervisor,
      member,
      (data: Answers) => data.viewer.organization.departments[0]?.id ?? '',
    ),
    ApiKey: keyId,
    Webhook: await idFrom(administrator, hook, (data: Answers) => data.webhookCreate.webhook.id),
    OfficeEvent: await idFrom(
      administrator,
      '{ officeEvents { edges { node { id } } } }',
      (data: Answers) => data.officeEvents.edges[0]?.node.id ?? '',
    ),
    Incident: await idFrom(supervisor, incident, (data: Answers) => data.incidentOpen.incident.id),
    Invitation: await idFrom(administrator, invitation, (data: Answers) => data.memberInvite.invitation.id),
    SavedView: await idFrom(supervisor, view, (data: Answers) => data.savedViewSave.savedView.id),
    Report: await idFrom(supervisor, report, (data: Answers) => data.reportCreate.report.id),
    OversightLook: await idFrom(
      supervisor,
      looks,
      (data: Answers) => data.oversightLooks.edges[0]?.node.id ?? '',
    ),
    OversightCase: await idFrom(
      overseer,
      `{ oversightCases(organization: "${toGlobalId('Organization', office.tenantId)}",
        period: { kind: YEAR, year: ${new Date().getFullYear()} }) { edges { node { id } } } }`,
      (data: Answers) => data.oversightCases.edges[0]?.node.id ?? '',
    ),
    OversightGrant: await idFrom(
      supervisor,
      '{ oversightGrants { id } }',
      (data: Answers) => data.oversightGrants[0]?.id ?? '',
    ),
    Import: await idFrom(supervisor, upload, (data: Answers) => data.importCreate.import.id),
  };
  const node = schema.getType('Node');
  const types = node && 'getInterfaces' in node ? schema.getPossibleTypes(node as never) : [];
  expect(types.map(({ name }) => name).sort()).toEqual(Object.keys(ids).sort());
  for (const [type, id] of Object.entries(ids)) {
    const member = ['ApiKey', 'Webhook', 'Invitation', 'OfficeEvent'].includes(type)
      ? administrator
      : supervisor;
    const elsewhere: Readonly<Record<string, CallerHeaders>> = {
      ...{ EngineeringItem: engineer, PlannedAction: engineer, Site: keeper },
      ...{ Product: regulator, OversightCase: overseer },
    };
    const caller = elsewhere[type] ?? member;
    const { data } = await api.graphql(caller, 'query ($id: ID!) { node(id: $id) { __typename id } }', {
      id,
    });
    expect(data.node).toEqual({ __typename: type, id });
  }
});

interface Answers {
  readonly viewer: {
    readonly member: { readonly id: string };
    readonly organization: { readonly id: string; readonly departments: readonly { readonly id: string }[] };
  };
  readonly products: { readonly edges: readonly { readonly node: { readonly id: string } }[] };
  readonly siteSave: { readonly site: { readonly id: string } };
  readonly correctiveActions: { readonly edges: readonly { readonly node: { readonly id: string } }[] };
  readonly engineeringPlan: { readonly item: { readonly id: string } };
  readonly apiKeyCreate: { readonly apiKey: { readonly id: string } };
  readonly webhookCreate: { readonly webhook: { readonly id: string } };
  readonly officeEvents: { readonly edges: readonly { readonly node: { readonly id: string } }[] };
  readonly memberInvite: { readonly invitation: { readonly id: string } };
  readonly savedViewSave: { readonly savedView: { readonly id: string } };
  readonly reportCreate: { readonly report: { readonly id: string } };
  readonly oversightLooks: { readonly edges: readonly { readonly node: { readonly id: string } }[] };
  readonly oversightCases: { readonly edges: readonly { readonly node: { readonly id: string } }[] };
  readonly oversightGrants: readonly { readonly id: string }[];
  readonly incidentOpen: { readonly incident: { readonly id: string } };
  readonly importCreate: { readonly import: { readonly id: string } };
}

describe('other complaints are named by id and number', () => {
  const REFERENCES =
    'splitFrom { id number } splitInto { id number } mergedInto { id number } repeatOf { id number }';

  test('the part that was split off, and what it was split from', async () => {
    const whole = await call('Register', MATTER, '');
    const part = await call(
      'Split',
      { id: whole.id, kind: 'REPORT', content: '举报无照经营', reason: '两件事' },
      REFERENCES,
    );
    expect(part).toMatchObject({ splitFrom: { id: whole.id, number: whole.number }, splitInto: [] });
    const { data } = await api.graphql(
      supervisor,
      `query ($id: ID!) { complaint(id: $id) { ${REFERENCES} } }`,
      { id: whole.id },
    );
    expect(data.complaint).toEqual({
      splitFrom: null,
      splitInto: [{ id: part.id, number: part.number }],
      mergedInto: null,
      repeatOf: null,
    });
  });

  test('the one that goes on for both', async () => {
    const [first, second] = [await call('Register', MATTER, ''), await call('Register', MATTER, '')];
    const merged = await call(
      'Merge',
      { id: second.id, into: first.id, reason: '同一件事' },
      `status ${REFERENCES}`,
    );
    expect(merged).toMatchObject({
      status: 'MERGED',
      mergedInto: { id: first.id, number: first.number },
    });
  });
});

test('a matter put right at first contact is registered, answered and closed by one mutation, with its sum', async () => {
  const settled = await call(
    'Register',
    {
      ...MATTER,
      category: 'GROUP_ABANDONED',
      settlement: {
        answer: '已退还多收的费用',
        remedy: 'REFUND',
        money: { original: { amount: 12_000_000_000, currency: 'CNY' } },
        satisfied: 'SATISFIED',
      },
    },
    'status closing { firstContact } remedies { kind { code } money { converted { amount currency } } }',
  );
  expect(settled).toMatchObject({
    status: 'CLOSED',
    closing: { firstContact: true },
    remedies: [
      { kind: { code: 'REFUND' }, money: { converted: { amount: 12_000_000_000, currency: 'CNY' } } },
    ],
  });
});

describe('the sector tells a program which codes it may send', () => {
  test('trees with their parents, grounds with what they ask for, in the language of the caller', async () => {
    const { data } = await api.graphql(
      supervisor,
      `{ viewer { organization { sector {
        categories { code label parent } declineGrounds { code namesBodyInCharge } remedies sanctions milestones } } } }`,
    );
    const { categories, declineGrounds, remedies, sanctions, milestones } = data.viewer.organization.sector;
    expect(categories).toContainEqual({
      code: 'GROUP_ABANDONED',
      label: 'Group abandoned',
      parent: 'ITINERARY',
    });
    expect(categories).toContainEqual({ code: 'ITINERARY', label: 'Itinerary', parent: null });
    expect(
      declineGrounds.some(({ namesBodyInCharge }: { namesBodyInCharge: boolean }) => namesBodyInCharge),
    ).toBe(true);
    expect(remedies).toContain('FREE_REVISIT');
    expect(sanctions).toContain('FINE');
    expect(milestones).toEqual([]);
  });

  test('a milestone of it starts the clock that waits for it', async () => {
    const provider = await api.organization('TELECOM', ['SUPERVISOR']);
    const caller = await api.signedIn(provider, 'SUPERVISOR');
    const asked = await api.graphql(caller, '{ viewer { organization { sector { milestones } } } }');
    expect(asked.data.viewer.organization.sector.milestones).toContain('ARREARS_PAID');
    const { id } = await call('Register', MATTER, '', caller);
    const { clocks } = await call(
      'RecordMilestone',
      { id, milestone: 'ARREARS_PAID' },
      'clocks { rule { code amount unit } }',
      caller,
    );
    expect(clocks).toContainEqual({
      rule: expect.objectContaining({ amount: 48, unit: 'HOURS' }),
    });
  });
});
