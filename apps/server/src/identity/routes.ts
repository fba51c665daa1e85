import type { FastifyInstance } from 'fastify';
import type { Auth } from './auth.ts';
import type { Identity } from './identity.ts';

/** Mounts sign-in, sign-out, password reset and two factors under `/api/auth`. */
export function registerIdentity(
  app: FastifyInstance,
  { auth, identity }: { auth: Auth; identity: Identity },
): void {
  app.route({
    method: ['GET', 'POST'],
    url: '/api/auth/*',
    handler: async (request, reply) => {
      const url = new URL(request.url, `${request.protocol}://${request.headers.host ?? 'localhost'}`);
      const headers = new Headers();
      for (const [name, value] of Object.entries(request.headers)) {
        if (value !== undefined) headers.set(name, Array.isArray(value) ? value.join(', ') : value);
      }
      // Set by us alone: a caller cannot choose by which address it is throttled.
      headers.set('x-huiyin-client', request.ip);
      const body = request.method === 'POST' ? JSON.stringify(request.body ?? {}) : null;
      if (body !== null) headers.set('content-type', 'application/json');
      headers.delete('content-length');
      const response = await auth.handler(new Request(url, { method: request.method, headers, body }));
      // A sign-in or sign-out changes who a cookie belongs to.
      identity.forgetAll();
      reply.status(response.status);
      for (const [name, value] of response.headers) if (name !== 'set-cookie') reply.header(name, value);
      const cookies = response.headers.getSetCookie();
      if (cookies.length > 0) reply.header('set-cookie', cookies);
      return reply.send(response.body ? Buffer.from(await response.arrayBuffer()) : null);
    },
  });
}
