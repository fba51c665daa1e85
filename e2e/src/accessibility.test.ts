import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { goWithin, NOWHERE, routesOf, settled, violationsOf } from './support/accessibility.ts';
import { launchBrowser, openPage } from './support/browser.ts';
import { Client, demoOrganizations } from './support/office.ts';
import { type Product, startUsedProduct } from './support/product.ts';
import { accountOf, cookieOf, signedIn } from './support/sign-in.ts';

/**
 * Every address that the applications' own routers know, in the states in which people meet it, without a violation of
 * WCAG 2.2 AA: on a desk and on a telephone, light and dark. What stands below an address (`/administration/*`) is found
 * by its links. An address with a parameter has to be filled in below; a new one that is not makes this fail.
 */

const SECTOR = 'TOURISM';
const ROWS = readFileSync(
  join(resolve(import.meta.dirname, '../..'), 'registers', 'tourism-bureau-2010.csv'),
  'utf8',
);

/** Some sixty screens in each of two looks, on a machine that may be busy with other tests. */
const MANY = { timeout: 900_000 };

/** An address, and what can be opened there, one after the other. */
interface Screen {
  readonly path: string;
  /** Who looks at it; the supervisor unless said. */
  readonly role?: string;
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
  [product, browser] = await Promise.all([startUsedProduct(), launchBrowser()]);
  client = new Client(() => product, await cookieOf(product, accountOf(product, SECTOR, 'SUPERVISOR')));
});
afterAll(async () => {
  await browser?.close();
  await product?.stop();
});

/** One of everything that an address can name. */
async function examples() {
  const complaint = await client.mutate('complaintRegister', {
    ...{ kind: 'COMPLAINT', channel: 'PHONE', disclosure: 'CONFIDENTIAL', category: 'ATTRACTION_SERVICE' },
    ...{ content: '售票时未告知闭园时间', complainant: { name: '周敏', phone: '13900000055' } },
    respondent: { name: '甲景区', type: 'ATTRACTION' },
  });
  await client.mutate('complaintAccept', { id: complaint });
  const { viewer } = await client.ask<{
    viewer: { organization: { departments: { id: string }[] } };
  }>('{ viewer { organization { departments { id } } } }');
  const departmentId = viewer.organization.departments[0]?.id;
  const file = await client.upload('register.csv', ROWS);
  const { respondents } = await client.ask<{
    respondents: { edges: { node: { id: string } }[] };
  }>('{ respondents(first: 1, filter: { search: "甲景区" }) { edges { node { id } } } }');
  const ids = {
    complaint,
    respondent: respondents.edges[0]?.node.id,
    import: await client.mutate('importCreate', { file, name: 'register.csv', kind: 'COMPLAINTS' }),
    incident: await client.mutate('incidentOpen', {
      ...{ title: '甲景区多人反映提前闭园', reason: '同一天同一景区', category: 'ATTRACTION_SERVICE' },
      ...{ complaintIds: [complaint], team: { departmentId } },
    }),
    report: await client.mutate('reportCreate', { period: { kind: 'YEAR', year: 2026 } }),
  };
  await client.mutate('importCheck', { id: ids.import });
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
    '/report/preview': [{ path: '/report/preview?kind=QUARTER&year=2026&number=3' }],
    '/import/:id': [{ path: `/import/${ids.import}` }],
    '/respondents/:id': [{ path: `/respondents/${ids.respondent}` }],
    '/incidents/:id': [{ path: `/incidents/${ids.incident}` }],
    '/report/:id': [{ path: `/report/${ids.report}` }],
    // Of a sector that has engineers: looked at in engineering.test.ts.
    '/engineering/:outlet?': [],
    '/*': [{ path: NOWHERE }],
  };
}

/** Who sees a part of the product that the supervisor does not. */
const ROLES: Readonly<Record<string, string>> = { '/administration/*': 'ADMINISTRATOR' };

/** Before anybody has signed in; the pages that letters lead to stand beside the router. */
const OUTSIDE: readonly Screen[] = [
  ...['/', '/invitation', '/reset-password', '/forgot-password'].map((path) => ({ path })),
];

const next = (page: Page) => page.getByRole('button', { name: '下一步' }).click();
const heading = (page: Page, name: string) => page.getByRole('heading', { level: 1, name }).waitFor();

/** The way of a complaint through an office's own page, each step of which is a screen. */
function publicScreensOf(slug: string): Readonly<Record<string, readonly Screen[]>> {
  const states: readonly State[] = [
    { name: 'nothing chosen', open: next },
    {
      name: 'what happened',
      open: async (page) => {
        await page.getByRole('radio', { name: '景区' }).check();
        await page.getByRole('radio', { name: '景区服务' }).check();
        await next(page);
        await page.getByLabel('请写下经过').fill('检票口排队两小时，工作人员辱骂游客，要求道歉。');
      },
    },
    { name: 'details', open: next },
    {
      name: 'who',
      open: async (page) => {
        await page.getByLabel('被投诉的单位或个人').fill('莲花山景区');
        await next(page);
      },
    },
    {
      name: 'check',
      open: async (page) => {
        await page.getByRole('radio', { name: /匿名/ }).check();
        await next(page);
        await page.getByLabel(/我同意/).waitFor();
      },
    },
    {
      name: 'receipt',
      open: async (page) => {
        await page.getByLabel(/我同意/).check();
        await page.getByRole('button', { name: '提交' }).click();
        await heading(page, '已收到您的投诉');
      },
    },
    {
      name: 'progress',
      open: async (page) => {
        await page.getByRole('link', { name: '查看进展' }).click();
        await page.getByText('您提交了投诉').waitFor();
      },
    },
  ];
  return {
    '/o/:slug': [{ path: `/o/${slug}` }],
    '/o/:slug/submit': [{ path: `/o/${slug}/submit`, states }],
    // Shown once, after sending: a state of the form.
    '/o/:slug/receipt': [],
    '/o/:slug/track': [{ path: `/o/${slug}/track` }],
  };
}

