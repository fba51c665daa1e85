import { maxAliasesRule } from '@escape.tech/graphql-armor-max-aliases';
import { maxDepthRule } from '@escape.tech/graphql-armor-max-depth';
import { GraphQLError, type ValidationContext, type ValidationRule } from 'graphql';

/** The deepest that a query nests; everything of a complaint is reached within half of it. */
const DEEPEST = 15;
/** Aliases of one document: a program that has more to send sends it in several requests. */
const MOST_ALIASES = 30;
/** Words and signs of one document; ten times what our own largest has. */
export const MOST_TOKENS = 10_000;

const settings = (most: number, what: string) => ({
  n: most,
  propagateOnRejection: false,
  onReject: [
    (context: ValidationContext | null) =>
      context?.reportError(new GraphQLError(`The document has more than ${most} ${what}.`)),
  ],
});

/** What no document may ask, beside what the schema itself refuses: one request must not keep the server to itself. */
export const LIMITS: readonly ValidationRule[] = [
  maxDepthRule(settings(DEEPEST, 'levels')) as unknown as ValidationRule,
  maxAliasesRule(settings(MOST_ALIASES, 'aliases')) as unknown as ValidationRule,
];
