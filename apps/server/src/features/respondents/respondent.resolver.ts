import {
  addDays,
  canInOffice,
  findOption,
  instantAt,
  localDateOf,
  type Refusal,
  repeatsFrom,
  type TenantActor,
} from '@huiyin/domain';
import { Arg, Args, Ctx, Mutation, Query, Resolver } from 'type-graphql';
import type { Office, Offices } from '../../casework/office.ts';
import type { Answered } from '../../casework/once.ts';
import { type RequestContext, tenantActor } from '../../graphql/actor-context.ts';
import { badInput, forbidden } from '../../graphql/errors.ts';
import { uuidOf } from '../../graphql/global-id.ts';
import { PageArgs, pageOf, placeAsked } from '../../graphql/page.ts';
import { userErrors } from '../../graphql/user-error.ts';
import type { Database } from '../../tenancy/database.ts';
import { presentRespondent } from './present-respondent.ts';
import { NO_SUCH_ENTRY, NO_SUCH_OTHER } from './refusals.ts';
import { RESPONDENT_ORDERS, type RespondentOrder, readRespondents } from './respondent.repository.ts';
import {
  RespondentChangeInput,
  RespondentChangePayload,
  RespondentConnection,
  RespondentFilterInput,
  RespondentMergeInput,
  RespondentMergePayload,
  RespondentOrderEnum,
  type RespondentPayload,
  type RespondentType,
} from './respondent.type.ts';
import type { Respondents } from './respondents.ts';

const LONGEST_SEARCH = 200;
/** What is of late where no rule says so. */
const A_YEAR = { withinDays: 365, received: 0, valid: 0 };

/** The register of parties complained about, with what was complained of before. */
@Resolver()
export class RespondentResolver {
  readonly #database: Database;
  readonly #offices: Offices;
  readonly #respondents: Respondents;

  constructor(options: {
    readonly database: Database;
    readonly offices: Offices;
    readonly respondents: Respondents;
  }) {
    this.#database = options.database;
    this.#offices = options.offices;
    this.#respondents = options.respondents;
  }

  @Query(() => RespondentConnection, {
    description: 'The register of respondents with their complaint history.',
  })
  async respondents(
    @Ctx() context: RequestContext,
    @Args(() => PageArgs) page: PageArgs,
    @Arg('filter', () => RespondentFilterInput, { nullable: true, description: 'Narrows the register.' })
    filter: RespondentFilterInput | null,
    @Arg('order', () => RespondentOrderEnum, {
      defaultValue: 'MOST_COMPLAINTS',
      description: 'Order of the register.',
    })
    order: RespondentOrder,
  ) {
    const actor = readerOf(context);
    const { locale } = context.request;
    const after = placeAsked(page, { orderedBy: RESPONDENT_ORDERS[order].type, locale });
    const { sector } = await this.#offices.of(actor);
    const { search, kinds, complaintsAtLeast: least, receivedFrom, receivedTo } = filter ?? {};
    const strange = kinds?.find((code) => !findOption(sector.respondentTypes, code));
    if (strange !== undefined || (search?.length ?? 0) > LONGEST_SEARCH) throw badInput(locale, NO_FILTER);
    const repeated = filter?.repeatOffenders ? (sector.repeatOffender ?? NOBODY) : undefined;
    const rows = await readRespondents(this.#database, {
      ...{ actor, order, first: page.first, after, recentFrom: recentFrom(sector) },
      filter: {
        ...{ search, types: kinds, least, repeated },
        from: receivedFrom && instantAt(receivedFrom, '00:00'),
        before: receivedTo && instantAt(addDays(receivedTo, 1), '00:00'),
      },
    });
    return pageOf({ rows, page, toNode: (row) => presentRespondent(row, { sector, locale }) });
  }

  /** A respondent of the register. */
  async find(id: string, context: RequestContext): Promise<RespondentType | null> {
    const actor = tenantActor(context);
    if (!canInOffice(actor, 'readRespondents')) return null;
    const { sector } = await this.#offices.of(actor);
    const [row] = await readRespondents(this.#database, {
      ...{ actor, order: 'NAME', first: 1, after: undefined, filter: { id }, recentFrom: recentFrom(sector) },
    });
    return row ? presentRespondent(row, { sector, locale: context.request.locale }) : null;
  }

  @Mutation(() => RespondentChangePayload, { description: 'Corrects an entry of the register.' })
  async respondentChange(
    @Arg('input', () => RespondentChangeInput, { description: 'Which entry, and as what it is to stand.' })
    { id: globalId, idempotencyKey: key, ...asked }: RespondentChangeInput,
    @Ctx() context: RequestContext,
  ): Promise<RespondentPayload> {
    const call = { actor: tenantActor(context), key };
    const id = uuidOf(globalId, 'Respondent');
    if (!id) return refuse([NO_SUCH_ENTRY], context);
    return this.#answer(await this.#respondents.change(call, { ...asked, id }), context);
  }

  @Mutation(() => RespondentMergePayload, {
    description: 'Brings together two entries of the register that are one party.',
  })
  async respondentMerge(
    @Arg('input', () => RespondentMergeInput, { description: 'Which becomes a name of which, and why.' })
    { id: globalId, intoId: otherId, idempotencyKey: key, reason }: RespondentMergeInput,
    @Ctx() context: RequestContext,
  ): Promise<RespondentPayload> {
    const call = { actor: tenantActor(context), key };
    const id = uuidOf(globalId, 'Respondent');
    const intoId = uuidOf(otherId, 'Respondent');
    if (!id) return refuse([NO_SUCH_ENTRY], context);
    if (!intoId) return refuse([NO_SUCH_OTHER], context);
    return this.#answer(await this.#respondents.merge(call, { id, intoId, reason }), context);
  }

  async #answer(changed: Answered<string>, context: RequestContext): Promise<RespondentPayload> {
    if (!changed.ok) return refuse(changed.refusals, context);
    return { respondent: await this.find(changed.answer, context), userErrors: [] };
  }
}

function refuse(refusals: readonly Refusal[], context: RequestContext): RespondentPayload {
  return { respondent: null, userErrors: userErrors(refusals, context.request.locale) };
}

function recentFrom({ repeatOffender = A_YEAR }: Office['sector']): string {
  return instantAt(repeatsFrom(repeatOffender, localDateOf(new Date().toISOString())), '00:00');
}

/** More than anybody is complained about. */
const NOBODY = { received: 2_000_000_000, valid: 2_000_000_000 };

/** The caller, who may read the register. @throws FORBIDDEN for a key without the scope */
function readerOf(context: RequestContext): TenantActor {
  const actor = tenantActor(context);
  if (canInOffice(actor, 'readRespondents')) return actor;
  throw forbidden(context.request.locale, {
    zh: '此密钥没有读取被投诉方名录的权限（respondents:read）。',
    en: 'This key may not read the register: it lacks the scope respondents:read.',
  });
}

const NO_FILTER = {
  zh: '筛选条件无效：类型应为本行业的被投诉方类型，关键词不超过 200 字。',
  en: "The filter is of no use: kinds are the sector's, and a search has at most 200 characters.",
};
