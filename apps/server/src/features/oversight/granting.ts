import {
  addDays,
  canInOffice,
  localDateOf,
  NO_SUCH_THING,
  type OversightLevel,
  type Refusal,
  type TenantActor,
} from '@huiyin/domain';
import { recordOfficeEvent } from '../../casework/office-events.ts';
import { type Answered, type Keyed, once } from '../../casework/once.ts';
import { addGrant } from '../../identity/oversight-grants.ts';
import type { Database } from '../../tenancy/database.ts';
import { endOwnGrant, findOverseer, hasOwnGrant } from './grant.repository.ts';

/** What an organisation lets an overseer see. */
export interface GrantAsked {
  readonly email: string;
  readonly level: OversightLevel;
  /** Last day, inclusive. */
  readonly until?: string | null | undefined;
  readonly casesFrom?: string | null | undefined;
  readonly casesUntil?: string | null | undefined;
}

/** What an organisation lets overseers see of its own will, and takes back. What rests on a law is not its to end. */
export class Granting {
  readonly #database: Database;
  readonly #forgetCallers: () => void;

  constructor(options: {
    readonly database: Database;
    /** Who somebody is has changed and must be looked up anew. */
    readonly forgetCallers: () => void;
  }) {
    this.#database = options.database;
    this.#forgetCallers = options.forgetCallers;
  }

  /** Grants; the id of the grant. */
  async give(
    actor: TenantActor,
    { asked, key }: Keyed & { readonly asked: GrantAsked },
  ): Promise<Answered<string>> {
    if (actor.kind !== 'staff' || !canInOffice(actor, 'grantOversight')) return refused(FORBIDDEN);
    const { level, until, casesFrom, casesUntil } = asked;
    const email = asked.email.trim().toLowerCase();
    if (until && until < localDateOf(new Date().toISOString())) return refused(PAST);
    if (casesFrom && casesUntil && casesUntil < casesFrom) return refused(BACKWARDS);
    const cases = level === 'AGGREGATE' ? {} : { ...said({ casesFrom, casesUntil }) };
    const done = await this.#database.inTenant(actor, (tx) =>
      once<string>(tx, { actor, key, asked: ['oversightGrantGive', asked] }, async () => {
        const overseer = await findOverseer(tx, email);
        if (!overseer) return refused(NO_OVERSEER);
        if (await hasOwnGrant(tx, overseer.userId)) return refused(GRANTED_ALREADY);
        const id = await addGrant((statement) => tx.query(statement), {
          ...{ userId: overseer.userId, tenantId: tx.tenantId, level, grantedBy: actor.name, ...cases },
          ...(until ? { until: `${addDays(until, 1)}T00:00:00+08:00` } : {}),
        });
        const subject = `${overseer.name} ${email}`;
        await recordOfficeEvent(tx, {
          ...{ actor, kind: 'OVERSIGHT_GRANTED', subject, after: { level, ...said({ until }), ...cases } },
        });
        return { ok: true, answer: id };
      }),
    );
    this.#forgetCallers();
    return done;
  }

  /** Takes back at once: the next statement that the overseer has run sees nothing by it. */
  async revoke(
    actor: TenantActor,
    { id, key }: Keyed & { readonly id: string | undefined },
  ): Promise<Answered<string>> {
    if (!canInOffice(actor, 'grantOversight')) return refused(FORBIDDEN);
    if (!id) return refused({ ...NO_SUCH_THING, field: 'id' });
    const done = await this.#database.inTenant(actor, (tx) =>
      once<string>(tx, { actor, key, asked: ['oversightGrantRevoke', id] }, async () => {
        const ended = await endOwnGrant(tx, id);
        if (!ended) return refused({ ...NO_SUCH_THING, field: 'id' });
        const subject = `${ended.name} ${ended.email}`;
        await recordOfficeEvent(tx, { actor, kind: 'OVERSIGHT_REVOKED', subject });
        return { ok: true, answer: id };
      }),
    );
    this.#forgetCallers();
    return done;
  }
}

/** What was said of days, without those that were not. */
function said(days: Readonly<Record<string, string | null | undefined>>): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(days).flatMap(([name, day]) => (day ? [[name, day]] : [])));
}

function refused(refusal: Refusal): { readonly ok: false; readonly refusals: readonly Refusal[] } {
  return { ok: false, refusals: [refusal] };
}

const FORBIDDEN: Refusal = {
  code: 'FORBIDDEN',
  message: {
    zh: '只有单位管理员可以授权监督查看。',
    en: 'Oversight is granted by the organisation’s administrator.',
  },
};
// One answer for whoever has no account and for whoever oversees nothing: others' accounts are nobody's business.
const NO_OVERSEER: Refusal = {
  ...{ code: 'NOT_FOUND', field: 'email' },
  message: {
    zh: '没有使用该邮箱的监督账号。请核对邮箱；监督账号由平台管理人员开设。',
    en: 'No overseer has this address. Check it; accounts of overseers are made by those who run the platform.',
  },
};
const GRANTED_ALREADY: Refusal = {
  ...{ code: 'ALREADY_DONE', field: 'email' },
  message: {
    zh: '本单位已授权此人。如需调整，请先收回原授权，再重新授权。',
    en: 'Your organisation has granted this person already. To change it, take that back and grant anew.',
  },
};
const PAST: Refusal = {
  ...{ code: 'INVALID', field: 'until' },
  message: {
    zh: '有效期已过。请选择今天或以后的日期。',
    en: 'That day has passed. Choose today or a later one.',
  },
};
const BACKWARDS: Refusal = {
  ...{ code: 'INVALID', field: 'casesUntil' },
  message: { zh: '截止日期早于起始日期，请重新选择。', en: 'It ends before it begins. Choose again.' },
};
