import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { violationsOf } from './support/accessibility.ts';
import { launchBrowser, type WatchedPage } from './support/browser.ts';
import { Client } from './support/office.ts';
import { type Product, startUsedProduct } from './support/product.ts';
import { accountOf, signedIn } from './support/sign-in.ts';

/** Many complaints, one event: a further one is linked from its case, and one answer goes to all. */

const INCIDENT = '远航旅行社同一团次强制购物、团费不一';
const ANSWER = '经查属实，旅行社退还购物款和团费差价。';

let product: Product;
let browser: Browser;
let watched: WatchedPage;

beforeAll(async () => {
  [product, browser] = await Promise.all([startUsedProduct(), launchBrowser()]);
  const account = accountOf(product, 'TOURISM', 'SUPERVISOR');
  watched = await signedIn({ product, browser, account, path: '/complaints' });
});
afterAll(async () => {
  await watched?.close();
  await browser?.close();
  await product?.stop();
});

test('an incident is found in the list, and its complaints in the inbox', async () => {
  const { page, problems } = watched;
  await page.getByRole('link', { name: '群体性事件' }).click();
  await page.getByRole('link', { name: INCIDENT }).click();
  await page.getByRole('heading', { level: 1, name: INCIDENT }).waitFor();
  expect(await violationsOf(page)).toEqual([]);
  await page.getByRole('link', { name: '在收件箱中查看' }).click();
  await page.getByText('导游带进购物店两个多小时').first().waitFor();
  await page.getByText('共 2 件').waitFor();
  await page.getByRole('link', { name: '一个群体性事件的投诉件' }).click();
  await page.getByRole('heading', { level: 1, name: INCIDENT }).waitFor();
  expect(problems).toEqual([]);
});

test('a further complaint is linked from its case, and each of them has the one answer', async () => {
  const { page, problems } = watched;
  const { complaints } = await new Client(() => product, 'TOURISM').ask<{
    readonly complaints: { readonly edges: readonly { readonly node: { readonly id: string } }[] };
  }>('{ complaints(filter: { search: "海景房" }) { edges { node { id } } } }');
  await page.goto(`${product.url}/complaints/${complaints.edges[0]?.node.id}#do=LINK_INCIDENT`);
  const form = page.getByRole('form', { name: '并入群体性事件' });
  await form.getByLabel('群体性事件').click();
  await page.locator('.ant-select-item-option').filter({ hasText: INCIDENT }).click();
  await form.getByLabel('理由').fill('同一团次入住的酒店');
  await form.getByLabel('理由').press('Control+Enter');
  await page.getByText('已完成：并入群体性事件').waitFor();

  await page.getByRole('link', { name: INCIDENT }).click();
  await page.getByText('3 件未答复').waitFor();
  await page.getByRole('button', { name: '拟写统一答复' }).click();
  await page.getByLabel('统一答复', { exact: true }).last().fill(ANSWER);
  await page.getByRole('button', { name: '拟写统一答复' }).click();
  await page.getByRole('button', { name: '发出统一答复' }).click();
  await page.getByText('已答复 3 件').waitFor();
  const cases = page.getByRole('region', { name: '投诉件' }).getByRole('listitem');
  await expect.poll(() => cases.filter({ hasText: '已收到统一答复' }).count(), { timeout: 30_000 }).toBe(3);
  expect(await cases.count()).toBe(3);
  await cases.filter({ hasText: '海景房' }).getByRole('link').click();
  await page.getByText(ANSWER).first().waitFor();
  expect(await violationsOf(page)).toEqual([]);
  expect(problems).toEqual([]);
});
