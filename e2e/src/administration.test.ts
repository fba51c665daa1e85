import { createHmac } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launchBrowser, openPage, type WatchedPage } from './support/browser.ts';
import { type Product, startUsedProduct } from './support/product.ts';
import { type Account, accountOf, type Locale, signInByForm } from './support/sign-in.ts';

/** An administrator sets the office up on the built product, and everything that was done stays on record. */

const SECTOR = 'HOSPITAL';
const NEWCOMER = { email: 'newcomer@example.com', name: '周新', password: 'a-password-of-my-own' };

let product: Product;
let browser: Browser;

beforeAll(async () => {
  [product, browser] = await Promise.all([startUsedProduct(), launchBrowser()]);
});
afterAll(async () => {
  await browser?.close();
  await product?.stop();
});

/** By the form: a second factor is asked for there. */
async function signIn(account: Account, locale: Locale = 'zh-CN'): Promise<WatchedPage> {
  return signInByForm({ product, browser, account, locale });
}

/** A page of the administration, by the list at its side. */
async function open(page: Page, name: string): Promise<void> {
  await page.getByRole('navigation', { name: '管理页面' }).getByRole('link', { name }).click();
  await page.getByRole('heading', { level: 2, name }).waitFor();
}

async function choose(page: Page, label: string, option: string): Promise<void> {
  await page.getByLabel(label, { exact: true }).click();
  await page.locator('.ant-select-item-option').filter({ hasText: option }).locator('visible=true').click();
}

/** The link of the letter that was sent last. */
function linkOfLetter(to: 'invitation' | 'reset-password' = 'invitation'): string {
  const folder = join(product.dataDir, 'mail');
  const letter = readFileSync(join(folder, readdirSync(folder).sort().at(-1) ?? ''), 'utf8');
  const path = new RegExp(`/${to}#[\\w-]+`).exec(letter)?.[0];
  if (!path) throw new Error(letter);
  return `${product.url}${path}`;
}

const BASE32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

/** The code that an authenticator shows now (RFC 6238). */
function codeOf(secret: string): string {
  const bits = [...secret].map((letter) => BASE32.indexOf(letter).toString(2).padStart(5, '0')).join('');
  const key = Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)));
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(Math.floor(Date.now() / 30_000)));
  const digest = createHmac('sha1', key).update(counter).digest();
  const offset = (digest.at(-1) ?? 0) & 0xf;
  return String((digest.readUInt32BE(offset) & 0x7fff_ffff) % 1_000_000).padStart(6, '0');
}

