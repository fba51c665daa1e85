import {
  type ApiClientActor,
  type CommandType,
  type ComplaintState,
  canInOffice,
  type OfficeAction,
  PERMISSIONS,
  ROLES,
  SCOPES,
  type StaffActor,
  type TenantActor,
  whyNot,
} from '@huiyin/domain';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  type CallerHeaders,
  openTestApi,
  type TestApi,
  type TestOrganization,
} from '../testing/api.fixture.ts';
import { asking, SCHEMA } from '../testing/schema-places.fixture.ts';
import { toGlobalId, uuidOf } from './global-id.ts';

/**
 * Every mutation, tried by everybody: each role, keys with each scope, with all and with none, a cross-sector
 * administrator, and whoever is not signed in. Who may is said by the tables of `domain/access` alone; the mutations are those of the schema, so that a new one is
 * tried, and fails here until it says what it takes.
 */

const MUTATIONS = Object.values(SCHEMA.getMutationType()?.getFields() ?? {});

/** What the mutations that are no command to a complaint take of the organisation. */
const OFFICE_MUTATIONS: Readonly<Record<string, OfficeAction>> = {
  ...{ apiKeyCreate: 'manageKeys', apiKeyRevoke: 'manageKeys' },
  ...{ answerTemplateSave: 'manageOrganization', answerTemplateRemove: 'manageOrganization' },
  ...{ guidanceCardSave: 'manageOrganization', guidanceCardRemove: 'manageOrganization' },
  guidanceCardMove: 'manageOrganization',
  ...{ categoryChange: 'manageOrganization', retentionSet: 'manageOrganization' },
  ...{ calendarLoad: 'manageOrganization', organizationSet: 'manageOrganization' },
  ...{ departmentSave: 'manageOrganization', memberChange: 'manageOrganization' },
  ...{ deadlineRuleCorrect: 'manageOrganization', deadlineRulePromise: 'manageOrganization' },
  ...{ deadlineRuleEndPromise: 'manageOrganization', publicPageSave: 'manageOrganization' },
  ...{ memberInvite: 'inviteMembers', invitationResend: 'inviteMembers' },
  ...{ trainingSave: 'recordTraining', trainingRemove: 'recordTraining' },
  trainingImport: 'recordTraining',
  ...{ visitPlan: 'makeVisits', visitRecord: 'makeVisits', visitRemove: 'makeVisits' },
  visitFinishFollowUp: 'makeVisits',
  invitationWithdraw: 'inviteMembers',
  ...{ oversightGrantGive: 'grantOversight', oversightGrantRevoke: 'grantOversight' },
  ...{ incidentOpen: 'leadIncidents', incidentChange: 'leadIncidents', incidentNote: 'leadIncidents' },
  ...{ incidentLinkComplaints: 'leadIncidents', incidentUnlinkComplaints: 'leadIncidents' },
  ...{ incidentDraftAnswer: 'leadIncidents', incidentApproveAnswer: 'leadIncidents' },
  ...{ incidentReturnAnswer: 'leadIncidents', incidentGiveAnswer: 'leadIncidents' },
  ...{ incidentMove: 'leadIncidents', incidentClose: 'leadIncidents', incidentReopen: 'leadIncidents' },
  ...{ engineeringPlan: 'doEngineering', engineeringCarryOver: 'doEngineering' },
  engineeringFinish: 'doEngineering',
  ...{ siteSave: 'manageOrganization', siteRemove: 'manageOrganization', sitesImport: 'manageOrganization' },
  ...{ suggestionsTrain: 'manageOrganization', suggestionRecord: 'takeSuggestions' },
  ...{ incidentProposalAccept: 'leadIncidents', incidentProposalDismiss: 'leadIncidents' },
  ...{ respondentChange: 'keepRespondents', respondentMerge: 'keepRespondents' },
  ...{ importCreate: 'importComplaints', importCheck: 'importComplaints' },
  ...{ importSetMapping: 'importComplaints', importStart: 'importComplaints' },
  ...{ reportCreate: 'writeReports', reportEditText: 'writeReports', reportDiscard: 'writeReports' },
  ...{ reportCorrect: 'writeReports', denominatorSet: 'writeReports', reportPublish: 'publishReports' },
};
/** For members alone, each for themselves. */
const OWN = ['savedViewSave', 'savedViewRemove', 'presenceKeep'];
/** For anybody who holds the secret that it takes. */
const PUBLIC = /^(public(Complaint|Matter)|invitationAccept$)/;

