import type { Locale } from '@huiyin/shared';
import {
  type DocumentNode,
  type ExecutionArgs,
  GraphQLError,
  type GraphQLSchema,
  getOperationAST,
  getVariableValues,
  OperationTypeNode,
  parse,
  specifiedRules,
  validate,
} from 'graphql';
import type { SubscribePayload } from 'graphql-ws';
import type { RequestContext } from '../graphql/actor-context.ts';
import { badInput, throttled } from '../graphql/errors.ts';
import { LIMITS, MOST_TOKENS } from '../graphql/limits.ts';
import { worded } from '../graphql/word-errors.ts';

/** Subscriptions that one socket carries at a time: a page shows few things. */
const MOST_OF_SOCKET = 20;

interface ReadOptions {
  readonly schema: GraphQLSchema;
  readonly locale: Locale;
  /** Subscriptions that the socket carries with this one. */
  readonly running: number;
  readonly context: RequestContext;
}

/** A subscription as a socket brings it, checked as any other document is; or what is wrong with it. */
export function readSubscription(
  { query, operationName, variables }: SubscribePayload,
  { schema, locale, running, context }: ReadOptions,
): ExecutionArgs | readonly GraphQLError[] {
  if (running > MOST_OF_SOCKET) return [throttled(locale)];
  const refused = (errors: readonly GraphQLError[], code: string): readonly GraphQLError[] =>
    errors.map(({ message }) => {
      const said = worded({ message, extensions: { code } }, locale);
      return new GraphQLError(said.message, { extensions: { code } });
    });
  let document: DocumentNode;
  try {
    document = parse(query, { maxTokens: MOST_TOKENS });
  } catch (error) {
    return refused([error as GraphQLError], 'GRAPHQL_PARSE_FAILED');
  }
  const invalid = validate(schema, document, [...specifiedRules, ...LIMITS]);
  if (invalid.length > 0) return refused(invalid, 'GRAPHQL_VALIDATION_FAILED');
  const operation = getOperationAST(document, operationName);
  if (operation?.operation !== OperationTypeNode.SUBSCRIPTION) return [badInput(locale, SUBSCRIPTIONS_ONLY)];
  const { errors } = getVariableValues(schema, operation.variableDefinitions ?? [], variables ?? {});
  if (errors) return refused(errors, 'BAD_USER_INPUT');
  return {
    ...{ schema, document, contextValue: context },
    operationName: operationName ?? null,
    variableValues: variables ?? null,
  };
}

const SUBSCRIPTIONS_ONLY = {
  zh: '此连接只用于订阅；查询和操作请用 HTTP 发送到同一地址。',
  en: 'This socket is for subscriptions; send queries and mutations over HTTP to the same address.',
};
