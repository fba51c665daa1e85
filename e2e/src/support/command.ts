import { spawnSync } from 'node:child_process';
import { resolve } from 'node:path';
import type { DataFolder } from './data-folder.ts';

const COMMANDS = resolve(import.meta.dirname, '../../../apps/server/dist/cli');

/** Runs a command of the built product on a data folder, beside a running server or alone. */
export function runCommand(
  { path }: Pick<DataFolder, 'path'>,
  name: string,
  ...args: string[]
): { readonly status: number | null; readonly output: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, [resolve(COMMANDS, `${name}.js`), ...args], {
    encoding: 'utf8',
    env: { PATH: process.env['PATH'], HOME: process.env['HOME'], HUIYIN_MODE: 'demo', DATA_DIR: path },
  });
  return { status, output: `${stdout}${stderr}` };
}
