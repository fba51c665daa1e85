import { createHash, randomBytes } from 'node:crypto';
import { parse as parseUuid, stringify as stringifyUuid } from 'uuid';

const UUID_BYTES = 16;
const SECRET_BYTES = 32;

/** What the link of a letter says: the organisation, the invitation, and the hash of a secret of 256 random bits. */
export interface Letter {
  readonly tenantId: string;
  readonly id: string;
  readonly secretHash: Buffer;
}

const sha256 = (bytes: Uint8Array): Buffer => createHash('sha256').update(bytes).digest();

/** A new secret for an invitation: what goes into the letter, and what is kept. */
export function newToken(
  tenantId: string,
  id: string,
): { readonly token: string; readonly secretHash: Buffer } {
  const secret = randomBytes(SECRET_BYTES);
  const bytes = Buffer.concat([parseUuid(tenantId), parseUuid(id), secret]);
  return { token: bytes.toString('base64url'), secretHash: sha256(secret) };
}

/** What a link says; `undefined` for what is no link of ours. */
export function readToken(token: string): Letter | undefined {
  const bytes = Buffer.from(token, 'base64url');
  if (bytes.length !== 2 * UUID_BYTES + SECRET_BYTES) return undefined;
  try {
    return {
      tenantId: stringifyUuid(bytes.subarray(0, UUID_BYTES)),
      id: stringifyUuid(bytes.subarray(UUID_BYTES, 2 * UUID_BYTES)),
      secretHash: sha256(bytes.subarray(2 * UUID_BYTES)),
    };
  } catch {
    return undefined;
  }
}
