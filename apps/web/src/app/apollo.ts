import { ApolloClient, ApolloLink, HttpLink, InMemoryCache } from '@apollo/client';
import { relayStylePagination } from '@apollo/client/utilities';
import { OperationTypeNode } from 'graphql';
import { currentLocale } from '../i18n/i18n.ts';
import { retryLost, watchConnection } from './connection.ts';
import { liveLink } from './live.ts';

/** Every answer is in the language of the screens. */
const inLanguage = new ApolloLink((operation, forward) => {
  operation.setContext(({ headers = {} }: { headers?: Record<string, string> }) => ({
    headers: { ...headers, 'accept-language': currentLocale() },
  }));
  return forward(operation);
});

/** The client of the server's GraphQL, with pages of a list added to one another. */
export function createClient(): ApolloClient {
  return new ApolloClient({
    link: ApolloLink.split(
      ({ operationType }) => operationType === OperationTypeNode.SUBSCRIPTION,
      liveLink,
      ApolloLink.from([
        retryLost,
        watchConnection,
        inLanguage,
        new HttpLink({ uri: '/graphql', credentials: 'same-origin' }),
      ]),
    ),
    cache: new InMemoryCache({
      possibleTypes: { ReportBlock: ['ReportFigures', 'ReportTable', 'ReportProse'] },
      typePolicies: {
        Query: {
          fields: {
            officeEvents: relayStylePagination(['filter']),
          },
        },
      },
    }),
  });
}
