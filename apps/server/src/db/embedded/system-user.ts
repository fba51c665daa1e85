import { execFileSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { StartupError } from '../../startup-error.ts';

/** PostgreSQL refuses to run as root: as whom its programs are started, and who must own what they write. */
export interface DatabaseUser {
  /** Absent when this process is not root: then the programs run as whoever runs us. */
  readonly owner?: { readonly uid: number; readonly gid: number };
  /** The command and arguments that start a program as that user. */
  command(
    program: string,
    args: readonly string[],
  ): { file: string; args: string[]; uid?: number; gid?: number };
}

const ACCOUNT = 'postgres';

/**
 * Chooses the system user for the embedded database. As root: the owner of `folder` if the database exists
 * already, else the system's `postgres`, else a new system account of that name.
 *
 * A checkout or data folder below a folder that only root may enter (`/root`, `mktemp -d`) is out of that user's
 * reach. Rather than opening the folder to everybody, the programs then get the one capability to pass through.
 */
export function databaseUser(options: { folder: string; programs: readonly string[] }): DatabaseUser {
  if (process.getuid?.() !== 0) return { command: (file, args) => ({ file, args: [...args] }) };
  const owner = ownerOf(options.folder) ?? account() ?? createAccount();
  if ([options.folder, ...options.programs].every((path) => canReach(owner, path))) {
    return { owner, command: (file, args) => ({ file, args: [...args], ...owner }) };
  }
  const setpriv = ['/usr/bin/setpriv', '/bin/setpriv'].find((path) => existsSync(path));
  const capability = passThroughCapability();
  if (setpriv === undefined || capability === undefined) throw unreachable(options.folder);
  const privileges = [
    `--reuid=${owner.uid}`,
    `--regid=${owner.gid}`,
    '--clear-groups',
    `--inh-caps=-all,+${capability}`,
    `--ambient-caps=+${capability}`,
    `--bounding-set=-all,+${capability}`,
    // Or access(2), by which initdb looks for its sister programs, would leave the capability out of account.
    '--securebits=+no_setuid_fixup',
  ];
  return { owner, command: (file, args) => ({ file: setpriv, args: [...privileges, file, ...args] }) };
}

/** Whether a user may pass every folder above `path`, by the folders' owner, group and other bits. */
export function canReach(user: { uid: number; gid: number }, path: string): boolean {
  for (let folder = dirname(path); ; folder = dirname(folder)) {
    const stat = statSync(folder, { throwIfNoEntry: false });
    if (stat) {
      const bit = stat.uid === user.uid ? 0o100 : stat.gid === user.gid ? 0o010 : 0o001;
      if ((stat.mode & bit) === 0) return false;
    }
    if (folder === dirname(folder)) return true;
  }
}

function ownerOf(folder: string): DatabaseUser['owner'] {
  const stat = statSync(folder, { throwIfNoEntry: false });
  return stat && stat.uid !== 0 ? { uid: stat.uid, gid: stat.gid } : undefined;
}

function account(): { uid: number; gid: number } | undefined {
  try {
    const id = (flag: string) =>
      Number(execFileSync('id', [flag, ACCOUNT], { encoding: 'utf8', stdio: 'pipe' }));
    return { uid: id('-u'), gid: id('-g') };
  } catch {
    return undefined;
  }
}

function createAccount(): { uid: number; gid: number } {
  try {
    execFileSync('useradd', ['--system', '--user-group', '--no-create-home', ACCOUNT], { stdio: 'pipe' });
  } catch (error) {
    throw new StartupError(
      {
        zh: `PostgreSQL 不能以 root 运行，而系统用户“${ACCOUNT}”也无法创建。请改用普通用户启动，或用 DATABASE_URL 指定已有的数据库。`,
        en: `PostgreSQL cannot run as root, and the system user "${ACCOUNT}" could not be created. Start as an ordinary user, or name an own database with DATABASE_URL.`,
      },
      { cause: error },
    );
  }
  const created = account();
  if (!created) throw new Error(`useradd made no account ${ACCOUNT}`);
  return created;
}

/**
 * The capability to hand over, by the bits of capability.h, if we have it and may. Reading suffices; containers often
 * withhold that and grant only its wider sister.
 */
function passThroughCapability(): 'dac_read_search' | 'dac_override' | undefined {
  const status = execFileSync('cat', ['/proc/self/status'], { encoding: 'utf8', stdio: 'pipe' });
  const bounding = BigInt(`0x${/^CapBnd:\s*([0-9a-f]+)$/m.exec(status)?.[1] ?? '0'}`);
  const mayHandOver = bounding & (1n << 8n);
  if (!mayHandOver) return undefined;
  if (bounding & (1n << 2n)) return 'dac_read_search';
  return bounding & (1n << 1n) ? 'dac_override' : undefined;
}

function unreachable(folder: string): StartupError {
  return new StartupError({
    zh: `PostgreSQL 不能以 root 运行，而用户“${ACCOUNT}”无法进入 ${folder}。请改用普通用户启动，或把程序和数据放到该用户可进入的目录，或用 DATABASE_URL 指定已有的数据库。`,
    en: `PostgreSQL cannot run as root, and the user "${ACCOUNT}" cannot enter ${folder}. Start as an ordinary user, or put program and data where that user may enter, or name an own database with DATABASE_URL.`,
  });
}
