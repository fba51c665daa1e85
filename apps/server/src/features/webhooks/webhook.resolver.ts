import type { Locale } from '@huiyin/shared';
import { Arg, Ctx, Mutation, Query, Resolver } from 'type-graphql';
import type { Answered } from '../../casework/once.ts';
import { type RequestContext, tenantActor } from '../../graphql/actor-context.ts';
import { toGlobalId, uuidOf } from '../../graphql/global-id.ts';
import { userErrors } from '../../graphql/user-error.ts';
import type { MessageRow, WebhookRow } from './webhook.repository.ts';
import {
  WebhookChangeInput,
  WebhookCreateInput,
  type WebhookMessage,
  WebhookPayload,
  WebhookRemoveInput,
  WebhookRemovePayload,
  WebhookReplayInput,
  WebhookRotateSecretInput,
  WebhookSecretPayload,
  WebhookTestInput,
  WebhookType,
} from './webhook.type.ts';
import type { Webhooks } from './webhooks.ts';

const WHICH = 'Which webhook.';
/** Of nothing: what is asked for with it is not there. */
const NO_ID = '00000000-0000-0000-0000-000000000000';

/** Addresses of others that are told of events. */
@Resolver()
export class WebhookResolver {
  readonly #webhooks: Webhooks;

  constructor(webhooks: Webhooks) {
    this.#webhooks = webhooks;
  }

  @Query(() => [WebhookType], {
    description: 'Webhooks of the organisation, newest first; for its administrator.',
  })
  async webhooks(@Ctx() context: RequestContext): Promise<WebhookType[]> {
    return (await this.#webhooks.list(tenantActor(context))).map(present);
  }

  /** A webhook of the organisation, for those who keep them. */
  async find(id: string, context: RequestContext): Promise<WebhookType | null> {
    return (await this.webhooks(context)).find((webhook) => webhook.id === toGlobalId('Webhook', id)) ?? null;
  }

  @Mutation(() => WebhookSecretPayload, { description: 'Adds a webhook; its secret is shown this once.' })
  async webhookCreate(
    @Arg('input', () => WebhookCreateInput, { description: 'The webhook.' }) input: WebhookCreateInput,
    @Ctx() context: RequestContext,
  ): Promise<WebhookSecretPayload> {
    const { name, url, events, selection, apiKeyId, idempotencyKey: key } = input;
    const wanted = {
      ...{ name: name.trim(), url: url.trim(), events, selection: selection?.trim() || null },
      apiKeyId: uuidOf(apiKeyId, 'ApiKey'),
    };
    return this.#withSecret(await this.#webhooks.create(tenantActor(context), wanted, { key }), context);
  }

  @Mutation(() => WebhookPayload, { description: 'Changes a webhook, pauses it or goes on with it.' })
  async webhookChange(
    @Arg('input', () => WebhookChangeInput, { description: 'What is to be otherwise.' })
    input: WebhookChangeInput,
    @Ctx() context: RequestContext,
  ): Promise<WebhookPayload> {
    const { name, url, events, selection, paused, idempotencyKey: key } = input;
    const change = {
      id: uuidOf(input.id, 'Webhook') ?? NO_ID,
      ...(name ? { name: name.trim() } : {}),
      ...(url ? { url: url.trim() } : {}),
      ...(events ? { events } : {}),
      ...(selection === undefined || selection === null ? {} : { selection: selection.trim() || null }),
      ...(paused === undefined || paused === null ? {} : { paused }),
    };
    return this.#payload(await this.#webhooks.change(tenantActor(context), change, { key }), context);
  }

  @Mutation(() => WebhookSecretPayload, {
    description: 'Gives a webhook a new secret; messages are signed with the former one too for 24 hours.',
  })
  async webhookRotateSecret(
    @Arg('input', () => WebhookRotateSecretInput, { description: WHICH }) input: WebhookRotateSecretInput,
    @Ctx() context: RequestContext,
  ): Promise<WebhookSecretPayload> {
    const id = uuidOf(input.id, 'Webhook') ?? NO_ID;
    const { idempotencyKey: key } = input;
    return this.#withSecret(await this.#webhooks.rotateSecret(tenantActor(context), id, { key }), context);
  }

  @Mutation(() => WebhookRemovePayload, { description: 'Removes a webhook with the log of its messages.' })
  async webhookRemove(
    @Arg('input', () => WebhookRemoveInput, { description: WHICH }) input: WebhookRemoveInput,
    @Ctx() context: RequestContext,
  ): Promise<WebhookRemovePayload> {
    const id = uuidOf(input.id, 'Webhook') ?? NO_ID;
    const done = await this.#webhooks.remove(tenantActor(context), id, { key: input.idempotencyKey });
    return done.ok
      ? { removedId: toGlobalId('Webhook', done.answer), userErrors: [] }
      : { removedId: null, userErrors: errorsOf(done, context.request.locale) };
  }

  @Mutation(() => WebhookPayload, { description: 'Sends a webhook a message of the type `webhook.test`.' })
  async webhookTest(
    @Arg('input', () => WebhookTestInput, { description: WHICH }) input: WebhookTestInput,
    @Ctx() context: RequestContext,
  ): Promise<WebhookPayload> {
    const id = uuidOf(input.id, 'Webhook') ?? NO_ID;
    const { idempotencyKey: key } = input;
    return this.#payload(await this.#webhooks.test(tenantActor(context), id, { key }), context);
  }

  @Mutation(() => WebhookPayload, { description: 'Sends a message anew that was delivered or given up.' })
  async webhookReplay(
    @Arg('input', () => WebhookReplayInput, { description: 'Which message.' }) input: WebhookReplayInput,
    @Ctx() context: RequestContext,
  ): Promise<WebhookPayload> {
    const { messageId, idempotencyKey: key } = input;
    const id = UUID.test(messageId) ? messageId : NO_ID;
    return this.#payload(await this.#webhooks.replay(tenantActor(context), id, { key }), context);
  }

  async #withSecret(
    done: Answered<{ readonly id: string; readonly secret: string | null }>,
    context: RequestContext,
  ): Promise<WebhookSecretPayload> {
    if (!done.ok) return { secret: null, webhook: null, userErrors: errorsOf(done, context.request.locale) };
    const { id, secret } = done.answer;
    return { secret, webhook: await this.find(id, context), userErrors: [] };
  }

  async #payload(done: Answered<string>, context: RequestContext): Promise<WebhookPayload> {
    return done.ok
      ? { webhook: await this.find(done.answer, context), userErrors: [] }
      : { webhook: null, userErrors: errorsOf(done, context.request.locale) };
  }
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

function errorsOf(done: Extract<Answered<unknown>, { ok: false }>, locale: Locale) {
  return userErrors(done.refusals, locale);
}

function present(row: WebhookRow): WebhookType {
  const { name, url, selection, waiting } = row;
  return Object.assign(new WebhookType(), {
    ...{ id: toGlobalId('Webhook', row.id), name, url, events: row.events, selection, waiting },
    apiKey: { id: toGlobalId('ApiKey', row.api_key_id), name: row.key_name },
    createdAt: row.created_at,
    state: row.failure !== null ? 'FAILED' : row.paused_at !== null ? 'PAUSED' : 'ACTIVE',
    messages: row.messages.map(presentMessage),
  });
}

function presentMessage(row: MessageRow): WebhookMessage {
  const { id, type, at, number, tries, status, problem, outcome } = row;
  return {
    ...{ id, type, at, number, tries, status, problem },
    state: outcome ?? 'WAITING',
    nextTryAt: outcome === null ? row.next_at : null,
    triedAt: row.tried_at,
  };
}
