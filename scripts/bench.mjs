import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { ensureBuilt, ensureInstalled, PreparationError, say } from './lib/prepare.mjs';
import { NODE, ROOT, toolEnvironment } from './lib/tools.mjs';

// npm run bench: what the benchmark alone needs (PostGraphile among it) is installed here, once, and nowhere else.
const FOLDER = join(ROOT, 'bench');
try {
  ensureInstalled();
  ensureBuilt();
  say('Installing what the benchmark compares with …');
  const install = [
    '--dir',
    FOLDER,
    'install',
    '--ignore-workspace',
    '--frozen-lockfile',
    '--reporter=silent',
  ];
  const pnpm = join(ROOT, 'node_modules', '.bin', 'pnpm');
  const shell = process.platform === 'win32';
  const installed = spawnSync(pnpm, install, { env: toolEnvironment(), stdio: 'inherit', shell });
  if (installed.status !== 0)
    throw new PreparationError('Installing failed: check the network and the npm registry.');
  const program = join(FOLDER, 'main.mjs');
  const { status } = spawnSync(NODE, [program, ...process.argv.slice(2)], { stdio: 'inherit' });
  process.exitCode = status ?? 1;
} catch (error) {
  if (!(error instanceof PreparationError)) throw error;
  say(error.message);
  process.exitCode = 1;
}
