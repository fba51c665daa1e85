import { deflateSync } from 'node:zlib';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launchBrowser, openPage, type WatchedPage } from './support/browser.ts';
import { Client, organizationOf } from './support/office.ts';
import { type Product, startUsedProduct } from './support/product.ts';

/**
 * Whoever complains, on a telephone and without an account: finds the office, sends a complaint with a photo through a
 * lost connection, keeps the receipt, follows it, adds to it, and rates the answer.
 */

const PHONE = { width: 390, height: 844 };

let product: Product;
let browser: Browser;
let office: Client;
let slug: string;

beforeAll(async () => {
  [product, browser] = await Promise.all([
    startUsedProduct({ env: { LOG_LEVEL: 'trace' } }),
    launchBrowser(),
  ]);
  office = new Client(() => product, 'TOURISM');
  slug = organizationOf(product, 'TOURISM').slug;
});
afterAll(async () => {
  await browser?.close();
  await product?.stop();
});

async function onPhone(path: string, locale: 'zh-CN' | 'en' = 'zh-CN'): Promise<WatchedPage> {
  const watched = await openPage(browser, { url: `${product.url}${path}`, locale });
  await watched.page.setViewportSize(PHONE);
  return watched;
}

/** What the office does, through the API. */
function officeDoes(verb: string, input: object): Promise<string> {
  return office.mutate(`complaint${verb}`, input);
}

async function idOf(number: string): Promise<string> {
  const { complaint } = await office.ask<{ complaint: { id: string; channel: string } }>(
    'query ($number: String!) { complaint(number: $number) { id channel } }',
    { number },
  );
  expect(complaint.channel).toBe('WEB_FORM');
  return complaint.id;
}

