import { unwrapResolverError } from '@apollo/server/errors';
import type { FastifyBaseLogger } from 'fastify';
import { GraphQLError, type GraphQLFormattedError } from 'graphql';

/** Codes that callers may see as they are: ours, and those of a malformed request. */
const TOLD = new Set([
  'UNAUTHENTICATED',
  'FORBIDDEN',
  'BAD_USER_INPUT',
  'NOT_FOUND',
  'THROTTLED',
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'BAD_REQUEST',
  'OPERATION_RESOLUTION_FAILURE',
  'PERSISTED_QUERY_NOT_FOUND',
  'PERSISTED_QUERY_NOT_SUPPORTED',
]);

/** Faults of the moment that a caller does well to try again after. */
const PASSING =
  /timeout exceeded when trying to connect|ECONNREFUSED|Connection terminated|terminating connection/;

/** Words errors for callers: those meant for them as they are, everything else as our fault, with the whole in the log. */
export function formatError(log: FastifyBaseLogger) {
  return (formatted: GraphQLFormattedError, error: unknown): GraphQLFormattedError => {
    const code = formatted.extensions?.code;
    const original = unwrapResolverError(error);
    // An error of graphql itself about variables or syntax carries no cause of ours.
    const graphql = original instanceof GraphQLError && !original.originalError;
    if ((typeof code === 'string' && TOLD.has(code)) || (graphql && code !== 'INTERNAL_SERVER_ERROR')) {
      return { ...formatted, extensions: { code: code ?? 'BAD_USER_INPUT' } };
    }
    log.error(original, 'A request failed.');
    const passing = PASSING.test((original as Error)?.message ?? '');
    return {
      message: passing
        ? '暂时无法处理，请稍后再试。 Not possible at the moment; try again shortly.'
        : '系统出错，已记录。 Something went wrong on our side; it has been logged.',
      ...(formatted.path ? { path: formatted.path } : {}),
      extensions: { code: passing ? 'UNAVAILABLE' : 'INTERNAL_SERVER_ERROR' },
    };
  };
}
