import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import { ensureBuilt, ensureInstalled, PreparationError, say } from './lib/prepare.mjs';
import { NODE, ROOT, SERVER } from './lib/tools.mjs';

// npm start: from a bare checkout to the running product, with nothing but Node and npm.
//
// npm passes signals to the shell that it starts, and that shell to nobody: package.json says `exec`, so that this
// program takes the shell's place. Where there is no `exec` (Windows), what stands behind `||` runs.
try {
  ensureInstalled();
  ensureBuilt();
  process.exitCode = await serve();
} catch (error) {
  if (!(error instanceof PreparationError)) throw error;
  say(error.message);
  process.exitCode = 1;
}

/** Runs the server until it ends and answers its exit code. It is told once to stop, and stops in its own order. */
function serve() {
  const child = spawn(NODE, ['--enable-source-maps', SERVER], {
    // A relative DATA_DIR is meant from where the command was typed.
    cwd: process.env.INIT_CWD ?? ROOT,
    env: { ...process.env, HUIYIN_MODE: process.env.HUIYIN_MODE ?? 'demo' },
    stdio: 'inherit',
    // Ctrl+C reaches the whole foreground group: the server must hear it once, from here.
    detached: process.platform !== 'win32',
  });
  let told = false;
  const tell = (signal) => {
    // Ctrl+C comes twice: from the terminal, and from npm.
    if (!told) child.kill(signal);
    told = true;
  };
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP']) process.on(signal, tell);
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code, signal) => resolve(code ?? 128 + constants.signals[signal]));
  });
}
