import type { Actor, OversightActor, TenantActor } from '@huiyin/domain';
import { inLocale, type Locale, type Localized, negotiateLocale } from '@huiyin/shared';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { FileRefusedError } from '../files/file-store.ts';
import { UNAVAILABLE } from '../graphql/errors.ts';
import { type Identity, UnauthenticatedError } from '../identity/identity.ts';
import { isConnectionLost } from '../tenancy/connection-lost.ts';

/** An answer other than success to a plain HTTP request: what is wrong and what to do. */
export class HttpError extends Error {
  override readonly name = 'HttpError';
  readonly status: number;
  readonly code: string;
  readonly text: Localized;

  constructor(status: number, code: string, text: Localized) {
    super(text.en);
    this.status = status;
    this.code = code;
    this.text = text;
  }
}

/** The same for what is another organisation's and for what never was. */
export function notFound(): HttpError {
  return new HttpError(404, 'NOT_FOUND', { zh: '没有找到。', en: 'There is no such thing.' });
}

/** Who makes a plain HTTP request, and in which language they are answered. */
export interface Callers {
  localeOf(request: FastifyRequest): Locale;
  /** The caller inside one organisation, by the headers of a request. @throws HttpError 401 */
  actorOf(request: Pick<FastifyRequest, 'headers'>): Promise<TenantActor>;
  /** The caller across organisations. @throws HttpError 401 */
  overseerOf(request: Pick<FastifyRequest, 'headers'>): Promise<OversightActor>;
}

/** Routes of a feature. */
export type Routes = (app: FastifyInstance, callers: Callers) => void | Promise<void>;

export const UNAUTHENTICATED = new HttpError(401, 'UNAUTHENTICATED', {
  zh: '请先登录，或提供有效的密钥。',
  en: 'Sign in, or give a valid key.',
});

/** Callers of plain routes, told apart as those of GraphQL are. */
export function callersOf(identity: Identity): Callers {
  return {
    localeOf: (request) => negotiateLocale(request.headers['accept-language']),
    async actorOf(request) {
      const actor = await identified(identity, request);
      if (actor?.kind === 'staff' || actor?.kind === 'apiClient') return actor;
      throw UNAUTHENTICATED;
    },
    async overseerOf(request) {
      const actor = await identified(identity, request);
      if (actor?.kind === 'oversight') return actor;
      throw UNAUTHENTICATED;
    },
  };
}

/** Who it is; `undefined` for a key or a session that is none. */
async function identified(
  identity: Identity,
  { headers }: Pick<FastifyRequest, 'headers'>,
): Promise<Actor | undefined> {
  try {
    return await identity.identify(headers);
  } catch (error) {
    if (error instanceof UnauthenticatedError) return undefined;
    throw error;
  }
}

const STATUS_OF_REFUSED_FILE = { TOO_LARGE: 413, TYPE_NOT_ALLOWED: 415, EMPTY: 400 } as const;
const FAULT: Localized = {
  zh: '服务器出错，您的请求没有完成。请稍后再试。',
  en: 'The server failed and your request was not carried out. Try again later.',
};

/** Errors of plain routes as `{error: {code, message}}`; what is our own fault is told as that and nothing more. */
export function answerErrors(app: FastifyInstance, callers: Callers): void {
  app.setErrorHandler((error, request, reply: FastifyReply) => {
    const answer = (status: number, code: string, text: Localized) =>
      reply.status(status).send({ error: { code, message: inLocale(text, callers.localeOf(request)) } });
    if (error instanceof HttpError) return answer(error.status, error.code, error.text);
    if (error instanceof FileRefusedError) {
      return answer(STATUS_OF_REFUSED_FILE[error.code], error.code, error.text);
    }
    const { statusCode = 500, message } = error as { statusCode?: number; message: string };
    if (statusCode < 500)
      return answer(statusCode, 'BAD_REQUEST', { zh: `请求有误：${message}`, en: message });
    request.log.error(error, 'A request failed.');
    if (isConnectionLost(error)) return answer(503, 'UNAVAILABLE', UNAVAILABLE);
    return answer(500, 'INTERNAL_SERVER_ERROR', FAULT);
  });
}
