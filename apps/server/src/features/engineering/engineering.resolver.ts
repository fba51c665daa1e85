import {
  canInOffice,
  type Outlet,
  outletOf,
  type Refusal,
  type TenantActor,
  type WaitingCase,
} from '@huiyin/domain';
import { Arg, Ctx, Mutation, Query, Resolver } from 'type-graphql';
import type { Office, Offices } from '../../casework/office.ts';
import type { Answered } from '../../casework/once.ts';
import { type RequestContext, tenantActor } from '../../graphql/actor-context.ts';
import { badInput, forbidden } from '../../graphql/errors.ts';
import { uuidOf } from '../../graphql/global-id.ts';
import { userErrors } from '../../graphql/user-error.ts';
import type { Database } from '../../tenancy/database.ts';
import {
  caseOf,
  casesStatement,
  type ItemRow,
  itemStatement,
  itemsStatement,
} from './engineering.repository.ts';
import type { Done, Engineering } from './engineering.ts';
import {
  EngineeringCarryOverInput,
  EngineeringCarryOverPayload,
  EngineeringFinishInput,
  EngineeringFinishPayload,
  EngineeringItemType,
  type EngineeringPayload,
  EngineeringPlanInput,
  EngineeringPlanPayload,
  EngineeringSiteType,
} from './engineering.type.ts';
import { presentItem, presentSite, presentTold } from './present-engineering.ts';
import { CASES, NO_SUCH_ITEM } from './refusals.ts';

/** Most sites that are shown of a list. */
const MOST_SITES = 1_000;

/** The lists from which engineers work. */
@Resolver()
export class EngineeringResolver {
  readonly #database: Database;
  readonly #offices: Offices;
  readonly #engineering: Engineering;

  constructor(options: {
    readonly database: Database;
    readonly offices: Offices;
    readonly engineering: Engineering;
  }) {
    this.#database = options.database;
    this.#offices = options.offices;
    this.#engineering = options.engineering;
  }

  @Query(() => [EngineeringSiteType], {
    description:
      'The sites at which complaints wait, where engineers are needed most first: by complaints, people, signal and waiting.',
  })
  async engineeringSites(
    @Arg('outlet', () => String, { description: "Code of the list, of the sector's outlets." }) code: string,
    @Ctx() context: RequestContext,
  ): Promise<EngineeringSiteType[]> {
    const { actor, office, outlet } = await this.#listOf(code, context);
    const about = { outlet, office, locale: context.request.locale };
    const sites = await this.#engineering.sites(actor, outlet);
    return sites.slice(0, MOST_SITES).map((site) => presentSite(site, about));
  }

