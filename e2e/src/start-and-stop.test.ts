import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Product, startProduct } from './support/product.ts';

let dataDir: string;
const running: Product[] = [];

beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'huiyin-start-'));
});

afterEach(async () => {
  for (const product of running.splice(0)) await product.stop();
  rmSync(dataDir, { recursive: true, force: true });
});

async function start(env: Record<string, string> = {}): Promise<Product> {
  const product = await startProduct({ dataDir, env });
  running.push(product);
  return product;
}

test('a start says its address and its sign-ins once on one line, and a stop ends the database too', async () => {
  const product = await start();
  expect(await fetch(`${product.url}/healthz`)).toMatchObject({ status: 200 });
  expect(product.output().trim().split('\n')).toEqual([
    expect.stringMatching(/http:\/\/localhost:\d+.*demo\.json/),
  ]);
  await product.stop();
  await expect(fetch(`${product.url}/healthz`)).rejects.toThrow();
});

test('a second start keeps the demo organisations and their sign-ins', async () => {
  const first = await start();
  const before = first.demo<object>();
  await first.stop();
  const second = await start();
  expect(second.demo<object>()).toEqual(before);
});

test('a second start beside the first is refused in both languages, and the first goes on', async () => {
  const first = await start();
  await expect(startProduct({ dataDir })).rejects.toThrow(/正被另一个回音进程.*\n.*is in use by another/);
  expect(await fetch(`${first.url}/readyz`)).toMatchObject({ status: 200 });
});

test('after kill -9 the next start goes on where it was', async () => {
  const first = await start();
  const before = first.demo<object>();
  first.process.kill('SIGKILL');
  const second = await start();
  expect(second.demo<object>()).toEqual(before);
  // What was killed cannot stop cleanly any more.
  running.splice(running.indexOf(first), 1);
});

test('a port in use is said with what to do', async () => {
  const other = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => other.once('listening', resolve));
  const { port } = other.address() as AddressInfo;
  await expect(startProduct({ dataDir, env: { PORT: String(port) } })).rejects.toThrow(/端口.*\n.*in use/);
  other.close();
});

test('a database that cannot be reached is said with what to do', async () => {
  const env = { DATABASE_URL: 'postgresql://nobody:nothing@127.0.0.1:9/none' };
  await expect(startProduct({ dataDir, env })).rejects.toThrow(/DATABASE_URL.*\n.*DATABASE_URL/);
});

test('production refuses to start without a secret of its own', async () => {
  await expect(startProduct({ dataDir, env: { HUIYIN_MODE: 'production' } })).rejects.toThrow(
    /HUIYIN_SECRET/,
  );
});
