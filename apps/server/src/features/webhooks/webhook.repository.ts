import type { Scope } from '@huiyin/domain';
import type { Database } from '../../tenancy/database.ts';
import type { TenantTransaction } from '../../tenancy/tenant-transaction.ts';
import type { Posted, PostProblem } from './safe-post.ts';

export type WebhookOutcome = 'DELIVERED' | 'GIVEN_UP' | 'NOT_VISIBLE';

/** A webhook as its organisation sees it. */
export interface WebhookRow {
  readonly id: string;
  readonly name: string;
  readonly url: string;
  readonly events: readonly string[];
  readonly selection: string | null;
  readonly api_key_id: string;
  readonly key_name: string;
  readonly paused_at: Date | null;
  readonly failure: string | null;
  readonly created_at: Date;
  /** Messages that wait. */
  readonly waiting: number;
  readonly messages: readonly MessageRow[];
}

/** A message with what became of it last. */
export interface MessageRow {
  readonly id: string;
  readonly type: string;
  readonly at: string;
  readonly complaint_id: string | null;
  readonly number: string | null;
  readonly tries: number;
  readonly next_at: string;
  readonly outcome: WebhookOutcome | null;
  readonly status: number | null;
  readonly problem: PostProblem | null;
  readonly tried_at: string | null;
}

/** A message that is due, with everything it takes to send it. */
export interface DueMessage {
  readonly id: string;
  readonly webhook_id: string;
  readonly url: string;
  readonly selection: string | null;
  readonly secret: Buffer;
  readonly former_secret: Buffer | null;
  readonly type: string;
  readonly at: Date;
  readonly complaint_id: string | null;
  readonly seq: number | null;
  readonly tries: number;
  readonly key_id: string;
  readonly key_name: string;
  readonly scopes: readonly Scope[];
  /** Whether its key may still be used. */
  readonly key_valid: boolean;
}

const MOST_SHOWN = 50;
const ISO = `'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'`;

/** The webhooks of an organisation, newest first, each with its last messages. */
export function listWebhooks(
  database: Database,
  actor: { readonly tenantId: string },
): Promise<WebhookRow[]> {
  return database.readInTenant<WebhookRow & Record<string, unknown>>(actor, {
    name: 'webhook.list',
    text: `select w.id, w.name, w.url, w.events, w.selection, w.api_key_id, k.name as key_name, w.paused_at, w.failure, w.created_at,
        (select count(*)::int from webhook_message m
          where m.tenant_id = w.tenant_id and m.webhook_id = w.id and m.outcome is null) as waiting,
        coalesce((select json_agg(last) from (
          select m.id, m.type, to_char(m.at at time zone 'UTC', ${ISO}) as at, m.complaint_id, c.number, m.tries,
            to_char(m.next_at at time zone 'UTC', ${ISO}) as next_at, m.outcome, a.status, a.problem,
            to_char(a.at at time zone 'UTC', ${ISO}) as tried_at
          from webhook_message m
          left join complaint c on c.tenant_id = m.tenant_id and c.id = m.complaint_id and not c.restricted
          left join webhook_attempt a on a.tenant_id = m.tenant_id and a.message_id = m.id and a.number = m.tries
          where m.tenant_id = w.tenant_id and m.webhook_id = w.id
          order by m.id desc limit ${MOST_SHOWN}) last), '[]') as messages
      from webhook w join api_key k on k.tenant_id = w.tenant_id and k.id = w.api_key_id
      order by w.created_at desc, w.id desc limit 100`,
    values: [],
  });
}

/** Those of an organisation that are told of events; also paused ones, whose messages wait. */
export function listeners(
  tx: TenantTransaction,
): Promise<{ readonly id: string; readonly events: readonly string[] }[]> {
  return tx.query({
    name: 'webhook.listeners',
    text: 'select id, events from webhook where tenant_id = $1',
    values: [tx.tenantId],
  });
}

/** A message to be noted. */
export interface NewMessage {
  readonly id: string;
  readonly webhookId: string;
  readonly type: string;
  readonly at: Date;
  readonly complaintId: string | null;
  readonly seq: number | null;
}

export async function noteMessages(tx: TenantTransaction, messages: readonly NewMessage[]): Promise<void> {
  await tx.query({
    name: 'webhook.note',
    text: `insert into webhook_message (tenant_id, id, webhook_id, type, at, complaint_id, seq)
      select $1, n.* from unnest($2::uuid[], $3::uuid[], $4::text[], $5::timestamptz[], $6::uuid[], $7::int[])
        as n (id, webhook_id, type, at, complaint_id, seq)
      -- Of a restricted complaint not even the log says that something happened.
      where not exists (select from complaint c where c.tenant_id = $1 and c.id = n.complaint_id and c.restricted)
      on conflict do nothing`,
    values: [
      tx.tenantId,
      messages.map(({ id }) => id),
      messages.map(({ webhookId }) => webhookId),
      messages.map(({ type }) => type),
      messages.map(({ at }) => at.toISOString()),
      messages.map(({ complaintId }) => complaintId),
      messages.map(({ seq }) => seq),
    ],
  });
}

