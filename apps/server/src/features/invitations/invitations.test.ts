import { ROLES } from '@huiyin/domain';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { toGlobalId } from '../../graphql/global-id.ts';
import {
  type CallerHeaders,
  openTestApi,
  TEST_PASSWORD,
  type TestApi,
  type TestOrganization,
} from '../../testing/api.fixture.ts';

/** Somebody becomes a member by a letter: once, in time, and nobody learns who has an account where. */

const INVITE = `mutation ($input: MemberInviteInput!) {
  memberInvite(input: $input) { invitation { id email role department { name } } userErrors { code field } } }`;
const RESEND = `mutation ($id: ID!) { invitationResend(input: { id: $id }) { invitation { id } userErrors { code } } }`;
const WITHDRAW = `mutation ($id: ID!) { invitationWithdraw(input: { id: $id }) { withdrawnId userErrors { code } } }`;
const OFFER = `query ($token: String!) { invitationOffer(token: $token) { organization email name role hasAccount } }`;
const ACCEPT = `mutation ($input: InvitationAcceptInput!) {
  invitationAccept(input: $input) { organization userErrors { code field } } }`;

let api: TestApi;
let office: TestOrganization;
let other: TestOrganization;
let administrator: CallerHeaders;
let addresses = 0;

beforeAll(async () => {
  api = await openTestApi();
  office = await api.organization('TOURISM', ROLES);
  other = await api.organization('HOSPITAL', ['ADMINISTRATOR', 'SUPERVISOR']);
  administrator = await api.signedIn(office, 'ADMINISTRATOR');
});
afterAll(() => api.close());

let email: string;
beforeEach(() => {
  addresses += 1;
  email = `newcomer-${addresses}@example.com`;
});

const nobody: CallerHeaders = {};
/** A page that the browser has from us may ask for anything; the caller here has no session. */
const ask = (query: string, variables: object, caller: CallerHeaders = nobody) =>
  api.graphql(caller, query, variables);

async function invited(input: object = {}): Promise<{ readonly id: string; readonly token: string }> {
  const departmentId = toGlobalId('Department', office.departmentIds[0] ?? '');
  const { data } = await ask(
    INVITE,
    { input: { email, name: '新同事', role: 'HANDLER', departmentId, ...input } },
    administrator,
  );
  expect(data.memberInvite.userErrors).toEqual([]);
  return { id: data.memberInvite.invitation.id, token: lastToken() };
}

function lastToken(): string {
  return /\/invitation#([\w-]+)/.exec(api.letters().at(-1) ?? '')?.[1] ?? '';
}

const accept = async (token: string, password = TEST_PASSWORD) =>
  (await ask(ACCEPT, { input: { token, name: '新同事', password } })).data.invitationAccept;

async function roleAt({ slug }: TestOrganization, address: string): Promise<string | null> {
  const response = await api.post('/api/auth/sign-in/email', { email: address, password: TEST_PASSWORD });
  const cookie = response.cookies.map(({ name, value }) => `${name}=${encodeURIComponent(value)}`).join('; ');
  const { data } = await ask('{ viewer { role } }', {}, { cookie, 'x-huiyin-organization': slug });
  return data.viewer.role;
}

describe('an invitation', () => {
  test('goes by letter, tells what it offers, and makes a member who signs in', async () => {
    const { token } = await invited();
    expect(api.letters().at(-1)).toContain(`To: ${email}`);
    expect((await ask(OFFER, { token })).data.invitationOffer).toEqual({
      ...{ organization: 'Office 1', email, name: '新同事', role: 'HANDLER', hasAccount: false },
    });
    expect(await accept(token)).toEqual({ organization: office.slug, userErrors: [] });
    expect(await roleAt(office, email)).toBe('HANDLER');
  });

  test('is taken up once', async () => {
    const { token } = await invited();
    await accept(token);
    expect(await accept(token)).toMatchObject({ organization: null, userErrors: [{ code: 'NOT_FOUND' }] });
    expect((await ask(OFFER, { token })).data.invitationOffer).toBeNull();
  });

  test('is taken up once also when it is opened twice at the same moment', async () => {
    const { token } = await invited();
    const answers = await Promise.all([accept(token), accept(token)]);
    expect(answers.filter((answer) => answer?.organization === office.slug)).toHaveLength(1);
  });

  test('ends on its day, and when it is taken back', async () => {
    const { token } = await invited();
    await api.office.tamper(
      `update invitation set expires_at = now() - interval '1 second' where email = $1`,
      [email],
    );
    expect((await accept(token)).userErrors).toMatchObject([{ code: 'NOT_FOUND', field: 'token' }]);
    email = `further-${email}`;
    const second = await invited();
    const { data } = await ask(WITHDRAW, { id: second.id }, administrator);
    expect(data.invitationWithdraw).toEqual({ withdrawnId: second.id, userErrors: [] });
    expect((await accept(second.token)).userErrors).toMatchObject([{ code: 'NOT_FOUND' }]);
    expect(
      (await ask(RESEND, { id: second.id }, administrator)).data.invitationResend.userErrors,
    ).toMatchObject([{ code: 'NOT_FOUND' }]);
  });

  test('sent again, only the letter sent last leads somewhere', async () => {
    const { id, token } = await invited();
    await ask(RESEND, { id }, administrator);
    const later = lastToken();
    expect(later).not.toBe(token);
    expect((await accept(token)).userErrors).toMatchObject([{ code: 'NOT_FOUND' }]);
    expect((await accept(later)).organization).toBe(office.slug);
  });

  test('a short password is refused, and the letter still good', async () => {
    const { token } = await invited();
    expect((await accept(token, 'short')).userErrors).toEqual([{ code: 'INVALID', field: 'password' }]);
    expect((await accept(token)).organization).toBe(office.slug);
  });

  test('a second one to the same address is not sent, nor one to a member', async () => {
    await invited();
    const again = await ask(INVITE, { input: { email, name: '甲', role: 'AUDITOR' } }, administrator);
    expect(again.data.memberInvite.userErrors).toEqual([{ code: 'ALREADY_DONE', field: 'email' }]);
    const member = { email: office.emailOf('SUPERVISOR'), name: '乙', role: 'AUDITOR' };
    const known = await ask(INVITE, { input: member }, administrator);
    expect(known.data.memberInvite.userErrors).toEqual([{ code: 'ALREADY_DONE', field: 'email' }]);
  });

  test('a handler needs a department, and an address must be one', async () => {
    const { data } = await ask(INVITE, { input: { email: 'x', name: '', role: 'HANDLER' } }, administrator);
    expect(data.memberInvite.userErrors).toEqual([
      { code: 'INVALID', field: 'email' },
      { code: 'REQUIRED', field: 'name' },
      { code: 'REQUIRED', field: 'departmentId' },
    ]);
  });
});

