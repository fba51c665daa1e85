import { type GraphQLSchema, lexicographicSortSchema, printSchema } from 'graphql';
import { buildSchemaSync } from 'type-graphql';

/** A resolver object; TypeGraphQL knows it by its class. */
export type ResolverInstance = object;

/**
 * The schema of all resolvers. Authorization is not in it: use cases decide, so that no other way in can forget to.
 */
export function assembleSchema(resolvers: readonly ResolverInstance[]): GraphQLSchema {
  const byClass = new Map(resolvers.map((resolver) => [resolver.constructor, resolver]));
  const classes = [...byClass.keys()];
  return buildSchemaSync({
    resolvers: classes as unknown as Parameters<typeof buildSchemaSync>[0]['resolvers'],
    container: { get: (resolver) => byClass.get(resolver) },
    validate: false,
  });
}

/** The schema as it is published: sorted, so that a difference shows what changed. */
export function publishedSchema(schema: GraphQLSchema): string {
  return `${printSchema(lexicographicSortSchema(schema))}\n`;
}
