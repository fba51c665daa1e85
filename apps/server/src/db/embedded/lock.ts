import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { StartupError } from '../../startup-error.ts';
import { processIdentity } from './process-identity.ts';

const LOCK_FILE = 'huiyin.lock';

interface Holder {
  readonly pid: number;
  readonly identity: string;
}

export interface DataFolderLock {
  /** Lets the next start have the folder. */
  release(): void;
}

/**
 * Takes the data folder for this process. A lock left behind by a process that no longer runs (`kill -9`, power
 * cut) is taken over.
 * @throws StartupError when another running process holds the folder
 */
export function lockDataFolder(dataDir: string): DataFolderLock {
  const path = join(dataDir, LOCK_FILE);
  const identity = processIdentity(process.pid) ?? 'alive';
  const mine = JSON.stringify({ pid: process.pid, identity } satisfies Holder);
  // Written whole under another name and linked into place, so that nobody ever reads half a lock.
  const draft = `${path}.${process.pid}`;
  writeFileSync(draft, mine, { mode: 0o600 });
  try {
    for (let attempt = 0; attempt < 3; attempt += 1) {
      if (linked(draft, path)) return { release: () => removeIfUnchanged(path, mine) };
      const theirs = readLock(path);
      if (theirs === undefined) continue;
      const holder = parseHolder(theirs);
      if (holder && processIdentity(holder.pid) === holder.identity) throw inUse(dataDir, holder.pid);
      removeIfUnchanged(path, theirs);
    }
    throw inUse(dataDir, undefined);
  } finally {
    rmSync(draft, { force: true });
  }
}

/** The process that runs on this data folder now, if one does. */
export function dataFolderHolder(dataDir: string): number | undefined {
  const holder = parseHolder(readLock(join(dataDir, LOCK_FILE)) ?? '');
  return holder && processIdentity(holder.pid) === holder.identity ? holder.pid : undefined;
}

function linked(draft: string, path: string): boolean {
  try {
    linkSync(draft, path);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

/** Two starts may find the same stale lock: what is moved away is looked at again, and put back if it is newer. */
function removeIfUnchanged(path: string, expected: string): void {
  const aside = `${path}.${process.pid}.stale`;
  try {
    renameSync(path, aside);
  } catch {
    return;
  }
  if (readLock(aside) !== expected) linked(aside, path);
  rmSync(aside, { force: true });
}

function readLock(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}

function parseHolder(text: string): Holder | undefined {
  try {
    const { pid, identity } = JSON.parse(text) as Partial<Holder>;
    return typeof pid === 'number' && typeof identity === 'string' ? { pid, identity } : undefined;
  } catch {
    return undefined;
  }
}

function inUse(dataDir: string, pid: number | undefined): StartupError {
  const who = pid === undefined ? '' : ` ${pid}`;
  return new StartupError({
    zh: `数据目录 ${dataDir} 正被另一个回音进程${who}使用。请先停止它，或用 DATA_DIR 指定另一个目录。`,
    en: `The data folder ${dataDir} is in use by another Huiyin process${who}. Stop it first, or name another folder with DATA_DIR.`,
  });
}
