import { Field, Int, ObjectType } from 'type-graphql';

/** Relay connections: https://relay.dev/graphql/connections.htm */

@ObjectType({ description: 'Where a page stands in its list.' })
export class PageInfo {
  @Field(() => Boolean, { description: 'Whether there are more after this page.' })
  hasNextPage!: boolean;

  @Field(() => Boolean, { description: 'Whether there are any before this page.' })
  hasPreviousPage!: boolean;

  @Field(() => String, { nullable: true, description: 'Cursor of the first edge; null on an empty page.' })
  startCursor!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Cursor of the last edge; pass it as `after` for the next page.',
  })
  endCursor!: string | null;
}

export interface Edge<Node> {
  readonly cursor: string;
  readonly node: Node;
}
export interface Connection<Node> {
  readonly edges: readonly Edge<Node>[];
  readonly pageInfo: PageInfo;
}

type Constructor<T> = new () => T;

/** The connection and edge types of a node type, to be extended by a class of the connection's own. */
export function connectionType<Node extends object>(node: Constructor<Node>, name: string) {
  @ObjectType(`${name}Edge`, { description: `One place in a list of ${name}.` })
  class NodeEdge {
    @Field(() => String, { description: 'Opaque place in the list.' })
    cursor!: string;

    @Field(() => node, { description: 'What stands there.' })
    node!: Node;
  }

  @ObjectType(`${name}Connection`, { description: `A page of a list of ${name}.` })
  class NodeConnection {
    @Field(() => [NodeEdge], { description: 'What the page holds, in order.' })
    edges!: NodeEdge[];

    @Field(() => PageInfo, { description: 'Where the page stands.' })
    pageInfo!: PageInfo;

    @Field(() => Int, {
      nullable: true,
      description: 'How many there are in all; null where counting is not cheap.',
    })
    totalCount?: number | null;
  }
  return NodeConnection;
}
