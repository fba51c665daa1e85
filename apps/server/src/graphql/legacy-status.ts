import type { ApolloServerPlugin } from '@apollo/server';
import type { RequestContext } from './actor-context.ts';

/** Mistakes in what is asked, as against a request that is none. */
const MISTAKES = new Set(['GRAPHQL_PARSE_FAILED', 'GRAPHQL_VALIDATION_FAILED', 'BAD_USER_INPUT']);

/**
 * Whoever takes plain `application/json` is told of a mistake with status 200, as "GraphQL over HTTP" asks for: what
 * stands between may answer 400 too, and only the new media type tells the two apart.
 */
export const legacyStatus: ApolloServerPlugin<RequestContext> = {
  async requestDidStart({ request }) {
    const knows = request.http?.headers.get('accept')?.includes('application/graphql-response+json');
    return {
      async willSendResponse({ response: { body, http } }) {
        if (knows || http.status !== 400 || body.kind !== 'single') return;
        const codes = (body.singleResult.errors ?? []).map(({ extensions }) => String(extensions?.code));
        if (codes.length > 0 && codes.every((code) => MISTAKES.has(code))) http.status = 200;
      },
    };
  },
};
