import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openTestApi, TEST_PASSWORD, type TestApi, type TestOrganization } from '../testing/api.fixture.ts';
import { MOST_FAILURES } from './lock-out.ts';

let api: TestApi;
let tourism: TestOrganization;

beforeAll(async () => {
  api = await openTestApi();
  tourism = await api.organization('TOURISM', ['HANDLER', 'SUPERVISOR', 'ADMINISTRATOR', 'AUDITOR']);
});
afterAll(() => api.close());

const VIEWER = '{ viewer { kind name role organization { name sector { code } } } }';
const signIn = (email: string, password: string) => api.post('/api/auth/sign-in/email', { email, password });

describe('sign-in', () => {
  test('a member signs in and is known by role and organisation', async () => {
    const cookie = await api.signedIn(tourism, 'HANDLER');
    const { data } = await api.graphql(cookie, VIEWER);
    expect(data.viewer).toMatchObject({
      kind: 'STAFF',
      role: 'HANDLER',
      organization: { sector: { code: 'TOURISM' } },
    });
  });

  test('the session’s cookie cannot be read by scripts nor sent by other sites', async () => {
    const response = await signIn(tourism.emailOf('HANDLER'), TEST_PASSWORD);
    const cookie = response.cookies.find(({ name }) => name === 'huiyin.session_token');
    expect(cookie).toMatchObject({ httpOnly: true, sameSite: 'Lax' });
  });

  test('without a session the public is told to sign in', async () => {
    const { errors } = await api.graphql({}, '{ complaints { edges { cursor } } }');
    expect(errors?.[0]?.extensions.code).toBe('UNAUTHENTICATED');
    expect((await api.graphql({}, VIEWER)).data.viewer.kind).toBe('PUBLIC');
  });

  test('after signing out the cookie is worth nothing', async () => {
    const cookie = await api.signedIn(tourism, 'HANDLER');
    const out = await api.post('/api/auth/sign-out', {}, cookie);
    expect(out.statusCode).toBe(200);
    expect((await api.graphql(cookie, VIEWER)).data.viewer.kind).toBe('PUBLIC');
  });

  test('an address that does not exist is answered as a wrong password is', async () => {
    const unknown = await signIn('nobody@example.com', 'whatever-it-is');
    const wrong = await signIn(tourism.emailOf('AUDITOR'), 'whatever-it-is');
    expect(unknown.statusCode).toBe(401);
    expect(wrong.statusCode).toBe(401);
    expect(unknown.json()).toEqual(wrong.json());
  });

  test(`after ${MOST_FAILURES} wrong passwords the account is locked, for the right password too`, async () => {
    const email = tourism.emailOf('AUDITOR');
    for (let attempt = 0; attempt < MOST_FAILURES; attempt += 1)
      await signIn(email, `wrong-${attempt}-password`);
    const right = await signIn(email, TEST_PASSWORD);
    expect(right.statusCode).toBe(429);
    expect(right.json()).toMatchObject({ code: 'TOO_MANY_ATTEMPTS' });
    // Others sign in as before.
    expect((await signIn(tourism.emailOf('HANDLER'), TEST_PASSWORD)).statusCode).toBe(200);
  });

  test('nobody signs up', async () => {
    const response = await api.post('/api/auth/sign-up/email', {
      ...{ email: 'new@example.com', password: 'a-long-password', name: 'New' },
    });
    expect(response.statusCode).toBeGreaterThanOrEqual(400);
  });

  test('a forgotten password is reset by a letter, and ends every session', async () => {
    const before = await api.signedIn(tourism, 'SUPERVISOR');
    const email = tourism.emailOf('SUPERVISOR');
    await api.post('/api/auth/request-password-reset', { email, redirectTo: '/sign-in' });
    const letter = api.letters().at(-1) ?? '';
    const token = /reset-password#([\w-]+)/.exec(letter)?.[1];
    expect(letter).toContain(`To: ${email}`);
    const reset = await api.post('/api/auth/reset-password', { token, newPassword: 'another-password' });
    expect(reset.statusCode).toBe(200);
    expect((await signIn(email, TEST_PASSWORD)).statusCode).toBe(401);
    expect((await signIn(email, 'another-password')).statusCode).toBe(200);
    expect((await api.graphql(before, VIEWER)).data.viewer.kind).toBe('PUBLIC');
  });

  test('a new password ends every session but the one that set it, even if the caller asks otherwise', async () => {
    const elsewhere = await api.signedIn(tourism, 'ADMINISTRATOR');
    const here = await api.signedIn(tourism, 'ADMINISTRATOR');
    const change = (currentPassword: string, newPassword: string, revokeOtherSessions: boolean) =>
      api.post('/api/auth/change-password', { currentPassword, newPassword, revokeOtherSessions }, here);
    // Only who knows the present one sets another.
    expect((await change('not-the-password', 'another-password', true)).statusCode).toBe(400);
    expect((await api.graphql(elsewhere, VIEWER)).data.viewer.kind).toBe('STAFF');

    const changed = await change(TEST_PASSWORD, 'another-password', false);
    expect(changed.statusCode).toBe(200);
    expect((await api.graphql(elsewhere, VIEWER)).data.viewer.kind).toBe('PUBLIC');
    const token = changed.cookies.find(({ name }) => name === 'huiyin.session_token')?.value ?? '';
    const renewed = { cookie: `huiyin.session_token=${encodeURIComponent(token)}` };
    expect((await api.graphql(renewed, VIEWER)).data.viewer.kind).toBe('STAFF');
    const back = { currentPassword: 'another-password', newPassword: TEST_PASSWORD };
    expect((await api.post('/api/auth/change-password', back, renewed)).statusCode).toBe(200);
  });

  test('use renews a session, but a week after its sign-in it ends', async () => {
    const cookie = await api.signedIn(tourism, 'HANDLER');
    const begunAgo = async (ago: string): Promise<void> => {
      await api.office.database.asPlatform((query) =>
        query({
          text: `update identity."session" s
            set "createdAt" = now() - $1::interval, "expiresAt" = now() + interval '10 minutes'
            from identity."user" u where u.id = s."userId" and u.email = $2`,
          values: [ago, tourism.emailOf('HANDLER')],
        }),
      );
      // Whoever signs in or out makes every cookie be looked up anew.
      await api.post('/api/auth/sign-out', {});
    };
    await begunAgo('6 days 23 hours');
    expect((await api.graphql(cookie, VIEWER)).data.viewer.kind).toBe('STAFF');
    const ends = await api.office.database.asPlatform((query) =>
      query<{ renewed: boolean; within: boolean }>({
        text: `select s."expiresAt" > now() + interval '20 minutes' as renewed,
            s."expiresAt" <= s."createdAt" + interval '7 days' as within
          from identity."session" s join identity."user" u on u.id = s."userId" where u.email = $1`,
        values: [tourism.emailOf('HANDLER')],
      }),
    );
    expect(ends).toContainEqual({ renewed: true, within: true });
    expect(ends.filter(({ within }) => !within)).toEqual([]);
    await begunAgo('7 days 1 minute');
    expect((await api.graphql(cookie, VIEWER)).data.viewer.kind).toBe('PUBLIC');
  });

  test('passwords are kept as argon2id', async () => {
    const rows = await api.office.database.asPlatform((query) =>
      query<{ password: string }>({ text: 'select password from identity.account', values: [] }),
    );
    expect(rows.length).toBeGreaterThan(0);
    for (const { password } of rows) expect(password).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  });
});

