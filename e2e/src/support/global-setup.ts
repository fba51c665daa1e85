import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { startProduct } from './product.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** A data folder in which the product was started once and stopped again; to be copied, never started on. */
    usedFolder: string;
  }
}

/** The first start makes the database and the demo, which takes a while: once a run is enough. */
export async function setup(project: TestProject): Promise<() => void> {
  const folder = mkdtempSync(join(tmpdir(), 'huiyin-e2e-used-'));
  const remove = () => rmSync(folder, { recursive: true, force: true });
  try {
    const product = await startProduct({ dataDir: join(folder, 'data') });
    await product.stop();
  } catch (error) {
    remove();
    throw error;
  }
  project.provide('usedFolder', join(folder, 'data'));
  return remove;
}
