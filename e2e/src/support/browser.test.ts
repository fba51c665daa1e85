import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchBrowser, openPage } from './browser.ts';

const PAGES: Record<string, string> = {
  '/': `<!doctype html><meta charset="utf-8"><title>回音</title>
    <input id="who"><button onclick="answer.textContent = navigator.language + ' ' + who.value">答复</button>
    <p id="answer"></p>`,
  '/broken':
    '<!doctype html><script>throw new Error("坏了")</script><img src="http://127.0.0.1:9/pixel.png">',
};

let server: Server;
let browser: Browser;
let url: string;

beforeAll(async () => {
  server = createServer((request, response) => {
    response.setHeader('content-type', 'text/html; charset=utf-8');
    response.end(PAGES[request.url ?? ''] ?? '');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  browser = await launchBrowser();
});

afterAll(async () => {
  await browser?.close();
  server.close();
});

test('a page runs in a real browser: typed, clicked, answered', async () => {
  const { page, problems, close } = await openPage(browser, { url });
  await page.locator('#who').fill('投诉人');
  await page.getByRole('button', { name: '答复' }).click();
  await expect.poll(() => page.locator('#answer').textContent()).toBe('zh-CN 投诉人');
  expect(problems).toEqual([]);
  await close();
});

test('script errors and calls to other hosts are problems, not silence', async () => {
  const { problems, close } = await openPage(browser, { url: `${url}/broken` });
  expect(problems).toContainEqual('script error: 坏了');
  expect(problems).toContainEqual('call to another host: http://127.0.0.1:9/pixel.png');
  await close();
});
