import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { violationsOf } from './support/accessibility.ts';
import { launchBrowser } from './support/browser.ts';
import { demoOrganizations } from './support/office.ts';
import { type Product, startUsedProduct } from './support/product.ts';
import { type Account, accountOf, signedIn, signInByForm } from './support/sign-in.ts';

/**
 * A cross-sector administrator looks at the figures of the city's offices, and at cases of the one that opens them; an
 * office sees that they did, and takes back what it granted.
 */

/** As the demo calls them. */
const OVERSEER = '周晓岚';

let product: Product;
let browser: Browser;

beforeAll(async () => {
  [product, browser] = await Promise.all([startUsedProduct(), launchBrowser()]);
});
afterAll(async () => {
  await browser?.close();
  await product?.stop();
});

const WORDS = {
  'zh-CN': {
    title: '跨单位监督',
    year: '年',
    earlier: '上一期',
  },
  en: {
    title: 'Across organisations',
    year: 'Year',
    earlier: 'Earlier',
  },
} as const;

interface Received {
  readonly rows: readonly number[];
  readonly total: number;
  /** The figure above the table. */
  readonly shown: number;
}

/** What is shown as received, all of it at one moment: a period that arrives meanwhile changes everything together. */
async function receivedOn(page: Page): Promise<Received> {
  return page.evaluate(() => {
    const numbers = (places: string): number[] =>
      // biome-ignore lint/performance/useDomNodeTextContent: the number is the first line as it is laid out.
      [...document.querySelectorAll<HTMLElement>(places)].map(({ innerText }) =>
        Number(innerText.split('\n')[0]?.replaceAll(',', '')),
      );
    const [total = -1] = numbers('.oversight-sum [data-figure="received"]');
    const [shown = -1] = numbers('dl [data-figure="received"] .oversight-number');
    return { rows: numbers('tr.ant-table-row [data-figure="received"]'), total, shown };
  });
}

const sum = (numbers: readonly number[]) => numbers.reduce((all, each) => all + each, 0);

describe.each(['zh-CN', 'en'] as const)('in %s', (locale) => {
  const words = WORDS[locale];

  test('the overseer sees a total that is the sum of its rows, for one period and another', async () => {
    const { oversight } = product.demo<{ oversight: Account }>();
    const { page, problems, close } = await signInByForm({ product, browser, account: oversight, locale });
    await page.getByRole('heading', { level: 1, name: words.title }).waitFor();
    expect(new URL(page.url()).pathname).toBe('/oversight');
    const agreesOn = async (year: number): Promise<number> => {
      await page.waitForURL(new RegExp(`period=${year}$`));
      await page.locator(`[data-period="${year}"]`).waitFor();
      const { rows, total, shown } = await receivedOn(page);
      expect(rows).toHaveLength(demoOrganizations(product).length);
      expect(total).toBe(sum(rows));
      expect(shown).toBe(total);
      return total;
    };
    const thisYear = new Date().getFullYear();
    await page.getByText(words.year, { exact: true }).click();
    const received = await agreesOn(thisYear);
    expect(received).toBeGreaterThan(0);
    await page.getByRole('button', { name: words.earlier }).click();
    expect(await agreesOn(thisYear - 1)).not.toBe(received);
    // The router that the other screens are found by knows this one not.
    if (locale === 'zh-CN') expect(await violationsOf(page)).toEqual([]);
    expect(problems).toEqual([]);
    await close();
  });
});

test('an administrator of one of the offices sees who looked', async () => {
  const account = accountOf(product, 'TELECOM', 'ADMINISTRATOR');
  const { page, problems, close } = await signedIn({ product, browser, account });
  await page.getByRole('link', { name: '监督查看记录' }).click();
  await page.getByRole('heading', { level: 1, name: '监督查看记录' }).waitFor();
  await page.getByRole('row').filter({ hasText: OVERSEER }).first().waitFor();
  expect(await page.getByRole('row').filter({ hasText: OVERSEER }).count()).toBeGreaterThan(2);
  expect(problems).toEqual([]);
  await close();
});

test('cases open behind a figure, until the office takes that back', async () => {
  const { oversight } = product.demo<{ oversight: Account }>();
  const { page, problems, close } = await signedIn({ product, browser, account: oversight });
  await page.getByText('年', { exact: true }).click();
  await page.locator(`[data-period="${new Date().getFullYear()}"]`).waitFor();
  const opened = page.locator('tr.ant-table-row [data-figure="closed"] a');
  const closed = Number(await opened.textContent());
  await opened.click();
  await page.getByRole('heading', { level: 1, name: '：投诉件' }).waitFor();
  const cases = page.getByRole('button', { name: /^YJ-/ });
  const more = page.getByRole('button', { name: '更早的投诉件' });
  await cases.first().waitFor();
  // A page at a time, until all are there.
  while (await more.isVisible()) {
    const before = await cases.count();
    await more.click();
    await expect.poll(() => cases.count(), { timeout: 30_000 }).toBeGreaterThan(before);
  }
  expect(await cases.count()).toBe(closed);
  await cases.first().click();
  await page.getByRole('dialog').getByText('查证结论').waitFor();
  expect(await violationsOf(page)).toEqual([]);

  const account = accountOf(product, 'DRUG_REGULATION', 'ADMINISTRATOR');
  const office = await signedIn({ product, browser, account, path: '/oversight-looks' });
  await office.page.getByRole('row').filter({ hasText: '投诉件 YJ-' }).first().waitFor();
  await office.page.getByRole('button', { name: `收回对${OVERSEER}的授权` }).click();
  await office.page.getByRole('tooltip').getByRole('button', { name: '收回' }).click();
  await office.page.getByText('已收回').first().waitFor();
  await page.reload();
  await page.getByText('您没有查看该单位投诉件的授权').first().waitFor();
  expect([...problems, ...office.problems]).toEqual([]);
  await Promise.all([close(), office.close()]);
});
