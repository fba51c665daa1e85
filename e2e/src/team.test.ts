import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launchBrowser, type WatchedPage } from './support/browser.ts';
import { Client } from './support/office.ts';
import { type Product, startUsedProduct } from './support/product.ts';
import { accountOf, type Locale, signedIn } from './support/sign-in.ts';

/** Who leads the work of others sees on one screen what needs them, gives it to somebody and approves answers. */

const SECTOR = 'TELECOM';
/** Long enough ago that every limit has run out. */
const LONG_AGO_MS = 120 * 86_400_000;
/** As the demo calls the department lead. */
const LEAD = '王芳';

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

/** A page of somebody of this role, at a path. */
async function open(role: string, path: string, locale: Locale = 'zh-CN'): Promise<WatchedPage> {
  return signedIn({ product, browser, account: accountOf(product, SECTOR, role), locale, path });
}

/** Carries something out through the API; the complaint's id. */
function act(verb: string, input: object): Promise<string> {
  return client.mutate(`complaint${verb}`, input);
}

async function registered(content: string, more: object = {}): Promise<string> {
  return act('Register', {
    ...{ kind: 'COMPLAINT', channel: 'PHONE', disclosure: 'NAMED', category: 'COVERAGE', content },
    complainant: { name: '周敏', phone: '13900000055' },
    details: { telecom: { service: 'MOBILE', area: 'URBAN', place: { address: '幸福路 1 号' } } },
    ...more,
  });
}

/** A complaint whose draft answer waits for approval. */
async function drafted(content: string, text: string): Promise<string> {
  const id = await registered(content);
  await act('Accept', { id });
  return act('DraftAnswer', { id, text, final: true });
}

interface Standing {
  readonly status: string;
  readonly handler: { readonly name: string } | null;
  readonly department: { readonly id: string } | null;
  readonly answers: readonly { readonly status: string }[];
}
async function standingOf(id: string): Promise<Standing> {
  const { complaint } = await client.ask<{ complaint: Standing }>(
    `query ($id: ID!) { complaint(id: $id) {
      status handler { name } department { id } answers { status } } }`,
    { id },
  );
  return complaint;
}

/** The number of the board by its name. */
async function numberOf(page: Page, name: string): Promise<number> {
  const link = page.getByRole('list', { name: '需要关注' }).getByRole('link').filter({ hasText: name });
  return Number(await link.locator('.team-count').textContent());
}

describe('a supervisor', () => {
  test('sees what is overdue, and the number opens onto exactly that many cases', async () => {
    await registered('基站噪音扰民，一直没有回音', {
      receivedAt: new Date(Date.now() - LONG_AGO_MS).toISOString(),
    });
    const { page, problems, close } = await open('SUPERVISOR', '/team');
    await page.getByRole('heading', { level: 1, name: '团队' }).waitFor();
    const overdue = await numberOf(page, '已超时');
    expect(overdue).toBeGreaterThan(0);
    expect(await numberOf(page, '答复待审核')).toBe(0);
    await page.getByRole('link').filter({ hasText: '已超时' }).first().click();
    await page.getByRole('heading', { level: 1, name: '收件箱' }).waitFor();
    await page.getByText(`共 ${overdue} 件`).waitFor();
    await expect.poll(() => page.locator('tbody a').count()).toBe(overdue);
    expect(problems).toEqual([]);
    await close();
  });

  test('assigns two cases together, takes them back, and they are as before', async () => {
    const ids = [await registered('晚上九点以后网速很慢'), await registered('地下车库没有信号')];
    const before = await Promise.all(ids.map(standingOf));
    const { page, problems, close } = await open('SUPERVISOR', '/team');
    await page.getByRole('combobox', { name: '显示' }).click();
    await page.locator('.ant-select-item-option').filter({ hasText: '待分派' }).click();
    for (const matter of ['晚上九点以后网速很慢', '地下车库没有信号']) {
      await page.getByRole('listitem').filter({ hasText: matter }).getByRole('checkbox').check();
    }
    await page.getByText('已选 2 件').waitFor();
    await page.getByRole('combobox', { name: '指派给' }).click();
    await page.locator('.ant-select-item-option').filter({ hasText: LEAD }).click();
    await page.getByRole('button', { name: '预览' }).click();
    const preview = page.getByRole('dialog', { name: `指派给 ${LEAD}` });
    await preview.getByRole('heading', { name: '将指派 2 件' }).waitFor();
    expect(await preview.getByRole('listitem').count()).toBe(2);
    // So far it was only looked at.
    expect(await Promise.all(ids.map(standingOf))).toEqual(before);
    await preview.getByRole('button', { name: '指派 2 件' }).click();
    await page.getByText(`已指派 2 件给 ${LEAD}。`).waitFor();
    const assigned = await Promise.all(ids.map(standingOf));
    expect(assigned.map(({ handler }) => handler?.name)).toEqual([LEAD, LEAD]);
    await page.getByRole('button', { name: '撤销' }).click();
    await page.getByText('已撤回 2 件。').waitFor();
    expect(await Promise.all(ids.map(standingOf))).toEqual(before);
    expect(problems).toEqual([]);
    await close();
  });

  test('reads drafts, approves one and sends another back with a reason', async () => {
    const good = await drafted('宽带连续三天晚上掉线', '已更换光猫，现已恢复。');
    const bad = await drafted('营业厅排队两小时', '知道了。');
    const { page, problems, close } = await open('SUPERVISOR', '/team');
    const drafts = page.getByRole('article');
    const first = drafts.filter({ hasText: '已更换光猫，现已恢复。' });
    const second = drafts.filter({ hasText: '知道了。' });
    await first.getByText('诉求', { exact: true }).click();
    await first.getByRole('button', { name: '通过' }).click();
    await page.getByText(/的答复已通过。/).waitFor();
    await first.waitFor({ state: 'detached' });
    await second.getByRole('button', { name: '退回修改' }).click();
    await second.getByLabel('退回意见').fill('请写明查证结果');
    await second.getByRole('button', { name: '退回', exact: true }).click();
    await page.getByText(/的答复已退回。/).waitFor();
    await page.getByText('没有待审核的答复。').waitFor();
    expect((await standingOf(good)).answers.map(({ status }) => status)).toEqual(['APPROVED']);
    expect((await standingOf(bad)).answers.map(({ status }) => status)).toEqual(['RETURNED']);
    await page.goto(`${product.url}/complaints/${bad}`);
    await page.getByText('请写明查证结果').first().waitFor();
    expect(problems).toEqual([]);
    await close();
  });
});

