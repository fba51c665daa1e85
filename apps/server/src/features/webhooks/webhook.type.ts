import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { domainEnum, EventTypeEnum } from '../../graphql/enums.ts';
import { IDEMPOTENCY_KEY } from '../../graphql/idempotency-key.ts';
import { Node } from '../../graphql/node.ts';
import { ApiKeyReference } from '../../graphql/references.ts';
import { DateTime } from '../../graphql/scalars.ts';
import { UserError } from '../../graphql/user-error.ts';
import { POST_PROBLEMS } from './safe-post.ts';

export const WebhookStateEnum = domainEnum({
  name: 'WebhookState',
  description: 'Whether a webhook is told of events.',
  codes: ['ACTIVE', 'PAUSED', 'FAILED'],
  labels: {
    ACTIVE: { zh: '启用', en: 'Told of events' },
    PAUSED: { zh: '已暂停', en: 'Paused: its messages wait' },
    FAILED: {
      zh: '连续失败，已暂停',
      en: 'Paused by itself: it took nothing for three days, or said that it is gone',
    },
  },
});

export const WebhookMessageStateEnum = domainEnum({
  name: 'WebhookMessageState',
  description: 'What became of a message.',
  codes: ['WAITING', 'DELIVERED', 'GIVEN_UP', 'NOT_VISIBLE'],
  labels: {
    WAITING: { zh: '待发送', en: 'To be tried (again)' },
    DELIVERED: { zh: '已送达', en: 'Taken by the receiver (2xx)' },
    GIVEN_UP: { zh: '已放弃', en: 'Given up after three days' },
    NOT_VISIBLE: { zh: '密钥无权查看', en: 'Of a complaint that its key may not see: nothing was sent' },
  },
});

export const WebhookProblemEnum = domainEnum({
  name: 'WebhookProblem',
  description: 'Why a receiver gave no answer.',
  codes: POST_PROBLEMS,
  labels: {
    FORBIDDEN_ADDRESS: { zh: '地址不是公网地址', en: 'Its address is not a public one' },
    NO_SUCH_HOST: { zh: '域名不存在', en: 'There is no such host' },
    NO_CONNECTION: { zh: '无法连接', en: 'No connection' },
    TIMED_OUT: { zh: '超时未应答', en: 'No answer in time' },
    BROKEN_OFF: { zh: '连接中断', en: 'The connection broke off' },
  },
});

@ObjectType({ description: 'Something that a webhook is told, with what became of it last.' })
export class WebhookMessage {
  @Field(() => ID, { description: 'Its `webhook-id`, the same at every try.' })
  id!: string;

  @Field(() => String, { description: 'What happened: `complaint.answered`, or `webhook.test`.' })
  type!: string;

  @Field(() => DateTime, { description: 'When it happened.' })
  at!: string;

  @Field(() => String, { nullable: true, description: 'Number of the complaint; null of a test.' })
  number!: string | null;

  @Field(() => WebhookMessageStateEnum, { description: 'What became of it.' })
  state!: keyof typeof WebhookMessageStateEnum;

  @Field(() => Int, { description: 'How often it was tried.' })
  tries!: number;

  @Field(() => DateTime, { nullable: true, description: 'When it is tried again; null: never.' })
  nextTryAt!: string | null;

  @Field(() => DateTime, { nullable: true, description: 'When it was tried last.' })
  triedAt!: string | null;

  @Field(() => Int, { nullable: true, description: 'HTTP status of the last answer.' })
  status!: number | null;

  @Field(() => WebhookProblemEnum, { nullable: true, description: 'Why there was no answer the last time.' })
  problem!: keyof typeof WebhookProblemEnum | null;
}

@ObjectType('Webhook', {
  implements: Node,
  description:
    'An address that is told of events as they happen, by Standard Webhooks (https://www.standardwebhooks.com).',
})
export class WebhookType extends Node {
  @Field(() => String, { description: 'What it is for.' })
  name!: string;

  @Field(() => String, { description: 'Where messages are posted.' })
  url!: string;

  @Field(() => [EventTypeEnum], { description: 'Of which events of complaints it is told; empty: of all.' })
  events!: (keyof typeof EventTypeEnum)[];

  @Field(() => String, {
    nullable: true,
    description: 'Fields of the complaint that are sent along, as they stand in a query; null: `id number`.',
  })
  selection!: string | null;

