import type { Browser } from 'playwright-core';
import { openPage, type WatchedPage } from './browser.ts';
import { organizationOf } from './office.ts';
import type { Product } from './product.ts';

export type Locale = 'zh-CN' | 'en';

export interface Account {
  readonly email: string;
  readonly password: string;
}

/** The demo's account of somebody of this role. */
export function accountOf(product: Product, sector: string, role: string): Account {
  const account = organizationOf(product, sector).signIns.find((each) => each.role === role);
  if (!account) throw new Error(`${sector} has no ${role}.`);
  return account;
}

/** Signs in without a browser: for what only members may do through the API. */
export async function cookieOf({ url }: Product, account: Account): Promise<{ readonly cookie: string }> {
  const answer = await fetch(`${url}/api/auth/sign-in/email`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: url },
    body: JSON.stringify({ email: account.email, password: account.password }),
  });
  if (!answer.ok) throw new Error(await answer.text());
  const cookies = answer.headers.getSetCookie().map((each) => each.split(';')[0]);
  return { cookie: cookies.join('; ') };
}

interface SignIn {
  readonly product: Product;
  readonly browser: Browser;
  readonly account: Account;
  readonly locale?: Locale;
  /** Where they go first; absent: where the product takes them. */
  readonly path?: string;
  /** As of {@link openPage}. */
  readonly ownStyles?: boolean;
}

/** A page of somebody who is signed in already: for tests of what they do then. */
export async function signedIn(options: SignIn): Promise<WatchedPage> {
  const { product, browser, account, locale = 'zh-CN', path = '/', ownStyles = false } = options;
  const { url } = product;
  // Any page of the product will do to be given the cookie at; this one loads nothing.
  const watched = await openPage(browser, { url: `${url}/healthz`, locale, ownStyles });
  const answer = await watched.page.request.post(`${url}/api/auth/sign-in/email`, {
    data: { email: account.email, password: account.password },
    headers: { origin: url },
  });
  if (!answer.ok()) throw new Error(await answer.text());
  await watched.page.goto(`${url}${path}`);
  return watched;
}

/** Signs in by the form, as people do. */
export async function signInByForm(options: Omit<SignIn, 'path' | 'ownStyles'>): Promise<WatchedPage> {
  const { product, browser, account, locale = 'zh-CN' } = options;
  const watched = await openPage(browser, { url: product.url, locale });
  const { page } = watched;
  const zh = locale === 'zh-CN';
  await page.getByLabel(zh ? '邮箱' : 'E-mail').fill(account.email);
  await page.getByLabel(zh ? '密码' : 'Password', { exact: true }).fill(account.password);
  await page.keyboard.press('Enter');
  await page.locator('h1.page-title').waitFor();
  return watched;
}
