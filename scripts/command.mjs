import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { ensureBuilt, ensureInstalled, PreparationError, say } from './lib/prepare.mjs';
import { NODE, ROOT } from './lib/tools.mjs';

// npm run import|verify|suggestions:train|similar|organization:new|member:new|oversight:new|oversight:revoke|verify:case-file -- …: a command of the server, built first where it must be, in the folder it was typed in.
const [name, ...rest] = process.argv.slice(2);
// Registers of any length are read in the same memory; Node would otherwise take whatever the machine has before it
// tidies up. MiB.
const MEMORY = ['--max-old-space-size=256', '--max-semi-space-size=8'];
try {
  ensureInstalled();
  ensureBuilt();
  const program = join(ROOT, 'apps', 'server', 'dist', 'cli', `${name}.js`);
  const { status } = spawnSync(NODE, [...MEMORY, '--enable-source-maps', program, ...rest], {
    cwd: process.env.INIT_CWD ?? process.cwd(),
    env: { ...process.env, HUIYIN_MODE: process.env.HUIYIN_MODE ?? 'demo' },
    stdio: 'inherit',
  });
  process.exitCode = status ?? 1;
} catch (error) {
  if (!(error instanceof PreparationError)) throw error;
  say(error.message);
  process.exitCode = 1;
}