describe('an account of another organisation', () => {
  test('is invited like anybody, and joins with its own password alone', async () => {
    email = other.emailOf('SUPERVISOR');
    const { token } = await invited({ role: 'AUDITOR', departmentId: null });
    expect((await ask(OFFER, { token })).data.invitationOffer.hasAccount).toBe(true);
    expect((await accept(token, 'another-password')).userErrors).toEqual([
      { code: 'INVALID', field: 'password' },
    ]);
    expect((await accept(token)).organization).toBe(office.slug);
    expect(await roleAt(office, email)).toBe('AUDITOR');
    expect(await roleAt(other, email)).toBe('SUPERVISOR');
  });

  test('sees its organisations, and those it has left no more', async () => {
    const supervisor = await api.signedIn(other, 'SUPERVISOR');
    const caller = { ...supervisor, 'x-huiyin-organization': other.slug };
    const slugs = async () =>
      (await ask('{ memberships { slug current } }', {}, caller)).data.memberships as readonly object[];
    expect(await slugs()).toEqual(
      expect.arrayContaining([
        { slug: office.slug, current: false },
        { slug: other.slug, current: true },
      ]),
    );
    const { data } = await ask('{ organization { members { id name role } } }', {}, administrator);
    const joined = data.organization.members.findLast(({ role }: { role: string }) => role === 'AUDITOR');
    const CHANGE = `mutation ($id: ID!) { memberChange(input: { id: $id, active: false }) { userErrors { code } } }`;
    await ask(CHANGE, { id: joined.id }, administrator);
    expect(await slugs()).toEqual([{ slug: other.slug, current: true }]);
    // Signed in without naming an organisation, they come to the one where they still work.
    expect((await ask('{ viewer { role } }', {}, supervisor)).data.viewer.role).toBe('SUPERVISOR');
  });
});

describe('nobody else', () => {
  test('sees invitations, or touches those of another organisation', async () => {
    const { id } = await invited();
    const supervisor = await api.signedIn(office, 'SUPERVISOR');
    expect((await ask('{ invitations { id } }', {}, supervisor)).data.invitations).toEqual([]);
    const theirs = await api.signedIn(other, 'ADMINISTRATOR');
    expect((await ask('{ invitations { id } }', {}, theirs)).data.invitations).toEqual([]);
    expect((await ask(WITHDRAW, { id }, theirs)).data.invitationWithdraw).toEqual({
      ...{ withdrawnId: null, userErrors: [{ code: 'NOT_FOUND' }] },
    });
    expect((await ask('query ($id: ID!) { node(id: $id) { id } }', { id }, theirs)).data.node).toBeNull();
    const key = await api.keyOf(office);
    const byProgram = await ask(INVITE, { input: { email, name: '甲', role: 'ADMINISTRATOR' } }, key);
    expect(byProgram.errors?.[0]?.extensions?.['code']).toBe('FORBIDDEN');
  });

  test('gets in with a link that was made up', async () => {
    const { token } = await invited();
    const bytes = Buffer.from(token, 'base64url');
    bytes[bytes.length - 1] = (bytes.at(-1) ?? 0) ^ 1;
    for (const wrong of ['', 'x', bytes.toString('base64url'), 'A'.repeat(86)]) {
      expect((await accept(wrong)).userErrors).toMatchObject([{ code: 'NOT_FOUND' }]);
    }
  });
});
