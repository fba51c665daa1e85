import { canInOffice } from '@huiyin/domain';
import { Arg, Field, ID, Int, ObjectType, Resolver, Root, Subscription } from 'type-graphql';
import { type RequestContext, tenantActor } from '../graphql/actor-context.ts';
import { forbidden } from '../graphql/errors.ts';
import { uuidOf } from '../graphql/global-id.ts';
import { ComplaintReference } from '../graphql/references.ts';
import type { Changes } from './mailbox.ts';

@ObjectType('ComplaintChange', {
  description: 'That a complaint changed: what it is now is read with `complaint`.',
})
export class ComplaintChangeType {
  @Field(() => ComplaintReference, { description: 'The complaint.' })
  complaint!: ComplaintReference;

  @Field(() => Int, { description: 'Its version by then: whoever has this or a later one need not read it.' })
  version!: number;
}

@ObjectType('ComplaintChanges', { description: 'What changed since the last such message.' })
export class ComplaintChangesType {
  @Field(() => [ComplaintChangeType], {
    description: 'Complaints that changed, each once; a hundred at most.',
  })
  complaints!: ComplaintChangeType[];

  @Field(() => Boolean, {
    description:
      'Read anew what you show: more changed than is named, something may have been missed, or (in the first message) what was read before may be old.',
  })
  more!: boolean;
}

/** Changes told as they happen. */
@Resolver()
export class ChangeResolver {
  @Subscription(() => ComplaintChangesType, {
    description:
      'Complaints that the caller may see, whenever one is registered or changes: references, to be read by those who show them. Over `graphql-ws` at `/graphql` or as server-sent events (`graphql-sse`) at `/graphql/stream`, with the cookie of a session or `authorization` (over a socket, in the connection parameters).',
    subscribe: ({ args, context }) => letters(args as { id?: string | null }, context as RequestContext),
  })
  complaintsChanged(
    @Root() changes: Changes,
    @Arg('id', () => ID, { nullable: true, description: 'Global id of the one complaint to be told of.' })
    _id?: string | null,
  ): ComplaintChangesType {
    return { complaints: [...changes.complaints], more: changes.more };
  }
}

/** @throws UNAUTHENTICATED, FORBIDDEN */
function letters({ id }: { readonly id?: string | null }, context: RequestContext): AsyncIterable<Changes> {
  const actor = tenantActor(context);
  const { watch, locale } = context.request;
  if (!watch || !canInOffice(actor, 'readComplaints')) throw forbidden(locale);
  // An id that is none of ours is watched as any other: nothing is ever heard of it.
  return watch(id ? (uuidOf(id, 'Complaint') ?? NOBODYS) : undefined);
}

const NOBODYS = '00000000-0000-0000-0000-000000000000';
