import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import { ensureBuilt, ensureInstalled, PreparationError, say } from './lib/prepare.mjs';
import { NODE, ROOT, SERVER } from './lib/tools.mjs';

// npm start: from a bare checkout to the running product, with nothing but Node and npm.
try {
  ensureInstalled();
  ensureBuilt();
  process.exitCode = await serve();
} catch (error) {
  if (!(error instanceof PreparationError)) throw error;
  say(error.message);
  process.exitCode = 1;
}

/** Runs the server until it ends and answers its exit code. Signals are passed on: it stops in its own order. */
function serve() {
  const child = spawn(NODE, ['--enable-source-maps', SERVER], {
    cwd: ROOT,
    env: { ...process.env, HUIYIN_MODE: process.env.HUIYIN_MODE ?? 'demo' },
    stdio: 'inherit',
    // Ctrl+C reaches the whole foreground group: the server must hear it once, from here.
    detached: process.platform !== 'win32',
  });
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code, signal) => resolve(code ?? 128 + constants.signals[signal]));
  });
}
