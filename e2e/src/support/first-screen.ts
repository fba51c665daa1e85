import { statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Page } from 'playwright-core';

const BUILT = resolve(import.meta.dirname, '../../../apps/web/dist');

/**
 * What a page asks for until it is quiet: its scripts, and their size in kilobytes as gzip packs them (browsers that
 * know Brotli get less).
 */
export async function firstScreen(
  page: Page,
  url: string,
): Promise<{ readonly scripts: readonly string[]; readonly kilobytes: number }> {
  const scripts = new Set<string>();
  page.on('response', (response) => {
    const { pathname } = new URL(response.url());
    if (pathname.endsWith('.js')) scripts.add(pathname);
  });
  await page.goto(url, { waitUntil: 'networkidle' });
  const bytes = [...scripts].reduce((sum, path) => sum + packed(join(BUILT, path)), 0);
  return { scripts: [...scripts], kilobytes: Math.round(bytes / 1_000) };
}

/** The build packs what is large enough to be worth it. */
function packed(path: string): number {
  return (statSync(`${path}.gz`, { throwIfNoEntry: false }) ?? statSync(path)).size;
}
