import { createHmac } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  type CallerHeaders,
  openTestApi,
  TEST_PASSWORD,
  type TestApi,
  type TestOrganization,
} from '../testing/api.fixture.ts';

/** A second factor by an app (RFC 6238): asked for after the password, and nothing is open without it. */

let api: TestApi;
let office: TestOrganization;
/** The codes to be printed and kept. */
let paper: readonly string[];

beforeAll(async () => {
  api = await openTestApi();
  office = await api.organization('HOSPITAL', ['SUPERVISOR']);
});
afterAll(() => api.close());

const BASE32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

/** The code that an app shows now for the secret of an `otpauth:` address. */
function codeOf(totpUri: string): string {
  const secret = new URL(totpUri).searchParams.get('secret') ?? '';
  const bits = [...secret].map((letter) => BASE32.indexOf(letter).toString(2).padStart(5, '0')).join('');
  const key = Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)));
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(Math.floor(Date.now() / 30_000)));
  const digest = createHmac('sha1', key).update(counter).digest();
  const offset = (digest.at(-1) ?? 0) & 0xf;
  return String((digest.readUInt32BE(offset) & 0x7fff_ffff) % 1_000_000).padStart(6, '0');
}

type Response = Awaited<ReturnType<TestApi['post']>>;

const cookiesOf = ({ cookies }: Response): CallerHeaders => ({
  cookie: cookies.map(({ name, value }) => `${name}=${encodeURIComponent(value)}`).join('; '),
});
const kindOf = async (caller: CallerHeaders): Promise<string> =>
  (await api.graphql(caller, '{ viewer { kind } }')).data.viewer.kind;

test('once it is set up, the password alone opens nothing; the code of the app does, a wrong one does not', async () => {
  const signedIn = await api.signedIn(office, 'SUPERVISOR');
  const enabled = await api.post('/api/auth/two-factor/enable', { password: TEST_PASSWORD }, signedIn);
  expect(enabled.statusCode).toBe(200);
  const { totpURI, backupCodes } = enabled.json() as { totpURI: string; backupCodes: string[] };
  expect(backupCodes.length).toBeGreaterThan(5);
  paper = backupCodes;
  // It holds from the first right code on, so that nobody locks themselves out with an app that was never set up.
  const confirmed = await api.post('/api/auth/two-factor/verify-totp', { code: codeOf(totpURI) }, signedIn);
  expect(confirmed.statusCode).toBe(200);

  const email = office.emailOf('SUPERVISOR');
  const password = await api.post('/api/auth/sign-in/email', { email, password: TEST_PASSWORD });
  expect(password.json()).toMatchObject({ twoFactorRedirect: true });
  const halfway = cookiesOf(password);
  expect(await kindOf(halfway)).toBe('PUBLIC');
  const wrong = await api.post('/api/auth/two-factor/verify-totp', { code: '000000' }, halfway);
  expect(wrong.statusCode).toBe(401);
  expect(await kindOf(cookiesOf(wrong))).toBe('PUBLIC');
  const right = await api.post('/api/auth/two-factor/verify-totp', { code: codeOf(totpURI) }, halfway);
  expect(right.statusCode).toBe(200);
  expect(await kindOf(cookiesOf(right))).toBe('STAFF');
});

test('a code of the paper opens it once, where the app is lost', async () => {
  const email = office.emailOf('SUPERVISOR');
  const halfway = async () =>
    cookiesOf(await api.post('/api/auth/sign-in/email', { email, password: TEST_PASSWORD }));
  const [row] = await api.office.database.asPlatform((query) =>
    query<{ secret: string; backupCodes: string }>({
      text: 'select "secret", "backupCodes" from identity."twoFactor"',
      values: [],
    }),
  );
  // Neither lies in the database as it is.
  expect(row?.secret).not.toMatch(/^[A-Z2-7]+$/);
  expect(row?.backupCodes).not.toContain('-');
  const answer = async (code: string) =>
    api.post('/api/auth/two-factor/verify-backup-code', { code }, await halfway());
  const wrong = await answer('aaaaa-bbbbb');
  expect(wrong.statusCode).toBe(401);
  expect(await kindOf(cookiesOf(wrong))).toBe('PUBLIC');
  const [code = ''] = paper;
  const right = await answer(code);
  expect(right.statusCode).toBe(200);
  expect(await kindOf(cookiesOf(right))).toBe('STAFF');
  expect((await answer(code)).statusCode).toBe(401);
});

test('new codes for the paper take the password, and end the old ones', async () => {
  // The tests above have used up the few tries that an address has within seconds.
  await api.office.database.asPlatform((query) =>
    query({ text: 'delete from identity."rateLimit"', values: [] }),
  );
  const email = office.emailOf('SUPERVISOR');
  const signIn = async (code: string) => {
    const halfway = cookiesOf(await api.post('/api/auth/sign-in/email', { email, password: TEST_PASSWORD }));
    return api.post('/api/auth/two-factor/verify-backup-code', { code }, halfway);
  };
  const [, code = '', unused = ''] = paper;
  const signedIn = cookiesOf(await signIn(code));
  const renew = (password: string) =>
    api.post('/api/auth/two-factor/generate-backup-codes', { password }, signedIn);
  expect((await renew('not-the-password')).statusCode).toBe(400);
  const renewed = await renew(TEST_PASSWORD);
  expect(renewed.statusCode).toBe(200);
  const { backupCodes } = renewed.json() as { backupCodes: string[] };
  expect(backupCodes).toHaveLength(paper.length);
  expect((await signIn(unused)).statusCode).toBe(401);
  expect((await signIn(backupCodes[0] ?? '')).statusCode).toBe(200);
});
