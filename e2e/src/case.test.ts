import { readFileSync, writeFileSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launchBrowser, type WatchedPage } from './support/browser.ts';
import { runCommand } from './support/command.ts';
import { firstScreen } from './support/first-screen.ts';
import { Client } from './support/office.ts';
import { type Product, startUsedProduct } from './support/product.ts';
import { accountOf, type Locale, signedIn } from './support/sign-in.ts';

/**
 * A handler's day on the built product: a call taken down without the mouse, an answer from a template, two people on
 * one case, a connection that breaks in the middle of a form, a telephone's screen.
 */

const SECTOR = 'TELECOM';

let product: Product;
let browser: Browser;
let client: Client;

beforeAll(async () => {
  [product, browser] = await Promise.all([startUsedProduct(), launchBrowser()]);
  client = new Client(() => product, SECTOR);
});
afterAll(async () => {
  await browser?.close();
  await product?.stop();
});

async function signIn(role: string, locale: Locale = 'zh-CN'): Promise<WatchedPage> {
  return signedIn({
    product,
    browser,
    account: accountOf(product, SECTOR, role),
    locale,
    path: '/complaints',
  });
}

/** Carries something out through the API; the complaint's id. */
function act(verb: string, input: object): Promise<string> {
  return client.mutate(`complaint${verb}`, input);
}

async function registered(content: string): Promise<string> {
  return act('Register', {
    ...{ kind: 'COMPLAINT', channel: 'PHONE', disclosure: 'NAMED', category: 'COVERAGE', content },
    complainant: { name: '周敏', phone: '13900000055' },
    details: { telecom: { service: 'MOBILE', area: 'URBAN', place: { address: '幸福路 1 号' } } },
  });
}

async function openCase(page: Page, id: string, action: string): Promise<void> {
  await page.goto(`${product.url}/complaints/${id}#do=${action}`);
  await page.locator('#case-title').waitFor();
}

describe('a call', () => {
  test('is taken down with the keyboard alone, and the next one at once', async () => {
    const { page, problems, close } = await signIn('HANDLER');
    await page.locator('tbody a').first().waitFor();
    await page.keyboard.press('r');
    await page.getByRole('heading', { level: 1, name: '登记投诉' }).waitFor();
    const call = async (phone: string, name: string, content: string) => {
      await expect.poll(() => page.evaluate(() => document.activeElement?.getAttribute('type'))).toBe('tel');
      await page.keyboard.type(phone);
      await page.keyboard.press('Tab');
      await page.keyboard.type(name);
      await page.keyboard.press('Tab');
      await page.keyboard.press('Tab');
      await page.keyboard.type(content);
    };
    await call('13900000077', '吴先生', '宽带连续三天晚上掉线');
    await page.keyboard.press('Control+Shift+Enter');
    await page.getByText('本次已登记 1 件').waitFor();
    await call('13900000078', '郑女士', '套餐多扣了二十元');
    await page.keyboard.press('Control+Enter');
    await page.getByRole('heading', { level: 2, name: '套餐多扣了二十元' }).waitFor();
    expect(problems).toEqual([]);
    await close();
  });
});

