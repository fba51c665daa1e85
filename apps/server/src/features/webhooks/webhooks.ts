import { canInOffice, NO_SUCH_THING, problemWithText, type Refusal, type TenantActor } from '@huiyin/domain';
import type { Localized } from '@huiyin/shared';
import { type GraphQLSchema, parse, specifiedRules, validate } from 'graphql';
import { v7 as uuidv7 } from 'uuid';
import { recordOfficeEvent } from '../../casework/office-events.ts';
import { type Answered, once } from '../../casework/once.ts';
import { LIMITS } from '../../graphql/limits.ts';
import type { Jobs } from '../../jobs/jobs.ts';
import type { Database } from '../../tenancy/database.ts';
import type { TenantTransaction } from '../../tenancy/tenant-transaction.ts';
import { isCallable, type Reach } from './safe-post.ts';
import { newSecret, type Seal } from './signature.ts';
import { listWebhooks, noteMessages, type WebhookRow } from './webhook.repository.ts';
import { documentOf, TEST_TYPE } from './webhook-sender.ts';

const LONGEST_NAME = 100;
const LONGEST_URL = 2_000;
const LONGEST_SELECTION = 4_000;
/** Of one organisation: each change is told to every one of them. */
const MOST = 20;
/** How long the former secret signs beside the new one. */
const GRACE_HOURS = 24;

/** What can be said of a webhook. */
export interface Wanted {
  readonly name: string;
  readonly url: string;
  readonly events: readonly string[];
  readonly selection: string | null;
}

interface Call {
  readonly key: string | null | undefined;
}

/** Webhooks of an organisation, kept by its administrator. */
export class Webhooks {
  readonly #database: Database;
  readonly #jobs: Pick<Jobs, 'enqueue'>;
  readonly #seal: Seal;
  readonly #reach: Reach;
  #schema: GraphQLSchema | undefined;

  constructor(options: {
    readonly database: Database;
    readonly jobs: Pick<Jobs, 'enqueue'>;
    readonly seal: Seal;
    readonly reach: Reach;
  }) {
    this.#database = options.database;
    this.#jobs = options.jobs;
    this.#seal = options.seal;
    this.#reach = options.reach;
  }

  /** Selections are judged by this schema. */
  judgeBy(schema: GraphQLSchema): void {
    this.#schema = schema;
  }

