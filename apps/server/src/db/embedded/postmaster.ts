import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { processCommand, processIdentity } from './process-identity.ts';

const STOP_TIMEOUT_MS = 60_000;

/** Stops the server that a killed process left running on the folder, if there is one. */
export async function stopLeftover(folder: string): Promise<void> {
  const { pid } = readPostmasterFile(folder);
  if (pid === undefined || !isOurServer(pid, folder)) return;
  process.kill(pid, 'SIGINT');
  const giveUpAt = Date.now() + STOP_TIMEOUT_MS;
  for (let asked = false; processIdentity(pid) !== undefined; await sleep(50)) {
    if (!asked && Date.now() > giveUpAt) {
      process.kill(pid, 'SIGQUIT');
      asked = true;
    }
  }
}

/** The file outlives a crash, and its number may belong to another program by now. */
export function isOurServer(pid: number, folder: string): boolean {
  return processCommand(pid)?.includes(`-D ${folder} `) ?? false;
}

/** PostgreSQL's own notes on the running server, line by line as its `pidfile.h` lists them. */
export function readPostmasterFile(folder: string): { pid?: number; port?: number; status?: string } {
  try {
    const lines = readFileSync(join(folder, 'postmaster.pid'), 'utf8').split('\n');
    return { pid: Number(lines[0]), port: Number(lines[3]), status: lines[7]?.trim() ?? '' };
  } catch {
    return {};
  }
}

export function isReady(folder: string, pid: number | undefined): boolean {
  const notes = readPostmasterFile(folder);
  return notes.pid === pid && notes.status === 'ready';
}