/** Whether something is due in an organisation. */
export async function isAnythingDue(
  database: Database,
  actor: { readonly tenantId: string },
): Promise<boolean> {
  const [row] = await database.readInTenant<{ due: boolean }>(actor, {
    name: 'webhook.is-due',
    text: `select exists (select from webhook_message m join webhook w on w.tenant_id = m.tenant_id and w.id = m.webhook_id
      where m.outcome is null and m.next_at <= now() and w.paused_at is null) as due`,
    values: [],
  });
  return row?.due ?? false;
}

/**
 * Takes messages that are due, oldest first: until `minutes` are over nobody else takes them, so that two servers do
 * not send the same at one moment, and what a server had when it died is taken up again.
 */
export function takeDue(
  tx: TenantTransaction,
  options: { readonly most: number; readonly minutes: number },
): Promise<DueMessage[]> {
  const { most, minutes } = options;
  return tx.query<DueMessage & Record<string, unknown>>({
    name: 'webhook.take-due',
    text: `with due as (
        select m.id from webhook_message m join webhook w on w.tenant_id = m.tenant_id and w.id = m.webhook_id
        where m.tenant_id = $1 and m.outcome is null and m.next_at <= now() and w.paused_at is null
        order by m.next_at, m.id limit $2 for update of m skip locked
      ),
      taken as (
        update webhook_message m set next_at = now() + make_interval(mins => $3)
        from due where m.tenant_id = $1 and m.id = due.id returning m.*
      )
      select t.id, t.webhook_id, w.url, w.selection, w.secret,
        case when w.former_until > now() then w.former_secret end as former_secret,
        t.type, t.at, t.complaint_id, t.seq, t.tries, k.id as key_id, k.name as key_name, k.scopes,
        k.revoked_at is null and (k.expires_at is null or k.expires_at > now()) as key_valid
      from taken t
      join webhook w on w.tenant_id = $1 and w.id = t.webhook_id
      join api_key k on k.tenant_id = $1 and k.id = w.api_key_id
      order by t.at, t.id`,
    values: [tx.tenantId, most, minutes],
  });
}

/** Writes down what became of a message; `againAfter`: seconds until it is tried again. */
export async function record(
  tx: TenantTransaction,
  attempt: {
    readonly message: Pick<DueMessage, 'id' | 'tries'>;
    readonly posted: Posted | undefined;
    readonly milliseconds: number;
    readonly outcome: WebhookOutcome | undefined;
    readonly againAfter?: number;
  },
): Promise<void> {
  const { message, posted, milliseconds, outcome = null, againAfter = 0 } = attempt;
  const number = message.tries + 1;
  await tx.query({
    name: 'webhook.record',
    text: `update webhook_message set tries = $3, outcome = $4, next_at = now() + make_interval(secs => $5)
      where tenant_id = $1 and id = $2`,
    values: [tx.tenantId, message.id, number, outcome, againAfter],
  });
  if (!posted) return;
  await tx.query({
    name: 'webhook.attempt',
    text: `insert into webhook_attempt (tenant_id, message_id, number, status, problem, milliseconds)
      select $1, id, $3, $4, $5, $6 from webhook_message where tenant_id = $1 and id = $2
      on conflict do nothing`,
    values: [
      tx.tenantId,
      message.id,
      number,
      'status' in posted ? posted.status : null,
      'problem' in posted ? posted.problem : null,
      milliseconds,
    ],
  });
}

/** Pauses a webhook of which nothing is taken any more; whether it was not paused before. */
export async function pauseFailing(
  tx: TenantTransaction,
  id: string,
  failure: string,
): Promise<{ readonly name: string } | undefined> {
  const [row] = await tx.query<{ name: string }>({
    name: 'webhook.pause-failing',
    text: `update webhook set paused_at = now(), failure = $3
      where tenant_id = $1 and id = $2 and paused_at is null returning name`,
    values: [tx.tenantId, id, failure],
  });
  return row;
}

/** Forgets what is older than the log is kept. */
export async function forgetOld(tx: TenantTransaction, days: number): Promise<void> {
  await tx.query({
    name: 'webhook.forget',
    text: `delete from webhook_message where tenant_id = $1 and at < now() - make_interval(days => $2)`,
    values: [tx.tenantId, days],
  });
}
