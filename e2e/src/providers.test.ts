import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchBrowser } from './support/browser.ts';
import { Client } from './support/office.ts';
import { type Product, startUsedProduct } from './support/product.ts';
import { accountOf, signedIn } from './support/sign-in.ts';

/** What providers alone have: a tree of what is managed, boxes found by questions, and looks at health data on record. */

let product: Product;
let browser: Browser;

beforeAll(async () => {
  [product, browser] = await Promise.all([startUsedProduct(), launchBrowser()]);
});
afterAll(async () => {
  await browser?.close();
  await product?.stop();
});

test('an estate is added to the tree with its households, and is offered where a complaint is registered', async () => {
  const keeper = accountOf(product, 'PROPERTY', 'ADMINISTRATOR');
  const kept = await signedIn({ product, browser, account: keeper, path: '/administration/sites' });
  await kept.page.getByText('翠湖花园').first().waitFor();
  await kept.page.getByRole('button', { name: '新增小区' }).click();
  const form = kept.page.getByRole('form', { name: '新增小区' });
  await form.getByLabel('名称').fill('滨江一号');
  await form.getByLabel('户数').fill('320');
  await form.getByRole('button', { name: '保存' }).click();
  await kept.page.getByText('滨江一号').first().waitFor();
  expect(kept.problems).toEqual([]);
  await kept.close();

  const account = accountOf(product, 'PROPERTY', 'HANDLER');
  const { page, problems, close } = await signedIn({ product, browser, account, path: '/register' });
  await page.getByLabel('小区').first().fill('滨江');
  await page.getByTitle('滨江一号').first().waitFor();
  expect(problems).toEqual([]);
  await close();
});

test('short questions, answered by number, lead a complaint to its box', async () => {
  const account = accountOf(product, 'PROPERTY', 'HANDLER');
  const { page, problems, close } = await signedIn({ product, browser, account, path: '/register' });
  await page.getByText('不确定归哪一类？逐题判断').click();
  await page.getByText('是否反映管理、收费、资金使用或维修养护中有失职').waitFor();
  // Neither misconduct nor harm, but a difficulty to be solved; one answer is taken back on the way.
  for (const key of ['2', '1', 'Backspace', '2', '1']) await page.keyboard.press(key);
  await page.getByText('已选定').waitFor();
  await page.getByText(/已选定：.*求助型/).waitFor();
  expect(problems).toEqual([]);
  await close();
});

test('who opens a patient’s case stands on record for those who watch over it', async () => {
  const client = new Client(() => product, 'HOSPITAL');
  const { complaints } = await client.ask<{ complaints: { edges: { node: { id: string } }[] } }>(
    '{ complaints(first: 1, filter: { search: "切口感染" }) { edges { node { id } } } }',
  );
  const path = `/complaints/${complaints.edges[0]?.node.id}`;
  const reader = accountOf(product, 'HOSPITAL', 'HANDLER');
  const first = await signedIn({ product, browser, account: reader, path });
  await first.page.getByRole('heading', { name: /切口感染/ }).waitFor();
  expect(await first.page.getByText('查阅记录').count()).toBe(0);
  await first.close();
  const supervisor = accountOf(product, 'HOSPITAL', 'SUPERVISOR');
  const { page, problems, close } = await signedIn({ product, browser, account: supervisor, path });
  await page.getByText(/健康信息查阅记录/).click();
  // The handler, and now the supervisor.
  await expect.poll(() => page.locator('.case-looks li').count(), { timeout: 30_000 }).toBe(2);
  expect(problems).toEqual([]);
  await close();
});
