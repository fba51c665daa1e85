import type { ApiClientActor } from '@huiyin/domain';
import type { Database } from '../tenancy/database.ts';
import { type Asked, type Budget, borrow, giveBack } from './budget.repository.ts';
import { Usage } from './usage.ts';

export interface Budgets {
  readonly key: Budget;
  /** Of all keys of an organisation together: one of them must not take the server from its neighbours. */
  readonly organization: Budget;
}

/**
 * A page of a hundred complaints with what a list shows of them costs some six hundred points. So a key reads three
 * thousand complaints at once, and in the long run some eighty a second.
 */
export const BUDGETS: Budgets = {
  key: { capacity: 20_000, refillPerSecond: 500 },
  organization: { capacity: 100_000, refillPerSecond: 2_500 },
};

/** The part of the full measure that a server has in hand, beyond what it needs at the moment. */
const IN_HAND = 0.02;
/** For how long it is believed that a budget has no more than it had. */
const BELIEVED_MS = 1_000;

/** One budget as this server knows it. */
interface Purse {
  readonly id: string;
  readonly budget: Budget;
  /** Lent to this server and not spent. */
  inHand: number;
  /** What was left for all servers when it was last asked. */
  shared: number;
  askedAt: number;
}

/** What a caller has left, or when they may come again. */
export type Spent = { readonly left: number } | { readonly left: number; readonly retryAfterSeconds: number };

/**
 * What keys spend, by key and by organisation. The budgets lie in the database, which all servers share; a server
 * borrows a little ahead, so that most requests ask nobody, and never spends what it was not lent: all servers together
 * give out what there is and no more. What it has in hand is lost to the others meanwhile, which is little.
 */
export class Meter {
  readonly #database: Database;
  readonly budgets: Budgets;
  readonly usage: Usage;
  readonly #purses = new Map<string, Purse>();
  /** Whoever must ask the database waits for whoever of the same organisation asks already. */
  readonly #turns = new Map<string, Promise<unknown>>();

  constructor(database: Database, budgets: Budgets = BUDGETS) {
    this.#database = database;
    this.budgets = budgets;
    this.usage = new Usage(database);
  }

  /** Takes points, or says when there will be as many. */
  async spend(actor: ApiClientActor, points: number): Promise<Spent> {
    const purses = this.#pursesOf(actor);
    if (!covered(purses, points)) await this.#inTurn(actor.tenantId, () => this.#fill(actor, points));
    if (covered(purses, points)) {
      for (const purse of purses) purse.inHand -= points;
      return { left: this.leftTo(actor) };
    }
    const seconds = purses.map((purse) => (points - available(purse)) / purse.budget.refillPerSecond);
    return { left: this.leftTo(actor), retryAfterSeconds: Math.max(1, Math.ceil(Math.max(...seconds))) };
  }

  /** Gives back what was taken for a request that then cost less. */
  refund(actor: ApiClientActor, points: number): void {
    const purses = this.#pursesOf(actor);
    for (const purse of purses) purse.inHand += points;
    const surplus = purses
      .map((purse) => ({ purse, id: purse.id, points: purse.inHand - 2 * ahead(purse) }))
      .filter((one) => one.points > 0);
    if (surplus.length === 0) return;
    for (const { purse, points: more } of surplus) {
      purse.inHand -= more;
      purse.shared += more;
    }
    // Nobody waits for it; what cannot be given back is lost, as if it had been spent.
    giveBack(this.#database, actor.tenantId, surplus).catch(() => undefined);
  }

  /** What the key has left to spend at the moment, as far as this server knows. */
  leftTo(actor: ApiClientActor): number {
    return Math.floor(Math.max(0, Math.min(...this.#pursesOf(actor).map(available))));
  }

  /** In one order for everybody. */
  #pursesOf({ tenantId, keyId }: ApiClientActor): readonly [Purse, Purse] {
    return [this.#purse(tenantId, this.budgets.organization), this.#purse(keyId, this.budgets.key)];
  }

  #purse(id: string, budget: Budget): Purse {
    let purse = this.#purses.get(id);
    if (!purse) {
      purse = { id, budget, inHand: 0, shared: budget.capacity, askedAt: 0 };
      this.#purses.set(id, purse);
    }
    return purse;
  }

  async #inTurn(tenantId: string, work: () => Promise<void>): Promise<void> {
    const mine = (this.#turns.get(tenantId) ?? Promise.resolve()).catch(() => undefined).then(work);
    this.#turns.set(tenantId, mine);
    await mine.finally(() => {
      if (this.#turns.get(tenantId) === mine) this.#turns.delete(tenantId);
    });
  }

  async #fill(actor: ApiClientActor, points: number): Promise<void> {
    const lacking = this.#pursesOf(actor).filter(({ inHand }) => inHand < points);
    if (lacking.length === 0 || lacking.some((purse) => isKnownShort(purse, points))) return;
    const asked = lacking.map((purse): Asked => {
      const least = points - purse.inHand;
      return { id: purse.id, budget: purse.budget, least, most: least + ahead(purse) };
    });
    const lent = await borrow(this.#database, actor.tenantId, asked);
    for (const [index, purse] of lacking.entries()) {
      purse.inHand += lent[index]?.lent ?? 0;
      purse.shared = lent[index]?.points ?? 0;
      purse.askedAt = Date.now();
    }
  }
}

const ahead = ({ budget }: Purse): number => budget.capacity * IN_HAND;

const covered = (purses: readonly Purse[], points: number): boolean =>
  purses.every(({ inHand }) => inHand >= points);

/** What there is in all, with what was refilled since somebody asked. */
function available({ inHand, shared, askedAt, budget }: Purse): number {
  const seconds = askedAt === 0 ? 0 : (Date.now() - askedAt) / 1000;
  return inHand + Math.min(budget.capacity, shared + seconds * budget.refillPerSecond);
}

/** Whether it was found a moment ago that there is not as much: then nobody is asked again. */
function isKnownShort(purse: Purse, points: number): boolean {
  return Date.now() - purse.askedAt < BELIEVED_MS && available(purse) < points;
}
