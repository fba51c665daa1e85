import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { usedFolder } from './data-folder.ts';

const ROOT = resolve(import.meta.dirname, '../../..');
const SERVER = join(ROOT, 'apps/server/dist/main.js');
const READY_TIMEOUT_MS = 180_000;
const STOP_TIMEOUT_MS = 90_000;

export interface ProductOptions {
  /** A folder that a former start used; absent: a new one, removed by `stop`. */
  readonly dataDir?: string;
  readonly env?: Readonly<Record<string, string>>;
}

export interface Product {
  /** Where it answers, without a trailing slash. */
  readonly url: string;
  readonly dataDir: string;
  /** The server's process, for tests that send it signals. */
  readonly process: ChildProcess;
  /** What it has written to its standard outputs so far. */
  output(): string;
  /** The demo's sign-ins and keys, as `demo.json` lists them. */
  demo<T>(): T;
  /** Stops it as an operator would. @throws Error with its output when it does not end cleanly in time */
  stop(): Promise<void>;
  /** Kills the server without a warning (`kill -9`); its database lives on. */
  kill(): Promise<void>;
}

/**
 * Starts the built product as `npm start` does, on a data folder and a port of its own, and waits until it is ready.
 * @throws Error with its output when it ends or is not ready in time
 */
export async function startProduct(options: ProductOptions = {}): Promise<Product> {
  const product = await runProduct(options);
  const { url, process: child } = product;
  const giveUpAt = Date.now() + READY_TIMEOUT_MS;
  while (!(await isReady(url))) {
    const ended = child.exitCode !== null || child.signalCode !== null;
    if (ended || Date.now() > giveUpAt) {
      await product.stop().catch(() => undefined);
      const what = ended ? 'ended' : 'was not ready';
      throw new Error(`the product ${what} before its first answer:\n${product.output()}`);
    }
    await sleep(50);
  }
  return product;
}

/** The same on a copy of the demo that was made once for all: it need not be made anew. */
export async function startUsedProduct(options: Pick<ProductOptions, 'env'> = {}): Promise<Product> {
  const folder = usedFolder();
  const product = await startProduct({ ...options, dataDir: folder.path }).catch((error: unknown) => {
    folder.remove();
    throw error;
  });
  return { ...product, stop: () => product.stop().finally(folder.remove) };
}

/** The same without waiting: for what happens while it starts. */
export async function runProduct(options: ProductOptions = {}): Promise<Product> {
  const dataDir = options.dataDir ?? mkdtempSync(join(tmpdir(), 'huiyin-e2e-'));
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const settings = { HUIYIN_MODE: 'demo', HOST: '127.0.0.1', PORT: String(port), DATA_DIR: dataDir };
  const child = spawn(process.execPath, ['--enable-source-maps', SERVER], {
    cwd: ROOT,
    // Not what the test runner sets for itself: the product would take itself for a test.
    env: { PATH: process.env['PATH'], HOME: process.env['HOME'], ...settings, ...options.env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      output += text;
    });
  }
  const exited = once(child, 'exit');
  const stop = async () => {
    if (child.exitCode === null && child.signalCode === null) child.kill('SIGTERM');
    const late = await Promise.race([exited.then(() => false), sleep(STOP_TIMEOUT_MS, true, { ref: false })]);
    if (late) child.kill('SIGKILL');
    await exited;
    if (options.dataDir === undefined) rmSync(dataDir, { recursive: true, force: true });
    if (late || child.exitCode !== 0) throw new Error(`the product did not stop cleanly:\n${output}`);
  };
  return {
    url,
    dataDir,
    process: child,
    output: () => output,
    demo: <T>() => JSON.parse(readFileSync(join(dataDir, 'demo.json'), 'utf8')) as T,
    stop,
    kill: async () => {
      child.kill('SIGKILL');
      await exited;
    },
  };
}

async function isReady(url: string): Promise<boolean> {
  return fetch(`${url}/readyz`).then(
    (response) => response.ok,
    () => false,
  );
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  if (address === null || typeof address === 'string') throw new Error('a TCP server has no TCP address');
  return address.port;
}
