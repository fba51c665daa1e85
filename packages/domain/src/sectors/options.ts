import type { OptionNode } from './contract.ts';

/** A node of a tree with the way from the root to it, itself last. */
export interface FoundOption {
  readonly node: OptionNode;
  readonly path: readonly OptionNode[];
}

/** Trees are constants: each is indexed once. */
const indexes = new WeakMap<readonly OptionNode[], ReadonlyMap<string, FoundOption>>();

function indexOf(tree: readonly OptionNode[]): ReadonlyMap<string, FoundOption> {
  const known = indexes.get(tree);
  if (known) return known;
  const index = new Map<string, FoundOption>();
  const walk = (nodes: readonly OptionNode[], above: readonly OptionNode[]): void => {
    for (const node of nodes) {
      const path = [...above, node];
      index.set(node.code, { node, path });
      walk(node.children ?? [], path);
    }
  };
  walk(tree, []);
  indexes.set(tree, index);
  return index;
}

/** The option of a code, anywhere in the tree. */
export function findOption(tree: readonly OptionNode[], code: string): FoundOption | undefined {
  return indexOf(tree).get(code);
}

/** Whether a code is this one or stands anywhere below it. */
export function isUnder(tree: readonly OptionNode[], code: string, ancestor: string): boolean {
  return (findOption(tree, code)?.path ?? []).some((node) => node.code === ancestor);
}

/** All codes of a tree, parents before children. */
export function allCodes(tree: readonly OptionNode[]): readonly string[] {
  return [...indexOf(tree).keys()];
}

/** The code of the topmost ancestor, by which breakdowns are kept short. */
export function rootCode(tree: readonly OptionNode[], code: string): string {
  return findOption(tree, code)?.path[0]?.code ?? code;
}
