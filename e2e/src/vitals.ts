import type { Browser, Page } from 'playwright-core';
import { launchBrowser, openPage } from './support/browser.ts';
import { type Product, startProduct } from './support/product.ts';

/**
 * npm run vitals: how soon the first screens stand and how still they are, of the built product on this machine. Each is
 * opened afresh on a telephone's screen, as it is and with a processor four times slower.
 */

const PHONE = { width: 390, height: 844 };
const SLOWDOWNS = [1, 4];
/** A task of the page keeps it from answering a finger from here on. */
const LONG_TASK_MS = 50;

interface Demo {
  readonly organizations: readonly {
    readonly sector: string;
    readonly slug: string;
    readonly signIns: readonly { readonly role: string; readonly email: string; readonly password: string }[];
  }[];
}
interface Vitals {
  /** When the largest thing on the screen was drawn, in milliseconds. */
  readonly lcp: number;
  /** How much of the screen moved under the reader, without a unit: 0.1 is too much. */
  readonly cls: number;
  /** Milliseconds in which nothing could be pressed. */
  readonly tbt: number;
}

const product = await startProduct();
try {
  const browser = await launchBrowser();
  try {
    await measureAll(product, browser);
  } finally {
    await browser.close();
  }
} finally {
  await product.stop();
}

async function measureAll({ url, demo }: Product, browser: Browser): Promise<void> {
  const office = demo<Demo>().organizations.find(({ sector }) => sector === 'TOURISM');
  const handler = office?.signIns.find(({ role }) => role === 'HANDLER');
  if (!office || !handler) throw new Error('The demo has no tourism office with a handler.');
  const pages = [
    ['offices', '/o'],
    ['office', `/o/${office.slug}`],
    ['form', `/o/${office.slug}/submit`],
    ['tracking', `/o/${office.slug}/track`],
    ['sign-in', '/'],
    ['inbox', '/', handler],
  ] as const;
  line(['page', 'CPU', 'LCP ms', 'CLS', 'TBT ms']);
  for (const [name, path, member] of pages) {
    for (const slowdown of SLOWDOWNS) {
      const { page, close } = await openPage(browser, { url: `${url}/healthz` });
      if (member) await signIn(page, url, member);
      const { lcp, cls, tbt } = await measured(page, { url: `${url}${path}`, slowdown });
      line([name, `${slowdown}×`, lcp.toFixed(0), cls.toFixed(3), tbt.toFixed(0)]);
      await close();
    }
  }
}

async function signIn(
  page: Page,
  url: string,
  { email, password }: { readonly email: string; readonly password: string },
): Promise<void> {
  const data = { email, password };
  const answer = await page.request.post(`${url}/api/auth/sign-in/email`, { data, headers: { origin: url } });
  if (!answer.ok()) throw new Error(await answer.text());
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
  await page.goto(url, { waitUntil: 'networkidle' });
  return page.evaluate(() => (globalThis as unknown as { readonly vitals: Vitals }).vitals);
}

function line([name = '', ...numbers]: readonly string[]): void {
  process.stdout.write(`${name.padEnd(12)}${numbers.map((text) => text.padStart(9)).join('')}\n`);
}
