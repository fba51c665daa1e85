import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Product, startProduct } from './support/product.ts';

/** From an empty production installation to somebody at work: by commands at the console, beside the running server. */

const COMMANDS = resolve(import.meta.dirname, '../../apps/server/dist/cli');
const PRODUCTION = { HUIYIN_MODE: 'production', HUIYIN_SECRET: randomBytes(36).toString('base64') };

let product: Product;

beforeAll(async () => {
  product = await startProduct({ env: PRODUCTION });
});
afterAll(() => product?.stop());

function command(name: string, ...args: string[]): { status: number | null; output: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(COMMANDS, `${name}.js`), ...args], {
    encoding: 'utf8',
    env: { PATH: process.env['PATH'], DATA_DIR: product.dataDir, ...PRODUCTION },
  });
  return { status, output: `${stdout}${stderr}` };
}

const ORGANIZATION = ['--slug', 'gucheng', '--name', '古城市旅游质监所', '--region', '610100'];

test('production has no demo', () => {
  expect(existsSync(join(product.dataDir, 'demo.json'))).toBe(false);
});

test('an organisation is made once, and what is wrong with a command is said', () => {
  expect(command('organization-new', ...ORGANIZATION, '--sector', 'CIRCUS')).toMatchObject({
    status: 1,
    output: expect.stringContaining('TOURISM'),
  });
  const wanted = [...ORGANIZATION, '--sector', 'TOURISM', '--department', '受理科'];
  expect(command('organization-new', ...wanted).status).toBe(0);
  expect(command('organization-new', ...wanted)).toMatchObject({
    status: 1,
    output: expect.stringContaining('gucheng'),
  });
});

test('its members sign in with the password shown once', async () => {
  const member = ['--organization', 'gucheng', '--name', '李明', '--email', 'li@gucheng.example'];
  expect(command('member-new', ...member, '--role', 'HANDLER', '--department', '财务科')).toMatchObject({
    status: 1,
    output: expect.stringContaining('受理科'),
  });
  const made = command('member-new', ...member, '--role', 'HANDLER', '--department', '受理科');
  const password = /: (\S+)\s*$/.exec(made.output)?.[1];
  expect(made).toMatchObject({ status: 0, output: expect.stringContaining('li@gucheng.example') });

  const signedIn = await fetch(`${product.url}/api/auth/sign-in/email`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: product.url },
    body: JSON.stringify({ email: 'li@gucheng.example', password }),
  });
  expect(signedIn.status).toBe(200);
  const cookie = signedIn.headers
    .getSetCookie()
    .map((each) => each.split(';')[0])
    .join('; ');
  const answer = await fetch(`${product.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', cookie },
    body: JSON.stringify({
      query: '{ viewer { name role organization { name departments { name } } } complaints { totalCount } }',
    }),
  });
  expect(await answer.json()).toEqual({
    data: {
      viewer: {
        name: '李明',
        role: 'HANDLER',
        organization: { name: '古城市旅游质监所', departments: [{ name: '受理科' }] },
      },
      complaints: { totalCount: 0 },
    },
  });
  expect(command('member-new', ...member, '--role', 'AUDITOR').status).toBe(1);
});
