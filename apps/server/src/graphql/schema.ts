import {
  type GraphQLSchema,
  isIntrospectionType,
  isObjectType,
  lexicographicSortSchema,
  printSchema,
} from 'graphql';
import { buildSchemaSync } from 'type-graphql';
import { COST_IN_WORDS, weightOf, wholeOf } from './cost-weights.ts';
import { accessInWords } from './field-access.ts';

/** A resolver object; TypeGraphQL knows it by its class. */
export type ResolverInstance = object;

/**
 * The schema of all resolvers. Authorization is not in it: use cases decide, so that no other way in can forget to.
 */
export function assembleSchema(resolvers: readonly ResolverInstance[]): GraphQLSchema {
  const schema = schemaOf(resolvers);
  // TypeGraphQL has no place for what the roots are.
  const { Query, Mutation, Subscription } = ROOTS;
  Object.assign(schema.getQueryType() ?? {}, { description: Query });
  Object.assign(schema.getMutationType() ?? {}, { description: Mutation });
  Object.assign(schema.getSubscriptionType() ?? {}, { description: Subscription });
  tellTerms(schema);
  return schema;
}

const ROOTS = {
  Query: [
    'Everything that can be read. Staff call with the cookie of their session, programs with an API key',
    '(`Authorization: Bearer …`); texts come in Chinese, or in English where `Accept-Language` asks for it.',
    'What the caller may not see is answered as if it did not exist. A request that is malformed, unauthenticated,',
    'forbidden, or fails by our fault gives a top-level error with a stable `extensions.code`: `BAD_USER_INPUT`,',
    '`UNAUTHENTICATED`, `FORBIDDEN`, `THROTTLED` (too often), `UNAVAILABLE` (try again shortly), `INTERNAL_SERVER_ERROR`.',
    '',
    COST_IN_WORDS,
  ].join('\n'),
  Mutation: [
    'Everything that can be done: one mutation a command, with one `input` and a payload. What is refused comes back',
    'in `userErrors` and has changed nothing; what succeeds has changed everything it says.',
  ].join('\n'),
  Subscription: [
    'What is told as it happens. Messages name what changed and hold nothing of it: read it with a query, which judges',
    'what you may see. Whoever is slower than the changes gets several as one.',
  ].join('\n'),
} as const;

/** Says at the fields of the roots who may use them, and at whatever costs more than its objects what it costs. */
function tellTerms(schema: GraphQLSchema): void {
  for (const type of [schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()]) {
    for (const field of Object.values(type?.getFields() ?? {})) {
      const weight = weightOf(type?.name ?? '', field.name);
      const told = [
        ...(weight === undefined ? [] : [`Costs ${weight} points.`]),
        accessInWords(type?.name ?? '', field.name) ?? '',
      ];
      field.description = `${field.description} ${told.join(' ')}`.trim();
    }
  }
  for (const type of Object.values(schema.getTypeMap())) {
    const whole = wholeOf(type.name);
    if (whole !== undefined) {
      type.description = `${type.description} Costs ${whole} points, whatever is read of it.`;
    }
  }
}

/** Subscriptions have sources of their own; the schema library wants to be given one all the same. */
const NO_TOPICS = {
  publish: () => undefined,
  subscribe: (topic: string): never => {
    throw new Error(`There is no topic ${topic}.`);
  },
};

function schemaOf(resolvers: readonly ResolverInstance[]): GraphQLSchema {
  const byClass = new Map(resolvers.map((resolver) => [resolver.constructor, resolver]));
  const classes = [...byClass.keys()];
  const schema = buildSchemaSync({
    resolvers: classes as unknown as Parameters<typeof buildSchemaSync>[0]['resolvers'],
    container: { get: (resolver) => byClass.get(resolver) },
    pubSub: NO_TOPICS,
    validate: false,
  });
  readFieldsPlainly(schema);
  return schema;
}

/**
 * Objects are data that root fields have resolved: their fields are read and nothing more. TypeGraphQL puts a chain of
 * middlewares around each, which costs more than everything else of a page, and knows `simpleResolvers` only type by
 * type.
 */
function readFieldsPlainly(schema: GraphQLSchema): void {
  const roots = [schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()];
  for (const type of Object.values(schema.getTypeMap()).filter(isObjectType)) {
    if (roots.includes(type) || isIntrospectionType(type)) continue;
    for (const field of Object.values(type.getFields())) {
      if (field.args.length === 0) delete field.resolve;
    }
  }
}

/** The schema as it is published: sorted, so that a difference shows what changed. */
export function publishedSchema(schema: GraphQLSchema): string {
  return `${printSchema(lexicographicSortSchema(schema))}\n`;
}
