import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { launchBrowser, openPage } from './support/browser.ts';
import { Client } from './support/office.ts';
import { startProduct } from './support/product.ts';
import { type Account, accountOf, signedIn } from './support/sign-in.ts';

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
  const tourism = new Client(() => product, 'TOURISM');
  const pageOf = async (account: Account, locale: 'zh-CN' | 'en' = 'zh-CN') =>
    (await signedIn({ product, browser, account, locale, ownStyles: true })).page;
  const supervisor = accountOf(product, 'TOURISM', 'SUPERVISOR');
  const checked = await checkedImport(tourism, REGISTER, 'COMPLAINTS');
  const zh = await pageOf(supervisor);
  await take(zh, `/import/${checked}`, { name: 'import.zh', height: 900 });
  await taken(tourism, checked);
  await taken(tourism, await checkedImport(tourism, SANCTIONS, 'SANCTIONS'));
  const report = await tourism.mutate('reportCreate', { period: { kind: 'YEAR', year: 2010 } });
  await take(zh, `/report/${report}`, { name: 'report.zh', height: 1200 });
  await take(zh, '/report', { name: 'reports.zh', height: 720 });
  await take(zh, '/complaints?view=all', { name: 'inbox.zh', height: 720 });
  await take(zh, `/incidents/${await incident(tourism)}`, { name: 'incident.zh', height: 900 });
  await take(zh, `/complaints/${await answered(tourism)}`, { name: 'documents.zh', height: 900 });
  await take(zh, '/respondents', { name: 'respondents.zh', height: 800 });
  await take(zh, '/visits', { name: 'visits.zh', height: 800 });
  const drugs = await pageOf(accountOf(product, 'DRUG_REGULATION', 'SUPERVISOR'));
  await take(drugs, '/products', { name: 'products.zh', height: 800 });
  await take(await pageOf(supervisor, 'en'), `/report/${report}`, { name: 'report.en', height: 1200 });
  const ward = await pageOf(accountOf(product, 'HOSPITAL', 'SUPERVISOR'));
  const busiest = await busiestOf(new Client(() => product, 'HOSPITAL'));
  await take(ward, `/complaints/${busiest}`, { name: 'complaint.zh', height: 680 });
  await take(ward, '/team', { name: 'team.zh', height: 900 });
  await take(ward, '/actions', { name: 'actions.zh', height: 800 });
  await take(ward, '/training', { name: 'training.zh', height: 900 });
  const network = await pageOf(accountOf(product, 'TELECOM', 'SUPERVISOR'));
  await take(network, '/engineering', { name: 'engineering.zh', height: 900 });
  const calls = await pageOf(accountOf(product, 'TELECOM', 'HANDLER'));
  await take(calls, '/register', { name: 'register.zh', height: 900 });
  await take(calls, '/complaints', { name: 'inbox.phone.zh', height: 844, width: PHONE });
  const head = await pageOf(accountOf(product, 'TOURISM', 'ADMINISTRATOR'));
  for (const page of ['members', 'deadlines', 'categories', 'confidentiality']) {
    await take(head, `/administration/${page}`, { name: `${page}.zh`, height: 800 });
  }
  const keeper = await pageOf(accountOf(product, 'PROPERTY', 'ADMINISTRATOR'));
  await take(keeper, '/administration/sites', { name: 'sites.zh', height: 800 });
  await take(head, '/account', { name: 'account.zh', height: 800 });
  const { oversight } = product.demo<{ readonly oversight: Account }>();
  await take(await pageOf(oversight), '/oversight', { name: 'oversight.zh', height: 1100 });
  const { page: anybody } = await openPage(browser, { url: product.url, ownStyles: true });
  await take(anybody, '/', { name: 'sign-in.zh', height: 600 });
  await take(anybody, '/o/tourism', { name: 'office.phone.zh', height: 844, width: PHONE });
  await take(anybody, '/o/tourism/submit', { name: 'submit.phone.zh', height: 844, width: PHONE });
}

/** Takes the picture of a page. A README is read on slow lines too: its height keeps it below 180 kB. */
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
async function checkedImport(office: Client, path: string, kind: string): Promise<string> {
  const file = await office.upload(basename(path), readFileSync(path, 'utf8'));
  const id = await office.mutate('importCreate', { file, name: basename(path), kind });
  await office.mutate('importCheck', { id });
  await reached(office, id, 'CHECKED');
  return id;
}

/** Has a checked sheet taken in. */
async function taken(office: Client, id: string): Promise<void> {
  await office.mutate('importStart', { id, again: false });
  await reached(office, id, 'COMPLETED');
}

async function reached(office: Client, id: string, status: string): Promise<void> {
  const query = 'query ($id: ID!) { import(id: $id) { status refused error } }';
  for (;;) {
    const { import: now } = await office.ask<{
      readonly import: { readonly status: string; readonly refused: number; readonly error: string | null };
    }>(query, { id });
    if (now.status === 'FAILED' || now.refused > 0) throw new Error(`An import went wrong: ${now.error}`);
    if (now.status === status) return;
    await new Promise((resume) => setTimeout(resume, 200));
  }
}

/** The open complaint with the most clocks and the longest history. */
async function busiestOf(office: Client): Promise<string> {
  const nodes = await openOnes(office);
  const [busiest] = nodes.toSorted(
    (a, b) => b.clocks.length + b.history.length - (a.clocks.length + a.history.length),
  );
  if (!busiest) throw new Error('Nothing is open.');
  return busiest.id;
}

/** The incident that the office works on. */
async function incident(office: Client): Promise<string> {
  const { incidents } = await office.ask<Nodes<'incidents'>>(
    '{ incidents(first: 1) { edges { node { id } } } }',
  );
  return firstOf(incidents);
}

/** A complaint that was answered in writing. */
async function answered(office: Client): Promise<string> {
  const { complaints } = await office.ask<Nodes<'complaints'>>(
    '{ complaints(first: 1, filter: { statuses: [CLOSED], search: "夜游" }) { edges { node { id } } } }',
  );
  return firstOf(complaints);
}

interface Connection {
  readonly edges: readonly { readonly node: { readonly id: string } }[];
}
type Nodes<Of extends string> = { readonly [name in Of]: Connection };

function firstOf({ edges }: Connection): string {
  const [first] = edges;
  if (!first) throw new Error('There is nothing to take a picture of.');
  return first.node.id;
}

interface OpenOne {
  readonly id: string;
  readonly clocks: readonly unknown[];
  readonly history: readonly unknown[];
}

async function openOnes(office: Client): Promise<readonly OpenOne[]> {
  const { complaints } = await office.ask<{
    readonly complaints: { readonly edges: readonly { readonly node: OpenOne }[] };
  }>(`{ complaints(first: 20, filter: { open: true }, order: DUE_ASC) {
    edges { node { id clocks { state } history { seq } } } } }`);
  return complaints.edges.map(({ node }) => node);
}
