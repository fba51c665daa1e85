import {
  buildSchema,
  type GraphQLArgument,
  type GraphQLInputField,
  type GraphQLInputType,
  type GraphQLSchema,
  getNamedType,
  getNullableType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isUnionType,
} from 'graphql';
import { composeSchema, type Services } from '../composition.ts';
import { publishedSchema } from '../graphql/schema.ts';

/**
 * Every place of the published schema where a caller puts something in, found in the schema, so that a new one is tried
 * without anybody thinking of it.
 */

export const SCHEMA: GraphQLSchema = buildSchema(
  publishedSchema(composeSchema({ casework: {} } as Services, () => undefined)),
);

type Path = readonly string[];
type Field = GraphQLArgument | GraphQLInputField;

/** A root field, and the path of one value below its arguments. */
export interface Place {
  readonly kind: 'query' | 'mutation';
  readonly name: string;
  readonly fields: readonly Field[];
  readonly path: Path;
  /** Name of the value's type. */
  readonly type: string;
  readonly list: boolean;
}

/** What stands in the arguments of a place: something in the place, and what the rest needs. */
interface Put {
  readonly path: Path;
  readonly value: unknown;
  /** Any other id that must be given. */
  readonly id: string;
}

/** Every place of a value that `wanted` names the type of. */
export function placesOf(wanted: (type: string) => boolean): readonly Place[] {
  return (['query', 'mutation'] as const).flatMap((kind) => {
    const root = kind === 'query' ? SCHEMA.getQueryType() : SCHEMA.getMutationType();
    return Object.values(root?.getFields() ?? {}).flatMap(({ name, args }) =>
      pathsOf(args, wanted).map((found): Place => ({ kind, name, fields: args, ...found })),
    );
  });
}

function pathsOf(
  fields: readonly Field[],
  wanted: (type: string) => boolean,
  seen: readonly string[] = [],
): Pick<Place, 'path' | 'type' | 'list'>[] {
  return fields.flatMap((field): Pick<Place, 'path' | 'type' | 'list'>[] => {
    const type = getNamedType(field.type);
    if (isInputObjectType(type)) {
      if (seen.includes(type.name)) return [];
      return pathsOf(Object.values(type.getFields()), wanted, [...seen, type.name]).map((found) => ({
        ...found,
        path: [field.name, ...found.path],
      }));
    }
    const list = isListType(getNullableType(field.type));
    return wanted(type.name) ? [{ path: [field.name], type: type.name, list }] : [];
  });
}

const SCALARS: Readonly<Record<string, unknown>> = {
  ...{ String: 'x', Int: 1, SafeInt: 1, Float: 1, Boolean: true, LocalDate: '2026-01-05' },
  DateTime: '2027-01-05T02:00:00.000Z',
};

/** The smallest arguments that the schema takes, with a value put in one place. */
function argumentsWith(fields: readonly Field[], put: Put): Record<string, unknown> {
  const [first, ...rest] = put.path;
  const given = fields.flatMap((field): [string, unknown][] => {
    const onPath = field.name === first;
    if (!onPath && !isNonNullType(field.type)) return [];
    return [[field.name, valueWith(field.type, { ...put, path: onPath ? rest : [] }, onPath)]];
  });
  return Object.fromEntries(given);
}

function valueWith(type: GraphQLInputType, put: Put, onPath: boolean): unknown {
  const plain = getNullableType(type);
  if (isListType(plain)) {
    // A list may be put in as a whole.
    if (onPath && put.path.length === 0 && Array.isArray(put.value)) return put.value;
    return [valueWith(plain.ofType, put, onPath)];
  }
  if (isInputObjectType(plain)) return argumentsWith(Object.values(plain.getFields()), put);
  if (onPath) return put.value;
  if (isEnumType(plain)) return plain.getValues()[0]?.name;
  return plain.name === 'ID' ? put.id : (SCALARS[plain.name] ?? {});
}

/** What is asked of an answer: enough to see whether anything came back. */
function selectionOf(kind: Place['kind'], name: string): string {
  const root = kind === 'query' ? SCHEMA.getQueryType() : SCHEMA.getMutationType();
  const type = root && getNamedType(root.getFields()[name]?.type as never);
  if (!type || isUnionType(type) || !('getFields' in type)) return '';
  const names = Object.keys((type as { getFields(): object }).getFields());
  const parts = [
    '__typename',
    ...(names.includes('id') ? ['id'] : []),
    ...(names.includes('complaint') ? ['complaint { id number }'] : []),
    ...(names.includes('edges') ? ['edges { node { id } } totalCount'] : []),
    ...(names.includes('userErrors') ? ['userErrors { code field message }'] : []),
  ];
  return `{ ${parts.join(' ')} }`;
}

/** The document that fills a place, the same for every value, and its variables. */
export function asking(
  place: Pick<Place, 'kind' | 'name' | 'fields' | 'path'>,
  put: Omit<Put, 'path'>,
): { readonly document: string; readonly variables: Record<string, unknown> } {
  const { kind, name, fields, path } = place;
  const declared = fields.map((field) => `$${field.name}: ${String(field.type)}`).join(', ');
  const passed = fields.map((field) => `${field.name}: $${field.name}`).join(', ');
  const head = fields.length > 0 ? `(${declared})` : '';
  const call = fields.length > 0 ? `${name}(${passed})` : name;
  return {
    document: `${kind} ${head} { ${call} ${selectionOf(kind, name)} }`,
    variables: argumentsWith(fields, { ...put, path }),
  };
}