test('what others change appears in the open inbox and on the board without a reload', async () => {
  const [inbox, board] = [await open('HANDLER', '/complaints?view=open'), await open('SUPERVISOR', '/team')];
  await inbox.page.locator('tbody a').first().waitFor();
  await board.page.getByRole('heading', { level: 1, name: '团队' }).waitFor();
  const waiting = await numberOf(board.page, '待分派');
  // Lost when a page is loaded anew.
  for (const { page } of [inbox, board]) await page.evaluate(() => Object.assign(window, { stayed: true }));
  await registered('刚刚登记的一件：短信收不到');
  await inbox.page.getByRole('link', { name: /刚刚登记的一件：短信收不到/ }).waitFor();
  await expect.poll(() => numberOf(board.page, '待分派'), { timeout: 10_000 }).toBe(waiting + 1);
  for (const { page, problems, close } of [inbox, board]) {
    expect(await page.evaluate(() => 'stayed' in window)).toBe(true);
    expect(problems).toEqual([]);
    await close();
  }
});

test('a department lead sees the work of their own department alone, also on a phone, in English', async () => {
  const { organization } = await client.ask<{
    organization: { departments: readonly { readonly id: string; readonly name: string }[] };
  }>('{ organization { departments { id name } } }');
  const [own, other] = organization.departments;
  if (!own || !other) throw new Error('The demo has no second department.');
  await act('Assign', { id: await registered('Ours: the line is dead'), departmentId: own.id });
  await act('Assign', { id: await registered('Theirs: the line is dead'), departmentId: other.id });
  const { page, problems, close } = await open('DEPARTMENT_LEAD', '/team', 'en');
  await page.setViewportSize({ width: 390, height: 844 });
  await page.getByRole('heading', { level: 1, name: 'Team' }).waitFor();
  await page.getByText(/Complaints centre · \d+ open/).waitFor();
  await page.getByRole('combobox', { name: 'Shown', exact: true }).click();
  await page.locator('.ant-select-item-option').filter({ hasText: 'All open' }).click();
  await page.getByRole('link', { name: /Ours: the line is dead/ }).waitFor();
  expect(await page.getByText('Theirs: the line is dead').count()).toBe(0);
  const { scroll, width } = await page.evaluate(() => ({
    ...{ scroll: document.documentElement.scrollWidth, width: document.documentElement.clientWidth },
  }));
  expect(scroll).toBeLessThanOrEqual(width);
  expect(problems).toEqual([]);
  await close();
});
