import type { AddressInfo } from 'node:net';
import { type Client, createClient } from 'graphql-ws';
import { WebSocket } from 'ws';
import { Background } from '../outbox/background.ts';
import { announceChanges, CHANNEL } from '../subscriptions/message.ts';
import { Listener } from '../tenancy/listener.ts';
import { type CallerHeaders, openTestApi, type TestApi } from './api.fixture.ts';

/** A server with its port, its timer and its ear: sockets reach it, and it hears other servers. */
export interface LiveServer {
  readonly api: TestApi;
  readonly port: number;
  /** A client whose socket is opened with these headers. */
  client(headers: CallerHeaders, connectionParams?: Record<string, unknown>): Client;
  close(): Promise<void>;
}

/** @param beside the server that it stands beside, on the same database */
export async function openLiveServer(beside?: LiveServer): Promise<LiveServer> {
  const api = await openTestApi(beside?.api);
  const { database, services, appUrl } = api.office;
  const { casework, changes, retentions } = services;
  const fail = (error: unknown): void => console.error(error);
  const background = new Background({
    ...{ database, casework, subscribers: [announceChanges], onError: fail },
    alsoLook: [(actor) => retentions.lookNowAndThen(actor)],
  });
  const listening = Promise.withResolvers<void>();
  const listener = new Listener({
    ...{ url: appUrl, channel: CHANNEL, onError: () => undefined },
    onMessage: (payload) => changes.hear(payload),
    onListening: () => {
      changes.missed();
      listening.resolve();
    },
  });
  await listening.promise;
  background.start();
  await api.app.listen({ port: 0, host: '127.0.0.1' });
  const { port } = api.app.server.address() as AddressInfo;
  return {
    ...{ api, port },
    client: (headers, connectionParams = {}) =>
      createClient({
        url: `ws://127.0.0.1:${port}/graphql`,
        connectionParams,
        retryAttempts: 0,
        webSocketImpl: class extends WebSocket {
          constructor(url: string, protocol: string) {
            super(url, protocol, { headers });
          }
        },
      }),
    async close() {
      await background.stop();
      await listener.stop();
      await api.close();
    },
  };
}