describe('an administrator', () => {
  test('invites a member, who joins by the letter and works', async () => {
    const { page, problems, close } = await signIn(accountOf(product, SECTOR, 'ADMINISTRATOR'));
    await page.getByRole('link', { name: '单位管理' }).click();
    await open(page, '成员与邀请');
    await page.getByRole('button', { name: '邀请成员' }).click();
    const form = page.getByRole('form', { name: '邀请成员' });
    await form.getByLabel('邮箱').fill(NEWCOMER.email);
    await form.getByLabel('姓名').fill(NEWCOMER.name);
    await form.getByRole('button', { name: '发送邀请' }).click();
    // A handler belongs to a department: said beside the field, nothing is lost.
    await form.getByText('承办人和部门负责人须属于一个部门。').waitFor();
    await form.getByLabel('部门').click();
    await page.locator('.ant-select-item-option').filter({ hasText: '医患关系办公室' }).last().click();
    await form.getByRole('button', { name: '发送邀请' }).click();
    await page.getByText(`已向 ${NEWCOMER.email} 发出邀请`).waitFor();

    const theirs = await openPage(browser, { url: linkOfLetter() });
    await theirs.page.getByRole('heading', { level: 1, name: '加入鹏城第一医院' }).waitFor();
    await theirs.page.getByLabel('设定密码').fill(NEWCOMER.password);
    await theirs.page.getByRole('button', { name: '加入', exact: true }).click();
    await theirs.page.getByRole('heading', { level: 1, name: '收件箱' }).waitFor();
    // It works once.
    await theirs.page.goto(linkOfLetter());
    await theirs.page.getByText('邀请已失效').waitFor();
    expect(theirs.problems).toEqual([]);
    await theirs.close();

    await page.reload();
    await page.getByText(NEWCOMER.name).waitFor();
    await choose(page, `角色：${NEWCOMER.name}`, '审计员');
    await page.getByText(`已更新${NEWCOMER.name}`).waitFor();
    await page.getByRole('button', { name: '撤销', exact: true }).click();
    await page.getByText('已撤销').waitFor();
    expect(problems).toEqual([]);
    await close();
  });

  test('sets up a department, a calendar year, a promise and a key; all of it stays on record', async () => {
    const { page, problems, close } = await signIn(accountOf(product, SECTOR, 'ADMINISTRATOR'));
    await page.goto(`${product.url}/administration/departments`);
    await page.getByRole('button', { name: '新增部门' }).click();
    await page.getByRole('form', { name: '新增部门' }).getByLabel('名称', { exact: true }).fill('急诊科');
    await page.keyboard.press('Enter');
    await page.getByText('急诊科').waitFor();

    await open(page, '工作日历');
    const year = new Date().getFullYear() + 2;
    await page.getByLabel('年份').fill(`${year}`);
    await page.getByLabel('通知原文或日期清单').fill('一、元旦：1月1日至3日放假，共3天。');
    await page.getByText('读出 3 天放假、0 天调休上班').waitFor();
    await page.getByRole('button', { name: '载入并重算时限' }).click();
    await page
      .getByRole('region', { name: `${year} 年` })
      .getByText('本单位载入')
      .waitFor();
    await page.getByText(/上次重算/).waitFor();

    await open(page, '时限与承诺');
    await page.getByRole('button', { name: '作出更严承诺' }).first().click();
    const promise = page.getByRole('form', { name: /作出更严承诺/ });
    await promise.getByLabel('承诺名称').fill('服务承诺书');
    await promise.getByLabel('期限').fill('300');
    await promise.getByRole('button', { name: '作出更严承诺' }).click();
    await promise.getByText('本单位的承诺只能比规定更严，不能更宽。').waitFor();
    await promise.getByLabel('期限').fill('1');
    await promise.getByRole('button', { name: '作出更严承诺' }).click();
    await page.getByText('服务承诺书').first().waitFor();

    await open(page, '接口密钥');
    await page.getByLabel('用途').fill('统计平台');
    await page.getByLabel('读取报告').check();
    await page.getByRole('button', { name: '生成密钥' }).click();
    const key = await page.locator('.admin-secret').textContent();
    const ask = () =>
      fetch(`${product.url}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', authorization: `Bearer ${key}` },
        body: JSON.stringify({ query: '{ viewer { kind } }' }),
      }).then((response) => response.text());
    expect(await ask()).toContain('API_CLIENT');
    await page.getByRole('button', { name: '停用密钥“统计平台”' }).click();
    await page.getByRole('button', { name: '停用', exact: true }).last().click();
    await page.getByText('已停用').first().waitFor();
    expect(await ask()).not.toContain('API_CLIENT');

    await open(page, '操作记录');
    for (const done of [
      '成员加入',
      '新增部门 急诊科',
      '载入工作日历',
      '重算时限',
      '作出时限承诺 服务承诺书',
    ]) {
      await page.getByText(done).first().waitFor();
    }
    await page.getByText('停用接口密钥 统计平台').waitFor();
    expect(problems).toEqual([]);
    await close();
  });
});

test('a second factor is set up, and the password alone opens nothing any more', async () => {
  const account = accountOf(product, SECTOR, 'SUPERVISOR');
  const { page, problems, close } = await signIn(account);
  await page.goto(`${product.url}/account`);
  await page.getByLabel('密码', { exact: true }).fill(account.password);
  await page.getByRole('button', { name: '启用两步验证' }).click();
  await page.getByLabel('验证码').fill(codeOf((await page.locator('code').textContent()) ?? ''));
  await page.keyboard.press('Enter');
  await page.getByText('已启用：登录时').waitFor();
  const [recoveryCode = ''] = ((await page.locator('code').textContent()) ?? '').split('\n');
  expect(problems).toEqual([]);
  await close();

  const again = await openPage(browser, { url: product.url });
  await again.page.getByLabel('邮箱').fill(account.email);
  await again.page.getByLabel('密码', { exact: true }).fill(account.password);
  await again.page.keyboard.press('Enter');
  await again.page.getByLabel('验证码').waitFor();
  await again.page.getByText('使用恢复码').click();
  await again.page.getByLabel('恢复码', { exact: true }).fill(recoveryCode);
  await again.page.keyboard.press('Enter');
  await again.page.getByRole('heading', { level: 1, name: '收件箱' }).waitFor();
  expect(again.problems).toEqual([]);
  await again.close();
});

test('whoever forgot their password gets a letter, and signs in with a new one', async () => {
  const { email } = accountOf(product, SECTOR, 'HANDLER');
  const { page, problems, close } = await openPage(browser, { url: product.url });
  await page.getByRole('link', { name: '忘记密码？' }).click();
  await page.getByLabel('邮箱').fill(email);
  await page.getByRole('button', { name: '发送重设链接' }).click();
  await page.getByText('重设链接已寄出').waitFor();
  await page.goto(linkOfLetter('reset-password'));
  await page.getByLabel('设定密码').fill('another-password-of-mine');
  await page.getByRole('button', { name: '重设密码' }).click();
  await page.getByText('密码已重设').waitFor();
  expect(problems).toEqual([]);
  await close();
  await (await signIn({ email, password: 'another-password-of-mine' })).close();
});

test('an auditor reads the record, in English and on a telephone, and sets nothing up', async () => {
  const { page, problems, close } = await signIn(accountOf(product, SECTOR, 'AUDITOR'), 'en');
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto(`${product.url}/administration`);
  const pages = page.getByRole('navigation', { name: 'Pages of administration' }).getByRole('link');
  await pages.first().waitFor();
  expect(await pages.allInnerTexts()).toEqual(['Confidentiality', 'Audit record']);
  await pages.filter({ hasText: 'Audit record' }).click();
  await page.getByText('API key revoked').first().waitFor();
  const width = await page.evaluate(() => document.documentElement.scrollWidth);
  expect(width).toBeLessThanOrEqual(390);
  expect(problems).toEqual([]);
  await close();
});
