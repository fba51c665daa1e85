import type { ApiClientActor, SystemActor } from '@huiyin/domain';
import { type DocumentNode, execute, type GraphQLSchema, parse } from 'graphql';
import { v7 as uuidv7 } from 'uuid';
import { recordOfficeEvent } from '../../casework/office-events.ts';
import type { RequestContext } from '../../graphql/actor-context.ts';
import { toGlobalId } from '../../graphql/global-id.ts';
import type { Jobs } from '../../jobs/jobs.ts';
import type { OutboxSubscriber } from '../../outbox/relay.ts';
import type { Database } from '../../tenancy/database.ts';
import { type Posted, type Reach, safePost } from './safe-post.ts';
import { type Seal, signatures } from './signature.ts';
import {
  type DueMessage,
  forgetOld,
  isAnythingDue,
  listeners,
  noteMessages,
  pauseFailing,
  record,
  takeDue,
} from './webhook.repository.ts';

/** Seconds until a message that was not taken is tried again, as the specification suggests: three days in all. */
const AGAIN_AFTER = [5, 300, 1_800, 7_200, 18_000, 36_000, 50_400, 72_000, 86_400] as const;
/** Longer than a receiver may take: what a dead server had in hand is taken up after that. */
const HELD_MINUTES = 2;
const AT_ONCE = 5;
const LOG_DAYS = 30;
const GONE = 410;

/** `REGISTERED` → `complaint.registered`. */
export const typeOf = (event: string): string => `complaint.${event.toLowerCase()}`;
export const TEST_TYPE = 'webhook.test';

/** The question whose answer is sent along. */
export function documentOf(selection: string | null): string {
  return `query Webhook($id: ID!) { complaint(id: $id) { ${selection ?? 'id number'} } }`;
}

/** Tells programs of others what happened, at least once each, under an id that stays. */
export class WebhookSender {
  readonly #database: Database;
  readonly #jobs: Pick<Jobs, 'enqueue'>;
  readonly #seal: Seal;
  readonly #reach: Reach;
  readonly #patienceMs: number | undefined;
  readonly #documents = new Map<string, DocumentNode>();
  #schema: GraphQLSchema | undefined;

  constructor(options: {
    readonly database: Database;
    readonly jobs: Pick<Jobs, 'enqueue'>;
    readonly seal: Seal;
    readonly reach: Reach;
    readonly patienceMs?: number;
  }) {
    this.#database = options.database;
    this.#jobs = options.jobs;
    this.#seal = options.seal;
    this.#reach = options.reach;
    this.#patienceMs = options.patienceMs;
  }

  /** What is sent along is read from this schema; it is made of services and cannot be there before them. */
  readFrom(schema: GraphQLSchema): void {
    this.#schema = schema;
  }

  /** Notes what happened for each webhook that asks for it, in the transaction that takes it out of the outbox. */
  readonly note: OutboxSubscriber = async (tx, messages) => {
    const asking = await listeners(tx);
    if (asking.length === 0) return;
    const noted = messages.flatMap(({ complaint_id: complaintId, payload, created_at: at }) => {
      const { version, events = [] } = payload as { version?: number; events?: readonly string[] };
      if (!complaintId || version === undefined) return [];
      // The last event of a change is its complaint's version.
      return events.flatMap((event, index) =>
        asking
          .filter((webhook) => webhook.events.length === 0 || webhook.events.includes(event))
          .map(({ id: webhookId }) => ({
            ...{ id: uuidv7(), webhookId, type: typeOf(event), at, complaintId },
            seq: version - events.length + 1 + index,
          })),
      );
    });
    if (noted.length === 0) return;
    await noteMessages(tx, noted);
    await this.#jobs.enqueue('webhooks.send', { tenantId: tx.tenantId }, tx);
  };

