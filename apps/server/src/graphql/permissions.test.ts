import {
  type ApiClientActor,
  type CommandType,
  type ComplaintState,
  canInOffice,
  ROLES,
  SCOPES,
  type Scope,
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
import { accessTo, commandOf, enumCode, isPublic, officeActionOf } from './field-access.ts';
import { toGlobalId, uuidOf } from './global-id.ts';

/**
 * Every mutation, tried by everybody: each role, keys with each scope, with all and with none, a cross-sector
 * administrator, and whoever is not signed in. Who may is said by the tables of `domain/access` alone; the mutations are those of the schema, so that a new one is
 * tried, and fails here until it says what it takes.
 */

const MUTATIONS = Object.values(SCHEMA.getMutationType()?.getFields() ?? {});

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

test('every field of the roots says whom it is for', () => {
  const roots = [SCHEMA.getQueryType(), SCHEMA.getMutationType(), SCHEMA.getSubscriptionType()];
  const forgotten = roots.flatMap((root) =>
    Object.keys(root?.getFields() ?? {}).filter((field) => !accessTo(root?.name ?? '', field)),
  );
  expect(forgotten).toEqual([]);
  expect(COMMANDS.length).toBeGreaterThan(50);
});

describe('a key', () => {
  const QUERIES = Object.values(SCHEMA.getQueryType()?.getFields() ?? {});
  const SCOPED = QUERIES.flatMap((field) => {
    const access = accessTo('Query', field.name);
    return SCOPES.includes(access as Scope) ? [[field.name, access as Scope, field] as const] : [];
  });
  const ask = (headers: CallerHeaders, { name, args }: (typeof QUERIES)[number]) => {
    const place = { kind: 'query' as const, name, fields: args, path: [] };
    const { document, variables } = asking(place, {
      value: undefined,
      id: toGlobalId('Complaint', office.tenantId),
    });
    return api.graphql(headers, document, variables);
  };

  test.each(SCOPED)(
    'reads %s with %s, and is told so when it has everything but that',
    async (_, scope, field) => {
      const without = await ask(
        await api.keyOf(
          office,
          SCOPES.filter((one) => one !== scope),
        ),
        field,
      );
      expect(without.errors?.[0]).toMatchObject({
        message: expect.stringContaining(enumCode(scope)),
        extensions: { code: 'FORBIDDEN' },
      });
      const { errors = [] } = await ask(await api.keyOf(office, [scope]), field);
      expect(errors.map(({ extensions }) => extensions.code)).not.toContain('FORBIDDEN');
    },
  );

  test('reads nothing that is for people alone', async () => {
    const key = await api.keyOf(office);
    const people = QUERIES.filter(({ name }) => accessTo('Query', name) === 'people');
    expect(people.length).toBeGreaterThan(10);
    for (const field of people) {
      const { errors } = await ask(key, field);
      expect({ field: field.name, code: errors?.[0]?.extensions.code }).toEqual({
        ...{ field: field.name, code: 'FORBIDDEN' },
      });
    }
  });
});

describe('whoever is nobody', () => {
  test('is asked who they are, whatever they want but what is public', async () => {
    for (const { name, args } of Object.values(SCHEMA.getQueryType()?.getFields() ?? {})) {
      const place = { kind: 'query' as const, name, fields: args, path: [] };
      const { document, variables } = asking(place, { value: undefined, id: '' });
      const { errors = [] } = await api.graphql({}, document, variables);
      const shut = errors.some(({ extensions }) => extensions.code === 'UNAUTHENTICATED');
      expect({ name, shut }).toEqual({ name, shut: !isPublic('Query', name) });
    }
  });

  test('is not told the schema, which keys and members are', async () => {
    const schema = '{ __schema { queryType { name } } }';
    const { errors } = await api.graphql({}, schema);
    expect(errors?.[0]?.extensions.code).toBe('UNAUTHENTICATED');
    for (const caller of [await api.keyOf(office, []), supervisor.headers]) {
      const { data } = await api.graphql(caller, schema);
      expect(data['__schema'].queryType.name).toBe('Query');
    }
    expect((await api.graphql({}, '{ __typename }')).data).toEqual({ __typename: 'Query' });
  });
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
      const action = officeActionOf(name);
      const may =
        isPublic('Mutation', name) ||
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
