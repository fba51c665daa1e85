import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Browser, Download, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { filesOfZip } from './support/archive.ts';
import { launchBrowser, type WatchedPage } from './support/browser.ts';
import { Client } from './support/office.ts';
import { type Product, startUsedProduct } from './support/product.ts';
import { accountOf, type Locale, signInByForm } from './support/sign-in.ts';

/**
 * The main job, whole, in a real browser on the built product: a register comes in, a call is typed in and worked to
 * its end, and the report of the year comes out with every figure right, on the screen and in Word.
 */

const REGISTERS = resolve(import.meta.dirname, '../../registers');

let product: Product;
let browser: Browser;

beforeAll(async () => {
  [product, browser] = await Promise.all([startUsedProduct(), launchBrowser()]);
});
afterAll(async () => {
  await browser?.close();
  await product?.stop();
});

/** A page with somebody signed in. */
async function signIn(sector: string, role: string, locale: Locale = 'zh-CN'): Promise<WatchedPage> {
  return signInByForm({ product, browser, account: accountOf(product, sector, role), locale });
}

/** Imports a register through the screens. */
async function importRegister(page: Page, file: string, kind?: RegExp): Promise<void> {
  await page.goto(`${product.url}/import`);
  if (kind) await page.getByText(kind).click();
  await page.locator('input[type=file]').setInputFiles(resolve(REGISTERS, file));
  await page.getByRole('button', { name: '先检查' }).click();
  await page.getByText('检查完毕').waitFor();
  await page.getByRole('button', { name: '开始导入' }).click();
  await page.getByText('导入完毕').waitFor();
}

/** A statistic by its title. */
async function statistic(page: Page, title: string): Promise<string | null> {
  const box = page.locator('.ant-statistic').filter({ has: page.getByText(title, { exact: true }) });
  return box.locator('.ant-statistic-content-value').textContent();
}

/** Begins the report on a period. */
async function beginReport(page: Page, kind: string, year: number, number?: number): Promise<void> {
  await page.goto(`${product.url}/report`);
  await page.getByLabel('期间', { exact: true }).click();
  await page.locator('.ant-select-item-option').getByText(kind, { exact: true }).click();
  await page.getByLabel('年', { exact: true }).fill(String(year));
  if (number !== undefined) await page.getByLabel('第几').fill(String(number));
  await page.getByRole('button', { name: '查看数据' }).click();
  await page.getByRole('button', { name: '编写报告' }).click();
  await page.getByText('草稿').first().waitFor();
  await page.getByRole('heading', { level: 1, name: /投诉工作报告/ }).waitFor();
}

/** A figure of the report by its code. */
async function figure(page: Page, code: string): Promise<string | null> {
  return page.locator(`[data-figure="${code}"] a`).first().textContent();
}

async function saved(page: Page, button: string): Promise<Buffer> {
  const [file] = await Promise.all([
    page.waitForEvent('download') as Promise<Download>,
    page.getByRole('button', { name: button }).click(),
  ]);
  return readFileSync(await file.path());
}