/** What is looked at before anybody is asked who they are must be right. */
const WELL_FORMED: Readonly<Record<string, object>> = {
  complaintAddEvidence: { title: '证言', text: '亲眼所见' },
  reportCreate: { period: { kind: 'YEAR', year: 2010 } },
  denominatorSet: { period: { kind: 'YEAR', year: 2010 } },
};

interface Caller {
  readonly name: string;
  readonly headers: CallerHeaders;
  /** Absent: nobody, or somebody who changes nothing anywhere. */
  readonly actor?: TenantActor;
}

let api: TestApi;
let office: TestOrganization;
let callers: readonly Caller[];
let supervisor: Caller;

beforeAll(async () => {
  api = await openTestApi();
  office = await api.organization('TOURISM', ROLES);
  const staff = await Promise.all(
    ROLES.map(async (role): Promise<Caller> => {
      const headers = await api.signedIn(office, role);
      const [member] = await api.office.database.readInTenant<{
        id: string;
        name: string;
        department_id: string | null;
      }>(
        { tenantId: office.tenantId },
        { text: 'select id, name, department_id from member where role = $1', values: [role] },
      );
      if (!member) throw new Error(`There is no ${role}.`);
      const actor: StaffActor = {
        ...{
          kind: 'staff',
          tenantId: office.tenantId,
          userId: '',
          memberId: member.id,
          name: member.name,
          role,
        },
        ...(member.department_id ? { departmentId: member.department_id } : {}),
      };
      return { name: role, headers, actor };
    }),
  );
  const keys = await Promise.all(
    [[], ...SCOPES.map((scope) => [scope]), SCOPES].map(async (scopes): Promise<Caller> => {
      const actor: ApiClientActor = {
        ...{ kind: 'apiClient', tenantId: office.tenantId, keyId: '', name: 'test', scopes },
      };
      const name =
        scopes.length === SCOPES.length ? 'a key with every scope' : `a key with ${scopes[0] ?? 'none'}`;
      return { name, headers: await api.keyOf(office, scopes), actor };
    }),
  );
  await api.granted('overseer@example.com', { regulation: '监督办法' });
  const overseer = { name: 'an overseer', headers: await api.signedInAs('overseer@example.com') };
  callers = [...staff, ...keys, overseer, { name: 'nobody', headers: {} }];
  supervisor = callers.find(({ name }) => name === 'SUPERVISOR') as Caller;
});
afterAll(() => api.close());

function commandOf(mutation: string): CommandType | undefined {
  const verb = /^complaint(.+)$/.exec(mutation)?.[1];
  const command = verb?.replace(/(?<=[a-z])(?=[A-Z])/g, '_').toUpperCase();
  return command && command in PERMISSIONS ? (command as CommandType) : undefined;
}

interface Said {
  readonly code: string;
}

/** The codes with which a call was refused; none when it was carried out. */
async function codesOf(caller: Caller, mutation: (typeof MUTATIONS)[number], id: string): Promise<string[]> {
  const place = { kind: 'mutation' as const, name: mutation.name, fields: mutation.args, path: [] };
  const { document, variables } = asking(place, { value: undefined, id });
  Object.assign(variables['input'] ?? {}, WELL_FORMED[mutation.name]);
  const { data, errors = [] } = await api.graphql(caller.headers, document, variables);
  const said: readonly Said[] = data?.[mutation.name]?.userErrors ?? [];
  return [...errors.map(({ extensions }) => extensions.code), ...said.map(({ code }) => code)];
}

/** What is said to those who may not: that, or nothing but that there is no such thing. */
const SHUT = ['FORBIDDEN', 'UNAUTHENTICATED', 'NOT_FOUND'];

