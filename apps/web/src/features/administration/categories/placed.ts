import { findOption, type OptionNode, type Sector } from '@huiyin/domain';

/** A category where it stands in the organisation's tree. */
export interface Placed {
  readonly node: OptionNode;
  /** As the sector declares it. */
  readonly declared: OptionNode;
  readonly depth: number;
  /** Among its siblings, 0 for the first of them. */
  readonly position: number;
  readonly siblings: number;
  /** One above it is switched off, and it with that. */
  readonly offAbove: boolean;
}

/** The tree as a list, parents before children. */
export function placedCategories(sector: Sector, declared: Sector): Placed[] {
  const walk = (nodes: readonly OptionNode[], depth: number, above?: OptionNode): Placed[] =>
    nodes.flatMap((node, position) => [
      {
        ...{ node, depth, position, siblings: nodes.length },
        declared: findOption(declared.categories, node.code)?.node ?? node,
        offAbove: above?.offFrom !== undefined && above.offFrom === node.offFrom,
      },
      ...walk(node.children ?? [], depth + 1, node),
    ]);
  return walk(sector.categories, 0);
}
