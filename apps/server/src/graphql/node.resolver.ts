import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, ID, Info, Query, Resolver } from 'type-graphql';
import { type RequestContext, tenantActor } from './actor-context.ts';
import { fromGlobalId } from './global-id.ts';
import { Node } from './node.ts';

/** Finds a node of one type by its UUID; `null` when the caller may see none of that id. */
export type NodeFinder = (
  id: string,
  context: RequestContext,
  info: GraphQLResolveInfo,
) => Promise<Node | null>;

/** Anything by its global id. */
@Resolver()
export class NodeResolver {
  readonly #finders: Readonly<Record<string, NodeFinder>>;

  constructor(finders: Readonly<Record<string, NodeFinder>>) {
    this.#finders = finders;
  }

  @Query(() => Node, {
    nullable: true,
    description: 'Anything by its global id; null when there is nothing of that id that the caller may see.',
  })
  async node(
    @Arg('id', () => ID, { description: 'Global id.' }) id: string,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Node | null> {
    const found = fromGlobalId(id);
    // Who may see what stands across organisations, its finder says.
    if (found?.type !== 'OversightCase') tenantActor(context);
    return found ? ((await this.#finders[found.type]?.(found.id, context, info)) ?? null) : null;
  }
}