  @Field(() => ApiKeyReference, { description: 'The key with whose rights the complaint is read.' })
  apiKey!: ApiKeyReference;

  @Field(() => WebhookStateEnum, { description: 'Whether it is told.' })
  state!: keyof typeof WebhookStateEnum;

  @Field(() => DateTime, { description: 'When it was made.' })
  createdAt!: Date;

  @Field(() => Int, { description: 'How many messages wait.' })
  waiting!: number;

  @Field(() => [WebhookMessage], { description: 'The last 50 messages, newest first; kept for 30 days.' })
  messages!: WebhookMessage[];
}

@InputType({ description: 'Adds a webhook.' })
export class WebhookCreateInput {
  @Field(() => String, { description: 'What it is for, at most 100 characters.' })
  name!: string;

  @Field(() => String, { description: 'Where messages are posted: `https`, at a public address.' })
  url!: string;

  @Field(() => [EventTypeEnum], { description: 'Of which events it is told; empty: of all.' })
  events!: (keyof typeof EventTypeEnum)[];

  @Field(() => String, {
    nullable: true,
    description:
      'Fields of the complaint to send along, such as `number status { code }`; absent: `id number`.',
  })
  selection?: string | null;

  @Field(() => ID, { description: 'Global id of the key with whose rights the complaint is read.' })
  apiKeyId!: string;

  @Field(() => String, { nullable: true, description: IDEMPOTENCY_KEY })
  idempotencyKey?: string | null;
}

@InputType({ description: 'Changes a webhook; what is absent stays.' })
export class WebhookChangeInput {
  @Field(() => ID, { description: 'Global id of the webhook.' })
  id!: string;

  @Field(() => String, { nullable: true, description: 'What it is for.' })
  name?: string | null;

  @Field(() => String, { nullable: true, description: 'Where messages are posted.' })
  url?: string | null;

  @Field(() => [EventTypeEnum], { nullable: true, description: 'Of which events it is told; empty: of all.' })
  events?: (keyof typeof EventTypeEnum)[] | null;

  @Field(() => String, { nullable: true, description: 'Fields to send along; an empty text: `id number`.' })
  selection?: string | null;

  @Field(() => Boolean, { nullable: true, description: 'Pauses it, or goes on with what has waited.' })
  paused?: boolean | null;

  @Field(() => String, { nullable: true, description: IDEMPOTENCY_KEY })
  idempotencyKey?: string | null;
}

@InputType()
class WhichWebhook {
  @Field(() => ID, { description: 'Global id of the webhook.' })
  id!: string;

  @Field(() => String, { nullable: true, description: IDEMPOTENCY_KEY })
  idempotencyKey?: string | null;
}

@InputType({ description: 'Gives a webhook a new secret.' })
export class WebhookRotateSecretInput extends WhichWebhook {}

@InputType({ description: 'Removes a webhook.' })
export class WebhookRemoveInput extends WhichWebhook {}

@InputType({ description: 'Sends a webhook a message to try its address.' })
export class WebhookTestInput extends WhichWebhook {}

@InputType({ description: 'Which message is sent anew.' })
export class WebhookReplayInput {
  @Field(() => ID, { description: 'Its `webhook-id`, which it keeps.' })
  messageId!: string;

  @Field(() => String, { nullable: true, description: IDEMPOTENCY_KEY })
  idempotencyKey?: string | null;
}

@ObjectType({ description: 'The webhook as it stands, or why nothing was changed.' })
export class WebhookPayload {
  @Field(() => WebhookType, { nullable: true, description: 'The webhook as it stands now.' })
  webhook!: WebhookType | null;

  @Field(() => [UserError], { description: 'Why nothing was changed; empty when it was.' })
  userErrors!: UserError[];
}

@ObjectType({ description: 'The webhook with a secret that is shown this once.' })
export class WebhookSecretPayload extends WebhookPayload {
  @Field(() => String, {
    nullable: true,
    description: 'What its messages are signed with (`whsec_…`). Shown this once.',
  })
  secret!: string | null;
}

@ObjectType({ description: 'Whether a webhook was removed.' })
export class WebhookRemovePayload {
  @Field(() => ID, { nullable: true, description: 'Global id of the webhook that is gone.' })
  removedId!: string | null;

  @Field(() => [UserError], { description: 'Why none was removed; empty when it was.' })
  userErrors!: UserError[];
}