describe('API keys', () => {
  const CREATE = `mutation ($input: ApiKeyCreateInput!) { apiKeyCreate(input: $input) { secret apiKey { id name } userErrors { code field } } }`;
  const REVOKE = `mutation ($input: ApiKeyRevokeInput!) { apiKeyRevoke(input: $input) { revokedId userErrors { code } } }`;

  test('the administrator makes one with scopes, uses it, and ends it at once', async () => {
    const admin = await api.signedIn(tourism, 'ADMINISTRATOR');
    const { data } = await api.graphql(admin, CREATE, {
      input: { name: '门户', scopes: ['COMPLAINTS_READ'] },
    });
    const { secret, apiKey } = data.apiKeyCreate;
    const key = { authorization: `Bearer ${secret}` };
    expect((await api.graphql(key, VIEWER)).data.viewer).toMatchObject({ kind: 'API_CLIENT', name: '门户' });
    expect((await api.graphql(key, '{ complaints { edges { cursor } } }')).errors).toBeUndefined();
    const listed = await api.graphql(admin, '{ apiKeys { id name scopes revokedAt } }');
    expect(listed.data.apiKeys).toEqual([
      { ...apiKey, name: '门户', scopes: ['COMPLAINTS_READ'], revokedAt: null },
    ]);
    await api.graphql(admin, REVOKE, { input: { id: apiKey.id } });
    expect((await api.graphql(key, VIEWER)).errors?.[0]?.extensions.code).toBe('UNAUTHENTICATED');
  });

  const RENEW = `mutation ($input: ApiKeyRenewInput!) { apiKeyRenew(input: $input) {
    secret apiKey { formerSecretUntil } userErrors { code field } } }`;
  const opens = async (secret: string): Promise<boolean> => {
    const { errors } = await api.graphql({ authorization: `Bearer ${secret}` }, VIEWER);
    return errors === undefined;
  };

  test('one that is renewed has a new secret, and the old one holds for as long as was said', async () => {
    const admin = await api.signedIn(tourism, 'ADMINISTRATOR');
    const made = await api.graphql(admin, CREATE, { input: { name: '大屏', scopes: ['REPORTS_READ'] } });
    const { secret: first, apiKey } = made.data.apiKeyCreate;
    const renew = async (graceHours: number) =>
      (await api.graphql(admin, RENEW, { input: { id: apiKey.id, graceHours } })).data.apiKeyRenew;

    const { secret: second, apiKey: changing } = await renew(24);
    expect(Date.parse(changing.formerSecretUntil)).toBeGreaterThan(Date.now());
    expect([await opens(first), await opens(second)]).toEqual([true, true]);

    const { secret: third } = await renew(0);
    expect([await opens(first), await opens(second), await opens(third)]).toEqual([false, false, true]);

    expect(await renew(169)).toMatchObject({ secret: null, userErrors: [{ field: 'graceHours' }] });
    await api.graphql(admin, REVOKE, { input: { id: apiKey.id } });
    expect(await opens(third)).toBe(false);
    expect(await renew(24)).toMatchObject({ secret: null, userErrors: [{ code: 'NOT_FOUND' }] });
  });

  test('what is done with one is counted by day, with what it costs', async () => {
    const admin = await api.signedIn(tourism, 'ADMINISTRATOR');
    const made = await api.graphql(admin, CREATE, { input: { name: '统计', scopes: ['COMPLAINTS_READ'] } });
    const { secret, apiKey } = made.data.apiKeyCreate;
    for (const first of [5, 20]) {
      await api.graphql(
        { authorization: `Bearer ${secret}` },
        `{ complaints(first: ${first}) { totalCount } }`,
      );
    }
    const usage = async () => {
      const { data } = await api.graphql(admin, '{ apiKeys { id usage { requests points throttled } } }');
      return data.apiKeys.find(({ id }: { id: string }) => id === apiKey.id).usage;
    };
    await expect.poll(usage, { timeout: 30_000 }).toEqual([{ requests: 2, points: 2, throttled: 0 }]);
  });

  test('only its hash is kept', async () => {
    const { tenantId } = tourism;
    const rows = await api.office.database.readInTenant<{ secret_hash: Buffer }>(
      { tenantId },
      { text: 'select secret_hash from api_key', values: [] },
    );
    for (const row of rows) expect(row.secret_hash.length).toBe(32);
  });

  test('a key without the scope reads nothing, and is told why', async () => {
    const key = await api.keyOf(tourism, ['reports:read']);
    const { errors } = await api.graphql(key, '{ complaints { edges { cursor } } }');
    expect(errors?.[0]?.extensions.code).toBe('FORBIDDEN');
  });

  test('a handler makes none, and sees none', async () => {
    const handler = await api.signedIn(tourism, 'HANDLER');
    const { data } = await api.graphql(handler, CREATE, {
      input: { name: 'x', scopes: ['COMPLAINTS_READ'] },
    });
    expect(data.apiKeyCreate).toMatchObject({
      secret: null,
      apiKey: null,
      userErrors: [{ code: 'FORBIDDEN' }],
    });
    expect((await api.graphql(handler, '{ apiKeys { id } }')).data.apiKeys).toEqual([]);
  });
});
