import { once } from 'node:events';
import type { ServerResponse } from 'node:http';
import { negotiateLocale } from '@huiyin/shared';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { type ExecutionResult, subscribe } from 'graphql';
import type { SubscribePayload } from 'graphql-ws';
import { z } from 'zod';
import { UNAVAILABLE, unauthenticated } from '../graphql/errors.ts';
import { isOurs, type NoSeat, type Seat } from './audience.ts';
import { HttpError, UNAUTHENTICATED } from './callers.ts';
import type { ListenOptions } from './sockets.ts';
import { readSubscription } from './subscription-document.ts';

/** What is asked is a subscription, and no more than this. */
const LARGEST_BODY = 65_536;
/** Proxies drop what says nothing for long. */
const SAY_SOMETHING_MS = 12_000;

const asked = z.object({
  query: z.string(),
  operationName: z.string().nullish(),
  variables: z.record(z.string(), z.unknown()).nullish(),
});

/**
 * Subscriptions as server-sent events at `/graphql/stream`: the protocol of `graphql-sse` with a connection for each,
 * so that any server can answer. Not by that library: it takes letters as fast as they come and keeps them for whoever
 * reads slowly; here the next is taken when the last was read.
 */
export function openStreams(app: FastifyInstance, options: ListenOptions): void {
  const { schema, audience, publicUrl } = options;
  const open = new Set<ServerResponse>();

  app.route({
    ...{ method: ['GET', 'POST'], url: '/graphql/stream', bodyLimit: LARGEST_BODY },
    async handler(request, reply) {
      const { headers, id, ip: address } = request;
      if (!headers.accept?.includes('text/event-stream')) throw EVENTS_ONLY;
      const payload = payloadOf(request);
      if (!headers.authorization && !isOurPage(request, publicUrl)) throw ELSEWHERE;
      const locale = negotiateLocale(headers['accept-language']);
      const away = new AbortController();
      const seat = admitted(await audience.admit(headers, () => away.abort()));
      const stream = reply.raw;
      const over = AbortSignal.any([away.signal, closing(stream)]);
      open.add(stream);
      try {
        const args = readSubscription(payload, {
          ...{ schema, locale, running: 1 },
          context: audience.contextOf({ seat, locale, id, address }),
        });
        const letters = 'schema' in args ? await subscribe(args) : { errors: [...args] };
        reply.hijack();
        await sendAll({ stream, letters: 'next' in letters ? letters : only(letters), over });
        if (away.signal.aborted) stream.write(eventOf('next', { errors: [unauthenticated(locale)] }));
        stream.end(eventOf('complete'));
      } finally {
        audience.leave(seat);
        open.delete(stream);
      }
    },
  });
  // A connection that breaks is one that clients open again, at another server.
  app.addHook('preClose', async () => {
    for (const stream of open) stream.destroy();
  });
}

export interface Sending {
  readonly stream: ServerResponse;
  readonly letters: AsyncGenerator<ExecutionResult, void, void>;
  /** Nobody reads any more, or may. */
  readonly over: AbortSignal;
}

/** Ends when the letters do, or when it is over. */
export async function sendAll({ stream, letters, over }: Sending): Promise<void> {
  const stop = (): void => void letters.return();
  over.addEventListener('abort', stop, { once: true });
  if (over.aborted) stop();
  stream.writeHead(200, {
    'content-type': 'text/event-stream; charset=utf-8',
    // A connection carries one stream: kept open after it, it would keep a server from stopping.
    connection: 'close',
    'cache-control': 'no-store',
    // Said to nginx: what is told now is to arrive now.
    'x-accel-buffering': 'no',
  });
  stream.write(SOMETHING);
  const timer = setInterval(() => stream.writableNeedDrain || stream.write(SOMETHING), SAY_SOMETHING_MS);
  try {
    for await (const letter of letters) {
      if (over.aborted) break;
      if (!stream.write(eventOf('next', letter))) await once(stream, 'drain', { signal: over });
    }
  } catch (error) {
    if (over.aborted) return;
    stream.destroy();
    throw error;
  } finally {
    clearInterval(timer);
  }
}

const SOMETHING = ':\n\n';

function eventOf(event: 'next' | 'complete', data?: ExecutionResult): string {
  return `event: ${event}\ndata: ${data ? JSON.stringify(data) : ''}\n\n`;
}

/** What is wrong with a subscription is told as its only letter. */
async function* only(letter: ExecutionResult): AsyncGenerator<ExecutionResult, void, void> {
  yield letter;
}

function closing(stream: ServerResponse): AbortSignal {
  const closed = new AbortController();
  stream.once('close', () => closed.abort());
  if (stream.destroyed) closed.abort();
  return closed.signal;
}

/** @throws HttpError 400 */
function payloadOf({ method, query, body }: FastifyRequest): SubscribePayload {
  const { data, success } = asked.safeParse(method === 'GET' ? fromAddress(query) : body);
  if (!success) throw NO_QUERY;
  return { ...data };
}

function fromAddress(query: unknown): unknown {
  const { variables, ...rest } = query as Record<string, unknown>;
  if (typeof variables !== 'string') return rest;
  try {
    return { ...rest, variables: JSON.parse(variables) };
  } catch {
    throw NO_QUERY;
  }
}

/** A browser names no origin when a page asks its own server with GET, but says that it is its own. */
function isOurPage({ headers }: FastifyRequest, publicUrl: string): boolean {
  if (headers.origin === undefined) return headers['sec-fetch-site'] === 'same-origin';
  return isOurs(headers, publicUrl);
}

/** @throws HttpError 401, 429, 503 */
function admitted(seat: Seat | NoSeat): Seat {
  if (typeof seat === 'object') return seat;
  throw REFUSED[seat];
}

const REFUSED: Readonly<Record<NoSeat, HttpError>> = {
  nobody: UNAUTHENTICATED,
  tooMany: new HttpError(429, 'THROTTLED', {
    zh: '同时打开的订阅连接过多。请先关闭不用的连接。',
    en: 'Too many subscriptions are open at a time. Close those that are not needed.',
  }),
  unknown: new HttpError(503, 'UNAVAILABLE', UNAVAILABLE),
};
const EVENTS_ONLY = new HttpError(406, 'NOT_ACCEPTABLE', {
  zh: '此地址只以事件流应答，请在 Accept 中写明 text/event-stream。',
  en: 'Events are all that is answered here: accept text/event-stream.',
});
const NO_QUERY = new HttpError(400, 'BAD_REQUEST', {
  zh: '请在 query 中给出订阅；variables 须为 JSON 对象。',
  en: 'Give a subscription as query, and variables as a JSON object.',
});
const ELSEWHERE = new HttpError(403, 'FORBIDDEN', {
  zh: '其他网站的页面不能使用登录会话。请改用密钥。',
  en: 'Pages of other sites may not use a session. Use a key.',
});