  /** Asks for what is due again, or was left by a server that ended. */
  async look(actor: SystemActor): Promise<void> {
    await this.#database.inTenant(actor, (tx) => forgetOld(tx, LOG_DAYS));
    if (await isAnythingDue(this.#database, actor))
      await this.#jobs.enqueue('webhooks.send', { tenantId: actor.tenantId });
  }

  /** Sends what is due in an organisation, a few at once, until nothing is. */
  async send({ tenantId }: { readonly tenantId: string }): Promise<void> {
    for (;;) {
      const due = await this.#database.inTenant({ tenantId }, (tx) =>
        takeDue(tx, { most: AT_ONCE, minutes: HELD_MINUTES }),
      );
      if (due.length === 0) return;
      await Promise.all(due.map((message) => this.#sendOne(tenantId, message)));
    }
  }

  async #sendOne(tenantId: string, message: DueMessage): Promise<void> {
    const began = performance.now();
    const body = await this.#bodyOf(tenantId, message);
    const posted = body === undefined ? undefined : await this.#post(message, body);
    const milliseconds = Math.round(performance.now() - began);
    const taken = posted && 'status' in posted && posted.status >= 200 && posted.status < 300;
    const againAfter = AGAIN_AFTER[message.tries];
    const gone = posted && 'status' in posted && posted.status === GONE;
    const givenUp = !taken && (gone || againAfter === undefined);
    await this.#database.inTenant({ tenantId }, async (tx) => {
      await record(tx, {
        ...{ message, posted, milliseconds },
        outcome:
          posted === undefined ? 'NOT_VISIBLE' : taken ? 'DELIVERED' : givenUp ? 'GIVEN_UP' : undefined,
        ...(againAfter === undefined ? {} : { againAfter }),
      });
      if (!givenUp) return;
      const paused = await pauseFailing(tx, message.webhook_id, gone ? 'GONE' : 'NOT_TAKEN');
      const actor: SystemActor = { kind: 'system', tenantId, task: '推送 / webhooks' };
      if (paused) await recordOfficeEvent(tx, { actor, kind: 'WEBHOOK_PAUSED', subject: paused.name });
    });
  }

  /** What is sent, read with the rights of the webhook's key; `undefined` when the key may not see it. */
  async #bodyOf(tenantId: string, message: DueMessage): Promise<string | undefined> {
    const { type, at, complaint_id: complaintId, seq } = message;
    const envelope = { type, timestamp: at.toISOString() };
    if (complaintId === null) return JSON.stringify({ ...envelope, data: {} });
    if (!message.key_valid) return undefined;
    const actor: ApiClientActor = {
      ...{ kind: 'apiClient', tenantId, keyId: message.key_id, name: message.key_name },
      scopes: message.scopes,
    };
    const complaint = await this.#read(actor, message.selection, toGlobalId('Complaint', complaintId));
    return complaint ? JSON.stringify({ ...envelope, data: { seq, complaint } }) : undefined;
  }

  async #read(actor: ApiClientActor, selection: string | null, id: string): Promise<unknown> {
    if (!this.#schema) throw new Error('There is no schema to read from yet.');
    const text = documentOf(selection);
    const document = this.#documents.get(text) ?? parse(text);
    this.#documents.set(text, document);
    const contextValue: RequestContext = {
      request: { actor, locale: 'zh-CN', id: uuidv7(), address: '' },
    };
    const { data, errors } = await execute({
      ...{ schema: this.#schema, document, contextValue },
      variableValues: { id },
    });
    if (errors?.[0] && !data?.['complaint']) {
      // Not for this key; anything else is ours, and tried again.
      if (errors[0].extensions['code'] === 'FORBIDDEN') return undefined;
      throw errors[0];
    }
    return data?.['complaint'] ?? undefined;
  }

  #post(message: DueMessage, body: string): Promise<Posted> {
    const { id, url, secret, former_secret: former } = message;
    const timestamp = Math.floor(Date.now() / 1_000);
    const secrets = [secret, ...(former ? [former] : [])].map((sealed) => this.#seal.open(sealed));
    return safePost(new URL(url), {
      headers: {
        'content-type': 'application/json',
        'user-agent': 'Huiyin-Webhooks',
        'webhook-id': id,
        'webhook-timestamp': String(timestamp),
        'webhook-signature': signatures(secrets, { id, timestamp, body }),
      },
      body,
      reach: this.#reach,
      ...(this.#patienceMs === undefined ? {} : { patienceMs: this.#patienceMs }),
    });
  }
}
