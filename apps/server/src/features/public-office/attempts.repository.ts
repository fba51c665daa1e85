import { createHash } from 'node:crypto';
import { v7 as uuidv7 } from 'uuid';
import type { Database } from '../../tenancy/database.ts';

/**
 * What is counted: submissions, files and wrong codes, each by address, and letters by their sender. Never by the number that somebody asks for: with
 * that anybody could lock out its owner. A code of sixty bits, some 20 ms of work to compare, is not found by guessing
 * from however many addresses.
 */
const LIMITS = {
  SUBMISSION: { most: 30, minutes: 60 },
  UPLOAD: { most: 100, minutes: 60 },
  MAIL: { most: 20, minutes: 60 },
  WRONG_FROM_ADDRESS: { most: 20, minutes: 15 },
} as const;
export type AttemptKind = keyof typeof LIMITS;

const LONGEST_MINUTES = 60;

interface Attempt {
  readonly tenantId: string;
  readonly kind: AttemptKind;
  /** An address. */
  readonly subject: string;
}

/** Counts what people who are not signed in try, in every process alike; only hashes of whom and what are kept. */
export class Attempts {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  /** Whether there were too many already. */
  async areTooMany(attempt: Attempt): Promise<boolean> {
    const { most, minutes } = LIMITS[attempt.kind];
    const [row] = await this.#database.readInTenant<{ count: number }>(attempt, {
      name: 'public-attempt.count',
      text: `select count(*)::int as count from public_attempt
        where kind = $1 and subject = $2 and at > now() - make_interval(mins => $3)`,
      values: [attempt.kind, hashOf(attempt), minutes],
    });
    return (row?.count ?? 0) >= most;
  }

  /** Notes one more; what is too old to count is forgotten. */
  async note(attempts: readonly Attempt[]): Promise<void> {
    const [first] = attempts;
    if (!first) return;
    await this.#database.inTenant(first, async (tx) => {
      for (const attempt of attempts) {
        await tx.query({
          name: 'public-attempt.note',
          text: 'insert into public_attempt (tenant_id, id, kind, subject) values ($1, $2, $3, $4)',
          values: [tx.tenantId, uuidv7(), attempt.kind, hashOf(attempt)],
        });
      }
      await tx.query({
        name: 'public-attempt.forget',
        text: `delete from public_attempt where tenant_id = $1 and at < now() - make_interval(mins => $2)`,
        values: [tx.tenantId, LONGEST_MINUTES],
      });
    });
  }
}

function hashOf({ tenantId, kind, subject }: Attempt): Buffer {
  return createHash('sha256').update(`${tenantId}:${kind}:${subject}`).digest();
}
