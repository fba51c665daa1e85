import { NO_SUCH_THING, type Refusal, type StaffActor } from '@huiyin/domain';
import { GraphQLJSONObject } from 'graphql-scalars';
import { Arg, Ctx, Field, ID, InputType, Mutation, ObjectType, Query, Resolver } from 'type-graphql';
import { v7 as uuidv7 } from 'uuid';
import type { Offices } from '../../casework/office.ts';
import { type Answered, once } from '../../casework/once.ts';
import { type RequestContext, tenantActor } from '../../graphql/actor-context.ts';
import { toGlobalId, uuidOf } from '../../graphql/global-id.ts';
import { IDEMPOTENCY_KEY } from '../../graphql/idempotency-key.ts';
import { Node } from '../../graphql/node.ts';
import { UserError, userErrors } from '../../graphql/user-error.ts';
import type { Database } from '../../tenancy/database.ts';
import { ComplaintFilterInput, ComplaintOrderEnum } from './complaint-filter.type.ts';
import type { Order } from './complaint-reads.repository.ts';
import { filterFrom } from './filter-input.ts';
import {
  addView,
  changeView,
  countViews,
  listViews,
  MOST_VIEWS,
  removeView,
  type SavedViewRow,
} from './saved-view.repository.ts';

@ObjectType('SavedView', { implements: Node, description: 'A filter of complaints under a name.' })
export class SavedViewType extends Node {
  @Field(() => String, { description: 'Name.' })
  name!: string;

  @Field(() => Boolean, { description: 'Whether colleagues see it too.' })
  shared!: boolean;

  @Field(() => Boolean, { description: 'Whether it is the caller’s own, to change or remove.' })
  mine!: boolean;

  @Field(() => GraphQLJSONObject, {
    description: 'A `ComplaintFilterInput`, to be passed as `complaints(filter:)`.',
  })
  filter!: Record<string, unknown>;

  @Field(() => ComplaintOrderEnum, { description: 'Order of the list.' })
  order!: Order;
}

@InputType({ description: 'Keeps a filter under a name.' })
export class SavedViewSaveInput {
  @Field(() => ID, { nullable: true, description: 'Global id of an own view to change; absent: a new one.' })
  id?: string | null;

  @Field(() => String, { description: 'Name, at most 60 characters.' })
  name!: string;

  @Field(() => Boolean, { defaultValue: false, description: 'Whether colleagues see it too.' })
  shared!: boolean;

  @Field(() => ComplaintFilterInput, { description: 'The filter.' })
  filter!: ComplaintFilterInput;

  @Field(() => ComplaintOrderEnum, { defaultValue: 'RECEIVED_DESC', description: 'Order of the list.' })
  order!: Order;

  @Field(() => String, { nullable: true, description: IDEMPOTENCY_KEY })
  idempotencyKey?: string | null;
}

@InputType({ description: 'Removes an own view.' })
export class SavedViewRemoveInput {
  @Field(() => ID, { description: 'Global id of the view.' })
  id!: string;

  @Field(() => String, { nullable: true, description: IDEMPOTENCY_KEY })
  idempotencyKey?: string | null;
}

@ObjectType({ description: 'A view as it is kept, or why it is not.' })
export class SavedViewSavePayload {
  @Field(() => SavedViewType, { nullable: true, description: 'The view as it is kept.' })
  savedView!: SavedViewType | null;

  @Field(() => [UserError], { description: 'Why nothing was changed; empty when it was.' })
  userErrors!: UserError[];
}

@ObjectType({ description: 'Whether a view was removed.' })
export class SavedViewRemovePayload {
  @Field(() => ID, { nullable: true, description: 'Global id of the view that is gone.' })
  removedId!: string | null;

  @Field(() => [UserError], { description: 'Why nothing was changed; empty when it was.' })
  userErrors!: UserError[];
}

const LONGEST_NAME = 60;

/** Filters that members keep for themselves, or share. */
@Resolver()
export class SavedViewResolver {
  readonly #database: Database;
  readonly #offices: Offices;

  constructor(options: { readonly database: Database; readonly offices: Offices }) {
    this.#database = options.database;
    this.#offices = options.offices;
  }

