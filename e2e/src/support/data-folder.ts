import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inject } from 'vitest';

export interface DataFolder {
  readonly path: string;
  remove(): void;
}

/** A folder of one's own on which the product has not been started yet. */
export function newFolder(): DataFolder {
  const outer = mkdtempSync(join(tmpdir(), 'huiyin-e2e-'));
  return { path: join(outer, 'data'), remove: () => rmSync(outer, { recursive: true, force: true }) };
}

/** The same, with the demo in it: as after a first start and a stop. */
export function usedFolder(): DataFolder {
  const folder = newFolder();
  // With owners and modes: as root, the database belongs to another user.
  const { status, stderr } = spawnSync('cp', ['-a', inject('usedFolder'), folder.path], { encoding: 'utf8' });
  if (status !== 0) throw new Error(stderr);
  return folder;
}

/** Numbers of the database processes that run on a data folder. */
export function databaseProcesses({ path }: DataFolder): number[] {
  const { stdout } = spawnSync('ps', ['-axo', 'pid=,args='], { encoding: 'utf8' });
  return stdout
    .split('\n')
    .filter((line) => line.includes(`-D ${join(path, 'postgres')} `))
    .map((line) => Number.parseInt(line, 10));
}
