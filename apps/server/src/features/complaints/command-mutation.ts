import type { Command, CommandInput, CommandType } from '@huiyin/domain';
import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, Field, ID, Info, InputType, Int, Mutation, Resolver } from 'type-graphql';
import type { RequestContext } from '../../graphql/actor-context.ts';
import { uuidOf } from '../../graphql/global-id.ts';
import { IDEMPOTENCY_KEY } from '../../graphql/idempotency-key.ts';
import { VERSION } from '../../graphql/version.ts';
import type { ComplaintMutations } from './complaint-mutations.ts';
import { type CommandInputBase, type Constructor, namedClass, type Payload, payloadType } from './payload.ts';

/**
 * One mutation a command: `complaintAccept(input: ComplaintAcceptInput!): ComplaintAcceptPayload!`. Declared in a table,
 * made with TypeGraphQL's decorators called as functions, so that all carry the same identity, version, idempotency
 * and errors.
 */

/** A field of a command's input. */
export interface InputField {
  readonly type: () => unknown;
  readonly description: string;
  readonly optional?: boolean;
  /** The field is a global id of this type, and becomes the UUID behind it. */
  readonly idOf?: string;
}

/** A mutation on a complaint that exists. */
export interface CommandMutation<T extends Exclude<CommandType, 'REGISTER'>> {
  readonly command: T;
  /** Verb: `Accept` gives `complaintAccept`. */
  readonly verb: string;
  readonly description: string;
  readonly fields: Readonly<Record<string, InputField>>;
  /** Turns the input, with ids resolved, into the command; absent when the fields are the command's own. */
  readonly toCommand?: (input: Readonly<Record<string, unknown>>) => CommandInput<T>;
}

export function commandMutation<T extends Exclude<CommandType, 'REGISTER'>>(
  declared: CommandMutation<T>,
): CommandMutation<T> {
  return declared;
}

type AnyMutation = CommandMutation<Exclude<CommandType, 'REGISTER'>>;
const BASE_FIELDS: Readonly<Record<keyof CommandInputBase, InputField>> = {
  id: { type: () => ID, description: 'Global id of the complaint.' },
  version: {
    type: () => Int,
    optional: true,
    description: VERSION,
  },
  idempotencyKey: {
    type: () => String,
    optional: true,
    description: IDEMPOTENCY_KEY,
  },
};

function inputType(
  name: string,
  description: string,
  fields: Readonly<Record<string, InputField>>,
): Constructor {
  const input = namedClass(name);
  for (const [key, { type, description: said, optional = false }] of Object.entries(fields)) {
    Field(type as () => StringConstructor, { nullable: optional, description: said })(input.prototype, key);
  }
  InputType({ description })(input);
  return input;
}

/** The command that an input asks for; the name of the field whose id is none, if there is one. */
function commandFrom(
  mutation: AnyMutation,
  input: Readonly<Record<string, unknown>>,
): { readonly command: Exclude<Command, { type: 'REGISTER' }> } | { readonly unknownId: string } {
  const values: Record<string, unknown> = {};
  for (const [key, { idOf }] of Object.entries(mutation.fields)) {
    const value = input[key];
    if (value === undefined || value === null) continue;
    const resolved = idOf ? uuidOf(String(value), idOf) : value;
    if (resolved === undefined) return { unknownId: key };
    values[key] = resolved;
  }
  const data = mutation.toCommand ? mutation.toCommand(values) : values;
  // Inputs are instances of their classes; what an event keeps is plain.
  const plain = JSON.parse(JSON.stringify(data)) as object;
  return { command: { ...plain, type: mutation.command } as Exclude<Command, { type: 'REGISTER' }> };
}

/** A resolver class with a method for every mutation of the table. */
export function commandResolver(mutations: readonly AnyMutation[], complaints: ComplaintMutations): object {
  const resolver = namedClass('ComplaintCommandResolver');
  for (const mutation of mutations) {
    const name = `complaint${mutation.verb}`;
    const stem = `Complaint${mutation.verb}`;
    const input = inputType(`${stem}Input`, mutation.description, { ...BASE_FIELDS, ...mutation.fields });
    const payload = payloadType(name);
    const method = async (
      given: CommandInputBase & Readonly<Record<string, unknown>>,
      context: RequestContext,
      info: GraphQLResolveInfo,
    ): Promise<Payload> => {
      const asked = commandFrom(mutation, given);
      return 'unknownId' in asked
        ? complaints.unknownId(asked.unknownId, context)
        : complaints.execute({ base: given, command: asked.command, context, info });
    };
    Object.defineProperty(resolver.prototype, name, { value: method, writable: true, configurable: true });
    const descriptor = Object.getOwnPropertyDescriptor(resolver.prototype, name) as PropertyDescriptor;
    Arg('input', () => input, { description: 'To which complaint, and what the command needs.' })(
      resolver.prototype,
      name,
      0,
    );
    Ctx()(resolver.prototype, name, 1);
    Info()(resolver.prototype, name, 2);
    Mutation(() => payload, { description: mutation.description })(resolver.prototype, name, descriptor);
  }
  Resolver()(resolver);
  return new resolver();
}
