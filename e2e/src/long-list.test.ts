import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { lookBehind } from './support/behind.ts';
import { launchBrowser } from './support/browser.ts';
import { type Product, startUsedProduct } from './support/product.ts';
import { accountOf, signedIn } from './support/sign-in.ts';

/** An office of many years: its inbox holds ten thousand cases, and whoever works in it goes through them. */

const CASES = 10_000;
/** More than a tall screen holds, and far less than there are. */
const MOST_DRAWN = 60;
const LIST = '/complaints?view=all&order=RECEIVED_DESC';

let product: Product;
let browser: Browser;
/** The numbers of all its cases, the last received first. */
let numbers: readonly string[];

beforeAll(async () => {
  [product, browser] = await Promise.all([startUsedProduct(), launchBrowser()]);
  const folder = { path: product.dataDir };
  const [stored] = await lookBehind<{ columns: string }>(folder, STORED_COLUMNS);
  await lookBehind(folder, copyOf(stored?.columns ?? ''), [CASES]);
  numbers = (await lookBehind<{ number: string }>(folder, NUMBERS)).map(({ number }) => number);
});
afterAll(async () => {
  await browser?.close();
  await product?.stop();
});

/** A case of the demo ten thousand times, as if one had come every hour from 2001 on: an import takes far longer. */
const copyOf = (columns: string) => `
  insert into complaint (${columns})
  select ${columns.replace(/\w+/g, 'copy.$&')} from complaint c, generate_series(1, $1::int) i, jsonb_populate_record(c, jsonb_build_object(
    'id', gen_random_uuid(), 'number', 'LD-2001-' || i, 'external_number', null,
    'received_at', timestamptz '2001-01-01 00:00+08' + i * interval '1 hour', 'tick_at', null)) copy
  where c.id = (select id from complaint join organization using (tenant_id)
    where sector = 'TOURISM' order by complaint.number limit 1)`;
/** What the database works out itself cannot be copied. */
const STORED_COLUMNS = `
  select string_agg(attname, ', ') as columns from pg_attribute
  where attrelid = 'complaint'::regclass and attnum > 0 and not attisdropped and attgenerated = ''`;
const NUMBERS = `
  select coalesce(external_number, number) as number from complaint join organization using (tenant_id)
  where sector = 'TOURISM' order by received_at desc, id desc`;

/** What was asked of the list: the end that each page follows. */
function listen(page: Page): readonly string[] {
  const asked: string[] = [];
  page.on('request', (request) => {
    if (!request.url().endsWith('/graphql')) return;
    const { operationName, variables } = request.postDataJSON() as Asked;
    if (operationName === 'InboxPage') asked.push(variables.after);
  });
  return asked;
}
interface Asked {
  readonly operationName: string;
  readonly variables: { readonly after: string };
}

interface Drawn {
  /** Rows with what is written in them, as they stand in the document. */
  readonly rows: readonly { readonly index: number; readonly texts: readonly string[] }[];
  /** How many there are; -1 as long as that is not known. */
  readonly count: number;
  readonly focused: number;
}
function drawn(page: Page): Promise<Drawn> {
  return page.evaluate(() => ({
    rows: [...document.querySelectorAll<HTMLElement>('tbody tr[data-index]')].map((row) => ({
      index: Number(row.dataset['index']),
      texts: [...row.querySelectorAll('td, span')].map(({ textContent }) => textContent),
    })),
    count: Number(document.querySelector('.inbox-table')?.getAttribute('aria-rowcount')),
    focused: Number(document.activeElement?.closest<HTMLElement>('[data-index]')?.dataset['index'] ?? -1),
  }));
}

test('every one of ten thousand cases is reached by wheel and keyboard, in order, with few rows drawn', async () => {
  expect(numbers.length).toBeGreaterThan(CASES);
  const account = accountOf(product, 'TOURISM', 'SUPERVISOR');
  const { page, problems, close } = await signedIn({ product, browser, account, path: '/register' });
  const asked = listen(page);
  await page.goto(`${product.url}${LIST}`);
  await page.locator('tbody tr').first().waitFor();

  // The first one is opened beside the list, and stays open whatever happens to the list.
  const openIs = async (index: number) => {
    const number = numbers[index] ?? '';
    await page.locator('.inbox-case').getByText(number, { exact: true }).first().waitFor();
    await page
      .locator(`tr[data-index="${index}"]`)
      .filter({ hasText: number })
      .locator('a[aria-current]')
      .waitFor();
    expect(await page.locator('tbody a[aria-current]').count()).toBe(1);
  };
  await page.keyboard.press('j');
  await page.keyboard.press('Enter');
  await openIs(0);
  const address = page.url();

  /** Turns the wheel, or presses a key, until enough has been read; what is drawn is right all the way. */
  const until = async (enough: (seen: Drawn) => boolean, go: () => Promise<void>) => {
    let seen: Drawn;
    do {
      await go();
      seen = await drawn(page);
      expect(seen.rows.length).toBeGreaterThan(0);
      expect(seen.rows.length).toBeLessThanOrEqual(MOST_DRAWN);
      for (const { index, texts } of seen.rows) expect(texts).toContain(numbers[index]);
    } while (!enough(seen));
  };
  await page.locator('.inbox-box').hover();
  await until(
    () => asked.length > CASES / 200,
    () => page.mouse.wheel(0, 20_000),
  );
  expect((await drawn(page)).focused).toBe(0);
  await until(
    ({ focused, count }) => count === numbers.length && focused === count - 1,
    () => page.keyboard.press('End'),
  );
  expect(asked).toHaveLength(Math.ceil(numbers.length / 100) - 1);
  expect(new Set(asked).size).toBe(asked.length);

  expect(page.url()).toBe(address);
  await page.keyboard.press('Home');
  await openIs(0);
  await page.keyboard.press('j');
  await openIs(1);
  expect(problems).toEqual([]);
  await close();
});