/** The screens of an application, by the addresses that its router knows. */
async function screensOfApplication(options: {
  readonly start: string;
  readonly named: Readonly<Record<string, readonly Screen[]>>;
  readonly role?: string;
}): Promise<readonly Screen[]> {
  const { start, named, role } = options;
  const page = await pageOf(role, start);
  await settled(page);
  const routes = await routesOf(page);
  await page.context().close();
  const screens = await Promise.all(
    routes.map(async (route): Promise<readonly Screen[]> => {
      const as = ROLES[route] ?? role;
      const seen = named[route] ?? (route.endsWith('/*') ? await below(route, as) : [{ path: route }]);
      return seen.map((screen) => ({ ...(as ? { role: as } : {}), ...screen }));
    }),
  );
  return screens.flat();
}

/** The pages below an address, by the links that lead to them from its first. */
async function below(route: string, role: string | undefined): Promise<readonly Screen[]> {
  const base = route.replace('/*', '');
  const page = await pageOf(role, base);
  await settled(page);
  const links = await page
    .locator(`a[href^="${base}/"]`)
    .evaluateAll((all) => all.map((link) => link.getAttribute('href') ?? ''));
  await page.context().close();
  expect(links, `pages below ${base}`).not.toEqual([]);
  return [...new Set([base, ...links])].map((path) => ({ path }));
}

/** A page of somebody of this role, or of nobody, at a path. */
async function pageOf(role: string | undefined, path: string): Promise<Page> {
  const account = role ? accountOf(product, SECTOR, role) : undefined;
  const { page } = account
    ? await signedIn({ product, browser, account, path })
    : await openPage(browser, { url: `${product.url}${path}` });
  return page;
}

/** Looks at a screen and at what can be opened there; a state that does not come about is named, like a violation. */
async function lookAtOne(page: Page, path: string, states: readonly State[]): Promise<string[]> {
  const found: string[] = [];
  for (const { name, open, within } of [{ name: '', open: settled, within: undefined }, ...states]) {
    const violations = await open(page)
      .then(() => violationsOf(page, within))
      .catch((error: unknown) => [String(error)]);
    found.push(...violations.map((each) => `${path} ${name}: ${each}`));
  }
  return found;
}

/** Looks at screens, two at a time; every violation with the screen on which it stands. */
async function lookAt(screens: readonly Screen[]): Promise<string[]> {
  expect(
    screens.filter(({ path }) => path.includes(':')),
    'an address with a parameter: name an example of it',
  ).toEqual([]);
  const waiting = [...screens];
  const found: string[] = [];
  const look = async () => {
    let page: Page | undefined;
    let before: Screen | undefined;
    for (let screen = waiting.shift(); screen; screen = waiting.shift()) {
      const { path, role, states = [] } = screen;
      if (!page || before?.role !== role) {
        await page?.context().close();
        page = await pageOf(role, path);
      }
      // What was opened on the screen before may be in the way; to load the application anew takes the longest of all.
      else if (before?.states || !role || path === NOWHERE) await page.goto(`${product.url}${path}`);
      else await goWithin(page, path);
      before = screen;
      found.push(...(await lookAtOne(page, path, states)));
    }
    await page?.context().close();
  };
  await Promise.all([look(), look()]);
  return found;
}

test('a violation is found', async () => {
  const { page, close } = await openPage(browser, { url: product.url });
  await settled(page);
  await page.evaluate(() => document.body.insertAdjacentHTML('afterbegin', '<button>'));
  expect(await violationsOf(page)).toContainEqual(expect.stringContaining('button-name'));
  await close();
});

test('no screen of those who are signed in violates WCAG 2.2 AA, nor does the way in', MANY, async () => {
  const named = screensOf(await examples());
  const screens = await screensOfApplication({ start: '/complaints', named, role: 'SUPERVISOR' });
  const paths = screens.map(({ path }) => path);
  expect(paths).toEqual(expect.arrayContaining(['/register', '/import', '/report', '/administration/keys']));
  expect(await lookAt([...OUTSIDE, ...screens])).toEqual([]);
});

test('no public page violates WCAG 2.2 AA', MANY, async () => {
  const office = demoOrganizations(product).find(({ sector }) => sector === SECTOR);
  const screens = await screensOfApplication({ start: '/o', named: publicScreensOf(office?.slug ?? '') });
  expect(screens.map(({ path }) => path)).toContain('/o');
  expect(await lookAt(screens)).toEqual([]);
});
