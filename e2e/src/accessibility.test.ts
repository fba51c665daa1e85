import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { routesOf, settled, violationsOf } from './support/accessibility.ts';
import { launchBrowser, openPage } from './support/browser.ts';
import { Client, demoOrganizations } from './support/office.ts';
import { type Product, startProduct } from './support/product.ts';

/**
 * Every address that the application's own router knows, in the states in which people meet it, without a violation of
 * WCAG 2.2 AA: on a desk and on a telephone, light and dark. An address with a parameter has to be filled in below; a
 * new one that is not makes this fail.
 */

const SECTOR = 'TOURISM';
const ROWS = readFileSync(
  join(resolve(import.meta.dirname, '../..'), 'registers', 'tourism-bureau-2010.csv'),
  'utf8',
);

/** An address, and what can be opened there, one after the other. */
interface Screen {
  readonly path: string;
  readonly states?: readonly State[];
}

interface State {
  readonly name: string;
  readonly open: (page: Page) => Promise<unknown>;
  /** Only this part of the page: the rest has been looked at before. */
  readonly within?: string;
}

let product: Product;
let browser: Browser;
let client: Client;

beforeAll(async () => {
  [product, browser] = await Promise.all([startProduct(), launchBrowser()]);
  client = new Client(() => product, SECTOR);
});
afterAll(async () => {
  await browser?.close();
  await product?.stop();
});

/** Does something through the API; the id of what it gives. */
async function mutate(name: string, input: object): Promise<string> {
  const type = `${name.charAt(0).toUpperCase()}${name.slice(1)}Input`;
  const noun = name.replace(/[A-Z].*/, '');
  const { payload } = await client.ask<{ payload: Record<string, { readonly id: string }> }>(
    `mutation ($input: ${type}!) { payload: ${name}(input: $input) { ${noun} { id } } }`,
    { input },
  );
  const made = payload[noun];
  if (!made) throw new Error(`${name} gave no ${noun}.`);
  return made.id;
}

/** One of everything that an address can name. */
async function examples(): Promise<Readonly<Record<'complaint' | 'import' | 'report', string>>> {
  const complaint = await mutate('complaintRegister', {
    ...{ kind: 'COMPLAINT', channel: 'PHONE', disclosure: 'CONFIDENTIAL', category: 'ATTRACTION_SERVICE' },
    ...{ content: '售票时未告知闭园时间', complainant: { name: '周敏', phone: '13900000055' } },
    respondent: { name: '甲景区', type: 'ATTRACTION' },
  });
  await mutate('complaintAccept', { id: complaint });
  const file = await client.upload('register.csv', ROWS);
  const ids = {
    complaint,
    import: await mutate('importCreate', { file, name: 'register.csv', kind: 'COMPLAINTS' }),
    report: await mutate('reportCreate', { period: { kind: 'YEAR', year: 2026 } }),
  };
  await mutate('importCheck', { id: ids.import });
  return ids;
}

const DIALOG = '[role="dialog"]';
const ACTIONS = [
  ...['ANSWER', 'PROMISE', 'RECORD_CONTACT', 'NOTE', 'ADD_EVIDENCE', 'CONCLUDE', 'ASSIGN'],
  ...['GIVE_REMEDY', 'IMPOSE_SANCTION', 'CORRECT'],
];

const key = (pressed: string) => (page: Page) => page.keyboard.press(pressed);
const layer = (name: string, open: State['open']): State => ({
  ...{ name, within: DIALOG },
  open: async (page) => {
    await open(page);
    await page.locator(DIALOG).waitFor();
  },
});

/** What the addresses are looked at with; one that is not named here is looked at as it is. */
function screensOf(ids: Awaited<ReturnType<typeof examples>>): Readonly<Record<string, readonly Screen[]>> {
  return {
    '/complaints': [
      { path: '/complaints?view=all', states: [layer('palette', key('Control+k'))] },
      { path: '/complaints?search=没有这样的投诉', states: [layer('keys', key('?'))] },
      {
        path: '/complaints?view=mine',
        states: [layer('filters', (page) => page.getByRole('button', { name: '筛选', exact: true }).click())],
      },
    ],
    '/complaints/:id': [
      {
        path: `/complaints/${ids.complaint}`,
        states: ACTIONS.map((action) => ({
          ...{ name: action, within: '.case-next' },
          open: async (page) => {
            await page.evaluate((hash) => window.location.assign(hash), `#do=${action}`);
            await page.locator(`form#${action}`).waitFor();
          },
        })),
      },
    ],
    '/register': [
      {
        path: '/register',
        states: [
          {
            name: 'settled on the spot, with gaps',
            open: async (page) => {
              await page.locator('summary').first().click();
              await page.getByRole('checkbox').check();
              await page.keyboard.press('Control+Enter');
              await page.locator('.ant-form-item-explain-error').first().waitFor();
            },
          },
        ],
      },
    ],
    '/import/:id': [{ path: `/import/${ids.import}` }],
    '/report/:id': [{ path: `/report/${ids.report}` }],
    '/*': [{ path: '/nowhere' }],
  };
}

/** Signs a context in without the screens: they are looked at in their turn. */
async function signIn(context: BrowserContext, role: string): Promise<void> {
  const account = demoOrganizations(product)
    .find(({ sector }) => sector === SECTOR)
    ?.signIns.find((each) => each.role === role);
  const answer = await context.request.post(`${product.url}/api/auth/sign-in/email`, {
    data: { email: account?.email, password: account?.password },
    headers: { origin: product.url },
  });
  if (!answer.ok()) throw new Error(await answer.text());
}

/** Looks at screens, some at a time; every violation with the screen on which it stands. */
async function lookAt(screens: readonly Screen[], role?: string): Promise<string[]> {
  const { page: first, close } = await openPage(browser, { url: product.url });
  const context = first.context();
  if (role) await signIn(context, role);
  const waiting = [...screens];
  const found: string[] = [];
  const look = async (page: Page) => {
    for (let screen = waiting.shift(); screen; screen = waiting.shift()) {
      const { path, states = [] } = screen;
      await page.goto(`${product.url}${path}`);
      await settled(page);
      for (const { name, open, within } of [{ name: '', open: null, within: undefined }, ...states]) {
        await open?.(page);
        const violations = await violationsOf(page, within);
        found.push(...violations.map((each) => `${path} ${name}: ${each}`));
      }
    }
  };
  await Promise.all([look(first), context.newPage().then(look)]);
  await close();
  return found;
}

test('a violation is found', async () => {
  const { page, close } = await openPage(browser, { url: product.url });
  await settled(page);
  await page.evaluate(() => document.body.insertAdjacentHTML('afterbegin', '<button>'));
  expect(await violationsOf(page)).toContainEqual(expect.stringContaining('button-name'));
  await close();
});

test('no screen of those who are signed in violates WCAG 2.2 AA, nor does the sign-in', async () => {
  const screens = screensOf(await examples());
  const { page, close } = await openPage(browser, { url: product.url });
  await signIn(page.context(), 'SUPERVISOR');
  await page.goto(product.url);
  await settled(page);
  const routes = await routesOf(page);
  await close();
  expect(routes).toEqual(expect.arrayContaining(['/complaints', '/complaints/:id', '/register', '/*']));
  const all = routes.flatMap((route) => screens[route] ?? [{ path: route }]);
  expect(
    all.filter(({ path }) => path.includes(':')),
    'name an example of it in screensOf()',
  ).toEqual([]);
  expect([...(await lookAt([{ path: '/' }])), ...(await lookAt(all, 'SUPERVISOR'))]).toEqual([]);
});