  @Query(() => [EngineeringItemType], {
    description: 'The items of a list, those still planned first, then the latest; three hundred at most.',
  })
  async engineeringItems(
    @Arg('outlet', () => String, { description: "Code of the list, of the sector's outlets." }) code: string,
    @Arg('week', () => String, { nullable: true, description: 'Only those of one ISO week: `2026-W48`.' })
    week: string | null,
    @Ctx() context: RequestContext,
  ): Promise<EngineeringItemType[]> {
    const { actor, office, outlet } = await this.#listOf(code, context);
    const items = await this.#database.readInTenant(
      actor,
      itemsStatement({ outlet: code, week: week ?? undefined }),
    );
    return this.#present(items as unknown as ItemRow[], { actor, office, outlet, context });
  }

  /** An item of the organisation. */
  async find(id: string, context: RequestContext): Promise<EngineeringItemType | null> {
    const actor = tenantActor(context);
    if (!canInOffice(actor, 'readComplaints')) return null;
    const [row] = await this.#database.readInTenant(actor, itemStatement(id));
    const office = await this.#offices.of(actor);
    const outlet = row && outletOf(office.sector, (row as unknown as ItemRow).outlet);
    if (!row || !outlet) return null;
    const [item] = await this.#present([row as unknown as ItemRow], { actor, office, outlet, context });
    return item ?? null;
  }

  @Mutation(() => EngineeringPlanPayload, {
    description: 'Plans an item: at a site for all that waits there, or in a week for the complaints named.',
  })
  async engineeringPlan(
    @Arg('input', () => EngineeringPlanInput, { description: 'What is planned.' })
    input: EngineeringPlanInput,
    @Ctx() context: RequestContext,
  ): Promise<EngineeringPayload> {
    const { idempotencyKey: key, via, complaintIds, ...asked } = input;
    const ids = complaintIds?.map((id) => uuidOf(id, 'Complaint'));
    if (ids?.some((id) => id === undefined)) return refuse([CASES], context);
    return this.#answer(
      await this.#engineering.plan(
        { actor: tenantActor(context), key, via: via ?? 'PHONE' },
        { ...asked, complaintIds: ids?.filter((id) => id !== undefined) },
      ),
      context,
    );
  }

  @Mutation(() => EngineeringCarryOverPayload, {
    description: 'Puts an item off: to a later week, or to another visit.',
  })
  async engineeringCarryOver(
    @Arg('input', () => EngineeringCarryOverInput, { description: 'Which item, until when.' })
    input: EngineeringCarryOverInput,
    @Ctx() context: RequestContext,
  ): Promise<EngineeringPayload> {
    const { idempotencyKey: key, via, id: globalId, ...asked } = input;
    const id = uuidOf(globalId, 'EngineeringItem');
    if (!id) return refuse([NO_SUCH_ITEM], context);
    const call = { actor: tenantActor(context), key, via: via ?? 'PHONE' } as const;
    return this.#answer(await this.#engineering.carryOver(call, { ...asked, id }), context);
  }

  @Mutation(() => EngineeringFinishPayload, {
    description: 'Says that what was planned is done; whoever waits at its site by now is served by it too.',
  })
  async engineeringFinish(
    @Arg('input', () => EngineeringFinishInput, { description: 'Which item, and what came of it.' })
    input: EngineeringFinishInput,
    @Ctx() context: RequestContext,
  ): Promise<EngineeringPayload> {
    const { idempotencyKey: key, via, id: globalId, ...asked } = input;
    const id = uuidOf(globalId, 'EngineeringItem');
    if (!id) return refuse([NO_SUCH_ITEM], context);
    const call = { actor: tenantActor(context), key, via: via ?? 'PHONE' } as const;
    return this.#answer(await this.#engineering.finish(call, { ...asked, id }), context);
  }

  async #answer(done: Answered<Done>, context: RequestContext): Promise<EngineeringPayload> {
    if (!done.ok) return refuse(done.refusals, context);
    return {
      item: await this.find(done.answer.itemId, context),
      news: { told: done.answer.told.map((each) => presentTold(each, context.request.locale)) },
      userErrors: [],
    };
  }

  /** Items with the complaints that they serve. */
  async #present(
    items: readonly ItemRow[],
    options: {
      readonly actor: TenantActor;
      readonly office: Office;
      readonly outlet: Outlet;
      readonly context: RequestContext;
    },
  ): Promise<EngineeringItemType[]> {
    const { actor, office, outlet, context } = options;
    const rows = await this.#database.readInTenant(
      actor,
      casesStatement({ actor, outlet: outlet.code, itemIds: items.map(({ id }) => id) }),
    );
    const served = Map.groupBy(
      rows.map((row): WaitingCase => caseOf(row, outlet)),
      ({ itemId }) => itemId,
    );
    const about = { outlet, office, locale: context.request.locale };
    return items.map((item) => presentItem(item, { ...about, cases: served.get(item.id) ?? [] }));
  }

  /** The list of that code, for those who may read complaints. @throws FORBIDDEN, BAD_USER_INPUT */
  async #listOf(
    code: string,
    context: RequestContext,
  ): Promise<{ readonly actor: TenantActor; readonly office: Office; readonly outlet: Outlet }> {
    const actor = tenantActor(context);
    const { locale } = context.request;
    if (!canInOffice(actor, 'readComplaints')) throw forbidden(locale);
    const office = await this.#offices.of(actor);
    const outlet = outletOf(office.sector, code);
    if (!outlet) throw badInput(locale, NO_SUCH_LIST);
    return { actor, office, outlet };
  }
}

function refuse(refusals: readonly Refusal[], context: RequestContext): EngineeringPayload {
  return { item: null, news: null, userErrors: userErrors(refusals, context.request.locale) };
}

const NO_SUCH_LIST = { zh: '本行业没有此工程清单。', en: 'The sector has no such list.' };