describe('the tourism office', () => {
  let watched: WatchedPage;
  let page: Page;

  beforeAll(async () => {
    watched = await signIn('TOURISM', 'SUPERVISOR');
    page = watched.page;
  });
  afterAll(() => watched?.close());

  test('imports its register of 2010, complaints and sanctions, every row of both', async () => {
    await importRegister(page, 'tourism-bureau-2010.csv');
    expect(await statistic(page, '已导入')).toBe('12');
    expect(await statistic(page, '有问题')).toBe('0');
    await importRegister(page, 'tourism-bureau-2010.sanctions.csv', /处罚登记表/);
    expect(await statistic(page, '已导入')).toBe('10');
  });

  test('the same file a second time is stopped, until somebody says that it is meant', async () => {
    await page.goto(`${product.url}/import`);
    await page.locator('input[type=file]').setInputFiles(resolve(REGISTERS, 'tourism-bureau-2010.csv'));
    await page.getByRole('button', { name: '开始导入' }).click();
    await page.getByRole('button', { name: /仍要再次导入/ }).waitFor();
  });

  test('its report of 2010 gives the figures of the register', async () => {
    await beginReport(page, '年报', 2010);
    expect(await figure(page, 'received')).toBe('12');
    expect(await figure(page, 'closed')).toBe('12');
    expect(await figure(page, 'valid')).toBe('5');
    expect(await figure(page, 'outsideRemit')).toBe('7');
    expect(await figure(page, 'sanctionTotal')).toBe('25,293.20');
    await page.getByText('25,203.20 元（贰万伍仟贰佰零叁元贰角整）').first().waitFor();
    await expect.poll(() => page.locator('.chart svg').count()).toBeGreaterThan(3);
  });

  test('a figure opens onto exactly its cases', async () => {
    await page.locator('[data-figure="valid"] a').first().click();
    const beside = page.getByRole('dialog', { name: /有效/ });
    await beside.getByText('计算方法').waitFor();
    await beside.locator('.glances li').nth(4).waitFor();
    expect(await beside.locator('.glances li').count()).toBe(5);
    await beside.getByRole('link', { name: '在收件箱中查看全部 5 件' }).click();
    await page.getByText('报告数字背后的投诉件').waitFor();
    await page.getByText('共 5 件').waitFor();
    const numbers = await page.locator('tbody td:nth-child(2)').allTextContents();
    expect(numbers.sort()).toEqual([
      'LY-2010-001',
      'LY-2010-002',
      'LY-2010-007',
      'LY-2010-008',
      'LY-2010-012',
    ]);
    await page.goBack();
    await page.getByRole('heading', { level: 1, name: /投诉工作报告/ }).waitFor();
  });

  test('its author words a section; figures stay live in the text', async () => {
    const overview = page.locator('#overview');
    await overview.getByRole('button', { name: '编辑文字' }).click();
    await overview.getByLabel('编辑文字').fill('全年共收到{received}。');
    await overview.getByRole('button', { name: '保存' }).click();
    await overview.getByText('全年共收到12 件。').waitFor();
  });

  test('is published with its approver and hash, and goes upward as Word and spreadsheet', async () => {
    await page.getByRole('button', { name: '发布', exact: true }).click();
    await page.getByRole('dialog', { name: '发布报告' }).getByRole('button', { name: '确认发布' }).click();
    await page.getByText('张建国 于').waitFor();
    await page.getByText(/^[0-9a-f]{64}$/).waitFor();
    expect(await page.getByRole('button', { name: '编辑文字' }).count()).toBe(0);

    const word = await filesOfZip(await saved(page, '下载 Word'));
    const text = word.get('word/document.xml')?.toString('utf8') ?? '';
    expect(text).toContain('全年共收到12 件。');
    expect(text).toContain('25,203.20 元（贰万伍仟贰佰零叁元贰角整）');
    expect(text).toContain('25,293.20');
    expect([...word.keys()].filter((name) => name.startsWith('word/media/')).length).toBeGreaterThan(3);
    const sheet = await filesOfZip(await saved(page, '下载 Excel'));
    expect(sheet.get('xl/workbook.xml')?.toString('utf8')).toContain('主要数据');
  });

  test('a call is registered, accepted, promised, answered, followed up and closed', async () => {
    await page.goto(`${product.url}/register`);
    await page.getByLabel('内容', { exact: true }).fill('导游强迫购物，要求退款');
    await page.getByLabel('姓名').fill('游客乙');
    await page.getByLabel('电话').fill('13900000002');
    await page.locator('#register_category').click();
    await page.locator('.ant-select-tree-title').first().click();
    await page.getByRole('button', { name: '登记', exact: true }).click();
    await page.getByRole('heading', { level: 2, name: '导游强迫购物，要求退款' }).waitFor();

    const actions = page.getByRole('toolbar', { name: '办理' });
    const act = async (name: string, fill?: (form: Locator) => Promise<void>) => {
      await actions.getByRole('button', { name, exact: true }).click();
      const form = page.getByRole('form', { name, exact: true });
      await fill?.(form);
      await form.getByRole('button', { name, exact: true }).click();
      await page.getByText(`已完成：${name}`).waitFor();
    };
    const choose = async (form: Locator, label: string, option: string) => {
      await form.getByLabel(label, { exact: true }).click();
      await page.locator('.ant-select-item-option').filter({ hasText: option }).first().click();
    };
    await act('受理');
    await act('告知受理决定', (form) => choose(form, '方式', '电话'));
    await act('作出查证结论', async (form) => {
      await choose(form, '结论', '有效');
      await form.getByLabel('查明的事实').fill('情况属实');
    });
    await act('答复', (form) => form.getByLabel('内容', { exact: true }).fill('已责令退款'));
    await act('回访', (form) => choose(form, '结果', '满意'));
    await act('办结');
    await page.locator('.status').filter({ hasText: '已办结' }).waitFor();
    await page.getByText('已责令退款').first().waitFor();
  });

  test('nothing went wrong behind the screens', () => {
    expect(watched.problems).toEqual([]);
  });
});

