import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { launchBrowser, openPage } from './support/browser.ts';
import { type Product, startProduct } from './support/product.ts';

/**
 * npm run screens: the pictures of the README, of the running product with its demo offices and the register of the
 * tourism office. What is shown is set up through the API, so that a new look needs no new way through the screens.
 */

const ROOT = resolve(import.meta.dirname, '../..');
const FOLDER = join(ROOT, 'docs', 'screens');
const REGISTER = join(ROOT, 'registers', 'tourism-bureau-2010.csv');
const SANCTIONS = join(ROOT, 'registers', 'tourism-bureau-2010.sanctions.csv');
const WIDTH = 1440;
const PHONE = 390;

type Locale = 'zh-CN' | 'en';
interface Account {
  readonly email: string;
  readonly password: string;
}
interface Office {
  readonly sector: string;
  readonly apiKey: string;
  readonly signIns: readonly (Account & { readonly role: string })[];
}

const product = await startProduct();
try {
  const browser = await launchBrowser();
  try {
    await takeAll(browser);
  } finally {
    await browser.close();
  }
} finally {
  await product.stop();
}

async function takeAll(browser: Browser): Promise<void> {
  mkdirSync(FOLDER, { recursive: true });
  const tourism = officeOf(product, 'TOURISM');
  const hospital = officeOf(product, 'HOSPITAL');
  const telecom = officeOf(product, 'TELECOM');
  const checked = await checkedImport(tourism, REGISTER, 'COMPLAINTS');
  const zh = await signedIn(browser, { account: memberOf(tourism, 'SUPERVISOR') });
  await take(zh, `/import/${checked}`, { name: 'import.zh', height: 900 });
  await taken(tourism, checked);
  await taken(tourism, await checkedImport(tourism, SANCTIONS, 'SANCTIONS'));
  const report = await reportOf(tourism, 2010);
  await take(zh, `/report/${report}`, { name: 'report.zh', height: 1200 });
  await take(zh, '/report', { name: 'reports.zh', height: 720 });
  await take(zh, '/complaints?view=all', { name: 'inbox.zh', height: 720 });
  const en = await signedIn(browser, { account: memberOf(tourism, 'SUPERVISOR'), locale: 'en' });
  await take(en, `/report/${report}`, { name: 'report.en', height: 1200 });
  const ward = await signedIn(browser, { account: memberOf(hospital, 'SUPERVISOR') });
  await take(ward, `/complaints/${await busiestOf(hospital)}`, { name: 'complaint.zh', height: 680 });
  await take(ward, '/team', { name: 'team.zh', height: 900 });
  const calls = await signedIn(browser, { account: memberOf(telecom, 'HANDLER') });
  await take(calls, '/register', { name: 'register.zh', height: 900 });
  await take(calls, '/complaints', { name: 'inbox.phone.zh', height: 844, width: PHONE });
  const head = await signedIn(browser, { account: memberOf(tourism, 'ADMINISTRATOR') });
  await take(head, '/administration/members', { name: 'members.zh', height: 720 });
  await take(head, '/administration/deadlines', { name: 'deadlines.zh', height: 900 });
  await take(head, '/account', { name: 'account.zh', height: 800 });
  const { oversight } = product.demo<{ readonly oversight: Account }>();
  const above = await signedIn(browser, { account: oversight });
  await take(above, '/oversight', { name: 'oversight.zh', height: 1100 });
  const anybody = await signedIn(browser, {});
  await take(anybody, '/', { name: 'sign-in.zh', height: 600 });
  await take(anybody, '/o/tourism', { name: 'office.phone.zh', height: 844, width: PHONE });
  await take(anybody, '/o/tourism/submit', { name: 'submit.phone.zh', height: 844, width: PHONE });
}

function officeOf({ demo }: Product, sector: string): Office {
  const found = demo<{ readonly organizations: readonly Office[] }>().organizations.find(
    (office) => office.sector === sector,
  );
  if (!found) throw new Error(`The demo has no office of the sector ${sector}.`);
  return found;
}

function memberOf({ sector, signIns }: Office, role: string): Account {
  const member = signIns.find((each) => each.role === role);
  if (!member) throw new Error(`${sector} has no ${role}.`);
  return member;
}

interface Visitor {
  /** Absent: somebody of the public. */
  readonly account?: Account;
  readonly locale?: Locale;
}

/** A page with somebody signed in. */
async function signedIn(browser: Browser, { account, locale = 'zh-CN' }: Visitor): Promise<Page> {
  const { page } = await openPage(browser, { url: product.url, locale, ownStyles: true });
  if (account) {
    const { email, password } = account;
    const answer = await page.request.post(`${product.url}/api/auth/sign-in/email`, {
      data: { email, password },
      headers: { origin: product.url },
    });
    if (!answer.ok()) throw new Error(await answer.text());
  }
  return page;
}

