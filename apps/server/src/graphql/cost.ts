import {
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLSchema,
  getNamedType,
  getNullableType,
  getOperationAST,
  isAbstractType,
  isCompositeType,
  isListType,
  isObjectType,
  Kind,
  type SelectionSetNode,
} from 'graphql';
import { INTROSPECTION, LIST, MUTATION, weightOf, wholeOf } from './cost-weights.ts';

/** What an operation costs, known from its document but for its variables. */
export interface CostPlan {
  /** What it costs at most, in points, before it is run. */
  requested(variables: Readonly<Record<string, unknown>>): number;
  /** What it did cost, by what was found. */
  actual(data: unknown): number;
}

type Variables = Readonly<Record<string, unknown>>;
type Size = (variables: Variables) => number;

/** One field that gives objects, or costs something of its own. */
interface Priced {
  readonly key: string;
  /** Whatever it finds. */
  readonly base: number;
  /** For each object that it gives. */
  readonly each: number;
  readonly size: Size;
  readonly below: Selection | undefined;
}

/** What is selected of an object; shared by all places that spread one fragment. */
interface Selection {
  readonly fields: Priced[];
  /** Parts of it that hold for every object. */
  readonly parts: Selection[];
  /** Parts by the type for which alone they hold: an object is of one of them. */
  readonly ofTypes: Map<string, Selection[]>;
}

/** What only holds a page, or says why something was refused. */
const FREE = /(Edge|^PageInfo|^UserError)$/;
const NOTHING: Selection = { fields: [], parts: [], ofTypes: new Map() };
const ONE: Size = () => 1;
const ASSUMED: Size = () => LIST;

/** Reads what the operation selects, once for every document. */
export function costPlanOf(
  schema: GraphQLSchema,
  document: DocumentNode,
  operationName: string | null | undefined,
): CostPlan {
  const operation = getOperationAST(document, operationName);
  const root = operation && schema.getRootType(operation.operation);
  if (!operation || !root) return { requested: () => 1, actual: () => 1 };
  const base = operation.operation === 'mutation' ? MUTATION : 0;
  const reader = new SelectionReader(schema, document, base);
  const selection = reader.read(operation.selectionSet, root);
  return {
    requested: (variables) => Math.max(1, requestedBy(selection, variables, new Map())),
    actual: (data) => Math.max(1, actualOf(selection, data)),
  };
}

class SelectionReader {
  readonly #schema: GraphQLSchema;
  readonly #fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  /** Fragments by the page that they stand in: each is read once, however often it is spread. */
  readonly #read = new Map<Size, Map<string, Selection>>();
  /** Of a root field. */
  readonly #base: number;