/** A photo that no browser made: grey noise of a telephone's size. */
function photo(): Buffer {
  const chunk = (type: string, data: Buffer): Buffer => {
    const length = Buffer.alloc(4);
    length.writeUInt32BE(data.length);
    // The sum is not looked at by whoever tells the type by its first bytes.
    return Buffer.concat([length, Buffer.from(type), data, Buffer.alloc(4)]);
  };
  const header = Buffer.from('000002800000028008000000' + '00', 'hex');
  const pixels = deflateSync(
    Buffer.from(Array.from({ length: 640 * 641 }, (_, index) => (index * 7_919) % 251)),
    {
      level: 0,
    },
  );
  return Buffer.concat([
    Buffer.from('89504e470d0a1a0a', 'hex'),
    chunk('IHDR', header),
    chunk('IDAT', pixels),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

/** No page is wider than the telephone. */
async function fits(page: Page): Promise<void> {
  expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(PHONE.width);
}

describe('somebody with a complaint', () => {
  let watched: WatchedPage;
  let page: Page;
  let number: string;
  let code: string;

  beforeAll(async () => {
    watched = await onPhone('/o');
    page = watched.page;
  });
  afterAll(() => watched?.close());

  test('finds the office, and what it handles, by when and by which law', async () => {
    await page.getByRole('link', { name: /鹏城市旅游质监所/ }).click();
    await page.getByRole('heading', { level: 1, name: '鹏城市旅游质监所' }).waitFor();
    await page.getByRole('heading', { name: '办理时限和法律依据' }).waitFor();
    await fits(page);
    await page.getByRole('link', { name: /我要投诉/ }).click();
  });

  test('chooses what it is about, by keyboard', async () => {
    await page.getByRole('heading', { level: 1, name: '关于什么' }).waitFor();
    await page.getByRole('button', { name: '下一步' }).click();
    await page.getByRole('alert').getByText('还有 1 处需要填写').waitFor();
    await page.getByRole('radio', { name: '景区' }).focus();
    await page.keyboard.press('Space');
    await page.getByRole('radio', { name: '景区服务' }).check();
    await page.getByText(/近 90 天，这类事项收到 \d+ 件/).waitFor();
    await fits(page);
    await page.keyboard.press('Enter');
  });

  test('writes it down with a photo; the connection is lost, and nothing with it', async () => {
    await page.getByLabel('请写下经过').fill('检票口排队两小时，工作人员辱骂游客，要求道歉。');
    await page.locator('input[type=file][multiple]').setInputFiles({
      name: '现场照片.png',
      mimeType: 'image/png',
      buffer: photo(),
    });
    await page.getByText('已上传 ·').waitFor();
    await fits(page);
    await page.getByRole('button', { name: '下一步' }).click();
    await page.getByRole('heading', { level: 1, name: '具体情况' }).waitFor();
    await page.getByLabel('被投诉的单位或个人').fill('莲花山景区');
    await fits(page);
    await page.context().setOffline(true);
    await page.getByRole('button', { name: '下一步' }).click();
    await page.getByRole('radio', { name: /保密/ }).check();
    await page.getByRole('textbox', { name: '姓名' }).fill('何小满');
    await page.getByLabel(/手机或电话/).fill('13911112222');
    await page.getByRole('button', { name: '下一步' }).click();
    await page.getByLabel(/我同意/).check();
    await page.getByRole('button', { name: '提交' }).click();
    await page.getByRole('alert').getByText('连不上网络').waitFor();
    await page.context().setOffline(false);
    // The tab is closed and opened again: what was written is still there.
    await page.goto(`${product.url}/o/${slug}/submit?step=check`);
    await page.getByText('检票口排队两小时').waitFor();
    await page.getByText('现场照片.png').waitFor();
    await fits(page);
  });

  test('sends it, and is given a number, a code and a QR', async () => {
    await page.getByLabel(/我同意/).check();
    await page.getByRole('button', { name: '提交' }).click();
    await page.getByRole('heading', { level: 1, name: '已收到您的投诉' }).waitFor();
    [number = '', code = ''] = await page.locator('.secret dd').allTextContents();
    expect(number).toMatch(/^LY-\d{4}-\d{6}$/);
    expect(code).toMatch(/^\w{4}-\w{4}-\w{4}$/);
    await page.getByRole('img', { name: '扫码查询进展' }).waitFor();
    await page
      .getByText(/受理决定|决定是否受理/)
      .first()
      .waitFor();
    await fits(page);
    // The draft is gone with it.
    expect(await page.evaluate(`localStorage.getItem('huiyin-draft-${slug}')`)).toBeNull();
  });

  test('follows it by the link of the receipt, which leaves no code in the address', async () => {
    await page.getByRole('link', { name: '查看进展' }).click();
    await page.getByRole('heading', { level: 1, name: '已收到', exact: true }).waitFor();
    await expect.poll(() => page.url()).toBe(`${product.url}/o/${slug}/track`);
    await page.getByText('您提交了投诉').waitFor();
    await fits(page);
    // In the other language, and back: the same complaint.
    await page.getByRole('button', { name: 'English' }).click();
    await page.getByRole('heading', { level: 1, name: 'Received', exact: true }).waitFor();
    expect(await page.title()).toContain(number);
    await page.getByRole('button', { name: '中文' }).click();
    await page.getByRole('heading', { level: 1, name: '已收到', exact: true }).waitFor();
  });

  test('adds what the office asks for', async () => {
    const id = await idOf(number);
    await officeDoes('Accept', { id });
    await officeDoes('NotifyDecision', { id, via: 'WEB_FORM' });
    await officeDoes('Note', { id, text: '内部：核对监控' });
    await officeDoes('WaitForComplainant', { id, request: '请说明是几号检票口。' });
    await look();
    await page.getByText('请说明是几号检票口。').first().waitFor();
    expect(await page.getByText('内部：核对监控').count()).toBe(0);
    await page.getByLabel('补充说明').fill('三号检票口。');
    await page.getByRole('button', { name: '提交补充' }).click();
    await page.getByText('已补充。').waitFor();
    await page.getByRole('heading', { level: 1, name: '正在办理' }).waitFor();
  });

  test('reads the answer and rates it', async () => {
    const id = await idOf(number);
    await officeDoes('Conclude', { id, finding: 'SUBSTANTIATED', facts: '监控属实' });
    await officeDoes('Answer', { id, text: '景区已向您道歉，并增开检票口。', via: 'WEB_FORM', final: true });
    await look();
    await page.getByText('景区已向您道歉，并增开检票口。').first().waitFor();
    expect(await page.getByText('监控属实').count()).toBe(0);
    await page.getByRole('radio', { name: '满意', exact: true }).check();
    await page.getByRole('radio', { name: '解决了', exact: true }).check();
    await page.getByRole('button', { name: '提交评价' }).click();
    await page.getByText('您的评价：满意。谢谢！').waitFor();
    await fits(page);
  });

  test('a wrong code tells nothing', async () => {
    // By way of the office: this tab goes on showing what it showed at an address that is opened again.
    await page.goto(`${product.url}/o/${slug}`);
    await page.goto(`${product.url}/o/${slug}/track`);
    await page.getByLabel('编号').fill(number);
    await page.getByLabel('查询码').fill('AAAA-AAAA-AAAA');
    await page.getByRole('button', { name: '查询', exact: true }).click();
    await page.getByRole('alert').getByText('编号或查询码不正确').waitFor();
  });

  test('nothing went wrong behind the pages but the connection that was cut', () => {
    const others = watched.problems.filter((problem) => !problem.includes('ERR_INTERNET_DISCONNECTED'));
    expect(others).toEqual([]);
  });

  async function look(): Promise<void> {
    // By way of the office: this tab goes on showing what it showed at an address that is opened again.
    await page.goto(`${product.url}/o/${slug}`);
    await page.goto(`${product.url}/o/${slug}/track`);
    await page.getByLabel('编号').fill(number);
    await page.getByLabel('查询码').fill(code.toLowerCase());
    await page.getByRole('button', { name: '查询', exact: true }).click();
    await page.getByText(number).waitFor();
  }
});

describe('in English', () => {
  test('the way to the form, and little to load for it', async () => {
    const { page, problems, close } = await onPhone(`/o/${slug}`, 'en');
    await page.getByRole('heading', { level: 1, name: 'Pengcheng tourism quality office' }).waitFor();
    const scripts = (await page.evaluate(
      `performance.getEntriesByType('resource').filter(({ name }) => name.endsWith('.js'))
        .reduce((sum, { encodedBodySize }) => sum + encodedBodySize, 0)`,
    )) as number;
    expect(scripts).toBeGreaterThan(50_000);
    expect(scripts).toBeLessThan(180_000);
    await page.getByRole('link', { name: /Make a complaint/ }).click();
    await page.getByRole('radio', { name: 'Attractions' }).check();
    await page.getByRole('radio', { name: /^Tickets/ }).check();
    await page.getByRole('button', { name: 'Next' }).click();
    await page.getByLabel('Please describe it').waitFor();
    await fits(page);
    expect(problems).toEqual([]);
    await close();
  });
});

test('the log of all this, at its most talkative, names nobody and repeats nothing that was said', () => {
  const log = product.output();
  // It tells of the requests.
  expect(log).toContain('/graphql');
  for (const said of ['何小满', '13911112222', '检票口', '莲花山'])
    expect({ said, logged: log.includes(said) }).toEqual({ said, logged: false });
});
