import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { ensureBuilt, ensureInstalled, PreparationError, say } from './lib/prepare.mjs';
import { NODE, ROOT } from './lib/tools.mjs';

// npm run screens, npm run vitals: what looks at the built product in a browser.
try {
  ensureInstalled();
  ensureBuilt();
  const program = join(ROOT, 'e2e', 'src', `${process.argv[2]}.ts`);
  const { status } = spawnSync(NODE, [program], { cwd: ROOT, stdio: 'inherit' });
  process.exitCode = status ?? 1;
} catch (error) {
  if (!(error instanceof PreparationError)) throw error;
  say(error.message);
  process.exitCode = 1;
}
