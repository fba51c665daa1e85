import {
  canInOffice,
  type OversightActor,
  type PeriodChoice,
  periodOf,
  type TenantActor,
} from '@huiyin/domain';
import { inLocale } from '@huiyin/shared';
import { Arg, Args, Ctx, Query, Resolver } from 'type-graphql';
import type { Offices } from '../../casework/office.ts';
import { type RequestContext, tenantActor } from '../../graphql/actor-context.ts';
import { badInput, forbidden, unauthenticated } from '../../graphql/errors.ts';
import { toGlobalId } from '../../graphql/global-id.ts';
import { PageArgs, pageOf, placeAsked } from '../../graphql/page.ts';
import { NEWEST } from '../../graphql/place-cursor.ts';
import type { Database } from '../../tenancy/database.ts';
import { findLook, grantsOn, type LookRow, readLooks } from './look.repository.ts';
import { OversightGrantType, OversightLookConnection, OversightLookType } from './look.type.ts';
import type { Oversight } from './oversight.ts';
import { OversightPeriodInput, OversightType } from './oversight.type.ts';
import { presentGrant, presentLook } from './present-oversight.ts';

/** Figures across organisations; and, for each of them, who looked and by what grant. */
@Resolver()
export class OversightResolver {
  readonly #database: Database;
  readonly #offices: Offices;
  readonly #oversight: Oversight;

  constructor(options: {
    readonly database: Database;
    readonly offices: Offices;
    readonly oversight: Oversight;
  }) {
    this.#database = options.database;
    this.#offices = options.offices;
    this.#oversight = options.oversight;
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
  ): Promise<OversightType> {
    const actor = overseer(context);
    const { locale } = context.request;
    const look = await this.#oversight.look(actor, choiceOf(period));
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
    const actor = seesOversight(context);
    const { tenantId, sector, region, name, nameEn } = await this.#offices.of(actor);
    const grants = await grantsOn(this.#database, { tenantId, sector: sector.code, region });
    const { locale } = context.request;
    return grants.map((grant) => presentGrant(grant, { zh: name, en: nameEn }, locale));
  }

  /** A look at the caller's organisation. */
  async find(id: string, context: RequestContext): Promise<OversightLookType | null> {
    const actor = tenantActor(context);
    if (!canInOffice(actor, 'seeOversight')) return null;
    const row = await findLook(this.#database, actor, id);
    return row ? presentLookRow(row, context) : null;
  }
}

function choiceOf({ kind, year, number }: OversightPeriodInput): PeriodChoice {
  return kind === 'YEAR' ? { kind, year } : { kind, year, number: number ?? 0 };
}

function presentLookRow({ id, at, name, asked }: LookRow, context: RequestContext): OversightLookType {
  const period = periodOf(asked.period);
  return Object.assign(new OversightLookType(), {
    ...{ id: toGlobalId('OversightLook', id), at, name },
    asked: period ? inLocale(period.label, context.request.locale) : '',
  });
}

/** @throws UNAUTHENTICATED for the public, FORBIDDEN for anybody else who oversees nothing */
function overseer({ request }: RequestContext): OversightActor {
  const { actor, locale } = request;
  if (actor.kind === 'oversight') return actor;
  throw actor.kind === 'public' ? unauthenticated(locale) : forbidden(locale, NO_OVERSEER);
}

/** @throws FORBIDDEN for those whose business it is not */
function seesOversight(context: RequestContext): TenantActor {
  const actor = tenantActor(context);
  if (canInOffice(actor, 'seeOversight')) return actor;
  throw forbidden(context.request.locale);
}

const NO_OVERSEER = {
  zh: '跨单位数据只供获得授权的监督人员查看。',
  en: 'Figures across organisations are for those who were granted to see them.',
};
const NOTHING_GRANTED = {
  zh: '您目前没有有效的监督授权：可能已到期或被收回。如需继续查看，请联系授权单位。',
  en: 'No grant of yours is in force: it may have ended or been taken back. Ask whoever granted it.',
};
const NO_PERIOD = {
  zh: '没有这个期间：月为 1 至 12，季度为 1 至 4，半年为 1 至 2。',
  en: 'There is no such period: months are 1 to 12, quarters 1 to 4, half-years 1 to 2.',
};
