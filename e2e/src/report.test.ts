import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launchBrowser, type WatchedPage } from './support/browser.ts';
import { type Product, startUsedProduct } from './support/product.ts';
import { accountOf, type Locale, signedIn } from './support/sign-in.ts';

/** A report's author at work on the built product: from the period to the published report and its correction. */

let product: Product;
let browser: Browser;

beforeAll(async () => {
  [product, browser] = await Promise.all([startUsedProduct(), launchBrowser()]);
});
afterAll(async () => {
  await browser?.close();
  await product?.stop();
});

async function author(locale: Locale = 'zh-CN'): Promise<WatchedPage> {
  return signedIn({ product, browser, account: accountOf(product, 'TOURISM', 'SUPERVISOR'), locale });
}

async function edit(page: Page, section: string, text: string): Promise<void> {
  const place = page.locator(`#${section}`);
  await place.getByRole('button', { name: '编辑文字' }).click();
  await place.getByLabel('编辑文字').fill(text);
}

async function save(page: Page, section: string): Promise<void> {
  await page.locator(`#${section}`).getByRole('button', { name: '保存' }).click();
}

describe('the author of a report', () => {
  let watched: WatchedPage;
  let page: Page;

  beforeAll(async () => {
    watched = await author();
    page = watched.page;
  });
  afterAll(() => watched?.close());

  test('is offered the periods that are over, and sees their figures before there is a report', async () => {
    await page.goto(`${product.url}/report`);
    const offered = page.getByRole('list', { name: '近期应编写的报告' }).getByRole('link');
    await offered.nth(3).waitFor();
    // A period that is still running is not published: the quarter that is over is.
    await offered.first().click();
    await page.locator('[data-figure="received"] a').waitFor();
    await page.getByRole('button', { name: '编写报告' }).click();
    await page.getByText('草稿', { exact: true }).waitFor();
  });

  test('opens a figure beside the report: its formula, and as many cases as it says', async () => {
    const number = page.locator('[data-figure="received"] a');
    const said = Number(await number.textContent());
    await number.click();
    const beside = page.getByRole('dialog', { name: /收到/ });
    await beside.getByText('计算方法').waitFor();
    await beside
      .locator('.glances li')
      .nth(said - 1)
      .waitFor();
    expect(await beside.locator('.glances li').count()).toBe(said);
    await page.keyboard.press('Escape');
    await beside.waitFor({ state: 'hidden' });
  });

  test('words a section with figures that stay live; one that is not there is refused before it is saved', async () => {
    const received = await page.locator('[data-figure="received"] a').textContent();
    await edit(page, 'overview', '全年共收到{recieved}。');
    await save(page, 'overview');
    await page.locator('#overview').getByText('本节没有这些数字：{recieved}').waitFor();
    const field = page.locator('#overview').getByLabel('编辑文字');
    await field.fill('全年共收到');
    await page.locator('#overview').getByLabel('插入数字').click();
    await page.keyboard.type(`收到 ${received}`);
    await page
      .locator('.ant-select-item-option-active')
      .filter({ hasText: `收到 ${received}` })
      .waitFor();
    await page.keyboard.press('Enter');
    await expect.poll(() => field.inputValue(), { timeout: 30_000 }).toBe('全年共收到{received}');
    await save(page, 'overview');
    await page.locator('#overview').getByText(`全年共收到${received}`).waitFor();
  });

  test('keeps what was typed and not saved', async () => {
    await edit(page, 'next', '下期重点检查购物店。');
    await page.reload();
    await page.locator('#next').getByText('有未保存的文字，已为您保留。').waitFor();
    await page.locator('#next').getByRole('button', { name: '编辑文字' }).click();
    expect(await page.locator('#next').getByLabel('编辑文字').inputValue()).toBe('下期重点检查购物店。');
  });

  test('is told when somebody else was faster, and sees their words', async () => {
    const other = await author();
    await other.page.goto(page.url());
    await edit(other.page, 'next', '下期开展导游培训。');
    await save(other.page, 'next');
    await other.page.locator('#next').getByText('下期开展导游培训。').waitFor();
    await other.close();
    await save(page, 'next');
    await page.locator('#next').getByText('他人刚刚保存的文字').waitFor();
    expect(await page.locator('#next').getByLabel('编辑文字').inputValue()).toBe('下期重点检查购物店。');
    await page.locator('#next').getByText('下期开展导游培训。').waitFor();
    await save(page, 'next');
    await page.locator('#next .report-paragraph').getByText('下期重点检查购物店。').waitFor();
  });

  test('gives the number that only the office knows, and the check list grows shorter', async () => {
    const list = page.getByRole('region', { name: '发布前请核对' });
    const before = await list.getByRole('listitem').count();
    await list.getByLabel(/接待量|游客/).fill('120000');
    await list.getByRole('button', { name: '保存' }).first().click();
    await expect.poll(() => list.getByRole('listitem').count(), { timeout: 30_000 }).toBeLessThan(before);
  });

  test('sees it as it prints, and makes a PDF of it', async () => {
    await page.getByRole('button', { name: '打印预览' }).click();
    expect(await page.getByRole('navigation', { name: '目录' }).isVisible()).toBe(false);
    await page.getByRole('button', { name: '返回编辑' }).click();
    await page.getByRole('navigation', { name: '目录' }).waitFor();
    const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
    expect(pdf.startsWith('%PDF')).toBe(true);
    expect(pdf.match(/\/Type \/Page\b/g)?.length).toBeGreaterThan(3);
    await page.getByRole('navigation', { name: '目录' }).waitFor();
  });

  test('publishes knowing what is still open, corrects, and shows what the correction says otherwise', async () => {
    await page.getByRole('button', { name: '发布', exact: true }).click();
    const dialog = page.getByRole('dialog', { name: '发布报告' });
    await dialog.getByText(/仍有 \d+ 项未解决/).waitFor();
    await dialog.getByRole('button', { name: '确认发布' }).click();
    await page.getByText(/^[0-9a-f]{64}$/).waitFor();
    await page.getByRole('button', { name: '更正', exact: true }).click();
    await page.getByLabel('更正原因').fill('下期工作写错');
    await page.getByRole('button', { name: '开始更正' }).click();
    await page.getByText('更正第 1 版：下期工作写错').waitFor();
    await edit(page, 'next', '下期重点检查酒店。');
    await save(page, 'next');
    const differences = page.getByRole('region', { name: '与上一版的不同' });
    await differences.locator('del').filter({ hasText: '购物' }).waitFor();
    await differences.locator('ins').filter({ hasText: '酒' }).waitFor();
  });

  test('compares it with the version before, side by side', async () => {
    await page.getByLabel('与其他报告对比').click();
    await page.locator('.ant-select-item-option').first().click();
    await page.getByRole('region', { name: '数据对比' }).getByText('总体情况').waitFor();
    expect(watched.problems).toEqual([]);
  });
});

test('on a telephone, in English, it is read without moving it sideways', async () => {
  const { page, problems, close } = await author('en');
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto(`${product.url}/report`);
  await page.getByRole('heading', { name: 'Reports so far' }).waitFor();
  await page.getByRole('row').getByRole('link').first().click();
  await page.getByRole('heading', { level: 2, name: 'Overview' }).waitFor();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  await page.locator('[data-figure="received"] a').click();
  await page.getByText('Formula', { exact: true }).waitFor();
  expect(problems).toEqual([]);
  await close();
});
