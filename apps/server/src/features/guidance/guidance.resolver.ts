import { canInOffice, guidanceOf, type Refusal, type TenantActor } from '@huiyin/domain';
import { inLocale } from '@huiyin/shared';
import { Arg, Ctx, Mutation, Query, Resolver } from 'type-graphql';
import { v7 as uuidv7 } from 'uuid';
import type { Offices } from '../../casework/office.ts';
import { recordOfficeEvent } from '../../casework/office-events.ts';
import { type Answered, type Keyed, once } from '../../casework/once.ts';
import { whyNotChange } from '../../casework/versions.ts';
import { type RequestContext, tenantActor } from '../../graphql/actor-context.ts';
import { toGlobalId, uuidOf } from '../../graphql/global-id.ts';
import { userErrors } from '../../graphql/user-error.ts';
import type { Database } from '../../tenancy/database.ts';
import {
  addCard,
  type CardRow,
  type CardWords,
  changeCard,
  listCards,
  moveCard,
  removeCard,
} from './guidance.repository.ts';
import {
  GuidanceCardMoveInput,
  GuidanceCardMovePayload,
  GuidanceCardRemoveInput,
  GuidanceCardRemovePayload,
  GuidanceCardSaveInput,
  GuidanceCardSavePayload,
  GuidanceCardType,
} from './guidance.type.ts';
import { FOR_ADMINISTRATORS, NO_SUCH_CARD, problemOf, TOO_MANY } from './refusals.ts';

/** Short cards beside a case, of what a good handler does: the organisation's own, and those of its sector. */
@Resolver()
export class GuidanceResolver {
  readonly #database: Database;
  readonly #offices: Offices;

  constructor(options: { readonly database: Database; readonly offices: Offices }) {
    this.#database = options.database;
    this.#offices = options.offices;
  }

