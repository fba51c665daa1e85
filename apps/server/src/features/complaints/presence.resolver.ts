import { NO_SUCH_THING } from '@huiyin/domain';
import { Arg, Ctx, Field, ID, InputType, Int, Mutation, ObjectType, Resolver } from 'type-graphql';
import type { Offices } from '../../casework/office.ts';
import { type RequestContext, tenantActor } from '../../graphql/actor-context.ts';
import { ActionEnum } from '../../graphql/enums.ts';
import { uuidOf } from '../../graphql/global-id.ts';
import { MemberReference } from '../../graphql/references.ts';
import { UserError, userErrors } from '../../graphql/user-error.ts';
import type { Database } from '../../tenancy/database.ts';
import { readComplaint } from './complaint-reads.repository.ts';
import { depthOf } from './depth.ts';
import { keepPresence, leavePresence } from './presence.repository.ts';
import { memberReference } from './viewer.ts';

@ObjectType('Presence', { description: 'A colleague who has the complaint open just now.' })
export class PresenceType {
  @Field(() => MemberReference, { description: 'Who.' })
  member!: MemberReference;

  @Field(() => ActionEnum, {
    nullable: true,
    description: 'The action whose form they are writing in; null while they only look.',
  })
  doing!: keyof typeof ActionEnum | null;
}

@InputType({ description: 'That the caller has a complaint open: to be repeated every 10 to 15 seconds.' })
export class PresenceKeepInput {
  @Field(() => ID, { description: 'Global id of the complaint.' })
  id!: string;

  @Field(() => ActionEnum, { nullable: true, description: 'The action whose form they are writing in.' })
  doing?: keyof typeof ActionEnum | null;

  @Field(() => Boolean, { defaultValue: false, description: 'Whether they are leaving it.' })
  leaving!: boolean;
}

@ObjectType({ description: 'Who else has a complaint open, and how far it has come.' })
export class ComplaintCompany {
  @Field(() => [PresenceType], { description: 'Colleagues who have it open; not the caller.' })
  others!: PresenceType[];

  @Field(() => Int, {
    description: 'Number of events of the complaint: more than the caller has read says that it has changed.',
  })
  version!: number;
}

@ObjectType({ description: 'Who else is there, or why nothing was noted.' })
export class PresenceKeepPayload {
  @Field(() => ComplaintCompany, { nullable: true, description: 'Who else has it open.' })
  company!: ComplaintCompany | null;

  @Field(() => [UserError], { description: 'Why nothing was noted; empty when it was.' })
  userErrors!: UserError[];
}

/** Two people on one complaint see each other. */
@Resolver()
export class PresenceResolver {
  readonly #database: Database;
  readonly #offices: Offices;

  constructor(options: { readonly database: Database; readonly offices: Offices }) {
    this.#database = options.database;
    this.#offices = options.offices;
  }

  @Mutation(() => PresenceKeepPayload, {
    description: 'Notes that the caller has a complaint open, and tells who else has.',
  })
  async presenceKeep(
    @Arg('input', () => PresenceKeepInput, { description: 'Which complaint.' }) input: PresenceKeepInput,
    @Ctx() context: RequestContext,
  ): Promise<PresenceKeepPayload> {
    const actor = tenantActor(context);
    const office = await this.#offices.of(actor);
    const id = uuidOf(input.id, 'Complaint');
    const row =
      id && actor.kind === 'staff'
        ? await readComplaint(this.#database, { actor, office, by: { id }, depth: depthOf(new Set()) })
        : undefined;
    if (!row || actor.kind !== 'staff') {
      return {
        company: null,
        userErrors: userErrors([{ ...NO_SUCH_THING, field: 'id' }], context.request.locale),
      };
    }
    const here = { complaintId: row.id, memberId: actor.memberId };
    const others = await this.#database.inTenant(actor, async (tx) => {
      if (!input.leaving) return keepPresence(tx, { ...here, doing: input.doing ?? null });
      await leavePresence(tx, here);
      return [];
    });
    const present = others.flatMap(({ member_id: memberId, doing }) => {
      const member = memberReference(office, memberId);
      return member ? [{ member, doing: doing as PresenceType['doing'] }] : [];
    });
    return { company: { others: present, version: row.version }, userErrors: [] };
  }
}
