import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { violationsOf } from './support/accessibility.ts';
import { launchBrowser, type WatchedPage } from './support/browser.ts';
import { type Product, startUsedProduct } from './support/product.ts';
import { accountOf, signedIn } from './support/sign-in.ts';

/** Network engineers work from their lists: a cell on the map is planned, a task of the week is done and measured. */

let product: Product;
let browser: Browser;
let watched: WatchedPage;

beforeAll(async () => {
  [product, browser] = await Promise.all([startUsedProduct(), launchBrowser()]);
  const account = accountOf(product, 'TELECOM', 'SUPERVISOR');
  watched = await signedIn({ product, browser, account, path: '/complaints' });
});
afterAll(async () => {
  await watched?.close();
  await browser?.close();
  await product?.stop();
});

test('a cell is chosen on the map by keyboard and planned; who is over is named for a call', async () => {
  const { page, problems } = watched;
  await page.getByRole('link', { name: '工程清单' }).click();
  await page.getByRole('heading', { level: 1, name: '工程清单' }).waitFor();
  const first = page.getByRole('button', { name: /^第 1 位：4 件，4 人 · 参考信号接收功率 −124 dBm/ });
  await first.focus();
  await page.keyboard.press('Enter');
  expect(await first.getAttribute('aria-pressed')).toBe('true');
  await page.getByRole('heading', { level: 2, name: '湾畔新村' }).waitFor();
  expect(await violationsOf(page)).toEqual([]);
  await page.getByRole('button', { name: '标为已规划' }).click();
  const form = page.getByRole('dialog', { name: '标为已规划: 湾畔新村' });
  expect(await form.getByLabel('告知投诉人').inputValue()).toContain('已列入基站建设规划');
  expect(await violationsOf(page, '[role="dialog"]')).toEqual([]);
  await form.getByRole('button', { name: /确\s?定/ }).click();
  await form.getByText('已答复 2 件').waitFor();
  await form.getByText('2 件未能告知').waitFor();
  await form.getByRole('button', { name: /完\s?成/ }).click();
  await page.getByRole('listitem').filter({ hasText: '湾畔新村' }).getByText('4 件投诉').waitFor();
  expect(problems).toEqual([]);
});

test('a task is planned for the week, and done with what was measured', async () => {
  const { page, problems } = watched;
  await page.getByRole('navigation', { name: '清单' }).getByRole('link', { name: '网络优化周计划' }).click();
  await page.getByRole('listitem').filter({ hasText: '展厅里上网很慢' }).getByRole('checkbox').check();
  await page.getByRole('button', { name: '排入这一周' }).click();
  const plan = page.getByRole('dialog', { name: /^标为已排期/ });
  await plan.getByRole('button', { name: /确\s?定/ }).click();
  await plan.getByText('已答复 1 件').waitFor();
  await plan.getByRole('button', { name: /完\s?成/ }).click();
  const task = page.getByRole('listitem').filter({ hasText: '会展中心' }).filter({ hasText: '18.5' });
  await task.getByRole('button', { name: '标为已优化' }).click();
  const done = page.getByRole('dialog', { name: /^标为已优化/ });
  await done.getByLabel('完成后 下载速率').fill('240');
  await done.getByRole('button', { name: /确\s?定/ }).click();
  await done.getByRole('button', { name: /完\s?成/ }).click();
  await task.getByRole('row', { name: /下载速率.*18\.5.*240/ }).waitFor();
  expect(await violationsOf(page)).toEqual([]);
  expect(problems).toEqual([]);
});
