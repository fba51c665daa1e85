import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { ensureGenerated, ensureInstalled, PreparationError, say } from './lib/prepare.mjs';
import { NODE, ROOT, toolEnvironment } from './lib/tools.mjs';

// npm run dev: the server from its sources, restarted at every change, and the web application with hot reload, which
// hands API calls on to it. On the data folder of `npm start`, so the two do not run at once. PORT: the server's;
// WEB_PORT: the one to open.
const SERVER_SOURCE = ['--tsconfig', 'apps/server/tsconfig.json', 'apps/server/src/main.ts'];
const TSX = join(ROOT, 'node_modules', 'tsx', 'dist', 'cli.mjs');
const TURBO = join(ROOT, 'node_modules', 'turbo', 'bin', 'turbo');
const VITE = join(ROOT, 'apps', 'web', 'node_modules', 'vite', 'bin', 'vite.js');

const { HUIYIN_MODE = 'demo', WEB_PORT = '5173' } = process.env;
// Pages come from the web application's own address, and sign-in is for that address.
const PUBLIC_URL = process.env.PUBLIC_URL ?? `http://localhost:${WEB_PORT}`;
const env = { ...toolEnvironment(), HUIYIN_MODE, WEB_PORT, PUBLIC_URL };
const running = [];

try {
  ensureInstalled();
  // Types of the web application's operations: there before it starts, and made anew whenever one of them changes.
  ensureGenerated();
  run(ROOT, [TURBO, 'watch', 'codegen', '--output-logs=errors-only']);
  run(ROOT, [TSX, 'watch', '--clear-screen=false', '--conditions=source', ...SERVER_SOURCE]);
  run(join(ROOT, 'apps', 'web'), [VITE, '--clearScreen=false']);
} catch (error) {
  if (!(error instanceof PreparationError)) throw error;
  say(error.message);
  process.exitCode = 1;
}

// Each is told once, and this program waits for all: the server has a database to stop.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, stopAll);

function run(cwd, args) {
  const child = spawn(NODE, args, {
    ...{ cwd, env, stdio: ['ignore', 'inherit', 'inherit'] },
    // Ctrl+C reaches the whole foreground group, and tsx takes a second signal for impatience: told once, from here.
    detached: process.platform !== 'win32',
  });
  running.push(child);
  // One without the other is no use: whichever ends takes the other along.
  child.once('exit', (code) => {
    process.exitCode ||= code ?? 0;
    stopAll();
  });
}

function stopAll() {
  for (const child of running.splice(0)) child.kill('SIGTERM');
}
