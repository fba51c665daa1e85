import {
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLResolveInfo,
  Kind,
  type SelectionSetNode,
} from 'graphql';

/** The names of the fields selected at a path below the resolved field (`['edges', 'node']`), through all fragments. */
export function selectedFields(
  info: Pick<GraphQLResolveInfo, 'fieldNodes' | 'fragments'>,
  path: readonly string[] = [],
): ReadonlySet<string> {
  let sets = info.fieldNodes.flatMap(({ selectionSet }) => (selectionSet ? [selectionSet] : []));
  for (const name of path) {
    sets = sets
      .flatMap((set) => fieldsOf(set, info.fragments))
      .filter((field) => field.name.value === name)
      .flatMap(({ selectionSet }) => (selectionSet ? [selectionSet] : []));
  }
  return new Set(sets.flatMap((set) => fieldsOf(set, info.fragments)).map((field) => field.name.value));
}

function fieldsOf(
  set: SelectionSetNode,
  fragments: Readonly<Record<string, FragmentDefinitionNode>>,
): readonly FieldNode[] {
  return set.selections.flatMap((selection): readonly FieldNode[] => {
    switch (selection.kind) {
      case Kind.FIELD:
        return [selection];
      case Kind.INLINE_FRAGMENT:
        return fieldsOf(selection.selectionSet, fragments);
      default: {
        const fragment = fragments[selection.name.value];
        return fragment ? fieldsOf(fragment.selectionSet, fragments) : [];
      }
    }
  });
}
