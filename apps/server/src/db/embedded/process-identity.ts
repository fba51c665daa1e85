import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/**
 * What tells one process from a later one with the same number: when it started. Undefined when no such process
 * runs (a zombie does not run). Where the system tells nothing more (Windows), a living number is enough.
 */
export function processIdentity(pid: number): string | undefined {
  if (process.platform === 'linux') return linuxIdentity(pid);
  if (!isAlive(pid)) return undefined;
  if (process.platform === 'win32') return 'alive';
  return ps(pid, 'lstart=');
}

/** The command line of a running process, or undefined when there is none or the system does not tell. */
export function processCommand(pid: number): string | undefined {
  if (processIdentity(pid) === undefined) return undefined;
  if (process.platform === 'linux') return readProc(`/proc/${pid}/cmdline`)?.replaceAll('\0', ' ').trim();
  if (process.platform === 'win32') return undefined;
  return ps(pid, 'command=');
}

function linuxIdentity(pid: number): string | undefined {
  // The name (field 2) stands in parentheses and may hold anything: fields are counted from behind it.
  const fields = readProc(`/proc/${pid}/stat`)?.split(') ').at(-1)?.split(' ');
  if (fields === undefined || fields[0] === 'Z') return undefined;
  const startedAtTick = fields[19];
  return `${readProc('/proc/sys/kernel/random/boot_id')?.trim()}/${startedAtTick}`;
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

function readProc(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}

function ps(pid: number, column: string): string | undefined {
  try {
    return execFileSync('ps', ['-o', column, '-p', String(pid)], { encoding: 'utf8' }).trim() || undefined;
  } catch {
    return undefined;
  }
}