  /** Newest first; none for whoever does not keep them. */
  async list(actor: TenantActor): Promise<readonly WebhookRow[]> {
    return canInOffice(actor, 'manageKeys') ? listWebhooks(this.#database, actor) : [];
  }

  /** Adds one; its id and its secret, which is there this once (`null` when the same call added it before). */
  async create(
    actor: TenantActor,
    wanted: Wanted & { readonly apiKeyId: string | undefined },
    { key }: Call,
  ): Promise<Answered<{ readonly id: string; readonly secret: string | null }>> {
    const problems = this.#problemsOf(actor, wanted);
    if (problems.length > 0) return { ok: false, refusals: problems };
    let secret: string | null = null;
    const done = await this.#once(actor, { key, asked: ['webhookCreate', wanted] }, async (tx) => {
      const { name, url, events, selection, apiKeyId } = wanted;
      const fresh = newSecret();
      const id = uuidv7();
      const made = await tx.query({
        name: 'webhook.create',
        text: `insert into webhook (tenant_id, id, name, url, events, selection, api_key_id, secret)
          select $1, $2, $3, $4, $5, $6, k.id, $8 from api_key k
          where k.tenant_id = $1 and k.id = $7 and k.revoked_at is null
            and (select count(*) from webhook where tenant_id = $1) < ${MOST} returning id`,
        values: [
          tx.tenantId,
          id,
          name,
          url,
          [...events],
          selection,
          apiKeyId ?? null,
          this.#seal.close(fresh),
        ],
      });
      if (made.length === 0) return refused({ ...NO_KEY });
      await recordOfficeEvent(tx, { actor, kind: 'WEBHOOK_ADDED', subject: name, after: { url } });
      secret = fresh;
      return { ok: true, answer: id };
    });
    return done.ok ? { ok: true, answer: { id: done.answer, secret } } : done;
  }

  /** Changes one, pauses it or goes on with it. */
  async change(
    actor: TenantActor,
    change: Partial<Wanted> & { readonly id: string; readonly paused?: boolean },
    { key }: Call,
  ): Promise<Answered<string>> {
    const stood = (await this.list(actor)).find(({ id }) => id === change.id);
    if (!stood) return canInOffice(actor, 'manageKeys') ? refused(UNKNOWN) : refused(FORBIDDEN);
    const { name = stood.name, url = stood.url, events = stood.events, paused } = change;
    const selection = change.selection === undefined ? stood.selection : change.selection;
    const problems = this.#problemsOf(actor, { name, url, events, selection });
    if (problems.length > 0) return { ok: false, refusals: problems };
    return this.#once(actor, { key, asked: ['webhookChange', change] }, async (tx) => {
      await tx.query({
        name: 'webhook.change',
        text: `update webhook set name = $3, url = $4, events = $5, selection = $6,
            failure = case when $7::boolean is null then failure end,
            paused_at = case when $7::boolean is null then paused_at when $7 then coalesce(paused_at, now()) end
          where tenant_id = $1 and id = $2`,
        values: [tx.tenantId, change.id, name, url, [...events], selection, paused ?? null],
      });
      const before = { name: stood.name, url: stood.url, events: stood.events };
      await recordOfficeEvent(tx, {
        actor,
        kind: 'WEBHOOK_CHANGED',
        subject: name,
        before,
        after: { name, url, events },
      });
      if (paused === false) await this.#jobs.enqueue('webhooks.send', { tenantId: tx.tenantId }, tx);
      return { ok: true, answer: change.id };
    });
  }

  /** A new secret; the former one signs beside it for a day, so that no message is refused in between. */
  async rotateSecret(
    actor: TenantActor,
    id: string,
    { key }: Call,
  ): Promise<Answered<{ readonly id: string; readonly secret: string | null }>> {
    if (!canInOffice(actor, 'manageKeys')) return refused(FORBIDDEN);
    let secret: string | null = null;
    const done = await this.#once(actor, { key, asked: ['webhookRotateSecret', id] }, async (tx) => {
      const fresh = newSecret();
      const [row] = await tx.query<{ name: string }>({
        name: 'webhook.rotate',
        text: `update webhook set former_secret = secret, secret = $3,
            former_until = now() + make_interval(hours => ${GRACE_HOURS})
          where tenant_id = $1 and id = $2 returning name`,
        values: [tx.tenantId, id, this.#seal.close(fresh)],
      });
      if (!row) return refused(UNKNOWN);
      await recordOfficeEvent(tx, { actor, kind: 'WEBHOOK_SECRET_CHANGED', subject: row.name });
      secret = fresh;
      return { ok: true, answer: id };
    });
    return done.ok ? { ok: true, answer: { id, secret } } : done;
  }

  /** Takes one away with its messages. */
  async remove(actor: TenantActor, id: string, { key }: Call): Promise<Answered<string>> {
    if (!canInOffice(actor, 'manageKeys')) return refused(FORBIDDEN);
    return this.#once(actor, { key, asked: ['webhookRemove', id] }, async (tx) => {
      const [row] = await tx.query<{ name: string }>({
        name: 'webhook.remove',
        text: 'delete from webhook where tenant_id = $1 and id = $2 returning name',
        values: [tx.tenantId, id],
      });
      if (!row) return refused(UNKNOWN);
      await recordOfficeEvent(tx, { actor, kind: 'WEBHOOK_REMOVED', subject: row.name });
      return { ok: true, answer: id };
    });
  }

  /** Sends a message that says nothing, to try the address. */
  async test(actor: TenantActor, id: string, { key }: Call): Promise<Answered<string>> {
    const known = (await this.list(actor)).some((webhook) => webhook.id === id);
    if (!known) return canInOffice(actor, 'manageKeys') ? refused(UNKNOWN) : refused(FORBIDDEN);
    return this.#once(actor, { key, asked: ['webhookTest', id] }, async (tx) => {
      const message = {
        id: uuidv7(),
        webhookId: id,
        type: TEST_TYPE,
        at: new Date(),
        complaintId: null,
        seq: null,
      };
      await noteMessages(tx, [message]);
      await this.#jobs.enqueue('webhooks.send', { tenantId: tx.tenantId }, tx);
      return { ok: true, answer: id };
    });
  }

  /** Sends a message anew, under the id that it had. */
  async replay(actor: TenantActor, messageId: string, { key }: Call): Promise<Answered<string>> {
    if (!canInOffice(actor, 'manageKeys')) return refused(FORBIDDEN);
    return this.#once(actor, { key, asked: ['webhookReplay', messageId] }, async (tx) => {
      const [row] = await tx.query<{ webhook_id: string }>({
        name: 'webhook.replay',
        text: `update webhook_message set outcome = null, next_at = now()
          where tenant_id = $1 and id = $2 and outcome is not null returning webhook_id`,
        values: [tx.tenantId, messageId],
      });
      if (!row) return refused({ ...NO_SUCH_THING, field: 'messageId' });
      await this.#jobs.enqueue('webhooks.send', { tenantId: tx.tenantId }, tx);
      return { ok: true, answer: row.webhook_id };
    });
  }

  #once(
    actor: TenantActor,
    call: { readonly key: string | null | undefined; readonly asked: unknown },
    work: (tx: TenantTransaction) => Promise<Answered<string>>,
  ): Promise<Answered<string>> {
    return this.#database.inTenant(actor, (tx) => once<string>(tx, { actor, ...call }, () => work(tx)));
  }

  #problemsOf(actor: TenantActor, { name, url, selection }: Wanted): readonly Refusal[] {
    if (!canInOffice(actor, 'manageKeys')) return [FORBIDDEN];
    const selected = selection === null ? undefined : this.#problemWithSelection(selection);
    return [
      ...(name === '' || problemWithText(name, LONGEST_NAME) ? [NAME] : []),
      ...(this.#mayCall(url) ? [] : [URL_REFUSED]),
      ...(selected ? [{ code: 'INVALID', field: 'selection', message: selected } as const] : []),
    ];
  }

  #mayCall(url: string): boolean {
    return url.length <= LONGEST_URL && URL.canParse(url) && isCallable(new URL(url), this.#reach);
  }

  /** A selection is part of a question like any other, and must be one that could be asked. */
  #problemWithSelection(selection: string): Localized | undefined {
    if (!this.#schema) throw new Error('There is no schema to judge by yet.');
    if (problemWithText(selection, LONGEST_SELECTION)) return NOT_A_SELECTION('');
    try {
      const document = parse(documentOf(selection));
      if (document.definitions.length !== 1) return NOT_A_SELECTION('');
      const [error] = validate(this.#schema, document, [...specifiedRules, ...LIMITS]);
      return error && NOT_A_SELECTION(error.message);
    } catch (error) {
      return NOT_A_SELECTION((error as Error).message);
    }
  }
}

