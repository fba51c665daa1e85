import { hash } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import type { Actor, ApiClientActor, Role, StaffActor } from '@huiyin/domain';
import { fromNodeHeaders } from 'better-auth/node';
import type { Database } from '../tenancy/database.ts';
import { actorOfKey } from './api-key.ts';
import type { Auth } from './auth.ts';
import { oversightOf } from './oversight-grants.ts';

/** A key or session was given and is not good: never taken for nobody. */
export class UnauthenticatedError extends Error {
  constructor() {
    super('The key is unknown, revoked or expired.');
    this.name = 'UnauthenticatedError';
  }
}

/** How long an answer is reused: a signed-in request then costs no look-up. A change made here is seen at once. */
const FRESH_MS = 10_000;
const MOST_KEPT = 10_000;

/** Which organisation a person of several means; a cookie so that plain links (downloads) carry it too. */
const ORGANIZATION_HEADER = 'x-huiyin-organization';
const ORGANIZATION_COOKIE = 'huiyin-organization';
/** In place of an organisation's name: across them, as an overseer. No organisation can be called so. */
const ACROSS = '~oversight';
const SESSION_COOKIE = /(?:^|;\s*)(?:__Secure-)?huiyin\.session_token=([^;]+)/;

/** Who is calling. */
export class Identity {
  readonly #database: Database;
  readonly #auth: Auth;
  readonly #known = new Map<string, { readonly actor: Actor; readonly until: number }>();
  readonly #listeners = new Set<() => void>();

  constructor(database: Database, auth: Auth) {
    this.#database = database;
    this.#auth = auth;
  }

  /** The actor of a request. @throws UnauthenticatedError for a key that is not good. */
  async identify(headers: IncomingHttpHeaders): Promise<Actor> {
    const { authorization = '', cookie = '' } = headers;
    if (authorization) {
      const [scheme, key = ''] = authorization.split(' ');
      if (scheme?.toLowerCase() !== 'bearer') throw new UnauthenticatedError();
      return this.#remembered(`key:${key}`, async () => {
        const actor: ApiClientActor | undefined = await actorOfKey(this.#database, key);
        if (!actor) throw new UnauthenticatedError();
        this.#noteUse(actor);
        return actor;
      });
    }
    const session = SESSION_COOKIE.exec(cookie)?.[1];
    if (!session) return { kind: 'public' };
    const wanted = organizationWanted(headers);
    return this.#remembered(`session:${session}:${wanted ?? ''}`, () => this.#personOf(headers, wanted));
  }

  /** Forgets what is known: after a sign-out, a revocation, a change of members. */
  forgetAll(): void {
    this.#known.clear();
    for (const listener of this.#listeners) listener();
  }

  /** Calls `listener` whenever somebody may no longer be who they were. */
  whenForgotten(listener: () => void): void {
    this.#listeners.add(listener);
  }

  async #remembered(secret: string, find: () => Promise<Actor>): Promise<Actor> {
    // Secrets are not kept in memory longer than a request needs them.
    const key = hash('sha256', secret, 'base64url');
    const known = this.#known.get(key);
    if (known && known.until > Date.now()) return known.actor;
    const actor = await find();
    if (this.#known.size >= MOST_KEPT) this.#known.clear();
    this.#known.set(key, { actor, until: Date.now() + FRESH_MS });
    return actor;
  }

  /** Somebody signed in: a member where they are one, unless they mean to look across; else an overseer. */
  async #personOf(headers: IncomingHttpHeaders, wanted: string | undefined): Promise<Actor> {
    const session = await this.#auth.api.getSession({ headers: fromNodeHeaders(headers) });
    if (!session) return { kind: 'public' };
    const { id: userId, name } = session.user;
    const [granted, staff] = await Promise.all([
      oversightOf(this.#database, userId),
      this.#staffOf(userId, wanted === ACROSS ? undefined : wanted),
    ]);
    if (staff && !(wanted === ACROSS && granted.now)) {
      return granted.now ? { ...staff, oversees: true } : staff;
    }
    // Whoever was granted something once is told that it has ended, not taken for nobody.
    const across = granted.ever && (wanted === undefined || wanted === ACROSS);
    if (!across) return { kind: 'public' };
    return { kind: 'oversight', userId, name, ...(staff ? { worksInOffice: true } : {}) };
  }

  async #staffOf(userId: string, slug: string | undefined): Promise<StaffActor | undefined> {
    const memberships = await this.#database.asPlatform((query) =>
      query<{ tenant_id: string; member_id: string; slug: string }>({
        name: 'identity.memberships',
        text: `select m.tenant_id, m.member_id, d.slug from user_membership m
          join tenant_directory d on d.tenant_id = m.tenant_id where m.user_id = $1 order by d.slug`,
        values: [userId],
      }),
    );
    // Whoever names no organisation comes to the first in which they still work.
    for (const membership of memberships) {
      if (slug !== undefined && membership.slug !== slug) continue;
      const actor = await this.#memberOf(userId, membership);
      if (actor) return actor;
    }
    return undefined;
  }

  async #memberOf(
    userId: string,
    { tenant_id: tenantId, member_id: memberId }: { readonly tenant_id: string; readonly member_id: string },
  ): Promise<StaffActor | undefined> {
    const [member] = await this.#database.readInTenant<{
      name: string;
      role: Role;
      department_id: string | null;
    }>(
      { tenantId },
      {
        name: 'identity.member',
        text: 'select name, role, department_id from member where id = $1 and active',
        values: [memberId],
      },
    );
    if (!member) return undefined;
    const { name, role, department_id: departmentId } = member;
    return {
      ...{ kind: 'staff', tenantId, userId, memberId, name, role },
      ...(departmentId ? { departmentId } : {}),
    };
  }

  /** When a key was last used, at most once a time that answers are reused; nobody waits for it. */
  #noteUse({ tenantId, keyId }: ApiClientActor): void {
    this.#database
      .inTenant({ tenantId }, (tx) =>
        tx.query({
          text: 'update api_key set last_used_at = now() where tenant_id = $1 and id = $2',
          values: [tenantId, keyId],
        }),
      )
      .catch(() => undefined);
  }
}

function organizationWanted(headers: IncomingHttpHeaders): string | undefined {
  const header = headers[ORGANIZATION_HEADER];
  if (typeof header === 'string' && header !== '') return header;
  const cookie = new RegExp(`(?:^|;\\s*)${ORGANIZATION_COOKIE}=([a-z0-9~-]+)`).exec(headers.cookie ?? '');
  return cookie?.[1];
}
