import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { violationsOf } from './support/accessibility.ts';
import { launchBrowser } from './support/browser.ts';
import { Client } from './support/office.ts';
import { type Product, startUsedProduct } from './support/product.ts';
import { accountOf, signedIn } from './support/sign-in.ts';

/** What regulators alone have: a register of respondents, and the sum that the law grants a consumer. */

let product: Product;
let browser: Browser;

beforeAll(async () => {
  [product, browser] = await Promise.all([startUsedProduct(), launchBrowser()]);
});
afterAll(async () => {
  await browser?.close();
  await product?.stop();
});

test('the repeat offender stands first in the register, and takes in what turns out to be the same party', async () => {
  const account = accountOf(product, 'TOURISM', 'SUPERVISOR');
  const { page, problems, close } = await signedIn({ product, browser, account, path: '/respondents' });
  const first = page.getByRole('row').nth(1);
  await first.getByRole('link', { name: '远航旅行社' }).waitFor();
  await first.getByText('重复被投诉').waitFor();
  expect(await violationsOf(page)).toEqual([]);
  await page.getByRole('link', { name: '天天旅行社' }).click();
  await page.getByRole('button', { name: '合并' }).click();
  const form = page.getByRole('form', { name: '合并' });
  await form.getByRole('combobox').fill('远航');
  await page.getByText('远航旅行社 · 旅行社 · 5').click();
  await form.getByLabel('认定为同一单位的理由').fill('同一营业执照');
  expect(await violationsOf(page)).toEqual([]);
  await form.getByRole('button', { name: '合并' }).click();
  await page.getByRole('heading', { level: 1, name: '远航旅行社' }).waitFor();
  await page.getByText('天天旅行社').waitFor();
  expect(problems).toEqual([]);
  await close();
});

test('ten times the price or three times the loss, with the article, goes into the form of the remedy', async () => {
  const client = new Client(() => product, 'DRUG_REGULATION');
  const { complaints } = await client.ask<{ complaints: { edges: { node: { id: string } }[] } }>(
    '{ complaints(first: 1, filter: { search: "絮状沉淀" }) { edges { node { id } } } }',
  );
  const account = accountOf(product, 'DRUG_REGULATION', 'SUPERVISOR');
  const path = `/complaints/${complaints.edges[0]?.node.id}#do=GIVE_REMEDY`;
  const { page, problems, close } = await signedIn({ product, browser, account, path });
  await page.getByText('法定惩罚性赔偿计算').click();
  await page.getByText('药品管理法第一百四十四条第三款').waitFor();
  await page.getByLabel('受到的损失（元）').fill('500');
  await page.getByText('赔偿金 1,500.00 元，另赔偿损失 500.00 元，合计 2,000.00 元。').waitFor();
  await page.getByRole('button', { name: '填入处理结果' }).click();
  expect(await page.getByLabel('金额').inputValue()).toBe('2000.00');
  // Last: its look at a telephone draws the form anew.
  expect(await violationsOf(page, '.case-next')).toEqual([]);
  expect(problems).toEqual([]);
  await close();
});
