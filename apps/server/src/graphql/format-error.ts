import { unwrapResolverError } from '@apollo/server/errors';
import type { FastifyBaseLogger } from 'fastify';
import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import { isConnectionLost } from '../tenancy/connection-lost.ts';
import { UNAVAILABLE } from './errors.ts';

/** Codes that callers may see as they are: ours, and those of a malformed request. */
const TOLD = new Set([
  'UNAUTHENTICATED',
  'FORBIDDEN',
  'BAD_USER_INPUT',
  'NOT_FOUND',
  'THROTTLED',
  'UNAVAILABLE',
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'BAD_REQUEST',
  'OPERATION_RESOLUTION_FAILURE',
  'PERSISTED_QUERY_NOT_FOUND',
  'PERSISTED_QUERY_NOT_SUPPORTED',
]);

/** PostgreSQL's for a value that it cannot hold, which no check of ours caught. */
const UNHELD = /^22(021|P05|003|007|008|P02)$/;
/** PostgreSQL's for a statement that took longer than it may. */
const TOOK_TOO_LONG = '57014';

function codeOf(error: unknown): string {
  const { code } = (error ?? {}) as { readonly code?: unknown };
  return typeof code === 'string' ? code : '';
}

/** What of an error's extensions is told: its code, and when to come again. */
function told({ code = 'BAD_USER_INPUT', retryAfterSeconds }: GraphQLFormattedError['extensions'] = {}) {
  return { code, ...(retryAfterSeconds === undefined ? {} : { retryAfterSeconds }) };
}

/** Words errors for callers: those meant for them as they are, everything else as our fault, with the whole in the log. */
export function formatError(log: FastifyBaseLogger) {
  return (formatted: GraphQLFormattedError, error: unknown): GraphQLFormattedError => {
    const code = formatted.extensions?.code;
    const original = unwrapResolverError(error);
    // An error of graphql itself about variables or syntax carries no cause of ours.
    const graphql = original instanceof GraphQLError && !original.originalError;
    if ((typeof code === 'string' && TOLD.has(code)) || (graphql && code !== 'INTERNAL_SERVER_ERROR')) {
      const message =
        code === 'BAD_REQUEST' ? `请求不是有效的 GraphQL 请求。 ${formatted.message}` : formatted.message;
      return { ...formatted, message, extensions: told(formatted.extensions) };
    }
    if (UNHELD.test(codeOf(original))) {
      log.warn(original, 'A value that the database cannot hold.');
      return {
        message: '输入中有无法保存的字符或数值。 The input holds a character or number that cannot be kept.',
        ...(formatted.path ? { path: formatted.path } : {}),
        extensions: { code: 'BAD_USER_INPUT' },
      };
    }
    log.error(original, 'A request failed.');
    const passing = isConnectionLost(original) || codeOf(original) === TOOK_TOO_LONG;
    return {
      message: passing
        ? `${UNAVAILABLE.zh} ${UNAVAILABLE.en}`
        : '系统出错，已记录。 Something went wrong on our side; it has been logged.',
      ...(formatted.path ? { path: formatted.path } : {}),
      extensions: { code: passing ? 'UNAVAILABLE' : 'INTERNAL_SERVER_ERROR' },
    };
  };
}