  @Query(() => [GuidanceCardType], {
    description: "The organisation's own cards in their order, then its sector's.",
  })
  async guidanceCards(@Ctx() context: RequestContext): Promise<GuidanceCardType[]> {
    const actor = tenantActor(context);
    const { locale } = context.request;
    const [{ sector }, own] = await Promise.all([this.#offices.of(actor), listCards(this.#database, actor)]);
    return [
      ...own.map(present),
      ...guidanceOf(sector).map(({ title, text, when: { statuses = [], categories = [] } }) => ({
        ...{
          id: null,
          version: null,
          title: inLocale(title, locale),
          text: inLocale(text, locale),
          statuses,
          categories,
        },
      })),
    ];
  }

  @Mutation(() => GuidanceCardSavePayload, { description: 'Keeps a card that stands beside cases.' })
  async guidanceCardSave(
    @Arg('input', () => GuidanceCardSaveInput, { description: 'The card.' }) input: GuidanceCardSaveInput,
    @Ctx() context: RequestContext,
  ): Promise<GuidanceCardSavePayload> {
    const actor = tenantActor(context);
    const refuse = (...refusals: readonly Refusal[]): GuidanceCardSavePayload => ({
      guidanceCard: null,
      userErrors: userErrors(refusals, context.request.locale),
    });
    if (!canInOffice(actor, 'manageOrganization')) return refuse(FOR_ADMINISTRATORS);
    const words = {
      ...{ title: input.title.trim(), text: input.text.trim() },
      statuses: [...new Set(input.statuses ?? [])],
      categories: [...new Set(input.categories ?? [])],
    };
    const { sector } = await this.#offices.of(actor);
    const wrong = problemOf(words, sector);
    if (wrong) return refuse(wrong);
    const known = input.id ? uuidOf(input.id, 'GuidanceCard') : undefined;
    if (input.id && !known) return refuse(NO_SUCH_CARD);
    const row = { id: known ?? uuidv7(), ...words };
    const { idempotencyKey: key, version, ...asked } = input;
    const done = await this.#database.inTenant(actor, (tx) =>
      once<CardRow>(tx, { actor, key, asked: ['guidanceCardSave', asked] }, async () => {
        const stale = known && (await whyNotChange(tx, { table: 'guidance_card', id: known, version }));
        if (stale) return refused(stale);
        const changed = known ? await changeCard(tx, row) : undefined;
        if (!known && !(await addCard(tx, row))) return refused(TOO_MANY);
        const kind = known ? 'GUIDANCE_CHANGED' : 'GUIDANCE_ADDED';
        await recordOfficeEvent(tx, {
          ...{ actor, kind, subject: changed?.before.title ?? row.title },
          ...{ before: { ...changed?.before }, after: words },
        });
        return { ok: true, answer: { ...row, version: changed?.version ?? 1 } };
      }),
    );
    return done.ok ? { guidanceCard: present(done.answer), userErrors: [] } : refuse(...done.refusals);
  }

  @Mutation(() => GuidanceCardMovePayload, {
    description: "Puts a card in another place among the organisation's own.",
  })
  async guidanceCardMove(
    @Arg('input', () => GuidanceCardMoveInput, { description: 'Which card, and where to.' })
    input: GuidanceCardMoveInput,
    @Ctx() context: RequestContext,
  ): Promise<GuidanceCardMovePayload> {
    const actor = tenantActor(context);
    const { place, idempotencyKey: key } = input;
    const id = uuidOf(input.id, 'GuidanceCard');
    const done = !canInOffice(actor, 'manageOrganization')
      ? refused(FOR_ADMINISTRATORS)
      : !id
        ? refused(NO_SUCH_CARD)
        : await this.#move(actor, { id, place, key });
    return done.ok
      ? { guidanceCard: await this.#find(input.id, context), userErrors: [] }
      : { guidanceCard: null, userErrors: userErrors(done.refusals, context.request.locale) };
  }

  async #find(id: string, context: RequestContext): Promise<GuidanceCardType | null> {
    return (await this.guidanceCards(context)).find((card) => card.id === id) ?? null;
  }

  #move(
    actor: TenantActor,
    { id, place, key }: Keyed & { readonly id: string; readonly place: number },
  ): Promise<Answered<null>> {
    return this.#database.inTenant(actor, (tx) =>
      once<null>(tx, { actor, key, asked: ['guidanceCardMove', id, place] }, async () => {
        const moved = await moveCard(tx, { id, place });
        if (!moved) return refused(NO_SUCH_CARD);
        const { title: subject, before, after } = moved;
        await recordOfficeEvent(tx, {
          ...{ actor, kind: 'GUIDANCE_CHANGED', subject },
          ...{ before: { position: before }, after: { position: after } },
        });
        return { ok: true, answer: null };
      }),
    );
  }

  @Mutation(() => GuidanceCardRemovePayload, { description: 'Removes a card of the organisation.' })
  async guidanceCardRemove(
    @Arg('input', () => GuidanceCardRemoveInput, { description: 'Which card.' })
    input: GuidanceCardRemoveInput,
    @Ctx() context: RequestContext,
  ): Promise<GuidanceCardRemovePayload> {
    const actor = tenantActor(context);
    const refuse = (...refusals: readonly Refusal[]): GuidanceCardRemovePayload => ({
      removedId: null,
      userErrors: userErrors(refusals, context.request.locale),
    });
    if (!canInOffice(actor, 'manageOrganization')) return refuse(FOR_ADMINISTRATORS);
    const id = uuidOf(input.id, 'GuidanceCard');
    if (!id) return refuse(NO_SUCH_CARD);
    const { version, idempotencyKey: key } = input;
    const done = await this.#database.inTenant(actor, (tx) =>
      once<null>(tx, { actor, key, asked: ['guidanceCardRemove', id] }, async () => {
        const stale = await whyNotChange(tx, { table: 'guidance_card', id, version });
        const before = stale ? undefined : await removeCard(tx, id);
        if (!before) return refused(stale ?? NO_SUCH_CARD);
        await recordOfficeEvent(tx, {
          ...{ actor, kind: 'GUIDANCE_REMOVED', subject: before.title, before: saidOf(before) },
        });
        return { ok: true, answer: null };
      }),
    );
    return done.ok ? { removedId: input.id, userErrors: [] } : refuse(...done.refusals);
  }
}

function refused(refusal: Refusal): Answered<never> {
  return { ok: false, refusals: [refusal] };
}

/** As the record of acts keeps it: a list that is empty says nothing. */
function saidOf({ title, text, statuses, categories }: CardWords): Readonly<Record<string, unknown>> {
  return {
    ...{ title, text },
    ...(statuses.length > 0 ? { statuses } : {}),
    ...(categories.length > 0 ? { categories } : {}),
  };
}

function present({ id, version, title, text, statuses, categories }: CardRow): GuidanceCardType {
  return { id: toGlobalId('GuidanceCard', id), version, title, text, statuses, categories };
}
