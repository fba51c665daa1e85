import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launchBrowser, openPage, type WatchedPage } from './support/browser.ts';
import { demoOrganizations } from './support/office.ts';
import { type Product, startProduct } from './support/product.ts';

/** A cross-sector administrator looks at the figures of the city's offices, and an office sees that they did. */

interface Account {
  readonly email: string;
  readonly password: string;
}

/** As the demo calls them. */
const OVERSEER = '周晓岚';

let product: Product;
let browser: Browser;

beforeAll(async () => {
  [product, browser] = await Promise.all([startProduct(), launchBrowser()]);
});
afterAll(async () => {
  await browser?.close();
  await product?.stop();
});

const WORDS = {
  'zh-CN': {
    email: '邮箱',
    password: '密码',
    title: '跨单位监督',
    year: '年',
    earlier: '上一期',
    looks: '监督查看记录',
  },
  en: {
    ...{ email: 'E-mail', password: 'Password', title: 'Across organisations', year: 'Year' },
    ...{ earlier: 'Earlier' },
  },
} as const;
type Locale = keyof typeof WORDS;

async function signedIn(account: Account, locale: Locale): Promise<WatchedPage> {
  const watched = await openPage(browser, { url: product.url, locale });
  const { page } = watched;
  await page.getByLabel(WORDS[locale].email).fill(account.email);
  await page.getByLabel(WORDS[locale].password, { exact: true }).fill(account.password);
  await page.keyboard.press('Enter');
  await page.locator('h1.page-title').waitFor();
  return watched;
}

/** The number in a cell, without what stands below it. */
async function numbersOf(page: Page, cells: string): Promise<number[]> {
  const texts = await page.locator(`${cells} [data-figure="received"]`).allInnerTexts();
  return texts.map((text) => Number(text.split('\n')[0]?.replaceAll(',', '')));
}

const sum = (numbers: readonly number[]) => numbers.reduce((all, each) => all + each, 0);

describe.each(['zh-CN', 'en'] as const)('in %s', (locale) => {
  const words = WORDS[locale];

  test('the overseer sees a total that is the sum of its rows, for one period and another', async () => {
    const { oversight } = product.demo<{ oversight: Account }>();
    const { page, problems, close } = await signedIn(oversight, locale);
    await page.getByRole('heading', { level: 1, name: words.title }).waitFor();
    expect(new URL(page.url()).pathname).toBe('/oversight');
    const agrees = async (): Promise<number> => {
      await page.locator('[aria-busy="false"] tbody tr.ant-table-row').first().waitFor();
      const rows = await numbersOf(page, 'tr.ant-table-row');
      const [total = -1] = await numbersOf(page, '.oversight-sum');
      expect(rows).toHaveLength(demoOrganizations(product).length);
      expect(total).toBe(sum(rows));
      const [shown] = await page.locator('dl [data-figure="received"] .oversight-number').allInnerTexts();
      expect(Number(shown?.replaceAll(',', ''))).toBe(total);
      return total;
    };
    await page.getByText(words.year, { exact: true }).click();
    await page.waitForURL(/period=\d{4}$/);
    await page.locator('[aria-busy="true"]').waitFor({ state: 'detached' });
    const year = await agrees();
    expect(year).toBeGreaterThan(0);
    await page.getByRole('button', { name: words.earlier }).click();
    await page.waitForURL(new RegExp(`period=${new Date().getFullYear() - 1}$`));
    await page.locator('[aria-busy="true"]').waitFor({ state: 'detached' });
    expect(await agrees()).not.toBe(year);
    expect(problems).toEqual([]);
    await close();
  });
});

test('an administrator of one of the offices sees who looked', async () => {
  const [office] = demoOrganizations(product);
  const account = office?.signIns.find(({ role }) => role === 'ADMINISTRATOR');
  if (!account) throw new Error('The demo has no administrator.');
  const { page, problems, close } = await signedIn(account, 'zh-CN');
  await page.getByRole('link', { name: '监督查看记录' }).click();
  await page.getByRole('heading', { level: 1, name: '监督查看记录' }).waitFor();
  await page.getByRole('row').filter({ hasText: OVERSEER }).first().waitFor();
  expect(await page.getByRole('row').filter({ hasText: OVERSEER }).count()).toBeGreaterThan(2);
  expect(problems).toEqual([]);
  await close();
});
