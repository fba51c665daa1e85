import { type Browser, chromium, type Page } from 'playwright-core';
import { browserProgram } from './browser-program.ts';

/** Starts a headless browser; `close()` it when done. */
export async function launchBrowser(): Promise<Browser> {
  return chromium.launch({
    ...(await browserProgram()),
    headless: true,
    args: [
      // Root cannot use Chromium's sandbox, and it opens nothing here but our own pages.
      '--no-sandbox',
      '--disable-gpu',
      '--font-render-hinting=none',
      // A page here lives for seconds: making its scripts faster takes a third of all its time and never pays.
      '--js-flags=--no-opt --no-maglev',
      // Nothing of its own over the network.
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-domain-reliability',
      '--disable-quic',
      '--disable-sync',
      '--no-first-run',
      '--no-pings',
    ],
  });
}

export interface WatchedPage {
  readonly page: Page;
  /** What a user would not see but should not be there: script errors, failed requests, calls to other hosts. */
  readonly problems: readonly string[];
  close(): Promise<void>;
}

export interface PageOptions {
  /** Where the product runs; requests to any other host are refused and listed as problems. */
  readonly url: string;
  readonly locale?: 'zh-CN' | 'en';
  /** Styles may be put into the pages, which their content-security policy forbids: for pictures alone. */
  readonly ownStyles?: boolean;
}

/** Opens a page of its own, without cookies of others, at the product's first page. */
export async function openPage(
  browser: Browser,
  { url, locale = 'zh-CN', ownStyles = false }: PageOptions,
): Promise<WatchedPage> {
  const context = await browser.newContext({
    locale,
    bypassCSP: ownStyles,
    viewport: { width: 1280, height: 800 },
    timezoneId: 'Asia/Shanghai',
  });
  context.setDefaultTimeout(30_000);
  const page = await context.newPage();
  const problems: string[] = [];
  const { host } = new URL(url);
  await context.route(
    (address) => /^https?:$/.test(address.protocol) && address.host !== host,
    (route) => {
      problems.push(`call to another host: ${route.request().url()}`);
      return route.abort();
    },
  );
  page.on('pageerror', (error) => problems.push(`script error: ${error.message}`));
  page.on('console', (message) => {
    if (message.type() === 'error') problems.push(`console: ${message.text()}`);
  });
  await page.goto(url);
  return { page, problems, close: () => context.close() };
}
