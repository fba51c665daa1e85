import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { ApolloServer } from '@apollo/server';
import { ApolloServerPluginCacheControlDisabled } from '@apollo/server/plugin/disabled';
import fastifyApollo, { fastifyApolloDrainPlugin } from '@as-integrations/fastify';
import fastifyStatic from '@fastify/static';
import { negotiateLocale } from '@huiyin/shared';
import Fastify, { type FastifyInstance, type FastifyRequest } from 'fastify';
import type { GraphQLSchema } from 'graphql';
import helmet from 'helmet';
import type { RequestContext } from '../graphql/actor-context.ts';
import { unauthenticated, unavailable } from '../graphql/errors.ts';
import { compilingGateway } from '../graphql/executor.ts';
import { formatError } from '../graphql/format-error.ts';
import { legacyStatus } from '../graphql/legacy-status.ts';
import { LIMITS, MOST_TOKENS } from '../graphql/limits.ts';
import { wordErrors } from '../graphql/word-errors.ts';
import type { Auth } from '../identity/auth.ts';
import { type Identity, UnauthenticatedError } from '../identity/identity.ts';
import { registerIdentity } from '../identity/routes.ts';
import type { Meter } from '../metering/meter.ts';
import type { ChangeHub } from '../subscriptions/change-hub.ts';
import { isConnectionLost } from '../tenancy/connection-lost.ts';
import { Audience } from './audience.ts';
import { answerErrors, callersOf, type Routes } from './callers.ts';
import { openSockets } from './sockets.ts';
import { openStreams } from './streams.ts';

export interface AppOptions {
  readonly schema: GraphQLSchema;
  readonly identity: Identity;
  readonly auth: Auth;
  readonly changes: ChangeHub;
  readonly meter: Meter;
  /** How browsers reach us. */
  readonly publicUrl: string;
  readonly logLevel: string;
  /** Whether the database answers and every migration is applied. */
  readonly isReady: () => Promise<boolean>;
  /** Folder of the built web application; absent in tests of the API alone. */
  readonly webFolder?: string;
  /** Further routes: files, imports, reports. */
  readonly routes: readonly Routes[];
}

/** The largest request body that is not a file: a long complaint with its details. */
const BODY_LIMIT = 1_048_576;

/** Built once: the plugin of helmet for Fastify would build it for every request. Scripts come from us alone. */
const securityHeaders = (styleSrc: readonly string[]) =>
  helmet({
    contentSecurityPolicy: {
      directives: {
        defaultSrc: ["'self'"],
        styleSrc,
        imgSrc: ["'self'", 'data:', 'blob:'],
        fontSrc: ["'self'", 'data:'],
        upgradeInsecureRequests: null,
      },
    },
    strictTransportSecurity: false,
  });
/** Ant Design writes its styles at run time; the public pages do without. */
const workplaceHeaders = securityHeaders(["'self'", "'unsafe-inline'"]);
const publicHeaders = securityHeaders(["'self'"]);
const PUBLIC_PAGE = /^\/o([/?]|$)/;

/** The HTTP face: GraphQL, sign-in, files, health, and the web application, on one port. */
export async function buildApp(options: AppOptions): Promise<FastifyInstance> {
  const { schema, identity, auth, changes, meter, publicUrl, logLevel, isReady, webFolder, routes } = options;
  const app = Fastify({
    logger: { level: logLevel, redact: ['req.headers.authorization', 'req.headers.cookie'] },
    bodyLimit: BODY_LIMIT,
    // A proxy on this machine says who called it; nobody else may say so for themselves.
    trustProxy: 'loopback',
    forceCloseConnections: 'idle',
  });
  app.addHook('onRequest', (request, reply, done) => {
    const headers = PUBLIC_PAGE.test(request.url) ? publicHeaders : workplaceHeaders;
    headers(request.raw, reply.raw, () => done());
  });

  app.get('/healthz', async () => ({ status: 'alive' }));
  app.get('/readyz', async (_request, reply) => {
    const ready = await isReady();
    return reply.status(ready ? 200 : 503).send({ status: ready ? 'ready' : 'not ready' });
  });
  const callers = callersOf(identity);
  answerErrors(app, callers);
  registerIdentity(app, { auth, identity });

  const apollo = new ApolloServer<RequestContext>({
    gateway: compilingGateway(schema, meter),
    introspection: true,
    // Errors are ours to word; what is not ours is told as our fault and nothing more.
    formatError: formatError(app.log),
    includeStacktraceInErrorResponses: false,
    validationRules: [...LIMITS],
    parseOptions: { maxTokens: MOST_TOKENS },
    plugins: [
      fastifyApolloDrainPlugin(app),
      // It would watch every field of every answer for hints that our schema does not give.
      ApolloServerPluginCacheControlDisabled(),
      wordErrors,
      legacyStatus,
    ],
    stopOnTerminationSignals: false,
  });
  await apollo.start();
  // No page from elsewhere can send a key: a browser asks us first, and we allow none. So a plain GET will do.
  app.addHook('onRequest', (request, _reply, done) => {
    if (request.headers.authorization) request.headers['apollo-require-preflight'] = 'key';
    done();
  });
  await app.register(fastifyApollo(apollo), {
    path: '/graphql',
    context: async (request) => requestContext(identity, request),
  });
  const audience = new Audience({ identity, changes });
  app.addHook('preClose', async () => audience.stop());
  openSockets(app, { schema, audience, publicUrl });
  openStreams(app, { schema, audience, publicUrl });
  for (const route of routes) await route(app, callers);
  if (webFolder && existsSync(join(webFolder, 'index.html'))) await serveWeb(app, webFolder);
  return app;
}

async function requestContext(identity: Identity, request: FastifyRequest): Promise<RequestContext> {
  const locale = negotiateLocale(request.headers['accept-language']);
  try {
    const { id, ip: address } = request;
    return { request: { actor: await identity.identify(request.headers), locale, id, address } };
  } catch (error) {
    if (error instanceof UnauthenticatedError) throw unauthenticated(locale);
    if (isConnectionLost(error)) throw unavailable(locale);
    throw error;
  }
}

/** The built web application; a path of its own router gets its first page. */
async function serveWeb(app: FastifyInstance, folder: string): Promise<void> {
  await app.register(fastifyStatic, {
    root: folder,
    preCompressed: true,
    setHeaders: (reply, path) => {
      const hashed = path.includes('/assets/');
      reply.header('cache-control', hashed ? 'public, max-age=31536000, immutable' : 'no-cache');
    },
  });
  app.setNotFoundHandler((request, reply) => {
    const page = /^(GET|HEAD)$/.test(request.method) && (request.headers.accept ?? '').includes('text/html');
    return page ? reply.sendFile('index.html') : reply.status(404).send({ error: 'Not found' });
  });
}
