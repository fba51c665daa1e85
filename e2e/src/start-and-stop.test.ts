import { existsSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, describe, expect, test } from 'vitest';
import { lookBehind, openBehind } from './support/behind.ts';
import { type DataFolder, databaseProcesses, newFolder, usedFolder } from './support/data-folder.ts';
import { Client } from './support/office.ts';
import { type Product, runProduct, startProduct } from './support/product.ts';

const folders: DataFolder[] = [];
const running: Product[] = [];

afterEach(async () => {
  for (const product of running.splice(0)) await product.stop();
  for (const folder of folders.splice(0)) {
    // Whatever happened: nothing of the database is left behind.
    expect(databaseProcesses(folder)).toEqual([]);
    folder.remove();
  }
});

function keep(folder: DataFolder): DataFolder {
  folders.push(folder);
  return folder;
}

async function start({ path }: DataFolder): Promise<Product> {
  const product = await startProduct({ dataDir: path });
  running.push(product);
  return product;
}

async function appears(path: string): Promise<void> {
  while (!existsSync(path)) await sleep(5);
}

describe('a start', () => {
  test('says its address and its sign-ins on one line, refuses a second beside it, and is repeated', async () => {
    const folder = keep(usedFolder());
    const first = await start(folder);
    expect(await fetch(`${first.url}/healthz`)).toMatchObject({ status: 200 });
    expect(first.output().trim().split('\n')).toEqual([
      expect.stringMatching(/http:\/\/localhost:\d+.*demo\.json/),
    ]);
    await expect(startProduct({ dataDir: folder.path })).rejects.toThrow(
      /正被另一个回音进程.*\n.*is in use by another/,
    );
    expect(await fetch(`${first.url}/readyz`)).toMatchObject({ status: 200 });
    const demo = first.demo<object>();
    await first.stop();
    await expect(fetch(`${first.url}/healthz`)).rejects.toThrow();
    const second = await start(folder);
    expect(second.demo<object>()).toEqual(demo);
  });

  test('on a port in use says what to do', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await new Promise((resolve) => other.once('listening', resolve));
    const { port } = other.address() as AddressInfo;
    const { path } = keep(usedFolder());
    const env = { PORT: String(port) };
    await expect(startProduct({ dataDir: path, env })).rejects.toThrow(/端口.*\n.*in use/);
    other.close();
  });

  test('of production refuses a folder with demo organisations', async () => {
    const { path } = keep(usedFolder());
    const env = { HUIYIN_MODE: 'production', HUIYIN_SECRET: 'k3Jv9sQpZ1xW7nR5tB2mC8dF4gH6yL0a' };
    await expect(startProduct({ dataDir: path, env })).rejects.toThrow(/演示单位.*\n.*demo/);
  });
});

describe('a signal', () => {
  test('during the first start ends it, and the next one makes what is missing of the demo', async () => {
    const folder = keep(newFolder());
    const interrupted = await runProduct({ dataDir: folder.path });
    await appears(join(folder.path, 'demo.json.draft'));
    interrupted.process.kill('SIGINT');
    await interrupted.stop();
    expect(existsSync(join(folder.path, 'demo.json'))).toBe(false);
    expect(databaseProcesses(folder)).toEqual([]);

    await start(folder);
    const made = await lookBehind<{ slug: string }>(folder, 'select slug from tenant_directory order by 1');
    expect(made.map(({ slug }) => slug)).toEqual(['drug', 'hospital', 'property', 'telecom', 'tourism']);
  });

  test('while the database starts ends that too', async () => {
    const folder = keep(usedFolder());
    const interrupted = await runProduct({ dataDir: folder.path });
    await appears(join(folder.path, 'postgres', 'postmaster.pid'));
    interrupted.process.kill('SIGTERM');
    await interrupted.stop();
    expect(databaseProcesses(folder)).toEqual([]);
    expect(existsSync(join(folder.path, 'huiyin.lock'))).toBe(false);
  });

  test('lets a request that is under way end, and takes no new one', async () => {
    const folder = keep(usedFolder());
    const product = await start(folder);
    const client = new Client(() => product, 'TOURISM');
    const holder = await openBehind(folder);
    // Whoever registers waits for its row; what only reads it goes on.
    await holder.query('begin; select from complaint_number for update');
    const answer = client.ask<{ complaintRegister: { complaint: { number: string } } }>(
      `mutation { complaintRegister(input: { kind: COMPLAINT, channel: PHONE, disclosure: ANONYMOUS, content: "停业" })
         { complaint { number } } }`,
    );
    const waiting = `select from pg_stat_activity where wait_event_type = 'Lock'`;
    await expect.poll(() => lookBehind(folder, waiting), { timeout: 60_000 }).toHaveLength(1);
    product.process.kill('SIGTERM');
    const health = () =>
      fetch(`${product.url}/healthz`).then(
        () => 'answers',
        () => 'gone',
      );
    await expect.poll(health, { timeout: 60_000 }).toBe('gone');
    await holder.query('rollback');
    await holder.end();
    expect((await answer).complaintRegister.complaint.number).toMatch(/^LY-\d{4}-\d{6}$/);
    await product.stop();
  });
});
