import type { IncomingHttpHeaders, IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { negotiateLocale } from '@huiyin/shared';
import type { FastifyInstance } from 'fastify';
import type { GraphQLSchema } from 'graphql';
import { CloseCode, type Context } from 'graphql-ws';
import { type Extra, useServer } from 'graphql-ws/use/ws';
import { WebSocket, WebSocketServer } from 'ws';
import { type Audience, isOurs, type Seat } from './audience.ts';
import { readSubscription } from './subscription-document.ts';

export interface ListenOptions {
  readonly schema: GraphQLSchema;
  readonly audience: Audience;
  /** How browsers reach us: pages from elsewhere may not use a session's cookie. */
  readonly publicUrl: string;
}

/** What may be said over a socket is a subscription, and no more than this. */
const LARGEST_MESSAGE = 65_536;
/** Try again later: the standard's own code, which clients heed. */
const TRY_LATER = 1013;

interface Caller extends Record<PropertyKey, unknown> {
  seat?: Seat;
}
type Socket = Context<Record<string, unknown> | undefined, Extra & Partial<Caller>>;

/** Subscriptions over WebSockets (`graphql-ws`) at `/graphql`, for those who may also call it. */
export function openSockets(app: FastifyInstance, { schema, audience, publicUrl }: ListenOptions): void {
  const server = new WebSocketServer({ noServer: true, maxPayload: LARGEST_MESSAGE });

  const connect = async (context: Socket): Promise<boolean> => {
    const { request, socket } = context.extra;
    const headers = headersOf(context);
    // A page from elsewhere would be sent with the visitor's cookie.
    if (!headers.authorization && !isOurs(request.headers, publicUrl)) return false;
    const unauthorized = () => close(socket, CloseCode.Unauthorized, 'Unauthorized');
    const seat = await audience.admit(headers, unauthorized);
    if (seat === 'nobody') return unauthorized();
    if (seat === 'unknown') return close(socket, TRY_LATER, 'Try again later');
    if (seat === 'tooMany') return close(socket, TRY_LATER, 'Too many sockets');
    if (socket.readyState !== WebSocket.OPEN) audience.leave(seat);
    context.extra.seat = seat;
    return true;
  };

  const handler = useServer<Record<string, unknown> | undefined, Caller>(
    {
      onConnect: connect,
      onClose: ({ extra: { seat } }) => seat && audience.leave(seat),
      onSubscribe: (context, _id, payload) => {
        const { request, seat } = context.extra;
        if (!seat) throw new Error('Whoever was not admitted subscribes to nothing.');
        const locale = negotiateLocale(request.headers['accept-language']);
        const address = request.socket.remoteAddress ?? '';
        return readSubscription(payload, {
          ...{ schema, locale, running: Object.keys(context.subscriptions).length },
          context: audience.contextOf({ seat, locale, id: 'socket', address }),
        });
      },
      isProd: true,
    },
    server,
  );

  app.server.on('upgrade', (request: IncomingMessage, stream: Duplex, head: Buffer) => {
    if (new URL(request.url ?? '/', 'http://here').pathname !== '/graphql') return refuse(stream);
    server.handleUpgrade(request, stream, head, (socket) => server.emit('connection', socket, request));
  });
  app.addHook('preClose', async () => {
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

/** A key comes with the connection, or as for any other call; otherwise it is the session's cookie that counts. */
function headersOf({ connectionParams, extra }: Socket): IncomingHttpHeaders {
  const given = connectionParams?.['authorization'];
  return typeof given === 'string' ? { authorization: given } : extra.request.headers;
}
