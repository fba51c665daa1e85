import { fork } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { fileURLToPath } from 'node:url';
import { Pool, request } from 'undici';

/** Requests under way at once, for every peer; also the connections that each holds to the database. */
export const CONNECTIONS = 16;
const START_TIMEOUT_MS = 60_000;
const PROBE = new URL('../cpu-probe.mjs', import.meta.url).href;

/**
 * A peer: an HTTP server in a process of its own.
 * @param options.program path of the module to run
 * @param options.profileInto folder for a CPU profile of the whole run
 */
export async function startPeer({ name, program, env, profileInto }) {
  const port = await freePort();
  const profile = profileInto
    ? ['--cpu-prof', `--cpu-prof-dir=${profileInto}`, `--cpu-prof-name=${name}.cpuprofile`]
    : [];
  const child = fork(fileURLToPath(new URL(program, import.meta.url)), [], {
    env: { ...process.env, NODE_ENV: 'production', GRAPHILE_ENV: 'production', PORT: String(port), ...env },
    execArgv: ['--import', PROBE, ...profile],
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  const origin = `http://127.0.0.1:${port}`;
  await answering(origin, child, name);
  const pool = new Pool(origin, { connections: CONNECTIONS, pipelining: 1 });
  return {
    name,
    origin,
    /** Sends one request; the body of its answer as text. @throws for an answer that is no success */
    async send({ path, headers, body }) {
      const answer = await pool.request({ method: 'POST', path, headers, body });
      const text = await answer.body.text();
      if (answer.statusCode === 200 && !text.startsWith('{"errors"')) return text;
      throw new Error(`${name} answered ${answer.statusCode}: ${text.slice(0, 500)}`);
    },
    /** CPU of the process so far, user and system, in microseconds. */
    async cpu() {
      child.send('cpu');
      const [{ user, system }] = await once(child, 'message');
      return user + system;
    },
    async stop() {
      await pool.close();
      if (child.exitCode !== null) return;
      const gone = once(child, 'exit');
      child.kill('SIGTERM');
      await gone;
    },
  };
}

async function answering(origin, child, name) {
  const giveUpAt = Date.now() + START_TIMEOUT_MS;
  while (Date.now() < giveUpAt) {
    if (child.exitCode !== null) throw new Error(`${name} ended before it answered.`);
    try {
      const { body } = await request(origin);
      await body.dump();
      return;
    } catch {
      await new Promise((resume) => setTimeout(resume, 50));
    }
  }
  throw new Error(`${name} does not answer.`);
}

async function freePort() {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address();
  server.close();
  await once(server, 'close');
  return port;
}