/** A complaint in the hands of somebody whom none of the callers is, or in nobody's. */
async function complaint(inHands: boolean): Promise<string> {
  const { data } = await api.graphql(
    supervisor.headers,
    `mutation ($input: ComplaintRegisterInput!) { complaintRegister(input: $input) { complaint { id } } }`,
    { input: { kind: 'COMPLAINT', channel: 'PHONE', disclosure: 'ANONYMOUS', content: '导游强迫购物' } },
  );
  const { id } = data.complaintRegister.complaint;
  const memberId = supervisor.actor?.kind === 'staff' ? toGlobalId('Member', supervisor.actor.memberId) : '';
  if (inHands) {
    const { data: given } = await api.graphql(
      supervisor.headers,
      `mutation ($input: ComplaintAssignInput!) { complaintAssign(input: $input) { userErrors { code } } }`,
      { input: { id, memberId } },
    );
    expect(given.complaintAssign.userErrors).toEqual([]);
  }
  return id;
}

async function stateOf(id: string): Promise<ComplaintState> {
  const [row] = await api.office.database.readInTenant<{ state: ComplaintState }>(
    { tenantId: office.tenantId },
    { text: 'select state from complaint where id = $1', values: [uuidOf(id, 'Complaint')] },
  );
  if (!row) throw new Error('The complaint is gone.');
  return row.state;
}

const COMMANDS = MUTATIONS.filter(({ name }) => commandOf(name));
const OTHERS = MUTATIONS.filter(({ name }) => !commandOf(name));

test('every mutation is accounted for', () => {
  const known = [...Object.keys(OFFICE_MUTATIONS), ...OWN];
  const unknown = OTHERS.map(({ name }) => name).filter(
    (name) => !known.includes(name) && !PUBLIC.test(name),
  );
  expect(unknown).toEqual([]);
  expect(COMMANDS.length).toBeGreaterThan(50);
});

describe.each([
  ['in a colleague’s hands', true],
  ['in nobody’s hands', false],
])('a complaint %s', (_, inHands) => {
  test.each(COMMANDS.map((mutation) => [mutation.name, mutation] as const))('%s', async (name, mutation) => {
    const command = commandOf(name) as CommandType;
    let id = await complaint(inHands);
    for (const caller of callers) {
      const before = await stateOf(id);
      const subject = command === 'REGISTER' ? {} : { subject: before };
      const may =
        caller.actor !== undefined && whyNot({ actor: caller.actor, command, ...subject }) === undefined;
      const codes = await codesOf(caller, mutation, id);
      const what = { caller: caller.name, codes };
      if (may) {
        expect(what).not.toMatchObject({ codes: expect.arrayContaining(['FORBIDDEN']) });
        expect(what).not.toMatchObject({ codes: expect.arrayContaining(['UNAUTHENTICATED']) });
        // The next one is to find it as this one did.
        if (codes.length === 0) id = await complaint(inHands);
      } else {
        expect({ ...what, shut: codes.some((code) => SHUT.includes(code)) }).toEqual({ ...what, shut: true });
        expect(await stateOf(id)).toEqual(before);
      }
    }
  });
});

describe('what concerns the organisation', () => {
  test.each(OTHERS.map((mutation) => [mutation.name, mutation] as const))('%s', async (name, mutation) => {
    const id = await complaint(false);
    for (const caller of callers) {
      const codes = await codesOf(caller, mutation, id);
      const action = OFFICE_MUTATIONS[name];
      const may =
        PUBLIC.test(name) ||
        (action ? caller.actor && canInOffice(caller.actor, action) : caller.actor?.kind === 'staff');
      const shut = codes.some((code) => code === 'FORBIDDEN' || code === 'UNAUTHENTICATED');
      // An import is nobody's business but of those who may import: to the others there is none.
      const hidden = codes.includes('NOT_FOUND') && !may;
      expect({ caller: caller.name, codes, shut: shut || hidden }).toEqual({
        ...{ caller: caller.name, codes, shut: !may },
      });
    }
  });
});
