import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { lookBehind } from './support/behind.ts';
import { launchBrowser, openPage } from './support/browser.ts';
import { type DataFolder, usedFolder } from './support/data-folder.ts';
import { demoOrganizations } from './support/office.ts';
import { type Product, startProduct } from './support/product.ts';

/** An office of many years: its inbox holds ten thousand cases, and whoever works in it goes through them. */

const CASES = 10_000;
/** More than a tall screen holds, and far less than there are. */
const MOST_DRAWN = 60;
const LIST = `/complaints?view=all&order=RECEIVED_ASC&filter=${JSON.stringify({ receivedTo: '2002-12-31' })}`;

let folder: DataFolder;
let product: Product;
let browser: Browser;

beforeAll(async () => {
  folder = usedFolder();
  [product, browser] = await Promise.all([startProduct({ dataDir: folder.path }), launchBrowser()]);
  await lookBehind(folder, COPY, [CASES]);
});
afterAll(async () => {
  await browser?.close();
  await product?.stop();
  folder?.remove();
});

/** A case of the demo ten thousand times, as if one had come every hour from 2001 on: an import takes far longer. */
const COPY = `
  insert into complaint
  select (jsonb_populate_record(c, jsonb_build_object(
    'id', gen_random_uuid(), 'number', 'LD-2001-' || i, 'external_number', null, 'title', '第' || i || '件',
    'received_at', timestamptz '2001-01-01 00:00+08' + i * interval '1 hour', 'tick_at', null))).*
  from (select c.* from complaint c join organization o on o.id = c.tenant_id
    where o.sector = 'TOURISM' order by c.number limit 1) c, generate_series(1, $1::int) i`;

async function signIn(page: Page): Promise<void> {
  const office = demoOrganizations(product).find(({ sector }) => sector === 'TOURISM');
  const { email, password } = office?.signIns.find(({ role }) => role === 'SUPERVISOR') ?? {};
  const answer = await page.request.post(`${product.url}/api/auth/sign-in/email`, {
    data: { email, password },
    headers: { origin: product.url },
  });
  expect(answer.ok()).toBe(true);
}

/** What the server was asked of the list, and what it answered, in the order of the answers. */
function listen(page: Page): { readonly asked: unknown[]; readonly titles: string[] } {
  const heard = { asked: [] as unknown[], titles: [] as string[] };
  page.on('requestfinished', async (request) => {
    if (!request.url().endsWith('/graphql')) return;
    const { operationName, variables } = request.postDataJSON() as {
      operationName: string;
      variables: { after?: string };
    };
    if (operationName !== 'Inbox' && operationName !== 'InboxPage') return;
    heard.asked.push(variables.after ?? 'first');
    const { data } = (await (await request.response())?.json()) as {
      data: { complaints: { edges: { node: { title: string } }[] } };
    };
    heard.titles.push(...data.complaints.edges.map(({ node }) => node.title));
  });
  return heard;
}

interface Drawn {
  /** Rows and their titles, as they stand in the document. */
  readonly rows: readonly { readonly index: number; readonly title: string }[];
  readonly count: number;
}
function drawn(page: Page): Promise<Drawn> {
  return page.evaluate(() => ({
    rows: [...document.querySelectorAll<HTMLElement>('tbody tr[data-index]')].map((row) => ({
      index: Number(row.dataset['index']),
      title: row.querySelector('a')?.textContent ?? '',
    })),
    count: Number(document.querySelector('.inbox-table')?.getAttribute('aria-rowcount')),
  }));
}

test('every one of ten thousand cases is reached by wheel and keyboard, in order, with few rows drawn', async () => {
  const { page, problems, close } = await openPage(browser, { url: `${product.url}/healthz` });
  await signIn(page);
  const heard = listen(page);
  await page.goto(`${product.url}${LIST}`);
  await page.getByRole('link', { name: '第1件', exact: true }).waitFor();

  // The first one is opened beside the list, and stays open whatever happens to the list.
  await page.keyboard.press('j');
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { level: 2, name: '第1件' }).waitFor();
  const address = page.url();
  const open = page.locator('tbody a[aria-current]');

  const look = async () => {
    const { rows, count } = await drawn(page);
    expect(rows.length).toBeGreaterThan(0);
    expect(rows.length).toBeLessThanOrEqual(MOST_DRAWN);
    expect(rows.map(({ title }) => title)).toEqual(rows.map(({ index }) => `第${index + 1}件`));
    return count;
  };
  /** Turns the wheel, or presses a key, until so many have been read. */
  const until = async (read: number, go: () => Promise<void>) => {
    await expect
      .poll(
        async () => {
          await go();
          await look();
          return heard.titles.length;
        },
        { timeout: 240_000, interval: 20 },
      )
      .toBeGreaterThanOrEqual(read);
  };
  await page.locator('.inbox-box').hover();
  await until(CASES / 2, () => page.mouse.wheel(0, 20_000));
  await until(CASES, () => page.keyboard.press('End'));

  await expect.poll(async () => (await drawn(page)).count, { timeout: 30_000 }).toBe(CASES);
  await page.keyboard.press('End');
  await page.getByRole('link', { name: `第${CASES}件`, exact: true }).waitFor();
  const last = () => page.evaluate(() => document.activeElement?.textContent);
  await expect.poll(last, { timeout: 30_000 }).toBe(`第${CASES}件`);
  expect(new Set(heard.asked).size).toBe(heard.asked.length);
  expect(heard.asked).toHaveLength(CASES / 100);
  expect(heard.titles).toEqual(Array.from({ length: CASES }, (_, index) => `第${index + 1}件`));

  expect(page.url()).toBe(address);
  await page.keyboard.press('Home');
  await expect.poll(() => open.allTextContents(), { timeout: 30_000 }).toEqual(['第1件']);
  await page.keyboard.press('j');
  await page.getByRole('heading', { level: 2, name: '第2件' }).waitFor();
  await expect.poll(() => open.allTextContents(), { timeout: 30_000 }).toEqual(['第2件']);
  expect(problems).toEqual([]);
  await close();
});
