import { canInOffice, type TenantActor } from '@huiyin/domain';
import { Arg, Args, Ctx, Mutation, Query, Resolver } from 'type-graphql';
import type { Offices } from '../../casework/office.ts';
import type { Answered } from '../../casework/once.ts';
import { type RequestContext, tenantActor } from '../../graphql/actor-context.ts';
import { badInput, forbidden } from '../../graphql/errors.ts';
import { toGlobalId, uuidOf } from '../../graphql/global-id.ts';
import { PageArgs, pageOf, placeAsked } from '../../graphql/page.ts';
import { NEWEST } from '../../graphql/place-cursor.ts';
import { userErrors } from '../../graphql/user-error.ts';
import type { Database } from '../../tenancy/database.ts';
import {
  OversightGrantGiveInput,
  OversightGrantGivePayload,
  OversightGrantRevokeInput,
  OversightGrantRevokePayload,
} from './grant-inputs.type.ts';
import type { Granting } from './granting.ts';
import {
  findLook,
  type GrantOnOrganization,
  grantsOn,
  type LookRow,
  lastLooks,
  readLooks,
} from './look.repository.ts';
import { OversightGrantType, OversightLookConnection, OversightLookType } from './look.type.ts';
import { choiceOf, NO_PERIOD, overseer } from './overseer.ts';
import type { Oversight } from './oversight.ts';
import { OversightPeriodInput, OversightType } from './oversight.type.ts';
import { presentAsked, presentGrant, presentLook } from './present-oversight.ts';

/** Figures across organisations; and, for each of them, who looked and by what grant. */
@Resolver()
export class OversightResolver {
  readonly #database: Database;
  readonly #offices: Offices;
  readonly #oversight: Oversight;
  readonly #granting: Granting;

  constructor(options: {
    readonly database: Database;
    readonly offices: Offices;
    readonly oversight: Oversight;
    readonly granting: Granting;
  }) {
    this.#database = options.database;
    this.#offices = options.offices;
    this.#oversight = options.oversight;
    this.#granting = options.granting;
  }

  @Query(() => OversightType, {
    description: [
      'Figures across the organisations that a cross-sector administrator was granted to see. Their cases and people are',
      'not shown. Counts are up to date within seconds. Each look is recorded at each organisation that it covers.',
    ].join('\n'),
  })
  async oversight(
    @Ctx() context: RequestContext,
    @Arg('period', () => OversightPeriodInput, { description: 'Which period.' }) period: OversightPeriodInput,
    @Arg('region', () => String, {
      nullable: true,
      description: 'Only organisations of this region, by the beginning of its GB/T 2260 code.',
    })
    region: string | null,
    @Arg('sector', () => String, {
      nullable: true,
      description: 'Only organisations of this sector, by its code.',
    })
    sector: string | null,
  ): Promise<OversightType> {
    const actor = overseer(context);
    const { locale } = context.request;
    const look = await this.#oversight.look(actor, choiceOf(period), {
      ...{ region: region ?? undefined, sector: sector ?? undefined },
    });
    if (look === undefined) throw forbidden(locale, NOTHING_GRANTED);
    if (look === 'NO_PERIOD') throw badInput(locale, NO_PERIOD);
    return presentLook(look, locale);
  }

  @Query(() => OversightLookConnection, {
    description: 'Who looked at figures of the organisation across organisations, newest first.',
  })
  async oversightLooks(@Ctx() context: RequestContext, @Args(() => PageArgs) page: PageArgs) {
    const actor = seesOversight(context);
    const { locale } = context.request;
    const after = placeAsked(page, { orderedBy: 'timestamptz', locale }) ?? NEWEST;
    const rows = await readLooks(this.#database, actor, { first: page.first, after });
    return pageOf({ rows, page, toNode: (row) => presentLookRow(row, context) });
  }

  @Query(() => [OversightGrantType], {
    description: 'Grants that reach the organisation, those that have ended among them, newest first.',
  })
  async oversightGrants(@Ctx() context: RequestContext): Promise<OversightGrantType[]> {
    return this.#grants(context, seesOversight(context));
  }

  async #grants(context: RequestContext, actor: TenantActor): Promise<OversightGrantType[]> {
    const { tenantId, sector, region, name, nameEn } = await this.#offices.of(actor);
    const [grants, looks] = await Promise.all([
      grantsOn(this.#database, { tenantId, sector: sector.code, region }),
      lastLooks(this.#database, actor),
    ]);
    const present = (grant: GrantOnOrganization) =>
      presentGrant(grant, {
        ...{ organization: { zh: name, en: nameEn }, locale: context.request.locale },
        lastLook: looks.get(grant.user_id),
      });
    return grants.map(present);
  }

  @Mutation(() => OversightGrantGivePayload, {
    description: 'Lets an overseer see the organisation, of its own will; it may take that back at any time.',
  })
  async oversightGrantGive(
    @Arg('input', () => OversightGrantGiveInput, { description: 'Whom, how much, how long.' })
    input: OversightGrantGiveInput,
    @Ctx() context: RequestContext,
  ): Promise<OversightGrantGivePayload> {
    const { idempotencyKey: key, ...asked } = input;
    const done = await this.#granting.give(tenantActor(context), { asked, key });
    return this.#granted(done, context);
  }

  @Mutation(() => OversightGrantRevokePayload, {
    description: 'Takes back, at once, what the organisation let an overseer see of its own will.',
  })
  async oversightGrantRevoke(
    @Arg('input', () => OversightGrantRevokeInput, { description: 'Which grant.' })
    input: OversightGrantRevokeInput,
    @Ctx() context: RequestContext,
  ): Promise<OversightGrantRevokePayload> {
    const actor = tenantActor(context);
    const id = uuidOf(input.id, 'OversightGrant');
    const done = await this.#granting.revoke(actor, { id, key: input.idempotencyKey });
    return this.#granted(done, context);
  }

  async #granted(done: Answered<string>, context: RequestContext): Promise<OversightGrantGivePayload> {
    if (!done.ok) return { grant: null, userErrors: userErrors(done.refusals, context.request.locale) };
    return { grant: await this.findGrant(done.answer, context), userErrors: [] };
  }

  /** A grant that reaches the caller's organisation. */
  async findGrant(id: string, context: RequestContext): Promise<OversightGrantType | null> {
    const actor = tenantActor(context);
    if (!canInOffice(actor, 'seeOversight')) return null;
    const globalId = toGlobalId('OversightGrant', id);
    return (await this.#grants(context, actor)).find((grant) => grant.id === globalId) ?? null;
  }

  /** A look at the caller's organisation. */
  async find(id: string, context: RequestContext): Promise<OversightLookType | null> {
    const actor = tenantActor(context);
    if (!canInOffice(actor, 'seeOversight')) return null;
    const row = await findLook(this.#database, actor, id);
    return row ? presentLookRow(row, context) : null;
  }
}

function presentLookRow({ id, at, name, asked }: LookRow, context: RequestContext): OversightLookType {
  return Object.assign(new OversightLookType(), {
    ...{ id: toGlobalId('OversightLook', id), at, name },
    asked: presentAsked(asked, context.request.locale),
  });
}

/** @throws FORBIDDEN for those whose business it is not */
function seesOversight(context: RequestContext): TenantActor {
  const actor = tenantActor(context);
  if (canInOffice(actor, 'seeOversight')) return actor;
  throw forbidden(context.request.locale);
}

const NOTHING_GRANTED = {
  zh: '您目前没有有效的监督授权：可能已到期或被收回。如需继续查看，请联系授权单位。',
  en: 'No grant of yours is in force: it may have ended or been taken back. Ask whoever granted it.',
};
