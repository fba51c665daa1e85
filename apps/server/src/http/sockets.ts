import type { IncomingHttpHeaders, IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import type { ApiClientActor, StaffActor } from '@huiyin/domain';
import { negotiateLocale } from '@huiyin/shared';
import type { FastifyInstance } from 'fastify';
import type { GraphQLSchema } from 'graphql';
import { CloseCode, type Context } from 'graphql-ws';
import { type Extra, useServer } from 'graphql-ws/use/ws';
import { type WebSocket, WebSocketServer } from 'ws';
import type { RequestContext } from '../graphql/actor-context.ts';
import { type Identity, UnauthenticatedError } from '../identity/identity.ts';
import type { ChangeHub } from '../subscriptions/change-hub.ts';
import { readSubscription } from './subscription-document.ts';

export interface SocketOptions {
  readonly schema: GraphQLSchema;
  readonly identity: Identity;
  readonly changes: ChangeHub;
  /** How browsers reach us: pages from elsewhere may not use a session's cookie. */
  readonly publicUrl: string;
}

/** What may be said over a socket is a subscription, and no more than this. */
const LARGEST_MESSAGE = 65_536;
const MOST_SOCKETS_OF_ONE = 40;
/** How often it is looked whether those behind open sockets still are who they were. */
const LOOK_EVERY_MS = 5_000;
/** Try again later: the standard's own code, which clients heed. */
const TRY_LATER = 1013;

type Member = StaffActor | ApiClientActor;

interface Caller extends Record<PropertyKey, unknown> {
  /** By what they are known; kept as long as the socket is open. */
  headers?: IncomingHttpHeaders;
  actor?: Member;
}
type Socket = Context<Record<string, unknown> | undefined, Extra & Partial<Caller>>;

/** Subscriptions over WebSockets (`graphql-ws`) at `/graphql`, for those who may also call it. */
export function openSockets(app: FastifyInstance, options: SocketOptions): void {
  const { identity, publicUrl } = options;
  const open = new Set<Socket>();
  const server = new WebSocketServer({ noServer: true, maxPayload: LARGEST_MESSAGE });

  const connect = async (socket: Socket): Promise<boolean> => {
    const { request } = socket.extra;
    const headers = headersOf(socket);
    // A page from elsewhere would be sent with the visitor's cookie.
    if (!headers.authorization && !isOurs(request, publicUrl)) return false;
    const actor = await memberBehind(identity, headers);
    if (actor === 'unknown') return close(socket.extra.socket, TRY_LATER, 'Try again later');
    if (!actor) return close(socket.extra.socket, CloseCode.Unauthorized, 'Unauthorized');
    const theirs = [...open].filter(({ extra }) => extra.actor && nameOf(extra.actor) === nameOf(actor));
    if (theirs.length >= MOST_SOCKETS_OF_ONE)
      return close(socket.extra.socket, TRY_LATER, 'Too many sockets');
    Object.assign(socket.extra, { headers, actor });
    open.add(socket);
    return true;
  };

  const handler = useServer<Record<string, unknown> | undefined, Caller>(
    {
      onConnect: connect,
      onClose: (socket) => void open.delete(socket),
      onSubscribe: (socket, _id, payload) =>
        readSubscription(payload, {
          schema: options.schema,
          locale: localeOf(socket),
          running: Object.keys(socket.subscriptions).length,
          context: contextOf(socket, options),
        }),
      isProd: true,
    },
    server,
  );

  const lookAgain = async (): Promise<void> => {
    for (const socket of open) {
      const { headers = {}, actor: before } = socket.extra;
      const actor = await memberBehind(identity, headers);
      if (actor === 'unknown') continue;
      if (!actor || !before || nameOf(actor) !== nameOf(before)) {
        close(socket.extra.socket, CloseCode.Unauthorized, 'Unauthorized');
      }
    }
  };
  const timer = setInterval(() => void lookAgain(), LOOK_EVERY_MS).unref();
  identity.whenForgotten(() => void lookAgain());

  app.server.on('upgrade', (request: IncomingMessage, stream: Duplex, head: Buffer) => {
    if (new URL(request.url ?? '/', 'http://here').pathname !== '/graphql') return refuse(stream);
    server.handleUpgrade(request, stream, head, (socket) => server.emit('connection', socket, request));
  });
  app.addHook('preClose', async () => {
    clearInterval(timer);
    await handler.dispose();
    for (const socket of server.clients) socket.terminate();
  });
}

function refuse(stream: Duplex): void {
  stream.end('HTTP/1.1 404 Not Found\r\nConnection: close\r\nContent-Length: 0\r\n\r\n');
}

/** Ends a socket with its reason; never acknowledges it. */
function close(socket: WebSocket, code: number, reason: string): false {
  socket.close(code, reason);
  return false;
}

/** Who a socket belongs to, whatever else changes about them. */
function nameOf(actor: Member): string {
  return `${actor.tenantId}:${actor.kind === 'staff' ? actor.memberId : actor.keyId}`;
}

/** A key comes with the connection, or as for any other call; otherwise it is the session's cookie that counts. */
function headersOf({ connectionParams, extra }: Socket): IncomingHttpHeaders {
  const given = connectionParams?.['authorization'];
  return typeof given === 'string' ? { authorization: given } : extra.request.headers;
}

/** The page that opens the socket is ours: from where browsers reach us, or from where this very server was called. */
function isOurs({ headers }: IncomingMessage, publicUrl: string): boolean {
  const { origin = '', host } = headers;
  if (!URL.canParse(origin)) return false;
  return origin === new URL(publicUrl).origin || new URL(origin).host === host;
}

/** `undefined`: nobody who belongs to an organisation; `unknown`: it cannot be found out at the moment. */
async function memberBehind(
  identity: Identity,
  headers: IncomingHttpHeaders,
): Promise<Member | undefined | 'unknown'> {
  try {
    const actor = await identity.identify(headers);
    return actor.kind === 'staff' || actor.kind === 'apiClient' ? actor : undefined;
  } catch (error) {
    return error instanceof UnauthenticatedError ? undefined : 'unknown';
  }
}

function localeOf({ extra }: Socket) {
  return negotiateLocale(extra.request.headers['accept-language']);
}

function contextOf(socket: Socket, { identity, changes }: SocketOptions): RequestContext {
  const { actor = { kind: 'public' }, headers = {}, request, socket: stream } = socket.extra;
  return {
    request: {
      ...{ actor, locale: localeOf(socket), id: 'socket', address: request.socket.remoteAddress ?? '' },
      watch: (complaintId) => {
        if (actor.kind === 'public') throw new Error('Nobody watches.');
        return changes.watch({
          tenantId: actor.tenantId,
          ...(complaintId === undefined ? {} : { complaintId }),
          who: async () => {
            const now = await memberBehind(identity, headers);
            if (now === 'unknown') throw new Error('Who they are cannot be found out now.');
            if (!now) close(stream, CloseCode.Unauthorized, 'Unauthorized');
            return now;
          },
        });
      },
    },
  };
}
