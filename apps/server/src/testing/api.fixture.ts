import { randomBytes } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Role, SCOPES, type Scope } from '@huiyin/domain';
import type { FastifyInstance, LightMyRequestResponse } from 'fastify';
import type { GraphQLSchema } from 'graphql';
import { composeRoutes, composeSchema } from '../composition.ts';
import { buildApp } from '../http/app.ts';
import { createOrganization, createStaff, ensureAccount } from '../identity/accounts.ts';
import { createApiKey } from '../identity/api-key.ts';
import { openAuth } from '../identity/auth.ts';
import { Identity } from '../identity/identity.ts';
import { LockOut } from '../identity/lock-out.ts';
import { folderMailer } from '../identity/mailer.ts';
import { grantOversight, type NewGrant } from '../identity/oversight-grants.ts';
import { type Budgets, Meter } from '../metering/meter.ts';
import { openTestOffice, type TestOffice } from './office.fixture.ts';

/** Headers by which a caller is known: a session's cookie, or a key. */
export type CallerHeaders = Readonly<Record<string, string>>;

/** What GraphQL answered. */
export interface Answer {
  // biome-ignore lint/suspicious/noExplicitAny: tests look into answers of many shapes.
  readonly data: any;
  readonly errors?: readonly { readonly message: string; readonly extensions: { readonly code: string } }[];
}

export interface TestOrganization {
  readonly tenantId: string;
  readonly slug: string;
  readonly departmentIds: readonly string[];
  emailOf(role: Role): string;
}

export const TEST_PASSWORD = 'a-password-for-tests';
const ORIGIN = 'http://localhost:4000';

/** The whole server without its port: requests go through sign-in, schema, services and database. */
export interface TestApi {
  readonly office: TestOffice;
  /** What sessions are signed with. */
  readonly secret: string;
  readonly app: FastifyInstance;
  readonly schema: GraphQLSchema;
  /** An organisation with a member of every role named, in Shenzhen unless another region is given. */
  organization(sector: string, roles?: readonly Role[], region?: string): Promise<TestOrganization>;
  /** Grants oversight to the account of an address, which is made where there is none; the account's id. */
  granted(email: string, ...grants: Omit<NewGrant, 'userId' | 'grantedBy'>[]): Promise<string>;
  /** Signs in whoever has the address. */
  signedInAs(email: string): Promise<CallerHeaders>;
  /** Signs a member in. */
  signedIn(organization: TestOrganization, role: Role): Promise<CallerHeaders>;
  keyOf(organization: TestOrganization, scopes?: readonly Scope[]): Promise<CallerHeaders>;
  graphql(caller: CallerHeaders, query: string, variables?: object): Promise<Answer>;
  post(path: string, body: object, headers?: CallerHeaders): Promise<LightMyRequestResponse>;
  /** Keeps a file; its hash. */
  upload(caller: CallerHeaders, name: string, content: string | Buffer): Promise<string>;
  /** Letters sent so far, oldest first. */
  letters(): readonly string[];
  close(): Promise<void>;
}

/**
 * @param beside another server, whose database and sessions this one shares; absent: on its own
 * @param budgets what keys may spend
 */
export async function openTestApi(beside?: TestApi, budgets?: Budgets): Promise<TestApi> {
  const office = await openTestOffice(beside?.office.store);
  const secret = beside?.secret ?? randomBytes(32).toString('hex');
  const { database, services } = office;
  const mailFolder = join(office.filesFolder, '..', 'mail');
  const { auth, close: closeAuth } = openAuth({
    url: office.appUrl,
    secret,
    publicUrl: ORIGIN,
    mailer: folderMailer(mailFolder),
    lockOut: new LockOut((statement) => database.asPlatform((query) => query(statement))),
  });
  const identity = new Identity(database, auth);
  const meter = new Meter(database, budgets);
  const schema = composeSchema(services, () => identity.forgetAll());
  const app = await buildApp({
    schema,
    identity,
    auth,
    changes: services.changes,
    meter,
    publicUrl: ORIGIN,
    logLevel: process.env['LOG_LEVEL'] ?? 'silent',
    isReady: async () => true,
    routes: composeRoutes(services, ORIGIN),
  });
  let organizations = 0;

  const post: TestApi['post'] = (path, body, headers = {}) =>
    app.inject({
      method: 'POST',
      url: path,
      headers: { origin: ORIGIN, 'content-type': 'application/json', ...headers },
      payload: JSON.stringify(body),
    });

  const signedInAs: TestApi['signedInAs'] = async (email) => {
    const response = await post('/api/auth/sign-in/email', { email, password: TEST_PASSWORD });
    const cookies = response.cookies.map(({ name, value }) => `${name}=${encodeURIComponent(value)}`);
    return { cookie: cookies.join('; '), origin: ORIGIN };
  };

  return {
    office,
    secret,
    app,
    schema,
    post,
    async organization(sector, roles = ['SUPERVISOR'], region = '440300') {
      organizations += 1;
      const slug = `org-${organizations}-${randomBytes(3).toString('hex')}`;
      const { tenantId, departmentIds } = await createOrganization(database, {
        ...{
          slug,
          sector,
          region,
          name: `机构${organizations}`,
          nameEn: `Office ${organizations}`,
        },
        departments: [{ name: '投诉科', nameEn: 'Complaints' }],
      });
      const emailOf = (role: Role): string => `${role.toLowerCase()}@${slug}.example`;
      for (const role of roles) {
        const belongs = role === 'HANDLER' || role === 'DEPARTMENT_LEAD';
        await createStaff(database, {
          ...{ tenantId, role, name: role, email: emailOf(role), password: TEST_PASSWORD },
          departmentId: belongs ? departmentIds[0] : undefined,
        });
      }
      return { tenantId, slug, departmentIds, emailOf };
    },
    async granted(email, ...grants) {
      const account = { email, password: TEST_PASSWORD, name: '督查员' };
      const { userId } = await ensureAccount(database, account);
      for (const grant of grants) await grantOversight(database, { ...grant, userId, grantedBy: '市政府' });
      identity.forgetAll();
      return userId;
    },
    signedIn: (organization, role) => signedInAs(organization.emailOf(role)),
    signedInAs,
    async keyOf({ tenantId }, scopes = SCOPES) {
      const { key } = await createApiKey(database, { tenantId, name: 'test', scopes });
      return { authorization: `Bearer ${key}` };
    },
    async graphql(caller, query, variables = {}) {
      const response = await post('/graphql', { query, variables }, { 'accept-language': 'en', ...caller });
      return response.json() as Answer;
    },
    async upload(caller, name, content) {
      const boundary = 'parts';
      const head = `--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="${name}"\r\n\r\n`;
      const response = await app.inject({
        method: 'POST',
        url: '/files',
        headers: { ...caller, 'content-type': `multipart/form-data; boundary=${boundary}` },
        payload: Buffer.concat([
          Buffer.from(head),
          Buffer.from(content),
          Buffer.from(`\r\n--${boundary}--\r\n`),
        ]),
      });
      if (response.statusCode !== 201) throw new Error(response.body);
      return (response.json() as { file: string }).file;
    },
    letters() {
      if (!existsSync(mailFolder)) return [];
      return readdirSync(mailFolder)
        .sort()
        .map((name) => readFileSync(join(mailFolder, name), 'utf8'));
    },
    async close() {
      await app.close();
      await meter.usage.write().catch(() => undefined);
      await closeAuth();
      await office.close();
    },
  };
}