describe('the drug regulator', () => {
  test('imports its register and reports the half-year and both quarters', async () => {
    const { page, problems, close } = await signIn('DRUG_REGULATION', 'SUPERVISOR');
    await importRegister(page, 'drug-regulator-2009h1.csv');
    expect(await statistic(page, '已导入')).toBe('7');
    await beginReport(page, '半年报', 2009, 1);
    expect(await figure(page, 'received')).toBe('7');
    expect(await figure(page, 'accepted')).toBe('7');
    expect(await figure(page, 'closed')).toBe('7');
    expect(await figure(page, 'adverseForwarded')).toBe('1');
    await beginReport(page, '季报', 2009, 1);
    expect(await figure(page, 'received')).toBe('4');
    await beginReport(page, '季报', 2009, 2);
    expect(await figure(page, 'received')).toBe('3');
    expect(problems).toEqual([]);
    await close();
  });
});

describe('in English', () => {
  test('an officer reads inbox, complaint and report', async () => {
    const { page, problems, close } = await signIn('HOSPITAL', 'SUPERVISOR', 'en');
    await page.getByText('All', { exact: true }).click();
    await page.locator('tbody a').first().click();
    await page.getByRole('toolbar', { name: 'What can be done' }).waitFor();
    await page.goto(`${product.url}/report`);
    await page.getByRole('button', { name: 'See its figures' }).click();
    await page.getByRole('button', { name: 'Write a report' }).click();
    await page.getByText('Overview', { exact: true }).first().waitFor();
    await page
      .getByText(/The office received \d+ cases?/)
      .first()
      .waitFor();
    expect(problems).toEqual([]);
    await close();
  });
});

describe('with a key, through GraphQL', () => {
  test('the same report gives the same figures', async () => {
    const { reportPreview } = await new Client(() => product, 'TOURISM').ask<{
      reportPreview: { sections: { blocks: { figures?: { code: string; now: { value: number } }[] }[] }[] };
    }>(`{ reportPreview(period: { kind: YEAR, year: 2010 }) { sections { code blocks {
      ... on ReportFigures { figures { code now { value text } capitals } } } } } }`);
    const figures = reportPreview.sections
      .flatMap(({ blocks }) => blocks)
      .flatMap((block) => block.figures ?? []);
    const value = (code: string) => figures.find((each) => each.code === code)?.now.value;
    expect(value('received')).toBe(12);
    expect(value('valid')).toBe(5);
    expect(value('outsideRemit')).toBe(7);
    expect(value('sanctionTotal')).toBe(2_529_320);
  });
});
