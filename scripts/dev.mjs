import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { ensureInstalled, PreparationError, say } from './lib/prepare.mjs';
import { NODE, ROOT, toolEnvironment } from './lib/tools.mjs';

// npm run dev: the server from its sources, restarted at every change, and the web application with hot reload, which
// hands API calls on to it. On the data folder of `npm start`, so the two do not run at once.
const SERVER_SOURCE = ['--tsconfig', 'apps/server/tsconfig.json', 'apps/server/src/main.ts'];
const TSX = join(ROOT, 'node_modules', 'tsx', 'dist', 'cli.mjs');
const VITE = join(ROOT, 'apps', 'web', 'node_modules', 'vite', 'bin', 'vite.js');

const env = { ...toolEnvironment(), HUIYIN_MODE: process.env.HUIYIN_MODE ?? 'demo' };
const running = [];

try {
  ensureInstalled();
  run(ROOT, [TSX, 'watch', '--clear-screen=false', '--conditions=source', ...SERVER_SOURCE]);
  run(join(ROOT, 'apps', 'web'), [VITE, '--clearScreen=false']);
} catch (error) {
  if (!(error instanceof PreparationError)) throw error;
  say(error.message);
  process.exitCode = 1;
}

// Each is told once, and this program waits for both: the server has a database to stop.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, stopAll);

function run(cwd, args) {
  const child = spawn(NODE, args, { cwd, env, stdio: ['ignore', 'inherit', 'inherit'] });
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