/** Takes the picture of a page. A README is read on slow lines too: its height keeps it below 150 kB. */
async function take(
  page: Page,
  path: string,
  {
    name,
    height,
    width = WIDTH,
  }: { readonly name: string; readonly height: number; readonly width?: number },
): Promise<void> {
  await page.setViewportSize({ width, height });
  await page.goto(`${product.url}${path}`, { waitUntil: 'networkidle' });
  const picture = await standingStill(page);
  writeFileSync(join(FOLDER, `${name}.png`), picture);
  process.stdout.write(`docs/screens/${name}.png ${Math.round(picture.length / 1000)} kB\n`);
}

/**
 * The page once everything has arrived, its fonts too, and it looks the same twice. The browser keeps words as it shaped
 * them before their font was there (blank, on a machine without Chinese fonts): with another setting it shapes them anew.
 */
async function standingStill(page: Page): Promise<Buffer> {
  let before: Buffer | undefined;
  for (let look = 1; ; look += 1) {
    const arrived = await page.evaluate(
      () =>
        document.fonts.status === 'loaded' &&
        document.querySelector('main') !== null &&
        document.querySelector('.ant-skeleton, .ant-spin-spinning') === null,
    );
    await page.addStyleTag({ content: `* { font-feature-settings: "kern" 1, "look" ${look} !important; }` });
    const picture = await page.screenshot({ animations: 'disabled', caret: 'hide' });
    if (arrived && before?.equals(picture)) return picture;
    before = arrived ? picture : undefined;
    await page.waitForTimeout(1_000);
  }
}

/** Uploads a sheet and has it checked; its id. */
async function checkedImport(office: Office, path: string, kind: string): Promise<string> {
  const form = new FormData();
  form.append('file', new Blob([readFileSync(path)]), basename(path));
  const headers = { authorization: `Bearer ${office.apiKey}` };
  const stored = await fetch(`${product.url}/files`, { method: 'POST', headers, body: form });
  const { file } = (await stored.json()) as { readonly file: string };
  const { id } = await mutate(office, 'importCreate', { file, name: basename(path), kind });
  await mutate(office, 'importCheck', { id });
  await reached(office, id, 'CHECKED');
  return id;
}

/** Has a checked sheet taken in. */
async function taken(office: Office, id: string): Promise<void> {
  await mutate(office, 'importStart', { id, again: false });
  await reached(office, id, 'COMPLETED');
}

async function reached(office: Office, id: string, status: string): Promise<void> {
  const query = 'query ($id: ID!) { import(id: $id) { status refused error } }';
  for (;;) {
    const { import: now } = await ask<{
      readonly import: { readonly status: string; readonly refused: number; readonly error: string | null };
    }>(office, query, { id });
    if (now.status === 'FAILED' || now.refused > 0) throw new Error(`An import went wrong: ${now.error}`);
    if (now.status === status) return;
    await new Promise((resume) => setTimeout(resume, 200));
  }
}

async function reportOf(office: Office, year: number): Promise<string> {
  const { id } = await mutate(office, 'reportCreate', { period: { kind: 'YEAR', year } });
  return id;
}

/** The complaint that is due next, with something running on it. */
async function busiestOf(office: Office): Promise<string> {
  const query = `{ complaints(first: 20, filter: { open: true }, order: DUE_ASC) {
    edges { node { id clocks { state } history { seq } } } } }`;
  const { complaints } = await ask<{
    readonly complaints: {
      readonly edges: readonly {
        readonly node: {
          readonly id: string;
          readonly clocks: readonly unknown[];
          readonly history: readonly unknown[];
        };
      }[];
    };
  }>(office, query);
  const nodes = complaints.edges.map(({ node }) => node);
  const [busiest] = nodes.toSorted(
    (a, b) => b.clocks.length + b.history.length - (a.clocks.length + a.history.length),
  );
  if (!busiest) throw new Error(`${office.sector} has nothing open.`);
  return busiest.id;
}

/** A mutation of an import or a report; the object it gives. @throws Error with why it was refused */
async function mutate(office: Office, name: string, input: object): Promise<{ readonly id: string }> {
  const noun = name.startsWith('import') ? 'import' : 'report';
  const inputType = `${name.charAt(0).toUpperCase()}${name.slice(1)}Input`;
  const query = `mutation ($input: ${inputType}!) {
    ${name}(input: $input) { ${noun} { id } userErrors { message } } }`;
  const data = await ask<Record<string, Record<string, unknown>>>(office, query, { input });
  const errors = data[name]?.['userErrors'] as readonly { readonly message: string }[];
  if (errors.length > 0) throw new Error(errors.map(({ message }) => message).join(' '));
  return data[name]?.[noun] as { readonly id: string };
}

async function ask<Data>(office: Office, query: string, variables: object = {}): Promise<Data> {
  const response = await fetch(`${product.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${office.apiKey}` },
    body: JSON.stringify({ query, variables }),
  });
  const { data, errors } = (await response.json()) as { readonly data: Data; readonly errors?: unknown };
  if (errors) throw new Error(JSON.stringify(errors));
  return data;
}