  constructor(schema: GraphQLSchema, document: DocumentNode, base: number) {
    this.#schema = schema;
    this.#base = base;
    this.#fragments = new Map(
      document.definitions.flatMap((definition) =>
        definition.kind === Kind.FRAGMENT_DEFINITION ? [[definition.name.value, definition] as const] : [],
      ),
    );
  }

  /** @param pageSize what a connection's `first` says of its edges */
  read(set: SelectionSetNode, type: GraphQLNamedType, pageSize: Size = ASSUMED): Selection {
    const selection: Selection = { fields: [], parts: [], ofTypes: new Map() };
    for (const node of set.selections) {
      if (node.kind === Kind.FIELD) {
        const priced = this.#field(node, type, pageSize);
        if (priced) selection.fields.push(priced);
        continue;
      }
      const condition = this.#conditionOf(node) ?? type;
      const part =
        node.kind === Kind.INLINE_FRAGMENT
          ? this.read(node.selectionSet, condition, pageSize)
          : this.#fragment(node.name.value, condition, pageSize);
      // What costs nothing is not kept: whatever is walked later has been paid for.
      if (isFree(part)) continue;
      if (isAbstractType(type) && isObjectType(condition)) {
        const known = selection.ofTypes.get(condition.name) ?? [];
        selection.ofTypes.set(condition.name, [...known, part]);
      } else selection.parts.push(part);
    }
    return selection;
  }

  #conditionOf(node: Exclude<SelectionSetNode['selections'][number], FieldNode>) {
    const name =
      node.kind === Kind.INLINE_FRAGMENT
        ? node.typeCondition?.name.value
        : this.#fragments.get(node.name.value)?.typeCondition.name.value;
    return name === undefined ? undefined : this.#schema.getType(name);
  }

  #fragment(name: string, type: GraphQLNamedType, pageSize: Size): Selection {
    const shared = this.#read.get(pageSize) ?? new Map<string, Selection>();
    this.#read.set(pageSize, shared);
    const fragment = this.#fragments.get(name);
    const known = shared.get(name);
    if (known || !fragment) return known ?? NOTHING;
    const selection = this.read(fragment.selectionSet, type, pageSize);
    shared.set(name, selection);
    return selection;
  }

  #field(node: FieldNode, parent: GraphQLNamedType, pageSize: Size): Priced | undefined {
    const key = node.alias?.value ?? node.name.value;
    const isRoot = [this.#schema.getQueryType(), this.#schema.getMutationType()].some((at) => at === parent);
    if (isRoot && /^__(schema|type)$/.test(node.name.value)) {
      return { key, base: INTROSPECTION, each: 0, size: ONE, below: undefined };
    }
    const field = 'getFields' in parent ? parent.getFields()[node.name.value] : undefined;
    if (!field || !('args' in field)) return undefined;
    const type = getNamedType(field.type);
    const base = isRoot ? (weightOf(parent.name, field.name) ?? this.#base) : 0;
    if (!isCompositeType(type) || !node.selectionSet) {
      return base === 0 ? undefined : { key, base, each: 0, size: ONE, below: undefined };
    }
    const isConnection = type.name.endsWith('Connection');
    const each = isConnection || FREE.test(type.name) ? 0 : 1;
    const size = isListType(getNullableType(field.type)) ? pageSize : ONE;
    const whole = wholeOf(type.name);
    if (whole !== undefined) return { key, base, each: whole, size, below: undefined };
    const below = this.read(node.selectionSet, type, isConnection ? pageSizeOf(node, field) : ASSUMED);
    if (!isFree(below)) return { key, base, each, size, below };
    return base + each === 0 ? undefined : { key, base, each, size, below: undefined };
  }
}

function isFree({ fields, parts, ofTypes }: Selection): boolean {
  return fields.length + parts.length + ofTypes.size === 0;
}

/** What `first` says, or what the schema takes in its stead. */
function pageSizeOf(node: FieldNode, field: GraphQLField<unknown, unknown>): Size {
  const standard = Number(field.args.find(({ name }) => name === 'first')?.defaultValue ?? LIST);
  const given = node.arguments?.find(({ name }) => name.value === 'first')?.value;
  if (given?.kind === Kind.INT) return () => Number(given.value);
  if (given?.kind !== Kind.VARIABLE) return () => standard;
  return (variables) => Number(variables[given.name.value] ?? standard);
}

function requestedBy(selection: Selection, variables: Variables, known: Map<Selection, number>): number {
  const before = known.get(selection);
  if (before !== undefined) return before;
  const of = (part: Selection): number => requestedBy(part, variables, known);
  let points = 0;
  for (const { base, each, size, below } of selection.fields) {
    points += base + Math.max(0, size(variables)) * (each + (below ? of(below) : 0));
  }
  for (const part of selection.parts) points += of(part);
  let dearest = 0;
  for (const parts of selection.ofTypes.values()) {
    dearest = Math.max(
      dearest,
      parts.reduce((sum, part) => sum + of(part), 0),
    );
  }
  known.set(selection, points + dearest);
  return points + dearest;
}

function actualOf(selection: Selection, data: unknown): number {
  if (typeof data !== 'object' || data === null) return 0;
  let points = 0;
  for (const { key, base, each, below } of selection.fields) {
    points += base;
    const found = (data as Readonly<Record<string, unknown>>)[key];
    for (const one of Array.isArray(found) ? found : [found]) {
      if (one !== null && one !== undefined && (each > 0 || below)) {
        points += each + (below ? actualOf(below, one) : 0);
      }
    }
  }
  for (const part of selection.parts) points += actualOf(part, data);
  for (const parts of selection.ofTypes.values()) {
    for (const part of parts) points += actualOf(part, data);
  }
  return points;
}
