import type { Browser, Page } from 'playwright-core';
import { launchBrowser, openPage } from './support/browser.ts';
import { ERRANDS } from './support/errands.ts';
import { firstScreen } from './support/first-screen.ts';
import { organizationOf } from './support/office.ts';
import { type Product, startProduct } from './support/product.ts';
import { accountOf, signedIn } from './support/sign-in.ts';

/**
 * npm run vitals: how soon the first screens stand and how still they are, of the built product on this machine. Each is
 * opened afresh on a telephone's screen, as it is and with a processor four times slower. Then what offices do most
 * often: how many clicks and keys it takes, and how long the product lets somebody wait who types at once.
 */

const PHONE = { width: 390, height: 844 };
const SLOWDOWNS = [1, 4];
/** A task of the page keeps it from answering a finger from here on. */
const LONG_TASK_MS = 50;

interface Vitals {
  /** When the largest thing on the screen was drawn, in milliseconds. */
  readonly lcp: number;
  /** How much of the screen moved under the reader, without a unit: 0.1 is too much. */
  readonly cls: number;
  /** Milliseconds in which nothing could be pressed. */
  readonly tbt: number;
  /** Scripts, as gzip packs them. */
  readonly kilobytes: number;
}

const product = await startProduct();
try {
  const browser = await launchBrowser();
  try {
    await measureAll(product, browser);
    await doErrands(product, browser);
  } finally {
    await browser.close();
  }
} finally {
  await product.stop();
}

async function measureAll(product: Product, browser: Browser): Promise<void> {
  const { slug } = organizationOf(product, 'TOURISM');
  const pages = [
    ['offices', '/o'],
    ['office', `/o/${slug}`],
    ['form', `/o/${slug}/submit`],
    ['tracking', `/o/${slug}/track`],
    ['sign-in', '/'],
    ['inbox', '/', accountOf(product, 'TOURISM', 'HANDLER')],
  ] as const;
  line(['page', 'CPU', 'LCP ms', 'CLS', 'TBT ms', 'JS kB']);
  for (const [name, path, account] of pages) {
    for (const slowdown of SLOWDOWNS) {
      const nowhere = '/healthz';
      const { page, close } = account
        ? await signedIn({ product, browser, account, path: nowhere })
        : await openPage(browser, { url: `${product.url}${nowhere}` });
      const { lcp, cls, tbt, kilobytes } = await measured(page, { url: `${product.url}${path}`, slowdown });
      line([name, `${slowdown}×`, lcp.toFixed(0), cls.toFixed(3), tbt.toFixed(0), `${kilobytes}`]);
      await close();
    }
  }
}

/** Each errand by whoever does it, from the inbox. */
async function doErrands(product: Product, browser: Browser): Promise<void> {
  const account = accountOf(product, 'TELECOM', 'SUPERVISOR');
  line(['']);
  line(['errand', 'clicks', 'keys', 'letters', 'seconds']);
  for (const [name, run] of Object.entries(ERRANDS)) {
    const { page, close } = await signedIn({ product, browser, account });
    await page.locator('tbody a').first().waitFor();
    const { clicks, keys, letters, seconds } = await run(page);
    line([name, `${clicks}`, `${keys}`, `${letters}`, seconds.toFixed(1)]);
    await close();
  }
}

async function measured(
  page: Page,
  { url, slowdown }: { readonly url: string; readonly slowdown: number },
): Promise<Vitals> {
  await page.setViewportSize(PHONE);
  const session = await page.context().newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
  await page.addInitScript((longTask) => {
    const vitals = { lcp: 0, cls: 0, tbt: 0 };
    Object.assign(globalThis, { vitals });
    const watch = (type: string, note: (entry: PerformanceEntry) => void): void => {
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries()) note(entry);
      }).observe({ type, buffered: true });
    };
    watch('largest-contentful-paint', ({ startTime }) => {
      vitals.lcp = startTime;
    });
    watch('layout-shift', (entry) => {
      vitals.cls += (entry as PerformanceEntry & { readonly value: number }).value;
    });
    watch('longtask', ({ duration }) => {
      vitals.tbt += Math.max(0, duration - longTask);
    });
  }, LONG_TASK_MS);
  const { kilobytes } = await firstScreen(page, url);
  await page.waitForFunction(() => (globalThis as unknown as { readonly vitals: Vitals }).vitals.lcp > 0);
  const drawn = await page.evaluate(() => (globalThis as unknown as { readonly vitals: Vitals }).vitals);
  return { ...drawn, kilobytes };
}

function line([name = '', ...numbers]: readonly string[]): void {
  process.stdout.write(`${name.padEnd(20)}${numbers.map((text) => text.padStart(9)).join('')}\n`);
}
