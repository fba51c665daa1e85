import { type Challenge, createChallenge, type Payload, randomInt, verifySolution } from 'altcha-lib';
import { deriveKey } from 'altcha-lib/algorithms/sha';

/** How long a challenge can be solved and used, in milliseconds: as long as somebody may take over the form. */
const LIFETIME_MS = 2 * 3_600_000;
/** Hashes to the solution: a second or two of a telephone, nothing that anybody notices while they write. */
const WORK = { least: 20_000, most: 60_000 };

/** A solved challenge. */
export interface SolvedCaptcha {
  readonly signature: string;
  readonly expiresAt: Date;
}

/** Proof of work against programs that send complaints by the thousand (ALTCHA), made and checked here alone. */
export class Captcha {
  readonly #secrets: { readonly hmacSignatureSecret: string; readonly hmacKeySignatureSecret: string };

  constructor(key: Buffer) {
    const secret = key.toString('hex');
    this.#secrets = { hmacSignatureSecret: secret, hmacKeySignatureSecret: `key:${secret}` };
  }

  /** A challenge for one office, to be solved in the browser; JSON. */
  async challenge(tenantId: string): Promise<string> {
    const challenge = await createChallenge({
      ...this.#secrets,
      algorithm: 'SHA-256',
      cost: 1,
      counter: randomInt(WORK.most, WORK.least),
      data: { office: tenantId },
      deriveKey,
      expiresAt: new Date(Date.now() + LIFETIME_MS),
    });
    return JSON.stringify(challenge);
  }

  /** The challenge that was solved for this office; `undefined` for anything else. */
  async solved(tenantId: string, payload: string): Promise<SolvedCaptcha | undefined> {
    const given = parse(payload);
    const { signature, parameters } = given?.challenge ?? {};
    if (!given || !signature || !parameters?.expiresAt || parameters.data?.['office'] !== tenantId)
      return undefined;
    try {
      const { verified } = await verifySolution({ ...this.#secrets, ...given, deriveKey });
      return verified ? { signature, expiresAt: new Date(parameters.expiresAt * 1_000) } : undefined;
    } catch {
      // Not what createChallenge makes: malformed hex, other algorithms.
      return undefined;
    }
  }
}

function parse(payload: string): Payload | undefined {
  try {
    const given = JSON.parse(payload) as Partial<Payload> | null;
    const { challenge, solution } = given ?? {};
    if (!challenge?.parameters || !solution || typeof solution.derivedKey !== 'string') return undefined;
    return { challenge: challenge as Challenge, solution };
  } catch {
    return undefined;
  }
}
