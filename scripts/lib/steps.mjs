import { spawn } from 'node:child_process';
import { say } from './prepare.mjs';
import { ROOT, toolEnvironment } from './tools.mjs';

/**
 * Runs steps `{ name, command, needs, shown }`, each as soon as what it needs has passed and a place is free. Says the
 * time of each, the output of those to be `shown`, and that of the first that fails; then nothing further is started.
 * @returns whether all passed
 */
export async function runSteps(steps, { atOnce }) {
  const waiting = [...steps];
  const passed = new Set();
  const running = new Map();
  let failure;
  while (!failure && (waiting.length > 0 || running.size > 0)) {
    for (const step of startable(waiting, passed)) {
      if (running.size >= atOnce) break;
      waiting.splice(waiting.indexOf(step), 1);
      running.set(step.name, start(step));
    }
    if (running.size === 0)
      throw new Error(`steps that need what is no step: ${waiting.map(({ name }) => name)}`);
    const { name, code, seconds, output, shown } = await Promise.race(
      [...running.values()].map(({ done }) => done),
    );
    running.delete(name);
    say(`${code === 0 ? '✓' : '✗'} ${name.padEnd(10)} ${seconds.toFixed(1).padStart(6)} s`);
    if (code === 0) passed.add(name);
    else failure = output;
    if (code === 0 && shown && output.trim()) say(output.trimEnd().replace(/^/gm, '  '));
  }
  for (const { child } of running.values()) stopGroup(child);
  await Promise.all([...running.values()].map(({ done }) => done));
  if (failure) say(`\n${failure.trimEnd()}\n`);
  return failure === undefined;
}

function startable(waiting, passed) {
  return waiting.filter(({ needs = [] }) => needs.every((name) => passed.has(name)));
}

/** The output is kept, not shown: two steps at a time would write into each other's. */
function start({ name, command, shown = false }) {
  const startedAt = performance.now();
  const options = { cwd: ROOT, env: toolEnvironment(), shell: true, detached: process.platform !== 'win32' };
  const child = spawn(command, { ...options, stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  const keep = (chunk) => {
    output += chunk;
  };
  child.stdout.setEncoding('utf8').on('data', keep);
  child.stderr.setEncoding('utf8').on('data', keep);
  const forward = () => stopGroup(child);
  for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, forward);
  const done = new Promise((resolve) => {
    child.once('close', (code) => {
      for (const signal of ['SIGINT', 'SIGTERM']) process.off(signal, forward);
      resolve({ name, shown, code: code ?? 1, seconds: (performance.now() - startedAt) / 1000, output });
    });
  });
  return { child, done };
}

/** A step is a shell with children: the whole group is asked to end. */
function stopGroup(child) {
  if (child.exitCode !== null || child.signalCode !== null) return;
  if (process.platform === 'win32') child.kill();
  else process.kill(-child.pid, 'SIGTERM');
}
