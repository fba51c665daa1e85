import type { PlatformQuery } from '../tenancy/database.ts';

/** Wrong passwords after which an account is locked, and for how long they are remembered. */
export const MOST_FAILURES = 10;
const WINDOW_MINUTES = 15;

/** Counts wrong passwords by account, whether the account exists or not: the answer must not tell. */
export class LockOut {
  readonly #query: PlatformQuery;

  constructor(query: PlatformQuery) {
    this.#query = query;
  }

  async isLocked(email: string): Promise<boolean> {
    const [row] = await this.#query<{ count: number }>({
      name: 'lock-out.count',
      text: `select count(*)::int as count from identity.sign_in_failure
        where email = $1 and at > now() - make_interval(mins => $2)`,
      values: [normalized(email), WINDOW_MINUTES],
    });
    return (row?.count ?? 0) >= MOST_FAILURES;
  }

  async failed(email: string): Promise<void> {
    await this.#query({
      name: 'lock-out.failed',
      text: 'insert into identity.sign_in_failure (email) values ($1)',
      values: [normalized(email)],
    });
  }

  /** The right password forgets the wrong ones, and everything too old to count. */
  async succeeded(email: string): Promise<void> {
    await this.#query({
      name: 'lock-out.succeeded',
      text: 'delete from identity.sign_in_failure where email = $1 or at < now() - make_interval(mins => $2)',
      values: [normalized(email), WINDOW_MINUTES],
    });
  }
}

function normalized(email: string): string {
  return email.trim().toLowerCase().slice(0, 320);
}
