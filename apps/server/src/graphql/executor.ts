import { createHash } from 'node:crypto';
import type { GatewayExecutor, GatewayInterface } from '@apollo/server-gateway-interface';
import {
  type DocumentNode,
  type ExecutionResult,
  execute,
  GraphQLError,
  type GraphQLSchema,
  getOperationAST,
  getVariableValues,
  OperationTypeNode,
  print,
  type VariableDefinitionNode,
} from 'graphql';
import { type CompiledQuery, compileQuery, isCompiledQuery } from 'graphql-jit';
import type { Meter } from '../metering/meter.ts';
import type { RequestContext } from './actor-context.ts';
import { type CostPlan, costPlanOf } from './cost.ts';
import { accessOf, type FieldAccess, whyShut } from './field-access.ts';
import { payFor } from './pay.ts';

/** Compiled operations kept; the oldest make room. Our own web application has fewer than a hundred. */
const MOST_COMPILED = 500;

/** Errors of variables that are told; a list of ten thousand wrong values is not answered with as many. */
const MOST_ERRORS = 20;

/** A compiled operation with the variables that it declares. */
interface Compiled {
  /** `null`: it cannot be compiled and is interpreted. */
  readonly query: CompiledQuery | null;
  readonly variables: readonly VariableDefinitionNode[];
  readonly cost: CostPlan;
  readonly access: readonly FieldAccess[];
}

/**
 * Runs operations as compiled functions (half the CPU of interpreting them), cached by document and operation name.
 * Apollo Server takes an executor through its gateway interface; what cannot be compiled is interpreted.
 */
export function compilingGateway(schema: GraphQLSchema, meter: Meter): GatewayInterface {
  const compiled = new Map<string, Compiled>();

  const compiledFor = (key: string, document: DocumentNode, operationName: string | null): Compiled => {
    const known = compiled.get(key);
    if (known !== undefined) return known;
    const result = compileQuery(schema, document, operationName ?? undefined);
    const found = {
      query: isCompiledQuery(result) ? result : null,
      variables: getOperationAST(document, operationName)?.variableDefinitions ?? [],
      cost: costPlanOf(schema, document, operationName),
      access: accessOf(schema, document, operationName),
    };
    if (compiled.size >= MOST_COMPILED) {
      const oldest = compiled.keys().next().value;
      if (oldest !== undefined) compiled.delete(oldest);
    }
    compiled.set(key, found);
    return found;
  };

  const executor: GatewayExecutor = async ({ document, operationName, queryHash, request, context }) => {
    // Which operation is meant is not plain: graphql itself says so, whoever names none that is there.
    if (!getOperationAST(document, request.operationName))
      return execute({ schema, document, operationName: request.operationName ?? null });
    if (getOperationAST(document, operationName)?.operation === OperationTypeNode.SUBSCRIPTION)
      return { errors: [SOCKETS_ONLY] };
    const key = `${queryHash || createHash('sha256').update(print(document)).digest('hex')}:${operationName ?? ''}`;
    const { query, variables, cost, access } = compiledFor(key, document, operationName);
    const shut = whyShut(access, context as RequestContext);
    if (shut) return { errors: [shut] };
    // By graphql itself: the compiled reading of variables knows no defaults inside of inputs.
    const { coerced, errors: wrong } = getVariableValues(schema, variables, request.variables ?? {}, {
      maxErrors: MOST_ERRORS,
    });
    if (wrong) return { errors: wrong.map(asBadInput) };
    return payFor({ meter, cost, variables: coerced, context: context as RequestContext }, async () => {
      if (query) return asGraphQL((await query.query(undefined, context, coerced)) as ExecutionResult);
      return execute({
        ...{ schema, document, contextValue: context, operationName },
        variableValues: request.variables,
      });
    });
  };

  return {
    onSchemaLoadOrUpdate(callback) {
      callback({ apiSchema: schema, coreSupergraphSdl: '' });
      return () => undefined;
    },
    load: async () => ({ executor }),
    stop: async () => undefined,
  };
}

const SOCKETS_ONLY = new GraphQLError('Subscriptions go over a WebSocket (graphql-ws) at the same path.', {
  extensions: { code: 'BAD_REQUEST' },
});

function asGraphQL({ errors, ...rest }: ExecutionResult): ExecutionResult {
  return errors ? { ...rest, errors: errors.map(asGraphQLError) } : rest;
}

function asBadInput({ message }: GraphQLError): GraphQLError {
  return new GraphQLError(message, { extensions: { code: 'BAD_USER_INPUT' } });
}

/** A compiled operation's errors look like graphql's own and lack what those always have. */
function asGraphQLError({ message, path, originalError, extensions }: GraphQLError): GraphQLError {
  return new GraphQLError(message, {
    ...(path ? { path } : {}),
    ...(originalError ? { originalError } : {}),
    extensions: { ...extensions },
  });
}
