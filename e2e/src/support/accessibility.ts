import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults, ContextSpec, RunOptions } from 'axe-core';
import type { JSHandle, Page } from 'playwright-core';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** WCAG 2.2 up to AA, and what axe's makers advise beyond it: landmarks, the order of headings. */
const RULES: RunOptions = {
  runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
  resultTypes: ['violations'],
};
/** An address that leads to no page. */
export const NOWHERE = '/nowhere';

const DESK = { width: 1280, height: 800 };
const PHONE = { width: 390, height: 844 };
/** Each size and each scheme once: the four combinations show no colour and no layout that these two do not. */
const LOOKS = [
  { name: 'desk, light', size: DESK, colorScheme: 'light' },
  { name: 'phone, dark', size: PHONE, colorScheme: 'dark' },
] as const;

/**
 * What axe holds against the page as it stands, on a desk in light and on a telephone in dark: one line each, with the
 * rule, the element and what is wrong with it.
 * @param within only this part of the page: its surroundings have been looked at elsewhere
 */
export async function violationsOf(page: Page, within?: string): Promise<string[]> {
  // Half a megabyte to read: once a page is enough for all that is opened there.
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(AXE);
  const found: string[] = [];
  for (const { name, size, colorScheme } of LOOKS) {
    await page.setViewportSize(size);
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await settled(page);
    const violations = await page.evaluate(
      async ({ context, options }) => {
        const { axe } = window as unknown as {
          readonly axe: { run(context: ContextSpec, options: RunOptions): Promise<AxeResults> };
        };
        const result = await axe.run(context ?? document, options);
        return result.violations.map(({ id, nodes }) => ({
          id,
          nodes: nodes.map(({ html, failureSummary }) => `${html.slice(0, 160)} ${failureSummary ?? ''}`),
        }));
      },
      { context: within ?? null, options: RULES },
    );
    for (const { id, nodes } of violations) {
      found.push(...nodes.slice(0, 3).map((node) => `${name}: ${id}: ${node.replace(/\s+/g, ' ')}`));
    }
  }
  await page.setViewportSize(DESK);
  return found;
}

/** Waits until the page has drawn itself and nothing is on its way any more. */
export async function settled(page: Page): Promise<void> {
  await page.waitForFunction(
    () =>
      document.querySelector('h1, h2') !== null &&
      document.querySelector('.ant-skeleton-active, .loading, [aria-busy="true"], .ant-spin-spinning') ===
        null,
  );
  await page.evaluate(
    () => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(() => drawn(undefined)))),
  );
}

interface Route {
  readonly path?: string;
  readonly children?: readonly Route[];
}

interface Router {
  readonly routes: readonly Route[];
  navigate(path: string): Promise<void>;
}

/** The running application's own router. */
async function routerOf(page: Page): Promise<JSHandle<Router>> {
  return page.evaluateHandle(() => {
    /** A part of what React has drawn. */
    interface Fiber {
      readonly memoizedProps: { readonly router?: Router } | null;
      readonly child: Fiber | null;
      readonly sibling: Fiber | null;
    }
    const root = document.getElementById('root') as unknown as Record<string, Fiber>;
    const container = Object.keys(root).find((key) => key.startsWith('__reactContainer$')) ?? '';
    const waiting: (Fiber | null | undefined)[] = [root[container]];
    while (waiting.length > 0) {
      const fiber = waiting.pop();
      const router = fiber?.memoizedProps?.router;
      if (router) return router;
      if (fiber) waiting.push(fiber.sibling, fiber.child);
    }
    throw new Error('No router was found on the page.');
  });
}

/** The addresses that the running application knows, as its own router holds them: `/complaints/:id`. */
export async function routesOf(page: Page): Promise<string[]> {
  const router = await routerOf(page);
  return router.evaluate(({ routes }) => {
    const addresses = (some: readonly Route[], before: string): string[] =>
      some.flatMap(({ path, children = [] }) => {
        const here = path ? `${before}/${path}`.replaceAll('//', '/') : before;
        return [...(path ? [here] : []), ...addresses(children, here)];
      });
    return [...new Set(addresses(routes, ''))];
  });
}

/** Goes to an address of somebody who is signed in as a link would, without loading the application anew. */
export async function goWithin(page: Page, path: string): Promise<void> {
  const router = await routerOf(page);
  const go = (to: string) => router.evaluate(({ navigate }, there) => navigate(there), to);
  // A screen stands until the next one is ready: only from one that nobody looks at can it be told when that is.
  const nowhere = page.getByRole('heading', { name: '没有这个页面。' });
  await go(NOWHERE);
  await nowhere.waitFor();
  await go(path);
  await nowhere.waitFor({ state: 'detached' });
}
