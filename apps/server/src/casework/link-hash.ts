import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';

/**
 * A link of a chain: SHA-256 over the RFC 8785 form of everything that is said, and the hash before it. A changed,
 * missing, added or moved link breaks every one after it.
 */
export function linkHash(said: object, previous: Buffer | null): Buffer {
  const hash = createHash('sha256');
  if (previous) hash.update(previous);
  // Through JSON once, as the database will give it back: without undefined members.
  return hash.update(canonicalize(JSON.parse(JSON.stringify(said))) ?? '').digest();
}