const refused = (refusal: Refusal) => ({ ok: false, refusals: [refusal] }) as const;

const UNKNOWN: Refusal = { ...NO_SUCH_THING, field: 'id' };
const FORBIDDEN: Refusal = {
  code: 'FORBIDDEN',
  message: {
    zh: '只有单位管理员可以管理推送。',
    en: 'Webhooks are managed by the organisation’s administrator.',
  },
};
const NO_KEY: Refusal = {
  code: 'NOT_FOUND',
  field: 'apiKeyId',
  message: {
    zh: `请选择一个有效的密钥；每个单位最多 ${MOST} 个推送。`,
    en: `Choose a key that is in force; an organisation has at most ${MOST} webhooks.`,
  },
};
const NAME: Refusal = {
  code: 'INVALID',
  field: 'name',
  message: {
    zh: `请填写不超过 ${LONGEST_NAME} 字的用途。`,
    en: `Say what it is for, in at most ${LONGEST_NAME} characters.`,
  },
};
const URL_REFUSED: Refusal = {
  code: 'INVALID',
  field: 'url',
  message: {
    zh: '应为公网上的 https 地址，不含用户名和密码。',
    en: 'Give an https address on the public internet, without user name and password.',
  },
};
const NOT_A_SELECTION = (why: string): Localized => ({
  zh: `不是投诉件可选的字段，例如 number status { code }。${why}`,
  en: `These are not fields of a complaint, such as number status { code }. ${why}`,
});
