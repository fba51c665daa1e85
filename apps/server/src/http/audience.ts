import type { IncomingHttpHeaders } from 'node:http';
import type { ApiClientActor, StaffActor } from '@huiyin/domain';
import type { Locale } from '@huiyin/shared';
import type { RequestContext } from '../graphql/actor-context.ts';
import { type Identity, UnauthenticatedError } from '../identity/identity.ts';
import type { ChangeHub } from '../subscriptions/change-hub.ts';

type Member = StaffActor | ApiClientActor;

/** Somebody who listens, over whatever connection. */
export interface Seat {
  /** By what they are known; kept as long as the connection is open. */
  readonly headers: IncomingHttpHeaders;
  readonly actor: Member;
  /** Ends the connection: they are nobody any more. */
  readonly sendAway: () => void;
}

/** Why somebody gets no seat; `unknown`: who they are cannot be found out at the moment. */
export type NoSeat = 'nobody' | 'tooMany' | 'unknown';

export interface ContextOptions {
  readonly seat: Seat;
  readonly locale: Locale;
  readonly id: string;
  readonly address: string;
}

const MOST_SEATS_OF_ONE = 40;
/** How often it is looked whether those who listen still are who they were. */
const LOOK_EVERY_MS = 5_000;

/** Those who listen to this process for changes: who may, how often, and until when. */
export class Audience {
  readonly #identity: Identity;
  readonly #changes: ChangeHub;
  readonly #seats = new Set<Seat>();
  readonly #timer: NodeJS.Timeout;

  constructor({ identity, changes }: { readonly identity: Identity; readonly changes: ChangeHub }) {
    this.#identity = identity;
    this.#changes = changes;
    this.#timer = setInterval(() => void this.#lookAgain(), LOOK_EVERY_MS).unref();
    identity.whenForgotten(() => void this.#lookAgain());
  }

  /** Whoever gets a seat leaves it when their connection ends. */
  async admit(headers: IncomingHttpHeaders, sendAway: () => void): Promise<Seat | NoSeat> {
    const actor = await this.#memberBehind(headers);
    if (typeof actor === 'string') return actor;
    const theirs = [...this.#seats].filter((seat) => nameOf(seat.actor) === nameOf(actor));
    if (theirs.length >= MOST_SEATS_OF_ONE) return 'tooMany';
    const seat: Seat = { headers, actor, sendAway };
    this.#seats.add(seat);
    return seat;
  }

  leave(seat: Seat): void {
    this.#seats.delete(seat);
  }

  stop(): void {
    clearInterval(this.#timer);
  }

  /** What resolvers know of somebody who listens. */
  contextOf({ seat, ...request }: ContextOptions): RequestContext {
    const { actor, headers, sendAway } = seat;
    return {
      request: {
        ...{ ...request, actor },
        watch: (complaintId) =>
          this.#changes.watch({
            tenantId: actor.tenantId,
            ...(complaintId === undefined ? {} : { complaintId }),
            who: async () => {
              const now = await this.#memberBehind(headers);
              if (now === 'unknown') throw new Error('Who they are cannot be found out now.');
              if (now !== 'nobody') return now;
              sendAway();
              return undefined;
            },
          }),
      },
    };
  }

  async #lookAgain(): Promise<void> {
    for (const seat of this.#seats) {
      const now = await this.#memberBehind(seat.headers);
      if (now === 'unknown') continue;
      if (now === 'nobody' || nameOf(now) !== nameOf(seat.actor)) seat.sendAway();
    }
  }

  async #memberBehind(headers: IncomingHttpHeaders): Promise<Member | 'nobody' | 'unknown'> {
    try {
      const actor = await this.#identity.identify(headers);
      return actor.kind === 'staff' || actor.kind === 'apiClient' ? actor : 'nobody';
    } catch (error) {
      return error instanceof UnauthenticatedError ? 'nobody' : 'unknown';
    }
  }
}

/** Who somebody is, whatever else changes about them. */
function nameOf(actor: Member): string {
  return `${actor.tenantId}:${actor.kind === 'staff' ? actor.memberId : actor.keyId}`;
}

/** The page that calls is ours: from where browsers reach us, or from where this very server was called. */
export function isOurs({ origin = '', host }: IncomingHttpHeaders, publicUrl: string): boolean {
  if (!URL.canParse(origin)) return false;
  return origin === new URL(publicUrl).origin || new URL(origin).host === host;
}