describe('a case', () => {
  test('is answered from a template, never with a gap', async () => {
    const id = await registered('小区里手机没有信号');
    await act('Accept', { id });
    await act('Conclude', { id, finding: 'SUBSTANTIATED', facts: '基站故障' });
    const { page, problems, close } = await signIn('SUPERVISOR');
    await openCase(page, id, 'ANSWER');
    const form = page.getByRole('form', { name: '答复', exact: true });
    await form.getByLabel('选用答复模板').click();
    await page.locator('.ant-select-item-option').filter({ hasText: '最终答复：已办结' }).click();
    const text = form.getByLabel('内容', { exact: true });
    await expect.poll(() => text.inputValue()).toContain('周敏您好');
    expect(await text.inputValue()).toContain('经查：基站故障。处理结果：【处理结果】');
    await text.press('Control+Enter');
    await form.getByText('还有【…】没有填写').waitFor();
    await text.fill((await text.inputValue()).replace('【处理结果】', '基站已修复'));
    await text.press('Control+Enter');
    await page.getByText('已完成：答复').waitFor();
    await page.getByText('处理结果：基站已修复').first().waitFor();
    expect(problems).toEqual([]);
    await close();
  });

  test('two people see each other, and neither writes over the other', async () => {
    const id = await registered('网速很慢');
    const [first, second] = [await signIn('SUPERVISOR'), await signIn('HANDLER')];
    await openCase(first.page, id, 'NOTE');
    const text = first.page
      .getByRole('form', { name: '备注', exact: true })
      .getByLabel('内容', { exact: true });
    await text.fill('已联系机房');
    await openCase(second.page, id, 'PROMISE');
    await second.page.getByText(/正在填写：备注/).waitFor();
    await act('Note', { id, text: '别的同事先写了' });
    await text.press('Control+Enter');
    await first.page.getByText('别的同事先写了').first().waitFor();
    expect(await text.inputValue()).toBe('已联系机房');
    await first.page.getByText(/您的内容尚未提交/).waitFor();
    await text.press('Control+Enter');
    await first.page.getByText('已完成：备注').waitFor();
    await Promise.all([first.close(), second.close()]);
  });

  test('a connection that breaks in the middle of a form costs nothing, and nothing is done twice', async () => {
    const id = await registered('电话接不通');
    const { page, close } = await signIn('HANDLER');
    await openCase(page, id, 'NOTE');
    const text = page.getByRole('form', { name: '备注', exact: true }).getByLabel('内容', { exact: true });
    await text.fill('断网时写下的备注');
    await page.context().setOffline(true);
    await text.press('Control+Enter');
    await page.getByText('连接中断，正在重试').waitFor();
    await page.context().setOffline(false);
    await page.getByText('已完成：备注').waitFor();
    await page.getByText('连接中断，正在重试').waitFor({ state: 'hidden' });
    await expect.poll(() => page.getByText('断网时写下的备注').count()).toBe(1);

    await page.keyboard.press('n');
    await text.fill('还没写完');
    await page.reload();
    await page.getByText(/已恢复.*未提交的内容/).waitFor();
    expect(await text.inputValue()).toBe('还没写完');
    await close();
  });
});

describe('a case that is over', () => {
  test('goes out as one archive, which is verified without the product, and shows what was changed in it', async () => {
    const id = await registered('卷宗移交档案室');
    await act('Withdraw', { id, reason: 'SETTLED', remark: '来电撤回' });
    const { page, problems, close } = await signIn('HANDLER');
    await openCase(page, id, 'TAKE_CASE_FILE');
    const form = page.getByRole('form', { name: '导出卷宗' });
    await form.getByLabel('理由').fill('移交档案室');
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.keyboard.press('Control+Enter'),
    ]);
    expect(download.suggestedFilename()).toMatch(/^DX-\d{4}-\d{6} 卷宗\.zip$/);
    await page.getByRole('button', { name: '下载卷宗' }).waitFor();
    const path = await download.path();
    const verify = () => runCommand({ path: '/nowhere' }, 'verify-case-file', path);
    expect(verify()).toMatchObject({ status: 0, output: expect.stringContaining('0 处异常') });
    const archive = readFileSync(path);
    const place = archive.indexOf('移交档案室');
    archive.writeUInt8(archive.readUInt8(place) ^ 1, place);
    writeFileSync(path, archive);
    expect(verify()).toMatchObject({
      status: 2,
      output: expect.stringContaining('01-register-sheet.html CHANGED'),
    });
    expect(problems).toEqual([]);
    await close();
  });
});

describe('elsewhere', () => {
  test('the inbox asks for at most 400 kB of scripts', async () => {
    const { page, close } = await signIn('HANDLER');
    // A page that has loaded nothing yet.
    const { kilobytes, scripts } = await firstScreen(await page.context().newPage(), product.url);
    expect(scripts.length).toBeGreaterThan(5);
    expect(kilobytes).toBeLessThanOrEqual(400);
    await close();
  });

  test('on a phone the case fits, and what is found by the palette opens, in English', async () => {
    const id = await registered('Mobile data does not work');
    const { page, problems, close } = await signIn('HANDLER', 'en');
    await page.setViewportSize({ width: 390, height: 844 });
    await openCase(page, id, 'NOTE');
    await page.getByRole('heading', { level: 3, name: 'People' }).waitFor();
    const { scroll, width } = await page.evaluate(() => ({
      ...{ scroll: document.documentElement.scrollWidth, width: document.documentElement.clientWidth },
    }));
    expect(scroll).toBeLessThanOrEqual(width);
    await page.keyboard.press('Control+k');
    await page.getByPlaceholder('A number, words, an action or a page').fill('Promise');
    await page.getByRole('option', { name: /Promise an answer/ }).click();
    await page.getByRole('form', { name: 'Promise an answer' }).waitFor();
    expect(problems).toEqual([]);
    await close();
  });
});
