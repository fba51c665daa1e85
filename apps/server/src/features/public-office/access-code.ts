import { createHmac } from 'node:crypto';
import { hash, verify } from '@node-rs/argon2';

/** Without letters and digits that look alike, so that it can be copied from paper. */
const LETTERS = 'ABCDEFGHJKMNPQRSTUVWXYZ123456789';
const LENGTH = 12;
const GROUP = 4;

/** Argon2id as OWASP recommends it: 19 MiB, two passes (some 20 ms a check). */
const ARGON2 = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

/**
 * The secret code of a complaint: twelve characters, sixty bits, such as `K7QM-2XPA-9RTD`. Made from the submission's
 * own key, so that a submission that is sent again after a lost answer is told the same code, though only its hash is
 * kept.
 */
export function codeFor(options: {
  readonly key: Buffer;
  readonly tenantId: string;
  readonly submission: string;
}): string {
  const { key, tenantId, submission } = options;
  const bytes = createHmac('sha256', key).update(`${tenantId}:${submission}`).digest();
  const letters = [...bytes.subarray(0, LENGTH)].map((byte) => LETTERS[byte % LETTERS.length]).join('');
  return (letters.match(new RegExp(`.{${GROUP}}`, 'g')) ?? []).join('-');
}

/** As it is kept and compared: however it was typed. */
function normalized(code: string): string {
  return code
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[^A-Z0-9]/g, '')
    .slice(0, 40);
}

export function hashCode(code: string): Promise<string> {
  return hash(normalized(code), ARGON2);
}

/** What a number that does not exist is compared with, so that it takes as long as one that does. */
const nobodys = hashCode(String(Math.random()));

/** Whether it is the code of that hash; `undefined` (no such complaint) takes as long, and is never right. */
export async function isCode(kept: string | undefined, code: string): Promise<boolean> {
  const right = await verify(kept ?? (await nobodys), normalized(code));
  return right && kept !== undefined;
}
