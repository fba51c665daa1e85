import { randomBytes } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

interface SecretName {
  readonly dataDir: string;
  /** What the secret is for, as a file name: `<name>.secret`. */
  readonly name: string;
}

/** A secret that is made once and kept in the data folder for its owner's eyes only. */
export function keptSecret(options: SecretName): string {
  const kept = readKeptSecret(options);
  if (kept !== undefined) return kept;
  const secret = randomSecret();
  try {
    writeFileSync(secretFile(options), `${secret}\n`, { mode: 0o600, flush: true, flag: 'wx' });
    return secret;
  } catch (error) {
    // Another process has just made it.
    const theirs = (error as NodeJS.ErrnoException).code === 'EEXIST' ? readKeptSecret(options) : undefined;
    if (theirs === undefined) throw error;
    return theirs;
  }
}

/** The kept secret, or undefined when it was never made. */
export function readKeptSecret(options: SecretName): string | undefined {
  try {
    return readFileSync(secretFile(options), 'utf8').trim() || undefined;
  } catch {
    return undefined;
  }
}

/** 256 random bits, in characters that need no escaping in a connection string. */
export function randomSecret(): string {
  return randomBytes(32).toString('base64url');
}

function secretFile({ dataDir, name }: SecretName): string {
  return join(dataDir, `${name}.secret`);
}
