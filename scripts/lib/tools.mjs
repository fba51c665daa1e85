import { spawnSync } from 'node:child_process';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The checkout's own folder. */
export const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..', '..');

/**
 * Node 24, which the product runs on whatever Node this machine has. The program itself, not the shell script in
 * `.bin`: that one would keep signals to itself.
 */
const NODE_FOLDER = join(ROOT, 'node_modules', 'node', 'bin');
export const NODE = join(NODE_FOLDER, process.platform === 'win32' ? 'node.exe' : 'node');

/** The built server. */
export const SERVER = join(ROOT, 'apps', 'server', 'dist', 'main.js');

/** The environment of every tool: our versions before the machine's, quiet, asking nobody outside. */
export function toolEnvironment() {
  const path = [NODE_FOLDER, join(ROOT, 'node_modules', '.bin'), process.env.PATH ?? ''].join(delimiter);
  return {
    ...process.env,
    PATH: path,
    CI: 'true',
    DO_NOT_TRACK: '1',
    TURBO_TELEMETRY_DISABLED: '1',
    TURBO_NO_UPDATE_NOTIFIER: '1',
  };
}

/** Runs a tool of the lock file to its end, in the checkout, on this terminal. @returns its exit code */
export function runTool(tool, args) {
  const options = {
    cwd: ROOT,
    env: toolEnvironment(),
    stdio: 'inherit',
    shell: process.platform === 'win32',
  };
  const { status, error } = spawnSync(tool, args, options);
  if (error) throw error;
  return status ?? 1;
}