  @Query(() => [SavedViewType], {
    description: "The caller's own views and those shared with them, by name; none for programs.",
  })
  async savedViews(@Ctx() context: RequestContext): Promise<SavedViewType[]> {
    const actor = tenantActor(context);
    if (actor.kind !== 'staff') return [];
    return (await listViews(this.#database, actor)).map((row) => present(row, actor));
  }

  /** A view that the caller sees. */
  async find(id: string, context: RequestContext): Promise<SavedViewType | null> {
    return (await this.savedViews(context)).find((view) => view.id === toGlobalId('SavedView', id)) ?? null;
  }

  @Mutation(() => SavedViewSavePayload, { description: 'Keeps a filter under a name.' })
  async savedViewSave(
    @Arg('input', () => SavedViewSaveInput, { description: 'The view.' }) input: SavedViewSaveInput,
    @Ctx() context: RequestContext,
  ): Promise<SavedViewSavePayload> {
    const actor = tenantActor(context);
    const { locale } = context.request;
    const refuse = (refusal: Refusal): SavedViewSavePayload => ({
      savedView: null,
      userErrors: userErrors([refusal], locale),
    });
    if (actor.kind !== 'staff') return refuse(FOR_PEOPLE);
    const name = input.name.trim();
    if (name === '' || [...name].length > LONGEST_NAME) return refuse(NAME);
    const { sector } = await this.#offices.of(actor);
    // A view that no list takes is of no use.
    filterFrom(input.filter, { sector, locale });
    // Plain, and without what was not given.
    const filter = JSON.parse(JSON.stringify(input.filter)) as Record<string, unknown>;
    const known = input.id ? (uuidOf(input.id, 'SavedView') ?? NO_ID) : undefined;
    const row: SavedViewRow = {
      ...{ id: known ?? uuidv7(), name, shared: input.shared, filter, list_order: input.order },
      member_id: actor.memberId,
    };
    const { idempotencyKey: key, ...asked } = input;
    const done = await this.#database.inTenant(actor, (tx) =>
      once<SavedViewRow>(tx, { actor, key, asked: ['savedViewSave', asked] }, async () => {
        if (known) return (await changeView(tx, row)) ? { ok: true, answer: row } : refused(NO_SUCH_VIEW);
        if ((await countViews(tx, actor.memberId)) >= MOST_VIEWS) return refused(TOO_MANY);
        await addView(tx, row);
        return { ok: true, answer: row };
      }),
    );
    if (!done.ok) return { savedView: null, userErrors: userErrors(done.refusals, locale) };
    return { savedView: present(done.answer, actor), userErrors: [] };
  }

  @Mutation(() => SavedViewRemovePayload, { description: 'Removes an own view.' })
  async savedViewRemove(
    @Arg('input', () => SavedViewRemoveInput, { description: 'Which view.' }) input: SavedViewRemoveInput,
    @Ctx() context: RequestContext,
  ): Promise<SavedViewRemovePayload> {
    const actor = tenantActor(context);
    const { idempotencyKey: key } = input;
    const id = uuidOf(input.id, 'SavedView');
    const done: Answered<string> =
      id && actor.kind === 'staff'
        ? await this.#database.inTenant(actor, (tx) =>
            once<string>(tx, { actor, key, asked: ['savedViewRemove', id] }, async () =>
              (await removeView(tx, { id, memberId: actor.memberId }))
                ? { ok: true, answer: input.id }
                : refused(NO_SUCH_VIEW),
            ),
          )
        : refused(NO_SUCH_VIEW);
    return done.ok
      ? { removedId: done.answer, userErrors: [] }
      : { removedId: null, userErrors: userErrors(done.refusals, context.request.locale) };
  }
}

function refused(refusal: Refusal): { readonly ok: false; readonly refusals: readonly Refusal[] } {
  return { ok: false, refusals: [refusal] };
}

const NO_ID = '00000000-0000-0000-0000-000000000000';

function present(row: SavedViewRow, actor: StaffActor): SavedViewType {
  const { id, name, shared, filter, list_order: order, member_id: memberId } = row;
  return Object.assign(new SavedViewType(), {
    ...{ id: toGlobalId('SavedView', id), name, shared, filter, order },
    mine: memberId === actor.memberId,
  });
}

const NO_SUCH_VIEW: Refusal = { ...NO_SUCH_THING, field: 'id' };
const FOR_PEOPLE: Refusal = {
  code: 'FORBIDDEN',
  message: { zh: '只有工作人员可以保存视图。', en: 'Views are kept by members, not by programs.' },
};
const NAME: Refusal = {
  code: 'INVALID',
  field: 'name',
  message: {
    zh: `请填写不超过 ${LONGEST_NAME} 字的名称。`,
    en: `Give a name of at most ${LONGEST_NAME} characters.`,
  },
};
const TOO_MANY: Refusal = {
  code: 'INVALID',
  message: {
    zh: `最多保存 ${MOST_VIEWS} 个视图。请先删除一些。`,
    en: `Keep at most ${MOST_VIEWS} views. Remove some first.`,
  },
};
